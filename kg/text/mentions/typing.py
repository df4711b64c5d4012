"""One class for one name over the whole article.

It comes from a vote of the model's labels, the gazetteers and the words around the name, and from
the weighed signs of `kinds`.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from functools import lru_cache
from itertools import chain
from operator import itemgetter

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.mentions.classes import special_class
from kg.text.mentions.clues import Clue, Weight
from kg.text.mentions.countries import is_known, is_nationality
from kg.text.mentions.kinds import (
    CAUTION,
    is_of_old,
    looks_like_product,
    probable_kind,
)
from kg.text.mentions.lexicon import (
    type_of_beginning,
    type_of_ending,
    type_of_name,
)
from kg.text.mentions.small_bodies import class_of_body
from kg.text.mentions.spans import Titled, text_of
from kg.text.mentions.tokens import Words
from kg.text.mentions.typing_features import clues
from kg.text.mentions.typing_signs import Signs, signs_of_names
from kg.text.mentions.vocabulary import (
    KIND_OF_LABEL,
    LEGAL_FORMS,
    NamedKind,
    kind_of,
)
from kg.text.parse.labels import NOUN_SUBJECTS

WEAK = 3  # with a smaller lead, what may name nothing stays without a kind
SURE = 6  # a vote with such a lead over the next kind is believed
CLEAR = 2  # with such a lead, a vote is believed for kinds that are seldom annotated
# Kinds of which too few names are annotated to learn more of them than the rules know.
SELDOM = frozenset(
    {NamedKind.PRODUCT, NamedKind.WORK, NamedKind.EVENT, NamedKind.LAW, NamedKind.AWARD}
)
AT_MOST = 2  # times that a clue of one kind and weight counts over all occurrences of a name
LABEL_WEIGHT = 5.0  # of the model's labels, shared out by their frequency
SURNAMES = word_set("names", "last-word-or-surname")
INSTITUTIONS = word_set("names", "institution")  # houses, and those who work in them
CLASS_OF_NAME = 7.5  # of the class that a name's own words show
CLASS_OF_WORD = 2.0  # the same of a single word
FULLER_NAME = 8  # of a fuller name, for its parts
SPACES_IN_NAME = range(1, 4)  # of a person
PLACE_WEIGHT = 4.0  # of a place that is no city
CITY = 20_000  # inhabitants of a city whose name is a weak sign; each tenfold adds as much again

EVENT = "sem:Event"
TRUST = -0.7  # less for naming nothing, of an argument that the model takes for a name
ARGUMENTS = NOUN_SUBJECTS | word_set("labels", "argument-by-a-name")

ACRONYM = re.compile(r"[A-Z][A-Z&]{1,5}")
NUMBERED_PLACES = word_set("names", "place-with-a-number")
NUMBER_OF_PLACE = re.compile(r"[A-Z]?\d{1,4}[A-Z]?|[A-Z]")
PARTNERS = re.compile(r"[^\W\d_]+(?:[-–][A-Z][^\W\d_]+){2,}")


Vote = dict[NamedKind, float]  # the weight of each kind
Votes = dict[Words, Vote]


def types_of_names(names: Sequence[Titled]) -> dict[Words, str]:
    """Return the class of each name, by its words; `NOTHING` for one that names nothing.

    A name has the same class wherever it stands in the article.
    """
    votes = votes_of_names(names)
    signs = signs_of_names(names, votes)
    return {
        words: class_of_body(words) or special_class(words, _kind(words, votes, signs))
        for words in votes
    }


def _kind(words: Words, votes: Votes, signs: Mapping[Words, Signs]) -> NamedKind:
    """Return the kind of a name: by the vote of the rules if that is sure, else by all signs."""
    winner, lead = _winner_and_lead(votes[words])
    is_clear = lead >= (CLEAR if winner in SELDOM else SURE)
    if is_clear or _is_known(text_of(words), winner):
        return winner
    caution = TRUST if _is_argument(signs[words]) else CAUTION
    kind = probable_kind(signs[words], caution)
    return NamedKind.UNKNOWN if kind == NamedKind.NOTHING and lead < WEAK else kind


def _is_argument(signs: Signs) -> bool:
    """Return whether the model sees a name wherever the words stand, and it is an argument."""
    if "label none" in signs:
        return False
    return any(f"is {role}" in signs for role in ARGUMENTS)


def _is_known(text: str, kind: NamedKind) -> bool:
    """Return whether a text is a country, a demonym, or a well-known body that votes say it is."""
    if is_nationality(text):
        return True
    return kind == NamedKind.ORGANIZATION and gazetteer.organization(text) is not None


def _winner_and_lead(vote: Vote) -> tuple[NamedKind, float]:
    """Return the kind with the most weight, and how much more that is than the next."""
    winner = _winner(vote)
    others = [weight for kind, weight in vote.items() if kind != winner]
    return winner, vote.get(winner, 0) - max([0, *others])


def votes_of_names(names: Sequence[Titled]) -> Votes:
    """Return the votes of the rules for each name, by its words."""
    votes = _votes(names)
    _share_parts(votes)
    return votes


def _votes(names: Iterable[Titled]) -> Votes:
    """Return the votes for each name: of the words around it, of its labels, of its own words."""
    labels: dict[Words, Counter[str]] = defaultdict(Counter)
    context: dict[Words, Counter[Weight]] = defaultdict(Counter)
    for name in names:
        words = name.span.words
        labels[words][name.span.label] += 1
        for clue in clues(name):
            context[words].update(clue.weights)
    votes: Votes = {}
    for words, counts in labels.items():
        around = _of_context(context[words])
        votes[words] = _sum(chain(around, _of_labels(counts), _of_words(words)))
    return votes


def _sum(weights: Iterable[Weight]) -> Vote:
    """Return the sum of the weights for each kind."""
    vote: Vote = defaultdict(float)
    for kind, weight in weights:
        vote[kind] += weight
    return vote


def _of_context(counts: Mapping[Weight, int]) -> Iterator[Weight]:
    """Yield the weights of the clues around a name, each as often as it may count."""
    for (kind, weight), times in counts.items():
        yield kind, weight * min(times, AT_MOST)


def _of_labels(labels: Mapping[str, int]) -> Iterator[Weight]:
    """Yield the weights of the kinds of labels that the model has given to a name."""
    total = sum(labels.values())
    for label, count in labels.items():
        if label:
            yield KIND_OF_LABEL[label], LABEL_WEIGHT * count / total


@lru_cache(maxsize=20_000)
def _of_words(words: Words) -> tuple[Weight, ...]:
    """Return the kinds that a name's own words speak for, with weights."""
    return tuple(_own_weights(words))


def _own_weights(words: Words) -> Iterator[Weight]:
    """Yield the weights of the clues that the words of a name give."""
    text = text_of(words)
    if gazetteer.country(text):
        yield from Clue.COUNTRY.weights
    elif gazetteer.demonym(text):
        yield from Clue.DEMONYM.weights
    yield from _of_first_and_last(words, text)
    yield from _of_places(text)
    if gazetteer.organization(text):
        known = Clue.KNOWN_ORGANIZATION if len(words) > 1 else Clue.KNOWN_ACRONYM
        yield from known.weights
    if ACRONYM.fullmatch(text):
        yield from Clue.ACRONYM.weights
    if _is_numbered_place(words):
        yield NamedKind.PLACE, CLASS_OF_NAME
    elif looks_like_product(words, text):
        yield from Clue.NUMBER.weights
    if PARTNERS.fullmatch(text) or "&" in words:
        yield from Clue.PARTNERS.weights


def _is_numbered_place(words: Words) -> bool:
    """Return whether a number or letter tells a part of a place apart: "Gate D7"."""
    match words:
        case [*_, noun, number]:
            return noun in NUMBERED_PLACES and NUMBER_OF_PLACE.fullmatch(number) is not None
    return False


def _of_first_and_last(words: Words, text: str) -> Iterator[Weight]:
    """Yield weights from a given name at the start, or from words that show a class."""
    class_ = type_of_name(words)
    clue = _clue_of_ends(words, text, class_)
    if clue:
        yield from clue.weights
    elif class_:
        kind = kind_of(class_)
        yield kind, CLASS_OF_NAME if len(words) > 1 else CLASS_OF_WORD
        if kind == NamedKind.EVENT:
            yield NamedKind.PERSON, -CLASS_OF_NAME  # a storm has the name of a person
        if type_of_beginning(words) == EVENT:  # "Tour of Ruritania" is neither a firm nor a land
            yield NamedKind.ORGANIZATION, -CLASS_OF_NAME
            yield NamedKind.PLACE, -CLASS_OF_NAME
    elif len(words) == 1 and gazetteer.is_given_name(text):
        given = Clue.AMBIGUOUS_GIVEN_NAME if is_known(text) else Clue.GIVEN_NAME
        yield from given.weights


def _clue_of_ends(words: Words, text: str, class_: str) -> Clue | None:
    """Return the clue of a name that begins like a person's, or begins or ends like a house's."""
    if not class_ or words[-1] in SURNAMES:
        if is_of_old(words):
            return Clue.NAME_OF_OLD
        if _is_full_name(words, text):
            return Clue.FULL_NAME
    return None if INSTITUTIONS.isdisjoint((words[0], words[-1])) else Clue.INSTITUTION


def _is_full_name(words: Words, text: str) -> bool:
    """Return whether words are a given name and one to three more, all with capitals."""
    if text.count(" ") not in SPACES_IN_NAME:
        return False
    if not gazetteer.is_given_name(words[0]):
        return False
    is_double = words[1:2] == ("-",)  # "Jean-Marie Bell"
    capitalised = words[:1] + words[2:] if is_double else words
    return all(word[0].isupper() for word in capitalised)


def _of_places(text: str) -> Iterator[Weight]:
    """Yield the weight of the weightiest place of a name.

    A place weighs by its size; one whose name is a common word, or an alias, weighs little.
    """
    weights = [_weight_of_place(place, text) for place in gazetteer.places(text)]
    if weights:
        yield NamedKind.PLACE, max(weights)


def _weight_of_place(place: gazetteer.Place, text: str) -> float:
    """Return how much a place speaks for its name to be that of a place."""
    weight = PLACE_WEIGHT
    if place.type == "schema:City":
        size = max(place.population, CITY)
        weight = 2 * math.log10(size / CITY) + 1
    if place.common_word:
        weight /= 3
    return weight if place.is_named(text) else weight / 2


def _share_parts(votes: Votes) -> None:
    """Give short names a share in what the fuller names of the article are.

    "Bell" in "Mary Bell", "Acme" in "Acme Ltd.".
    """
    kinds = {words: _winner(vote) for words, vote in votes.items()}
    for words, kind in kinds.items():
        if len(words) == 1:
            continue
        _share(votes, _initials(words), kind)
        first, body = words[:1], words[:-1]
        if kind == NamedKind.PERSON:
            for short in {first, words[-1:], _first_surname(words)}:
                _share(votes, short, kind)
        elif body in votes and words[-1].lower() in LEGAL_FORMS:
            _share(votes, body, NamedKind.ORGANIZATION)
        elif first in votes:
            _share_first(votes, words, kind, kinds[first])


def _first_surname(words: Words) -> Words:
    """Return the first of two surnames, by which people are called: "Ana Ruiz Solano".

    Without one it is the last word.
    """
    surnames = words[1:]
    is_double = len(surnames) == 2 and all(map(gazetteer.may_be_family_name, surnames))
    if is_double and not gazetteer.is_given_name(surnames[0]):
        return words[1:2]
    return words[-1:]


def _initials(words: Words) -> Words:
    """Return the acronym of a name: ("AB",) of "Acme Boats"."""
    capitals = [word[0] for word in words if word[0].isupper()]
    return ("".join(capitals),)


def _share(votes: Votes, words: Words, kind: NamedKind) -> None:
    """Give a short name, if the article has it, the kind of its fuller name."""
    if words in votes:
        votes[words][kind] += FULLER_NAME


def _share_first(votes: Votes, words: Words, kind: NamedKind, kind_of_first: NamedKind) -> None:
    """Give a longer name and its first word alone a share in each other.

    "Acme Airways" and "Acme", "Gizmo" and "Gizmo Mini".
    """
    whole, first = votes[words], votes[words[:1]]
    if kind_of_first == NamedKind.PRODUCT:
        whole[NamedKind.PRODUCT] += 4
    elif kind == NamedKind.ORGANIZATION and not gazetteer.country(words[0]):
        first[NamedKind.ORGANIZATION] += 6 if _is_clear_body(words) else 2
    if kind_of_first == NamedKind.ORGANIZATION:
        whole[NamedKind.ORGANIZATION] += 2


def _is_clear_body(words: Words) -> bool:
    """Return whether two words show an organisation, and the first is no place or person."""
    if len(words) > 2 or not type_of_ending(words):
        return False
    is_ambiguous = gazetteer.is_place(words[0]) or gazetteer.is_given_name(words[0])
    return not is_ambiguous


def _winner(vote: Vote) -> NamedKind:
    """Return the kind with the most weight; UNKNOWN without any.

    Ties go to the first in alphabetical order.
    """
    if not vote:
        return NamedKind.UNKNOWN
    kind, weight = max(sorted(vote.items()), key=itemgetter(1))
    return kind if weight > 0 else NamedKind.UNKNOWN
