"""One class for one name over the whole article.

It comes from a vote of the model's labels, the gazetteers and the words around the name.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from spacy.tokens import Doc

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.mentions.lexicon import type_of_beginning, type_of_ending, type_of_name
from kg.text.mentions.spans import words_of
from kg.text.mentions.titles import Titled
from kg.text.mentions.typing_features import clues
from kg.text.mentions.vocabulary import (
    EVENT,
    GROUP,
    KIND_OF_LABEL,
    LAW,
    LEGAL_FORMS,
    ORGANIZATION,
    PERSON,
    PLACE,
    PRODUCT,
    WORK,
)

AT_MOST = 2  # times that a clue of one kind and weight counts over all occurrences of a name
LABEL_WEIGHT = 5.0  # of the model's labels, shared out by their frequency
SURNAMES = word_set("names", "last-word-or-surname")
GIVEN_NAME = 5.5  # a little more than the model's label
INSTITUTIONS = word_set("names", "institution")  # houses, and those who work in them
UNSEEN = 4.5  # what speaks for a name that the model never saw must weigh more than this
CITY = 20_000  # inhabitants of a city whose name is a weak sign; each tenfold adds as much again

ACRONYM = re.compile(r"[A-Z][A-Z&]{1,5}")
CAMEL_CASE = re.compile(r"[a-z][A-Z]")
LETTER_AND_FIGURE = re.compile(r"[A-Za-z]-?\d")
ROMAN_NUMBER = re.compile(r"[IVX]{1,5}")

Words = tuple[str, ...]
TYPE_OF_KIND = {
    PERSON: "schema:Person",
    ORGANIZATION: "schema:Organization",
    PLACE: "schema:Place",
    GROUP: "kg:Group",
    EVENT: "sem:Event",
    WORK: "schema:CreativeWork",
    PRODUCT: "schema:Product",
    LAW: "kg:Law",
}
PLACES = frozenset(
    {
        "schema:Country",
        "schema:City",
        "schema:State",
        "schema:RiverBodyOfWater",
        "schema:SeaBodyOfWater",
        "schema:LakeBodyOfWater",
        "schema:Mountain",
        "schema:Airport",
        "schema:LandmarksOrHistoricalBuildings",
        "kg:Region",
        "schema:Place",
    }
)
KIND_OF_TYPE = {
    "sem:Event": EVENT,
    "schema:Product": PRODUCT,
    "kg:Award": LAW,
    "kg:Law": LAW,
} | dict.fromkeys(PLACES, PLACE)


def types_of_names(doc: Doc, names: Sequence[Titled]) -> Mapping[Words, str]:
    """Return the class of each name, by its words.

    A name has the same class wherever it stands in the article.
    """
    votes = _votes(doc, names)
    _share_parts(votes, {parts: _winner(vote) for parts, vote in votes.items()})
    seen = {words_of(doc, name.span) for name in names if name.span.label}
    types: dict[Words, str] = {}
    for parts, vote in votes.items():
        kind = _winner(vote, 0 if parts in seen else UNSEEN)
        if parts in seen and _is_doubtful(parts, kind, vote):
            continue
        types[parts] = _fine_type(parts, kind)
    return types


def _is_doubtful(parts: Words, kind: str, vote: Mapping[str, float]) -> bool:
    """Return whether only the model takes a single word for a person.

    Nothing in the article or its own form bears it out.
    """
    return kind == PERSON and len(parts) == 1 and vote[PERSON] <= LABEL_WEIGHT


def _votes(doc: Doc, names: Sequence[Titled]) -> dict[Words, dict[str, float]]:
    labels: dict[Words, Counter[str]] = defaultdict(Counter)
    context: dict[Words, Counter[tuple[str, int]]] = defaultdict(Counter)
    for name in names:
        parts = words_of(doc, name.span)
        labels[parts][name.span.label] += 1
        context[parts].update(clues(doc, name))
    votes: dict[Words, dict[str, float]] = {}
    for parts, counts in labels.items():
        vote: dict[str, float] = defaultdict(float)
        for (kind, points), times in context[parts].items():
            vote[kind] += points * min(times, AT_MOST)
        for kind, weight in (*_of_labels(counts), *_of_words(parts)):
            vote[kind] += weight
        votes[parts] = vote
    return votes


def _of_labels(labels: Mapping[str, int]) -> Iterator[tuple[str, float]]:
    total = sum(labels.values())
    for label, count in labels.items():
        if label:
            yield KIND_OF_LABEL[label], LABEL_WEIGHT * count / total


@lru_cache(maxsize=20_000)
def _of_words(parts: Words) -> tuple[tuple[str, float], ...]:
    """Return the kinds that a name's own words speak for, with weights."""
    return tuple(_own_clues(parts))


def _own_clues(parts: Words) -> Iterator[tuple[str, float]]:
    text = _text(parts)
    if gazetteer.country(text):
        yield PLACE, 20
    elif gazetteer.demonym(text):
        yield GROUP, 20
    yield from _of_first_and_last(parts, text)
    yield from _of_places(text)
    if gazetteer.organization(text):
        yield ORGANIZATION, 6 if len(parts) == 1 else 10
    if len(parts) == 1 and ACRONYM.fullmatch(text):
        yield ORGANIZATION, 2
        yield PERSON, -2
    if any(part.isdigit() for part in parts[1:]) or _looks_like_product(text):
        yield PRODUCT, 8
        yield PERSON, -3


def _of_first_and_last(parts: Words, text: str) -> Iterator[tuple[str, float]]:
    """Yield clues from a given name at the start, or from words that show a class."""
    class_of_words = type_of_name(parts)
    is_of_old = _is_of_old(parts)
    is_person = is_of_old or _is_full_name(parts, text)
    if is_person and (not class_of_words or parts[-1] in SURNAMES):
        yield PERSON, GIVEN_NAME + (2 if is_of_old else 0)
    elif parts[-1] in INSTITUTIONS or parts[0] in INSTITUTIONS:
        yield PLACE, 7.5
        yield ORGANIZATION, 5.0
    elif class_of_words:
        yield KIND_OF_TYPE.get(class_of_words, ORGANIZATION), 7.5 if len(parts) > 1 else 2.0
    elif len(parts) == 1 and gazetteer.is_given_name(text):
        is_ambiguous = gazetteer.is_place(text) or gazetteer.organization(text)
        yield PERSON, 2 if is_ambiguous else GIVEN_NAME


def _is_full_name(parts: Words, text: str) -> bool:
    """Return whether words are a given name and one to three more, all with capitals."""
    if text.count(" ") not in (1, 2, 3) or not gazetteer.is_given_name(parts[0]):
        return False
    is_double = parts[1:2] == ("-",)  # "Jean-Marie Bell"
    words = parts[:1] + parts[2:] if is_double else parts
    return all(word[0].isupper() for word in words)


def _looks_like_product(text: str) -> bool:
    """Return whether a name has a capital inside ("iPhone") or a figure behind a letter."""
    return bool(CAMEL_CASE.match(text) or LETTER_AND_FIGURE.search(text))


def _is_of_old(parts: Words) -> bool:
    """Return whether people without a family name are called so: "Mary of Oldham", "Philip IV"."""
    if len(parts) < 2 or not gazetteer.is_given_name(parts[0]):
        return False
    if len(parts) == 3:
        return parts[1] == "of"
    return len(parts) == 2 and ROMAN_NUMBER.fullmatch(parts[1]) is not None


def _of_places(text: str) -> Iterator[tuple[str, float]]:
    """Yield the weight of the weightiest place of a name.

    A place weighs by its size; one whose name is a common word, or an alias, weighs little.
    """
    best = 0.0
    for place in gazetteer.places(text):
        weight = 4.0
        if place.type == "schema:City":
            weight = 2 * math.log10(max(place.population, CITY) / CITY) + 1
        if place.common_word:
            weight /= 3
        if not place.is_named(text):
            weight /= 2
        best = max(best, weight)
    if best:
        yield PLACE, best


def _share_parts(votes: dict[Words, dict[str, float]], kinds: Mapping[Words, str]) -> None:
    """Give short names a share in what the fuller names of the article are.

    "Bell" in "Mary Bell", "Acme" in "Acme Ltd.".
    """
    for parts, kind in kinds.items():
        initials = ("".join(part[0] for part in parts if part[0].isupper()),)
        if len(parts) < 2:
            continue
        if initials in votes:
            votes[initials][kind] += 8
        if kind == PERSON:
            for short in {parts[-1:], parts[:1]} & votes.keys():
                votes[short][PERSON] += 8
        elif parts[-1].lower() in LEGAL_FORMS and parts[:-1] in votes:
            votes[parts[:-1]][ORGANIZATION] += 8
        elif parts[:1] in votes:
            _share_first(votes, parts, kind, kinds[parts[:1]])


def _share_first(
    votes: dict[Words, dict[str, float]], parts: Words, kind: str, kind_of_first: str
) -> None:
    """Give a longer name and its first word alone a share in each other.

    "Acme Airways" and "Acme", "Gizmo" and "Gizmo Mini".
    """
    first = parts[0]
    if kind_of_first == PRODUCT:
        votes[parts][PRODUCT] += 4
    elif kind == ORGANIZATION and not gazetteer.country(first):
        may_be_other = gazetteer.is_place(first) or gazetteer.is_given_name(first)
        shows_class = len(parts) == 2 and bool(type_of_ending(parts))
        votes[parts[:1]][ORGANIZATION] += 6 if shows_class and not may_be_other else 2
    if kind_of_first == ORGANIZATION:
        votes[parts][ORGANIZATION] += 2


def _winner(vote: Mapping[str, float], least: float = 0) -> str:
    """Return the kind with the most weight; empty if none has more than `least`.

    Ties go to the first in alphabetical order.
    """
    kind, weight = max(sorted(vote.items()), key=lambda item: item[1], default=("", 0.0))
    return kind if weight > least else ""


def _fine_type(parts: Words, kind: str) -> str:
    """Return the most special class that the name's words and the gazetteers show."""
    if kind == PLACE:
        return _type_of_place(parts)
    known = gazetteer.organization(_text(parts)) if kind == ORGANIZATION else None
    if known:
        return known.type
    by_words = type_of_name(parts)
    fits = bool(by_words) and KIND_OF_TYPE.get(by_words, ORGANIZATION) == kind
    if fits and kind in (ORGANIZATION, LAW):
        return by_words
    return TYPE_OF_KIND.get(kind, "")


def _type_of_place(parts: Words) -> str:
    text = _text(parts)
    if gazetteer.country(text):
        return "schema:Country"
    if len(parts) > 1:
        for type_ in (type_of_ending(parts), type_of_beginning(parts)):
            if type_ in PLACES:
                return type_
    known = gazetteer.places(text)
    return known[0].type if known else "schema:Place"


def _text(parts: Sequence[str]) -> str:
    """Return the words as one text; hyphens take no blanks."""
    return re.sub(r" ?([-–/]) ?", r"\1", " ".join(parts)).replace(" 's", "'s")
