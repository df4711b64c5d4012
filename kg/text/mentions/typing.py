"""One class for one name over the whole article.

It comes from a vote of the model's labels, the gazetteers and the words around the name.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.mentions.clues import Clue, Weight
from kg.text.mentions.lexicon import type_of_beginning, type_of_ending, type_of_name
from kg.text.mentions.spans import Words
from kg.text.mentions.titles import Titled
from kg.text.mentions.typing_features import clues
from kg.text.mentions.vocabulary import KIND_OF_LABEL, LEGAL_FORMS, PLACES, NamedKind

AT_MOST = 2  # times that a clue of one kind and weight counts over all occurrences of a name
LABEL_WEIGHT = 5.0  # of the model's labels, shared out by their frequency
SURNAMES = word_set("names", "last-word-or-surname")
INSTITUTIONS = word_set("names", "institution")  # houses, and those who work in them
CLASS_OF_NAME = 7.5  # of the class that a name's own words show
CLASS_OF_WORD = 2.0  # the same of a single word
FULLER_NAME = 8  # of a fuller name, for its parts
UNSEEN = 4.5  # what speaks for a name that the model never saw must weigh more than this
CITY = 20_000  # inhabitants of a city whose name is a weak sign; each tenfold adds as much again

ACRONYM = re.compile(r"[A-Z][A-Z&]{1,5}")
CAMEL_CASE = re.compile(r"[a-z][A-Z]")
LETTER_AND_FIGURE = re.compile(r"[A-Za-z]-?\d")
ROMAN_NUMBER = re.compile(r"[IVX]{1,5}")

TYPE_OF_KIND = {
    NamedKind.PERSON: "schema:Person",
    NamedKind.ORGANIZATION: "schema:Organization",
    NamedKind.PLACE: "schema:Place",
    NamedKind.GROUP: "kg:Group",
    NamedKind.EVENT: "sem:Event",
    NamedKind.WORK: "schema:CreativeWork",
    NamedKind.PRODUCT: "schema:Product",
    NamedKind.LAW: "kg:Law",
}
KIND_OF_TYPE = {
    "sem:Event": NamedKind.EVENT,
    "schema:Product": NamedKind.PRODUCT,
    "kg:Award": NamedKind.LAW,
    "kg:Law": NamedKind.LAW,
} | dict.fromkeys(PLACES, NamedKind.PLACE)
SHOWN_BY_WORDS = frozenset({NamedKind.ORGANIZATION, NamedKind.LAW})

Vote = dict[NamedKind, float]  # the weight of each kind


def types_of_names(names: Sequence[Titled]) -> Mapping[Words, str]:
    """Return the class of each name, by its words.

    A name has the same class wherever it stands in the article.
    """
    votes = _votes(names)
    _share_parts(votes)
    seen = {name.span.words for name in names if name.span.label}
    types: dict[Words, str] = {}
    for words, vote in votes.items():
        kind = _winner(vote, 0 if words in seen else UNSEEN)
        if words not in seen or not _is_doubtful(words, kind, vote):
            types[words] = _fine_type(words, kind)
    return types


def _is_doubtful(words: Words, kind: NamedKind, vote: Vote) -> bool:
    """Return whether only the model takes a single word for a person.

    Nothing in the article or its own form bears it out.
    """
    if kind != NamedKind.PERSON or len(words) > 1:
        return False
    return vote[NamedKind.PERSON] <= LABEL_WEIGHT


def _votes(names: Iterable[Titled]) -> dict[Words, Vote]:
    """Return the votes for each name: of the words around it, of its labels, of its own words."""
    labels: dict[Words, Counter[str]] = defaultdict(Counter)
    context: dict[Words, Counter[Weight]] = defaultdict(Counter)
    for name in names:
        words = name.span.words
        labels[words][name.span.label] += 1
        for clue in clues(name):
            context[words].update(clue.weights)
    votes: dict[Words, Vote] = {}
    for words, counts in labels.items():
        weights = [*_of_context(context[words]), *_of_labels(counts), *_of_words(words)]
        votes[words] = _sum(weights)
    return votes


def _sum(weights: Iterable[Weight]) -> Vote:
    vote: Vote = defaultdict(float)
    for kind, weight in weights:
        vote[kind] += weight
    return vote


def _of_context(counts: Mapping[Weight, int]) -> Iterator[Weight]:
    for (kind, weight), times in counts.items():
        yield kind, weight * min(times, AT_MOST)


def _of_labels(labels: Mapping[str, int]) -> Iterator[Weight]:
    total = sum(labels.values())
    for label, count in labels.items():
        if label:
            yield KIND_OF_LABEL[label], LABEL_WEIGHT * count / total


@lru_cache(maxsize=20_000)
def _of_words(words: Words) -> tuple[Weight, ...]:
    """Return the kinds that a name's own words speak for, with weights."""
    return tuple(_own_weights(words))


def _own_weights(words: Words) -> Iterator[Weight]:
    text = _text(words)
    if gazetteer.country(text):
        yield from Clue.COUNTRY.weights
    elif gazetteer.demonym(text):
        yield from Clue.DEMONYM.weights
    yield from _of_first_and_last(words, text)
    yield from _of_places(text)
    is_one_word = len(words) == 1
    if gazetteer.organization(text):
        known = Clue.KNOWN_ACRONYM if is_one_word else Clue.KNOWN_ORGANIZATION
        yield from known.weights
    if is_one_word and ACRONYM.fullmatch(text):
        yield from Clue.ACRONYM.weights
    if any(map(str.isdigit, words[1:])) or _looks_like_product(text):
        yield from Clue.NUMBER.weights


def _of_first_and_last(words: Words, text: str) -> Iterator[Weight]:
    """Yield weights from a given name at the start, or from words that show a class."""
    class_ = type_of_name(words)
    may_be_person = not class_ or words[-1] in SURNAMES
    if may_be_person and _is_of_old(words):
        yield from Clue.NAME_OF_OLD.weights
    elif may_be_person and _is_full_name(words, text):
        yield from Clue.FULL_NAME.weights
    elif not INSTITUTIONS.isdisjoint((words[0], words[-1])):
        yield from Clue.INSTITUTION.weights
    elif class_:
        yield _kind_of(class_), CLASS_OF_NAME if len(words) > 1 else CLASS_OF_WORD
    elif len(words) == 1 and gazetteer.is_given_name(text):
        given = Clue.AMBIGUOUS_GIVEN_NAME if _is_known(text) else Clue.GIVEN_NAME
        yield from given.weights


def _kind_of(class_: str) -> NamedKind:
    return KIND_OF_TYPE.get(class_, NamedKind.ORGANIZATION)


def _is_known(text: str) -> bool:
    """Return whether a given name is that of a known place or organisation, too."""
    return gazetteer.is_place(text) or gazetteer.organization(text) is not None


def _is_full_name(words: Words, text: str) -> bool:
    """Return whether words are a given name and one to three more, all with capitals."""
    if text.count(" ") not in (1, 2, 3) or not gazetteer.is_given_name(words[0]):
        return False
    is_double = words[1:2] == ("-",)  # "Jean-Marie Bell"
    capitalised = words[:1] + words[2:] if is_double else words
    return all(word[0].isupper() for word in capitalised)


def _looks_like_product(text: str) -> bool:
    """Return whether a name has a capital inside ("iPhone") or a figure behind a letter."""
    return bool(CAMEL_CASE.match(text) or LETTER_AND_FIGURE.search(text))


def _is_of_old(words: Words) -> bool:
    """Return whether people without a family name are called so: "Mary of Oldham", "Philip IV"."""
    if len(words) not in (2, 3) or not gazetteer.is_given_name(words[0]):
        return False
    if len(words) == 3:
        return words[1] == "of"
    return ROMAN_NUMBER.fullmatch(words[1]) is not None


def _of_places(text: str) -> Iterator[Weight]:
    """Yield the weight of the weightiest place of a name.

    A place weighs by its size; one whose name is a common word, or an alias, weighs little.
    """
    best = max((_weight_of_place(place, text) for place in gazetteer.places(text)), default=0)
    if best > 0:
        yield NamedKind.PLACE, best


def _weight_of_place(place: gazetteer.Place, text: str) -> float:
    weight = 4.0
    if place.type == "schema:City":
        weight = 2 * math.log10(max(place.population, CITY) / CITY) + 1
    if place.common_word:
        weight /= 3
    return weight if place.is_named(text) else weight / 2


def _share_parts(votes: dict[Words, Vote]) -> None:
    """Give short names a share in what the fuller names of the article are.

    "Bell" in "Mary Bell", "Acme" in "Acme Ltd.".
    """
    kinds = {words: _winner(vote) for words, vote in votes.items()}
    for words, kind in kinds.items():
        if len(words) < 2:
            continue
        initials = ("".join(word[0] for word in words if word[0].isupper()),)
        if initials in votes:
            votes[initials][kind] += FULLER_NAME
        if kind == NamedKind.PERSON:
            for short in {words[-1:], words[:1]} & votes.keys():
                votes[short][kind] += FULLER_NAME
        elif words[-1].lower() in LEGAL_FORMS and words[:-1] in votes:
            votes[words[:-1]][NamedKind.ORGANIZATION] += FULLER_NAME
        elif words[:1] in votes:
            _share_first(votes, words, kind, kinds[words[:1]])


def _share_first(
    votes: dict[Words, Vote], words: Words, kind: NamedKind, kind_of_first: NamedKind
) -> None:
    """Give a longer name and its first word alone a share in each other.

    "Acme Airways" and "Acme", "Gizmo" and "Gizmo Mini".
    """
    if kind_of_first == NamedKind.PRODUCT:
        votes[words][NamedKind.PRODUCT] += 4
    elif kind == NamedKind.ORGANIZATION and not gazetteer.country(words[0]):
        votes[words[:1]][NamedKind.ORGANIZATION] += 6 if _is_clear_body(words) else 2
    if kind_of_first == NamedKind.ORGANIZATION:
        votes[words][NamedKind.ORGANIZATION] += 2


def _is_clear_body(words: Words) -> bool:
    """Return whether two words show an organisation, and the first is no place or person."""
    if len(words) > 2 or not type_of_ending(words):
        return False
    return not gazetteer.is_place(words[0]) and not gazetteer.is_given_name(words[0])


def _winner(vote: Vote, least: float = 0) -> NamedKind:
    """Return the kind with the most weight; UNKNOWN if none has more than `least`.

    Ties go to the first in alphabetical order.
    """
    kind, weight = max(sorted(vote.items()), key=_weight, default=(NamedKind.UNKNOWN, 0))
    return kind if weight > least else NamedKind.UNKNOWN


def _weight(item: Weight) -> float:
    return item[1]


def _fine_type(words: Words, kind: NamedKind) -> str:
    """Return the most special class that the name's words and the gazetteers show."""
    if kind == NamedKind.PLACE:
        return _type_of_place(words)
    if kind == NamedKind.ORGANIZATION:
        known = gazetteer.organization(_text(words))
        if known:
            return known.type
    shown = type_of_name(words) if kind in SHOWN_BY_WORDS else ""
    if shown and _kind_of(shown) == kind:
        return shown
    return TYPE_OF_KIND.get(kind, "")


def _type_of_place(words: Words) -> str:
    text = _text(words)
    if gazetteer.country(text):
        return "schema:Country"
    if len(words) > 1:
        for class_ in (type_of_ending(words), type_of_beginning(words)):
            if class_ in PLACES:
                return class_
    known = gazetteer.places(text)
    return known[0].type if known else "schema:Place"


def _text(words: Words) -> str:
    """Return the words as one text; hyphens take no blanks."""
    return re.sub(r" ?([-–/]) ?", r"\1", " ".join(words)).replace(" 's", "'s")
