"""A place of the world gazetteer, a country with the words for its people, and which of the world's
things have an item of Wikidata.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.gazetteer.names import name_key
from kg.tables import table


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer. `type` is a class of the vocabulary as a curie.

    `countries` are the ISO 3166-1 alpha-2 codes of the countries that it lies in or flows through,
    the main one first. `latitude` and `longitude` are decimal degrees as text, empty if unknown;
    for a division they are the middle of its cities. `population` is 0 if unknown. `geonames` is
    the number of its GeoNames record, `division` the name of the first-level division that it lies
    in, `capital_of` the code of the country whose capital it is, `wikidata` the id of its item; all
    empty if there is none.
    `common_word` marks a name that is also an English word ("Nice", "Reading"), which needs more
    than itself to be a place.
    """

    name: str
    type: str
    countries: tuple[str, ...] = ()
    latitude: str = ""
    longitude: str = ""
    population: int = 0
    geonames: str = ""
    division: str = ""
    capital_of: str = ""
    wikidata: str = ""
    aliases: tuple[str, ...] = ()
    common_word: bool = False

    def is_named(self, name: str) -> bool:
        """Return whether that is its main name, whatever the accents, and not another one.

        >>> Place("Zürich", "schema:City").is_named("Zurich")
        True
        """
        return name_key(name) == name_key(self.name)


@dataclass(frozen=True, slots=True)
class Country(Place):
    """A country, a territory with a code of its own, or a state of the past (`historical`).

    `capital` is the name of its seat of government. `adjectives` are its demonyms ("Danish"),
    `people` the nouns for its citizens, singular and plural ("Dane", "Danes").
    """

    capital: str = ""
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    historical: bool = False

    @property
    def iso(self) -> str:
        """The ISO 3166-1 alpha-2 code (3166-3 for former ones); empty if there never was one."""
        return self.countries[0] if self.countries else ""


@cache
def wikidata_items(kind: str) -> Mapping[str, str]:
    """Return the ids of Wikidata's items for things of a kind, by their keys: for a "country" its
    code, for a "capital" its number in GeoNames, for an "organization" its name.

    What the published data of `tools/make_wikidata_ids.py` leave open has none.

    >>> wikidata_items("country")["DK"]
    'Q35'
    """
    rows = table("kg.gazetteer", "data/wikidata.tsv")
    return {key: item for each, key, item, _ in rows if each == kind}
