"""What a capital letter is worth in an article: nothing at the start of a sentence or in a heading, much elsewhere."""

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

    `small` holds the words that stand in small letters somewhere; `headings` the indices of the tokens of sentences and
    slogans in title case or capitals; `openers` those of the first words of sentences and quotations.
    """

    small: frozenset[str]
    headings: frozenset[int]
    openers: frozenset[int]

    def tells_name(self, token: Token) -> bool:
        """True where the token's capital letter shows that it is part of a name."""
        if token.i in self.headings or not is_capital(token):
            return False
        return token.i not in self.openers or (
            token.pos_ == "PROPN" and token.lower_ not in self.small
        )

    def is_plain_word(self, token: Token) -> bool:
        """True for a capitalised word that the article also writes small, where its capital means nothing."""
        return token.lower_ in self.small and (token.i in self.openers or token.i in self.headings)


def casing(doc: Doc) -> Casing:
    """The facts about a parsed article's capitals."""
    headings = [token.i for sent in doc.sents if is_heading(sent) for token in sent]
    headings += [token.i for slogan in _slogans(doc) for token in slogan]
    openers = [token.i for sent in doc.sents for token in _openers(sent)]
    return Casing(
        frozenset(token.text for token in doc if token.is_lower),
        frozenset(headings),
        frozenset(openers),
    )


def is_capital(token: Token) -> bool:
    """True for a word that begins with a capital letter, or has one inside where it is a proper noun ("iPhone")."""
    text = token.text
    if "://" in text or "@" in text:
        return False
    return text[0].isupper() or (token.pos_ == "PROPN" and not text.islower() and text[0].isalpha())


def is_heading(sent: Span) -> bool:
    """True for a sentence in title case or capitals: there a capital letter does not show a name."""
    words = [token for token in sent if token.is_alpha and len(token) > 1 and not token.is_stop]
    if len(words) not in HEADING_WORDS or sent.text.rstrip().endswith("."):
        return False
    capitals = sum(token.text[0].isupper() for token in words)
    return capitals >= HEADING_SHARE * len(words)


def _slogans(doc: Doc) -> Iterator[Span]:
    """Quoted words that all have capitals, those without meaning too ("We Feed Our Own")."""
    marks = [token.i for token in doc if token.text == '"']
    for start, end in pairwise(marks):
        words = [token for token in doc[start + 1 : end] if token.is_alpha]
        small = sum(token.is_stop for token in words[1:])
        if small and len(words) in SLOGAN_WORDS and all(token.text[0].isupper() for token in words):
            yield doc[start + 1 : end]


def _openers(sent: Span) -> Iterator[Token]:
    """The first word of a sentence, and each that follows an opening mark."""
    opening = True
    for token in sent:
        if token.is_space:
            continue
        if opening and not token.is_punct:
            yield token
        opening = token.text in OPENING_MARKS if not opening or not token.is_punct else True
