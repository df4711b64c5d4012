"""The mentions that the learned reader looks at, and as what.

Names, dates and pronouns, and those descriptions that coreference ties to a name. A thing that has
neither a name nor a pronoun can hardly be an end of a relation
(docs/decisions/0006-unnamed-things.md), so it is none of them: of its descriptions, the reader only
judges whether they belong in the graph.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from kg.model import Chain, Kind, Mention, Passage
from kg.text.reader.entity_types import EntityType, entity_type_of

Position = tuple[int, int, int]
Referent = int | Position


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention, the number of its chain, and the entity type that its chain gives it.

    The number is -1 for a time, which is in no chain. `is_identified` is true for a time, and if
    the chain has a name: nothing is said of two things that have none.
    """

    mention: Mention
    chain: int
    entity_type: EntityType
    is_identified: bool = True

    @property
    def passage(self) -> Passage:
        """The passage of its mention."""
        return self.mention.passage

    @property
    def position(self) -> Position:
        """The key of text order."""
        return self.passage.start, self.passage.end, self.mention.head

    @property
    def referent(self) -> Referent:
        """The key of what it means: its chain, or for a time, which is in none, its own place."""
        return self.chain if self.chain >= 0 else self.position


def candidates(mentions: Sequence[Mention], chains: Sequence[Chain]) -> list[Candidate]:
    """Return the mentions of an article that may be an end of a relation, in text order."""
    found = [*_in_chains(chains), *_times(mentions)]
    return sorted(found, key=attrgetter("position"))


def _times(mentions: Sequence[Mention]) -> Iterator[Candidate]:
    """Yield the mentions of times."""
    for mention in mentions:
        if mention.kind is Kind.TIME:
            yield Candidate(mention, -1, EntityType.TIME)


def _in_chains(chains: Sequence[Chain]) -> Iterator[Candidate]:
    """Yield the mentions of the chains that are more than descriptions."""
    for number, chain in enumerate(chains):
        kinds = {mention.kind for mention in chain.mentions}
        if kinds <= {Kind.NOMINAL}:
            continue
        has_name = any(mention.is_name for mention in chain.mentions)
        for mention in chain.mentions:
            entity_type = entity_type_of(mention, chain.type)
            yield Candidate(mention, number, entity_type, has_name)


def descriptions(chains: Sequence[Chain]) -> list[Mention]:
    """Return the mentions of the chains that are only descriptions, in text order."""
    found: list[Mention] = []
    for chain in chains:
        kinds = {mention.kind for mention in chain.mentions}
        if kinds <= {Kind.NOMINAL}:
            found += chain.mentions
    return sorted(found, key=_place)


def _place(mention: Mention) -> Position:
    return mention.passage.start, mention.passage.end, mention.head
