"""Opinions of the network on an article, and the signs that they become.

They are opinions, not decisions: beside the signs of grammar, the graph half judges by them an
event, who takes part in it, whether it happened, or a thing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, NamedTuple

from kg.model import SEEN, Chain, Passage, SeenRole
from kg.text.reader.scores import Prediction

# The probabilities that are signs if they are reached, half a unit of log-odds from each other.
STEPS = (0.03, 0.05, 0.08, 0.12, 0.18, 0.27, 0.38, 0.5, 0.62, 0.73, 0.82, 0.88, 0.92, 0.95, 0.97)


class State(NamedTuple):
    """The state of what a word tells: the probability of each answer, two decimals."""

    stands: float
    planned: float
    possible: float
    denied: float


Vector = tuple[int, ...]  # in hundredths
Roles = tuple[SeenRole, ...]
Opinions = Mapping[int, float]  # probabilities by the offset of a word, or the head of a mention


def _none() -> Mapping[int, Any]:
    return MappingProxyType({})


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
        words = [offset for offset in range(passage.start, passage.end) if offset in self.vectors]
        return max(words, key=self.events.__getitem__) if words else None

    def of_words(self, passage: Passage) -> tuple[str, ...]:
        """Return the signs of the words of a passage; none if no network has seen them."""
        word = self.word_of(passage)
        if word is None:
            return ()
        return (*signs_of(self.events[word]), *_of_state(self.states.get(word)))

    def of_chain(self, chain: Chain) -> tuple[str, ...]:
        """Return the signs of the mentions of a chain; none if no network has seen them."""
        known = [self.things[each.head] for each in chain.mentions if each.head in self.things]
        return signs_of(max(known)) if known else ()


def signs_of(chance: float) -> tuple[str, ...]:
    """Return a sign for each step that a probability reaches, and that something is seen."""
    return (SEEN, *(f"{SEEN} {step}" for step in STEPS if chance >= step))


def _of_state(state: State | None) -> Iterator[str]:
    """Yield a sign for each answer and step that its probability reaches."""
    if state is None:
        return
    for answer, chance in state._asdict().items():
        yield from (f"{SEEN} {answer} {step}" for step in STEPS if chance >= step)


def with_opinions(chains: Iterable[Chain], opinions: Seen) -> Iterator[Chain]:
    """Yield the chains, those of things without a name with the signs of what the network sees."""
    for chain in chains:
        signs = opinions.of_chain(chain) if chain.signs else ()
        yield replace(chain, signs=(*chain.signs, *signs)) if signs else chain
