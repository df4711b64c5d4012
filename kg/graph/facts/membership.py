"""Who is of a group, as coreference found it: "Ann Bolt, one of the eight miners", "the eight miners, including Ann Bolt"."""

from collections.abc import Iterator, Mapping

from kg.graph.ontology import GROUP, PERSON, EntityOf
from kg.model import Chain, Entity, Fact, Kind, Passage, Reading


def memberships(reading: Reading, entities: Mapping[str, Entity], entity_of: EntityOf) -> Iterator[Fact]:
    """One fact for each named person in a described group of people, on the words from the one to the other.

    A group that only pronouns speak of ("Ann and Bo … they") is nothing to be a member of.
    """
    for index, chain in enumerate(reading.chains):
        group = entities.get(entity_of.get((reading.article.id, index), ""))
        if group is None or GROUP not in group.types or not chain.members:
            continue
        for number in chain.members:
            member = entities.get(entity_of.get((reading.article.id, number), ""))
            place = _where(chain, reading.chains[number])
            if member is not None and PERSON in member.types and not member.described and place is not None:
                yield Fact(member.id, "schema:memberOf", group.id, ("group-member",), (place,))


def _where(group: Chain, member: Chain) -> Passage | None:
    """The stretch from a description of the group to the nearest name of the member; nothing where one of them is missing."""
    pairs = [
        Passage(a.passage.article, min(a.passage.start, b.passage.start), max(a.passage.end, b.passage.end))
        for a in group.mentions
        for b in member.mentions
        if a.kind is Kind.NOMINAL and b.kind is Kind.NAME
    ]
    return min(pairs, key=lambda passage: (passage.end - passage.start, passage.start), default=None)
