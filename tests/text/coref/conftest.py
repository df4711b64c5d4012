"""Texts with their mentions in brackets, so that a case of coreference fits on a line.

`[Ann Lee|Person f] founded [Acme|Corporation]. [She] sold [it].` has four mentions; a pronoun needs no class. Behind the bar:
class, then `f` or `m` for gender, `+` for plural, a number for size, `@XX` for a country code, `(…)` for a title.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence

import pytest
from spacy.tokens import Doc

from kg.model import Article, Chain, Gender, Kind, Mention, Passage, Quote
from kg.text.coref import chains
from kg.text.coref.pronoun_forms import PRONOUNS
from kg.text.parse import load, parse

MARK = re.compile(r"\[([^|\]]+)(?:\|([^\]]*))?\]")
GENDERS = {"f": Gender.FEMALE, "m": Gender.MALE}
GROUPS = {"Group", "Region", "PoliticalParty", "ArmedGroup"}

Marked = tuple[Article, Doc, tuple[Mention, ...]]


def article_of(text: str, *, headline: str = "") -> Article:
    """An article with that text, whose headline, if any, is the start of it."""
    front = (Passage("a", 0, len(headline)),) if headline else ()
    return Article(
        "a",
        text,
        "a.txt",
        hashlib.sha256(text.encode()).hexdigest(),
        headline=headline,
        front=front,
    )


def mention_of(doc: Doc, text: str, start: int, note: str) -> Mention:
    """The mention of a bracket: a pronoun, a nominal where it starts with a small letter or an article, else a name."""
    end = start + len(text)
    span = doc.char_span(start, end, alignment_mode="expand")
    head = span.root
    type_, *flags = note.split() or [""]
    nominal = text[0].islower() or text.split()[0].lower() in {
        "the",
        "a",
        "an",
        "this",
        "his",
        "her",
        "its",
        "their",
    }
    kind = (
        Kind.PRONOUN
        if text.lower() in PRONOUNS
        else Kind.NOMINAL
        if nominal or type_ == "Group" or "nominal" in flags
        else Kind.NAME
    )
    return Mention(
        passage=Passage("a", start, end),
        text=text,
        kind=kind,
        head=head.idx,
        type=("kg:" if type_ in GROUPS else "schema:") + type_ if type_ else "",
        noun=head.lemma_.lower() if kind is Kind.NOMINAL else "",
        title=next((flag[1:-1].replace("_", " ") for flag in flags if flag.startswith("(")), ""),
        gender=next((GENDERS[flag] for flag in flags if flag in GENDERS), Gender.UNKNOWN),
        plural="+" in flags,
        definite=text.split()[0].lower() in {"the", "this", "his", "her", "its", "their"},
        size=next((int(flag) for flag in flags if flag.isdigit()), 0),
        country=next((flag[1:] for flag in flags if flag.startswith("@")), ""),
    )


def read(marked: str, headline: str = "") -> Marked:
    """The article, its parse and its mentions."""
    pieces, at, text = [], 0, ""
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        pieces.append((match.group(1), len(text), match.group(2) or ""))
        text += match.group(1)
        at = match.end()
    article = article_of(text + marked[at:], headline=headline)
    doc = parse(load(), article)
    return article, doc, tuple(mention_of(doc, *piece) for piece in pieces)


def linked(found: Iterable[Chain]) -> list[tuple[str, ...]]:
    """The words of each chain of two or more mentions."""
    return [
        tuple(mention.text for mention in chain.mentions)
        for chain in found
        if len(chain.mentions) > 1
    ]


@pytest.fixture(scope="session")
def reader() -> Callable[[str], Marked]:
    """Article, parse and mentions of a marked text."""
    return read


@pytest.fixture
def resolve() -> Callable[..., tuple[Chain, ...]]:
    """Chains of a marked text; `quotes` makes quotations from the article and its mentions."""

    def run(
        marked: str,
        quotes: Callable[
            [Article, Sequence[Mention]], Sequence[Quote]
        ] = lambda article, mentions: (),
        headline: str = "",
    ) -> tuple[Chain, ...]:
        article, doc, mentions = read(marked, headline)
        return chains(doc, article, mentions, quotes(article, mentions))

    return run


@pytest.fixture
def links(resolve: Callable[..., tuple[Chain, ...]]) -> Callable[..., list[tuple[str, ...]]]:
    """The words of each chain of two or more mentions of a marked text."""
    return lambda *args, **kwargs: linked(resolve(*args, **kwargs))
