"""Countries by name, code and demonym ("Burma", "MM", "Burmese")."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from kg.gazetteer.names import lookup_keys, name_key
from kg.gazetteer.place import Country, wikidata_items
from kg.tables import lines, listed, table

MAN = "man"  # after some stems it becomes "men": "Frenchman" does, "German" does not
UNCHANGED = "unchanged"  # endings of nouns that are the same in the plural: "Swiss"

Index = Mapping[str, Country]


@lru_cache(maxsize=20_000)
def country(name: str) -> Country | None:
    """Return the country of any of its names, or None; names of the past count ("Burma", "USSR").

    Short codes must be in capitals, so that "us" is no country. Of a name that two countries have
    ("Congo"), the larger country is returned.
    """
    return _found(_by_name(), name)


def country_by_iso(iso: str) -> Country | None:
    """Return the country of an ISO 3166-1 alpha-2 code (3166-3 for former ones), or None."""
    return _by_iso().get(iso)


@lru_cache(maxsize=20_000)
def demonym(word: str) -> Country | None:
    """Return the country of a demonym, or None: "Danish", "Dane", "Danes".

    It is an adjective or noun, singular or plural. The words for the home nations of the United
    Kingdom ("Scottish") give the United Kingdom. "Korean" alone is no demonym.
    """
    return _found(_by_demonym(), word)


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """Return all countries in the order of the table: those of today first, then of the past."""
    return tuple(_countries())


def plural(noun: str) -> str:
    """Return the plural of a noun for a citizen: "Danes", "Irishmen", "Germans", "Swiss"."""
    endings = _endings()
    if noun.endswith(endings[UNCHANGED]):
        return noun
    stem = noun.removesuffix(MAN)
    if stem != noun and stem.endswith(endings[MAN]):
        return f"{stem}men"
    return f"{noun}s"


@lru_cache(maxsize=1)
def _endings() -> Mapping[str, tuple[str, ...]]:
    rows = table("kg.gazetteer", "data/noun_endings.tsv")
    return {noun: listed(endings) for noun, endings in rows}


@lru_cache(maxsize=1)
def _former_codes() -> frozenset[str]:
    """Return the codes of states that are no more."""
    return frozenset(lines("kg.gazetteer", "data/former_countries.txt"))


def _countries() -> Iterator[Country]:
    facts = {row[0]: row for row in table("kg.gazetteer", "data/country_facts.tsv")}
    rows = table("kg.gazetteer", "data/countries.tsv")
    for iso, name, capital, aliases, adjectives, people in rows:
        _, geonames, latitude, longitude, population = facts.get(iso, (iso, "", "", "", "0"))
        nouns = listed(people) or listed(adjectives)
        yield Country(
            name=name,
            type="schema:Country",
            countries=(iso,) if iso else (),
            latitude=latitude,
            longitude=longitude,
            population=int(population),
            geonames=geonames,
            wikidata=wikidata_items("country").get(iso, ""),
            aliases=listed(aliases),
            capital=capital,
            adjectives=listed(adjectives),
            people=_with_plurals(nouns),
            historical=not iso or iso in _former_codes(),
        )


def _with_plurals(nouns: Iterable[str]) -> tuple[str, ...]:
    """Return nouns, each with its plural, without repetition."""
    forms: list[str] = []
    for noun in nouns:
        forms += [noun, plural(noun)]
    return tuple(dict.fromkeys(forms))


@lru_cache(maxsize=1)
def _by_iso() -> Index:
    return {each.iso: each for each in countries() if each.iso}


@lru_cache(maxsize=1)
def _by_name() -> Index:
    index: dict[str, Country] = {}
    for each in countries():
        _add(index, each, [each.name, *each.aliases])
    return index


@lru_cache(maxsize=1)
def _by_demonym() -> Index:
    index: dict[str, Country] = {}
    for each in countries():
        _add(index, each, [*each.adjectives, *each.people])
    return index


def _found(index: Index, name: str) -> Country | None:
    for key in lookup_keys(name):
        if key in index:
            return index[key]
    return None


def _add(index: dict[str, Country], country: Country, words: Iterable[str]) -> None:
    """Add a country by the keys of its words; of two that share a word, the first has it."""
    for key in map(name_key, words):
        index.setdefault(key, country)
