"""What the encoder is given: every mention in some stretch, inner mentions over outer ones, long sentences cut between mentions."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.text.reader import load_reader
from kg.text.reader.entity_types import EntityType
from kg.text.reader.features import WINDOW, Span, distance, features

READER = load_reader()
assert READER is not None
PIECES = READER.pieces


def spelled(ids: list[int]) -> str:
    """What some pieces that are whole words say."""
    word_of = {number: word for word, number in PIECES.numbers.items()}
    return " ".join(map(word_of.__getitem__, ids))


def spans_of(text: str, *words: str) -> list[Span]:
    return [
        Span(text.index(word), text.index(word) + len(word), EntityType.PERSON) for word in words
    ]


def test_the_pieces_of_a_mention_are_those_of_its_words() -> None:
    text = "Yesterday Ada Lund met Jens Berg."
    (made,) = features(text, spans_of(text, "Ada Lund", "Jens Berg"), PIECES)
    words = [
        spelled(made.ids[first : last + 1].tolist())
        for first, last in zip(made.first, made.last, strict=True)
    ]
    assert words == ["ada lund", "jens berg"]
    assert set(made.types.tolist()) == {0, 1 + 2 * EntityType.PERSON, 2 + 2 * EntityType.PERSON}


def test_the_sort_of_an_inner_mention_stands_over_that_of_the_outer() -> None:
    text = "The Norwegian Film Board closed."
    outer = Span(4, 24, EntityType.ORGANIZATION)
    (made,) = features(text, [outer, Span(4, 13, EntityType.COUNTRY)], PIECES)
    assert made.types[made.first[1]] == 1 + 2 * EntityType.COUNTRY
    assert made.types[made.last[0]] == 2 + 2 * EntityType.ORGANIZATION


@given(
    st.lists(
        st.sampled_from(["Ada Lund", "went", "far, far", "Jens Berg", "ø", "…"]),
        min_size=1,
        max_size=400,
    )
)
@settings(deadline=None, max_examples=30)
def test_no_mention_is_lost_and_no_stretch_is_longer_than_the_window(words: list[str]) -> None:
    text, spans = "", []
    for word in words:
        if word.istitle():
            spans.append(Span(len(text), len(text) + len(word), EntityType.PERSON))
        text += word + " "
    made = features(text, spans, PIECES)
    assert all(len(each.ids) <= WINDOW for each in made)
    assert sorted(at for each in made for at in each.spans) == list(range(len(spans)))


@pytest.mark.parametrize(("gap", "expected"), [(0, 0), (1, 1), (2, 1), (3, 2), (7, 3), (500, 7)])
def test_distance_is_told_by_powers_of_two_and_by_order(gap: int, expected: int) -> None:
    first, last = np.array([1, 2 + gap]), np.array([2, 3 + gap])
    both = distance(first, last, np.array([[0, 1], [1, 0]]))
    assert both.tolist() == [expected, expected + 8]


@pytest.mark.parametrize(
    ("before", "lengths"),
    [
        (WINDOW - 4, [WINDOW]),  # two marks, and two pieces of the name
        (
            WINDOW - 3,
            [WINDOW - 1, 2 + 2 + 2],
        ),  # the name would be cut in two: it begins the next stretch
        (WINDOW - 2, [WINDOW, 2 + 2 + 2]),
    ],
)
def test_a_long_sentence_is_cut_at_the_window_or_before_the_mention_there(
    before: int, lengths: list[int]
) -> None:
    text = "far " * before + "ada lund"
    text += " far far" if len(lengths) > 1 else ""
    made = features(text, spans_of(text, "ada lund"), PIECES)
    assert [len(each.ids) for each in made] == [len(each.types) for each in made] == lengths
    assert [each.spans for each in made] == [()] * (len(lengths) - 1) + [(0,)]
    last = made[-1]
    assert spelled(last.ids[last.first[0] : last.last[0] + 1].tolist()) == "ada lund"
    assert sorted(set(last.types.tolist())) == [
        0,
        1 + 2 * EntityType.PERSON,
        2 + 2 * EntityType.PERSON,
    ]


def test_stretches_follow_each_other_without_a_gap() -> None:
    text = "far " * (2 * WINDOW) + "ada lund " + "near " * WINDOW
    made = features(text, spans_of(text, "ada lund"), PIECES)
    ids = [piece for each in made for piece in each.ids[1:-1].tolist()]
    assert ids == PIECES.encode(text).ids
    assert {each.ids[0] for each in made} == {PIECES.numbers["[CLS]"]}
    assert {each.ids[-1] for each in made} == {PIECES.numbers["[SEP]"]}
    assert {
        array.dtype for each in made for array in (each.ids, each.types, each.first, each.last)
    } == {np.dtype(np.int64)}


def test_a_span_without_a_piece_is_at_none() -> None:
    (made,) = features(
        "Ada Lund", [Span(3, 3, EntityType.PERSON), Span(0, 3, EntityType.PERSON)], PIECES
    )
    assert made.spans == (1,)
