"""One sentence as the encoder of the learned reader takes it: word pieces and token types.

The same code makes the features when the reader learns and when it reads.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from kg.text.reader.entity_types import EntityType

Ints = npt.NDArray[np.int64]

WINDOW = 192  # word pieces that the encoder takes at once; a longer sentence is read in stretches
# Outside of mentions; the first piece and further pieces of each entity type.
TOKEN_TYPES = 1 + 2 * len(EntityType)
BUCKETS = 16  # classes of distance between two mentions, 8 for each order


@dataclass(frozen=True, slots=True)
class Span:
    """One mention: characters `start` up to, not including, `end` of the sentence, and its type."""

    start: int
    end: int
    entity_type: EntityType


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
    offsets, ids = encoding.offsets, encoding.ids
    places = [_pieces(span, offsets) for span in spans]
    cuts = _cuts(len(ids), places)
    return [_stretch(ids, spans, places, start, end, tokenizer) for start, end in cuts]


def distance(first: Ints, last: Ints, pairs: Ints) -> Ints:
    """Return the class of distance of each pair (rows of subject and object).

    It goes by powers of two, in pieces, apart for each order.
    """
    subject, value = pairs[:, 0], pairs[:, 1]
    gap = np.maximum(first[value] - last[subject], first[subject] - last[value])
    size = np.minimum(np.log2(np.maximum(gap, 0) + 1).astype(np.int64), BUCKETS // 2 - 1)
    classes: Ints = np.where(first[subject] <= first[value], size, size + BUCKETS // 2)
    return classes


def _pieces(span: Span, offsets: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the first and the last word piece that share a character with a span, else (0, -1).

    Pieces stand in text order, and none is empty.
    """
    first = bisect_right(offsets, span.start, key=itemgetter(1))
    last = bisect_left(offsets, span.end, key=itemgetter(0)) - 1
    return (first, last) if first <= last else (0, -1)


def _cuts(length: int, places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return stretches of at most the window's pieces; two are kept for the marks at both ends."""
    cuts, start, most = [], 0, WINDOW - 2
    while length - start > most:
        end = start + most
        crossing = [first for first, last in places if start < first < end <= last]
        end = min(crossing, default=end)
        cuts.append((start, end))
        start = end
    return [*cuts, (start, length)]


def _stretch(
    ids: Sequence[int],
    spans: Sequence[Span],
    places: Sequence[tuple[int, int]],
    start: int,
    end: int,
    tokenizer: Tokenizer,
) -> Features:
    """Return the features of one stretch; of nested mentions, the inner one gives the type."""
    begin, finish = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    inside = [at for at, (first, last) in enumerate(places) if start <= first <= last < end]
    firsts = {at: places[at][0] - start + 1 for at in inside}
    lasts = {at: places[at][1] - start + 1 for at in inside}
    types = np.zeros(end - start + 2, dtype=np.int64)
    for at in sorted(inside, key=lambda at: (firsts[at] - lasts[at], at)):
        further = 2 + 2 * spans[at].entity_type
        types[firsts[at] : lasts[at] + 1] = further
        types[firsts[at]] = further - 1
    return Features(
        np.array([begin, *ids[start:end], finish], dtype=np.int64),
        types,
        np.array(list(firsts.values()), dtype=np.int64),
        np.array(list(lasts.values()), dtype=np.int64),
        tuple(inside),
    )
