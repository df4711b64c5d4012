"""One class for one name over the whole article: a vote of the model's labels, the gazetteers and the words around the name."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from spacy.tokens import Doc

from kg import gazetteer
from kg.mentions.clues import (
    EVENT,
    GROUP,
    KIND_OF_LABEL,
    LAW,
    ORGANIZATION,
    PERSON,
    PLACE,
    PRODUCT,
    WORK,
    clues,
)  # fmt: skip
from kg.mentions.lexicon import type_of_beginning, type_of_ending
from kg.mentions.spans import words
from kg.mentions.stopwords import LEGAL_FORMS
from kg.mentions.titles import Titled

AT_MOST = 12  # a kind of clue from the context weighs no more than this over all occurrences of a name
LABEL_WEIGHT = 5.0  # of the model's labels, shared out by their frequency
UNSEEN = 4.5  # what speaks for a name that the model never saw must weigh more than this
CITY = 20_000  # inhabitants of a city whose name is a weak sign; each tenfold adds as much again

TYPE_OF_KIND = {
    PERSON: "schema:Person", ORGANIZATION: "schema:Organization", PLACE: "schema:Place", GROUP: "kg:Group",
    EVENT: "sem:Event", WORK: "schema:CreativeWork", PRODUCT: "schema:Product", LAW: "kg:Law",
}  # fmt: skip
PLACES = frozenset(
    """schema:Country schema:City schema:State schema:RiverBodyOfWater schema:SeaBodyOfWater schema:LakeBodyOfWater schema:Mountain
    schema:Airport schema:LandmarksOrHistoricalBuildings kg:Region schema:Place""".split()
)
KIND_OF_TYPE = {"sem:Event": EVENT, "schema:Product": PRODUCT, "kg:Award": LAW, "kg:Law": LAW} | dict.fromkeys(PLACES, PLACE)


def types_of_names(doc: Doc, names: Sequence[Titled]) -> Mapping[tuple[str, ...], str]:
    """The class of each name, by its words; a name has the same class wherever it stands in the article."""
    votes = _votes(doc, names)
    _share_parts(votes, {parts: _winner(vote) for parts, vote in votes.items()})
    seen = {words(doc, name.span) for name in names if name.span.label}
    kinds = {parts: _winner(vote, 0 if parts in seen else UNSEEN) for parts, vote in votes.items()}
    return {parts: _fine_type(parts, kind) for parts, kind in kinds.items()}


def _votes(doc: Doc, names: Sequence[Titled]) -> dict[tuple[str, ...], Counter[str]]:
    labels: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    context: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for name in names:
        parts = words(doc, name.span)
        labels[parts][name.span.label] += 1
        context[parts].update(clues(doc, name))
    votes = {}
    for parts, counts in labels.items():
        vote = Counter({kind: max(-AT_MOST, min(weight, AT_MOST)) for kind, weight in context[parts].items()})
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
def _of_words(parts: tuple[str, ...]) -> tuple[tuple[str, float], ...]:
    """What a name's own words tell."""
    return tuple(_own_clues(parts))


def _own_clues(parts: tuple[str, ...]) -> Iterator[tuple[str, float]]:
    text = _text(parts)
    if gazetteer.country(text):
        yield PLACE, 20
    elif gazetteer.demonym(text):
        yield GROUP, 20
    yield from _of_telling_words(parts)
    yield from _of_places(text)
    if gazetteer.organization(text):
        yield ORGANIZATION, 6
    if len(parts) in (2, 3, 4) and gazetteer.is_given_name(parts[0]) and all(part[0].isupper() for part in parts):
        yield PERSON, 4
    elif len(parts) == 1 and gazetteer.is_given_name(text):
        yield PERSON, 1
    if len(parts) == 1 and re.fullmatch(r"[A-Z][A-Z&]{1,5}", text):
        yield ORGANIZATION, 2
        yield PERSON, -2
    if re.match(r"[a-z][A-Z]", text) or any(part.isdigit() for part in parts[1:]) or re.search(r"[A-Za-z]-?\d", text):
        yield PRODUCT, 6
        yield PERSON, -3


def _of_telling_words(parts: tuple[str, ...]) -> Iterator[tuple[str, float]]:
    for type_ in (type_of_ending(parts), type_of_beginning(parts)):
        if type_:
            yield KIND_OF_TYPE.get(type_, ORGANIZATION), 7.5 if len(parts) > 1 else 2.0


def _of_places(text: str) -> Iterator[tuple[str, float]]:
    """A place weighs by its size; one whose name is a common word, or an alias, weighs little."""
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


def _share_parts(votes: dict[tuple[str, ...], Counter[str]], kinds: Mapping[tuple[str, ...], str]) -> None:
    """Short names take part in what the fuller names of the article are: "Obama", "Lockheed", "USAF"."""
    for parts, kind in kinds.items():
        if len(parts) < 2:
            continue
        if kind == PERSON:
            for part in {parts[-1], parts[0]} & {short[0] for short in votes if len(short) == 1}:
                votes[part,][PERSON] += 8
        elif parts[-1].lower() in LEGAL_FORMS and parts[:-1] in votes:
            votes[parts[:-1]][ORGANIZATION] += 8
        elif (parts[0],) in votes and ORGANIZATION in (kind, kinds[parts[0],]) and not gazetteer.country(parts[0]):
            votes[parts[0],][ORGANIZATION] += 2 * (kind == ORGANIZATION)
            votes[parts][ORGANIZATION] += 2 * (kinds[parts[0],] == ORGANIZATION)
        elif kinds.get((parts[0],)) == PRODUCT:
            votes[parts][PRODUCT] += 4
        initials = "".join(part[0] for part in parts if part[0].isupper())
        if (initials,) in votes:
            votes[initials,][kind] += 8


def _winner(vote: Counter[str], least: float = 0) -> str:
    """The kind with the most weight; empty where none has more than `least`. Ties go to the first in alphabetical order."""
    kind, weight = max(sorted(vote.items()), key=lambda item: item[1], default=("", 0.0))
    return kind if weight > least else ""


def _fine_type(parts: tuple[str, ...], kind: str) -> str:
    """The most special class that the name's words and the gazetteers tell."""
    if kind == PLACE:
        return _type_of_place(parts)
    told = [type_ for type_ in (type_of_ending(parts), type_of_beginning(parts)) if type_]
    if kind == ORGANIZATION:
        known = gazetteer.organization(_text(parts))
        fitting = [type_ for type_ in told if KIND_OF_TYPE.get(type_, ORGANIZATION) == ORGANIZATION]
        return known.type if known else next(iter(fitting), TYPE_OF_KIND[kind])
    if kind == LAW:
        return next((type_ for type_ in told if KIND_OF_TYPE.get(type_) == LAW), TYPE_OF_KIND[kind])
    return TYPE_OF_KIND.get(kind, "")


def _type_of_place(parts: tuple[str, ...]) -> str:
    text = _text(parts)
    if gazetteer.country(text):
        return "schema:Country"
    told = [type_ for type_ in (type_of_ending(parts), type_of_beginning(parts)) if type_ in PLACES]
    if told and len(parts) > 1:
        return told[0]
    known = max(gazetteer.places(text), key=lambda place: (place.is_named(text), place.population, place.type), default=None)
    return known.type if known else "schema:Place"


def _text(parts: Sequence[str]) -> str:
    """The words as one text; hyphens take no blanks."""
    return re.sub(r" ?([-–/]) ?", r"\1", " ".join(parts)).replace(" 's", "'s")
