"""The entity of chains that are one: its name, classes, id and links."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.gazetteer import Country, Place, organization
from kg.graph.entities.chains import Records, commonest, gender_of, mentions_of
from kg.graph.entities.classes import GROUP, ORGANIZATION, PERSON, PLACE, kind_of
from kg.graph.entities.groups import member_noun, size
from kg.graph.entities.name_keys import plain_key, slug, words_of
from kg.graph.entities.person_names import HONORIFICS
from kg.graph.entities.places import TOWN, Located, LocatedRecords
from kg.lang.en import word_list, word_values
from kg.model import Entity, Kind, Link, Mention
from kg.vocabulary import with_superclasses

GEONAMES = "https://sws.geonames.org/{}/"
SOURCE_GEONAMES, SOURCE_OWN = "gazetteer:geonames", "gazetteer:newskg"
GROUP_TYPE, COUNTRY_TYPE = "kg:Group", "schema:Country"
# The fullest name of an organisation is its label only if this share of the mentions of its
# commonest name use it.
RARE_SHARE = 0.05
LONGEST_DESCRIPTION = 8  # words
UNNAMED = word_values("nouns", "entity-unnamed")
DETERMINERS = "|".join(word_list("function_words", "entity-determiner"))
DETERMINER = re.compile(rf"^(?:{DETERMINERS})\s+", re.IGNORECASE)
IS_OWNED = re.compile(r"['’]s ")

Counts = Counter[str]  # of the uses of each name


def entity_of(records: Records, located: Located | None) -> Entity:
    """Return the entity of the chains of one set.

    Its id may still be that of a namesake, too, and it has no links to other entities.
    """
    counts = _name_counts(records)
    place = located.place if located and located.sure else None
    type_ = place.type if place else _type(records)
    kind = kind_of(type_)
    name = _label(records, counts, located)
    entity = Entity(
        id=f"{kind}/{slug(name)}",
        name=name,
        types=with_superclasses(type_),
        aliases=_aliases(counts, name),
        mentions=tuple(sorted(mentions_of(records), key=lambda mention: mention.passage)),
        links=_links(located),
        gender=gender_of(records),
        described=not counts and not located,
        country="" if kind == PLACE else _country(records),
        signs=_signs(records),
    )
    if kind == GROUP:
        entity = _with_members(entity, records)
    return entity if place is None else _with_place(entity, place)


def _signs(records: Records) -> tuple[str, ...]:
    """Return the signs of all chains, sorted."""
    signs: set[str] = set()
    for record in records:
        signs.update(record.chain.signs)
    return tuple(sorted(signs))


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


# --------------------------------------------------------------------------------------- names


def _name_counts(records: Records) -> Counts:
    """Return how often chains are called by each of their names."""
    counts: Counts = Counter()
    for record in records:
        counts.update(dict(record.names))
    return counts


def _label(records: Records, counts: Counts, located: Located | None) -> str:
    """Return the label: the fullest name, a place's usual or proper one, or a description."""
    if located is not None:
        return _name_of_place(located.place, records, counts)
    if counts:
        return _fullest(counts, records[0].kind)
    return _description(records)


def _name_of_place(place: Place, records: Records, counts: Counts) -> str:
    """Return the label of a place: the articles' name for it, or that of the gazetteer."""
    own = place.name
    if isinstance(place, Country) or not counts:
        return own
    kind = records[0].kind
    name = _usual(counts) if place.type == TOWN else _fullest(counts, kind)
    if IS_OWNED.search(name):
        return own
    small = name.lower()
    is_respelt = own.lower() in (small, f"the {small}")
    return own if is_respelt else name


def _aliases(counts: Counts, name: str) -> tuple[str, ...]:
    """Return all names but the label, without those that only capitals tell from another."""
    others = _without_capitals(counts, (*counts, name))
    return tuple(sorted({*others} - {name}))


def _without_capitals(names: Iterable[str], known: Iterable[str]) -> list[str]:
    """Return the names without those in capitals that are known in another spelling."""
    spelt = {plain_key(name) for name in known if not name.isupper()}
    kept = []
    for name in names:
        is_respelt = name.isupper() and plain_key(name) in spelt
        if not is_respelt:
            kept.append(name)
    return kept


def _fullest(counts: Counts, kind: str) -> str:
    """Return the name with the most words, of those the most frequent.

    A name in capitals is returned only if there is no other spelling.
    """
    share = 0.0 if kind == PERSON else RARE_SHARE
    least = share * max(counts.values())
    usual = [name for name in counts if counts[name] >= least]
    usable = _without_capitals(usual, usual)
    return min(usable, key=lambda name: (-_weight(name), -counts[name], -len(name), name))


def _usual(counts: Counts) -> str:
    """Return the name that is used most.

    A city is not called by its fullest name ("Raqqa", "Washington").
    """
    return min(counts, key=lambda name: (name.isupper(), -counts[name], name))


def _weight(name: str) -> int:
    """Return the number of words of a name, without honorifics."""
    return sum(word not in HONORIFICS for word in words_of(name))


def _description(records: Records) -> str:
    """Return the words for chains without a name.

    They are the longest description that is not too long, without the determiner. If a nationality
    or a count is given, the description has it, too.
    """
    mentions = mentions_of(records)
    nominals = [mention for mention in mentions if mention.kind is Kind.NOMINAL]
    if not nominals and records[0].kind in (PERSON, ORGANIZATION):
        return _unnamed(records)
    texts = _detailed(nominals)
    short = [text for text in texts if _length(text) <= LONGEST_DESCRIPTION]
    longest = max(short or texts, key=_length, default="")
    return longest or _plain(mentions[0]) or mentions[0].text


def _detailed(nominals: Iterable[Mention]) -> list[str]:
    """Return the words of the descriptions that have most details, without empty ones."""
    of_details: dict[int, list[str]] = {0: []}
    for mention in nominals:
        texts = of_details.setdefault(_details(mention), [])
        texts.append(_plain(mention))
    most = max(of_details)
    return [*filter(None, of_details[most])]


def _unnamed(records: Records) -> str:
    """Return the words for a person or organisation of whom only pronouns speak."""
    kind = records[0].kind
    key = gender_of(records).name.lower() if kind == PERSON else kind
    return UNNAMED[key]


def _length(text: str) -> int:
    """Return the number of words."""
    return len(text.split())


def _details(mention: Mention) -> int:
    """Return how many of nationality and count a description has."""
    return bool(mention.country) + bool(mention.size)


def _plain(mention: Mention) -> str:
    """Return the words without the determiner; a bare number with what it counts ("13 miners")."""
    words = DETERMINER.sub("", " ".join(mention.text.split()))
    if words.isdigit() and mention.noun:
        return f"{words} {mention.noun}s"
    return words


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
