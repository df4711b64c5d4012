"""Members of groups, as coreference found them: "the eight miners, including Ann Bolt"."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product, starmap
from typing import TypeGuard

from kg.graph.ontology import GROUP, PERSON, EntityOf
from kg.model import Chain, Entity, Fact, Kind, Mention, Passage, Reading

RULE, MEMBER = "group-member", "schema:memberOf"

Entities = Mapping[str, Entity]  # by id


def memberships(reading: Reading, entities: Entities, entity_of: EntityOf) -> Iterator[Fact]:
    """Yield one fact for each named person in a described group of people.

    Its evidence are the words from the one to the other. A group that only pronouns speak of ("Ann
    and Bo … they") is nothing to be a member of.
    """
    chains = reading.chains
    known = _known(reading, entities, entity_of)
    for group, chain in zip(known, chains, strict=True):
        if group is None or GROUP not in group.types:
            continue
        for number in chain.members:
            member = known[number]
            if not _is_named_person(member):
                continue
            passage = _from_one_to_other(chain, chains[number])
            if passage is not None:
                yield Fact(member.id, MEMBER, group.id, (RULE,), (passage,))


def _known(reading: Reading, entities: Entities, entity_of: EntityOf) -> Sequence[Entity | None]:
    """Return the entity of each chain, None for a chain without one."""
    article = reading.article.id
    known: list[Entity | None] = []
    for index, _ in enumerate(reading.chains):
        name = entity_of.get((article, index), "")
        known.append(entities.get(name))
    return known


def _is_named_person(entity: Entity | None) -> TypeGuard[Entity]:
    if entity is None or entity.described:
        return False
    return PERSON in entity.types


def _from_one_to_other(group: Chain, member: Chain) -> Passage | None:
    """Return the words from a description of the group to the nearest name of the member.

    None if one of them is missing.
    """
    descriptions = [each for each in group.mentions if each.kind is Kind.NOMINAL]
    names = [each for each in member.mentions if each.is_name]
    spans = starmap(_span, product(descriptions, names))
    return min(spans, key=_extent, default=None)


def _extent(span: Passage) -> tuple[int, int]:
    """Return a key by which the shortest passage comes first, of those the earliest."""
    length = span.end - span.start
    return length, span.start


def _span(a: Mention, b: Mention) -> Passage:
    """Return the passage that takes in two mentions of one article."""
    first, second = a.passage, b.passage
    start = min(first.start, second.start)
    end = max(first.end, second.end)
    return Passage(first.article, start, end)
