"""What pronouns and descriptions mean by a vote: what it takes up, what it leaves alone, how its chances add up."""

import pytest

from kg.text.coref import choices
from kg.text.coref.votes import Choice, Option, step

TAKEN_UP = {
    "the thing of an owner": (
        "[Karin Moe|Person f] said [a son|Person m] of hers was safe. [Her son|Person m] is nine.",
        ("a son", "Her son"),
    ),
    "what belongs to somebody": (
        "[Kari Holm|Person f] leads [the party|PoliticalParty]. [Her party|PoliticalParty] lost votes.",
        ("the party", "Her party"),
    ),
    "a group without an article": (
        "[Rebels|Group +] took the town. [They] burned a school. [Rebels|Group +] hold it still.",
        ("Rebels", "They", "Rebels"),
    ),
    "an authority without an article": (
        "[Police|GovernmentOrganization] arrested [a man|Person m]. [He] was armed, [police|GovernmentOrganization] said.",
        ("Police", "police"),
    ),
    "the subject of the sentence before": (
        "[Ola Berg|Person m] met [Nils Dahl|Person m] in [Oslo|City]. [He] was late.",
        ("Ola Berg", "He"),
    ),
    "a firm": ("[Acme|Corporation] opened a shop in [Lima|City]. [It] sells tin.", ("Acme", "It")),
    "the side that asks": (
        "[The unions|Organization +] met [the ministers|Group +]. [They] asked for more pay.",
        ("The unions", "They"),
    ),
}  # fmt: skip
LEFT_ALONE = {
    "another of the kind": (
        "[A sailor|Person m] was rescued off [Bergen|City]. [Another sailor|Person m] is missing.",
        "Another sailor",
    ),
    "the other side": (
        "[The northern bank|Building] is steep. [The southern bank|Building] is flat.",
        "The southern bank",
    ),
    "one of a list": ("[Ola Berg|Person m] and [Nils Dahl|Person m] sat when [he] rang.", "he"),
    "it that stands for a clause": (
        "[Acme|Corporation] built a dam. [It] is clear that rain fell.",
        "It",
    ),
    "somebody in another role": (
        "[Acme|Corporation] sold [the plant|Building] to [a rival|Corporation]. [The buyer|Corporation] is old.",
        "The buyer",
    ),
    "a part of many": (
        "[Three divers|Group + 3] left [Tromsø|City]. [Divers|Group +] say [the wreck|Vehicle] is deep.",
        "Divers",
    ),
    "what only some of them do": (
        "[Children|Group +] were playing. [Some children|Group +] fell.",
        "Some children",
    ),
    "whose owner is somebody else": (
        "[Maren Vik|Person f] bought [a mill|Building]. [Its owner|Person] was in debt.",
        "Its owner",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "chain"), TAKEN_UP.values(), ids=TAKEN_UP.keys())
def test_is_taken_up(links, text, chain):
    assert chain in links(text)


@pytest.mark.parametrize(("text", "words"), LEFT_ALONE.values(), ids=LEFT_ALONE.keys())
def test_is_left_alone(links, text, words):
    assert not any(words in chain for chain in links(text))


def _choice(reader, *signs, none=()):
    """A choice of "He" among the people of a text, with these signs."""
    article, doc, mentions = reader("[Ola Berg|Person m] met [Nils Dahl|Person m]. [He] left.")
    made = choices(doc, article, mentions)[-1]
    roots = [option.root for option in made.options]
    options = [Option(root, (root,), each) for root, each in zip(roots, signs, strict=False)]
    return Choice(made.node, "he_or_she", options, none)


def test_options_without_signs_and_none_share_the_chance(reader):
    assert _choice(reader, (), ()).chances == [0.33, 0.33]


def test_what_the_rules_choose_is_likelier(reader):
    chosen, other = _choice(reader, ("rule:chosen",), ("rule:another",)).chances
    assert chosen > other


def test_nothing_is_likeliest_below_the_floor(reader):
    assert _choice(reader, (), ()).likeliest is None
    assert _choice(reader).likeliest is None


def test_a_choice_tells_what_it_was_made_of(reader):
    article, doc, mentions = reader("[Ola Berg|Person m] met [Eva Lie|Person f]. [She] left.")
    (made,) = choices(doc, article, mentions)
    assert (made.node.mention.text, made.kind) == ("She", "he_or_she")
    assert [option.root.mention.text for option in made.options] == ["Eva Lie"]
    assert made.likeliest is made.options[0].root is made.chosen
    assert any(sign.startswith("gender:known") for sign in made.options[0].signs)


def test_numbers_are_told_in_steps():
    assert [step(number, (1, 2, 4)) for number in (0, 1, 3, 9)] == ["1", "1", "4", "more"]
