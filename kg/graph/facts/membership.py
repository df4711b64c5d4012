"""Members and sizes of groups, as coreference found them.

"The eight miners, including Ann Bolt" are 8, and she is one of them; so are "two of the miners".
"""

import re
from collections.abc import Iterator, Mapping
from itertools import product

from kg.graph.facts.mention_values import INTEGER
from kg.graph.ontology import (
    GROUP,
    PERSON,
    EntityOf,
)
from kg.model import (
    Chain,
    Entity,
    Fact,
    Kind,
    Literal,
    Mention,
    Passage,
    Reading,
)

PROPER = re.compile(r"(?<=\S\s)[A-ZÀ-Þ]|[A-ZÀ-Þ]\S*['’]s?\b")  # a name inside a description
RULE, MEMBER = "group-member", "schema:memberOf"
COUNTED, SIZE = "counted", "kg:size"

Entities = Mapping[str, Entity]  # by id
EntityByChain = Mapping[int, Entity]  # by the index of the chain


def memberships(reading: Reading, entities: Entities, entity_of: EntityOf) -> Iterator[Fact]:
    """Yield one fact for each named person in a described group of people.

    Its evidence are the words from the one to the other. A group that only pronouns speak of ("Ann
    and Bo … they") is nothing to be a member of.
    """
    chains = reading.chains
    known = _known(reading, entities, entity_of)
    for index, group in known.items():
        chain = chains[index]
        if GROUP not in group.types or not _is_particular(group, chain):
            continue
        for number in chain.members:
            member = known.get(number)
            if member is None or not _is_named_person(member):
                continue
            passage = _from_one_to_other(chain, chains[number])
            if passage is not None:
                yield Fact(member.id, MEMBER, group.id, (RULE,), (passage,))


def parts(reading: Reading, entities: Entities, entity_of: EntityOf) -> Iterator[Fact]:
    """Yield one fact for each counted group that is a part of another: "including five children".

    Their evidence are the words from the one to the other.
    """
    chains = reading.chains
    known = _known(reading, entities, entity_of)
    for index, group in known.items():
        if GROUP not in group.types:
            continue
        whole = chains[index]
        for number in whole.members:
            part = known.get(number)
            if part is None or not _is_part(part, group):
                continue
            some = chains[number]
            if not group.size and _lies_in(whole, some):
                continue  # "five of the survivors" says it all
            passage = _from_one_to_other(whole, some, Kind.NOMINAL)
            if passage is not None:
                yield Fact(part.id, MEMBER, group.id, (RULE,), (passage,))


def _lies_in(whole: Chain, part: Chain) -> bool:
    """Return whether the words for some of a group name the whole: "five of the survivors"."""
    for one, other in product(part.mentions, whole.mentions):
        inner = other.passage
        if one.passage.covers(inner):
            return True
    return False


def _is_part(part: Entity, whole: Entity) -> bool:
    """Return whether an entity is a counted group, smaller than the whole and not that itself."""
    if part.id == whole.id:
        return False
    if 0 < whole.size < part.size:
        return False
    return GROUP in part.types and part.size > 0


def sizes(reading: Reading, entities: Entities, entity_of: EntityOf) -> Iterator[Fact]:
    """Yield one fact for each description in an article that counts a group.

    Of a group that is counted differently, only the count that stands at the group. "The two" and
    "both" only point back at two that are known.
    """
    for index, group in _known(reading, entities, entity_of).items():
        if GROUP not in group.types or not group.size:
            continue
        counting = [each for each in reading.chains[index].mentions if each.size == group.size]
        if group.size == 1 or (group.size == 2 and all(each.definite for each in counting)):
            continue  # "the two men" were named before, and "one family" is no number
        size = Literal(str(group.size), INTEGER)
        for mention in counting:
            yield Fact(group.id, SIZE, size, (COUNTED,), (mention.extent,))


def _known(reading: Reading, entities: Entities, entity_of: EntityOf) -> EntityByChain:
    """Return the entities of chains by the number of the chain."""
    article = reading.article.id
    known: dict[int, Entity] = {}
    for index, _ in enumerate(reading.chains):
        name = entity_of.get((article, index), "")
        if name in entities:
            known[index] = entities[name]
    return known


def _is_particular(group: Entity, chain: Chain) -> bool:
    """Return whether people are counted, or described by a name: "Ada Lund's followers"."""
    if group.size:
        return True
    nominals = [mention for mention in chain.mentions if mention.kind is Kind.NOMINAL]
    return any(PROPER.search(mention.text) for mention in nominals)


def _is_named_person(entity: Entity) -> bool:
    if entity.described:
        return False
    return PERSON in entity.types


def _from_one_to_other(group: Chain, member: Chain, kind: Kind = Kind.NAME) -> Passage | None:
    """Return the words from a description of the group to the nearest name of the member.

    The member may be described, too; `kind` says which. None if one of them is missing.
    """
    spans: list[Passage] = []
    for description in group.mentions:
        if description.kind is not Kind.NOMINAL:
            continue
        for name in member.mentions:
            if name.kind is kind:
                span = _span(description, name)
                spans.append(span)
    return min(spans, key=_extent, default=None)


def _extent(span: Passage) -> tuple[int, int]:
    """Return a key by which the shortest passage comes first, of those the earliest."""
    length = span.end - span.start
    return length, span.start


def _span(a: Mention, b: Mention) -> Passage:
    """Return the passage that takes in two mentions of one article."""
    first = a.passage
    second = b.passage
    start = min(first.start, second.start)
    end = max(first.end, second.end)
    return Passage(first.article, start, end)
