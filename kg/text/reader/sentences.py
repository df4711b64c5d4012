"""One pass of the network over each sentence of an article, and what it sees there.

These are the relations between the mentions of a sentence, which words tell an event that belongs
in the graph, which words may tell of one event, and which mentions mean a thing that belongs. All
but the first are opinions, not decisions: they become signs, beside those of grammar, by which the
graph half judges an event or a thing.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeVar

import numpy as np
from spacy.tokens import Doc, Span

from kg.model import SEEN, Chain, Mention, Passage
from kg.text.reader.candidates import Candidate, candidates, descriptions
from kg.text.reader.entity_types import EntityType
from kg.text.reader.features import Features, Ints, distance, features
from kg.text.reader.features import Span as Place
from kg.text.reader.scores import Prediction, best_of, is_dated, tied_pairs
from kg.text.reader.weights import Reader, Scores, probability_of

NOWHERE = np.zeros(1, dtype=np.int64)  # for the network, which takes no empty list

# The probabilities that are signs if they are reached, half a unit of log-odds from each other.
STEPS = (0.03, 0.05, 0.08, 0.12, 0.18, 0.27, 0.38, 0.5, 0.62, 0.73, 0.82, 0.88, 0.92, 0.95, 0.97)

Placed = TypeVar("Placed", Candidate, Mention)
Vectors = Mapping[int, tuple[int, ...]]  # by the offset of a word, in hundredths
Opinions = Mapping[int, float]  # probabilities by the offset of a word, or the head of a mention


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything that the network sees in an article.

    `predictions` are in text order. `events` has a probability for each word, by its offset,
    `things` one for each mention, by its head. `vectors` has one for each word: those of words that
    tell of one event are alike.
    """

    predictions: tuple[Prediction, ...] = ()
    events: Opinions = field(default_factory=lambda: MappingProxyType({}))
    things: Opinions = field(default_factory=lambda: MappingProxyType({}))
    vectors: Vectors = field(default_factory=lambda: MappingProxyType({}))

    def vector_of(self, passage: Passage) -> tuple[int, ...]:
        """Return the vector of the word of a passage that most likely tells its event."""
        words = [offset for offset in range(passage.start, passage.end) if offset in self.vectors]
        if not words:
            return ()
        return self.vectors[max(words, key=self.events.__getitem__)]

    def of_words(self, passage: Passage) -> tuple[str, ...]:
        """Return the signs of the words of a passage; none if no network has seen them."""
        return _signs(self.events.get(offset) for offset in range(passage.start, passage.end))

    def of_chain(self, chain: Chain) -> tuple[str, ...]:
        """Return the signs of the mentions of a chain; none if no network has seen them."""
        return _signs(self.things.get(mention.head) for mention in chain.mentions)


def _signs(opinions: Iterable[float | None]) -> tuple[str, ...]:
    """Return a sign for each step that the highest of some probabilities reaches."""
    known = [opinion for opinion in opinions if opinion is not None]
    if not known:
        return ()
    highest = max(known)
    return (SEEN, *(f"{SEEN} {step}" for step in STEPS if highest >= step))


def seen(
    doc: Doc, mentions: Sequence[Mention], chains: Sequence[Chain], reader: Reader | None
) -> Seen:
    """Return what the network sees in each sentence of an article: nothing without a reader."""
    if reader is None:
        return Seen()
    ends = _by_sentence(doc, candidates(mentions, chains))
    described = _by_sentence(doc, descriptions(chains))
    predicted: list[Prediction] = []
    events: dict[int, float] = {}
    things: dict[int, float] = {}
    vectors: dict[int, tuple[int, ...]] = {}
    for sentence, inside, others in zip(doc.sents, ends, described, strict=True):
        here = _sentence(sentence, inside, others, reader)
        predicted += here.predictions
        events.update(here.events)
        things.update(here.things)
        vectors.update(here.vectors)
    return Seen(tuple(predicted), events, things, vectors)


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
) -> Seen:
    """Return what the network sees in one sentence.

    `ends` may be ends of relations, `others` are judged only.
    """
    begin = sentence.start_char
    starts = [token.idx - begin for token in sentence if not token.is_space]
    mentions = [*(end.mention for end in ends), *others]
    types = [*(end.entity_type for end in ends), *(None for _ in others)]
    spans = [_place(*typed, begin) for typed in zip(mentions, types, strict=True)]
    dated = is_dated(sentence.text)
    predicted: list[Prediction] = []
    events: dict[int, float] = {}
    things: dict[int, float] = {}
    vectors: dict[int, tuple[int, ...]] = {}
    for stretch in features(sentence.text, spans, reader.tokenizer, starts):
        here = [ends[at] for at in stretch.spans if at < len(ends)]
        pairs = tied_pairs(here, dated=dated)
        scores = answer(stretch, pairs, reader)
        predicted += best_of(here, pairs, scores.relations, reader)
        offsets = [begin + start for start in stretch.starts]
        events.update(_opinions(offsets, scores.events))
        vectors.update(zip(offsets, map(_in_hundredths, scores.vectors), strict=True))
        things.update(_opinions((mentions[at].head for at in stretch.spans), scores.things))
    return Seen(tuple(predicted), events, things, vectors)


def _place(mention: Mention, entity_type: EntityType | None, begin: int) -> Place:
    """Return where a mention stands in a sentence that begins at an offset."""
    passage = mention.passage
    return Place(passage.start - begin, passage.end - begin, entity_type)


def _opinions(of: Iterable[int], scores: Scores) -> Iterator[tuple[int, float]]:
    """Yield what is judged, each with its probability."""
    for key, score in zip(of, scores.tolist(), strict=True):
        yield key, probability_of(score)


def _in_hundredths(vector: Scores) -> tuple[int, ...]:
    """Return a vector as whole numbers, since its last digits may differ between processors."""
    return tuple(np.rint(100 * vector).astype(int).tolist())


def with_opinions(chains: Iterable[Chain], opinions: Seen) -> Iterator[Chain]:
    """Yield the chains, those of things without a name with the signs of what the network sees."""
    for chain in chains:
        signs = opinions.of_chain(chain) if chain.signs else ()
        yield replace(chain, signs=(*chain.signs, *signs)) if signs else chain


@dataclass(frozen=True, slots=True)
class Answer:
    """The network's scores of a stretch: `relations` [pairs, relations], the others [words] and
    [mentions].

    `events` tell which words tell an event that belongs in the graph, `things` which mentions mean
    a thing that does. `vectors` [words, width] are alike for words that tell of one event; their
    length is 1.
    """

    relations: Scores
    events: Scores
    things: Scores
    vectors: Scores


def answer(stretch: Features, pairs: Sequence[tuple[int, int]], reader: Reader) -> Answer:
    """Return the scores of a stretch and of pairs of its mentions."""
    first, last, words = _some(stretch.first), _some(stretch.last), _some(stretch.words)
    rows = np.array(pairs or [(0, 0)], dtype=np.int64)
    relations, events, things, vectors = _run(
        reader,
        ids=stretch.ids,
        types=stretch.types,
        first=first,
        last=last,
        pairs=rows,
        gap=distance(first, last, rows),
        words=words,
    )
    words_given = len(stretch.words)
    return Answer(
        relations[: len(pairs)],
        events[:words_given],
        things[: len(stretch.first)],
        vectors[:words_given],
    )


def _run(reader: Reader, **inputs: Ints) -> Iterator[Scores]:
    """Yield what the network answers to its inputs, which are those of a batch of one."""
    batch = {name: array[None, :] for name, array in inputs.items()}
    for scores in reader.session.run(None, batch):
        yield scores[0]


def _some(places: np.ndarray) -> np.ndarray:
    """Return places in a stretch; its first piece if there are none."""
    return places if len(places) else NOWHERE
