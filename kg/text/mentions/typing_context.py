"""Clues from the words beside a name.

An age or life dates, a state, "who"; the nouns that say what it is.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.mentions.lexicon import longest_noun
from kg.text.mentions.spans import NameSpan
from kg.text.mentions.vocabulary import (
    EVENT,
    KIND_OF_NOUN,
    KIND_OF_THING,
    ORGANIZATION,
    PERSON,
    PLACE,
    PRODUCT,
)
from kg.text.parse import children_with, governor_of
from kg.text.parse.labels import COMPOUNDS_AND_ADJECTIVES

STAFF = word_set("nouns", "staff")
AFTER_PERSONS = word_set("names", "after-a-person")
AMERICAN_STATES = word_set("names", "american-state")
PRODUCT_LINES = word_set("nouns", "product-line")  # "the Gizmo range"
EDITIONS = word_set("nouns", "edition")  # "a version of Gizmo"
AGES = frozenset(map(str, range(6, 110)))  # years that stand after a person's name
LIFE = word_set("verbs", "life-date")
MAIDEN = word_set("adjectives", "maiden")
AFTER = 7  # words after a name that are looked at


def of_neighbours(doc: Doc, span: NameSpan) -> Iterator[tuple[str, int]]:
    """Yield clues from the words right before and after a name."""
    after = [*(token.text for token in doc[span.end : span.end + AFTER]), "", "", ""]
    if after[0] == ",":
        yield from _of_comma(doc, span, after)
    if after[0] == "(":
        yield from _of_bracket(doc, span, after)
    if after[0] == "who":
        yield PERSON, 4
    if not span.start:
        return
    before = doc[span.start - 1]
    if before.lower_ in MAIDEN:
        yield PERSON, 6
    if before.lower_ == "(" and after[0] == ")" and _is_acronym(doc, span):
        yield ORGANIZATION, 3
        yield PERSON, -5
    if before.text == ",":
        yield from _of_comma_before(doc, span)


def _of_comma_before(doc: Doc, span: NameSpan) -> Iterator[tuple[str, int]]:
    """Yield clues from what stands before the comma before a name: "her son, X", "Dayton, OH"."""
    if span.start > 1 and _is_relative(doc[span.start - 2]):
        yield PERSON, 5
    if doc[span.start : span.end].text in AMERICAN_STATES:
        yield PLACE, 8


def _is_acronym(doc: Doc, span: NameSpan) -> bool:
    """Return whether a name is one word of three capitals or more behind another name.

    Two capitals may be a state ("MA"); behind the name of an event it is no acronym of a body.
    """
    if span.start < 2:
        return False
    text, named = doc[span.start : span.end].text, doc[span.start - 2]
    if len(text) < 3 or not text.isupper() or not text.isalpha():
        return False
    kinds = {KIND_OF_THING.get(named.lemma_.lower()), KIND_OF_THING.get(named.lower_)}
    return named.pos_ == "PROPN" and EVENT not in kinds


def _is_relative(token: Token) -> bool:
    """Return whether a word is a noun of kinship with its owner: "her son, X"."""
    entry = longest_noun([token.lemma_.lower()])
    if entry is None or entry.kind != "kinship":
        return False
    return any(left.dep_ == "poss" for left in token.lefts)


def _of_comma(doc: Doc, span: NameSpan, after: list[str]) -> Iterator[tuple[str, int]]:
    """Yield clues from what stands behind the comma after a name.

    "X, 44," and "X, who" are people, "X, which" is none; "X, Illinois" is a place.
    """
    has_age = after[1] in AGES and after[2] in (",", ".", "and")
    if has_age or after[1] in AFTER_PERSONS:
        yield PERSON, 5
    if after[1] == "who":
        yield PERSON, 4
    if after[1] == "which":
        yield PERSON, -4
    if _place_at(doc, span.end + 1):
        yield PLACE, 6


def _of_bracket(doc: Doc, span: NameSpan, after: list[str]) -> Iterator[tuple[str, int]]:
    """Yield clues from a bracket after a name: an acronym is no person's, life dates are."""
    if after[2] == ")" and len(after[1]) > 1 and after[1].isupper():
        yield PERSON, -3
    dates = sum(token.ent_type_ == "DATE" for token in doc[span.end : span.end + AFTER])
    has_dates = dates > 1 and "–" in after
    if has_dates or after[1] in LIFE:
        yield PERSON, 6


def _place_at(doc: Doc, i: int) -> bool:
    """Return whether a country or a state stands at a token, by its name or as "OH"."""
    return any(_is_state(doc[i:end].text) for end in (i + 2, i + 1))


def _is_state(text: str) -> bool:
    if text in AMERICAN_STATES or gazetteer.country(text):
        return True
    return any(place.type == "schema:State" for place in gazetteer.places(text))


def of_nouns(root: Token, span: Span) -> Iterator[tuple[str, int]]:
    """Yield clues from what the name is said to be.

    "X, a company", "X is a city", "the river X", "X spokesman".
    """
    for noun in _said_of(root):
        before = [left.lower_ for left in noun.lefts if left.dep_ in COMPOUNDS_AND_ADJECTIVES]
        yield from _of_noun([*before, noun.lemma_.lower()])
    yield from _of_head_noun(root)
    version = governor_of(root, "of")
    if version is not None and version.lemma_.lower() in EDITIONS:
        yield PRODUCT, 4
    before_name = root.doc[span.start - 1] if span.start else None
    if before_name is None or not before_name.is_lower:
        return
    if before_name.dep_ in ("compound", "appos", "nmod"):
        yield from _of_noun([before_name.lemma_.lower()])


def _of_head_noun(root: Token) -> Iterator[tuple[str, int]]:
    """Yield clues from the noun that the name modifies or owns: "X spokesman", "X's shares"."""
    lemma = root.head.lemma_.lower()
    if root.dep_ in ("compound", "poss") and lemma in STAFF:
        yield ORGANIZATION, 2
    if root.dep_ != "compound":
        return
    if KIND_OF_THING.get(lemma) == PRODUCT:
        yield PERSON, -5
    if lemma in PRODUCT_LINES:
        yield PRODUCT, 6


def _of_noun(parts: list[str]) -> Iterator[tuple[str, int]]:
    entry = longest_noun(parts)
    if entry:
        yield KIND_OF_NOUN[entry.kind], 2 if entry.kind == "person" else 6
        if KIND_OF_NOUN[entry.kind] == ORGANIZATION:
            yield PERSON, -3
    elif parts[-1] in KIND_OF_THING:
        yield KIND_OF_THING[parts[-1]], 6


def _said_of(root: Token) -> Iterator[Token]:
    """Yield the nouns in apposition to a name, and those that it is said to be."""
    yield from (child for child in children_with(root, "appos") if child.pos_ == "NOUN")
    first = root
    while first.dep_ == "conj" and first.head.pos_ == "PROPN":
        first = first.head
    if first.dep_ == "appos" and first.head.pos_ == "NOUN":
        yield first.head
    if root.dep_ in ("nsubj", "attr") and root.head.lemma_ in ("be", "become"):
        other = "attr" if root.dep_ == "nsubj" else "nsubj"
        yield from (child for child in children_with(root.head, other) if child.pos_ == "NOUN")
