"""The room that things take with their labels, and boxes that are pushed apart until none overlap.

Source: Dwyer, Marriott & Stuckey 2005 (removal of overlaps along one axis).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from kg.view.page_model import Point
from kg.view.positions import Numbers, Positions
from kg.view.wording import wide

LETTER, LINE = 6.4, 15.0  # pixels: width of a letter and height of a line of a label
MARGIN = 9.0  # pixels that labels keep from each other
TOUCH = 1.0  # pixels by which boxes may still overlap: less than their margins
PUSHES = 200  # rounds of pushing labels apart; most graphs need far fewer
AT_ONCE = 10  # rounds between two looks at which boxes are near each other
RIM = 0.08  # share of an area that is free at first, on each side
FLAT = 1e-9  # an extent that is none
NEAR = 30.0  # pixels between boxes that are near each other


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a thing takes with its label below it, in pixels.

    `size` is the radius of its shape. The box begins at the top of the shape.
    """

    size: float
    width: float
    height: float

    @property
    def extent(self) -> Point:
        """The width and the height."""
        return self.width, self.height

    @property
    def middle(self) -> Point:
        """The way from the middle of the shape to that of the box."""
        middle = self.height / 2
        return 0.0, middle - self.size

    @property
    def before(self) -> Point:
        """The room to the left of the middle of the shape, and above it."""
        return self.width / 2, self.size

    @property
    def after(self) -> Point:
        """The room to the right of the middle of the shape, and below it."""
        below = self.height - self.size
        return self.width / 2, below

    def widened(self, times: float) -> "Box":
        """Return a box with so many times the room, around the same shape."""
        width = self.width * times
        height = self.height * times
        return Box(self.size, width, height)


Boxes = Sequence[Box]


def box(size: float, lines: Sequence[str]) -> Box:
    """Return the room of a shape with this radius and a label of these lines."""
    diameter = 2 * size
    longest = max(map(wide, lines), default=0)
    width = max(diameter, longest * LETTER)
    height = diameter + len(lines) * LINE
    return Box(size, width + MARGIN, height + MARGIN)


class Frame(NamedTuple):
    """The upper left and the lower right corner of an area."""

    low: Positions
    high: Positions

    @property
    def extent(self) -> Positions:
        """The width and the height."""
        return self.high - self.low


def frame(positions: Positions, boxes: Boxes) -> Frame:
    """Return the frame of the boxes at these positions."""
    before = [box.before for box in boxes]
    after = [box.after for box in boxes]
    low = positions - np.array(before)
    high = positions + np.array(after)
    lowest = low.min(axis=0)
    highest = high.max(axis=0)
    return Frame(lowest, highest)


def spread_over(positions: Positions, extent: Point) -> Positions:
    """Return the positions turned and stretched so that they fill an area, but for its rim."""
    middle = positions.mean(axis=0)
    centred = positions - middle
    products = centred.T @ centred
    _, axes = np.linalg.eigh(products)
    width, height = extent
    if width >= height:
        axes = np.fliplr(axes)
    turned = centred @ axes
    least = turned.min(axis=0)
    reach = np.ptp(turned, axis=0)
    shares = (turned - least) / np.maximum(reach, FLAT)
    whole = np.array(extent)
    inner = whole * (1 - 2 * RIM)
    spread: Positions = shares * inner + whole * RIM
    return spread


def inside(positions: Positions, boxes: Boxes, extent: Point) -> Positions:
    """Return the positions moved so that every box lies in an area of this width and height."""
    before = np.array([box.before for box in boxes])
    after = np.array([box.after for box in boxes])
    farthest = np.array(extent) - after
    most = np.maximum(before, farthest)
    moved: Positions = np.clip(positions, before, most)
    return moved


def overlap(positions: Positions, boxes: Boxes) -> bool:
    """Return whether any two boxes lie on each other."""
    to_middles = np.array([box.middle for box in boxes])
    middles = (positions + to_middles).T
    extents = np.array([box.extent for box in boxes])
    wanted = _half_sums(extents.T) - TOUCH
    apart = abs(middles[..., None] - middles[:, None])
    hit = (apart < wanted).all(axis=0)
    np.fill_diagonal(hit, False)
    return bool(hit.any())


def pushed_apart(positions: Positions, boxes: Boxes) -> Positions:
    """Return the positions with no two boxes on each other, as far as `PUSHES` rounds go.

    Each pair that overlaps is moved apart along the axis on which it overlaps less, by its measure,
    half by half.
    """
    to_middles = np.array([box.middle for box in boxes])
    middles = (positions + to_middles).T.copy()  # a row for each axis
    extents = np.array([box.extent for box in boxes])
    wanted = _half_sums(extents.T)
    for _ in range(PUSHES // AT_ONCE):
        pairs = _near_pairs(middles, wanted)
        if not _push_often(middles, pairs, wanted):
            break
    apart: Positions = middles.T - to_middles
    return apart


def _push_often(middles: Positions, pairs: Numbers, wanted: Positions) -> bool:
    """Move near pairs apart a few times, in place; return whether any overlapped at first."""
    wanted_of_pairs = wanted[:, *pairs]
    for round_ in range(AT_ONCE):
        if not _push(middles, pairs, wanted_of_pairs):
            return round_ > 0
    return True


def _half_sums(sizes: Positions) -> Positions:
    """Return half the sum of every two sizes: how far apart two boxes have to be."""
    half = sizes / 2
    of_first = half[..., None]
    of_second = half[:, None]
    sums: Positions = of_first + of_second
    return sums


def _near_pairs(middles: Positions, wanted: Positions) -> Numbers:
    """Return the numbers of the boxes that are near each other, a row for each of the two."""
    first = middles[..., None]
    second = middles[:, None]
    near = abs(first - second) < wanted + NEAR
    near_on_both = near.all(axis=0)
    one, other = np.nonzero(near_on_both)
    each_pair_once = one < other
    return np.array([one[each_pair_once], other[each_pair_once]])


def _push(middles: Positions, pairs: Numbers, wanted: Positions) -> bool:
    """Move the pairs that overlap among those given, in place; return whether any does."""
    one, other = pairs
    apart = middles[:, one] - middles[:, other]
    over = abs(apart) < wanted - TOUCH
    hit = over.all(axis=0)
    if not hit.any():
        return False
    pushes = _pushes(apart[:, hit], wanted[:, hit])
    overlapping = pairs[:, hit]
    _move(middles, overlapping, pushes)
    return True


def _pushes(apart: Positions, wanted: Positions) -> Positions:
    """Return how far to move the first of each pair that overlaps, sideways or up and down.

    Of two in one place, the first goes left or up.
    """
    over = wanted - abs(apart)
    away_x, away_y = np.where(apart > 0, over, -over)
    over_x, over_y = over
    width, height = wanted
    sideways = over_x * height < over_y * width
    return np.array([away_x * sideways, away_y * ~sideways])


def _move(middles: Positions, pairs: Numbers, pushes: Positions) -> None:
    """Move the first of each pair as it is pushed, and the second the other way."""
    one, other = pairs
    count = middles.shape[1]
    hits = np.bincount(pairs.ravel(), minlength=count)
    at_least_one = np.maximum(1, hits)
    share = 0.5 / np.sqrt(at_least_one)
    for along, push in zip(middles, pushes, strict=True):
        forwards = np.bincount(one, push, count)
        backwards = np.bincount(other, push, count)
        along += share * (forwards - backwards)
