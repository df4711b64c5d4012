"""Chains of whole texts: one construction of English a line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Gender, Passage, Quote
from kg.text.coref import chains

ABOUT_MINERS = (
    "[Eight miners|Group + 8] came home. [The miners|Group +] were tired. [They] slept. The weather was bad. It rained. "
    "[Tom Vance|Person m] spoke. The mayor spoke. [Maria Lindqvist|Person f] sang. A film shows [them] in the rain."
)
LINKED = {
    "a family name after the full name": (
        "[Maria Lindqvist|Person f] runs the port. [Lindqvist|Person] was born in [Malmö|City].",
        [("Maria Lindqvist", "Lindqvist")],
    ),
    "a country and its demonym": (
        "[Norway|Country @NO] closed its market. [Norwegian|Country @NO] farmers cheered.",
        [("Norway", "Norwegian")],
    ),
    "an acronym in brackets": (
        "The [Nordic Tin Council|Organization] ([NTC|Organization]) met on Monday. [NTC|Organization] officials voted.",
        [("Nordic Tin Council", "NTC", "NTC")],
    ),
    "an acronym in another language": (
        "The [Union of Tin Workers|Organization] ([SRZ|Organization]) met on Monday. [SRZ|Organization] members voted.",
        [("Union of Tin Workers", "SRZ", "SRZ")],
    ),
    "a body right before its name": (
        "The shop owner told [the news agency|NewsMediaOrganization] [Nordtext|NewsMediaOrganization] that the blast hurt two people.",
        [("the news agency", "Nordtext")],
    ),
    "an apposition": (
        "[Maria Lindqvist|Person f], [a chemist|Person], spoke.",
        [("Maria Lindqvist", "a chemist")],
    ),
    "kinship before a name": (
        "[Tom Vance|Person m] came with [his] [daughter|Person f nominal], [Mia|Person f].",
        [("Tom Vance", "his"), ("daughter", "Mia")],
    ),
    "a present predicate": (
        "[Maria Lindqvist|Person f] is [the founder|Person] of [Acme|Corporation].",
        [("Maria Lindqvist", "the founder")],
    ),
    "a relative pronoun": (
        "[The chemist|Person], [who] lives in [Oslo|City], spoke.",
        [("The chemist", "who")],
    ),
    "who behind a predicate": (
        "[Maria Lindqvist|Person f] is a swimmer from [Narvik|City], [who] won in 1990.",
        [("Maria Lindqvist", "who")],
    ),
    "where, of the organisation before its place": (
        "[She] taught at the [Academy of Tin|EducationalOrganization] in [Narvik|City], [where] [she] lives.",
        [("She", "she"), ("Academy of Tin", "where")],
    ),
    "which right behind a name": (
        "[Tom Vance|Person m] is [founder|Person] of [Tin Academy|EducationalOrganization] [which] was built in 1990.",
        [("Tom Vance", "founder"), ("Tin Academy", "which")],
    ),
    "the person whom the article is about": (
        "[Tom Vance|Person m] ran the port. [He] met [Karl Berg|Person m], a pilot. [He] left in 1990.",
        [("Tom Vance", "He", "He")],
    ),
    "the place that of names": (
        "They reached [the town|City] of [Narvik|City] at night.",
        [("the town", "Narvik")],
    ),
    "a description by its head noun": (
        "[Eight miners|Group + 8] crossed [the border|Place]. [The miners|Group +] were tired.",
        [("Eight miners", "The miners")],
    ),
    "an office by a word of its name": (
        "The [Norwegian Fisheries Ministry|GovernmentOrganization @NO] protested. [The ministry|GovernmentOrganization] said so.",
        [("Norwegian Fisheries Ministry", "The ministry")],
    ),
    "the company": (
        "[Acme|Corporation] sold a mine. [The company|Corporation] needs cash.",
        [("Acme", "The company")],
    ),
    "one man in one sentence": (
        "[Tom Vance|Person m] spoke. [He] told [Karl Berg|Person m] that [he] would sell [his] house.",
        [("Tom Vance", "He", "he", "his")],
    ),
    "one woman with another in one sentence": (
        "[Maria Lindqvist|Person f] spoke. [She] met [Ann Lee|Person f] before [she] left, [her] lawyer said.",
        [("Maria Lindqvist", "She", "she", "her")],
    ),
    "a firm by the noun before its name": (
        "The port fined ferry operator [Acme|Corporation]. [Berg|Corporation], [Berg|Corporation] said, owns it. [The operator|Corporation] paid.",
        [("Acme", "The operator"), ("Berg", "Berg")],
    ),
    "a chain of shops by the noun before its name": (
        "Grocery giant [Acme|Corporation] sued [Berg|Corporation]. [Berg|Corporation] laughed. [The giant|Corporation] lost.",
        [("Acme", "The giant"), ("Berg", "Berg")],
    ),
    "the company behind a hospital": (
        "[Acme|Corporation] burned. Two men were taken to [a hospital|Organization]. [The company|Corporation] was silent.",
        [("Acme", "The company")],
    ),
    "the firm behind a board": (
        "[Acme|Corporation] fell. [The town board|Organization] met. [The firm|Corporation] was silent.",
        [("Acme", "The firm")],
    ),
    "the company behind a union": (
        "[Acme|Corporation] shut its mine. The [Tin Workers Union|Organization] protested. [The company|Corporation] was silent.",
        [("Acme", "The company")],
    ),
    "the business behind a commission": (
        "[Acme|Corporation] was fined. The [Price Commission|Organization] was pleased. [The business|Corporation] was not.",
        [("Acme", "The business")],
    ),
    "he and she by gender": (
        "[Maria Lindqvist|Person f] met [Tom Vance|Person m]. [She] thanked [him].",
        [("Maria Lindqvist", "She"), ("Tom Vance", "him")],
    ),
    "a reflexive": (
        "[Tom Vance|Person m] blamed [himself].",
        [("Tom Vance", "himself")],
    ),
    "a pronoun before its name": (
        "In [his] first speech, [Tom Vance|Person m] praised the town.",
        [("his", "Tom Vance")],
    ),
    "its headquarters": (
        "[Acme|Corporation] moved [its] headquarters.",
        [("Acme", "its")],
    ),
    "a subject before other nouns": (
        "[Tom Vance|Person m] wrote to [Karl Berg|Person m]. [He] asked for help.",
        [("Tom Vance", "He")],
    ),
    "one person in two offices": (
        "[Maria Lindqvist|Person f], [the founder|Person] and [chairwoman|Person f nominal] of [Acme|Corporation], left.",
        [("Maria Lindqvist", "the founder", "chairwoman")],
    ),
    "the same count under another noun": (
        "[Eight embassy employees|Group + 8] left on Friday. [Tom Vance|Person m] met [the eight envoys|Group + 8].",
        [("Eight embassy employees", "the eight envoys")],
    ),
    "a group with an epithet": (
        "[Eight miners|Group + 8] came home. [The road-weary miners|Group +] slept.",
        [("Eight miners", "The road-weary miners")],
    ),
    "the kin of one group": (
        "[The miners|Group +] and [their] [families|Group +] left. [The miners|Group +] and [family members|Group +] sang.",
        [("The miners", "their", "The miners"), ("families", "family members")],
    ),
    "one owner's brother twice": (
        "[Tom Vance|Person m] came with [his] [brother|Person m nominal]. [Vance|Person] thanked [his] [brother|Person m nominal].",
        [("Tom Vance", "his", "Vance", "his"), ("brother", "brother")],
    ),
    "they who are greeted": (
        "[Eight miners|Group + 8] came home. [Officials|Group +] greeted [them] as [they] left the train.",
        [("Eight miners", "them", "they")],
    ),
    "the group that the article is about": (
        ABOUT_MINERS,
        [("Eight miners", "The miners", "They", "them")],
    ),
    "a firm with a plural verb": (
        "[Acme|Corporation] have shown several engines from [their] range.",
        [("Acme", "their")],
    ),
    "an owner beside what is owned": (
        "[Tom Vance|Person m] met [Karl Berg|Person m] and [his] wife.",
        [("Karl Berg", "his")],
    ),
    "a firm right before who": (
        "The mine is owned by [Acme|Corporation], [who] keeps the rights.",
        [("Acme", "who")],
    ),
    "a relative clause on an apposition": (
        "They crossed the [Orinoco|RiverBodyOfWater], a body of water [that] serves as a border.",
        [("Orinoco", "that")],
    ),
    "somebody's words behind a colon": (
        "[Maria Lindqvist|Person f] said:\n\n[I] am pleased. [My] thanks go to the town.",
        [("Maria Lindqvist", "I", "My")],
    ),
}

APART = {
    "two given names": "[Maria Lindqvist|Person] met [Anna Lindqvist|Person].",
    "a list": "[Acme|Corporation] and [the company|Corporation] agreed.",
    "embassies of two countries": (
        "The [Norwegian embassy|GovernmentOrganization @NO] closed. The [Danish embassy|GovernmentOrganization @DK] opened."
    ),
    "one of two men in one sentence": (
        "[Tom Vance|Person m] and [Karl Berg|Person m] left when [he] said [he] had sold [his] house."
    ),
    "a body of two and its president": (
        "[Acme|Corporation] and [Berg|Corporation] met. [It] had written to the [Oslo Council|Organization] twice, [its] president said."
    ),
    "what is said to be something": "[Acme|Corporation] met the union on Monday. [It] was a strange meeting.",
    "what is said to be so": "[Acme|Corporation] left [Narvik|City]. [It] is cold in winter.",
    "a hospital and the company": "Two men were taken to [a hospital|Organization]. [The company|Corporation] was silent.",
    "a court and the firm": "The [Narvik District Court|Organization] ruled. [The firm|Corporation] was silent.",
    "a party and the business": "The [Farmers Party|Organization] won. [The business|Corporation] was silent.",
    "a league and the company": "The [Northern League|Organization] began. [The company|Corporation] was silent.",
    "two firms of one noun": (
        "Tyre maker [Acme|Corporation] and paint maker [Berg|Corporation] merge. [The maker|Corporation] was silent."
    ),
    "two numbers of people": "[Five miners|Group + 5] left. [The eight miners|Group + 8] stayed.",
    "north and south": "[The northern province|State] froze. [The southern province|State] did not.",
    "subject and object": "[Tom Vance|Person m] saw [him].",
    "an owner and what is owned": "[his] [brother|Person m nominal] slept.",
    "something new": "[A man|Person m nominal] came. [A man|Person m nominal] left.",
    "a denied predicate": "[Tom Vance|Person m] is not [the founder|Person].",
    "a predicate of the past": "[Tom Vance|Person m] was [the minister|Person].",
    "the pronoun of a machine": "[Acme|Corporation] showed the engine. The engine is loud and heats when [it] runs.",
    "two groups of one size": "[Three miners|Group + 3] met [three farmers|Group + 3]. [The three drivers|Group + 3] left.",
    "some of a group": "[Eight miners|Group + 8] came home. [The young miners|Group +] slept.",
    "the object of a second verb": "[The miners|Group +] took the tools and sold [them].",
    "two people who may be meant": "[Tom Vance|Person m] and [Karl Berg|Person m] left when [he] called.",
}


@pytest.mark.parametrize(("text", "expected"), LINKED.values(), ids=LINKED.keys())
def test_links(links, text, expected):
    assert links(text) == expected


@pytest.mark.parametrize("text", APART.values(), ids=APART.keys())
def test_keeps_apart(links, text):
    assert links(text) == []


def test_a_chain_knows_its_name_type_and_gender(resolve):
    first, *_ = resolve(
        "[Lindqvist|Person] spoke. [Maria Lindqvist|Person], [a chemist|Person], said [she] agreed."
    )
    assert (first.name, first.type, first.gender) == (
        "Maria Lindqvist",
        "schema:Person",
        Gender.FEMALE,
    )
    assert "part-of-name" in first.reasons and "pronoun" in first.reasons


def test_a_pronoun_makes_a_name_of_unsure_class_a_person(resolve):
    first, *_ = resolve("[Tarrow|Organization] grew up in [Oslo|City], where [she] studied.")
    assert (first.name, first.type) == ("Tarrow", "schema:Person")


def test_members_of_a_group_are_not_the_group(resolve):
    found = resolve(
        "[The miners|Group +], including [Tom Vance|Person m] and [Karl Berg|Person m], were freed."
    )
    assert [chain.members for chain in found] == [(1, 2), (), ()]


def test_a_member_of_somebodys_kin_is_not_in_the_group_beside_it(resolve):
    found = resolve(
        "[The miners|Group +] and [their] [families|Group +], including [Tom Vance|Person m] and [his] [son|Person m nominal], left."
    )
    first = {chain.mentions[0].text: index for index, chain in enumerate(found)}
    assert found[first["The miners"]].members == (first["Tom Vance"],)
    assert found[first["families"]].members == (first["son"],)


def test_they_after_a_list_is_a_group_of_its_members(resolve):
    found = resolve(
        "[Tom Vance|Person m] and [Maria Lindqvist|Person f] founded a club. [They] sold it."
    )
    assert found[2].members == (0, 1)


def test_the_two_countries_are_those_of_the_list_before(resolve):
    found = resolve(
        "[Norway|Country @NO] and [Sweden|Country @SE] share a border. [The two countries|Country +] trade."
    )
    assert found[2].members == (0, 1)


def test_a_headline_speaks_of_what_the_first_sentence_introduces(links):
    text = "[Swiss miners|Group + @CH] return home\n\n[Eight Swiss miners|Group + 8 @CH] came home on Friday."
    assert links(text, headline="Swiss miners return home") == [
        ("Swiss miners", "Eight Swiss miners")
    ]


def quotation(article, mentions, *, speaker, addressee=None):
    """One quotation around the marks of the text, by the mentions with those words."""
    start, end = article.text.index("“"), article.text.index("”") + 1
    named = {mention.text: mention for mention in mentions}
    whole = Passage("a", 0, len(article.text))
    return [
        Quote(
            Passage("a", start, end),
            article.text[start + 1 : end - 1],
            whole,
            named[speaker],
            named.get(addressee),
        )
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "expected"),
    [
        (
            "“[I] sold [my] boat,” said [Tom Vance|Person m].",
            "Tom Vance",
            [("I", "my", "Tom Vance")],
        ),
        ("“[We] sold the mine,” said [Acme|Corporation].", "Acme", [("We", "Acme")]),
        ("“[We] sold the boat,” said [Tom Vance|Person m].", "Tom Vance", []),
        (
            "“[We] sold it,” said [Acme|Corporation] spokesman [Tom Vance|Person m].",
            "Tom Vance",
            [("We", "Acme")],
        ),
        ("[Acme|Corporation] lost. “[Its] boss left,” said [Tom Vance|Person m].", "Tom Vance", []),
        (
            "[Acme|Corporation] lost. “[Its] boss left,” said [Acme|Corporation] spokesman [Tom Vance|Person m].",
            "Tom Vance",
            [("Acme", "Its", "Acme")],
        ),
        ("“[He] sold the boat,” said [Tom Vance|Person m].", "Tom Vance", []),
    ],
)
def test_a_quotation_knows_its_speaker(links, text, speaker, expected):
    assert (
        links(text, lambda article, mentions: quotation(article, mentions, speaker=speaker))
        == expected
    )


def test_second_person_is_the_addressee(links):
    text = "“[You] won,” [Tom Vance|Person m] told [Maria Lindqvist|Person f]."
    found = links(
        text, lambda a, m: quotation(a, m, speaker="Tom Vance", addressee="Maria Lindqvist")
    )
    assert found == [("You", "Maria Lindqvist")]


LONG = (
    "[Maria Lindqvist|Person f] of [Acme|Corporation] met [eight miners|Group + 8]. [She] told [them] that "
    "[the company|Corporation] would close [its] mine. [The miners|Group +], [who] live in [Narvik|City], left. "
    "[Lindqvist|Person] thanked [Tom Vance|Person m], [her] [brother|Person m nominal]."
)


@pytest.fixture(scope="module")
def long_text(reader):
    return reader(LONG)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_chains_partition_any_mentions_and_stand_in_text_order(long_text, data):
    article, doc, mentions = long_text
    chosen = data.draw(st.lists(st.sampled_from(mentions), unique=True))
    found = chains(doc, article, chosen)
    flat = [mention for chain in found for mention in chain.mentions]
    assert len(flat) == len(set(flat)) and set(flat) == set(chosen)
    assert all(
        list(chain.mentions) == sorted(chain.mentions, key=lambda m: m.passage.start)
        for chain in found
    )
    assert [c.mentions[0].passage.start for c in found] == sorted(
        c.mentions[0].passage.start for c in found
    )
