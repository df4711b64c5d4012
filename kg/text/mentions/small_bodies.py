"""Names of bodies that begin with the name of a place: "Oslo police", "Oslo City Council".

A noun in small letters makes a name of its own with the name before it, and says what it names. The
places inside such names are names of their own.
"""

from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Span, Token

from kg import gazetteer
from kg.lang.en import word_set, word_values
from kg.text.mentions.common_words import ONLY_INSIDE
from kg.text.mentions.countries import country_code, is_known, is_nationality, nationalities
from kg.text.mentions.spans import NameSpan
from kg.text.mentions.tokens import Words, word_beside
from kg.text.parse import has_child
from kg.text.parse.labels import NOUNS, PREMODIFIERS

# Organisations whose names say where they belong; "American Airlines" and "Bank of America" speak
# of no country.
WITH_PLACES = frozenset(
    {
        "schema:GovernmentOrganization",
        "schema:EducationalOrganization",
        "schema:Organization",
        "kg:ArmedGroup",
        "kg:PoliticalParty",
        "sem:Event",
    }
)
AFTER_PLACES = frozenset({"schema:GovernmentOrganization", "schema:Airport", "sem:Event"})
SCHOOL = "schema:EducationalOrganization"
INSIDE_SCHOOLS = word_set("names", "inside-name-of-a-school")  # "Leeds Medical School"
COUNTIES = word_set("names", "part-of-a-state")
CLASS_OF_BODY = word_values("names", "body-in-small-letters")
CLASS_BY_NAME = word_values("names", "body-by-its-own-name")  # "the Lumo party"
CLASS_BEHIND_THE = word_values("names", "body-of-a-place")  # "the Lima school board"
PARTS = word_set("names", "before-a-body-in-small-letters")  # "the Danish air force"
CLASS_OF_ANY = {**CLASS_BEHIND_THE, **CLASS_OF_BODY, **CLASS_BY_NAME}
UNSPECIFIC = word_set("function_words", "syntax-indefinite-article")
WORK = "schema:CreativeWork"
OF = frozenset({"of"})
BEFORE_PLACES = word_set("function_words", "before-a-place-in-a-title")
BEHIND_SEATS = word_set("names", "behind-the-seat-of-a-body")
NO_SEATS = word_set("names", "no-seat-of-a-body")
PLACE = "schema:Place"
LANDMARK = "schema:LandmarksOrHistoricalBuildings"
Place = tuple[Span, str]  # and its class
DEFINITE = word_set("function_words", "definite-determiner")
MOST_PARTS = 2
ENDING = "ORG"  # the model's label of a name with such an end


def with_bodies(spans: Iterable[NameSpan]) -> Iterator[NameSpan]:
    """Yield the spans, each with the noun in small letters that makes it a longer name."""
    for span in spans:
        end = _end_of_body(span)
        yield span.until(end).labelled(ENDING) if end else span


def class_of_body(words: Words) -> str:
    """Return the class that a noun in small letters at the end of a name shows, or empty."""
    if len(words) == 1:
        return ""
    return CLASS_OF_ANY.get(words[-1], "")


def _end_of_body(span: NameSpan) -> int:
    """Return the index behind the noun that makes a longer name of a span; 0 if there is none."""
    ends = _ends_behind(span)
    for token in span.behind(MOST_PARTS + 1):
        if token.text in ends and _belongs(span, token):
            return token.i + 1
        if token.text not in PARTS:
            return 0
    return 0


def _ends_behind(span: NameSpan) -> Collection[str]:
    """Return the nouns that make a longer name of a span."""
    if is_nationality(span.text):
        return CLASS_OF_BODY
    if not is_known(span.text):
        return CLASS_OF_ANY
    return CLASS_OF_BODY.keys() | CLASS_BEHIND_THE


def _belongs(span: NameSpan, noun: Token) -> bool:
    """Return whether a name modifies a noun that modifies no other noun itself.

    "Oslo police", but not "Oslo police chief".
    """
    if noun.pos_ not in NOUNS:
        return False
    if noun.dep_ in PREMODIFIERS and noun.head.i > noun.i:
        return False
    if noun.text in CLASS_BEHIND_THE and word_beside(span.first, -1) not in DEFINITE:
        return False
    if has_child(noun, "det", words=UNSPECIFIC):  # "a Texas prison" is one of several
        return False
    if _has_name_behind(noun):
        return False
    root = span.root
    return root.dep_ in PREMODIFIERS and root.head.i in range(span.end, noun.i + 1)


def _has_name_behind(noun: Token) -> bool:
    """Return whether a noun for a building has its name behind it: "the Atlantic port of Lagos"."""
    if CLASS_OF_ANY.get(noun.text) != LANDMARK:
        return False
    behind = noun.doc[noun.i + 1 : noun.i + 3]
    return len(behind) > 1 and behind[0].lower_ in OF and behind[1].is_title


def places_inside(span: Span, type_: str) -> Iterator[Place]:
    """Yield the countries and other places in the name of a body, with their classes."""
    if type_ == WORK:
        yield from _place_behind(span, BEFORE_PLACES)
        return
    if type_ in WITH_PLACES:
        yield from _countries_inside(span)
        yield from _place_behind(span)
    yield from _place_in_front(span, type_)


def _countries_inside(span: Span) -> Iterator[Place]:
    """Yield the countries and demonyms inside a name."""
    for found, _ in nationalities(span):
        if found.root != span.root:
            yield found, "schema:Country"


def _place_behind(span: Span, prepositions: Collection[str] = OF) -> Iterator[Place]:
    """Yield the place that a name ends with, behind "of", or another preposition in a title."""
    for token in span[1:]:
        if token.lower_ not in prepositions:
            continue
        place = span.doc[token.i + 1 : span.end]
        type_of_place = _type_of_clear_place(place.text)
        if type_of_place:
            yield place, type_of_place


def _place_in_front(span: Span, type_: str) -> Iterator[Place]:
    """Yield the place that the name of a body or an airport begins with: "Oslo City Council"."""
    if gazetteer.is_given_name(span[0].text):
        return
    for end in range(span.end - 1, span.start, -1):
        place = span.doc[span.start : end]
        if _is_seat(place, span.doc[end : span.end]):
            yield place, _type_of_clear_place(place.text) or _type_of_county(place) or PLACE
            return
        type_of_place = _type_of_clear_place(place.text) or _type_of_county(place)
        if type_of_place and _may_follow_place(span.doc[end : span.end], type_):
            yield place, type_of_place
            return


def _is_seat(place: Span, rest: Span) -> bool:
    """Return whether the rest of a name is that of a body which is called by its seat.

    "Lund District Court", also if no gazetteer knows Lund; "Federal District Court" is none.
    """
    if rest.text.lower() not in BEHIND_SEATS:
        return False
    return all(word.is_title and word.lower_ not in NO_SEATS for word in place)


def _may_follow_place(rest: Span, type_: str) -> bool:
    """Return whether the rest of a name leaves its beginning to be the name of a place.

    The rest of a school's name is a row of common words.
    """
    if type_ == SCHOOL:
        return all(word.lower_ in INSIDE_SCHOOLS for word in rest[:-1])
    return type_ in AFTER_PLACES or rest[-1].text in CLASS_OF_BODY.keys() | CLASS_BEHIND_THE


def _type_of_county(words: Span) -> str:
    """Return the class of a part of a state that its last word shows: "Kern County"."""
    if len(words) == 1:
        return ""
    last = words[-1].text
    return "schema:State" if last in COUNTIES else ""


def _type_of_clear_place(text: str) -> str:
    """Return the class of the first place of a name; empty if it is a country or a common word."""
    if text in ONLY_INSIDE:  # the "Olympic" of "Olympic Games"
        return ""
    places = () if country_code(text) else gazetteer.places(text)
    if not places or places[0].common_word or not places[0].is_named(text):
        return ""
    return places[0].type
