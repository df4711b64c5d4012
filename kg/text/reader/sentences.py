"""One pass of the network over each sentence of an article, and what it sees there.

These are the relations between the mentions of a sentence, which words tell an event that belongs
in the graph, which words may tell of one event, who takes part in it and whether it happened, and
which mentions mean a thing that belongs.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

import numpy as np
from spacy.tokens import Doc, Span

from kg.model import Chain, Mention, Part, SeenRole
from kg.text.reader.candidates import Candidate, candidates, descriptions
from kg.text.reader.entity_types import EntityType
from kg.text.reader.features import Features, Ints, distance, features
from kg.text.reader.features import Span as Place
from kg.text.reader.opinions import Roles, Seen, State, Vector
from kg.text.reader.scores import best_of, is_dated, tied_pairs
from kg.text.reader.weights import Floats, Reader, Scores, probability_of

NOWHERE = np.zeros(1, dtype=np.int64)  # for the network, which takes no empty list
PARTS = tuple(Part)  # of the network's scores, but for the first, which is that of no role
LEAST = 0.05  # probability of a role; below, it is not kept

Value = TypeVar("Value")
Placed = TypeVar("Placed", Candidate, Mention)


def seen(
    doc: Doc, mentions: Sequence[Mention], chains: Sequence[Chain], reader: Reader | None
) -> Seen:
    """Return what the network sees in each sentence of an article: nothing without a reader."""
    if reader is None:
        return Seen()
    ends = _by_sentence(doc, candidates(mentions, chains))
    described = _by_sentence(doc, descriptions(chains))
    parts = [
        part
        for sentence, inside, others in zip(doc.sents, ends, described, strict=True)
        for part in _sentence(sentence, inside, others, reader)
    ]
    return _together(parts)


def _together(parts: Sequence[Seen]) -> Seen:
    """Return what is seen in some parts of an article, which have no word in common."""
    return Seen(
        tuple(chain.from_iterable(part.predictions for part in parts)),
        _joined(part.events for part in parts),
        _joined(part.things for part in parts),
        _joined(part.vectors for part in parts),
        _joined(part.roles for part in parts),
        _joined(part.states for part in parts),
    )


def _joined(parts: Iterable[Mapping[int, Value]]) -> dict[int, Value]:
    """Return all that some dictionaries have."""
    whole: dict[int, Value] = {}
    for part in parts:
        whole.update(part)
    return whole


def _by_sentence(doc: Doc, ordered: Iterable[Placed]) -> Iterator[list[Placed]]:
    """Yield those that lie within each sentence; they are in text order."""
    remaining = deque(ordered)
    for sentence in doc.sents:
        inside: list[Placed] = []
        while remaining and remaining[0].passage.start < sentence.start_char:
            remaining.popleft()
        while remaining and remaining[0].passage.end <= sentence.end_char:
            inside.append(remaining.popleft())
        yield inside


def _sentence(
    sentence: Span, ends: Sequence[Candidate], others: Sequence[Mention], reader: Reader
) -> Iterator[Seen]:
    """Yield what the network sees in each stretch of a sentence.

    `ends` may be ends of relations, `others` are judged only.
    """
    begin = sentence.start_char
    starts = [token.idx - begin for token in sentence if not token.is_space]
    mentions = [*(end.mention for end in ends), *others]
    types = [*(end.entity_type for end in ends), *(None for _ in others)]
    spans = [_place(*typed, begin) for typed in zip(mentions, types, strict=True)]
    dated = is_dated(sentence.text)
    for stretch in features(sentence.text, spans, reader.tokenizer, starts):
        here = [ends[at] for at in stretch.spans if at < len(ends)]
        pairs = tied_pairs(here, dated=dated)
        scores = answer(stretch, pairs, reader)
        offsets = [begin + start for start in stretch.starts]
        inside = [mentions[at] for at in stretch.spans]
        yield Seen(
            tuple(best_of(here, pairs, scores.relations, reader)),
            dict(_opinions(offsets, scores.events)),
            dict(_opinions((mention.head for mention in inside), scores.things)),
            dict(zip(offsets, map(_in_hundredths, scores.vectors), strict=True)),
            dict(_roles(offsets, inside, scores.roles)),
            dict(_states(offsets, scores.states)),
        )


def _place(mention: Mention, entity_type: EntityType | None, begin: int) -> Place:
    """Return where a mention stands in a sentence that begins at an offset."""
    passage = mention.passage
    return Place(passage.start - begin, passage.end - begin, entity_type)


def _opinions(of: Iterable[int], scores: Scores) -> Iterator[tuple[int, float]]:
    """Yield what is judged, each with its probability."""
    for key, score in zip(of, scores.tolist(), strict=True):
        yield key, probability_of(score)


def _in_hundredths(vector: Scores) -> Vector:
    """Return a vector as whole numbers, since its last digits may differ between processors."""
    return tuple(np.rint(100 * vector).astype(int).tolist())


def _roles(
    offsets: Sequence[int], mentions: Sequence[Mention], scores: Scores
) -> Iterator[tuple[int, Roles]]:
    """Yield each word with the roles that the mentions have in what it tells."""
    chances = _chances(scores)[:, :, 1:]
    for offset, row in zip(offsets, chances, strict=True):
        places = zip(*np.nonzero(row >= LEAST), strict=True)
        roles = (SeenRole(PARTS[n], mentions[at], float(row[at, n])) for at, n in places)
        yield offset, tuple(roles)


def _states(offsets: Sequence[int], scores: Scores) -> Iterator[tuple[int, State]]:
    """Yield each word with whether what it tells happened."""
    for offset, row in zip(offsets, _chances(scores).tolist(), strict=True):
        yield offset, State(*row)


def _chances(scores: Scores) -> Floats:
    """Return the probabilities of classes, the last dimension, two decimals."""
    raised = np.exp(scores.astype(np.float64))
    chances: Floats = np.round(raised / raised.sum(-1, keepdims=True), 2)
    return chances


@dataclass(frozen=True, slots=True)
class Answer:
    """The network's scores of a stretch: `relations` [pairs, relations], the others [words] and
    [mentions].

    `events` tell which words tell an event that belongs in the graph, `things` which mentions mean
    a thing that does. `vectors` [words, width] are alike for words that tell of one event; their
    length is 1. `roles` [words, mentions, 1 + roles] tell which role a mention has in what a word
    tells, the first that it has none, `states` [words, 4] whether that happened.
    """

    relations: Scores
    events: Scores
    things: Scores
    vectors: Scores
    roles: Scores
    states: Scores


def answer(stretch: Features, pairs: Sequence[tuple[int, int]], reader: Reader) -> Answer:
    """Return the scores of a stretch and of pairs of its mentions."""
    first, last, words = _some(stretch.first), _some(stretch.last), _some(stretch.words)
    rows = np.array(pairs or [(0, 0)], dtype=np.int64)
    relations, events, things, vectors, roles, states = _run(
        reader,
        ids=stretch.ids,
        types=stretch.types,
        first=first,
        last=last,
        pairs=rows,
        gap=distance(first, last, rows),
        words=words,
    )
    words_given, given = len(stretch.words), len(stretch.first)
    return Answer(
        relations[: len(pairs)],
        events[:words_given],
        things[:given],
        vectors[:words_given],
        roles[:words_given, :given],
        states[:words_given],
    )


def _run(reader: Reader, **inputs: Ints) -> Iterator[Scores]:
    """Yield what the network answers to its inputs, which are those of a batch of one."""
    batch = {name: array[None, :] for name, array in inputs.items()}
    for scores in reader.session.run(None, batch):
        yield scores[0]


def _some(places: np.ndarray) -> np.ndarray:
    """Return places in a stretch; its first piece if there are none."""
    return places if len(places) else NOWHERE
