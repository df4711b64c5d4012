"""The class of a name that its own words and the gazetteers show."""

from collections.abc import Sequence
from itertools import pairwise

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.mentions.countries import country_code
from kg.text.mentions.lexicon import type_of_beginning, type_of_ending, type_of_name
from kg.text.mentions.spans import NameSpan, Titled, text_of
from kg.text.mentions.tokens import Words
from kg.text.mentions.vocabulary import PLACES, TYPE_OF_KIND, NamedKind, kind_of

LABELS_OF_PLACES = frozenset({"GPE", "LOC"})
POSTS = word_set("nouns", "post-behind-its-firm")
OF_EMPLOYERS = frozenset({"", "ORG", "NORP"})  # the model's labels of such names, if it has one
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


def employers(found: Sequence[Titled]) -> frozenset[int]:
    """Return where names begin that say whose post somebody has: "Acme boss Ann Lund"."""
    starts: set[int] = set()
    for before, named in pairwise(found):
        if named.noun is None or before.span.end != named.title:
            continue
        post = named.noun.lemma.split()[-1]
        if post in POSTS and before.span.label in OF_EMPLOYERS and not before.has_title:
            starts.add(before.span.start)
    return frozenset(starts)
