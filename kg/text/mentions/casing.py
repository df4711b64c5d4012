"""The worth of a capital letter in an article.

It is no sign of a name at the start of a sentence or in a heading, and a good one elsewhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

HEADING_WORDS = range(4, 31)  # fewer words may be a list of names, more are no heading
SLOGAN_WORDS = range(3, 13)
HEADING_SHARE = 0.75  # of the words of a heading in title case that are no function words
OPENING_MARKS = frozenset("\"'“‘:(•*-–—|[")


@dataclass(frozen=True, slots=True)
class Casing:
    """Facts about one article's capitals.

    `small` holds the words that stand in small letters somewhere; `headings` the indices of the
    tokens of sentences and slogans in title case or capitals; `openers` those of the first words of
    sentences and quotations.
    """

    small: frozenset[str]
    headings: frozenset[int]
    openers: frozenset[int]

    def tells_name(self, token: Token) -> bool:
        """Return whether the token's capital letter shows that it is part of a name."""
        if token.i in self.headings or not is_capital(token):
            return False
        if token.i not in self.openers:
            return True
        return token.pos_ == "PROPN" and token.lower_ not in self.small

    def is_plain_word(self, token: Token) -> bool:
        """Return whether the article also writes a word small, if its capital means nothing."""
        means_nothing = token.i in self.openers or token.i in self.headings
        return means_nothing and token.lower_ in self.small


def casing(doc: Doc) -> Casing:
    """Return the facts about a parsed article's capitals."""
    headings = [token.i for sent in doc.sents if is_heading(sent) for token in sent]
    headings += [token.i for slogan in _slogans(doc) for token in slogan]
    openers = [token.i for sent in doc.sents for token in _openers(sent)]
    return Casing(
        frozenset(token.text for token in doc if token.is_lower),
        frozenset(headings),
        frozenset(openers),
    )


def is_capital(token: Token) -> bool:
    """Return whether a word begins with a capital letter.

    A proper noun may have it inside ("iPhone").
    """
    text = token.text
    if "://" in text or "@" in text:
        return False
    has_one_inside = text[0].isalpha() and not text.islower()
    return text[0].isupper() or (has_one_inside and token.pos_ == "PROPN")


def is_heading(sent: Span) -> bool:
    """Return whether a sentence is in title case or capitals, so that they show no name."""
    words = [token for token in sent if _is_meaningful(token)]
    if len(words) not in HEADING_WORDS or sent.text.rstrip().endswith("."):
        return False
    capitals = sum(token.text[0].isupper() for token in words)
    return capitals >= HEADING_SHARE * len(words)


def _is_meaningful(token: Token) -> bool:
    return token.is_alpha and len(token) > 1 and not token.is_stop


def _slogans(doc: Doc) -> Iterator[Span]:
    """Yield quoted words that all have capitals, function words too ("We Feed Our Own")."""
    marks = [token.i for token in doc if token.text == '"']
    for start, end in pairwise(marks):
        words = [token for token in doc[start + 1 : end] if token.is_alpha]
        small = sum(token.is_stop for token in words[1:])
        is_title = all(token.text[0].isupper() for token in words)
        if is_title and small and len(words) in SLOGAN_WORDS:
            yield doc[start + 1 : end]


def _openers(sent: Span) -> Iterator[Token]:
    """Yield the first word of a sentence, and each that follows an opening mark."""
    opening = True
    for token in sent:
        if token.is_space:
            continue
        if opening and not token.is_punct:
            yield token
        still_opening = opening and token.is_punct
        opening = still_opening or token.text in OPENING_MARKS
