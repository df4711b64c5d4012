"""Members of groups, as coreference found them: "the eight miners, including Ann Bolt"."""

from collections.abc import Iterator, Mapping
from itertools import product, starmap
from typing import TypeGuard

from kg.graph.ontology import GROUP, PERSON, EntityOf
from kg.model import Chain, Entity, Fact, Kind, Mention, Passage, Reading


def memberships(
    reading: Reading, entities: Mapping[str, Entity], entity_of: EntityOf
) -> Iterator[Fact]:
    """Yield one fact for each named person in a described group of people.

    Its evidence are the words from the one to the other. A group that only pronouns speak of ("Ann
    and Bo … they") is nothing to be a member of.
    """
    chains = reading.chains
    known = [entities.get(name) for name in _ids(reading, entity_of)]
    for group, chain in zip(known, chains, strict=True):
        if group is None or GROUP not in group.types:
            continue
        for number in chain.members:
            member = known[number]
            passage = _from_one_to_other(chain, chains[number])
            if _is_named_person(member) and passage is not None:
                rules, evidence = ("group-member",), (passage,)
                yield Fact(member.id, "schema:memberOf", group.id, rules, evidence)


def _ids(reading: Reading, entity_of: EntityOf) -> Iterator[str]:
    """Yield the id of the entity of each chain, empty for a chain without one."""
    article = reading.article.id
    for index, _ in enumerate(reading.chains):
        yield entity_of.get((article, index), "")


def _is_named_person(entity: Entity | None) -> TypeGuard[Entity]:
    if entity is None or entity.described:
        return False
    return PERSON in entity.types


def _from_one_to_other(group: Chain, member: Chain) -> Passage | None:
    """Return the words from a description of the group to the nearest name of the member.

    None if one of them is missing.
    """
    descriptions = [mention for mention in group.mentions if mention.kind is Kind.NOMINAL]
    names = [mention for mention in member.mentions if mention.is_name]
    spans = starmap(_span, product(descriptions, names))
    return min(spans, key=lambda span: (span.end - span.start, span.start), default=None)


def _span(a: Mention, b: Mention) -> Passage:
    """Return the passage that takes in two mentions of one article."""
    first, second = a.passage, b.passage
    start = min(first.start, second.start)
    end = max(first.end, second.end)
    return Passage(first.article, start, end)
