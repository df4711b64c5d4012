"""Chains of all articles become entities: the merging rules in order, then one entity for each set.

Nothing is compared with everything: rules work inside blocks of one key. The order of the articles does not matter: things are
taken by article id, blocks by key.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.graph.entities.assembly import entity_of, ids, place_by_root
from kg.graph.entities.chains import Thing, gathered
from kg.graph.entities.classes import GROUP, ORGANIZATION, kind
from kg.graph.entities.clusters import Clusters
from kg.graph.entities.contexts import contexts
from kg.graph.entities.groups import join_groups
from kg.graph.entities.namesakes import join_across_kinds
from kg.graph.entities.organizations import join_organizations
from kg.graph.entities.people import join_people
from kg.graph.entities.places import join_places, locate
from kg.model import Article, Entity, Reading

MOST_NEAR_MISSES = 20  # that one entity names; a family name alone may be near to hundreds


@dataclass(frozen=True, slots=True)
class Resolution:
    """Some articles and their entities, by id, and the entity of each chain with a type, by article id and index of the chain."""

    articles: tuple[Article, ...]
    entities: tuple[Entity, ...]
    entity_of: Mapping[tuple[str, int], str]


def resolve(readings: Iterable[Reading]) -> Resolution:
    """The entities that the chains of all articles speak of.

    Every chain with a type gets one. Chains of one entity are joined for the reasons that it gives. The result does not depend
    on the order of the readings, which are gone through once; an article must not be given twice.
    """
    articles, found = gathered(readings)
    clusters = Clusters(found)
    around = contexts(found)
    located = locate(found, {article.id: article for article in articles}, around)
    join_places(clusters, located)
    join_people(clusters, around)
    join_organizations(clusters, around)
    join_across_kinds(clusters)
    join_groups(clusters, around)
    sets = [[found[number] for number in numbers] for numbers in clusters.sets()]
    entities = [entity_of(each, place_by_root(located, each)) for each in sets]
    return _resolution(articles, clusters, sets, entities)


def _resolution(
    articles: tuple[Article, ...], clusters: Clusters, sets: Sequence[Sequence[Thing]], entities: Sequence[Entity]
) -> Resolution:
    names = ids(entities)
    id_of_root = {each[0].number: name for each, name in zip(sets, names, strict=True)}
    entity_of_chain = {(t.article, t.index): id_of_root[clusters.root(t.number)] for t in clusters.things}
    near: dict[str, set[str]] = defaultdict(set)
    for a, b in clusters.near_pairs():
        near[id_of_root[a]].add(id_of_root[b])
        near[id_of_root[b]].add(id_of_root[a])
    finished = [
        replace(
            entity,
            id=name,
            reasons=clusters.reasons(each[0].number),
            members=_members(each, entity_of_chain, name) if kind(entity.types[0]) in (GROUP, ORGANIZATION) else (),
            near_misses=tuple(sorted(near[name])[:MOST_NEAR_MISSES]),
        )
        for each, entity, name in zip(sets, entities, names, strict=True)
    ]
    return Resolution(articles, tuple(sorted(finished, key=lambda entity: entity.id)), dict(sorted(entity_of_chain.items())))


def _members(each: Sequence[Thing], entity_of_chain: Mapping[tuple[str, int], str], own: str) -> tuple[str, ...]:
    """The ids of the known members of a group."""
    found = {entity_of_chain.get((thing.article, index), "") for thing in each for index in thing.chain.members}
    return tuple(sorted(found - {"", own}))
