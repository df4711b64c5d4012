"""The entity of chains that are one: its name, classes, id and links."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import attrgetter

from kg.gazetteer import (
    Country,
    Place,
    known_by_full_name,
    organization,
)
from kg.graph.entities.chains import (
    Counts,
    Records,
    commonest,
    commonest_of,
    gender_of,
    mentions_of,
    number_of_words,
)
from kg.graph.entities.classes import (
    GROUP,
    ORGANIZATION,
    PERSON,
    PLACE,
    kind_of,
)
from kg.graph.entities.groups import member_noun, size
from kg.graph.entities.name_keys import (
    Words,
    plain_key,
    slug,
    words_of,
)
from kg.graph.entities.person_names import HONORIFICS
from kg.graph.entities.places import TOWN, Located
from kg.lang.en import word_list, word_values
from kg.model import (
    Entity,
    Kind,
    Link,
    Mention,
)
from kg.vocabulary import with_superclasses

GEONAMES = "https://sws.geonames.org/{}/"
WIKIDATA = "http://www.wikidata.org/entity/{}"
SOURCE_GEONAMES, SOURCE_OWN = "gazetteer:geonames", "gazetteer:newskg"
SOURCE_WIKIDATA = "gazetteer:wikidata"
GROUP_TYPE, COUNTRY_TYPE = "kg:Group", "schema:Country"
# The fullest name of an organisation is its label only if this share of the mentions of its
# commonest name use it.
RARE_SHARE = 0.05
LONGEST_DESCRIPTION = 8  # words
UNNAMED = word_values("nouns", "entity-unnamed")
DETERMINERS = "|".join(word_list("function_words", "entity-determiner"))
DETERMINER = re.compile(rf"^(?:{DETERMINERS})\s+", re.IGNORECASE)
IS_OWNED = re.compile(r"['’]s ")


def entity_of(records: Records, located: Located | None) -> Entity:
    """Return the entity of the chains of one set.

    Its id may still be that of a namesake, too, and it has no links to other entities.
    """
    uses = _uses_of_names(records)
    place = located.place if located and located.sure else None
    type_ = place.type if place else _type(records)
    kind = kind_of(type_)
    name = _label(records, uses, located)
    mentions = mentions_of(records)
    mentions.sort(key=attrgetter("passage"))
    entity = Entity(
        id=f"{kind}/{slug(name)}",
        name=name,
        types=with_superclasses(type_),
        aliases=_aliases(uses, name),
        mentions=tuple(mentions),
        links=tuple(_links(located, uses, type_)),
        gender=gender_of(records),
        described=not uses and not located,
        country="" if kind == PLACE else _country(records),
        signs=_signs(records),
    )
    if kind == GROUP:
        entity = _with_members(entity, records)
    if place is not None:
        entity = _with_place(entity, place)
    return entity


def _signs(records: Records) -> Words:
    """Return the signs of all chains, sorted."""
    signs: set[str] = set()
    for record in records:
        signs.update(record.chain.signs)
    return tuple(sorted(signs))


def _with_members(entity: Entity, records: Records) -> Entity:
    """Return a group with the number and the noun of its members, as far as they are known."""
    largest = max(map(size, records))
    nouns = filter(None, map(member_noun, records))
    return replace(entity, size=largest, member_type=next(nouns, ""))


def _with_place(entity: Entity, place: Place) -> Entity:
    """Return an entity with what the gazetteer knows of its place."""
    country = entity.country
    if kind_of(place.type) == PLACE:
        codes = place.countries
        country = codes[0] if len(codes) == 1 else ""
    return replace(
        entity,
        country=country,
        latitude=place.latitude,
        longitude=place.longitude,
        source=SOURCE_GEONAMES if place.geonames else SOURCE_OWN,
    )


# ------------------------------------------------------------------------------------- classes


def _type(records: Records) -> str:
    """Return the class of most mentions, of those that have no class below them among the votes."""
    votes: Counter[str] = Counter()
    for record in records:
        type_ = record.type
        votes[type_] += len(record.mentions)
        if record.name:
            votes[type_] += 1
    for type_ in [*votes]:
        for above in with_superclasses(type_)[1:]:
            votes.pop(above, None)
    chosen = commonest(votes)
    if chosen == COUNTRY_TYPE and _are_several(records):
        return GROUP_TYPE
    return chosen


def _are_several(records: Records) -> bool:
    """Return whether chains are only described, in the plural: "the two countries"."""
    are_described = False
    for mention in mentions_of(records):
        if mention.kind is Kind.PRONOUN:
            continue
        if mention.kind is not Kind.NOMINAL or not mention.plural:
            return False
        are_described = True
    return are_described


# --------------------------------------------------------------------------------------- names


def _uses_of_names(records: Records) -> Counts:
    """Return how often chains are called by each of their names."""
    uses: Counter[str] = Counter()
    for record in records:
        uses.update(record.names)
    return uses


def _label(records: Records, uses: Counts, located: Located | None) -> str:
    """Return the label: the fullest name, a place's usual or proper one, or a description."""
    if located is not None:
        return _name_of_place(located.place, records, uses)
    if uses:
        return _fullest(uses, records[0].kind)
    return _description(records)


def _name_of_place(place: Place, records: Records, uses: Counts) -> str:
    """Return the label of a place: the articles' name for it, or that of the gazetteer."""
    own = place.name
    if isinstance(place, Country) or not uses:
        return own
    kind = records[0].kind
    name = _usual(uses) if place.type == TOWN else _fullest(uses, kind)
    if IS_OWNED.search(name):
        return own
    small = name.lower()
    spellings = (small, f"the {small}")
    if own.lower() in spellings:
        return own
    return name


def _aliases(uses: Counts, name: str) -> Words:
    """Return all names but the label, without those that only capitals tell from another."""
    known = (*uses, name)
    aliases = set(_without_capitals(uses, known))
    aliases.discard(name)
    return tuple(sorted(aliases))


def _without_capitals(names: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    """Yield the names without those in capitals that are known in another spelling."""
    spelt_out = [name for name in known if not name.isupper()]
    keys = set(map(plain_key, spelt_out))
    for name in names:
        is_known = plain_key(name) in keys
        if not is_known or not name.isupper():
            yield name


def _fullest(uses: Counts, kind: str) -> str:
    """Return the name with the most words, of those the most frequent.

    A name in capitals is returned only if there is no other spelling.
    """
    share = 0.0 if kind == PERSON else RARE_SHARE
    least = share * max(uses.values())
    usual = [name for name in uses if uses[name] >= least]
    usable = _without_capitals(usual, usual)

    def rank(name: str) -> tuple[int, int, int, str]:
        words = _weight(name)
        return -words, -uses[name], -len(name), name

    return min(usable, key=rank)


def _usual(uses: Counts) -> str:
    """Return the name that is used most.

    A city is not called by its fullest name ("Raqqa", "Washington").
    """
    spelt_out = {name: count for name, count in uses.items() if not name.isupper()}
    return commonest(spelt_out or uses)


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
    kind = records[0].kind
    if not nominals and kind in (PERSON, ORGANIZATION):
        return _unnamed(records)
    texts = _detailed(nominals)
    short = [text for text in texts if number_of_words(text) <= LONGEST_DESCRIPTION]
    longest = max(short or texts, key=number_of_words, default="")
    if longest:
        return longest
    first = mentions[0]
    return _plain(first) or first.text


def _detailed(nominals: Iterable[Mention]) -> list[str]:
    """Return the words of the descriptions that have most details, without empty ones."""
    by_details = defaultdict(list)
    for mention in nominals:
        details = bool(mention.country) + bool(mention.size)
        words = _plain(mention)
        by_details[details].append(words)
    if not by_details:
        return []
    most = max(by_details)
    return [*filter(None, by_details[most])]


def _unnamed(records: Records) -> str:
    """Return the words for a person or organisation of whom only pronouns speak."""
    key = records[0].kind
    if key == PERSON:
        gender = gender_of(records)
        key = gender.name.lower()
    return UNNAMED[key]


def _plain(mention: Mention) -> str:
    """Return the words without the determiner; a bare number with what it counts ("13 miners")."""
    text = " ".join(mention.text.split())
    words = DETERMINER.sub("", text)
    if words.isdigit() and mention.noun:
        return f"{words} {mention.noun}s"
    return words


# ------------------------------------------------------------------------------ world knowledge


def _country(records: Records) -> str:
    """Return the ISO code of the country of an organisation or group, if one is known or read."""
    for record in records:
        if record.kind != ORGANIZATION:
            continue
        known = organization(record.name)
        if known is not None:
            return known.country
    return commonest_of(record.country for record in records)


def _links(located: Located | None, names: Counts, type_: str) -> Iterator[Link]:
    """Yield what a place is called in GeoNames, then what it or an organisation is in Wikidata."""
    item = ""
    if located is None:
        known = known_by_full_name(names)
        if known is not None and known.type in with_superclasses(type_):
            item = known.wikidata
    else:
        place = located.place
        predicate = "owl:sameAs" if located.sure else "skos:closeMatch"
        if place.geonames:
            yield Link(predicate, GEONAMES.format(place.geonames), SOURCE_GEONAMES)
        item = place.wikidata if located.sure else ""
    if item:
        yield Link("owl:sameAs", WIKIDATA.format(item), SOURCE_WIKIDATA)
