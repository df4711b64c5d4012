"""The room that things take with their labels, and boxes that are pushed apart until none overlap.

Source: Dwyer, Marriott & Stuckey 2005 (removal of overlaps along one axis).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.view.positions import Numbers, Positions
from kg.view.wording import wide

LETTER, LINE = 6.4, 15.0  # pixels: width of a letter and height of a line of a label
MARGIN = 9.0  # pixels that labels keep from each other
TOUCH = 1.0  # pixels by which boxes may still overlap: less than their margins
PUSHES = 200  # rounds of pushing labels apart; most graphs need far fewer
AT_ONCE = 10  # rounds between two looks at which boxes are near each other
NEAR = 30.0  # pixels between boxes that are near each other


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a thing takes with its label below it, in pixels.

    `size` is the radius of its shape.
    """

    size: float
    width: float
    height: float

    def widened(self, times: float) -> "Box":
        """Return a box with a label so many times as large, around the same shape."""
        return Box(self.size, self.width * times, self.height * times)


def box(size: float, lines: Sequence[str]) -> Box:
    """Return the room of a shape with this radius and a label of these lines."""
    longest = max(map(wide, lines), default=0)
    diameter = 2 * size
    width = max(diameter, longest * LETTER)
    height = diameter + len(lines) * LINE
    return Box(size, width + MARGIN, height + MARGIN)


class Frame(NamedTuple):
    """The upper left and the lower right corner of an area, and thus its width and height."""

    low: Positions
    high: Positions

    @property
    def extent(self) -> Positions:
        """The width and the height."""
        return self.high - self.low


def frame(positions: Positions, boxes: Sequence[Box]) -> Frame:
    """Return the frame of the boxes at these positions."""
    rooms = [(box.width / 2, box.size, box.height - box.size) for box in boxes]
    beside, above, below = np.array(rooms).T
    x, y = positions.T
    low_x, low_y = x - beside, y - above
    high_x, high_y = x + beside, y + below
    low = np.array([low_x.min(), low_y.min()])
    high = np.array([high_x.max(), high_y.max()])
    return Frame(low, high)


def pushed_apart(positions: Positions, boxes: Sequence[Box]) -> Positions:
    """Return the positions with no two boxes on each other, as far as `PUSHES` rounds go.

    Each pair that overlaps is moved apart along the axis on which it overlaps less, by its measure,
    half by half.
    """
    crowd = _Crowd(positions, boxes)
    for _ in range(PUSHES // AT_ONCE):
        near = crowd.near_pairs()
        pushed = [crowd.push(near) for _ in range(AT_ONCE)]
        if not any(pushed):
            break
    return crowd.positions()


class _Pairs(NamedTuple):
    """Pairs of boxes: the numbers of both, and how far apart their middles have to be."""

    one: Numbers
    other: Numbers
    widths: Positions
    heights: Positions

    def only(self, chosen: NDArray[np.bool]) -> "_Pairs":
        """Return the chosen pairs."""
        one, other, widths, heights = self
        return _Pairs(one[chosen], other[chosen], widths[chosen], heights[chosen])


class _Crowd:
    """Boxes that push each other apart. A box begins at the top of its shape."""

    def __init__(self, positions: Positions, boxes: Sequence[Box]):
        self._below = np.array([box.height / 2 - box.size for box in boxes])
        x, y = positions.T
        self._x = x.copy()
        self._y = y + self._below
        self._widths = _half_sums(box.width for box in boxes)
        self._heights = _half_sums(box.height for box in boxes)
        each_pair_once = np.ones_like(self._widths, dtype=bool)
        self._later = np.triu(each_pair_once, 1)

    def positions(self) -> Positions:
        """Return the positions of the shapes."""
        return np.stack([self._x, self._y - self._below], axis=1)

    def near_pairs(self) -> _Pairs:
        """Return the pairs of boxes that are near each other."""
        widths, heights = self._widths, self._heights
        near_x = _distances(self._x) < widths + NEAR
        near_y = _distances(self._y) < heights + NEAR
        one, other = np.nonzero(near_x & near_y & self._later)
        return _Pairs(one, other, widths[one, other], heights[one, other])

    def push(self, pairs: _Pairs) -> bool:
        """Move the pairs that overlap among those given; return whether any does."""
        one, other, widths, heights = pairs
        apart_x = self._x[one] - self._x[other]
        apart_y = self._y[one] - self._y[other]
        hit_x = np.abs(apart_x) < widths - TOUCH
        hit_y = np.abs(apart_y) < heights - TOUCH
        hit = hit_x & hit_y
        if not hit.any():
            return False
        self._part(pairs.only(hit), apart_x[hit], apart_y[hit])
        return True

    def _part(self, pairs: _Pairs, apart_x: Positions, apart_y: Positions) -> None:
        """Move pairs that overlap, sideways or up and down."""
        over_x = pairs.widths - np.abs(apart_x)
        over_y = pairs.heights - np.abs(apart_y)
        sideways = over_x * pairs.heights < over_y * pairs.widths
        push_x = _away(apart_x, over_x) * sideways
        push_y = _away(apart_y, over_y) * ~sideways
        both = np.concatenate([pairs.one, pairs.other])
        hits = np.bincount(both, minlength=len(self._x))
        share = 0.5 / np.sqrt(np.maximum(1, hits))
        self._x += share * _sums(pairs, push_x, len(hits))
        self._y += share * _sums(pairs, push_y, len(hits))


def _distances(along: Positions) -> Positions:
    """Return the distance between every two places on an axis."""
    apart: Positions = np.subtract.outer(along, along)
    return np.abs(apart)


def _away(apart: Positions, over: Positions) -> Positions:
    """Return how far to move the first of each pair; of two in one place it goes left or up."""
    return np.where(apart > 0, over, -over)


def _sums(pairs: _Pairs, push: Positions, count: int) -> NDArray[Any]:
    """Return the sum of the pushes on each box: the second of a pair is pushed the other way."""
    forwards = np.bincount(pairs.one, push, count)
    backwards = np.bincount(pairs.other, push, count)
    return forwards - backwards


def _half_sums(sizes: Iterable[float]) -> Positions:
    """Return half the sum of every two sizes: how far apart two boxes have to be."""
    half = np.array(list(sizes)) / 2
    sums: Positions = np.add.outer(half, half)
    return sums
