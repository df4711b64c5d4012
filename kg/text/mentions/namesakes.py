"""Names of places that other things of an article have, and acronyms of names in it.

"Ada Jordan … Jordan said" is no country, nor is "Georgia" where the article tells of Atlanta; "FTA"
behind "Federal Tribal Areas" is what they are.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from spacy.tokens import Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.mentions.countries import country_of
from kg.text.mentions.sides import is_located, teams_of_places
from kg.text.mentions.spans import NameSpan, Titled
from kg.text.mentions.tokens import Words, lemma_of
from kg.text.mentions.vocabulary import PLACES
from kg.text.parse import governor_of, neighbour
from kg.text.parse.labels import NOUN_SUBJECTS

PERSON, TEAM = "schema:Person", "schema:SportsTeam"
STATE, CITY = "schema:State", "schema:City"
OFFICES_OF_STATES = word_set("nouns", "office-of-a-state")  # "the governor of Georgia"
BEFORE_SHORT_FORM = word_set("phrases", "before-a-short-form")  # "(", ", or"
SURE = 2  # for the state: its office, its city right before it; against it: the demonym


def types_of_namesakes(spans: Sequence[NameSpan], text: str) -> dict[Words, str]:
    """Return the classes of names of places that are here those of teams, or of states.

    `text` is the article's own, in which scores still stand.
    """
    states = dict.fromkeys(states_like_countries(spans), STATE)
    return dict.fromkeys(teams_of_places(spans, text), TEAM) | states


def surnames(names: Iterable[Titled], types: Mapping[Words, str]) -> Mapping[str, int]:
    """Return the surnames of the people named in full, each with where it first stands so."""
    first: dict[str, int] = {}
    for name in names:
        if not name.span.is_one_word and types.get(name.span.words) == PERSON:
            first.setdefault(name.span.last.text, name.span.start)
    return first


def is_namesake(name: Titled, type_: str, surname: Mapping[str, int]) -> bool:
    """Return whether the name of a place is the surname of somebody named before, who acts here."""
    span = name.span
    if type_ not in PLACES or not span.is_one_word:
        return False
    if span.start <= surname.get(span.text, span.start):
        return False
    if name.has_title:
        return True
    return span.root.dep_ in NOUN_SUBJECTS and not is_located(span.tokens)


def states_like_countries(spans: Sequence[NameSpan]) -> frozenset[Words]:
    """Return the names of countries that mean a state of another one: "Georgia" with "Atlanta"."""
    found = set()
    for words in {span.words for span in spans}:
        state = _state_of(" ".join(words))
        if state is not None and _speaks_for(state, words, spans) > 0:
            found.add(words)
    return frozenset(found)


def _state_of(text: str) -> gazetteer.Place | None:
    """Return the state that has the name of a country."""
    if gazetteer.country(text) is None:
        return None
    return next((place for place in gazetteer.places(text) if place.type == STATE), None)


def _speaks_for(state: gazetteer.Place, words: Words, spans: Sequence[NameSpan]) -> int:
    """Return how much an article speaks for a state rather than for the country of its name."""
    country = gazetteer.country(state.name)
    others = {span.text for span in spans if span.words != words}
    for_state = sum(_lies_in(state, text) for text in others)
    against = sum(SURE for text in others if country_of(text) == country)
    against += sum(_lies_in_country(country, text) for text in others)
    own = [span for span in spans if span.words == words]
    sure = sum(SURE for span in own if _is_of_state(span, state))
    return for_state + sure - against


def _lies_in(state: gazetteer.Place, text: str) -> bool:
    """Return whether the best known city of a name lies in a state."""
    return any(_is_city_of(state, place) for place in gazetteer.places(text)[:1])


def _lies_in_country(country: gazetteer.Country | None, text: str) -> bool:
    """Return whether the best known city of a name lies in a country."""
    places = [place for place in gazetteer.places(text)[:1] if place.type == CITY]
    return country is not None and any(place.countries == country.countries for place in places)


def _is_city_of(state: gazetteer.Place, place: gazetteer.Place) -> bool:
    """Return whether a city lies in a state."""
    return place.division == state.name and place.countries == state.countries


def _is_of_state(span: NameSpan, state: gazetteer.Place) -> bool:
    """Return whether an office of a state has the name, or a city of it stands before its comma."""
    if any(map(_is_office, (governor_of(span.root), span.root.head))):
        return True
    comma = neighbour(span.first, -1)
    if comma is None or comma.text != ",":
        return False
    city = neighbour(comma, -1)
    return city is not None and any(
        _is_city_of(state, place) for place in gazetteer.places(city.text)
    )


def _is_office(token: Token | None) -> bool:
    """Return whether a word is, or stands in apposition to, an office that states have."""
    if token is None:
        return False
    return lemma_of(token) in OFFICES_OF_STATES


def classes_of_short_forms(names: Sequence[Titled], types: Mapping[Words, str]) -> dict[Words, str]:
    """Return the classes of the acronyms that names of several words define."""
    classes = {}
    for full, short in pairwise(name.span for name in names):
        type_ = types.get(full.words, "")
        if type_ and _defines(full, short):
            classes[short.words] = type_
    return classes


def _defines(full: NameSpan, short: NameSpan) -> bool:
    """Return whether a name is the initials of the one before it, with a bracket between them."""
    if full.is_one_word or not short.is_one_word:
        return False
    if full.gap(short).text not in BEFORE_SHORT_FORM:
        return False
    initials = [word[0] for word in full.words if word[0].isupper()]
    return short.text.replace(".", "") == "".join(initials)
