"""Places by name: cities of 15,000 people and more, first-level divisions, waters, mountains, regions, well-known landmarks.

The tables are read on the first question (a twentieth of a second); a city becomes a `Place` only when it is asked for.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import lru_cache

from kg.gazetteer.countries import countries, country_by_iso
from kg.gazetteer.names import lookup_keys, name_key
from kg.gazetteer.place import Country, Place
from kg.gazetteer.tables import lines, listed, rows

METROPOLIS = 1_000_000  # inhabitants; a city of this size is meant before a division or river of the same name
NOTABLE_CAPITAL = (
    100_000  # inhabitants; a smaller capital (Hamilton, Bermuda) is not meant before its namesakes
)
CITY_TABLE = "cities.tsv.gz"
CITY_KEYS = "city_keys.tsv.gz"  # sorted; a key that any city's name has, and the numbers of those rows in the table of cities


@lru_cache(maxsize=20_000)
def places(name: str) -> tuple[Place, ...]:
    """All places of a name, the most likely first; empty for a name that no place has.

    Places whose main name it is come before those that have it as another name; among them countries, then capitals and cities
    of a million, then regions and waters, then other cities, each by population.
    """
    found = {place: None for key in lookup_keys(name) for place in _candidates(key)}
    return tuple(sorted(found, key=lambda place: (not place.is_named(name), *_rank(place))))


def is_place(name: str) -> bool:
    """True where any place of the gazetteer has that name."""
    return bool(places(name))


def region_of(word: str) -> Place | None:
    """The region of an adjective or a noun for its people, or None: "European", "Kurds"; countries have `demonym`."""
    found = (_region_words().get(key) for key in lookup_keys(word))
    return next((each for each in found if each), None)


def is_common_word(name: str) -> bool:
    """True for a place name that is also an English word: "Nice", "Reading", "Split"."""
    return name_key(name) in _common_words()


def _candidates(key: str) -> Iterator[Place]:
    """The places of a key, which is not empty: what is in the small tables, then cities in their order."""
    yield from _few_of_key().get(key, ())
    for number in _city_numbers(key):
        yield _city(_cities()[number])


def _city_numbers(key: str) -> tuple[int, ...]:
    """The numbers of the cities that have a name of that key, in their order."""
    keys, start = _city_keys(), f"{key}\t"
    at = bisect_left(keys, start)
    return (
        tuple(map(int, listed(keys[at][len(start) :])))
        if at < len(keys) and keys[at].startswith(start)
        else ()
    )


def _rank(place: Place) -> tuple[int, int, str, str]:
    if isinstance(place, Country):
        kind = 4 if place.historical else 0
    elif place.type == "schema:City":
        notable = bool(place.capital_of) and place.population >= NOTABLE_CAPITAL
        kind = 1 if notable or place.population >= METROPOLIS else 3
    else:
        kind = 2
    return kind, -place.population, place.name, place.geonames


@lru_cache(maxsize=1)
def _cities() -> list[str]:
    return lines(CITY_TABLE)[1:]


@lru_cache(maxsize=1)
def _city_keys() -> list[str]:
    return lines(CITY_KEYS)[1:]


@lru_cache(maxsize=1)
def _few() -> tuple[Place, ...]:
    """All places but cities."""
    return (*countries(), *_divisions(), *_features())


@lru_cache(maxsize=1)
def _few_of_key() -> Mapping[str, list[Place]]:
    """Keys to the places but cities that have a name of that key, in the order of the tables; once for each such name."""
    found: dict[str, list[Place]] = {}
    for place in _few():
        for name in (place.name, *place.aliases):
            found.setdefault(name_key(name), []).append(place)
    return found


def _divisions() -> Iterator[Place]:
    facts = {(row[0], row[1]): row[2:] for row in rows("division_facts.tsv")}
    for name, iso, _, aliases in rows("divisions.tsv"):
        latitude, longitude, population = facts.get((name, iso), ["", "", "0"])
        yield Place(
            name,
            "schema:State",
            (iso,),
            latitude,
            longitude,
            int(population),
            aliases=listed(aliases),
        )


def _features() -> Iterator[Place]:
    for kind, name, isos, latitude, longitude, aliases in rows("features.tsv"):
        other = _river_names(name) if kind == "schema:RiverBodyOfWater" else ()
        yield Place(
            name, kind, listed(isos), latitude, longitude, aliases=(*listed(aliases), *other)
        )


def _river_names(name: str) -> tuple[str, ...]:
    """The other ways to call a river: "River Thames" and "Thames River" for "Thames"."""
    if name.startswith("River "):
        return (f"{name[6:]} River",)
    return (
        (f"River {name[:-6]}",) if name.endswith(" River") else (f"{name} River", f"River {name}")
    )


def _city(line: str) -> Place:
    name, iso, latitude, longitude, population, geonames, division, capital_of, aliases = (
        line.split("\t")
    )
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
        aliases=listed(aliases),
        common_word=is_common_word(name),
    )


@lru_cache(maxsize=1)
def _region_words() -> Mapping[str, Place]:
    few = {place.name: place for place in reversed(_few()) if not isinstance(place, Country)}
    return {
        name_key(word): few[region]
        for region, words in rows("region_words.tsv")
        for word in listed(words)
    }


@lru_cache(maxsize=1)
def _common_words() -> frozenset[str]:
    return frozenset(lines("common_words.txt"))
