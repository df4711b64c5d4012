"""Which pairs the learned reader scores, and which scores it looks at."""

import numpy as np
import pytest

from kg.model import Chain, Kind, Mention, Passage
from kg.text.reader import load_reader
from kg.text.reader.candidates import candidates
from kg.text.reader.scores import tied_pairs

READER = load_reader()
assert READER is not None


def mention(text: str, words: str, kind: Kind, type_: str = "") -> Mention:
    start = text.index(words)
    return Mention(Passage("a", start, start + len(words)), words, kind, start, type_)


@pytest.mark.parametrize(("words", "seen"), [("Maria Lopez", True), ("she", False)])
def test_of_two_things_without_a_name_nothing_is_told(words: str, seen: bool) -> None:
    text = f"In the evening {words} married him in Lima."
    kind = Kind.PRONOUN if words == "she" else Kind.NAME
    pair = (
        mention(text, words, kind, "schema:Person"),
        mention(text, "him", Kind.PRONOUN, "schema:Person"),
    )
    found = candidates(pair, [Chain((each,), each.type, "") for each in pair])
    assert bool(tied_pairs(found, dated=False)) is seen


def test_every_score_that_reaches_its_floor_is_looked_at() -> None:
    scores = np.random.default_rng(1).normal(0, 4, (50, len(READER.thresholds))).astype(np.float32)
    reached = {
        (row, column)
        for row in range(50)
        for column, floor in enumerate(READER.thresholds)
        if READER.probability(float(scores[row, column])) >= floor
    }
    looked_at = READER.likely(scores)
    assert reached <= set(looked_at)
    assert looked_at == sorted(looked_at)
    assert len(looked_at) < scores.size / 2
