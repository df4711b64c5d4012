"""Namesakes over articles: people of one name whom profiles and companions tell apart."""

from collections.abc import (
    Iterable,
    Sequence,
)
from dataclasses import (
    dataclass,
    field,
)

from kg.gazetteer import country_by_iso
from kg.graph.entities.chains import Records
from kg.graph.entities.classes import (
    ORGANIZATION,
    PERSON,
)
from kg.graph.entities.clusters import Clusters
from kg.graph.entities.contexts import context_keys
from kg.graph.entities.news import is_same_news
from kg.graph.entities.profiles import (
    FIELDS,
    NOTHING,
    Profile,
    objections,
)
from kg.model import Entity

COMPANIONS = (PERSON, ORGANIZATION)  # kinds; a town has people of all sorts
OF_NEWS = 2  # objections that the same news outweigh
MOST_COMPARED = 20  # articles on somebody
MOST = 5  # times as many articles: then whoever nothing is told of is the better known one


@dataclass(slots=True)
class Bearer:
    """Somebody of a name: the records so far, and what their articles tell together."""

    numbers: list[int] = field(default_factory=list)
    profile: Profile = NOTHING
    companions: set[str] = field(default_factory=set)

    def take_in(self, number: int, profile: Profile, companions: Iterable[str]) -> None:
        """Add a record."""
        self.numbers.append(number)
        self.profile = self.profile.united(profile)
        self.companions.update(companions)


def told_apart(
    clusters: Clusters,
    numbers: Sequence[int],
) -> list[Bearer]:
    """Return those who bear one name, each with the records that speak of them.

    Records that tell what somebody is come first; each goes to the bearer with whom it shares most
    of those it does not contradict. One that tells nothing, and shares nothing with any of several,
    is the one whom nearly all articles speak of, else somebody by itself.
    """
    bearers: list[Bearer] = []
    telling = [number for number in numbers if clusters.records[number].profile.is_known]
    silent = sorted(set(numbers).difference(telling))
    for number in (*telling, *silent):
        profile = clusters.records[number].profile
        bearer = _bearer(clusters, bearers, number)
        if bearer is None:
            bearer = Bearer()
            bearers.append(bearer)
        companions = companions_of(clusters, number)
        bearer.take_in(number, profile, companions)
    return bearers


def _bearer(
    clusters: Clusters,
    bearers: Sequence[Bearer],
    number: int,
) -> Bearer | None:
    """Return the bearer of a name of whom a record speaks; None if it is of none so far."""
    profile = clusters.records[number].profile
    companions = companions_of(clusters, number)
    most = -1
    best = None
    for bearer in bearers:
        against = objections(bearer.profile, profile)
        shared = bearer.companions & companions
        support = len(shared)
        is_open = against > support or len(bearers) > 1
        if is_open and is_in_news(clusters, bearer.numbers, number):
            support += OF_NEWS
        if support >= against and support > most:
            most = support
            best = bearer
    if most or profile.is_known or len(bearers) == 1:
        return best
    return _best_known(bearers)


def is_in_news(
    clusters: Clusters,
    numbers: Sequence[int],
    number: int,
) -> bool:
    """Return whether one of the last records is of the same news as another."""
    record = clusters.records[number]
    name = set(context_keys(record))
    own = clusters.context(number)
    latest = numbers[-MOST_COMPARED:]
    contexts = map(clusters.context, latest)
    return any(is_same_news(context, own, besides=name) for context in contexts)


def _best_known(bearers: Sequence[Bearer]) -> Bearer | None:
    """Return the bearer of whom far more articles speak than of the others."""
    *_, second, first = sorted(bearers, key=lambda bearer: len(bearer.numbers))
    if len(first.numbers) >= MOST * len(second.numbers):
        return first
    return None


def are_one(
    clusters: Clusters,
    a: int,
    b: int,
) -> bool:
    """Return whether two people who may be called alike can be one."""
    first = clusters.records[a]
    second = clusters.records[b]
    against = objections(first.profile, second.profile)
    if not against:
        return True
    shared = companions_of(clusters, a) & companions_of(clusters, b)
    support = len(shared)
    if is_in_news(clusters, [a], b):
        support += OF_NEWS
    return support >= against


def companions_of(
    clusters: Clusters,
    number: int,
) -> set[str]:
    """Return the people and organisations that an article names beside a person."""
    context = clusters.context(number)
    record = clusters.records[number]
    named = context.named.difference(context_keys(record))
    return {key for key in named if key.startswith(COMPANIONS)}


def distinction_of(
    records: Records,
    entity: Entity,
) -> str:
    """Return what tells a thing from its namesakes in words: its work, country or year of birth.

    Empty if nothing is known of it.
    """
    profile = NOTHING
    for record in records:
        profile = profile.united(record.profile)
    for post in profile.posts:
        if post in FIELDS:
            return post
    home = country_by_iso(entity.country)
    if home is not None:
        return home.name
    if profile.born is None:
        return ""
    _, year = profile.born
    return str(year)
