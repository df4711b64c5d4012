"""What sentences say of lives, families, posts and seats: tables of sentences with claims that must be among those found."""

import pytest

from kg.model import Article, Claim
from kg.text.attribution import quotes
from kg.text.mentions import mentions
from kg.text.parse import load, parse
from kg.text.relations import claims


def shown(claim: Claim) -> str:
    roles = " ".join(f"{role.name}={role.mention.text}" for role in claim.roles)
    return f"{claim.frame} {claim.predicate}: {roles}".strip()


def read(text: str) -> list[str]:
    article = Article("a", text, "a.txt", "")
    doc = parse(load(), article)
    found = mentions(doc, article)
    return [shown(claim) for claim in claims(doc, article, found, quotes(doc, article, found))]


BORN = "relation schema:birthPlace: subject=Maria Lopez object="
LIVES = [
    ("Maria Lopez (born June 1963 in Bergen, Norway) is a singer.", BORN + "Bergen"),
    ("Maria Lopez (born June 1963 in Bergen, Norway) is a singer.", BORN + "Norway"),
    ("Maria Lopez (Oslo, 5 May 1901 – Paris, 3 June 1970) was a singer.", BORN + "Oslo"),
    ("Maria Lopez (Greek: Μαρία; born 5 May 1951) sings.", "relation schema:birthDate: subject=Maria Lopez object=5 May 1951"),
    ("Originally from Oslo, Maria Lopez is a pilot.", BORN + "Oslo"),
    ("Maria Lopez is originally from Oslo.", BORN + "Oslo"),
    ("Maria Lopez was born and raised in Oslo.", "verb bear: object=Maria Lopez in=Oslo"),
    ("Maria Lopez came after the death of Jens Berg on 3 May 1902.", "relation schema:deathDate: subject=Jens Berg object=3 May 1902"),
    ("Maria Lopez is married to Jens Berg.", "verb marry: object=Maria Lopez to=Jens Berg"),
    ("Prior to moving to Oslo, Maria Lopez sang.", "verb move: subject=Maria Lopez to=Oslo"),
    ("Maria Lopez was a Norwegian glass collector.", "relation schema:nationality: subject=Maria Lopez object=Norwegian"),
]  # fmt: skip

FAMILIES = [
    ("Jens Berg left with his two sons, Max and Tom.", "noun son: subject=Max subject=Tom of=his"),
    ("He has a daughter, Anna.", "noun daughter: subject=Anna of=He"),
    ("Jens Berg lives with his wife, Anna, and their sons Max and Tom.", "noun son: subject=Max subject=Tom of=their of=his of=Anna"),
    ("Anna Berg was the daughter of Albert Lund, Duke of Kent, and Maria Lopez.", "noun daughter: subject=Anna Berg of=Albert Lund of=Maria Lopez"),
    ("He was born in Taunton, the son of Albert Lund.", "noun son: subject=He of=Albert Lund"),
]  # fmt: skip

POSTS = [
    ("The CEO of Globex is Maria Lopez.", "noun ceo: subject=Maria Lopez of=Globex"),
    ("Jens Berg, Founder and CEO of Globex, resigned.", "noun ceo: subject=Jens Berg of=Globex"),
    ("Maria Lopez is president of Globex and chairman of Initech.", "noun chairman: subject=Maria Lopez of=Initech"),
    ("Globex was founded in 1994 by its Chairman and CEO Thomas Peters.", "noun ceo: subject=Thomas Peters of=its"),
    ("Globex was founded in 1990 by Dave Waters, CEO.", "noun ceo: subject=Dave Waters of=Globex"),
    ("Maria founded and became CEO of Globex Inc.", "verb found: subject=Maria object=Globex Inc."),
    ("Jens Berg left his role as chief executive of Globex.", "noun chief executive: subject=his of=Globex"),
    ("A member of the Labour Party, Jens Berg won in 1974.", "noun member: subject=Jens Berg of=Labour Party"),
    ("Maria Lopez (Labour Party) won the seat.", "relation schema:memberOf: subject=Maria Lopez object=Labour Party"),
    ("Globex operates as a subsidiary of Initech Corporation.", "noun subsidiary: subject=Globex of=Initech Corporation"),
    ("Maria Lopez is a professor of applied physics at Oslo University.", "noun professor: subject=Maria Lopez at=Oslo University"),
]  # fmt: skip

STUDIES = [
    ("Jens Berg received a bachelor's degree from Oslo University and a degree from Harvard Business School.", "verb receive: subject=Jens Berg object=a bachelor's degree from=Oslo University from=a degree from=Harvard Business School"),
    ("Jens Berg graduated in law at Oslo University.", "verb graduate: subject=Jens Berg at=Oslo University"),
]  # fmt: skip

FIRMS = [
    (
        "Globex is a British band that was formed in Oslo in 1990.",
        "verb form: object=Globex in=Oslo when=1990",
    ),
    ("Established in 1999, Globex sells glasses.", "verb establish: object=Globex when=1999"),
]


@pytest.mark.parametrize(("sentence", "wanted"), [*LIVES, *FAMILIES, *POSTS, *STUDIES, *FIRMS])
def test_a_sentence_tells_of_a_life_a_family_or_a_post(sentence: str, wanted: str) -> None:
    assert wanted in read(sentence)


@pytest.mark.parametrize(
    ("sentence", "unwanted"),
    [
        ("Globex is not a band that was formed in Oslo.", "verb form: object=Globex in=Oslo"),
        ("It is Globex that Jens Berg founded.", "verb found: subject=Jens Berg object=It"),
        ("Jens Berg met his sons and Anna.", "noun son: subject=Anna of=his"),
    ],
)
def test_a_sentence_does_not_tell_what_only_looks_alike(sentence: str, unwanted: str) -> None:
    assert unwanted not in read(sentence)
