"""The place of the world gazetteer that a chain means, given the others of its article."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from kg.gazetteer import Country, Place, country, country_by_iso, places, region_of
from kg.graph.entities.chains import ChainRecord, Records
from kg.graph.entities.classes import PLACE
from kg.graph.entities.clusters import Clusters
from kg.graph.entities.contexts import Around, Context
from kg.graph.entities.name_keys import plain_key
from kg.lang.en import word_list
from kg.model import Article
from kg.vocabulary import POPULATED_PLACES

BY_FAR = 8  # times as many inhabitants as the next place of the name, for a choice without context
WORLD_FAMOUS = 15  # times as many inhabitants as a namesake that lies in a country of the article
KNOWN_ABROAD = 200_000  # inhabitants of a city that articles about other countries name
ARABIC = word_list("names", "arabic-article")
ARABIC_ARTICLES = "|".join((*ARABIC, *map(str.capitalize, ARABIC)))
PREFIX = re.compile(rf"^(?:{ARABIC_ARTICLES})[ -](?=[A-Z])")
FOLLOWED_BY = re.compile(r"\s*,\s*((?:[A-Z][\w.'’-]*\s?){1,3})")
COUNTRY, REGION, STATE, TOWN = "schema:Country", "kg:Region", "schema:State", "schema:City"
ANY_PLACE = "schema:Place"


@dataclass(frozen=True, slots=True)
class Located:
    """A place of the gazetteer that a chain means.

    `sure` is whether name, class and context bear it out.
    """

    place: Place
    sure: bool

    @property
    def key(self) -> str:
        """A key that all chains that mean the place have, and no other."""
        place = self.place
        if isinstance(place, Country):
            return f"country {place.iso or place.name}"
        if place.geonames:
            return f"geonames {place.geonames}"
        return f"{place.type} {place.name} {place.countries[:1]}"


LocatedRecords = Mapping[int, Located]  # by the numbers of the records
Places = Sequence[Place]


def locate(records: Records, articles: Mapping[str, Article], around: Around) -> LocatedRecords:
    """Return the gazetteer's place for each record that has one, by its number."""
    located: dict[int, Located] = {}
    for record in records:
        if record.kind != PLACE:
            continue
        text = articles[record.article].text
        place = _located(record, text, around[record.article])
        if place is not None:
            located[record.number] = place
    return located


def join_places(clusters: Clusters, located: LocatedRecords) -> None:
    """Join chains that mean one place of the gazetteer, and unknown places of one name."""
    chains = [record for record in clusters.records if record.kind == PLACE]
    same_place: dict[str, list[int]] = defaultdict(list)
    same_name: dict[str, list[int]] = defaultdict(list)
    for record in chains:
        number, name = record.number, plain_key(record.name)
        known = located.get(number)
        if known:
            same_place[known.key].append(number)
        elif record.name:
            same_place[f"name {name}"].append(number)
        if record.name:
            same_name[name].append(number)
    for key, numbers in sorted(same_place.items()):
        known = located.get(numbers[0])
        label = f"place: {known.place.name}" if known else key.replace(" ", ": ", 1)
        clusters.join(numbers, f"the same {label}")
    for numbers in same_name.values():
        first, *others = clusters.roots(numbers)
        for other in others:
            clusters.nearly(first, other)


def _located(record: ChainRecord, text: str, around: Context) -> Located | None:
    """Return the place that a chain means, by the first of its names that has a fitting one."""
    if record.type == COUNTRY:
        return _located_country(record)
    for name in _names(record):
        known = places(name) or places(PREFIX.sub("", name))
        candidates = [place for place in known if _fits(record, place)]
        if candidates:
            return _choice(name, record, candidates, text, around)
    return _located_region(record) if record.type == REGION else None


def _names(record: ChainRecord) -> Iterator[str]:
    """Yield the names of a chain: first its own, then by use."""
    uses = dict(record.names)
    yield from sorted(uses, key=lambda name: (name != record.name, -uses[name], name))


def _located_region(record: ChainRecord) -> Located | None:
    """Return the region of an adjective or a noun for its people among the mentions."""
    for mention in record.mentions:
        region = region_of(mention.text)
        if region:
            return Located(region, sure=True)
    return None


def _located_country(record: ChainRecord) -> Located | None:
    by_name = [country(name) for name, _ in record.names]
    by_code = country_by_iso(record.country)
    for known in (*by_name, by_code):
        if known:
            return Located(known, sure=not known.historical)
    return None


def _fits(record: ChainRecord, place: Place) -> bool:
    """Return whether a chain of this class may mean a place; populated places are mixed up."""
    if record.type in (ANY_PLACE, place.type):
        return True
    return POPULATED_PLACES.issuperset((record.type, place.type))


def _of_type(type_: str, candidates: Places) -> list[Place]:
    """Return the candidates of a class; all if none is of it."""
    return [place for place in candidates if place.type == type_] or list(candidates)


def _may_be_meant(place: Place, around: Context) -> bool:
    """Return whether an article may mean a place.

    A small town in none of the countries that the article speaks of is not meant: its namesake may
    lie in one of them.
    """
    if place.type != TOWN or place.capital_of or not around.countries:
        return True
    if place.population >= KNOWN_ABROAD:
        return True
    return _weight(place, around) > 0


def _followers(record: ChainRecord, text: str) -> frozenset[str]:
    """Return the keys of what stands behind a comma after the name: "Texas" in "Paris, Texas"."""
    keys: set[str] = set()
    for mention in record.mentions:
        behind = FOLLOWED_BY.match(text, mention.passage.end)
        if behind is None or not mention.is_name:
            continue
        beginnings = accumulate(behind[1].split(), "{} {}".format)
        keys.update(map(plain_key, beginnings))
    return frozenset(keys)


def _choice(
    name: str, record: ChainRecord, candidates: Places, text: str, around: Context
) -> Located | None:
    """Return the place of a name that an article means, if any may be meant."""
    followers = _followers(record, text)
    candidates = _of_type(record.type, candidates)
    for place in candidates:
        if followers & _keys_above(place):
            return Located(place, sure=True)
    candidates = [place for place in candidates if _may_be_meant(place, around)]
    if not candidates:
        return None
    near = [place for place in candidates if _weight(place, around)]
    home = [place for place in near if not _is_outshone(place, candidates)]
    best = max(home or candidates, key=lambda place: (place.is_named(name), _weight(place, around)))
    is_main_name = best.is_named(name)
    is_largest = _is_largest(best, candidates)
    if home == [best]:
        return Located(best, sure=is_main_name or is_largest)
    if best.common_word or not is_largest:
        return Located(best, sure=False)
    is_only_one = len(candidates) == 1 and best.type == record.type != TOWN
    return Located(best, sure=is_main_name or is_only_one)


def _is_outshone(place: Place, candidates: Places) -> bool:
    """Return whether a namesake is so much larger that it is meant even if it lies elsewhere."""
    famous = WORLD_FAMOUS * place.population
    return any(other.population > famous > 0 for other in candidates)


def _weight(place: Place, around: Context) -> int:
    """Return how often the article mentions the countries that a place lies in."""
    return sum(around.countries.get(code, 0) for code in place.countries)


def _is_largest(best: Place, candidates: Places) -> bool:
    others = [place.population for place in candidates if place is not best]
    return not others or best.population > BY_FAR * max(others)


def _keys_above(place: Place) -> frozenset[str]:
    """Return the keys of the names of the division and the countries that a place lies in.

    Short forms of divisions are among them.
    """
    names: list[str] = []
    for whole in filter(None, map(country_by_iso, place.countries)):
        names += [whole.name, *whole.aliases]
    if place.division:
        names.append(place.division)
        states = [known for known in places(place.division) if known.type == STATE]
        for division in states:
            if division.countries == place.countries:
                names += division.aliases
    return frozenset(map(plain_key, names))
