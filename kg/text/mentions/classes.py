"""The class of a name that its own words and the gazetteers show."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.mentions.countries import country_code
from kg.text.mentions.lexicon import type_of_beginning, type_of_ending, type_of_name
from kg.text.mentions.spans import NameSpan, text_of
from kg.text.mentions.tokens import Words, lemma_of, word_beside
from kg.text.mentions.vocabulary import PLACES, TYPE_OF_KIND, NamedKind, kind_of
from kg.text.parse import governor_of
from kg.text.parse.labels import NOUN_SUBJECTS

OF_MATCHES = word_set("nouns", "of-a-match")
LEAST_SHARE = 0.5  # of the places of a name at which it stands where a side does
WORDS_OF_MATCHES = 3  # different ones, in the report of a match
MATCHES = word_set("nouns", "match")
DONE_BY_SIDES = word_set("verbs", "done-by-sides")
BEFORE_PLACES = word_set("function_words", "before-a-country-itself") | {","}
AGAINST = word_set("function_words", "before-a-side")
ARGUMENTS = NOUN_SUBJECTS | {"dobj"}
SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
LABELS_OF_PLACES = frozenset({"GPE", "LOC"})
SHOWN_BY_WORDS = frozenset(
    {NamedKind.ORGANIZATION, NamedKind.LAW, NamedKind.AWARD, NamedKind.EVENT}
)


def special_class(words: Words, kind: NamedKind) -> str:
    """Return the most special class that the name's words and the gazetteers show."""
    if kind == NamedKind.PLACE:
        return _type_of_place(words)
    if kind == NamedKind.ORGANIZATION:
        known = gazetteer.organization(text_of(words))
        if known:
            return known.type
    shown = type_of_name(words) if kind in SHOWN_BY_WORDS else ""
    if shown and kind_of(shown) == kind:
        return shown
    return TYPE_OF_KIND.get(kind, "")


def _type_of_place(words: Words) -> str:
    text = text_of(words)
    if gazetteer.country(text):
        return "schema:Country"
    if len(words) > 1:
        for class_ in (type_of_ending(words), type_of_beginning(words)):
            if class_ in PLACES:
                return class_
    known = gazetteer.places(text)
    return known[0].type if known else "schema:Place"


def class_in_heading(span: NameSpan) -> str:
    """Return the class of a name that only a heading has.

    There the model is believed only if a gazetteer bears it out.
    """
    words = span.words
    text = " ".join(words)
    if country_code(text):
        return "schema:Country"
    if _is_person(span):
        return "schema:Person"
    known = gazetteer.organization(text)
    if known:
        return known.type
    places = gazetteer.places(text)
    if span.is_one_word and not _is_clear_place(span, places):
        return ""
    return places[0].type if places else ""


def _is_clear_place(span: NameSpan, places: Sequence[gazetteer.Place]) -> bool:
    """Return whether the model takes a word for a place, and a place of just that name is known."""
    if span.label not in LABELS_OF_PLACES:
        return False
    clear = (place for place in places if not place.common_word)
    return any(place.is_named(span.text) for place in clear)


def _is_person(span: NameSpan) -> bool:
    """Return whether the model takes for a person what is a given name and more words."""
    if not span.is_person:
        return False
    if span.is_one_word:
        return False
    return gazetteer.is_given_name(span.first.text)


def teams_of_countries(spans: Iterable[NameSpan]) -> frozenset[Words]:
    """Return the names of countries that stand for their teams in the report of a match."""
    countries = [span for span in spans if gazetteer.country(span.text)]
    if not countries or not is_report_of_match(countries[0].doc):
        return frozenset()
    all_of = Counter(span.words for span in countries)
    as_sides = Counter(span.words for span in countries if is_side(span))
    teams = set()
    for name, count in as_sides.items():
        share = count / all_of[name]
        if share >= LEAST_SHARE:
            teams.add(name)
    return frozenset(teams)


def is_located(span: Span) -> bool:
    """Return whether a name stands where only a place does: "in Peru", "Lima, Peru"."""
    before = word_beside(span[0], -1)
    if before == "of":
        whole = governor_of(span.root, "of")
        return whole is None or lemma_of(whole) not in OF_MATCHES | MATCHES
    return before in BEFORE_PLACES


@lru_cache(maxsize=1)
def is_report_of_match(doc: Doc) -> bool:
    """Return whether several words of an article are of matches."""
    return len(OF_MATCHES.intersection(map(lemma_of, doc))) >= WORDS_OF_MATCHES


def is_side(span: NameSpan) -> bool:
    """Return whether a name stands where the sides of a match do: "Peru beat Chile", "Peru 2-1"."""
    beside = {word_beside(span.first, -1), word_beside(span.last, 1)}
    if any(map(SCORE.fullmatch, beside)):
        return True
    head = span.root.head
    if span.root.dep_ == "pobj":
        return _leads_to_side(head)
    if span.root.dep_ not in ARGUMENTS:
        return False
    return lemma_of(head) in DONE_BY_SIDES


def _leads_to_side(preposition: Token) -> bool:
    """Return whether a side stands behind a preposition: "lost to Peru", "a win over Peru"."""
    above = lemma_of(preposition.head)
    if above in DONE_BY_SIDES:
        return True
    return above in MATCHES and preposition.lower_ in AGAINST
