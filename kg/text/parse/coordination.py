"""Questions about what is coordinated: "Smith and his daughter", "Smith and not Jones"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.parse.grammar import children_with, neighbour, subjects, word_before
from kg.text.parse.labels import VERBS

AND = word_set("function_words", "and")
NO_MORE_THAN = word_set("function_words", "behind-not-for-more")


def conjunction_root(token: Token) -> Token:
    """Return the first of the words that a word is coordinated with: "Lund" for "Berg" in "Lund and
    Berg"; the word itself if there is none.
    """
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def conjuncts(token: Token) -> Iterator[Token]:
    """Yield the token and all that is coordinated with it after it ("Smith and his daughter").

    They come in text order. Unlike `Token.conjuncts` it never goes back up, so an object shared by
    two verbs is not taken for a third verb. What "not" rules out is none: "Smith and not Jones".
    """
    yield token
    yield from _coordinated(token)


def _coordinated(token: Token) -> Iterator[Token]:
    """Yield what is coordinated with a token after it."""
    for child in children_with(token, "conj"):
        if subjects(child):
            continue
        if not _is_ruled_out(child):
            yield from conjuncts(child)
        elif _is_set_off(child):
            yield from _coordinated(child)


def _is_ruled_out(conjunct: Token) -> bool:
    """Return whether "not" stands between a noun and what is coordinated with it.

    That before an earlier one does not count, nor does "not only".
    """
    if conjunct.pos_ in VERBS:
        return False
    earlier = [child.i for child in children_with(conjunct.head, "conj") if child.i < conjunct.i]
    between = range(max(earlier, default=conjunct.head.i), conjunct.i)
    words = (*conjunct.lefts, *conjunct.head.rights)
    return any(word.dep_ == "neg" and word.i in between and not is_only(word) for word in words)


def is_only(negator: Token) -> bool:
    """Return whether a negator says that something else is so, too: "not only"."""
    behind = neighbour(negator, 1)
    return behind is not None and behind.lower_ in NO_MORE_THAN


def _is_set_off(conjunct: Token) -> bool:
    """Return whether a comma and "and" stand behind one of several: "Ann, not Bo, and Cy"."""
    both = [child for child in children_with(conjunct, "cc") if child.lower_ in AND]
    return any(word_before(child) == "," for child in both)
