"""Well-known organisations of the whole world by any of their names."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.gazetteer.names import lookup_keys, name_key
from kg.gazetteer.place import wikidata_items
from kg.tables import listed, table


@dataclass(frozen=True, slots=True)
class WellKnown:
    """An organisation that news all over the world writes about.

    `type` is a class of the vocabulary as a curie; `country` the ISO 3166-1 alpha-2 code of the
    country that it belongs to, empty for international ones. `aliases` take in the nouns for its
    members ("Tories"). `wikidata` is the id of its item, empty if that is not known for sure.
    """

    name: str
    type: str
    country: str = ""
    aliases: tuple[str, ...] = ()
    wikidata: str = ""


@lru_cache(maxsize=20_000)
def organization(name: str) -> WellKnown | None:
    """Return the well-known organisation of a name, or None.

    Acronyms of up to four letters must be in capitals. Names of an article and a common word need
    their article: "The Hill" is a newspaper, "Hill" is not.

    >>> organization("the Associated Press").type
    'schema:NewsMediaOrganization'
    """
    index = _by_name()
    for key in (name.lower(), *lookup_keys(name)):
        if key in index:
            return index[key]
    return None


def known_by_full_name(names: Collection[str]) -> WellKnown | None:
    """Return the well-known organisation that all the names of a thing mean, if one of them is its
    full name, which hardly any other has; else None.

    >>> known_by_full_name(["Apple Inc.", "Apple"]).wikidata, known_by_full_name(["Apple"])
    ('Q312', None)
    """
    found = set(filter(None, map(organization, names)))
    if len(found) != 1:
        return None
    [known] = found
    keys = map(name_key, names)
    return known if name_key(known.name) in keys else None


def organizations() -> tuple[WellKnown, ...]:
    """Return all well-known organisations in the order of the table."""
    return _all()


@lru_cache(maxsize=1)
def _all() -> tuple[WellKnown, ...]:
    items = wikidata_items("organization")
    return tuple(
        WellKnown(name, type_, country, listed(aliases), items.get(name, ""))
        for type_, name, country, aliases in table("kg.gazetteer", "data/organizations.tsv")
    )


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, WellKnown]:
    index: dict[str, WellKnown] = {}
    for each in _all():
        for name in (each.name, *each.aliases):
            key = _key(name)
            if key:  # nothing is left of "AG"
                index.setdefault(key, each)
    return index


def _key(name: str) -> str:
    """Return the key of a name; "The Hill", of an article and a single word, keeps the article."""
    keeps_article = name.startswith("The ") and name.count(" ") == 1
    return name.lower() if keeps_article else name_key(name)
