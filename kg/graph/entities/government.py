"""Bodies of a state under all their names, and over articles.

"Norway's Foreign Ministry" is the "Ministry of Foreign Affairs of Norway".
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.gazetteer import (
    country,
    country_by_iso,
    demonym,
    organization,
)
from kg.graph.entities.chains import ChainRecord, Records, commonest
from kg.graph.entities.clusters import Clusters, Numbers
from kg.graph.entities.name_keys import words_of
from kg.graph.entities.news import is_same_news
from kg.lang.en import word_set, word_values

BODIES = word_values("nouns", "entity-state-body")
PURPOSES = word_values("nouns", "entity-purpose-word")
STATE_PURPOSES = word_set("nouns", "entity-state-purpose")
AT_HOME_ABROAD = word_set("nouns", "entity-body-abroad")
WITHOUT_PURPOSE = word_set("nouns", "entity-body-without-purpose")
MISSIONS = word_set("nouns", "entity-mission")
BEFORE_HOST = word_set("function_words", "entity-host-preposition")
STATE_BODIES = frozenset({"schema:GovernmentOrganization", "schema:Organization", "kg:ArmedGroup"})
MOST_COMPARED = 20  # embassies of a country with which a mission of it is compared
LONGEST_COUNTRY = 5  # words in the name of a country

Purpose = frozenset[str]  # words
CountriesAndRest = tuple[str, str, list[str]]  # of the body, of its host, and the words left
CodeAndLength = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Body:
    """A body of a state: of which country, what it is, and what it is for.

    `country` and `host` are ISO codes, empty if the name does not give them; `host` is the country
    in which an embassy stands.
    """

    country: str
    body: str
    purpose: Purpose
    host: str = ""

    @property
    def has_many(self) -> bool:
        """The mark of what a state has in each host country, as embassies and consulates."""
        return self.body in AT_HOME_ABROAD


@lru_cache(maxsize=50_000)
def body_of(name: str, country_code: str = "") -> Body | None:
    """Return the body of a state that a name speaks of, or None.

    `country_code` is the country that the text gives besides the name.

    >>> body_of("Ministry of Foreign Affairs of Norway") == body_of("Norwegian Foreign Ministry")
    True
    >>> body_of("Foreign Ministry").country, body_of("Acme Foods"), body_of("Salvation Army")
    ('', None, None)
    """
    parts = name.replace("’", "'").split()
    own, host, rest = _without_countries(parts)
    words = words_of(" ".join(rest))
    bodies = [BODIES[word] for word in words if word in BODIES]
    if not bodies:
        return None
    body = bodies[-1]
    purpose = _purpose(words, body)
    if not own and not _is_of_every_state(body, purpose):
        return None
    return Body(own or country_code, body, purpose, host)


def _purpose(words: Iterable[str], body: str) -> Purpose:
    """Return what a body is for: its other words, alike ones under one name."""
    purpose = set()
    for word in words:
        meant = PURPOSES.get(word)
        if meant is not None:
            purpose.update(meant.split())
        elif BODIES.get(word) != body:
            purpose.add(word)
    return frozenset(purpose)


def _is_of_every_state(body: str, purpose: Purpose) -> bool:
    """Return whether every state has such a body, so that the name needs no country."""
    if not purpose:
        return body in WITHOUT_PURPOSE
    return purpose <= STATE_PURPOSES


def _without_countries(parts: Sequence[str]) -> CountriesAndRest:
    """Return the code of the body's country, that of its host, and the words that are left."""
    own = host = ""
    rest = []
    left = [*parts]
    while left:
        code, length = _leading_country(left)
        if not code:
            rest.append(left.pop(0))
            continue
        del left[:length]
        before = rest[-1].lower() if rest else ""
        if before in BEFORE_HOST:
            host = host or code
            rest.pop()
        else:
            own = own or code
    return own, host, rest


def _leading_country(parts: Sequence[str]) -> CodeAndLength:
    """Return the code of the country that words begin with, and how many of them name it."""
    longest = min(LONGEST_COUNTRY, len(parts))
    for length in range(longest, 0, -1):
        words = " ".join(parts[:length])
        name = words.removesuffix("'s").removesuffix("'")
        code = _country_code(name)
        if code:
            return code, length
    return "", 0


def _country_code(words: str) -> str:
    """Return the code of the country of a name, adjective or noun for its people."""
    if not words[:1].isupper():
        return ""
    named = country(words) or demonym(words)
    if named is None:
        return ""
    return named.iso


def label_of(body: Body) -> str:
    """Return how a reason speaks of the body: "foreign ministry of Norway"."""
    owner = country_by_iso(body.country)
    words = sorted(body.purpose)
    words.append(body.body)
    if owner:
        words += ["of", owner.name]
    return " ".join(words)


# --------------------------------------------------------------------------------- over articles


def join_bodies(clusters: Clusters, records: Records) -> None:
    """Join the bodies of one state for one purpose.

    A bare "Foreign Ministry" is joined to the only one that its article knows.
    """
    owned = defaultdict(list)
    bare = []
    for record in records:
        body = _hosted_body(clusters, record)
        if body is None:
            continue
        if not body.country:
            bare.append((body, record))
        elif body.host or not body.has_many:
            owned[body].append(record.number)
    of_purpose = defaultdict(list)
    for body, numbers in owned.items():
        clusters.join(numbers, f"the same body of one state: {label_of(body)}")
        purpose = _of_any_state(body)
        of_purpose[purpose].extend(numbers)
    for body, record in bare:
        purpose = _of_any_state(body)
        known = of_purpose.get(purpose)
        if known:
            _join_bare(clusters, record, known, label_of(body))
    _join_missions(clusters, records)


def _join_missions(clusters: Clusters, records: Records) -> None:
    """Join a country's "mission" to the only embassy or consulate of it in the same news."""
    of_country: dict[str, list[ChainRecord]] = defaultdict(list)
    for record in records:
        body = _body(record)
        if body is not None and body.has_many:
            of_country[body.country].append(record)
    for record in records:
        code = _country_of_mission(record)
        near = [other.number for other in _in_same_news(clusters, record, of_country.get(code, ()))]
        roots = clusters.roots(near)
        if len(roots) == 1:
            owner = country_by_iso(code)
            name = owner.name if owner else code
            reason = f"the only diplomatic mission of {name} in the same news"
            clusters.join([*roots, record.number], reason)
        elif roots:
            clusters.nearly(record.number, *roots)


def _country_of_mission(record: ChainRecord) -> str:
    """Return the code of the country whose mission a record names, empty if it names none."""
    if record.type not in STATE_BODIES:
        return ""
    parts = record.name.replace("’", "'").split()
    own, _, rest = _without_countries(parts)
    words = words_of(" ".join(rest))
    return own if words and words[-1] in MISSIONS else ""


def _in_same_news(
    clusters: Clusters, record: ChainRecord, others: Records
) -> Iterator[ChainRecord]:
    """Yield those of the article itself, and of the first of others, that are of one news."""
    context = clusters.context(record.number)
    own = [other for other in others if other.article == record.article]
    yield from own
    for other in others[:MOST_COMPARED]:
        if is_same_news(context, clusters.context(other.number)):
            yield other


def _of_any_state(body: Body) -> Body:
    """Return a body without its country and host, as bodies of one purpose have in common."""
    return replace(body, country="", host="")


def _hosted_body(clusters: Clusters, record: ChainRecord) -> Body | None:
    """Return the body of a state that a record is.

    An embassy stands in the country that its article speaks of most, besides its own.
    """
    body = _body(record)
    if body is None or body.host or not body.has_many:
        return body
    context = clusters.context(record.number)
    hosts = dict(context.countries)
    hosts.pop(body.country, None)
    return replace(body, host=commonest(hosts))


def _join_bare(clusters: Clusters, record: ChainRecord, known: Numbers, label: str) -> None:
    """Join a body without a country to the only known one of its purpose."""
    number = record.number
    article = record.article
    in_article = [other for other in known if clusters.article(other) == article]
    here = clusters.roots(in_article)
    if len(here) == 1:
        reason = f"the only {label} of its article"
        clusters.join([*here, number], reason)
        return
    first, *others = clusters.roots(known)
    owner = clusters.records[first].country
    context = clusters.context(number)
    is_only_one = not others and not here
    if is_only_one and owner in context.countries:
        reason = f"the only {label} of all articles, of a country that is named"
        clusters.join([first, number], reason)
    else:
        clusters.nearly(first, number)


def is_bare_body(record: ChainRecord) -> bool:
    """Return whether a record is a body of a state that its name alone does not single out."""
    body = _body(record)
    if body is None:
        return False
    return not body.country or body.has_many


def _body(record: ChainRecord) -> Body | None:
    is_well_known = organization(record.name) is not None
    if is_well_known or record.type not in STATE_BODIES:
        return None
    return body_of(record.name, record.country)
