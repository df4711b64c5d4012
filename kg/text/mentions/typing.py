"""One class for one name over the whole article: a vote of the model's labels, the gazetteers and the words around the name."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from spacy.tokens import Doc

from kg import gazetteer
from kg.text.mentions.lexicon import type_of_beginning, type_of_ending, type_of_name
from kg.text.mentions.sorts import EVENT, GROUP, KIND_OF_LABEL, LAW, ORGANIZATION, PERSON, PLACE, PRODUCT, WORK
from kg.text.mentions.spans import words_of
from kg.text.mentions.titles import Titled
from kg.text.mentions.typing_features import clues
from kg.text.mentions.vocabulary import LEGAL_FORMS, words
from kg.vocabulary import PLACES

AT_MOST = 2  # times that a clue of one kind and weight counts over all occurrences of a name
LABEL_WEIGHT = 5.0  # of the model's labels, shared out by their frequency
SURNAMES = words("surnames")
GIVEN_NAME = 5.5  # a little more than the model's label
INSTITUTIONS = frozenset({"Museum", "Gallery", "Theatre", "Theater"})  # houses, and those who work in them
UNSEEN = 4.5  # what speaks for a name that the model never saw must weigh more than this
CITY = 20_000  # inhabitants of a city whose name is a weak sign; each tenfold adds as much again

Words = tuple[str, ...]
TYPE_OF_KIND = {
    PERSON: "schema:Person", ORGANIZATION: "schema:Organization", PLACE: "schema:Place", GROUP: "kg:Group",
    EVENT: "sem:Event", WORK: "schema:CreativeWork", PRODUCT: "schema:Product", LAW: "kg:Law",
}  # fmt: skip
KIND_OF_TYPE = {"sem:Event": EVENT, "schema:Product": PRODUCT, "kg:Award": LAW, "kg:Law": LAW} | dict.fromkeys(PLACES, PLACE)


def types_of_names(doc: Doc, names: Sequence[Titled]) -> Mapping[Words, str]:
    """The class of each name, by its words; a name has the same class wherever it stands in the article."""
    votes = _votes(doc, names)
    _share_parts(votes, {parts: _winner(vote) for parts, vote in votes.items()})
    seen = {words_of(doc, name.span) for name in names if name.span.label}
    kinds = {parts: _winner(vote, 0 if parts in seen else UNSEEN) for parts, vote in votes.items()}
    doubtful = {parts for parts in seen if _is_doubtful(parts, kinds[parts], votes[parts])}
    return {parts: _fine_type(parts, kind) for parts, kind in kinds.items() if parts not in doubtful}


def _is_doubtful(parts: Words, kind: str, vote: Mapping[str, float]) -> bool:
    """True for a single word that only the model takes for a person: nothing in the article or its own form bears it out."""
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
        for (kind, told), times in context[parts].items():
            vote[kind] += told * min(times, AT_MOST)
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
    """What a name's own words tell."""
    return tuple(_own_clues(parts))


def _own_clues(parts: Words) -> Iterator[tuple[str, float]]:
    text = _text(parts)
    if gazetteer.country(text):
        yield PLACE, 20
    elif gazetteer.demonym(text):
        yield GROUP, 20
    told = type_of_name(parts)
    capitals = [part[0].isupper() for part in (parts[:1] + parts[2:] if parts[1:2] == ("-",) else parts)]  # "Jean-Marie Bell"
    is_person = text.count(" ") in (1, 2, 3) and gazetteer.is_given_name(parts[0]) and all(capitals)
    is_person = is_person or _is_of_old(parts)
    if is_person and (not told or parts[-1] in SURNAMES):
        yield PERSON, GIVEN_NAME + (2 if _is_of_old(parts) else 0)
    elif parts[-1] in INSTITUTIONS or parts[0] in INSTITUTIONS:
        yield PLACE, 7.5
        yield ORGANIZATION, 5.0
    elif told:
        yield KIND_OF_TYPE.get(told, ORGANIZATION), 7.5 if len(parts) > 1 else 2.0
    elif len(parts) == 1 and gazetteer.is_given_name(text):
        yield PERSON, 2 if gazetteer.is_place(text) or gazetteer.organization(text) else GIVEN_NAME
    yield from _of_places(text)
    if gazetteer.organization(text):
        yield ORGANIZATION, 6 if len(parts) == 1 else 10
    if len(parts) == 1 and re.fullmatch(r"[A-Z][A-Z&]{1,5}", text):
        yield ORGANIZATION, 2
        yield PERSON, -2
    if re.match(r"[a-z][A-Z]", text) or any(part.isdigit() for part in parts[1:]) or re.search(r"[A-Za-z]-?\d", text):
        yield PRODUCT, 8
        yield PERSON, -3


def _is_of_old(parts: Words) -> bool:
    """True for "Mary of Oldham" and "Philip IV": people without a family name."""
    if len(parts) < 2 or not gazetteer.is_given_name(parts[0]):
        return False
    return (len(parts) == 3 and parts[1] == "of") or (len(parts) == 2 and re.fullmatch(r"[IVX]{1,5}", parts[1]) is not None)


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


def _share_parts(votes: dict[Words, dict[str, float]], kinds: Mapping[Words, str]) -> None:
    """Short names take part in what the fuller names of the article are: "Bell" in "Mary Bell", "Acme" in "Acme Ltd."."""
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


def _share_first(votes: dict[Words, dict[str, float]], parts: Words, kind: str, kind_of_first: str) -> None:
    """What a longer name and its first word alone tell of each other: "Acme Airways" and "Acme", "Gizmo" and "Gizmo Mini"."""
    if kind_of_first == PRODUCT:
        votes[parts][PRODUCT] += 4
    elif kind == ORGANIZATION and not gazetteer.country(parts[0]):
        tells = len(parts) == 2 and type_of_ending(parts) and not gazetteer.is_place(parts[0])
        votes[parts[:1]][ORGANIZATION] += 6 if tells and not gazetteer.is_given_name(parts[0]) else 2
    if kind_of_first == ORGANIZATION:
        votes[parts][ORGANIZATION] += 2


def _winner(vote: Mapping[str, float], least: float = 0) -> str:
    """The kind with the most weight; empty where none has more than `least`. Ties go to the first in alphabetical order."""
    kind, weight = max(sorted(vote.items()), key=lambda item: item[1], default=("", 0.0))
    return kind if weight > least else ""


def _fine_type(parts: Words, kind: str) -> str:
    """The most special class that the name's words and the gazetteers tell."""
    if kind == PLACE:
        return _type_of_place(parts)
    told = type_of_name(parts)
    fits = bool(told) and KIND_OF_TYPE.get(told, ORGANIZATION) == kind
    if kind == ORGANIZATION:
        known = gazetteer.organization(_text(parts))
        return known.type if known else told if fits else TYPE_OF_KIND[kind]
    return told if fits and kind == LAW else TYPE_OF_KIND.get(kind, "")


def _type_of_place(parts: Words) -> str:
    text = _text(parts)
    if gazetteer.country(text):
        return "schema:Country"
    told = next((type_ for type_ in (type_of_ending(parts), type_of_beginning(parts)) if type_ in PLACES), "")
    if told and len(parts) > 1:
        return told
    known = gazetteer.places(text)
    return known[0].type if known else "schema:Place"


def _text(parts: Sequence[str]) -> str:
    """The words as one text; hyphens take no blanks."""
    return re.sub(r" ?([-–/]) ?", r"\1", " ".join(parts)).replace(" 's", "'s")
