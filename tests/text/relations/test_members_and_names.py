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


LISTED = """
Two volunteers, Ada Lund and her son Bo, left.|Ada Lund, Bo
Two brothers, Leon and Otis Hill, were jailed.|Leon, Otis Hill
Five guards, among them Ada Lund and Jens Berg, were hurt.|Ada Lund, Jens Berg
Eleven people were arrested. Among them are a cook, Ada Lund, and a clerk, Jens Berg.|Ada Lund, Jens Berg
Ten guards got out, the youngest of them, Ada Lund, with burns.|Ada Lund
Ten miners sang. One of them was Ada Lund, a cook.|Ada Lund
Both fishermen got out, one of them, Jens Berg, with burns.|Jens Berg
Among the victims was Ada Lund.|Ada Lund
The victims include Jens Berg, a nurse.|Jens Berg
Jens Berg was among the injured miners.|Jens Berg
Six guards, among whom were Ada Lund and Jens Berg, left.|Ada Lund, Jens Berg
Jens Berg was not among the injured miners.|
The victims did not include Jens Berg.|
Three students and a cook, Ada Lund, died.|
According to one of them, the chief had rung Jens Berg.|
She told one of the miners that Jens Berg was safe.|
Of her two children, Ada Lund makes wine and Jens Berg sells it.|
She is survived by two daughters, Ada Lund and Nora Lund.|
He left two sons, Jens Berg and Leon Hill, in Oslo.|
Two guards, Ada Lund, Jens Berg and Bo Coil, left.|
"""


@pytest.mark.parametrize("row", LISTED.strip().splitlines())
def test_who_is_named_beside_a_group_is_of_it(row: str) -> None:
    text, names = row.split("|")
    listed = [claim for claim in read(text) if claim.rule == "listed-member"]
    assert ", ".join(claim.fillers("subject")[0].text for claim in listed) == names
    assert {claim.predicate for claim in listed} <= {MEMBER}


HOMES = """
Ada Lund died at her home in Oslo.|Oslo
Jens Berg was arrested at his flat near Lima.|Lima
Ada Lund’s apartment in Oslo was searched.|Oslo
Jens Berg’s bungalow in Lima burnt down.|Lima
Police searched a home in Oslo.|
Ada Lund left home in Oslo.|
"""


@pytest.mark.parametrize("row", HOMES.strip().splitlines())
def test_ones_own_home_says_where_one_lives(row: str) -> None:
    text, place = row.split("|")
    homes = [claim for claim in read(text) if claim.rule == "own-home"]
    assert [claim.fillers("object")[0].text for claim in homes] == ([place] if place else [])
