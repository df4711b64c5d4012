"""Members of groups, as coreference found them: "the eight miners, including Ann Bolt"."""

from collections.abc import Iterator, Mapping
from itertools import product

from kg.graph.ontology import GROUP, PERSON, EntityOf
from kg.model import Chain, Entity, Fact, Kind, Mention, Passage, Reading


def memberships(
    reading: Reading, entities: Mapping[str, Entity], entity_of: EntityOf
) -> Iterator[Fact]:
    """Yield one fact for each named person in a described group of people.

    Its evidence are the words from the one to the other. A group that only pronouns speak of ("Ann
    and Bo … they") is nothing to be a member of.
    """

    def entity(index: int) -> Entity | None:
        return entities.get(entity_of.get((reading.article.id, index), ""))

    for index, chain in enumerate(reading.chains):
        group = entity(index)
        if group is None or GROUP not in group.types:
            continue
        for number in chain.members:
            member = entity(number)
            passage = _from_one_to_other(chain, reading.chains[number])
            if member is not None and passage is not None and _is_named_person(member):
                rules, evidence = ("group-member",), (passage,)
                yield Fact(member.id, "schema:memberOf", group.id, rules, evidence)


def _is_named_person(entity: Entity) -> bool:
    return PERSON in entity.types and not entity.described


def _from_one_to_other(group: Chain, member: Chain) -> Passage | None:
    """Return the words from a description of the group to the nearest name of the member.

    None if one of them is missing.
    """
    descriptions = [mention for mention in group.mentions if mention.kind is Kind.NOMINAL]
    names = [mention for mention in member.mentions if mention.is_name]
    spans = [_span(description, name) for description, name in product(descriptions, names)]
    return min(spans, key=lambda span: (span.end - span.start, span.start), default=None)


def _span(a: Mention, b: Mention) -> Passage:
    """Return the passage that takes in two mentions of one article."""
    first, second = a.passage, b.passage
    start, end = min(first.start, second.start), max(first.end, second.end)
    return Passage(first.article, start, end)
