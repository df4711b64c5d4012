"""Which of the network's scores become sightings: the best pair of each two things, in the likelier direction, above its floor."""

import numpy as np
import pytest
from reader_samples import named

from kg.model import Kind, Mention, Passage
from kg.text.reader import load_reader
from kg.text.reader.candidates import Candidate
from kg.text.reader.entity_types import EntityType
from kg.text.reader.scores import SPEAKS_OF_CLASS, Prediction, best_of, tied_pairs

READER = load_reader()
assert READER is not None
NAMES = [relation.name for relation in READER.relations]
SPOUSE, BIRTH = NAMES.index("spouse"), NAMES.index("birth-date")
MAY = Candidate(Mention(Passage("a", 0, 3), "May", Kind.TIME, 0), -1, EntityType.TIME)
JUNE = Candidate(Mention(Passage("a", 9, 13), "June", Kind.TIME, 9), -1, EntityType.TIME)


def thing(number: int, sort: EntityType = EntityType.PERSON, told: bool = True) -> Candidate:
    return Candidate(named("Bo"), number, sort, told)


def score(probability: float) -> float:
    """The score of a probability."""
    return (np.log(probability / (1 - probability)) - READER.shift) / READER.scale


def best(found: list[Candidate], *seen: tuple[int, int, int, float]) -> list[Prediction]:
    """What comes of pairs of candidates with a relation and a probability each."""
    scores = np.full((len(seen), len(NAMES)), score(0.0001), dtype=np.float32)
    for row, (_, _, column, probability) in enumerate(seen):
        scores[row, column] = score(probability)
    return list(best_of(found, [(i, j) for i, j, _, _ in seen], scores, READER))


def test_of_two_directions_the_likelier_is_seen() -> None:
    found = [thing(0), thing(1)]
    (seen,) = best(found, (0, 1, SPOUSE, 0.95), (1, 0, SPOUSE, 0.99))
    assert (seen.subject.chain, seen.object.chain, seen.probability) == (1, 0, 0.99)
    assert len(best(found, (0, 1, SPOUSE, 0.95), (1, 0, SPOUSE, 0.95))) == 2


def test_of_two_mentions_of_one_thing_the_surest_is_seen() -> None:
    found = [thing(0), thing(1), thing(1)]
    for order in ([0.95, 0.98], [0.98, 0.95]):
        (seen,) = best(found, (0, 1, SPOUSE, order[0]), (0, 2, SPOUSE, order[1]))
        assert seen.probability == 0.98
        assert seen.object is found[1 + order.index(0.98)]


def test_times_are_things_of_their_own() -> None:
    seen = best([thing(0), MAY, JUNE], (0, 1, BIRTH, 0.95), (0, 2, BIRTH, 0.98))
    assert [each.object.mention.text for each in seen] == ["May", "June"]


def test_a_relation_is_seen_from_its_floor_on() -> None:
    floor = READER.thresholds[SPOUSE]
    assert best([thing(0), thing(1)], (0, 1, SPOUSE, floor))
    assert not best([thing(0), thing(1)], (0, 1, SPOUSE, floor - 0.01))


def test_a_sort_that_does_not_fit_asks_for_more() -> None:
    column = min(range(len(NAMES)), key=lambda at: READER.thresholds[at])
    floor, relation = READER.thresholds[column], READER.relations[column]
    strange = next(sort for sort in EntityType if not relation.admits(sort, sort))
    pair = [thing(0, strange), thing(1, strange)]
    needed = max(SPEAKS_OF_CLASS, floor)
    assert best(pair, (0, 1, column, needed))
    assert not best(pair, (0, 1, column, needed - 0.01))


@pytest.mark.parametrize(
    ("found", "dated", "pairs"),
    [
        ([thing(0), thing(1)], False, [(0, 1), (1, 0)]),
        ([thing(0), thing(0)], False, []),
        ([thing(0, told=False), thing(1, told=False)], False, []),
        ([thing(0, told=False), thing(1)], False, [(0, 1), (1, 0)]),
        ([thing(0), MAY], True, [(0, 1)]),
        ([thing(0), MAY], False, []),
        ([MAY, JUNE], True, []),
    ],
)
def test_pairs_are_of_different_things_that_some_relation_ties(
    found: list[Candidate], dated: bool, pairs: list[tuple[int, int]]
) -> None:
    assert tied_pairs(found, dated=dated) == pairs
