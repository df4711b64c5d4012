"""An entity out of the things that are one: its name, classes, id, links."""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.gazetteer import Country, organization
from kg.graph.entities.chains import Thing
from kg.graph.entities.classes import GROUP, ORGANIZATION, PERSON, PLACE, kind, with_superclasses
from kg.graph.entities.groups import member_noun, size
from kg.graph.entities.name_keys import plain_key, slug, words_of
from kg.graph.entities.person_names import HONORIFICS
from kg.graph.entities.places import Located
from kg.model import Entity, Gender, Kind, Link, Mention

GEONAMES = "https://sws.geonames.org/{}/"
SOURCE_GEONAMES, SOURCE_OWN = "gazetteer:geonames", "gazetteer:newskg"
SUFFIX = 6  # hex digits that tell namesakes apart
GROUP_TYPE, COUNTRY_TYPE = "kg:Group", "schema:Country"
RARE_SHARE = 0.05  # an organisation's fullest name is its label only if this share of the mentions of its commonest name use it
LONGEST_DESCRIPTION = 8  # words
UNNAMED = {Gender.MALE: "unnamed man", Gender.FEMALE: "unnamed woman", Gender.UNKNOWN: "unnamed person"}
UNNAMED_ORGANIZATION = "unnamed organization"
DETERMINER = re.compile(r"^(?:the|an?|this|that|these|those|his|her|its|their|our|my|your|some|any|another)\s+", re.IGNORECASE)


def entity_of(things: Sequence[Thing], located: Located | None) -> Entity:
    """The entity of one set of things; its id is not yet made apart from those of namesakes, and it has no links to others."""
    counts = _names(things)
    type_ = located.place.type if located and located.sure else _type(things)
    name, described = _name(things, counts, located), not counts and not located
    return Entity(
        id=f"{kind(type_)}/{slug(name)}",
        name=name,
        types=with_superclasses(type_),
        aliases=_aliases(counts, name),
        mentions=tuple(sorted((m for t in things for m in t.chain.mentions), key=_place)),
        links=_links(located),
        gender=_gender(things),
        described=described,
        size=max((size(thing) for thing in things), default=0) if kind(type_) == GROUP else 0,
        member_type=next((noun for noun in map(member_noun, things) if noun), "") if kind(type_) == GROUP else "",
        country=_country(things, located, type_),
        latitude=located.place.latitude if located and located.sure else "",
        longitude=located.place.longitude if located and located.sure else "",
        source=_source(located) if located and located.sure else "",
    )


def ids(entities: Sequence[Entity]) -> list[str]:
    """An id for each entity, different from all others. Of namesakes the one with the most mentions keeps the plain id."""
    namesakes: dict[str, list[int]] = defaultdict(list)
    for number, entity in enumerate(entities):
        namesakes[entity.id].append(number)
    found = [entity.id for entity in entities]
    for numbers in namesakes.values():
        first = min(numbers, key=lambda n: (entities[n].described, -len(entities[n].mentions), entities[n].mentions[0].passage))
        for number in numbers:
            if number != first or entities[number].described:
                found[number] += "-" + _digest(entities[number])
    return found


def _digest(entity: Entity) -> str:
    """Six hex digits made from what the entity is: a place's number in GeoNames, otherwise where it is mentioned first."""
    first = entity.mentions[0].passage
    content = entity.links[0].iri if entity.links else f"{first.article} {first.start}"
    text = "\n".join([entity.types[0], entity.country, entity.name, content])
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:SUFFIX]


def _place(mention: Mention) -> tuple[str, int, int]:
    return mention.passage.article, mention.passage.start, mention.passage.end


def _names(things: Sequence[Thing]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for thing in things:
        for name, count in thing.names:
            counts[name] += count
    return counts


def _type(things: Sequence[Thing]) -> str:
    """The class of most mentions; a class counts for less than those below it that somebody gave."""
    votes: Counter[str] = Counter()
    for thing in things:
        votes[thing.type] += len(thing.chain.mentions) + (1 if thing.name else 0)
    above = {upper for type_ in votes for upper in with_superclasses(type_)[1:]} if len(votes) > 1 else set()
    special = [type_ for type_ in votes if type_ not in above] or list(votes)
    chosen = min(special, key=lambda type_: (-votes[type_], type_))
    return GROUP_TYPE if chosen == COUNTRY_TYPE and _are_several(things) else chosen


def _are_several(things: Sequence[Thing]) -> bool:
    """True for what is only described, in the plural: "the two countries", "member nations" are several, not one."""
    mentions = [mention for thing in things for mention in thing.chain.mentions if mention.kind is not Kind.PRONOUN]
    return bool(mentions) and all(mention.kind is Kind.NOMINAL and mention.plural for mention in mentions)


def _name(things: Sequence[Thing], counts: Counter[str], located: Located | None) -> str:
    if located and isinstance(located.place, Country):
        return located.place.name
    if not counts:
        return located.place.name if located else _description(things)
    is_city = located is not None and located.place.type == "schema:City"
    fullest = _usual(counts) if is_city else _fullest(counts, things[0].kind)
    owned = "’s " in fullest or "'s " in fullest
    respelt = located and (owned or located.place.name.lower() in (f"the {fullest.lower()}", fullest.lower()))
    return located.place.name if located and respelt else fullest


def _aliases(counts: Counter[str], name: str) -> tuple[str, ...]:
    """All names but the label, without those that only capitals tell from another."""
    spelt = {plain_key(each) for each in (*counts, name) if not each.isupper()}
    return tuple(sorted(each for each in counts if each != name and not (each.isupper() and plain_key(each) in spelt)))


def _fullest(counts: Counter[str], kind_: str) -> str:
    """The name with the most words, of those the most frequent; in capitals only where there is no other spelling."""
    most = max(counts.values())
    usual = {name: n for name, n in counts.items() if kind_ == PERSON or n >= RARE_SHARE * most}
    spelt = {plain_key(name) for name in usual if not name.isupper()}
    usable = {name: n for name, n in usual.items() if not (name.isupper() and plain_key(name) in spelt)}
    return min(usable, key=lambda name: (-_weight(name), -usable[name], -len(name), name))


def _usual(counts: Counter[str]) -> str:
    """The name that is used most; a city is not called by its fullest name ("Raqqa", "Washington")."""
    return min(counts, key=lambda name: (name.isupper(), -counts[name], name))


def _weight(name: str) -> int:
    words = words_of(name)
    return sum(word not in HONORIFICS for word in words)


def _description(things: Sequence[Thing]) -> str:
    """The words for a thing without a name: its longest description that is not too long, without the determiner.

    Where a nationality or a count is told, the description tells it, too.
    """
    nominals = [m for t in things for m in t.chain.mentions if m.kind is Kind.NOMINAL]
    telling = max((bool(m.country) + bool(m.size) for m in nominals), default=0)
    texts = [_plain(m) for m in nominals if bool(m.country) + bool(m.size) == telling]
    short = [text for text in texts if text and len(text.split()) <= LONGEST_DESCRIPTION] or [text for text in texts if text]
    if short:
        return min(short, key=lambda text: (-len(text.split()), texts.index(text)))
    if not texts and things[0].kind in (PERSON, ORGANIZATION):
        return UNNAMED[_gender(things)] if things[0].kind == PERSON else UNNAMED_ORGANIZATION
    return _plain(things[0].chain.mentions[0]) or things[0].chain.mentions[0].text


def _plain(mention: Mention) -> str:
    """The words without the determiner; a bare number with what it counts ("13 miners")."""
    words = DETERMINER.sub("", " ".join(mention.text.split()))
    return f"{words} {mention.noun}s" if words.isdigit() and mention.noun else words


def _gender(things: Sequence[Thing]) -> Gender:
    genders = {thing.gender for thing in things if thing.gender}
    return genders.pop() if len(genders) == 1 else Gender.UNKNOWN


def _country(things: Sequence[Thing], located: Located | None, type_: str) -> str:
    """The ISO code of the country that a place lies in, if it is one, or whose organisation or group it is."""
    if kind(type_) == PLACE:
        codes: Iterable[str] = located.place.countries if located and located.sure else ()
        return next(iter(codes)) if len(tuple(codes)) == 1 else ""
    names = dict.fromkeys(thing.name for thing in things if thing.kind == ORGANIZATION)
    known = next((each for each in map(organization, names) if each), None)
    if known:
        return known.country
    counted = Counter(thing.country for thing in things if thing.country)
    return min(counted, key=lambda code: (-counted[code], code), default="")


def _links(located: Located | None) -> tuple[Link, ...]:
    if not located or not located.place.geonames:
        return ()
    predicate = "owl:sameAs" if located.sure else "skos:closeMatch"
    return (Link(predicate, GEONAMES.format(located.place.geonames), SOURCE_GEONAMES),)


def _source(located: Located) -> str:
    return SOURCE_GEONAMES if located.place.geonames else SOURCE_OWN


def place_by_root(located: Mapping[int, Located], things: Sequence[Thing]) -> Located | None:
    """What the things of one set are in the gazetteer: sure if it is sure for one of them."""
    found = [located[thing.number] for thing in things if thing.number in located]
    return next((each for each in found if each.sure), found[0] if found else None)
