"""Which mentions the learned reader looks at, and as what.

Names, dates and pronouns, and those descriptions that coreference ties to a name. A thing that has neither a name nor a pronoun
can hardly be an end of a relation (docs/decisions/0006-unnamed-things.md), so it is not read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model import Chain, Kind, Mention
from kg.text.reader.entity_types import EntityType, sort_of


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention, the number of its chain (-1 for a time, which is in none), and the sort that its chain gives it.

    `is_told` is true for a time, and where the chain has a name: of two things that have none, nothing is told.
    """

    mention: Mention
    chain: int
    sort: EntityType
    is_told: bool = True


def candidates(mentions: Sequence[Mention], chains: Sequence[Chain]) -> list[Candidate]:
    """The mentions of an article that may be an end of a relation, in text order."""
    found = [
        *_in_chains(chains),
        *(Candidate(m, -1, EntityType.TIME) for m in mentions if m.kind is Kind.TIME),
    ]
    return sorted(
        found,
        key=lambda each: (each.mention.passage.start, each.mention.passage.end, each.mention.head),
    )


def _in_chains(chains: Sequence[Chain]) -> Iterator[Candidate]:
    for number, chain in enumerate(chains):
        followed = any(mention.kind is not Kind.NOMINAL for mention in chain.mentions)
        named = any(mention.is_name for mention in chain.mentions)
        for mention in chain.mentions if followed else ():
            yield Candidate(mention, number, sort_of(mention, chain.type), named)
