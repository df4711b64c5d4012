"""One sentence as the encoder of the learned reader takes it: word pieces and token types.

The same code makes the features when the reader learns and when it reads.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from kg.text.reader.entity_types import EntityType

Ints = npt.NDArray[np.int64]

WINDOW = 192  # word pieces that the encoder takes at once; a longer sentence is read in stretches
# Outside of mentions; the first piece and further pieces of each entity type.
TOKEN_TYPES = 1 + 2 * len(EntityType)
BUCKETS = 16  # classes of distance between two mentions, half of them for each order
ONE_ORDER = BUCKETS // 2
MARKS = ("[CLS]", "[SEP]")  # at both ends of what the encoder takes


@dataclass(frozen=True, slots=True)
class Span:
    """One mention: characters `start` up to, not including, `end` of the sentence, and its type."""

    start: int
    end: int
    entity_type: EntityType


class Pieces(NamedTuple):
    """The first and the last word piece of a mention."""

    first: int
    last: int

    def is_within(self, stretch: range) -> bool:
        """Return whether all of them are in a stretch of the sentence."""
        return stretch.start <= self.first <= self.last < stretch.stop

    def moved(self, by: int) -> "Pieces":
        """Return them with so much added to their numbers."""
        return Pieces(self.first + by, self.last + by)


@dataclass(frozen=True, slots=True)
class Features:
    """Word pieces `ids` and their `types`, and the first and last piece of each of the `spans`.

    `ids` and `types` are of one length. `spans` are the places, in the list that was given, of
    those mentions that lie wholly inside this stretch of the sentence.
    """

    ids: Ints
    types: Ints
    first: Ints
    last: Ints
    spans: tuple[int, ...]


def features(text: str, spans: Sequence[Span], tokenizer: Tokenizer) -> list[Features]:
    """Return the features of a sentence: one stretch, or several if it is longer than the window.

    The tokenizer must neither pad nor truncate. No mention is cut in two, as far as that can be.
    """
    encoding = tokenizer.encode(text, add_special_tokens=False)
    places = [_pieces(span, encoding.offsets) for span in spans]
    return [
        _stretch(encoding.ids, range(*cut), spans, places, tokenizer)
        for cut in _cuts(len(encoding.ids), places)
    ]


def distance(first: Ints, last: Ints, pairs: Ints) -> Ints:
    """Return the class of distance of each pair (rows of subject and object).

    It goes by powers of two, in pieces, apart for each order.
    """
    subject, value = pairs.T
    behind, before = first[value] - last[subject], first[subject] - last[value]
    gap = np.maximum(behind, before)
    power = np.log2(np.maximum(gap, 0) + 1).astype(np.int64)
    size = np.minimum(power, ONE_ORDER - 1)
    classes: Ints = np.where(first[subject] <= first[value], size, size + ONE_ORDER)
    return classes


def _pieces(span: Span, offsets: Sequence[tuple[int, int]]) -> Pieces:
    """Return the first and the last word piece that share a character with a span, else (0, -1).

    Pieces stand in text order, and none is empty.
    """
    first = bisect_right(offsets, span.start, key=itemgetter(1))
    last = bisect_left(offsets, span.end, key=itemgetter(0)) - 1
    return Pieces(first, last) if first <= last else Pieces(0, -1)


def _cuts(length: int, places: Sequence[Pieces]) -> list[tuple[int, int]]:
    """Return stretches of at most the window's pieces; two are kept for the marks at both ends."""
    starts, most = [0], WINDOW - 2
    while length - starts[-1] > most:
        start = starts[-1]
        end = start + most
        crossing = (first for first, last in places if start < first < end <= last)
        starts.append(min(crossing, default=end))
    return list(pairwise([*starts, length]))


def _stretch(
    ids: Sequence[int],
    stretch: range,
    spans: Sequence[Span],
    places: Sequence[Pieces],
    tokenizer: Tokenizer,
) -> Features:
    """Return the features of one stretch, which a mark opens and another closes."""
    begin, finish = map(tokenizer.token_to_id, MARKS)
    marked = np.array([begin, *ids[stretch.start : stretch.stop], finish], dtype=np.int64)
    inside = {at: each for at, each in enumerate(places) if each.is_within(stretch)}
    moved = {at: each.moved(1 - stretch.start) for at, each in inside.items()}
    return Features(
        ids=marked,
        types=_types(len(marked), moved, spans),
        first=_ints(first for first, _ in moved.values()),
        last=_ints(last for _, last in moved.values()),
        spans=tuple(moved),
    )


def _ints(values: Iterable[int]) -> Ints:
    return np.array(list(values), dtype=np.int64)


def _types(length: int, places: Mapping[int, Pieces], spans: Sequence[Span]) -> Ints:
    """Return the token type of each piece; of nested mentions, the inner one gives it."""
    types = np.zeros(length, dtype=np.int64)
    for at, (first, last) in sorted(places.items(), key=_longest_first):
        further = 2 + 2 * spans[at].entity_type
        types[first : last + 1] = further
        types[first] = further - 1
    return types


def _longest_first(item: tuple[int, Pieces]) -> tuple[int, int]:
    at, (first, last) = item
    return first - last, at
