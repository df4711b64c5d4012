"""The place of the world gazetteer that a chain means, given the others of its article."""

import re
from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
    Sequence,
    Set,
)
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from operator import attrgetter

from kg.gazetteer import (
    Country,
    Place,
    country,
    country_by_iso,
    places,
    region_of,
)
from kg.graph.entities.chains import ChainRecord, Records, blocks
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
ARABIC_CAPITALIZED = map(str.capitalize, ARABIC)
ARABIC_ARTICLES = "|".join((*ARABIC, *ARABIC_CAPITALIZED))
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
            code = place.iso or place.name
            return f"country {code}"
        if place.geonames:
            return f"geonames {place.geonames}"
        home = place.countries[:1]
        return f"{place.type} {place.name} {home}"


LocatedRecords = Mapping[int, Located]  # by the numbers of the records
Places = Sequence[Place]


def locate(records: Records, articles: Iterable[Article], around: Around) -> LocatedRecords:
    """Return the gazetteer's place for each record that has one, by its number."""
    texts = {article.id: article.text for article in articles}
    located = {}
    for record in records:
        if record.kind != PLACE:
            continue
        article = record.article
        context = around[article]
        place = _located(record, texts[article], context)
        if place is not None:
            located[record.number] = place
    return located


def place_of(located: LocatedRecords, records: Records) -> Located | None:
    """Return the place that the chains of one set mean: a sure one if one of them is sure of it."""
    found = [located.get(record.number) for record in records]
    known = filter(None, found)
    return max(known, key=attrgetter("sure"), default=None)


def join_places(clusters: Clusters, located: LocatedRecords) -> None:
    """Join chains that mean one place of the gazetteer, and unknown places of one name."""
    chains = [record for record in clusters.records if record.kind == PLACE]
    same_place = blocks(chains, partial(_place_key, located=located))
    for key, numbers in sorted(same_place.items()):
        label = key.replace(" ", ": ", 1)
        known = located.get(numbers[0])
        if known is not None:
            label = f"place: {known.place.name}"
        clusters.join(numbers, f"the same {label}")
    same_name = blocks(chains, _name_key)
    for numbers in same_name.values():
        roots = clusters.roots(numbers)
        clusters.nearly(*roots)


def _place_key(record: ChainRecord, *, located: LocatedRecords) -> str:
    known = located.get(record.number)
    if known is None:
        return _name_key(record)
    return known.key


def _name_key(record: ChainRecord) -> str:
    """Return the key of a name, empty if there is none."""
    name = record.name
    if not name:
        return ""
    return f"name {plain_key(name)}"


# -------------------------------------------------------------------------------- of one chain


def _located(record: ChainRecord, text: str, around: Context) -> Located | None:
    """Return the place that a chain means, by the first of its names that has a fitting one."""
    if record.type == COUNTRY:
        return _located_country(record)
    for name in _names(record):
        bare = PREFIX.sub("", name)
        known = places(name) or places(bare)
        fitting = [place for place in known if _fits(record, place)]
        if not fitting:
            continue
        candidates = _of_type(record.type, fitting)
        followed = _followed(record, candidates, text)
        return followed or _choice(name, record.type, candidates, around)
    if record.type == REGION:
        return _located_region(record)
    return None


def _names(record: ChainRecord) -> Iterator[str]:
    """Yield the names of a chain: first its own, then by use."""
    uses = record.names
    by_use = sorted(uses, key=uses.__getitem__, reverse=True)
    yield from sorted(by_use, key=lambda name: name != record.name)


def _located_region(record: ChainRecord) -> Located | None:
    """Return the region of an adjective or a noun for its people among the mentions."""
    for mention in record.mentions:
        region = region_of(mention.text)
        if region:
            return Located(region, sure=True)
    return None


def _located_country(record: ChainRecord) -> Located | None:
    by_name = map(country, record.names)
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


def _of_type(type_: str, candidates: Places) -> Places:
    """Return the candidates of a class; all if none is of it."""
    fitting = [place for place in candidates if place.type == type_]
    return fitting or candidates


def _followed(record: ChainRecord, candidates: Places, text: str) -> Located | None:
    """Return the place whose country or division stands behind its name: "Paris, Texas"."""
    followers = _followers(record, text)
    if not followers:
        return None
    for place in candidates:
        keys = map(plain_key, _names_above(place))
        if not followers.isdisjoint(keys):
            return Located(place, sure=True)
    return None


def _followers(record: ChainRecord, text: str) -> Set[str]:
    """Return the keys of what stands behind a comma after the name: "Texas" in "Paris, Texas"."""
    keys: set[str] = set()
    for mention in record.mentions:
        end = mention.passage.end
        behind = FOLLOWED_BY.match(text, end)
        if behind is None or not mention.is_name:
            continue
        words = behind[1].split()
        beginnings = accumulate(words, "{} {}".format)
        keys.update(map(plain_key, beginnings))
    return keys


def _names_above(place: Place) -> Iterator[str]:
    """Yield the names of the division and the countries that a place lies in.

    Short forms of divisions are among them.
    """
    for whole in map(country_by_iso, place.countries):
        if whole:
            yield whole.name
            yield from whole.aliases
    division = place.division
    if not division:
        return
    yield division
    for known in places(division):
        if known.type == STATE and known.countries == place.countries:
            yield from known.aliases


def _choice(name: str, type_: str, candidates: Places, around: Context) -> Located | None:
    """Return the place of a name that an article means, if any may be meant."""
    candidates = [place for place in candidates if _may_be_meant(place, around)]
    if not candidates:
        return None
    near = [place for place in candidates if _weight(place, around)]
    home = [place for place in near if not _is_outshone(place, candidates)]
    likely = home or candidates
    named = [place for place in likely if place.is_named(name)]
    weight = partial(_weight, around=around)
    best = max(named or likely, key=weight)
    is_main_name = bool(named)
    is_largest = _is_largest(best, candidates)
    if home == [best]:
        return Located(best, sure=is_main_name or is_largest)
    if best.common_word or not is_largest:
        return Located(best, sure=False)
    is_expected = best.type == type_ != TOWN
    is_only_one = candidates == [best]
    return Located(best, sure=is_main_name or (is_expected and is_only_one))


def _may_be_meant(place: Place, around: Context) -> bool:
    """Return whether an article may mean a place.

    A small town in none of the countries that the article speaks of is not meant: its namesake may
    lie in one of them.
    """
    if place.type != TOWN or place.capital_of:
        return True
    if place.population >= KNOWN_ABROAD:
        return True
    return not around.countries or _weight(place, around) > 0


def _weight(place: Place, around: Context) -> int:
    """Return how often the article mentions the countries that a place lies in."""
    mentions = around.countries
    return sum(mentions.get(code, 0) for code in place.countries)


def _is_outshone(place: Place, candidates: Places) -> bool:
    """Return whether a namesake is so much larger that it is meant even if it lies elsewhere."""
    famous = WORLD_FAMOUS * place.population
    return _most_inhabitants(candidates) > famous > 0


def _is_largest(best: Place, candidates: Places) -> bool:
    others = [place for place in candidates if place is not best]
    if not others:
        return True
    next_largest = _most_inhabitants(others)
    return best.population > BY_FAR * next_largest


def _most_inhabitants(places_: Places) -> int:
    """Return how many inhabitants the largest of some places has."""
    return max(place.population for place in places_)
