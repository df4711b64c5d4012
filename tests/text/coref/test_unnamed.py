"""Who an article speaks of by pronouns alone: unnamed things, introduced if nothing before can be meant."""

import pytest

from kg.model import Gender, Passage, Quote

OUTSIDE = {
    "a man": ("[He] was born in [Narvik|City]. Later [he] moved to [Malmö|City].", "schema:Person", ("He", "he")),
    "a woman with a husband": (
        "[She] is married to [Tom Vance|Person m], and [she] lives in [Malmö|City].",
        "schema:Person",
        ("She", "she"),
    ),
    "a man though a woman is named": (
        "[He] married [Maria Lindqvist|Person f]. In 1990 [his] ship sank.",
        "schema:Person",
        ("He", "his"),
    ),
    "a woman whose parents open the sentence": (
        "Born in [Narvik|City] to [Maria Lindqvist|Person f], [she] moved away.",
        "schema:Person",
        ("she",),
    ),
    "a founded organisation": (
        "[It] was founded in 1990. [It] employs nine people.",
        "schema:Organization",
        ("It", "It"),
    ),
    "an organisation by what it has": ("[Its] subsidiary sells tin.", "schema:Organization", ("Its",)),
    "an organisation that says we": (
        "[We] were founded in 1990. [Our] customers like tin.",
        "schema:Organization",
        ("We", "Our"),
    ),
    "a writer": ("[I] was born in [Narvik|City].", "schema:Person", ("I",)),
}  # fmt: skip
NOBODY = {
    "a person stands before": "[Tom Vance|Person m] met [Bo Lund|Person m]. [He] was ill.",
    "the sentence names him later": "In [his] speech [the minister|Person] praised tin.",
    "it may be anything": "[It] was red.",
    "it is based on something": "[It] was based on a film.",
    "we do nothing that organisations do": "[We] are all mortal.",
    "a firm stands before": "[Acme|Corporation] met [Globex|Corporation]. [It] was founded in 1990.",
    "marks show somebody's words": "The answer was: “[I] am tired”.",
}


@pytest.mark.parametrize(("text", "type_", "expected"), OUTSIDE.values(), ids=OUTSIDE.keys())
def test_pronouns_without_anybody_before_them_speak_of_one_thing_outside(
    resolve, text, type_, expected
):
    chains = [chain for chain in resolve(text) if chain.outside]
    assert [tuple(mention.text for mention in chain.mentions) for chain in chains] == [expected]
    assert chains[0].type == type_


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY.keys())
def test_nobody_is_introduced_where_something_else_may_be_meant(resolve, text):
    assert not any(chain.outside for chain in resolve(text))


def test_men_and_women_outside_are_two(resolve):
    chains = [chain for chain in resolve("[He] was ill. [She] was well.") if chain.outside]
    assert [chain.gender for chain in chains] == [Gender.MALE, Gender.FEMALE]


def test_who_only_says_a_quotation_is_not_introduced(resolve):
    text = "“Tin is dear,” [he] said."

    def quotes(article, mentions):
        return [
            Quote(
                Passage("a", 0, 14),
                "Tin is dear,",
                Passage("a", 0, len(article.text)),
                speaker=mentions[0],
            )
        ]

    assert not any(chain.outside for chain in resolve(text, quotes))
