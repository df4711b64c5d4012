"""Members that a text names beside their group, names that people are given, and what is set to happen."""

import pytest

from kg.model import Article, Claim, Factuality
from kg.text.attribution import quotes
from kg.text.mentions import mentions
from kg.text.parse import load, parse
from kg.text.relations import claims


def read(text: str) -> tuple[Claim, ...]:
    article = Article("a", text, "a.txt", "")
    doc = parse(load(), article)
    found = mentions(doc, article)
    return claims(doc, article, found, quotes(doc, article, found))


def shown(claim: Claim) -> str:
    roles = " ".join(f"{role.name}={role.mention.text}" for role in claim.roles)
    return f"{claim.predicate}: {roles} {claim.value}".strip()


MEMBER, CALLED, BORN = "schema:memberOf", "schema:alternateName", "schema:birthPlace"
CASES = [
    (
        "The army freed eight miners, including Jens Berg.",
        "including",
        f"{MEMBER}: subject=Jens Berg object=eight miners",
    ),
    (
        "The envoys and their families, including Jens Berg and his daughter Anna, left Oslo.",
        "including",
        f"{MEMBER}: subject=his daughter object=their families",
    ),
    (
        "Police arrested 13 diplomats, including 5 from the Norwegian embassy.",
        "counted-of",
        f"{MEMBER}: subject=5 object=Norwegian embassy",
    ),
    ("Fans called Jens Berg “the Engine”.", "nickname", f"{CALLED}: subject=Jens Berg the Engine"),
    (
        "Jens Berg, known as “the Engine”, lives in Oslo.",
        "nickname",
        f"{CALLED}: subject=Jens Berg the Engine",
    ),
    (
        "Originally from Oslo, Jens Berg lives in Paris.",
        "origin",
        f"{BORN}: subject=Jens Berg object=Oslo",
    ),
]


@pytest.mark.parametrize(("text", "rule", "expected"), CASES)
def test_a_sentence_claims_this_by_this_rule(text: str, rule: str, expected: str) -> None:
    assert expected in [shown(claim) for claim in read(text) if claim.rule == rule]


@pytest.mark.parametrize("how", ["going", "set", "due", "about"])
def test_what_is_to_come_is_planned(how: str) -> None:
    told = [
        claim for claim in read(f"Jens Berg is {how} to leave Oslo.") if claim.predicate == "leave"
    ]
    assert [claim.factuality for claim in told] == [Factuality.PLANNED]


@pytest.mark.parametrize("figure", ["²", "①", "５"])
def test_a_sign_that_looks_like_a_figure_breaks_no_age(figure: str) -> None:
    told = [
        claim.value
        for claim in read(f"The {figure}-year-old miner, Jens Berg, left Oslo.")
        if claim.rule == "age"
    ]
    assert told == (["5"] if figure.isdecimal() else [])
