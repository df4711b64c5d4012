"""One pass of the network over each sentence of an article, and what it sees there.

These are the relations between the mentions of a sentence, which words tell an event that belongs
in the graph, which words may tell of one event, who takes part in it and whether it happened, and
which mentions mean a thing that belongs. They are opinions, not decisions: as signs, beside those
of grammar, the graph half judges by them an event, who takes part in it, whether it happened, or a
thing.
"""

from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from spacy.tokens import Doc, Span

from kg.model import SEEN, Chain, Mention, Passage
from kg.text.reader.candidates import Candidate, candidates, descriptions
from kg.text.reader.entity_types import EntityType
from kg.text.reader.features import Span as Place
from kg.text.reader.features import features
from kg.text.reader.scores import (
    Prediction,
    Roles,
    State,
    Vector,
    answer,
    best_of,
    chance_of,
    chances_of,
    in_hundredths,
    is_dated,
    roles_of,
    state_of,
    tied_pairs,
)
from kg.text.reader.weights import Reader, Scores, probability_of

# The probabilities that are signs if they are reached, half a unit of log-odds from each other.
STEPS = (0.03, 0.05, 0.08, 0.12, 0.18, 0.27, 0.38, 0.5, 0.62, 0.73, 0.82, 0.88, 0.92, 0.95, 0.97)

Value = TypeVar("Value")
Placed = TypeVar("Placed", Candidate, Mention)

Makers = Mapping[int, Callable[[], Value]]  # how the value of each word is worked out
Opinions = Mapping[int, float]  # probabilities by the offset of a word, or the head of a mention


def _none() -> Mapping[int, Any]:
    return MappingProxyType({})


class OnDemand(Mapping[int, Value]):
    """Opinions on words, by their offsets; each is worked out when it is asked for, as few are."""

    def __init__(self, makers: Makers[Value]) -> None:
        self._makers = makers

    def __getitem__(self, offset: int) -> Value:
        return self._makers[offset]()

    def __contains__(self, offset: object) -> bool:
        return offset in self._makers

    def __iter__(self) -> Iterator[int]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything that the network sees in an article.

    `predictions` are in text order. `events` has a probability for each word, by its offset,
    `things` one for each mention, by its head. `vectors` has one for each word: those of words that
    tell of one event are alike. `roles` has those that mentions have in what a word tells, `states`
    whether that happened.
    """

    predictions: tuple[Prediction, ...] = ()
    events: Opinions = field(default_factory=_none)
    things: Opinions = field(default_factory=_none)
    vectors: Mapping[int, Vector] = field(default_factory=_none)
    roles: Mapping[int, Roles] = field(default_factory=_none)
    states: Mapping[int, State] = field(default_factory=_none)

    def word_of(self, passage: Passage) -> int | None:
        """Return the offset of the word of a passage that most likely tells its event."""
        inside = range(passage.start, passage.end)
        words = [offset for offset in inside if offset in self.vectors]
        if not words:
            return None
        return max(words, key=self.events.__getitem__)

    def of_words(self, passage: Passage) -> tuple[str, ...]:
        """Return the signs of the words of a passage; none if no network has seen them."""
        word = self.word_of(passage)
        return () if word is None else self.of_word(word)

    def of_word(self, word: int) -> tuple[str, ...]:
        """Return the signs of the word at an offset, which the network has seen."""
        chance = self.events[word]
        state = self.states.get(word)
        return (*signs_of(chance), *_of_state(state))

    def of_chain(self, chain: Chain) -> tuple[str, ...]:
        """Return the signs of the mentions of a chain; none if no network has seen them."""
        known: list[float] = []
        for mention in chain.mentions:
            if mention.head in self.things:
                chance = self.things[mention.head]
                known.append(chance)
        if not known:
            return ()
        highest = max(known)
        return signs_of(highest)


class Stretch(NamedTuple):
    """Opinions on one stretch of a sentence; on its words, how they are worked out."""

    predictions: tuple[Prediction, ...]
    things: Opinions
    events: Makers[float]
    vectors: Makers[Vector]
    roles: Makers[Roles]
    states: Makers[State]


def seen(
    doc: Doc, mentions: Sequence[Mention], chains: Sequence[Chain], reader: Reader | None
) -> Seen:
    """Return what the network sees in each sentence of an article: nothing without a reader."""
    if reader is None:
        return Seen()
    ends = _by_sentence(doc, candidates(mentions, chains))
    described = _by_sentence(doc, descriptions(chains))
    parts: list[Stretch] = []
    for sentence, inside, others in zip(doc.sents, ends, described, strict=True):
        parts += _sentence(sentence, inside, others, reader)
    return _together(parts)


def _together(parts: Sequence[Stretch]) -> Seen:
    """Return what is seen in some parts of an article, which have no word in common."""
    predictions: list[Prediction] = []
    for part in parts:
        predictions += part.predictions
    return Seen(
        tuple(predictions),
        OnDemand(_joined(part.events for part in parts)),
        _joined(part.things for part in parts),
        OnDemand(_joined(part.vectors for part in parts)),
        OnDemand(_joined(part.roles for part in parts)),
        OnDemand(_joined(part.states for part in parts)),
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
) -> Iterator[Stretch]:
    """Yield what the network sees in each stretch of a sentence.

    `ends` may be ends of relations, `others` are judged only.
    """
    begin = sentence.start_char
    starts = [token.idx - begin for token in sentence if not token.is_space]
    mentions = [end.mention for end in ends]
    spans = [_place(end.mention, end.entity_type, begin) for end in ends]
    for other in others:
        place = _place(other, None, begin)
        mentions.append(other)
        spans.append(place)
    dated = _has_time(ends) and is_dated(sentence.text)
    for stretch in features(sentence.text, spans, reader.pieces, starts):
        here = [ends[at] for at in stretch.spans if at < len(ends)]
        pairs = tied_pairs(here, dated=dated)
        scores = answer(stretch, pairs, reader)
        offsets = [begin + start for start in stretch.starts]
        inside = [mentions[at] for at in stretch.spans]
        heads = [mention.head for mention in inside]
        yield Stretch(
            tuple(best_of(here, pairs, scores.relations, reader)),
            dict(_opinions(heads, scores.things)),
            _makers(offsets, chance_of, scores.events),
            _makers(offsets, in_hundredths, scores.vectors),
            _makers(offsets, partial(roles_of, inside), chances_of(scores.roles)),
            _makers(offsets, state_of, chances_of(scores.states)),
        )


def _has_time(ends: Iterable[Candidate]) -> bool:
    """Return whether one of some candidates is a time."""
    return any(end.entity_type is EntityType.TIME for end in ends)


def _makers(
    offsets: Sequence[int], make: Callable[[Any], Value], rows: Iterable[Any]
) -> Makers[Value]:
    """Return how the value of each word is worked out of its row."""
    return {at: partial(make, row) for at, row in zip(offsets, rows, strict=True)}


def _place(mention: Mention, entity_type: EntityType | None, begin: int) -> Place:
    """Return where a mention stands in a sentence that begins at an offset."""
    passage = mention.passage
    start = passage.start - begin
    end = passage.end - begin
    return Place(start, end, entity_type)


def _opinions(of: Iterable[int], scores: Scores) -> Iterator[tuple[int, float]]:
    """Yield what is judged, each with its probability."""
    for key, score in zip(of, scores.tolist(), strict=True):
        yield key, probability_of(score)


# -------------------------------------------------------------------------------------------- signs


def signs_of(chance: float) -> tuple[str, ...]:
    """Return a sign for each step that a probability reaches, and that something is seen."""
    return (SEEN, *_steps(SEEN, chance))


def _steps(mark: str, chance: float) -> tuple[str, ...]:
    """Return the signs of a mark for the steps that a probability reaches."""
    return _signs_of_steps(mark)[: bisect_right(STEPS, chance)]


@cache
def _signs_of_steps(mark: str) -> tuple[str, ...]:
    return tuple(f"{mark} {step}" for step in STEPS)


def _of_state(state: State | None) -> Iterator[str]:
    """Yield a sign for each answer and step that its probability reaches."""
    if state is None:
        return
    for name, chance in state._asdict().items():
        yield from _steps(f"{SEEN} {name}", chance)


def with_opinions(chains: Iterable[Chain], opinions: Seen) -> Iterator[Chain]:
    """Yield the chains, those of things without a name with the signs of what the network sees."""
    for chain in chains:
        signs = opinions.of_chain(chain) if chain.signs else ()
        yield replace(chain, signs=(*chain.signs, *signs)) if signs else chain
