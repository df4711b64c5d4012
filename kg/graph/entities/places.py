"""Places: which place of the world gazetteer a chain means, given the other places of its article."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.gazetteer import Country, Place, country, country_by_iso, places, region_of
from kg.graph.entities.chains import Thing
from kg.graph.entities.classes import PLACE
from kg.graph.entities.clusters import Clusters
from kg.graph.entities.contexts import Context
from kg.graph.entities.name_keys import plain_key
from kg.model import Article

BY_FAR = 8  # times as many inhabitants as the next place of the name, for a choice without context
WORLD_FAMOUS = 15  # times as many inhabitants as a namesake that lies in a country of the article
KNOWN_ABROAD = 200_000  # inhabitants of a city that articles name which speak of other countries only
PREFIX = re.compile(r"^(?:[Aa]l|[Ee]l|[Aa][rsdnzt]|[Aa]sh)[ -](?=[A-Z])")
FOLLOWED_BY = re.compile(r"\s*,\s*((?:[A-Z][\w.'’-]*\s?){1,3})")
GENERAL = frozenset({"schema:Place", "schema:Country", "kg:Region", "schema:State", "schema:City"})
TOWN = "schema:City"


@dataclass(frozen=True, slots=True)
class Located:
    """A place of the gazetteer that a chain means; `sure` where name, class and context bear it out."""

    place: Place
    sure: bool

    @property
    def key(self) -> str:
        """The same for all chains that mean the place, and no other."""
        place = self.place
        if isinstance(place, Country):
            return f"country {place.iso or place.name}"
        return f"geonames {place.geonames}" if place.geonames else f"{place.type} {place.name} {place.countries[:1]}"


def locate(things: Sequence[Thing], articles: Mapping[str, Article], around: Mapping[str, Context]) -> Mapping[int, Located]:
    """The gazetteer's place for each thing that has one, by its number."""
    found = {}
    for thing in things:
        located = _located(thing, articles[thing.article].text, around[thing.article]) if thing.kind == PLACE else None
        if located:
            found[thing.number] = located
    return found


def join_places(clusters: Clusters, located: Mapping[int, Located]) -> None:
    """Make one what means one place of the gazetteer, and places that it does not know when they have one name."""
    blocks: dict[str, list[int]] = defaultdict(list)
    namesakes: dict[str, list[int]] = defaultdict(list)
    for thing in clusters.things:
        if thing.kind != PLACE or not (thing.name or thing.number in located):
            continue
        known = located.get(thing.number)
        blocks[known.key if known else f"name {plain_key(thing.name)}"].append(thing.number)
        if thing.name:
            namesakes[plain_key(thing.name)].append(thing.number)
    for key, numbers in sorted(blocks.items()):
        first = located.get(numbers[0])
        clusters.join(numbers, f"the same place: {first.place.name}" if first else f"the same name: {key[5:]}")
    for numbers in namesakes.values():
        roots = clusters.roots(numbers)
        for root in roots[1:]:
            clusters.nearly(roots[0], root)


def _located(thing: Thing, text: str, around: Context) -> Located | None:
    if thing.type == "schema:Country":
        return _located_country(thing)
    counted = sorted(thing.names, key=lambda pair: (pair[0] != thing.name, -pair[1], pair[0]))
    for name, _ in counted:
        known = places(name) or places(PREFIX.sub("", name))
        candidates = [place for place in known if _fits(thing, place)]
        if candidates:
            return _choice(name, thing, candidates, _followers(thing, text), around)
    region = next((each for each in (region_of(mention.text) for mention in thing.chain.mentions) if each), None)
    return Located(region, sure=True) if region and thing.type == "kg:Region" else None


def _located_country(thing: Thing) -> Located | None:
    found = next((each for each in (country(name) for name, _ in thing.names) if each), None) or country_by_iso(thing.country)
    return Located(found, sure=not found.historical) if found else None


def _fits(thing: Thing, place: Place) -> bool:
    return thing.type == "schema:Place" or place.type == thing.type or (thing.type in GENERAL and place.type in GENERAL)


def _may_be_meant(place: Place, around: Context) -> bool:
    """False for a small town in none of the countries that the article speaks of: its namesake may lie in one of them."""
    small = place.type == TOWN and place.population < KNOWN_ABROAD and not place.capital_of
    return not (small and around.countries) or bool(_weight(place, around))


def _followers(thing: Thing, text: str) -> frozenset[str]:
    """The keys of what stands behind a comma after the name: "Texas" in "Paris, Texas"."""
    found: set[str] = set()
    for mention in thing.chain.mentions:
        behind = FOLLOWED_BY.match(text, mention.passage.end) if mention.is_name else None
        if behind:
            words = behind.group(1).split()
            found.update(plain_key(" ".join(words[:count])) for count in range(1, len(words) + 1))
    return frozenset(found)


def _choice(name: str, thing: Thing, candidates: Sequence[Place], followers: frozenset[str], around: Context) -> Located | None:
    of_type = [place for place in candidates if place.type == thing.type] or list(candidates)
    told = [place for place in of_type if followers & _keys_above(place)]
    if told:
        return Located(told[0], sure=True)
    of_type = [place for place in of_type if _may_be_meant(place, around)]
    if not of_type:
        return None
    home = [place for place in of_type if _weight(place, around) and not _is_outshone(place, of_type)]
    best = min(home or of_type, key=lambda place: (not place.is_named(name), -_weight(place, around), of_type.index(place)))
    largest = _is_largest(best, of_type)
    if len(home) == 1 and best in home:
        return Located(best, sure=best.is_named(name) or largest)
    named = best.is_named(name) or (len(of_type) == 1 and best.type == thing.type != TOWN)
    return Located(best, sure=largest and not best.common_word and named)


def _is_outshone(place: Place, candidates: Sequence[Place]) -> bool:
    return any(other.population > WORLD_FAMOUS * place.population > 0 for other in candidates)


def _weight(place: Place, around: Context) -> int:
    return sum(around.countries.get(code, 0) for code in place.countries)


def _is_largest(best: Place, candidates: Sequence[Place]) -> bool:
    others = [place.population for place in candidates if place is not best]
    return not others or best.population > BY_FAR * max(others)


def _keys_above(place: Place) -> frozenset[str]:
    """The keys of the names of the division and the countries that a place lies in, short forms of divisions too."""
    names = [place.division] if place.division else []
    for code in place.countries:
        whole = country_by_iso(code)
        names += [whole.name, *whole.aliases] if whole else []
    for division in places(place.division) if place.division else ():
        if division.type == "schema:State" and division.countries == place.countries:
            names += division.aliases
    return frozenset(map(plain_key, names))
