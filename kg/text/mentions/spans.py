"""A stretch of tokens that may be a name, and what it may look like."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Span, Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.mentions.casing import Casing, is_capital
from kg.text.mentions.vocabulary import NO_NAME, is_function_word
from kg.text.parse import neighbour

Words = tuple[str, ...]

PARTICLES = word_set("names", "particle")
PLACE_LABELS = word_set("labels", "place-or-nationality")
LONGEST_COUNTRY = 3  # words in the longest name of a country that stands before a noun
HYPHENS = frozenset({"-", "–", "/"})
END_MARKS = frozenset({"!", "+"})  # that names end with
BETWEEN_COUNTRIES = word_set("adjectives", "between-countries")  # "Inter-American" parts nothing
OPENS_NO_NAME = word_set("labels", "opens-no-name")
FURNITURE = word_set("nouns", "furniture")


@dataclass(frozen=True, slots=True, order=True)
class NameSpan:
    """Tokens of a document, `start` up to, not including, `end`, that may be a name.

    `label` is the model's, empty if it saw none.
    """

    doc: Doc = field(compare=False, repr=False)
    start: int
    end: int
    label: str = ""

    @property
    def tokens(self) -> Span:
        """The tokens as a span of spaCy's."""
        return self.doc[self.start : self.end]

    @property
    def indices(self) -> range:
        """The indices of the tokens."""
        return range(self.start, self.end)

    @property
    def words(self) -> Words:
        """The words as they are written, hyphens included."""
        return tuple(token.text for token in self.tokens)

    @property
    def text(self) -> str:
        """The text from the first token to the last."""
        return self.tokens.text

    @property
    def first(self) -> Token:
        """The first token."""
        return self.doc[self.start]

    @property
    def last(self) -> Token:
        """The last token."""
        return self.doc[self.end - 1]

    @property
    def root(self) -> Token:
        """The token that the others hang on."""
        return self.tokens.root

    @property
    def is_one_word(self) -> bool:
        """Whether there is one token and no more."""
        return self.end - self.start == 1

    @property
    def is_person(self) -> bool:
        """Whether the model took it for a person."""
        return self.label == "PERSON"

    def part(self, start: int, end: int) -> "NameSpan":
        """Return the tokens from one index up to another, with the same label."""
        return replace(self, start=start, end=end)

    def labelled(self, label: str) -> "NameSpan":
        """Return the same tokens with another label."""
        return replace(self, label=label)


def word_beside(token: Token, by: int) -> str:
    """Return the word so many places after a token, in small letters; empty beyond the text."""
    beside = neighbour(token, by)
    return "" if beside is None else beside.lower_


def country_of(text: str) -> gazetteer.Country | None:
    """Return the country that a text names, or of which it is the demonym, or None."""
    return gazetteer.country(text) or gazetteer.demonym(text)


def is_nationality(text: str) -> bool:
    """Return whether a text is a country or a demonym: a name of its own beside other names."""
    return country_of(text) is not None


def nationalities(span: Span) -> Iterator[tuple[Span, str]]:
    """Yield the countries and demonyms in a span, each with its country's code.

    At one place, the longest counts.
    """
    end = span.start
    for i in range(span.start, span.end):
        country = _country_at(span, i) if i >= end else None
        if country is not None:
            yield country
            end = country[0].end


def _country_at(span: Span, i: int) -> tuple[Span, str] | None:
    """Return the longest country or demonym that begins at a token of a span, with its code."""
    doc = span.doc
    if not _may_be_country(doc[i]):
        return None
    for stop in range(min(i + LONGEST_COUNTRY, span.end), i, -1):
        country = country_of(doc[i:stop].text)
        if country:
            return doc[i:stop], country.iso
    return None


def _may_be_country(token: Token) -> bool:
    """Return whether a country may begin at a token.

    None does at an article or a hyphen, nor behind "Inter-".
    """
    if token.pos_ == "DET" or token.text in HYPHENS:
        return False
    if word_beside(token, -2) not in BETWEEN_COUNTRIES:
        return True
    return not is_glued(token.nbor(-1))


def parts_countries(token: Token) -> bool:
    """Return whether a token is the hyphen of "Iran-Iraq" or "Danish-led".

    It joins two things and makes no name.
    """
    if token.text not in HYPHENS:
        return False
    before, after = neighbour(token, -1), neighbour(token, 1)
    if before is None or after is None:
        return False
    if before.lower_ in BETWEEN_COUNTRIES:
        return False
    return is_nationality(before.text) or is_nationality(after.text)


def is_glued(token: Token) -> bool:
    """Return whether a token is a hyphen with no blank on either side."""
    if token.text not in HYPHENS or token.whitespace_:
        return False
    before = neighbour(token, -1)
    return before is not None and not before.whitespace_


def trimmed(span: NameSpan, case: Casing) -> NameSpan | None:
    """Return the span without articles, prepositions, possessive endings and marks at its ends.

    None if no name is left.
    """
    beginnings = [token.i for token in span.tokens if _may_begin(token, span)]
    if not beginnings:
        return None
    start = beginnings[0]
    ends = [token.i for token in span.doc[start : span.end] if _may_end(token, span)]
    if not ends:
        return None
    left = span.part(start, ends[-1] + 1)
    return left if may_be_name(left, case) else None


def begins_name(token: Token) -> bool:
    """Return whether a word has a capital, or may begin a surname without one ("de", "van")."""
    return is_capital(token) or token.lower_ in PARTICLES


def _may_begin(token: Token, span: NameSpan) -> bool:
    if span.is_person and _is_given_name(token):
        return True
    if token.is_punct or token.tag_ == "POS":
        return False
    if is_function_word(token.text):
        return False
    return _begins_with_digit(token) or begins_name(token)


def _is_given_name(token: Token) -> bool:
    """Return whether a word is a given name, though it may be an ordinary word: Will, May, Per."""
    return is_capital(token) and gazetteer.is_given_name(token.text)


def _begins_with_digit(token: Token) -> bool:
    return token.text[0].isdigit()


def _may_end(token: Token, span: NameSpan) -> bool:
    if token.text in END_MARKS or _begins_with_digit(token):
        return True
    if is_capital(token):
        return True
    return span.is_person and _is_second_half(token)


def _is_second_half(token: Token) -> bool:
    """Return whether a word is behind the hyphen of a given name: the "un" of "Jong-un"."""
    before = neighbour(token, -1)
    if before is None or token.pos_ != "PROPN":
        return False
    return is_glued(before)


def may_be_name(span: NameSpan, case: Casing) -> bool:
    """Return whether a span may be a name.

    Common words with a capital, orders to the reader, days, diseases and numbers are none.
    """
    tokens = span.tokens
    if tokens.text.lower() in NO_NAME:
        return False
    if not any(is_capital(token) for token in tokens):
        return False
    if all(_says_nothing(token, case) for token in tokens):
        return False
    return not span.is_one_word or not _is_common(span.first, case)


def _says_nothing(token: Token, case: Casing) -> bool:
    """Return whether a word is an ordinary one whose capital, if any, is no sign of a name."""
    return case.is_plain_word(token) or is_function_word(token.text)


def _is_common(token: Token, case: Casing) -> bool:
    """Return whether a word is one of the site, or a verb or adverb that opens a sentence."""
    if token.lower_ in FURNITURE:
        return True
    if token.i not in case.openers or token.pos_ not in OPENS_NO_NAME:
        return False
    return gazetteer.country(token.text) is None
