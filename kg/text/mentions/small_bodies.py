"""Names with a noun in small letters at the end: "Oslo police", "the Danish air force".

Such a noun makes a name of its own with the name before it, and says what it names.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.lang.en import word_set, word_values
from kg.text.mentions.spans import NameSpan
from kg.text.mentions.tokens import Words
from kg.text.parse.labels import NOUNS, PREMODIFIERS

CLASS_OF_BODY = word_values("names", "body-in-small-letters")
PARTS = word_set("names", "before-a-body-in-small-letters")  # "the Danish air force"
MOST_PARTS = 2
ENDING = "ORG"  # the model's label of a name with such an end


def with_bodies(spans: Iterable[NameSpan]) -> Iterator[NameSpan]:
    """Yield the spans, each with the noun in small letters that makes it a longer name."""
    for span in spans:
        end = _end_of_body(span)
        yield span.until(end).labelled(ENDING) if end else span


def class_of_body(words: Words) -> str:
    """Return the class that a noun in small letters at the end of a name shows, or empty."""
    return CLASS_OF_BODY.get(words[-1], "") if len(words) > 1 else ""


def _end_of_body(span: NameSpan) -> int:
    """Return the index behind the noun that makes a longer name of a span; 0 if there is none."""
    for token in span.behind(MOST_PARTS + 1):
        if token.text in CLASS_OF_BODY and _belongs(span, token):
            return token.i + 1
        if token.text not in PARTS:
            return 0
    return 0


def _belongs(span: NameSpan, noun: Token) -> bool:
    """Return whether a name modifies a noun that modifies no other noun itself.

    "Oslo police", but not "Oslo police chief".
    """
    if noun.pos_ not in NOUNS:
        return False
    if noun.dep_ in PREMODIFIERS and noun.head.i > noun.i:
        return False
    root = span.root
    return root.dep_ in PREMODIFIERS and root.head.i == noun.i
