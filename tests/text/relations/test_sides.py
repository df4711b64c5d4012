"""Who fights whom, who helps whom, who belongs to what: tables of sentences, each with the relations that it must and must not claim."""

import pytest

from kg.model import Article, Frame
from kg.text.attribution import quotes
from kg.text.mentions import mentions
from kg.text.parse import load, parse
from kg.text.relations import claims

TIES = frozenset(
    {"kg:opponent", "kg:ally", "schema:memberOf", "schema:location", "schema:parentOrganization"}
)


def ties(text: str) -> set[str]:
    article = Article("a", text, "a.txt", "")
    doc = parse(load(), article)
    found = mentions(doc, article)
    made = claims(doc, article, found, quotes(doc, article, found))
    return {
        f"{claim.fillers('subject')[0].text} – {claim.predicate.partition(':')[2]} – {claim.fillers('object')[0].text}"
        for claim in made
        if claim.frame is Frame.RELATION and claim.predicate in TIES
    }


CLAIMED = [
    ("Norway is committed to defeating Boko Haram.", "Norway – opponent – Boko Haram"),
    ("The Norwegian army wants to destroy Boko Haram.", "Norwegian army – opponent – Boko Haram"),
    ("Sweden welcomed Norway's efforts to defeat Boko Haram.", "Norway – opponent – Boko Haram"),
    ("The Norwegian army liberated the town from Boko Haram fighters.", "Norwegian army – opponent – Boko Haram"),
    ("Norwegian forces conducted ten strikes against Boko Haram targets.", "Norwegian forces – opponent – Boko Haram"),
    ("Boko Haram remains committed to carrying out attacks against Norway.", "Boko Haram – opponent – Norway"),
    ("Sweden supports Norway in the fight against Boko Haram.", "Norway – opponent – Boko Haram"),
    ("Sweden is helping Norway to defeat Boko Haram.", "Sweden – opponent – Boko Haram"),
    ("In the campaign to defeat Boko Haram, Norway sent ships.", "Norway – opponent – Boko Haram"),
    ("Sweden is supporting Norway against Boko Haram.", "Norway – opponent – Boko Haram"),
    ("Sweden is assisting the Norwegian army.", "Sweden – ally – Norwegian army"),
    ("Swedish forces acted in support of the Norwegian government.", "Swedish forces – ally – the Norwegian government"),
    ("Norway and Sweden are committed to defeating Boko Haram.", "Norway – ally – Sweden"),
    ("Norway, as part of the alliance, sent ships.", "Norway – memberOf – the alliance"),
    ("The students of Globex University met.", "The students – memberOf – Globex University"),
    ("Militants from Boko Haram fled.", "Militants – memberOf – Boko Haram"),
    ("The world community, including Norway and Sweden, agreed.", "Norway – memberOf – The world community"),
    ("The destruction of Boko Haram targets in Norway goes on.", "Boko Haram – location – Norway"),
    ("They drove Boko Haram out of Norway.", "Boko Haram – location – Norway"),
    ("He was assigned to the 9th Battalion, 77th Artillery Regiment.", "9th Battalion – parentOrganization – 77th Artillery Regiment"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CLAIMED)
def test_a_sentence_ties_two_sides(text: str, wanted: str) -> None:
    assert wanted in ties(text)


NOT_CLAIMED = [
    ("Norway refused to fight Boko Haram.", "opponent"),
    ("Norway might attack Boko Haram.", "opponent"),
    ("Norway denied carrying out attacks against Boko Haram.", "opponent"),
    ("Sweden's condemnation of the attacks against Norway was clear.", "opponent"),
    ("Norway condemned the attacks on Sweden.", "opponent"),
    ("Norway withdrew its support for the Swedish army.", "ally"),
    ("Norway and Sweden fought a war.", "ally"),
    ("Norway and Sweden fought each other.", "ally"),
    ("Refugees from Globex arrived.", "memberOf"),
    ("The victims of Boko Haram were buried.", "memberOf"),
    ("Jens Berg, who lives in Oslo, Globex and Acme sued.", "parentOrganization"),
]


@pytest.mark.parametrize(("text", "relation"), NOT_CLAIMED)
def test_a_sentence_that_denies_or_only_mentions_ties_nothing(text: str, relation: str) -> None:
    assert not [tie for tie in ties(text) if f" – {relation} – " in tie]


def test_a_post_between_commas_is_held_in_the_organisation_after_it() -> None:
    text = "Maria Lopez, deputy director, Globex Institute, said so."
    article = Article("a", text, "a.txt", "")
    doc = parse(load(), article)
    found = mentions(doc, article)
    made = [
        claim for claim in claims(doc, article, found, ()) if claim.rule == "post-between-commas"
    ]
    assert [(claim.predicate, claim.fillers("of")[0].text) for claim in made] == [
        ("deputy director", "Globex Institute")
    ]


def test_what_follows_a_clause_in_a_list_does_not_fill_its_role() -> None:
    article = Article("a", "Globex, led by Maria Lopez, and Initech agreed.", "a.txt", "")
    doc = parse(load(), article)
    found = mentions(doc, article)
    led = [claim for claim in claims(doc, article, found, ()) if claim.predicate == "lead"]
    assert [mention.text for claim in led for mention in claim.fillers("object")] == ["Globex"]
