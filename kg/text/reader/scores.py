"""The scores that the network gives, and the relations between two things that they tell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import NamedTuple

import numpy as np

from kg.lang.en import word_list
from kg.model import Mention, Part, Passage, SeenRole
from kg.text.reader.candidates import Candidate, Referent
from kg.text.reader.entity_types import EntityType
from kg.text.reader.features import Features, Ints, distance
from kg.text.reader.relations import Relation, tied_entity_types
from kg.text.reader.weights import Floats, Reader, Scores, probability_of
from kg.trace import is_recorded, stopped

NOWHERE = np.zeros(1, dtype=np.int64)  # for the network, which takes no empty list
NEAR = 0.5  # share of its threshold from which a relation is named in a trace
SPEAKS_OF_CLASS = 0.6  # from which probability on a relation puts the types of its ends in doubt
# What stands in a sentence that dates a birth, a death or a foundation: a stem of these, a bracket
# or a dash.
STEMS = "|".join(word_list("signs", "dating"))
DATING = re.compile(rf"\b(?:{STEMS})|[(–—]", re.IGNORECASE)

PARTS = tuple(Part)  # of the network's scores, but for the first, which is that of no role
LEAST = 0.05  # probability of a role; below, it is not kept

Pair = tuple[int, int]  # the places of two candidates among all
Sighting = tuple[Referent, Referent, str]  # a relation of two things, by its name


@dataclass(frozen=True, slots=True)
class Prediction:
    """A relation that the network predicts between two mentions, and its probability, 0 to 1."""

    subject: Candidate
    object: Candidate
    relation: Relation
    probability: float

    @property
    def ends(self) -> tuple[Candidate, Candidate]:
        """The two mentions."""
        return self.subject, self.object

    @property
    def said_ends(self) -> tuple[Candidate, Candidate]:
        """The two things in the order in which the property of the relation is said."""
        return (self.object, self.subject) if self.relation.turned else self.ends

    @property
    def mentions(self) -> tuple[Mention, Mention]:
        """The mentions of the two things."""
        return self.subject.mention, self.object.mention

    @property
    def passage(self) -> Passage:
        """The stretch from the first to the last word of the two mentions."""
        passages = [end.passage for end in self.ends]
        start = min(passage.start for passage in passages)
        end = max(passage.end for passage in passages)
        return Passage(passages[0].article, start, end)


def is_dated(text: str) -> bool:
    """Return whether a sentence speaks of a beginning or an end, so that a date may be of one."""
    return DATING.search(text) is not None


def tied_pairs(candidates: Sequence[Candidate], *, dated: bool) -> list[Pair]:
    """Return the ordered pairs of candidates that some relation can tie.

    If the sentence speaks of no beginning and no end (`dated` is False), a time is an end of none.
    """
    pairs: list[Pair] = []
    for i, j in permutations(range(len(candidates)), 2):
        if _can_be_tied(candidates[i], candidates[j], dated=dated):
            pairs.append((i, j))
    return pairs


def _can_be_tied(subject: Candidate, value: Candidate, *, dated: bool) -> bool:
    """Return whether some relation can tie two things, of which one is more than a pronoun."""
    types = (subject.entity_type, value.entity_type)
    if types not in tied_entity_types():
        return False
    if EntityType.TIME in types and not dated:
        return False
    if subject.chain == value.chain and subject.chain >= 0:
        return False
    return subject.is_identified or value.is_identified


def best_of(
    candidates: Sequence[Candidate],
    pairs: Sequence[Pair],
    scores: Scores,
    reader: Reader,
) -> Iterator[Prediction]:
    """Yield the best pair of mentions for each two things and relation.

    Of two directions of one relation, it is the likelier.
    """
    best: dict[Sighting, Prediction] = {}
    for prediction in _above_threshold(candidates, pairs, scores, reader):
        subject, value = prediction.ends
        sighting = (subject.referent, value.referent, prediction.relation.name)
        known = best.get(sighting)
        if known is None or known.probability < prediction.probability:
            best[sighting] = prediction
    for (one, other, name), prediction in best.items():
        reverse = best.get((other, one, name))
        if reverse is None or reverse.probability <= prediction.probability:
            yield prediction
            continue
        condition = "“{}” and “{}”: the other direction is likelier"
        stopped(f"reader:{name}", prediction.passage, condition, *prediction.mentions)


def _above_threshold(
    candidates: Sequence[Candidate],
    pairs: Sequence[Pair],
    scores: Scores,
    reader: Reader,
) -> Iterator[Prediction]:
    """Yield each relation of each pair whose probability reaches its threshold."""
    share = NEAR if is_recorded() else 1.0
    for row, column in reader.likely(scores, share):
        subject, value = (candidates[at] for at in pairs[row])
        probability = reader.probability(float(scores[row, column]))
        prediction = Prediction(subject, value, reader.relations[column], probability)
        threshold = _threshold(prediction, reader.thresholds[column])
        if probability >= threshold:
            yield prediction
            continue
        rule = f"reader:{prediction.relation.name}"
        condition = "“{}” and “{}”: the probability, {:.2f}, is below the floor of {:.2f}"
        words = (*prediction.mentions, probability, threshold)
        stopped(rule, prediction.passage, condition, *words)


def _threshold(prediction: Prediction, usual: float) -> float:
    """Return the probability from which a prediction is believed.

    A relation that the types of the mentions do not admit must be sure enough to put them in doubt.
    """
    subject, value = prediction.ends
    if prediction.relation.admits(subject.entity_type, value.entity_type):
        return usual
    return max(SPEAKS_OF_CLASS, usual)


# ------------------------------------------------------------------------------------------ network


@dataclass(frozen=True, slots=True)
class Answer:
    """The network's scores of a stretch: `relations` [pairs, relations], the others [words] and
    [mentions].

    `events` tell which words tell an event that belongs in the graph, `things` which mentions mean
    a thing that does. `vectors` [words, width] are alike for words that tell of one event; their
    length is 1. `roles` [words, mentions, 1 + roles] tell which role a mention has in what a word
    tells, the first that it has none, `states` [words, 4] whether that happened.
    """

    relations: Scores
    events: Scores
    things: Scores
    vectors: Scores
    roles: Scores
    states: Scores


def answer(stretch: Features, pairs: Sequence[tuple[int, int]], reader: Reader) -> Answer:
    """Return the scores of a stretch and of pairs of its mentions."""
    first = _some(stretch.first)
    last = _some(stretch.last)
    words = _some(stretch.words)
    rows = np.array(pairs or [(0, 0)], dtype=np.int64)
    relations, events, things, vectors, roles, states = _run(
        reader,
        ids=stretch.ids,
        types=stretch.types,
        first=first,
        last=last,
        pairs=rows,
        gap=distance(first, last, rows),
        words=words,
    )
    words_given, given = len(stretch.words), len(stretch.first)
    return Answer(
        relations[: len(pairs)],
        events[:words_given],
        things[:given],
        vectors[:words_given],
        roles[:words_given, :given],
        states[:words_given],
    )


def _run(reader: Reader, **inputs: Ints) -> Iterator[Scores]:
    """Yield what the network answers to its inputs, which are those of a batch of one."""
    batch = {name: array[None, :] for name, array in inputs.items()}
    for scores in reader.session.run(None, batch):
        yield scores[0]


def _some(places: np.ndarray) -> np.ndarray:
    """Return places in a stretch; its first piece if there are none."""
    return places if len(places) else NOWHERE


# ---------------------------------------------------------------------------------------- meanings


class State(NamedTuple):
    """The state of what a word tells: the probability of each answer, two decimals."""

    stands: float
    planned: float
    possible: float
    denied: float


Vector = tuple[int, ...]  # in hundredths
Roles = tuple[SeenRole, ...]


def chance_of(score: Scores) -> float:
    """Return the probability that a word tells an event."""
    return probability_of(float(score))


def in_hundredths(vector: Scores) -> Vector:
    """Return a vector as whole numbers, since its last digits may differ between processors."""
    rounded = np.rint(100 * vector)
    numbers = rounded.astype(int)
    return tuple(numbers.tolist())


def roles_of(mentions: Sequence[Mention], chances: Floats) -> Roles:
    """Return the roles that the mentions have in what a word tells.

    `chances` are those of each mention, the first that it has none.
    """
    roles: list[SeenRole] = []
    for mention, row in zip(mentions, chances.tolist(), strict=True):
        for part, chance in zip(PARTS, row[1:], strict=True):
            if chance >= LEAST:
                role = SeenRole(part, mention, chance)
                roles.append(role)
    return tuple(roles)


def state_of(chances: Floats) -> State:
    """Return whether what a word tells happened."""
    return State(*chances.tolist())


def chances_of(scores: Scores) -> Floats:
    """Return the probabilities of classes, the last dimension, two decimals."""
    logits = scores.astype(np.float64)
    raised = np.exp(logits)
    whole = raised.sum(-1, keepdims=True)
    chances: Floats = np.round(raised / whole, 2)
    return chances
