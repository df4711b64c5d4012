"""Lines as bows: through their words, without a hook, and never with an arrow below a name."""

import re

import numpy as np
import pytest

from kg.view.bows import before_box, bow, boxes_crossed, path_around
from kg.view.boxes import Box

SHARES = np.linspace(0, 1, 400)
NAMED = Box(10.0, 120.0, 47.0)  # a shape, and below it a name 120 pixels wide


def point(x: float, y: float) -> np.ndarray:
    return np.array([float(x), float(y)])


def nearest(whole, place: np.ndarray) -> float:
    return np.hypot(*(whole.points(SHARES) - place).T).min()


@pytest.mark.parametrize(
    "through",
    [(50, 0), (50, 40), (20, -30), (85, 25), (95, 15), (5, 40)],
    ids=lambda through: f"through {through}",
)
def test_a_bow_runs_through_its_words_and_makes_no_hook(through):
    whole = bow(point(0, 0), point(*through), point(100, 0))
    assert nearest(whole, point(*through)) < 2
    x, _ = whole.points(SHARES).T
    assert x.min() > -6
    assert x.max() < 106


@pytest.mark.parametrize(
    ("start", "above"),
    [((0, 200), False), ((150, 200), False), ((-200, 60), False), ((0, -200), True)],
    ids=["from below", "from the lower right", "from the lower left", "from above"],
)
def test_an_arrow_ends_before_the_shape_or_below_the_name(start, above):
    begun = point(*start)
    (x, y) = before_box(bow(begun, begun / 2, point(0, 0)), NAMED).end
    assert np.hypot(x, y) >= 14, "not on the shape"
    assert (y < 0) == above
    assert above or y > 36 or abs(x) > 59, "not on the name"


def test_one_thing_lies_in_the_way_and_one_does_not():
    whole = bow(point(0, 0), point(150, 0), point(300, 0))
    places = [point(100, -12), point(100, 60), point(250, -100)]
    assert boxes_crossed(whole, places, [NAMED] * 3) == {0}


def test_what_things_lie_on_each_other_has_a_path_too():
    whole = before_box(bow(point(5, 5), point(5, 5), point(5, 5)), NAMED)
    assert re.fullmatch(r"M5 5Q5 5 5 5", whole.path())


@pytest.mark.parametrize("far", [40, 90, 300], ids=lambda far: f"{far} pixels")
def test_a_line_leaves_out_its_words_and_its_own_name_and_keeps_its_arrow(far):
    words, room = point(0, far / 2 + 20), Box(10.0, 60.0, 20.0)
    whole = bow(point(0, 0), words, point(0, far + 40))
    numbers = list(map(int, re.findall(r"-?\d+", path_around(whole, NAMED, words, room))))
    ends = [(numbers[at + 1], numbers[at + 5]) for at in range(0, len(numbers), 6)]
    *before, last = ends
    assert last[1] == far + 40, "the arrow"
    for first, behind in before:
        assert behind <= 11 or first >= 36, "not on the name below its shape"
        assert behind <= words[1] - 9, "not on its words"
    assert last[0] >= min(words[1] + 9, far + 40 - 14)
