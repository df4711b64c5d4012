"""One sentence as the encoder of the learned reader takes it: word pieces and token types.

The same code makes the features when the reader learns and when it reads.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kg.text.reader.entity_types import EntityType
from kg.text.reader.word_pieces import WordPieces

Ints = npt.NDArray[np.int64]

WINDOW = 192  # word pieces that the encoder takes at once; a longer sentence is read in stretches
# Outside of mentions; the first piece and further pieces of each entity type.
TOKEN_TYPES = 1 + 2 * len(EntityType)
BUCKETS = 16  # classes of distance between two mentions, half of them for each order
ONE_ORDER = BUCKETS // 2
MARKS = ("[CLS]", "[SEP]")  # at both ends of what the encoder takes
START, END = itemgetter(0), itemgetter(1)  # of the place of a piece


@dataclass(frozen=True, slots=True)
class Span:
    """One mention: characters `start` up to, not including, `end` of the sentence, and its type.

    Without a type, the encoder sees the words alone.
    """

    start: int
    end: int
    entity_type: EntityType | None


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


TypedPieces = tuple[Pieces, EntityType | None]


@dataclass(frozen=True, slots=True)
class Features:
    """Word pieces `ids` and their `types`, and the first and last piece of each of the `spans`.

    `ids` and `types` are of one length. `spans` are the places, in the list that was given, of
    those mentions that lie wholly inside this stretch of the sentence. `words` are the pieces at
    which its words begin, `starts` the characters at which they do.
    """

    ids: Ints
    types: Ints
    first: Ints
    last: Ints
    spans: tuple[int, ...]
    words: Ints
    starts: tuple[int, ...]


def features(
    text: str, spans: Sequence[Span], pieces: WordPieces, starts: Sequence[int] = ()
) -> list[Features]:
    """Return the features of a sentence: one stretch, or several if it is longer than the window.

    No mention is cut in two, as far as that can be. `starts` are the characters at which words
    begin; one that no piece begins with is left out.
    """
    encoding = pieces.encode(text)
    offsets = encoding.offsets
    places = [_pieces(span, offsets) for span in spans]
    stretches = _stretches(len(offsets), places)
    sentence = _Sentence(encoding.ids, offsets, spans, places, frozenset(starts))
    return [_stretch(sentence, stretch, pieces) for stretch in stretches]


def distance(first: Ints, last: Ints, pairs: Ints) -> Ints:
    """Return the class of distance of each pair (rows of subject and object).

    It goes by powers of two, in pieces, apart for each order.
    """
    subject, value = pairs.T
    gap_behind = first[value] - last[subject]
    gap_before = first[subject] - last[value]
    gap = np.maximum(gap_behind, gap_before)
    between = np.maximum(gap, 0)
    power = np.log2(between + 1).astype(np.int64)
    size = np.minimum(power, ONE_ORDER - 1)
    is_in_order = first[subject] <= first[value]
    classes: Ints = np.where(is_in_order, size, size + ONE_ORDER)
    return classes


def _pieces(span: Span, offsets: Sequence[tuple[int, int]]) -> Pieces:
    """Return the first and the last word piece that share a character with a span, else (0, -1).

    Pieces stand in text order, and none is empty.
    """
    first = bisect_right(offsets, span.start, key=END)
    last = bisect_left(offsets, span.end, key=START) - 1
    return Pieces(first, last) if first <= last else Pieces(0, -1)


def _stretches(length: int, places: Iterable[Pieces]) -> list[range]:
    """Return stretches of at most the window's pieces, with room for the marks at both ends."""
    stretches: list[range] = []
    most = WINDOW - len(MARKS)
    start = 0
    while length - start > most:
        end = start + most
        crossing = [first for first, last in places if start < first < end <= last]
        stop = min(crossing, default=end)
        stretches.append(range(start, stop))
        start = stop
    return [*stretches, range(start, length)]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence in pieces, with the pieces of its mentions and where its words begin."""

    ids: Sequence[int]
    offsets: Sequence[tuple[int, int]]
    spans: Sequence[Span]
    places: Sequence[Pieces]
    starts: frozenset[int]


def _stretch(sentence: _Sentence, stretch: range, pieces: WordPieces) -> Features:
    """Return the features of one stretch, which a mark opens and another closes."""
    begin, finish = map(pieces.numbers.__getitem__, MARKS)
    between = sentence.ids[stretch.start : stretch.stop]
    marked = np.array([begin, *between, finish], dtype=np.int64)
    inside = [at for at, place in enumerate(sentence.places) if place.is_within(stretch)]
    moved = [sentence.places[at].moved(1 - stretch.start) for at in inside]
    types = [sentence.spans[at].entity_type for at in inside]
    beginnings = [(at, sentence.offsets[at][0]) for at in stretch]
    words = [(at, start) for at, start in beginnings if start in sentence.starts]
    return Features(
        ids=marked,
        types=_types(len(marked), zip(moved, types, strict=True)),
        first=_ints(place.first for place in moved),
        last=_ints(place.last for place in moved),
        spans=tuple(inside),
        words=_ints(at + 1 - stretch.start for at, _ in words),
        starts=tuple(start for _, start in words),
    )


def _ints(values: Iterable[int]) -> Ints:
    """Return numbers as the network takes them."""
    return np.array(list(values), dtype=np.int64)


def _types(length: int, typed: Iterable[TypedPieces]) -> Ints:
    """Return the token type of each piece; of nested mentions, the inner one gives it.

    A mention without a type gives none.
    """
    types = np.zeros(length, dtype=np.int64)
    for (first, last), entity_type in sorted(typed, key=_longest_first):
        if entity_type is None:
            continue
        further = 2 + 2 * entity_type
        types[first : last + 1] = further
        types[first] = further - 1
    return types


def _longest_first(typed: TypedPieces) -> int:
    """Return the key by which an outer mention comes before those inside it."""
    pieces, _ = typed
    return pieces.first - pieces.last
