"""What else an article speaks of: the countries and the named things in it, by which namesakes are told apart."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.gazetteer import country, places
from kg.graph.entities.chains import Thing
from kg.graph.entities.classes import GROUP, ORGANIZATION, PERSON, PLACE
from kg.graph.entities.name_keys import organization_key
from kg.graph.entities.person_names import person_name

COMMON_ARTICLES = 20  # a thing that more articles name than this …
LARGE_CAPITAL = 300_000  # inhabitants; smaller capitals are not meant before their namesakes
COMMON_SHARE = 0.02  # … and more than this share of them does not tie two articles together


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of the things of one article.

    `countries` counts the mentions of each country, by ISO code; `named` are the keys of the named people, organisations and
    places (not countries) that are rare enough to say what the article is about.
    """

    countries: Mapping[str, int]
    named: frozenset[str]


def contexts(things: Sequence[Thing]) -> Mapping[str, Context]:
    """The context of each article, by its id."""
    countries: dict[str, Counter[str]] = defaultdict(Counter)
    named: dict[str, set[str]] = defaultdict(set)
    for thing in things:
        named[thing.article].update(context_keys(thing))
        for code in _codes(thing):
            countries[thing.article][code] += 1
    spread = Counter(key for keys in named.values() for key in keys)
    limit = max(COMMON_ARTICLES, COMMON_SHARE * len(named))
    return {
        article: Context(countries[article], frozenset(key for key in keys if spread[key] <= limit))
        for article, keys in named.items()
    }


def context_keys(thing: Thing) -> Iterator[str]:
    """The keys under which a thing ties articles together: full names of people, names of organisations and places."""
    if not thing.name:
        return
    if thing.kind == PERSON:
        name = person_name(thing.name)
        if name.is_full:
            yield f"{PERSON} {name.base} {name.family}"
    elif thing.kind in (ORGANIZATION, GROUP) or (thing.kind == PLACE and country(thing.name) is None):
        yield f"{thing.kind} {organization_key(thing.name)}"


def _codes(thing: Thing) -> Iterator[str]:
    """The countries that a thing speaks of: named, by an adjective, or through a division or a large capital in it."""
    for mention in thing.chain.mentions:
        if mention.country:
            yield mention.country
    for place in places(thing.name)[:1] if thing.kind == PLACE else ():
        if place.type == "schema:State" == thing.type or (place.capital_of and place.population >= LARGE_CAPITAL):
            yield place.countries[0]


def shared(a: Context, b: Context, but: Iterable[str] = ()) -> frozenset[str]:
    """The named things that two articles both speak of, without those of the given keys."""
    return (a.named & b.named) - frozenset(but)
