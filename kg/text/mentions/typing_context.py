"""Clues from the words beside a name: an age or life dates, a state, "who"; the nouns that say what it is."""

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
    """Clues from the words right after a name."""
    after = [*(token.text for token in doc[span.end : span.end + AFTER]), "", "", ""]
    if after[0] == ",":
        yield from _of_comma(doc, span, after)
    if after[0] == "(":
        yield from _of_bracket(doc, span, after)
    if after[0] == "who":
        yield PERSON, 4
    before = doc[span.start - 1].lower_ if span.start else ""
    if before in MAIDEN:
        yield PERSON, 6
    if before == "(" and after[0] == ")" and _is_acronym(doc, span):
        yield ORGANIZATION, 3
        yield PERSON, -5
    if span.start > 1 and doc[span.start - 1].text == "," and _is_relative(doc[span.start - 2]):
        yield PERSON, 5
    if (
        span.start
        and doc[span.start - 1].text == ","
        and doc[span.start : span.end].text in AMERICAN_STATES
    ):
        yield PLACE, 8


def _is_acronym(doc: Doc, span: NameSpan) -> bool:
    """True for one word of three capitals or more behind the name of no event; two capitals may be a state ("MA")."""
    if span.start < 2:
        return False
    text, named = doc[span.start : span.end].text, doc[span.start - 2]
    is_event = (
        KIND_OF_THING.get(named.lemma_.lower()) == EVENT or KIND_OF_THING.get(named.lower_) == EVENT
    )
    return (
        text.isupper()
        and text.isalpha()
        and len(text) > 2
        and named.pos_ == "PROPN"
        and not is_event
    )


def _is_relative(token: Token) -> bool:
    """True for a noun of kinship with its owner: "her son, X"."""
    entry = longest_noun([token.lemma_.lower()])
    return (
        entry is not None
        and entry.kind == "kinship"
        and any(left.dep_ == "poss" for left in token.lefts)
    )


def _of_comma(doc: Doc, span: NameSpan, after: list[str]) -> Iterator[tuple[str, int]]:
    """ "X, 44," and "X, who" are people, "X, which" is none; "X, Illinois" is a place."""
    if (after[1] in AGES and after[2] in (",", ".", "and")) or after[1] in AFTER_PERSONS:
        yield PERSON, 5
    if after[1] == "who":
        yield PERSON, 4
    if after[1] == "which":
        yield PERSON, -4
    if _place_at(doc, span.end + 1):
        yield PLACE, 6


def _of_bracket(doc: Doc, span: NameSpan, after: list[str]) -> Iterator[tuple[str, int]]:
    """An acronym in brackets is no person's, life dates are."""
    if after[1].isupper() and len(after[1]) > 1 and after[2] == ")":
        yield PERSON, -3
    dates = sum(token.ent_type_ == "DATE" for token in doc[span.end : span.end + AFTER])
    if after[1] in LIFE or (dates > 1 and "–" in after):
        yield PERSON, 6


def _place_at(doc: Doc, i: int) -> bool:
    """True where a country or a state stands, by its name or as "OH"."""
    for end in (i + 2, i + 1):
        text = doc[i:end].text
        if (
            text in AMERICAN_STATES
            or gazetteer.country(text)
            or any(p.type == "schema:State" for p in gazetteer.places(text))
        ):
            return True
    return False


def of_nouns(root: Token, span: Span) -> Iterator[tuple[str, int]]:
    """Clues from what the name is said to be: "X, a company", "X is a city", "the river X", "X spokesman"."""
    for noun in _said_of(root):
        yield from _of_noun(
            [*(t.lower_ for t in noun.lefts if t.dep_ in ("compound", "amod")), noun.lemma_.lower()]
        )
    if root.dep_ in ("compound", "poss") and root.head.lemma_.lower() in STAFF:
        yield ORGANIZATION, 2
    if root.dep_ == "compound" and KIND_OF_THING.get(root.head.lemma_.lower()) == PRODUCT:
        yield PERSON, -5
    if root.dep_ == "compound" and root.head.lemma_.lower() in PRODUCT_LINES:
        yield PRODUCT, 6
    if (
        root.dep_ == "pobj"
        and root.head.lower_ == "of"
        and root.head.head.lemma_.lower() in EDITIONS
    ):
        yield PRODUCT, 4
    before = root.doc[span.start - 1] if span.start else None
    if before is not None and before.dep_ in ("compound", "appos", "nmod") and before.is_lower:
        yield from _of_noun([before.lemma_.lower()])


def _of_noun(parts: list[str]) -> Iterator[tuple[str, int]]:
    entry = longest_noun(parts)
    if entry:
        yield KIND_OF_NOUN[entry.kind], 2 if entry.kind == "person" else 6
        if KIND_OF_NOUN[entry.kind] == ORGANIZATION:
            yield PERSON, -3
    elif parts[-1] in KIND_OF_THING:
        yield KIND_OF_THING[parts[-1]], 6


def _said_of(root: Token) -> Iterator[Token]:
    """The nouns in apposition to a name, and those that it is said to be, either way round."""
    yield from (child for child in root.children if child.dep_ == "appos" and child.pos_ == "NOUN")
    first = root
    while first.dep_ == "conj" and first.head.pos_ == "PROPN":
        first = first.head
    if first.dep_ == "appos" and first.head.pos_ == "NOUN":
        yield first.head
    if root.dep_ in ("nsubj", "attr") and root.head.lemma_ in ("be", "become"):
        other = "attr" if root.dep_ == "nsubj" else "nsubj"
        yield from (
            child for child in root.head.children if child.dep_ == other and child.pos_ == "NOUN"
        )
