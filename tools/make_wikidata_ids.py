"""Makes `kg/gazetteer/data/wikidata.tsv`: the Wikidata items of countries, capitals and well-known
organisations of the gazetteer.

The ids come from two packages of public data, and from nowhere else:

    npm pack @rapideditor/country-coder name-suggestion-index
    python tools/make_wikidata_ids.py FOLDER_OF_BOTH

A country is found by its code and name, a capital and an organisation by a label that only one item
has and by what its description says: which country it is of, and of what kind it is. What is not
clear is left out. The same input gives the same bytes.
"""

import argparse
import json
import re
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from kg.gazetteer import Country, WellKnown, countries, name_key, organizations, places

TABLE = Path(__file__).parent.parent / "kg" / "gazetteer" / "data" / "wikidata.tsv"
HEADING = "kind\tkey\titem\tlabel"
BORDERS = "package/src/data/borders.json"
ITEMS = "package/dist/wikidata/wikidata.json"

# Also each of "capital of the canton of Bern and de facto capital of Switzerland"
CAPITAL = re.compile(
    r"\bcapital(?: city)?(?: and [\w ]+?)? of (?:the )?(?P<of>(?:(?!\bcapital\b).)+)"
)
WITHIN = re.compile(r" in the [A-Z][\w ]+$")  # of "Jersey in the Channel Islands"
INTERNATIONAL = re.compile(
    r"\b(?:international|intergovernmental|humanitarian|United Nations|European states)\b"
)
# How the description of an item of each class speaks of it. "Brand" and "chain" are the words for
# what a company sells, or for its shops.
KINDS = {
    "schema:Corporation": r"company|corporation|conglomerate|manufacturer|automaker|bank|airline"
    r"|group|firm|enterprise|institution|provider|utility|retailer|operator|watchmakers",
    "schema:NewsMediaOrganization": r"newspaper|broadcaster|news agency|magazine",
    "schema:EducationalOrganization": r"university|college|institute",
    "schema:GovernmentOrganization": r"police|army|air force|navy|central bank|government|agency",
    "kg:PoliticalParty": r"political party",
    "schema:Organization": r"organi[sz]ation|agency|union|alliance|society|church|branch",
}
NO_KIND = re.compile(r"\b(?:brand|chain|soft drink|toy)\b")
# Names of these are shared by those of many countries ("Ministry of Defence"), so they must say
# their country themselves.
OF_ONE_COUNTRY = frozenset(("schema:GovernmentOrganization", "kg:PoliticalParty"))
# What descriptions call countries besides their names and adjectives.
ALSO = {"US": ("U.S.",), "GB": ("U.K.",)}


class Row(NamedTuple):
    """A row of the table."""

    kind: str
    key: str
    item: str
    label: str


class Item(NamedTuple):
    """An item of Wikidata as name-suggestion-index tells of it."""

    id: str
    label: str
    description: str


def main() -> None:
    """Read the command line, write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    found = rows(parser.parse_args().folder)
    TABLE.write_text(table_of(found), encoding="utf-8")


def table_of(rows: Iterable[Row]) -> str:
    """Return the text of the table."""
    lines = [HEADING, *("\t".join(row) for row in rows)]
    return "\n".join(lines) + "\n"


def rows(folder: Path) -> list[Row]:
    """Return the rows that the two packages in a folder give."""
    borders = _content(folder, "rapideditor-country-coder-*.tgz", BORDERS)
    items = _content(folder, "name-suggestion-index-*.tgz", ITEMS)
    by_label = _by_label(items["wikidata"])
    features = [feature["properties"] for feature in borders["features"]]
    return [*_countries(features), *_capitals(by_label), *_organizations(by_label)]


def _content(folder: Path, package: str, name: str) -> Any:
    """Return the JSON of a file in a package."""
    [path] = folder.glob(package)
    with tarfile.open(path) as tar:
        content = tar.extractfile(name)
        assert content is not None
        return json.load(content)


def _by_label(items: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Sequence[Item]]:
    """Return the items that still exist, by their labels in small letters."""
    found: dict[str, list[Item]] = defaultdict(list)
    for number, item in items.items():
        if item.get("label") and not item.get("dissolutions"):
            told = Item(number, item["label"], item.get("description") or "")
            found[told.label.casefold()].append(told)
    return found


def _countries(features: Sequence[Mapping[str, Any]]) -> Iterator[Row]:
    """Yield the items of countries: of the features with a code, the one of the same name.

    "DK" is the Kingdom of Denmark there; Denmark lies in it, and is what news mean.
    """
    for country in countries():
        if not country.iso or country.historical:
            continue
        inside = [each for each in features if country.iso in _codes(each)]
        whole = [each for each in inside if each.get("iso1A2") == country.iso]
        found = _named(inside, [country.name]) or _named(whole, country.aliases)
        if found is not None:
            yield Row("country", country.iso, found["wikidata"], found["nameEn"])


def _codes(feature: Mapping[str, Any]) -> set[str]:
    return {feature.get("iso1A2", ""), feature.get("country", "")}


def _named(features: Iterable[Mapping[str, Any]], names: Iterable[str]) -> Mapping[str, Any] | None:
    """Return the only feature that has one of some names; None if there are none, or several."""
    keys = set(map(name_key, names))
    found = [each for each in features if name_key(each["nameEn"]) in keys and "wikidata" in each]
    return found[0] if len(found) == 1 else None


def _capitals(by_label: Mapping[str, Sequence[Item]]) -> Iterator[Row]:
    """Yield the items of capitals, by the numbers of their GeoNames records."""
    for country in countries():
        if not country.capital or country.historical:
            continue
        cities = [place for place in places(country.capital) if place.capital_of == country.iso]
        names = {country.capital, *(alias for city in cities for alias in city.aliases)}
        found = {
            item
            for name in names
            for item in by_label.get(name.casefold(), ())
            if _is_capital(item, country)
        }
        if len(found) == 1 and len(cities) == 1:
            [item] = found
            yield Row("capital", cities[0].geonames, item.id, item.label)


def _is_capital(item: Item, country: Country) -> bool:
    """Return whether an item is described as the capital of a country, and of nothing less."""
    names = {name_key(name) for name in (country.name, *country.aliases)}
    told = CAPITAL.finditer(item.description)
    return any(name_key(WITHIN.sub("", each["of"])) in names for each in told)


def _organizations(by_label: Mapping[str, Sequence[Item]]) -> Iterator[Row]:
    """Yield the items of organisations, by their names in the gazetteer."""
    of_code = {country.iso: country for country in countries()}
    for known in organizations():
        found = by_label.get(known.name.casefold(), ())
        if len(found) == 1 and _is_meant(found[0], known, of_code.get(known.country)):
            yield Row("organization", known.name, found[0].id, found[0].label)


def _is_meant(item: Item, known: WellKnown, country: Country | None) -> bool:
    """Return whether the description of an item is one of a well-known organisation."""
    kind = KINDS.get(known.type)
    said = item.description
    if kind is None or not re.search(rf"\b(?:{kind})\b", said) or NO_KIND.search(said):
        return False
    if country is None:
        return bool(INTERNATIONAL.search(said))
    if known.type in OF_ONE_COUNTRY and not _names_country(known.name, country):
        return False
    return _names_country(said, country)


def _names_country(words: str, country: Country) -> bool:
    """Return whether words name a country, or have its adjective."""
    names = (country.name, *country.aliases, *country.adjectives, *ALSO.get(country.iso, ()))
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) for name in names)


if __name__ == "__main__":
    main()
