"""Appositions behind a name: what is coordinated with the name, and what only with them."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.text.parse import children_with, word_before
from kg.text.parse.labels import NOUNS


def behind_apposition(token: Token) -> Iterator[Token]:
    """Yield what is coordinated with a name but parsed as if it were with its apposition.

    An example is Bo in "Ann, duchess of Kent, and Bo".
    """
    if token.pos_ != "PROPN":
        return
    for apposition in children_with(token, "appos"):
        if apposition.pos_ not in NOUNS or not _is_closed_by_comma(apposition):
            continue
        for conjunct in children_with(apposition, "conj"):
            if conjunct.pos_ == "PROPN":
                yield conjunct


def _is_closed_by_comma(apposition: Token) -> bool:
    """Return whether a comma stands before a conjunction of an apposition."""
    return any(word_before(conjunction) == "," for conjunction in children_with(apposition, "cc"))
