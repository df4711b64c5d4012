"""Lines that are bows: from one thing to another, through the words that stand on them.

A bow is a quadratic Bézier curve. It ends before the shape and the name of the thing it leads to:
an arrow that lay below a name would not tell who does something to whom.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from kg.view.boxes import Box
from kg.view.positions import Positions

ARROW = 5.0  # pixels between the point of a line and the shape
SAMPLES = np.linspace(0.0, 1.0, 97)  # shares of a bow at which it is looked at
ARROWHEAD = 13.0  # pixels at the end of a bow that are always drawn
MIDDLE = 0.25  # share of a bow, at either end, in which its words do not lie: it would be a hook
SHORTEST = 1.0  # pixels
SHORTEST_PIECE = 6.0  # pixels of a bow between names and words: less would be a speck


@dataclass(frozen=True, slots=True)
class Bow:
    """A curve from its start to its end, towards a point between them that pulls it."""

    start: Positions
    pull: Positions
    end: Positions

    def points(self, shares: Positions) -> Positions:
        """Return the points at these shares of the way, a row for each."""
        gone = shares[:, None]
        left = 1 - gone
        on_bow: Positions = (
            left * left * self.start + 2 * left * gone * self.pull + gone * gone * self.end
        )
        return on_bow

    def until(self, share: float) -> "Bow":
        """Return the bow up to a share of its way."""
        (end,) = self.points(np.array([share]))
        pull = self.start + (self.pull - self.start) * share
        return Bow(self.start, pull, end)

    def between(self, first: float, last: float) -> "Bow":
        """Return the bow from one share of its way to another."""
        start, end = self.points(np.array([first, last]))
        pull = (
            (1 - first) * (1 - last) * self.start
            + (first + last - 2 * first * last) * self.pull
            + first * last * self.end
        )
        return Bow(start, pull, end)

    def path(self) -> str:
        """Return the bow as a path of SVG, in whole pixels."""
        rounded = np.rint([self.start, self.pull, self.end])
        return "M{} {}Q{} {} {} {}".format(*rounded.astype(int).ravel())


def bow(start: Positions, through: Positions, end: Positions) -> Bow:
    """Return the bow between two points through a third one, where it lies on the way."""
    before = np.hypot(*(through - start))
    after = np.hypot(*(end - through))
    way = max(SHORTEST, before + after)
    share = np.clip(before / way, MIDDLE, 1 - MIDDLE)
    left = 1 - share
    pulled = through - left * left * start - share * share * end
    pull: Positions = pulled / (2 * share * left)
    return Bow(start, pull, end)


def before_box(whole: Bow, box: Box) -> Bow:
    """Return a bow up to where it would meet the shape or the name at its end."""
    points = whole.points(SAMPLES)
    met = _at_shape_or_name(points - whole.end, box)
    last_before = max(1, int(met.argmax()) - 1)
    return whole.until(SAMPLES[last_before])


def path_around(whole: Bow, own: Box, words: Positions, room: Box) -> str:
    """Return a bow as a path of SVG that leaves out its own words and the name it starts at.

    `words` is where the words stand, and `room` what they take. An end that the words lie on stays:
    it has the arrow.
    """
    points = whole.points(SAMPLES)
    at_own_name = _at_name(points - whole.start, own)
    hidden = np.logical_or(at_own_name, _inside(points, words, room))
    from_end = np.hypot(*(points - whole.end).T)
    hidden[from_end < ARROWHEAD] = False
    changes = np.flatnonzero(np.diff(hidden.astype(int), prepend=1, append=1))
    pieces = []
    for first, behind in changes.reshape(-1, 2):
        last = behind - 1
        piece = whole.between(SAMPLES[first], SAMPLES[last])
        if np.hypot(*(piece.end - piece.start)) >= SHORTEST_PIECE:
            pieces.append(piece.path())
    return "".join(pieces) or whole.path()


def _at_shape_or_name(points: Positions, box: Box) -> Positions:
    """Return for each point, seen from the middle of the shape, whether it is at it or its name."""
    x, y = points.T
    at_shape = np.hypot(x, y) < box.size + ARROW
    met: Positions = at_shape | _at_name(points, box)
    return met


def _at_name(points: Positions, box: Box) -> Positions:
    """Return for each point, seen from the middle of the shape, whether it is at its name."""
    x, y = points.T
    _, below = box.after
    at_rows = (y >= box.size) & (y <= below)
    at_name: Positions = at_rows & (abs(x) <= box.width / 2)
    return at_name


def _inside(points: Positions, position: Positions, box: Box) -> Positions:
    """Return for each point whether it lies in a box at this position."""
    low = position - np.array(box.before)
    high = position + np.array(box.after)
    inside = (points > low) & (points < high)
    all_inside: Positions = inside.all(axis=1)
    return all_inside


def boxes_crossed(whole: Bow, positions: Positions, boxes: Iterable[Box]) -> set[int]:
    """Return which (their numbers) of some boxes at these positions a bow runs through."""
    points = whole.points(SAMPLES)
    crossed = set()
    for number, (position, box) in enumerate(zip(positions, boxes, strict=True)):
        if _inside(points, position, box).any():
            crossed.add(number)
    return crossed
