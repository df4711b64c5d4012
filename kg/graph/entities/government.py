"""Bodies of a state under all their names, and over articles.

"Norway's Foreign Ministry" is the "Ministry of Foreign Affairs of Norway".
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from types import MappingProxyType

from kg.gazetteer import country, country_by_iso, demonym, organization
from kg.graph.entities.chains import ChainRecord, Records, commonest
from kg.graph.entities.clusters import Clusters, Numbers
from kg.graph.entities.contexts import Around, Context
from kg.graph.entities.name_keys import words_of
from kg.lang.en import word_set, word_values

BODIES: Mapping[str, str] = MappingProxyType(word_values("nouns", "entity-state-body"))
PURPOSES: Mapping[str, str] = MappingProxyType(word_values("nouns", "entity-purpose-word"))
STATE_PURPOSES = word_set("nouns", "entity-state-purpose")
AT_HOME_ABROAD = word_set("nouns", "entity-body-abroad")
WITHOUT_PURPOSE = word_set("nouns", "entity-body-without-purpose")
BEFORE_HOST = word_set("function_words", "entity-host-preposition")
STATE_BODIES = frozenset({"schema:GovernmentOrganization", "schema:Organization", "kg:ArmedGroup"})
LONGEST_COUNTRY = 5  # words in the name of a country


@dataclass(frozen=True, slots=True)
class Body:
    """A body of a state: of which country, what it is, and what it is for.

    `country` and `host` are ISO codes, empty if the name does not give them; `host` is the country
    in which an embassy stands.
    """

    country: str
    body: str
    purpose: frozenset[str]
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
    own, host, rest = _without_countries(name.replace("’", "'").split())
    words = [*chain.from_iterable(map(words_of, rest))]
    bodies = [BODIES[word] for word in words if word in BODIES]
    if not bodies:
        return None
    body = bodies[-1]
    purpose = _purpose(words, body)
    if own:
        return Body(own, body, purpose, host)
    if _is_of_every_state(body, purpose):
        return Body(country_code, body, purpose, host)
    return None


def _purpose(words: list[str], body: str) -> frozenset[str]:
    """Return what a body is for: its other words, alike ones under one name."""
    purpose = set()
    for word in words:
        is_body_itself = BODIES.get(word) == body and word not in PURPOSES
        if not is_body_itself:
            purpose.update(PURPOSES.get(word, word).split())
    return frozenset(purpose)


def _is_of_every_state(body: str, purpose: frozenset[str]) -> bool:
    """Return whether every state has such a body, so that the name needs no country."""
    if not purpose:
        return body in WITHOUT_PURPOSE
    return purpose <= STATE_PURPOSES


def _without_countries(parts: list[str]) -> tuple[str, str, list[str]]:
    """Return the code of the body's country, that of its host, and the words that are left."""
    own, host, rest = "", "", []
    at = 0
    while at < len(parts):
        code, length = _country_at(parts, at)
        if not code:
            rest.append(parts[at])
            at += 1
            continue
        if rest and rest[-1].lower() in BEFORE_HOST:
            host = host or code
            rest.pop()
        elif not own:
            own = code
        at += length
    return own, host, rest


def _country_at(parts: list[str], at: int) -> tuple[str, int]:
    """Return the code of the country that is named at a word, and how many words name it."""
    for length in range(min(LONGEST_COUNTRY, len(parts) - at), 0, -1):
        words = " ".join(parts[at : at + length])
        code = _country_code(words.removesuffix("'s").removesuffix("'"))
        if code:
            return code, length
    return "", 0


def _country_code(words: str) -> str:
    """Return the code of the country of a name, adjective or noun for its people."""
    if not words[:1].isupper():
        return ""
    named = country(words) or demonym(words)
    return named.iso if named else ""


def label_of(body: Body) -> str:
    """Return how a reason speaks of the body: "foreign ministry of Norway"."""
    owner = country_by_iso(body.country)
    words = [*sorted(body.purpose), body.body]
    if owner:
        words += ["of", owner.name]
    return " ".join(words)


# --------------------------------------------------------------------------------- over articles


def join_bodies(clusters: Clusters, records: Records, around: Around) -> None:
    """Join the bodies of one state for one purpose.

    A bare "Foreign Ministry" is joined to the only one that its article knows.
    """
    owned = defaultdict(list)
    bare = []
    for record in records:
        body = _hosted_body(record, around)
        if body is None:
            continue
        if not body.country:
            bare.append((body, record))
        elif body.host or not body.has_many:
            owned[body].append(record.number)
    of_purpose: dict[Body, list[int]] = defaultdict(list)
    for body, numbers in owned.items():
        clusters.join(numbers, f"the same body of one state: {label_of(body)}")
        purpose = _of_any_state(body)
        of_purpose[purpose] += numbers
    for body, record in bare:
        known = of_purpose.get(_of_any_state(body), ())
        _join_bare(clusters, record, label_of(body), known, around)


def _of_any_state(body: Body) -> Body:
    """Return a body without its country and host, as bodies of one purpose have in common."""
    return replace(body, country="", host="")


def _hosted_body(record: ChainRecord, around: Around) -> Body | None:
    """Return the body of a state that a record is, an embassy with its host country."""
    body = _body(record)
    if body is None or body.host or not body.has_many:
        return body
    return replace(body, host=_host(body, around[record.article]))


def _host(body: Body, around: Context) -> str:
    """Return the country that an embassy's article speaks of most, besides the embassy's own."""
    hosts = {**around.countries}
    hosts.pop(body.country, None)
    return commonest(hosts)


def _join_bare(
    clusters: Clusters, record: ChainRecord, label: str, known: Numbers, around: Around
) -> None:
    """Join a body without a country to the only known one of its purpose."""
    if not known:
        return
    article = record.article
    in_article = [number for number in known if clusters.article(number) == article]
    here = clusters.roots(in_article)
    if len(here) == 1:
        clusters.join([here[0], record.number], f"the only {label} of its article")
        return
    everywhere = clusters.roots(known)
    first = clusters.records[everywhere[0]]
    is_named = first.country in around[article].countries
    if is_named and len(everywhere) == 1 and not here:
        reason = f"the only {label} of all articles, of a country that is named"
        clusters.join([first.number, record.number], reason)
    else:
        clusters.nearly(first.number, record.number)


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
