"""The probability of each relation between two things of a sentence, as the network sees it.

One sentence is one call: the scales of the network's integers depend on all that is in a call, and
a fact must not depend on which sentences happen to be read together.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

import numpy as np

from kg.lang.en import word_list
from kg.model import Mention, Passage
from kg.text.reader.candidates import Candidate, Referent
from kg.text.reader.entity_types import EntityType
from kg.text.reader.features import Features, Ints, Span, distance, features
from kg.text.reader.relations import Relation, tied_entity_types
from kg.text.reader.weights import Reader, Scores
from kg.trace import is_recorded, stopped

NEAR = 0.5  # share of its threshold from which a relation is named in a trace
SPEAKS_OF_CLASS = 0.6  # from which probability on a relation puts the types of its ends in doubt
# What stands in a sentence that dates a birth, a death or a foundation: a stem of these, a bracket
# or a dash.
STEMS = "|".join(word_list("signs", "dating"))
DATING = re.compile(rf"\b(?:{STEMS})|[(–—]", re.IGNORECASE)

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


def scored(
    text: str, start: int, candidates: Sequence[Candidate], reader: Reader
) -> Iterator[Prediction]:
    """Yield every relation that reaches its threshold, once for each two things.

    That is at the two mentions that show it best. `text` is the sentence, `start` the offset at
    which it begins in the article; its `candidates` are in text order.
    """
    dated = DATING.search(text) is not None
    if not _pairs(candidates, dated=dated):
        return
    spans = [_span(candidate, start) for candidate in candidates]
    for stretch in features(text, spans, reader.tokenizer):
        inside = [candidates[at] for at in stretch.spans]
        pairs = _pairs(inside, dated=dated)
        if not pairs:
            continue
        rows = np.array(pairs, dtype=np.int64)
        scores = _run(stretch, rows, reader)
        yield from _best(inside, pairs, scores, reader)


def _span(candidate: Candidate, start: int) -> Span:
    """Return where a candidate stands in a sentence that starts at an offset."""
    passage = candidate.passage
    return Span(passage.start - start, passage.end - start, candidate.entity_type)


def _pairs(candidates: Sequence[Candidate], *, dated: bool) -> list[Pair]:
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


def _run(stretch: Features, pairs: Ints, reader: Reader) -> Scores:
    """Return the scores [pairs, relations] of one stretch of a sentence."""
    return _answer(
        reader,
        ids=stretch.ids,
        types=stretch.types,
        first=stretch.first,
        last=stretch.last,
        pairs=pairs,
        gap=distance(stretch.first, stretch.last, pairs),
    )


def _answer(reader: Reader, **inputs: Ints) -> Scores:
    """Return what the network answers to its inputs, which are those of a batch of one."""
    batch = {name: array[None, :] for name, array in inputs.items()}
    answer: Scores = reader.session.run(None, batch)[0][0]
    return answer


def _best(
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
