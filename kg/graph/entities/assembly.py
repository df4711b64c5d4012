"""The entity of chains that are one: its name, classes, id and links."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kg.gazetteer import Place, organization
from kg.graph.entities.chains import Records, commonest, gender_of, mentions_of
from kg.graph.entities.classes import GROUP, ORGANIZATION, PLACE, kind_of
from kg.graph.entities.groups import member_noun, size
from kg.graph.entities.name_keys import slug
from kg.graph.entities.naming import aliases, label, name_counts
from kg.graph.entities.places import Located, LocatedRecords
from kg.model import Entity, Kind, Link, Mention
from kg.vocabulary import with_superclasses

GEONAMES = "https://sws.geonames.org/{}/"
SOURCE_GEONAMES, SOURCE_OWN = "gazetteer:geonames", "gazetteer:newskg"
SUFFIX = 6  # hex digits that tell namesakes apart
GROUP_TYPE, COUNTRY_TYPE = "kg:Group", "schema:Country"


def entity_of(records: Records, located: Located | None) -> Entity:
    """Return the entity of the chains of one set.

    Its id may still be that of a namesake, too, and it has no links to other entities.
    """
    counts = name_counts(records)
    place = located.place if located and located.sure else None
    type_ = place.type if place else _type(records)
    kind = kind_of(type_)
    name = label(records, counts, located)
    entity = Entity(
        id=f"{kind}/{slug(name)}",
        name=name,
        types=with_superclasses(type_),
        aliases=aliases(counts, name),
        mentions=tuple(sorted(mentions_of(records), key=_position)),
        links=_links(located),
        gender=gender_of(records),
        described=not counts and not located,
        country="" if kind == PLACE else _country(records),
    )
    if kind == GROUP:
        entity = _with_members(entity, records)
    return entity if place is None else _with_place(entity, place)


def _with_members(entity: Entity, records: Records) -> Entity:
    """Return a group with the number and the noun of its members, as far as they are known."""
    nouns = map(member_noun, records)
    member_type = next(filter(None, nouns), "")
    return replace(entity, size=max(map(size, records)), member_type=member_type)


def _with_place(entity: Entity, place: Place) -> Entity:
    """Return an entity with what the gazetteer knows of its place."""
    country = entity.country
    if kind_of(place.type) == PLACE:
        country = _only(place.countries)
    return replace(
        entity,
        country=country,
        latitude=place.latitude,
        longitude=place.longitude,
        source=SOURCE_GEONAMES if place.geonames else SOURCE_OWN,
    )


def _only(codes: Sequence[str]) -> str:
    """Return the only one of some codes, empty if they are more or none."""
    return codes[0] if len(codes) == 1 else ""


def ids(entities: Sequence[Entity]) -> list[str]:
    """Return an id for each entity, different from all others.

    Of namesakes the one with the most mentions keeps the plain id.
    """
    most_prominent: dict[str, Entity] = {}
    for entity in entities:
        other = most_prominent.get(entity.id, entity)
        most_prominent[entity.id] = min(other, entity, key=_prominence)
    names: list[str] = []
    for entity in entities:
        name = entity.id
        is_first = entity is most_prominent[name]
        if entity.described or not is_first:
            name = f"{name}-{_digest(entity)}"
        names.append(name)
    return names


def _prominence(entity: Entity) -> tuple[bool, int, str, int, int]:
    """Return a key that sorts namesakes: named ones first, then by number of mentions."""
    mentions = entity.mentions
    return entity.described, -len(mentions), *_position(mentions[0])


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


def _position(mention: Mention) -> tuple[str, int, int]:
    passage = mention.passage
    return passage.article, passage.start, passage.end


# ------------------------------------------------------------------------------------- classes


def _type(records: Records) -> str:
    """Return the class of most mentions, of those that have no class below them among the votes."""
    votes: Counter[str] = Counter()
    for record in records:
        votes[record.type] += len(record.mentions)
        if record.name:
            votes[record.type] += 1
    above: set[str] = set()
    for type_ in votes:
        above.update(with_superclasses(type_)[1:])
    special = {type_: votes[type_] for type_ in votes if type_ not in above}
    chosen = commonest(special)
    is_group = chosen == COUNTRY_TYPE and _are_several(records)
    return GROUP_TYPE if is_group else chosen


def _are_several(records: Records) -> bool:
    """Return whether chains are only described, in the plural: "the two countries"."""
    mentions = mentions_of(records)
    telling = [mention for mention in mentions if mention.kind is not Kind.PRONOUN]
    if not telling:
        return False
    return all(map(_is_plural_description, telling))


def _is_plural_description(mention: Mention) -> bool:
    return mention.kind is Kind.NOMINAL and mention.plural


# ------------------------------------------------------------------------------ world knowledge


def _country(records: Records) -> str:
    """Return the ISO code of the country of an organisation or group, if one is known or read."""
    for record in records:
        known = organization(record.name) if record.kind == ORGANIZATION else None
        if known is not None:
            return known.country
    counted = Counter(record.country for record in records if record.country)
    return commonest(counted)


def _links(located: Located | None) -> tuple[Link, ...]:
    number = located.place.geonames if located else ""
    if not located or not number:
        return ()
    predicate = "owl:sameAs" if located.sure else "skos:closeMatch"
    return (Link(predicate, GEONAMES.format(number), SOURCE_GEONAMES),)


def place_of(located: LocatedRecords, records: Records) -> Located | None:
    """Return the place that the chains of one set mean: a sure one if one of them is sure of it."""
    numbers = [record.number for record in records]
    known = [located[number] for number in numbers if number in located]
    return max(known, key=lambda place: place.sure, default=None)
