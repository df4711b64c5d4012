"""The worth of a capital letter in an article.

It is no sign of a name at the start of a sentence or in a heading, and a good one elsewhere. What
is written like a title in quotation marks is one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from spacy.tokens import Doc, Span, Token

from kg.lang.en import word_set
from kg.text.mentions.countries import PARTIES, is_nationality
from kg.text.mentions.tokens import has_blank_before, is_capital, word_beside
from kg.text.parse import neighbour
from kg.text.parse.labels import PREMODIFIERS

HEADING_WORDS = range(4, 31)  # fewer words may be a list of names, more are no heading
SLOGAN_WORDS = range(3, 13)
HEADING_SHARE = 0.75  # of the words of a heading in title case that are no function words
QUOTATION_MARKS = frozenset({'"', "'"})
LENGTHS = range(2, 11)  # tokens of a title
LEAST_CAPITALS = 2
SMALL_WORDS = word_set("labels", "small-word-of-a-title")  # parts of speech: "of", "the", "who"
BEFORE_OTHER_NAMES = word_set("function_words", "before-a-name-in-marks")  # "known as “…”"
ENDING = frozenset(".,!?;:")  # marks of sentences, which stand at the end of no title
OPENING_MARKS = frozenset("\"'“‘:(*•-–—|[")


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
        if token.i in self.headings:
            return False
        if token.i in self.openers and not self.is_only_a_name(token):
            return False
        return is_capital(token)

    def is_only_a_name(self, token: Token) -> bool:
        """Return whether a word is tagged as a name, and the article never writes it small."""
        return token.pos_ == "PROPN" and token.lower_ not in self.small

    def may_be_a_name(self, token: Token) -> bool:
        """Return whether one word can be a name: "Oslo", the "Kenyan" of "a Kenyan keeper"."""
        if token.text in PARTIES:
            return False
        if self.is_only_a_name(token):
            return True
        return token.dep_ in PREMODIFIERS and is_nationality(token.text)

    def is_plain_word(self, token: Token) -> bool:
        """Return whether the article also writes a word small, if its capital means nothing."""
        if token.lower_ not in self.small:
            return False
        return token.i in self.openers or token.i in self.headings


def casing_of(doc: Doc) -> Casing:
    """Return the facts about a parsed article's capitals."""
    headings = filter(is_heading, doc.sents)
    in_title_case = chain.from_iterable([*headings, *_slogans(doc)])
    openers = chain.from_iterable(map(_openers, doc.sents))
    return Casing(
        small=frozenset(token.text for token in doc if token.is_lower),
        headings=frozenset(token.i for token in in_title_case),
        openers=frozenset(token.i for token in openers),
    )


def is_heading(sent: Span) -> bool:
    """Return whether a sentence is in title case or capitals, so that they show no name."""
    words = [token for token in sent if _is_meaningful(token)]
    if len(words) not in HEADING_WORDS:
        return False
    if sent.text.rstrip().endswith("."):
        return False
    return _capitals(words) >= HEADING_SHARE * len(words)


def _capitals(words: Sequence[Token]) -> int:
    """Return how many words begin with a capital letter."""
    return sum(word.text[0].isupper() for word in words)


def _is_meaningful(token: Token) -> bool:
    """Return whether a token is a word of two letters or more, and no function word."""
    if token.is_stop:
        return False
    return token.is_alpha and len(token) > 1


def _slogans(doc: Doc) -> Iterator[Span]:
    """Yield quoted words that all have capitals, function words too ("We Feed Our Own")."""
    marks = [token.i for token in doc if token.text == '"']
    for start, end in pairwise(marks):
        quoted = doc[start + 1 : end]
        if _is_slogan(quoted):
            yield quoted


def _is_slogan(quoted: Span) -> bool:
    """Return whether quoted words all have capitals, and some are function words."""
    words = [token for token in quoted if token.is_alpha]
    if len(words) not in SLOGAN_WORDS:
        return False
    if _capitals(words) < len(words):
        return False
    return any(token.is_stop for token in words[1:])


def _openers(sent: Span) -> Iterator[Token]:
    """Yield the first word of a sentence, and each that follows an opening mark."""
    opening = True
    for token in sent:
        if token.is_space:
            continue
        if not token.is_punct:
            if opening:
                yield token
            opening = False
        opening = opening or token.text in OPENING_MARKS


def quoted_titles(doc: Doc) -> Iterator[Span]:
    """Yield what stands between two quotation marks and is written like a title, in text order."""
    opened: Token | None = None
    for token in doc:
        if token.is_space and "\n" in token.text:
            opened = None
        if token.text not in QUOTATION_MARKS:
            continue
        if opened is not None and _closes(token, opened):
            if _is_title(doc[opened.i + 1 : token.i]) and not _names_otherwise(opened):
                yield doc[opened.i + 1 : token.i]
            opened = None
        elif _opens(token):
            opened = token


def _opens(mark: Token) -> bool:
    """Return whether a mark has its blank before it, as one at the beginning has."""
    if mark.whitespace_:
        return False
    if mark.i == 0 or has_blank_before(mark):
        return True
    return _is_behind_end(mark)


def _is_behind_end(mark: Token) -> bool:
    """Return whether a mark stands behind a line end or an opening bracket."""
    before = neighbour(mark, -1)
    return before is not None and (before.is_space or before.is_left_punct)


def _closes(mark: Token, opened: Token) -> bool:
    """Return whether a mark is the second of a pair."""
    return mark.text == opened.text and not has_blank_before(mark)


def _is_title(words: Span) -> bool:
    """Return whether words are few, and all but the small ones among them have capitals."""
    if len(words) not in LENGTHS:
        return False
    if not is_capital(words[0]) or words[-1].text in ENDING:
        return False
    spelt = [word for word in words if word.is_alpha]
    small = [word for word in spelt if word.is_lower]
    if len(spelt) - len(small) < LEAST_CAPITALS:
        return False
    return all(word.pos_ in SMALL_WORDS for word in small)


def _names_otherwise(opened: Token) -> bool:
    """Return whether what is in marks is another name of somebody: "known as “The Fox”"."""
    return word_beside(opened, -1) in BEFORE_OTHER_NAMES
