"""How likely each relation is between each two things of a sentence, as the network sees it.

One sentence is one call: the scales of the network's integers depend on all that is in a call, and a fact must not depend on
which sentences happen to be read together.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kg.lang.en import word_list
from kg.model import Passage
from kg.text.reader.candidates import Candidate
from kg.text.reader.entity_types import EntityType
from kg.text.reader.features import Features, Ints, Span, distance, features
from kg.text.reader.relations import Relation, tied_sorts
from kg.text.reader.weights import Reader
from kg.trace import is_recorded, stopped

NEAR = 0.5  # share of its floor from which a relation is told in a trace
SPEAKS_OF_CLASS = (
    0.6  # from which probability on a relation may put the sorts of its mentions in doubt
)
# What stands in a sentence that dates a birth, a death or a foundation: a stem of these, a bracket or
# a dash.
DATING = re.compile(rf"\b(?:{'|'.join(word_list('signs', 'dating'))})|[(–—]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Prediction:
    """A relation that the network sees between two mentions, and how probable it is, 0 to 1."""

    subject: Candidate
    object: Candidate
    relation: Relation
    probability: float

    @property
    def passage(self) -> Passage:
        """Return the stretch from the first to the last word of the two mentions."""
        ends = (self.subject.mention.passage, self.object.mention.passage)
        return Passage(
            ends[0].article, min(each.start for each in ends), max(each.end for each in ends)
        )


def scored(
    text: str, start: int, found: Sequence[Candidate], reader: Reader
) -> Iterator[Prediction]:
    """Every relation that reaches its floor, once for each two things: at the two mentions that show it best.

    `text` is the sentence, `start` where it begins in the article, `found` its candidates in text order.
    """
    dated = DATING.search(text) is not None
    if not _pairs(found, dated=dated):
        return
    spans = [
        Span(each.mention.passage.start - start, each.mention.passage.end - start, each.sort)
        for each in found
    ]
    for stretch in features(text, spans, reader.tokenizer):
        inside = [found[at] for at in stretch.spans]
        pairs = _pairs(inside, dated=dated)
        if pairs:
            yield from _best(
                inside, pairs, _run(stretch, np.array(pairs, dtype=np.int64), reader), reader
            )


def _pairs(found: Sequence[Candidate], *, dated: bool) -> list[tuple[int, int]]:
    """The ordered pairs of different things that some relation can tie, and of which one is more than a pronoun.

    A time is an end of none where the sentence tells of no beginning and no end (`dated` is False).
    """
    allowed = tied_sorts()
    return [
        (i, j)
        for i, subject in enumerate(found)
        for j, value in enumerate(found)
        if i != j
        and (dated or EntityType.TIME not in (subject.sort, value.sort))
        and (subject.sort, value.sort) in allowed
        and (subject.chain != value.chain or subject.chain < 0)
        and (subject.is_told or value.is_told)
    ]


def _run(stretch: Features, pairs: Ints, reader: Reader) -> npt.NDArray[np.float32]:
    """The scores [pairs, relations] of one stretch of a sentence."""
    given = {
        "ids": stretch.ids[None, :],
        "types": stretch.types[None, :],
        "first": stretch.first[None, :],
        "last": stretch.last[None, :],
        "pairs": pairs[None, :],
        "gap": distance(stretch.first, stretch.last, pairs)[None, :],
    }
    result: npt.NDArray[np.float32] = reader.session.run(None, given)[0][0]
    return result


def _best(
    found: Sequence[Candidate],
    pairs: Sequence[tuple[int, int]],
    scores: npt.NDArray[np.float32],
    reader: Reader,
) -> Iterator[Prediction]:
    """The best pair of mentions for each two things and relation; of two directions of one relation the likelier.

    A relation that the sorts of the mentions do not admit is told only where it is sure enough to put the sorts in doubt.
    """
    best: dict[tuple[int, int, str], Prediction] = {}
    for row, column in reader.likely(scores, NEAR if is_recorded() else 1.0):
        (i, j), relation = pairs[row], reader.relations[column]
        probability = reader.probability(float(scores[row, column]))
        fits = relation.admits(found[i].sort, found[j].sort)
        floor = reader.floors[column] if fits else max(SPEAKS_OF_CLASS, reader.floors[column])
        seen = Prediction(found[i], found[j], relation, probability)
        if probability < floor:
            below = "“{}” and “{}”: the probability, {:.2f}, is below the floor of {:.2f}"
            ends = (seen.subject.mention, seen.object.mention)
            stopped(f"reader:{relation.name}", seen.passage, below, *ends, probability, floor)
            continue
        key = (_thing(found, i), _thing(found, j), relation.name)
        if key not in best or best[key].probability < probability:
            best[key] = seen
    for (subject, value, name), each in best.items():
        other = best.get((value, subject, name))
        if other is None or other.probability <= each.probability:
            yield each
        else:
            turned = "“{}” and “{}”: the other direction is likelier"
            stopped(
                f"reader:{name}", each.passage, turned, each.subject.mention, each.object.mention
            )


def _thing(found: Sequence[Candidate], at: int) -> int:
    """The number of a candidate's chain; for a time, which is in none, a number of its own below zero."""
    return found[at].chain if found[at].chain >= 0 else -1 - at
