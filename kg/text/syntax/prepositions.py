"""The roles behind a preposition, which are named after it."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Mention
from kg.text.parse import conjuncts, governed_by, neighbour, prepositions_of
from kg.text.parse.labels import PREPOSITION_OBJECTS, VERBS
from kg.text.syntax.document import Document

TWO_WORDS = word_set("phrases", "two-word-preposition")


def prepositional(prep: Token) -> Iterator[tuple[str, Token]]:
    """Yield the role named after a preposition and its objects.

    They may stand behind two prepositions: "out of", "from across".
    """
    for child in prep.children:
        if _is_noun_of_preposition(child):
            yield prep.lower_, child
            yield from _repeated(prep, child)
        elif child.pos_ != "ADP":
            continue
        elif child.dep_ == "prep":
            yield from _behind_two(prep, child)
        elif child.dep_ == "conj":
            yield from prepositional(child)


def mentions_after(prep: Token, document: Document) -> list[Mention]:
    """Return the mentions that stand behind a preposition, coordinated ones too."""
    return document.things_of(token for _, token in prepositional(prep))


def is_of_number(prep: Token) -> bool:
    """Return whether a preposition belongs to the number before it, wherever the parser hung it.

    An example is the "from" of "including 13 from the embassy".
    """
    if prep.is_sent_start:
        return False
    before = neighbour(prep, -1)
    if before is None or before.pos_ != "NUM":
        return False
    return before.dep_ == "pobj" and before.head.lower_ == "including"


def _is_noun_of_preposition(child: Token) -> bool:
    """Return whether a child of a preposition is its object, and no clause."""
    return child.dep_ in PREPOSITION_OBJECTS and child.pos_ not in VERBS


def _behind_two(first: Token, second: Token) -> Iterator[tuple[str, Token]]:
    """Yield the nouns behind two prepositions, under both if they are one in meaning."""
    both = f"{first.lower_} {second.lower_}"
    name = both if both in TWO_WORDS else first.lower_
    for noun in governed_by(second):
        yield name, noun


def _repeated(prep: Token, noun: Token) -> Iterator[tuple[str, Token]]:
    """Yield the roles of the same preposition in what seems to be coordinated.

    An example is the second "from" of "a degree from Oslo and another from Bergen".
    """
    _, *others = conjuncts(noun)
    for other in others:
        if other.pos_ != "NOUN":
            continue
        for again in prepositions_of(other, prep.lower_):
            yield from prepositional(again)
