"""Chains of all articles become entities: the merging rules in order, then one entity for each set.

Nothing is compared with everything: rules work inside blocks of one key. The order of the articles
does not matter: chains are taken by article id, blocks by key.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.graph.entities.assembly import entity_of, place_of
from kg.graph.entities.chains import Records, chain_records
from kg.graph.entities.classes import GROUP, ORGANIZATION, kind_of
from kg.graph.entities.clusters import Clusters
from kg.graph.entities.contexts import contexts
from kg.graph.entities.groups import join_groups
from kg.graph.entities.homonyms import join_across_kinds
from kg.graph.entities.organizations import join_organizations
from kg.graph.entities.people import join_people
from kg.graph.entities.places import join_places, locate
from kg.model import Article, Entity, Passage, Reading

MOST_NEAR_MISSES = 20  # that one entity names; a family name alone may be near to hundreds

SUFFIX = 6  # hex digits that tell namesakes apart

EntityOfChain = Mapping[tuple[str, int], str]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Some articles and their entities, by id.

    `entity_of` has the entity of each chain with a type, by article id and index of the chain.
    """

    articles: tuple[Article, ...]
    entities: tuple[Entity, ...]
    entity_of: EntityOfChain


def resolve(readings: Iterable[Reading]) -> Resolution:
    """Return the entities that the chains of all articles speak of.

    Every chain with a type gets one. Chains of one entity are joined for the reasons that it gives.
    The result does not depend on the order of the readings, which are gone through once; an article
    must not be given twice.
    """
    articles, records = chain_records(readings)
    clusters = Clusters(records)
    around = contexts(records)
    located = locate(records, {article.id: article for article in articles}, around)
    join_places(clusters, located)
    join_people(clusters, around)
    join_organizations(clusters, around)
    join_across_kinds(clusters)
    join_groups(clusters, around)
    sets = []
    entities = []
    for numbers in clusters.sets():
        chains = [records[number] for number in numbers]
        sets.append(chains)
        entities.append(entity_of(chains, place_of(located, chains)))
    return _resolution(articles, clusters, sets, entities)


def _resolution(
    articles: tuple[Article, ...],
    clusters: Clusters,
    sets: Sequence[Records],
    entities: Sequence[Entity],
) -> Resolution:
    """Return the entities with their ids, and with what refers to other entities by id."""
    names = _ids(entities)
    roots = [chains[0].number for chains in sets]
    name_of_root = dict(zip(roots, names, strict=True))
    entity_of_chain = {}
    for record in clusters.records:
        root = clusters.root(record.number)
        entity_of_chain[record.article, record.index] = name_of_root[root]
    near = _near_misses(clusters, name_of_root)
    finished = []
    for chains, entity, name in zip(sets, entities, names, strict=True):
        nearest = sorted(near[name])[:MOST_NEAR_MISSES]
        whole = replace(
            entity,
            id=name,
            reasons=clusters.reasons(chains[0].number),
            members=_members(entity, chains, entity_of_chain, name),
            near_misses=tuple(nearest),
        )
        finished.append(whole)
    finished.sort(key=lambda entity: entity.id)
    return Resolution(articles, tuple(finished), dict(sorted(entity_of_chain.items())))


def _ids(entities: Sequence[Entity]) -> list[str]:
    """Return an id for each entity, different from all others.

    Of namesakes the one with the most mentions keeps the plain id.
    """
    most_prominent: dict[str, Entity] = {}
    for entity in entities:
        other = most_prominent.get(entity.id, entity)
        most_prominent[entity.id] = min(other, entity, key=_prominence)
    names = []
    for entity in entities:
        name = entity.id
        is_first = entity is most_prominent[name]
        if entity.described or not is_first:
            name = f"{name}-{_digest(entity)}"
        names.append(name)
    return names


def _prominence(entity: Entity) -> tuple[bool, int, Passage]:
    """Return a key that sorts namesakes: named ones first, then by number of mentions."""
    mentions = entity.mentions
    return entity.described, -len(mentions), mentions[0].passage


def _digest(entity: Entity) -> str:
    """Return six hex digits made from what the entity is.

    That is a place's number in GeoNames, otherwise where the entity is mentioned first.
    """
    if entity.links:
        content = entity.links[0].iri
    else:
        first = entity.mentions[0].passage
        content = f"{first.article} {first.start}"
    text = "\n".join([entity.types[0], entity.country, entity.name, content])
    digest = hashlib.sha256(text.encode("utf-8"))
    return digest.hexdigest()[:SUFFIX]


def _near_misses(clusters: Clusters, name_of_root: Mapping[int, str]) -> dict[str, set[str]]:
    """Return the entities that each entity was almost taken for, all by id."""
    near = defaultdict(set)
    for a, b in clusters.near_pairs():
        first, second = name_of_root[a], name_of_root[b]
        near[first].add(second)
        near[second].add(first)
    return near


def _members(
    entity: Entity, chains: Records, entity_of_chain: EntityOfChain, own: str
) -> tuple[str, ...]:
    """Return the ids of the known members of a group or organisation, none for anything else."""
    if kind_of(entity.types[0]) not in (GROUP, ORGANIZATION):
        return ()
    members = set()
    for record in chains:
        for index in record.chain.members:
            members.add(entity_of_chain.get((record.article, index), ""))
    return tuple(sorted(members - {"", own}))
