"""A stretch of tokens that may be a name, and what it may look like."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.mentions.casing import Casing, is_capital
from kg.text.mentions.vocabulary import NO_NAME, is_function_word

PARTICLES = word_set("names", "particle")
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC", "NORP"})
LONGEST_COUNTRY = 3  # words in the longest name of a country that stands before a noun
HYPHENS = frozenset({"-", "–", "/"})
BETWEEN_COUNTRIES = word_set(
    "adjectives", "between-countries"
)  # "Inter-American" joins no two things
FURNITURE = word_set("nouns", "furniture")


@dataclass(frozen=True, slots=True, order=True)
class NameSpan:
    """Tokens `start` up to, not including, `end` that may be a name; `label` is the model's, empty where it saw none."""

    start: int
    end: int
    label: str = ""


def words_of(doc: Doc, span: NameSpan) -> tuple[str, ...]:
    """The words of a span as they are written, hyphens included."""
    return tuple([doc[i].text for i in range(span.start, span.end)])


def is_nationality(text: str) -> bool:
    """True for a country or a demonym, which is a name of its own beside other names."""
    return gazetteer.country(text) is not None or gazetteer.demonym(text) is not None


def nationalities(span: Span) -> Iterator[tuple[Span, str]]:
    """The countries and demonyms in a span of tokens, the longest from the left, each with its country's code."""
    i, end, doc = span.start, span.end, span.doc
    while i < end:
        for stop in range(min(i + LONGEST_COUNTRY, end), i, -1) if _may_be_country(doc[i]) else ():
            text = doc[i:stop].text
            found = gazetteer.country(text) or gazetteer.demonym(text)
            if found:
                yield doc[i:stop], found.iso
                i = stop - 1
                break
        i += 1


def _may_be_country(token: Token) -> bool:
    """False for articles, for hyphens, and for what stands behind "Inter-"."""
    is_behind = (
        token.i > 1 and is_glued(token.nbor(-1)) and token.nbor(-2).lower_ in BETWEEN_COUNTRIES
    )
    return token.pos_ != "DET" and token.text not in HYPHENS and not is_behind


def parts_countries(token: Token) -> bool:
    """True for the hyphen of "Iran-Iraq" and "Danish-led", which joins two things and makes no name."""
    if (
        token.text not in HYPHENS
        or token.i in (0, len(token.doc) - 1)
        or token.nbor(-1).lower_ in BETWEEN_COUNTRIES
    ):
        return False
    return any(is_nationality(neighbour.text) for neighbour in (token.nbor(-1), token.nbor(1)))


def trimmed(doc: Doc, span: NameSpan, case: Casing) -> NameSpan | None:
    """The span without articles, prepositions, possessive endings and marks at its ends; None where no name is left."""
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
    return (
        label == "PERSON" and token.pos_ == "PROPN" and token.i > 0 and is_glued(token.nbor(-1))
    )  # the "un" of "Jong-un"


def is_glued(token: Token) -> bool:
    """True for a hyphen with no blank on either side."""
    return (
        token.text in HYPHENS
        and token.i > 0
        and not token.whitespace_
        and not token.nbor(-1).whitespace_
    )


def may_be_name(doc: Doc, span: NameSpan, case: Casing) -> bool:
    """False for common words with a capital, orders to the reader, days, diseases and numbers."""
    tokens = doc[span.start : span.end]
    if tokens.text.lower() in NO_NAME or not any(is_capital(token) for token in tokens):
        return False
    if all(case.is_plain_word(token) or is_function_word(token.text) for token in tokens):
        return False
    return len(tokens) > 1 or not _is_common(tokens[0], case)


def _is_common(token: Token, case: Casing) -> bool:
    """True for a word of the site, and for a verb or adverb that opens a sentence."""
    if token.lower_ in FURNITURE:
        return True
    opens = token.i in case.openers and token.pos_ in ("VERB", "AUX", "ADV", "PRON", "INTJ")
    return opens and not gazetteer.country(token.text)
