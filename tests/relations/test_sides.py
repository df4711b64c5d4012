"""Who fights whom, who helps whom, who belongs to what: tables of sentences, each with the relations that it must and must not claim."""

import pytest

from kg.analyse import load, parse
from kg.mentions import mentions
from kg.model import Article, Frame
from kg.relations import claims, quotes

TIES = frozenset({"kg:opponent", "kg:ally", "schema:memberOf", "schema:location", "schema:parentOrganization"})


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
    ("Norway is committed to defeating Hezbollah.", "Norway – opponent – Hezbollah"),
    ("The Norwegian army wants to destroy Hezbollah.", "Norwegian army – opponent – Hezbollah"),
    ("Sweden welcomed Norway's efforts to defeat Hezbollah.", "Norway – opponent – Hezbollah"),
    ("The Norwegian army liberated the town from Hezbollah fighters.", "Norwegian army – opponent – Hezbollah"),
    ("Norwegian forces conducted ten strikes against Hezbollah targets.", "Norwegian forces – opponent – Hezbollah"),
    ("Hezbollah remains committed to carrying out attacks against Norway.", "Hezbollah – opponent – Norway"),
    ("Sweden supports Norway in the fight against Hezbollah.", "Norway – opponent – Hezbollah"),
    ("Sweden is helping Norway to defeat Hezbollah.", "Sweden – opponent – Hezbollah"),
    ("In the campaign to defeat Hezbollah, Norway sent ships.", "Norway – opponent – Hezbollah"),
    ("Sweden is supporting Norway against Hezbollah.", "Norway – opponent – Hezbollah"),
    ("Sweden is assisting the Norwegian army.", "Sweden – ally – Norwegian army"),
    ("Swedish forces acted in support of the Norwegian government.", "Swedish forces – ally – Norwegian government"),
    ("Norway and Sweden are committed to defeating Hezbollah.", "Norway – ally – Sweden"),
    ("Norway, as part of the alliance, sent ships.", "Norway – memberOf – the alliance"),
    ("The students of Globex University met.", "The students – memberOf – Globex University"),
    ("Militants from Hezbollah fled.", "Militants – memberOf – Hezbollah"),
    ("The world community, including Norway and Sweden, agreed.", "Norway – memberOf – The world community"),
    ("The destruction of Hezbollah targets in Norway goes on.", "Hezbollah – location – Norway"),
    ("They drove Hezbollah out of Norway.", "Hezbollah – location – Norway"),
    ("He was assigned to the 9th Battalion, 77th Artillery Regiment.", "9th Battalion – parentOrganization – 77th Artillery Regiment"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CLAIMED)
def test_a_sentence_ties_two_sides(text: str, wanted: str) -> None:
    assert wanted in ties(text)


NOT_CLAIMED = [
    ("Norway refused to fight Hezbollah.", "opponent"),
    ("Norway might attack Hezbollah.", "opponent"),
    ("Norway denied carrying out attacks against Hezbollah.", "opponent"),
    ("Sweden's condemnation of the attacks against Norway was clear.", "opponent"),
    ("Norway condemned the attacks on Sweden.", "opponent"),
    ("Norway withdrew its support for the Swedish army.", "ally"),
    ("Norway and Sweden fought a war.", "ally"),
    ("Norway and Sweden fought each other.", "ally"),
    ("Refugees from Globex arrived.", "memberOf"),
    ("The victims of Hezbollah were buried.", "memberOf"),
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
    made = [claim for claim in claims(doc, article, found, ()) if claim.rule == "post-between-commas"]
    assert [(claim.predicate, claim.fillers("of")[0].text) for claim in made] == [("deputy director", "Globex Institute")]


def test_what_follows_a_clause_in_a_list_does_not_fill_its_role() -> None:
    article = Article("a", "Globex, led by Maria Lopez, and Initech agreed.", "a.txt", "")
    doc = parse(load(), article)
    found = mentions(doc, article)
    led = [claim for claim in claims(doc, article, found, ()) if claim.predicate == "lead"]
    assert [mention.text for claim in led for mention in claim.fillers("object")] == ["Globex"]
