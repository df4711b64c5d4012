"""The countries and the named things that an article speaks of; they tell namesakes apart."""

from collections import (
    Counter,
    defaultdict,
)
from collections.abc import (
    Iterator,
    Mapping,
    Set,
)
from dataclasses import (
    dataclass,
    field,
)
from itertools import chain

from kg.gazetteer import (
    Place,
    country,
    places,
)
from kg.graph.entities.chains import (
    ChainRecord,
    Records,
)
from kg.graph.entities.classes import (
    GROUP,
    ORGANIZATION,
    PERSON,
    PLACE,
)
from kg.graph.entities.name_keys import organization_key
from kg.graph.entities.person_names import person_name

LARGE_CAPITAL = 300_000  # inhabitants; smaller capitals are not meant before their namesakes
# A thing that more articles name than this, and more than this share of them, ties none together.
COMMON_ARTICLES = 20
COMMON_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of the chains of one article.

    `countries` counts the mentions of each country, by ISO code; `named` are the keys of the named
    people, organisations and places (not countries) that are rare enough to show what the article
    is about. `words` are the words that tell most of it, with their weights, and `day` the number
    of the day on which it was published, 0 if that is not known.
    """

    countries: Mapping[str, int]
    named: frozenset[str]
    words: Mapping[str, float] = field(default_factory=dict)
    day: int = 0


Around = Mapping[str, Context]  # the context of each article, by its id
Named = dict[str, set[str]]  # the keys of what each article names


def contexts(records: Records) -> Around:
    """Return the context of each article, by its id."""
    countries: dict[str, Counter[str]] = defaultdict(Counter)
    named: Named = defaultdict(set)
    for record in records:
        article = record.article
        keys = context_keys(record)
        named[article].update(keys)
        codes = _codes(record)
        countries[article].update(codes)
    rare = _rare_keys(named)
    found = {}
    for article, names in named.items():
        telling = frozenset(names & rare)
        found[article] = Context(countries[article], telling)
    return found


def _rare_keys(named: Named) -> Set[str]:
    """Return the keys that so few articles have that they tie these together."""
    keys = chain.from_iterable(named.values())
    articles = Counter(keys)
    share = COMMON_SHARE * len(named)
    limit = max(COMMON_ARTICLES, share)
    return {key for key in articles if articles[key] <= limit}


def context_keys(record: ChainRecord) -> Iterator[str]:
    """Yield the keys under which a chain ties articles together.

    They are those of full names of people, and of names of organisations and places.
    """
    if not record.name:
        return
    if record.kind == PERSON:
        name = person_name(record.name)
        if name.is_full:
            yield f"{PERSON} {name.base} {name.family}"
    elif _has_key(record):
        key = organization_key(record.name)
        yield f"{record.kind} {key}"


def _has_key(record: ChainRecord) -> bool:
    """Return whether a name ties articles together: no country's, which many articles name."""
    if record.kind == PLACE:
        return country(record.name) is None
    return record.kind in (ORGANIZATION, GROUP)


def _codes(record: ChainRecord) -> Iterator[str]:
    """Yield the countries of a chain: named, by an adjective, or through a place in them."""
    for mention in record.mentions:
        if mention.country:
            yield mention.country
    if record.kind != PLACE:
        return
    known = places(record.name)
    if known and _stands_for_its_country(known[0], record):
        yield known[0].countries[0]


def _stands_for_its_country(place: Place, record: ChainRecord) -> bool:
    """Return whether a place is a division, or a large capital."""
    if place.capital_of and place.population >= LARGE_CAPITAL:
        return True
    return place.type == "schema:State" == record.type
