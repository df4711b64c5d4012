"""The entity of chains that are one: its name, classes, id and links."""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from kg.gazetteer import Country, organization
from kg.graph.entities.chains import ChainRecord
from kg.graph.entities.classes import GROUP, ORGANIZATION, PERSON, PLACE, kind_of
from kg.graph.entities.groups import member_noun, size
from kg.graph.entities.name_keys import plain_key, slug, words_of
from kg.graph.entities.person_names import HONORIFICS
from kg.graph.entities.places import TOWN, Located
from kg.lang.en import word_list
from kg.model import Entity, Gender, Kind, Link, Mention
from kg.vocabulary import with_superclasses

GEONAMES = "https://sws.geonames.org/{}/"
SOURCE_GEONAMES, SOURCE_OWN = "gazetteer:geonames", "gazetteer:newskg"
SUFFIX = 6  # hex digits that tell namesakes apart
GROUP_TYPE, COUNTRY_TYPE = "kg:Group", "schema:Country"
# The fullest name of an organisation is its label only if this share of the mentions of its
# commonest name use it.
RARE_SHARE = 0.05
LONGEST_DESCRIPTION = 8  # words
UNNAMED = {
    Gender.MALE: "unnamed man",
    Gender.FEMALE: "unnamed woman",
    Gender.UNKNOWN: "unnamed person",
}
UNNAMED_ORGANIZATION = "unnamed organization"
DETERMINERS = "|".join(word_list("function_words", "entity-determiner"))
DETERMINER = re.compile(rf"^(?:{DETERMINERS})\s+", re.IGNORECASE)


def entity_of(records: Sequence[ChainRecord], located: Located | None) -> Entity:
    """Return the entity of the chains of one set.

    Its id may still be that of a namesake, too, and it has no links to other entities.
    """
    counts = _names(records)
    sure = located if located and located.sure else None
    type_ = sure.place.type if sure else _type(records)
    kind = kind_of(type_)
    name = _name(records, counts, located)
    mentions = [mention for record in records for mention in record.mentions]
    is_group = kind == GROUP
    return Entity(
        id=f"{kind}/{slug(name)}",
        name=name,
        types=with_superclasses(type_),
        aliases=_aliases(counts, name),
        mentions=tuple(sorted(mentions, key=_position)),
        links=_links(located),
        gender=_gender(records),
        described=not counts and not located,
        size=max(map(size, records), default=0) if is_group else 0,
        member_type=_member_type(records) if is_group else "",
        country=_country_of_place(sure) if kind == PLACE else _country(records),
        latitude=sure.place.latitude if sure else "",
        longitude=sure.place.longitude if sure else "",
        source=_source(sure) if sure else "",
    )


def ids(entities: Sequence[Entity]) -> list[str]:
    """Return an id for each entity, different from all others.

    Of namesakes the one with the most mentions keeps the plain id.
    """
    namesakes: dict[str, list[int]] = defaultdict(list)
    for number, entity in enumerate(entities):
        namesakes[entity.id].append(number)
    names = [entity.id for entity in entities]
    for numbers in namesakes.values():
        first = min(numbers, key=lambda number: _prominence(entities[number]))
        for number in numbers:
            if number != first or entities[number].described:
                names[number] += "-" + _digest(entities[number])
    return names


def _prominence(entity: Entity) -> tuple[bool, int, str, int, int]:
    """Return a key that sorts namesakes: named ones first, then by number of mentions."""
    first = entity.mentions[0]
    return entity.described, -len(entity.mentions), *_position(first)


def _digest(entity: Entity) -> str:
    """Return six hex digits made from what the entity is.

    That is a place's number in GeoNames, otherwise where the entity is mentioned first.
    """
    first = entity.mentions[0].passage
    content = entity.links[0].iri if entity.links else f"{first.article} {first.start}"
    text = "\n".join([entity.types[0], entity.country, entity.name, content])
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:SUFFIX]


def _position(mention: Mention) -> tuple[str, int, int]:
    return mention.passage.article, mention.passage.start, mention.passage.end


# ------------------------------------------------------------------------------------- classes


def _type(records: Sequence[ChainRecord]) -> str:
    """Return the class of most mentions, of those that have no class below them among the votes."""
    votes: Counter[str] = Counter()
    for record in records:
        votes[record.type] += len(record.mentions) + bool(record.name)
    above = {upper for type_ in votes for upper in with_superclasses(type_)[1:]}
    special = [type_ for type_ in votes if type_ not in above]
    chosen = min(special, key=lambda type_: (-votes[type_], type_))
    return GROUP_TYPE if chosen == COUNTRY_TYPE and _are_several(records) else chosen


def _are_several(records: Sequence[ChainRecord]) -> bool:
    """Return whether chains are only described, in the plural: "the two countries"."""
    mentions = [mention for record in records for mention in record.mentions]
    telling = [mention for mention in mentions if mention.kind is not Kind.PRONOUN]
    return bool(telling) and all(_is_plural_description(mention) for mention in telling)


def _is_plural_description(mention: Mention) -> bool:
    return mention.kind is Kind.NOMINAL and mention.plural


def _member_type(records: Sequence[ChainRecord]) -> str:
    """Return what the members of a group are called, empty if no chain has a noun for them."""
    return next(filter(None, map(member_noun, records)), "")


def _gender(records: Sequence[ChainRecord]) -> Gender:
    """Return the gender that chains agree on, unknown if they do not."""
    genders = {record.gender for record in records if record.gender}
    return genders.pop() if len(genders) == 1 else Gender.UNKNOWN


# --------------------------------------------------------------------------------------- names


def _names(records: Sequence[ChainRecord]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for record in records:
        counts.update(dict(record.names))
    return counts


def _name(records: Sequence[ChainRecord], counts: Counter[str], located: Located | None) -> str:
    """Return the label: the fullest name, a place's usual or proper one, or a description."""
    if located is None:
        return _fullest(counts, records[0].kind) if counts else _description(records)
    place = located.place
    if isinstance(place, Country) or not counts:
        return place.name
    name = _usual(counts) if place.type == TOWN else _fullest(counts, records[0].kind)
    is_owned = "’s " in name or "'s " in name
    is_respelt = place.name.lower() in (f"the {name.lower()}", name.lower())
    return place.name if is_owned or is_respelt else name


def _aliases(counts: Counter[str], name: str) -> tuple[str, ...]:
    """Return all names but the label, without those that only capitals tell from another."""
    others = _without_capitals(counts, (*counts, name))
    return tuple(sorted(other for other in others if other != name))


def _without_capitals(names: Sequence[str] | Counter[str], known: Sequence[str]) -> list[str]:
    """Return the names without those in capitals that are known in another spelling."""
    spelt = {plain_key(name) for name in known if not name.isupper()}
    return [name for name in names if not name.isupper() or plain_key(name) not in spelt]


def _fullest(counts: Counter[str], kind: str) -> str:
    """Return the name with the most words, of those the most frequent.

    A name in capitals is returned only if there is no other spelling.
    """
    least = 0.0 if kind == PERSON else RARE_SHARE * max(counts.values())
    usual = [name for name, count in counts.items() if count >= least]
    usable = _without_capitals(usual, usual)
    return min(usable, key=lambda name: (-_weight(name), -counts[name], -len(name), name))


def _usual(counts: Counter[str]) -> str:
    """Return the name that is used most.

    A city is not called by its fullest name ("Raqqa", "Washington").
    """
    return min(counts, key=lambda name: (name.isupper(), -counts[name], name))


def _weight(name: str) -> int:
    """Return the number of words of a name, without honorifics."""
    return sum(word not in HONORIFICS for word in words_of(name))


def _description(records: Sequence[ChainRecord]) -> str:
    """Return the words for chains without a name.

    They are the longest description that is not too long, without the determiner. If a nationality
    or a count is given, the description has it, too.
    """
    mentions = [mention for record in records for mention in record.mentions]
    nominals = [mention for mention in mentions if mention.kind is Kind.NOMINAL]
    most = max(map(_details, nominals), default=0)
    texts = [_plain(mention) for mention in nominals if _details(mention) == most]
    filled = [text for text in texts if text]
    short = [text for text in filled if len(text.split()) <= LONGEST_DESCRIPTION] or filled
    if short:
        return min(short, key=lambda text: (-len(text.split()), texts.index(text)))
    kind = records[0].kind
    if not texts and kind == PERSON:
        return UNNAMED[_gender(records)]
    if not texts and kind == ORGANIZATION:
        return UNNAMED_ORGANIZATION
    return _plain(mentions[0]) or mentions[0].text


def _details(mention: Mention) -> int:
    """Return how many of nationality and count a description has."""
    return bool(mention.country) + bool(mention.size)


def _plain(mention: Mention) -> str:
    """Return the words without the determiner; a bare number with what it counts ("13 miners")."""
    words = DETERMINER.sub("", " ".join(mention.text.split()))
    return f"{words} {mention.noun}s" if words.isdigit() and mention.noun else words


# ------------------------------------------------------------------------------ world knowledge


def _country_of_place(located: Located | None) -> str:
    """Return the ISO code of the only country that a place lies in."""
    codes = located.place.countries if located else ()
    return codes[0] if len(codes) == 1 else ""


def _country(records: Sequence[ChainRecord]) -> str:
    """Return the ISO code of the country of an organisation or group, if one is known or read."""
    names = dict.fromkeys(record.name for record in records if record.kind == ORGANIZATION)
    for known in map(organization, names):
        if known is not None:
            return known.country
    counted = Counter(record.country for record in records if record.country)
    return min(counted, key=lambda code: (-counted[code], code), default="")


def _links(located: Located | None) -> tuple[Link, ...]:
    if not located or not located.place.geonames:
        return ()
    predicate = "owl:sameAs" if located.sure else "skos:closeMatch"
    return (Link(predicate, GEONAMES.format(located.place.geonames), SOURCE_GEONAMES),)


def _source(located: Located) -> str:
    return SOURCE_GEONAMES if located.place.geonames else SOURCE_OWN


def place_of(located: Mapping[int, Located], records: Sequence[ChainRecord]) -> Located | None:
    """Return the place that the chains of one set mean: a sure one if one of them is sure of it."""
    known = [located[record.number] for record in records if record.number in located]
    sure = (place for place in known if place.sure)
    return next(sure, known[0] if known else None)
