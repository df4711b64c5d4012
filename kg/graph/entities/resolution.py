"""Chains of all articles become entities: the merging rules in order, then one entity for each set.

Nothing is compared with everything: rules work inside blocks of one key. The order of the articles
does not matter: chains are taken by article id, blocks by key.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter

from kg.decisions import NO_RULINGS, Decided, Rulings, words_of
from kg.graph.entities.assembly import entity_of
from kg.graph.entities.chains import (
    ChainKey,
    ChainRecord,
    Records,
    blocks,
    chain_records,
    commonest,
)
from kg.graph.entities.classes import (
    GROUP,
    ORGANIZATION,
    PERSON,
    PLACE,
    PRODUCT,
    THING,
    WORK,
    kind_of,
)
from kg.graph.entities.clusters import Clusters, Numbers
from kg.graph.entities.contexts import contexts
from kg.graph.entities.groups import join_described, join_groups
from kg.graph.entities.name_keys import plain_key, slug, squeezed
from kg.graph.entities.namesakes import distinction_of
from kg.graph.entities.news import with_news
from kg.graph.entities.organizations import join_organizations
from kg.graph.entities.people import join_people
from kg.graph.entities.places import LocatedRecords, join_places, locate, place_of
from kg.graph.entities.story_links import join_in_stories
from kg.model import Article, Entity, Passage, Reading

MOST_NEAR_MISSES = 20  # that one entity names; a family name alone may be near to hundreds
SUFFIX = 6  # hex digits that tell namesakes apart
HAVE_MEMBERS = frozenset({GROUP, ORGANIZATION})  # kinds

NAMED_ONLY = frozenset({WORK, PRODUCT, THING})  # kinds that are one wherever they have one name
# Kinds that readers of names mistake for each other.
CONFUSED = frozenset({ORGANIZATION, GROUP, WORK, PRODUCT, THING})
CLEAR_SHARE = 2 / 3  # of the mentions; the kind that has it is the true one

Entities = Sequence[Entity]
Ids = Set[str]
Found = Sequence[tuple[Records, Entity]]  # each entity with its chains
EntityOfChain = Mapping[ChainKey, str]
Words = tuple[str, ...]
DecidedSets = Sequence[Decided[ChainRecord]]
OfKind = Mapping[str, Numbers]  # the records of each kind


@dataclass(frozen=True, slots=True)
class Resolution:
    """Some articles and their entities, by id.

    `entity_of` has the entity of each chain with a type, by article id and index of the chain.
    """

    articles: tuple[Article, ...]
    entities: tuple[Entity, ...]
    entity_of: EntityOfChain


def resolve(readings: Iterable[Reading], rulings: Rulings = NO_RULINGS) -> Resolution:
    """Return the entities that the chains of all articles speak of.

    Every chain with a type gets one. Chains of one entity are joined for the reasons that it gives;
    then the decisions of people have the last word.
    The result does not depend on the order of the readings, which are gone through once; an article
    must not be given twice.
    """
    articles, clusters, located = joined_by_rules(readings)
    join_in_stories(clusters, articles)
    make = partial(_entities, located=located)
    decided, entities = rulings.regroup(clusters.sets(), make)
    sets = [each.records for each in decided]
    found = list(zip(sets, entities, strict=True))
    entity_of_chain = _entity_of_chain(found)
    finished = _finished(clusters, found, entity_of_chain)
    finished.sort(key=attrgetter("id"))
    return Resolution(tuple(articles), tuple(finished), entity_of_chain)


def joined_by_rules(
    readings: Iterable[Reading],
) -> tuple[list[Article], Clusters, LocatedRecords]:
    """Return articles, their chains, those of one thing joined as far as rules tell, and places."""
    articles, records = chain_records(readings)
    around = with_news(contexts(records), articles)
    clusters = Clusters(records, around)
    located = locate(records, articles, around)
    join_places(clusters, located)
    join_people(clusters)
    join_organizations(clusters)
    join_across_kinds(clusters)
    join_groups(clusters)
    join_described(clusters)
    return articles, clusters, located


def _entities(sets: DecidedSets, *, located: LocatedRecords) -> list[Entity]:
    """Return the entities of sets of chains, as people have decided."""
    entities = []
    for decided in sets:
        chains = decided.records
        place = place_of(located, chains)
        entity = entity_of(chains, place)
        if decided.decisions:
            entity = _as_decided(entity, decided)
        entities.append(entity)
    sets_of_chains = [decided.records for decided in sets]
    distinctions = map(distinction_of, sets_of_chains, entities)
    return _with_own_ids(entities, tuple(distinctions))


def _as_decided(entity: Entity, decided: Decided[ChainRecord]) -> Entity:
    """Return an entity with the class and label that people chose for it.

    Its class begins its id. Its label does not change the id: what was known by an IRI still is.
    """
    identifier = entity.id
    types = decided.types or entity.types
    if decided.types:
        _, _, name = identifier.partition("/")
        identifier = f"{kind_of(types[0])}/{name}"
    label = decided.label or entity.name
    others = {*entity.aliases, entity.name} if decided.label else {*entity.aliases}
    others.discard(label)
    return replace(
        entity,
        id=identifier,
        types=types,
        name=label,
        aliases=tuple(sorted(others)),
        described=entity.described and not decided.label,
        reasons=tuple(map(words_of, decided.reasons)),
        decisions=tuple(decided.decisions),
    )


def _entity_of_chain(found: Found) -> EntityOfChain:
    """Return the id of the entity of each chain, sorted."""
    entity_of_chain = {}
    for chains, entity in found:
        for record in chains:
            entity_of_chain[record.key] = entity.id
    in_order = sorted(entity_of_chain.items())
    return dict(in_order)


def _finished(clusters: Clusters, found: Found, entity_of_chain: EntityOfChain) -> list[Entity]:
    """Return the entities with their reasons and with the ids of others."""
    near = _near_misses(clusters, entity_of_chain)
    finished = []
    for chains, entity in found:
        nearest = sorted(near[entity.id])
        whole = replace(
            entity,
            reasons=_reasons(clusters, chains, entity),
            members=_members(entity, chains, entity_of_chain),
            near_misses=tuple(nearest[:MOST_NEAR_MISSES]),
        )
        finished.append(whole)
    return finished


def _reasons(clusters: Clusters, chains: Records, entity: Entity) -> Words:
    """Return why chains are one, by rules and by people, in the order of the alphabet."""
    reasons = set(entity.reasons)
    for root in clusters.roots([record.number for record in chains]):
        reasons.update(clusters.reasons(root))
    return tuple(sorted(reasons))


def _near_misses(clusters: Clusters, entity_of_chain: EntityOfChain) -> Mapping[str, Ids]:
    """Return the entities that each entity was almost taken for, all by id."""
    records = clusters.records
    near = defaultdict(set)
    for a, b in clusters.near_pairs():
        first = entity_of_chain[records[a].key]
        second = entity_of_chain[records[b].key]
        if first != second:
            near[first].add(second)
            near[second].add(first)
    return near


def _members(entity: Entity, chains: Records, entity_of_chain: EntityOfChain) -> tuple[str, ...]:
    """Return the ids of the known members of a group or organisation, none for anything else."""
    kind = kind_of(entity.types[0])
    if kind not in HAVE_MEMBERS:
        return ()
    members = set()
    for record in chains:
        for index in record.chain.members:
            key = record.article, index
            member = entity_of_chain.get(key, entity.id)
            members.add(member)
    members.discard(entity.id)
    return tuple(sorted(members))


# ----------------------------------------------------------------------------------------- ids


def _with_own_ids(entities: Entities, distinctions: Words) -> list[Entity]:
    """Return the entities, each with an id that is different from all others.

    Of namesakes the one with the most mentions keeps the plain id; to those of others a word is
    added that tells them apart, if they have one of their own.
    """
    most_prominent: dict[str, Entity] = {}
    for entity in entities:
        other = most_prominent.get(entity.id, entity)
        most_prominent[entity.id] = min(other, entity, key=_prominence)
    told_apart = _told_apart(entities, distinctions)
    taken = Counter([*most_prominent, *told_apart])
    with_ids = []
    for entity, apart in zip(entities, told_apart, strict=True):
        id_ = entity.id
        if entity.described or entity is not most_prominent[id_]:
            is_own = apart != id_ and taken[apart] == 1
            id_ = apart if is_own else f"{id_}-{_digest(entity)}"
        with_ids.append(replace(entity, id=id_))
    return with_ids


def _told_apart(entities: Entities, distinctions: Words) -> list[str]:
    """Return the ids with the words that tell namesakes apart; a described thing has none."""
    ids = []
    for entity, words in zip(entities, distinctions, strict=True):
        is_told = words and not entity.described
        ids.append(f"{entity.id}-{slug(words)}" if is_told else entity.id)
    return ids


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
    type_ = entity.types[0]
    lines = [type_, entity.country, entity.name, content]
    text = "\n".join(lines)
    digest = hashlib.sha256(text.encode("utf-8"))
    return digest.hexdigest()[:SUFFIX]


# --------------------------------------------------------------------- one name in several kinds


def join_across_kinds(clusters: Clusters) -> None:
    """Join chains of one name, plural or not, inside a kind, and over kinds that are mistaken.

    Kinds are joined if nearly all articles agree on one of them.
    """
    by_name = defaultdict(list)
    for record in clusters.records:
        if record.name and record.kind != PLACE:
            plain = plain_key(record.name)
            key = squeezed(plain)
            by_name[key].append(record)
    for key, records in sorted(by_name.items()):
        if _products(records):
            plurals = by_name.get(f"{key}s", ())
            _join_kinds(clusters, [*records, *_products(plurals)])
        else:
            _join_kinds(clusters, records)


def _products(records: Records) -> Records:
    return [record for record in records if record.kind == PRODUCT]


def _join_kinds(clusters: Clusters, records: Records) -> None:
    """Join chains of one name: each kind, and all kinds that most mentions show to be mistaken."""
    name = plain_key(records[0].name)
    reason = f"the same name: {name}"
    of_kind = blocks(records, attrgetter("kind"))
    for kind in sorted(NAMED_ONLY & of_kind.keys()):
        clusters.join(of_kind[kind], reason)
    mistaken = CONFUSED | {PERSON} if " " in name else CONFUSED
    true_kind = _true_kind(records)
    if len(of_kind) == 1 or true_kind not in mistaken:
        _note_kinds(clusters, of_kind)
        return
    first, *_ = of_kind.pop(true_kind)
    for kind in sorted(mistaken & of_kind.keys()):
        numbers = [first, *of_kind[kind]]
        clusters.join(numbers, f"{reason}, taken for {kind} elsewhere")


def _true_kind(records: Records) -> str:
    """Return the kind that has most of the mentions, empty if none has a clear share."""
    votes: Counter[str] = Counter()
    for record in records:
        votes[record.kind] += len(record.mentions)
    kind = commonest(votes)
    least = CLEAR_SHARE * votes.total()
    if votes[kind] < least:
        return ""
    return kind


def _note_kinds(clusters: Clusters, of_kind: OfKind) -> None:
    """Note that chains of one name but of several kinds were almost taken for one."""
    kinds = sorted(of_kind)
    one_of_each = [of_kind[kind][0] for kind in kinds]
    clusters.nearly(*one_of_each)
