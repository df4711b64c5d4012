"""Countries and demonyms, which are names of their own beside other names.

Capitals, too, may stand for a country: "Moscow reacted", "ties with Tehran".
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.mentions.tokens import HYPHENS, is_glued, lemma_of, word_beside
from kg.text.parse import children_with, governor_of, neighbour

LONGEST_COUNTRY = 3  # words in the longest name of a country that stands before a noun
BETWEEN_COUNTRIES = word_set("adjectives", "between-countries")  # "Inter-American" parts nothing
DONE_BY_GOVERNMENTS = word_set("verbs", "done-by-governments")
BETWEEN_GOVERNMENTS = word_set("nouns", "between-governments")  # "a deal with Minsk"
TOWARDS_GOVERNMENTS = word_set("function_words", "towards-a-government")
OF_MORE_THAN_ONE_STATE = word_set("names", "capital-of-more-than-a-state")
PARTIES = word_set("names", "party-letter")  # "D-Ohio": a Democrat from there


def country_of(text: str) -> gazetteer.Country | None:
    """Return the country that a text names, or of which it is the demonym, or None."""
    return gazetteer.country(text) or gazetteer.demonym(text)


def country_code(text: str) -> str:
    """Return the code of a country or demonym; empty for other texts, and for some of history."""
    found = country_of(text)
    return found.iso if found else ""


def is_nationality(text: str) -> bool:
    """Return whether a text is a country or a demonym."""
    return country_of(text) is not None


def is_known(text: str) -> bool:
    """Return whether a text is the name of a known place or organisation."""
    return gazetteer.is_place(text) or gazetteer.organization(text) is not None


def nationalities(span: Span) -> Iterator[tuple[Span, str]]:
    """Yield the countries and demonyms in a span, each with its country's code.

    At one place, the longest counts.
    """
    end = span.start
    for token in span:
        country = _country_at(token, span) if token.i >= end else None
        if country is not None:
            end = country.end
            yield country, country_code(country.text)


def _country_at(token: Token, span: Span) -> Span | None:
    """Return the longest country or demonym that begins at a token of a span."""
    if not _may_be_country(token):
        return None
    longest = min(token.i + LONGEST_COUNTRY, span.end)
    for end in range(longest, token.i, -1):
        words = token.doc[token.i : end]
        if is_nationality(words.text):
            return words
    return None


def _may_be_country(token: Token) -> bool:
    """Return whether a country may begin at a token.

    None does at an article or a hyphen, nor behind "Inter-".
    """
    if token.pos_ == "DET":
        return False
    if token.text in HYPHENS:
        return False
    if word_beside(token, -2) not in BETWEEN_COUNTRIES:
        return True
    return not is_glued(token.nbor(-1))


def parts_countries(token: Token) -> bool:
    """Return whether a token is the hyphen of "Iran-Iraq", "Danish-led" or "D-Ohio".

    It joins two things and makes no name.
    """
    if token.text not in HYPHENS:
        return False
    before, after = neighbour(token, -1), neighbour(token, 1)
    if before is None or after is None:
        return False
    if before.lower_ in BETWEEN_COUNTRIES:
        return False
    if before.text in PARTIES and gazetteer.is_place(after.text):
        return True
    return is_nationality(before.text) or is_nationality(after.text)


def countries_named(names: Iterable[str]) -> frozenset[str]:
    """Return the codes of the countries that are among some names, or have adjectives there."""
    return frozenset(filter(None, map(country_code, names)))


def country_meant(span: Span, named: frozenset[str]) -> str:
    """Return the code of the country whose government a capital stands for; empty if for none.

    `named` are the codes of the countries that the article names.
    """
    code = _country_of_capital(span.text)
    if code not in named:
        return ""
    first = _first_of_list(span.root)
    return code if _acts(first) else ""


def _country_of_capital(text: str) -> str:
    """Return the code of the country whose capital has a name that is no country's, else empty."""
    if text in OF_MORE_THAN_ONE_STATE or country_code(text):
        return ""
    places = gazetteer.places(text)
    return places[0].capital_of if places else ""


def _first_of_list(token: Token) -> Token:
    """Return the first of the names that one is coordinated with: "Oslo and Riga agreed"."""
    while token.dep_ == "conj" and token.head.pos_ == "PROPN":
        token = token.head
    return token


def _acts(token: Token) -> bool:
    """Return whether a name stands where a government does something, or has dealings."""
    verb = token.head
    if token.dep_ == "nsubj":
        return lemma_of(verb) in DONE_BY_GOVERNMENTS
    if token.dep_ != "pobj":
        return False
    if verb.dep_ == "agent":
        return lemma_of(verb.head) in DONE_BY_GOVERNMENTS
    above = governor_of(token, *TOWARDS_GOVERNMENTS)
    if above is None:
        return False
    dealings = (above, *children_with(above, "dobj"))  # the parser hangs it on either
    return any(lemma_of(word) in BETWEEN_GOVERNMENTS for word in dealings)
