"""A stretch of tokens that may be a name, and what it may look like."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.mentions.casing import Casing, is_capital
from kg.text.mentions.vocabulary import NO_NAME, is_function_word
from kg.text.parse import neighbour
from kg.text.parse.labels import VERBS

PARTICLES = word_set("names", "particle")
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC", "NORP"})
LONGEST_COUNTRY = 3  # words in the longest name of a country that stands before a noun
HYPHENS = frozenset({"-", "–", "/"})
BETWEEN_COUNTRIES = word_set(
    "adjectives", "between-countries"
)  # "Inter-American" joins no two things
OPENS_NO_NAME = VERBS | {"ADV", "PRON", "INTJ"}
FURNITURE = word_set("nouns", "furniture")


@dataclass(frozen=True, slots=True, order=True)
class NameSpan:
    """Tokens `start` up to, not including, `end` that may be a name.

    `label` is the model's, empty if it saw none.
    """

    start: int
    end: int
    label: str = ""


def words_of(doc: Doc, span: NameSpan) -> tuple[str, ...]:
    """Return the words of a span as they are written, hyphens included."""
    return tuple([doc[i].text for i in range(span.start, span.end)])


def is_nationality(text: str) -> bool:
    """Return whether a text is a country or a demonym: a name of its own beside other names."""
    return gazetteer.country(text) is not None or gazetteer.demonym(text) is not None


def nationalities(span: Span) -> Iterator[tuple[Span, str]]:
    """Yield the countries and demonyms in a span, each with its country's code.

    At one place, the longest counts.
    """
    i = span.start
    while i < span.end:
        country = _country_at(span, i)
        if country is not None:
            yield country
            i = country[0].end
        else:
            i += 1


def _country_at(span: Span, i: int) -> tuple[Span, str] | None:
    """Return the longest country or demonym that begins at a token of a span, with its code."""
    doc = span.doc
    if not _may_be_country(doc[i]):
        return None
    for stop in range(min(i + LONGEST_COUNTRY, span.end), i, -1):
        text = doc[i:stop].text
        country = gazetteer.country(text) or gazetteer.demonym(text)
        if country:
            return doc[i:stop], country.iso
    return None


def _may_be_country(token: Token) -> bool:
    """Return whether a country may begin at a token.

    None does at an article or a hyphen, nor behind "Inter-".
    """
    if token.pos_ == "DET" or token.text in HYPHENS:
        return False
    hyphen, before = neighbour(token, -1), neighbour(token, -2)
    if hyphen is None or before is None:
        return True
    return not is_glued(hyphen) or before.lower_ not in BETWEEN_COUNTRIES


def parts_countries(token: Token) -> bool:
    """Return whether a token is the hyphen of "Iran-Iraq" or "Danish-led".

    It joins two things and makes no name.
    """
    before, after = neighbour(token, -1), neighbour(token, 1)
    if token.text not in HYPHENS or before is None or after is None:
        return False
    if before.lower_ in BETWEEN_COUNTRIES:
        return False
    return is_nationality(before.text) or is_nationality(after.text)


def trimmed(doc: Doc, span: NameSpan, case: Casing) -> NameSpan | None:
    """Return the span without articles, prepositions, possessive endings and marks at its ends.

    None if no name is left.
    """
    start, end = span.start, span.end
    while start < end and not _may_begin(doc[start], span.label):
        start += 1
    while end > start and not _may_end(doc[end - 1], span.label):
        end -= 1
    left = replace(span, start=start, end=end)
    return left if start < end and may_be_name(doc, left, case) else None


def _may_begin(token: Token, label: str) -> bool:
    if label == "PERSON" and is_capital(token) and gazetteer.is_given_name(token.text):
        return True  # Will, May, Per
    if is_function_word(token.text) or token.is_punct or token.tag_ == "POS":
        return False
    return is_capital(token) or token.text[0].isdigit() or token.lower_ in PARTICLES


def _may_end(token: Token, label: str) -> bool:
    if is_capital(token) or token.text[0].isdigit() or token.text in ("!", "+"):
        return True
    if label != "PERSON" or token.pos_ != "PROPN":
        return False
    before = neighbour(token, -1)
    return before is not None and is_glued(before)  # the "un" of "Jong-un"


def is_glued(token: Token) -> bool:
    """Return whether a token is a hyphen with no blank on either side."""
    before = neighbour(token, -1)
    if token.text not in HYPHENS or before is None:
        return False
    return not token.whitespace_ and not before.whitespace_


def may_be_name(doc: Doc, span: NameSpan, case: Casing) -> bool:
    """Return whether a span may be a name.

    Common words with a capital, orders to the reader, days, diseases and numbers are none.
    """
    tokens = doc[span.start : span.end]
    if tokens.text.lower() in NO_NAME or not any(is_capital(token) for token in tokens):
        return False
    if all(_says_nothing(token, case) for token in tokens):
        return False
    return len(tokens) > 1 or not _is_common(tokens[0], case)


def _says_nothing(token: Token, case: Casing) -> bool:
    """Return whether a word is an ordinary one whose capital, if any, is no sign of a name."""
    return case.is_plain_word(token) or is_function_word(token.text)


def _is_common(token: Token, case: Casing) -> bool:
    """Return whether a word is one of the site, or a verb or adverb that opens a sentence."""
    if token.lower_ in FURNITURE:
        return True
    is_ordinary_opener = token.i in case.openers and token.pos_ in OPENS_NO_NAME
    return is_ordinary_opener and not gazetteer.country(token.text)
