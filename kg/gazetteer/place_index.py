"""Places by name.

They are cities of 15,000 people and more, first-level divisions, waters, mountains, regions and
well-known landmarks. The tables are read on the first question (a twentieth of a second); a city
becomes a `Place` only when it is asked for.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import chain

from kg.gazetteer.countries import countries, country_by_iso
from kg.gazetteer.names import lookup_keys, name_key
from kg.gazetteer.place import Country, Place, wikidata_items
from kg.tables import lines, listed, table

# Inhabitants of a city that is meant before a division or river of the same name.
METROPOLIS = 1_000_000
# Inhabitants; a smaller capital (Hamilton, Bermuda) is not meant before its namesakes.
NOTABLE_CAPITAL = 100_000
UNKNOWN = ("", "", "0")  # latitude, longitude and population
CITY_TABLE = "data/cities.tsv.gz"
# Sorted; a key that any city's name has, and the numbers of those rows in the table of cities.
CITY_KEYS = "data/city_keys.tsv.gz"


@lru_cache(maxsize=20_000)
def places(name: str) -> tuple[Place, ...]:
    """Return all places of a name, the most likely first; empty for a name that no place has.

    Places whose main name it is come before those that have it as another name; among them
    countries, then capitals and cities of a million, then regions and waters, then other cities,
    each by population.
    """
    candidates = chain.from_iterable(map(_candidates, lookup_keys(name)))
    different = dict.fromkeys(candidates)
    return tuple(sorted(different, key=partial(_rank, name)))


def is_place(name: str) -> bool:
    """Return whether any place of the gazetteer has that name."""
    return bool(places(name))


def region_of(word: str) -> Place | None:
    """Return the region of an adjective or a noun for its people, or None: "European", "Kurds".

    Countries have `demonym`.
    """
    regions = _region_words()
    for key in lookup_keys(word):
        if key in regions:
            return regions[key]
    return None


def is_common_word(name: str) -> bool:
    """Return whether a place name is also an English word: "Nice", "Reading", "Split"."""
    return name_key(name) in _common_words()


def _candidates(key: str) -> Iterator[Place]:
    """Yield the places of a key, not empty: those of the small tables, then cities in order."""
    yield from _few_of_key().get(key, ())
    for number in _city_numbers(key):
        line = _cities()[number]
        yield _city(line)


def _city_numbers(key: str) -> tuple[int, ...]:
    """Return the numbers of the cities that have a name of that key, in their order."""
    keys = _city_keys()
    start = f"{key}\t"
    at = bisect_left(keys, start)
    if at == len(keys) or not keys[at].startswith(start):
        return ()
    numbers = listed(keys[at].removeprefix(start))
    return tuple(map(int, numbers))


def _rank(name: str, place: Place) -> tuple[bool, int, int, str, str]:
    """Return a key that sorts the places of a name by how likely they are meant."""
    has_other_name = not place.is_named(name)
    return has_other_name, _class_rank(place), -place.population, place.name, place.geonames


def _class_rank(place: Place) -> int:
    if isinstance(place, Country):
        return 4 if place.historical else 0
    if place.type != "schema:City":
        return 2
    least = NOTABLE_CAPITAL if place.capital_of else METROPOLIS
    return 1 if place.population >= least else 3


@lru_cache(maxsize=1)
def _cities() -> list[str]:
    return lines("kg.gazetteer", CITY_TABLE)[1:]


@lru_cache(maxsize=1)
def _city_keys() -> list[str]:
    return lines("kg.gazetteer", CITY_KEYS)[1:]


@lru_cache(maxsize=1)
def _few() -> tuple[Place, ...]:
    """Return all places but cities."""
    return (*countries(), *_divisions(), *_features())


@lru_cache(maxsize=1)
def _few_of_key() -> Mapping[str, list[Place]]:
    """Return the places but cities by the keys of their names, in the order of the tables.

    A place stands there once for each such name.
    """
    of_key: dict[str, list[Place]] = defaultdict(list)
    for place in _few():
        for name in (place.name, *place.aliases):
            key = name_key(name)
            of_key[key].append(place)
    return of_key


def _divisions() -> Iterator[Place]:
    facts: dict[tuple[str, str], Sequence[str]] = {}
    for name, iso, *degrees_and_population in table("kg.gazetteer", "data/division_facts.tsv"):
        facts[name, iso] = degrees_and_population
    for name, iso, _, aliases in table("kg.gazetteer", "data/divisions.tsv"):
        latitude, longitude, population = facts.get((name, iso), UNKNOWN)
        yield Place(
            name=name,
            type="schema:State",
            countries=(iso,),
            latitude=latitude,
            longitude=longitude,
            population=int(population),
            aliases=listed(aliases),
        )


def _features() -> Iterator[Place]:
    rows = table("kg.gazetteer", "data/features.tsv")
    for type_, name, isos, latitude, longitude, aliases in rows:
        names = listed(aliases)
        if type_ == "schema:RiverBodyOfWater":
            names += _river_names(name)
        yield Place(name, type_, listed(isos), latitude, longitude, aliases=names)


def _river_names(name: str) -> tuple[str, ...]:
    """Return the other ways to call a river: "River Thames" and "Thames River" for "Thames"."""
    if name.startswith("River "):
        return (f"{name.removeprefix('River ')} River",)
    if name.endswith(" River"):
        return (f"River {name.removesuffix(' River')}",)
    return f"{name} River", f"River {name}"


def _city(line: str) -> Place:
    columns = line.split("\t")
    name, iso, latitude, longitude, population, geonames, division, capital_of, aliases = columns
    return Place(
        name=name,
        type="schema:City",
        countries=(iso,),
        latitude=latitude,
        longitude=longitude,
        population=int(population),
        geonames=geonames,
        division=division,
        capital_of=capital_of if country_by_iso(capital_of) else "",
        wikidata=wikidata_items("capital").get(geonames, ""),
        aliases=listed(aliases),
        common_word=is_common_word(name),
    )


@lru_cache(maxsize=1)
def _region_words() -> Mapping[str, Place]:
    region_of_name = {}
    for place in reversed(_few()):
        if not isinstance(place, Country):
            region_of_name[place.name] = place
    region_of_key = {}
    for name, words in table("kg.gazetteer", "data/region_words.tsv"):
        for key in map(name_key, listed(words)):
            region_of_key[key] = region_of_name[name]
    return region_of_key


@lru_cache(maxsize=1)
def _common_words() -> frozenset[str]:
    return frozenset(lines("kg.gazetteer", "data/common_words.txt"))
