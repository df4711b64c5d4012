"""Bodies of states over articles: "Norway's Foreign Ministry", and "the Foreign Ministry" alone."""

from collections import defaultdict
from dataclasses import replace

from kg.gazetteer import organization
from kg.graph.entities.chains import ChainRecord, Records, commonest
from kg.graph.entities.clusters import Clusters, Numbers
from kg.graph.entities.contexts import Around, Context
from kg.graph.entities.government import Body, body_of, label_of

STATE_BODIES = frozenset({"schema:GovernmentOrganization", "schema:Organization", "kg:ArmedGroup"})


def join_bodies(clusters: Clusters, records: Records, around: Around) -> None:
    """Join the bodies of one state for one purpose.

    A bare "Foreign Ministry" is joined to the only one that its article knows.
    """
    owned: dict[Body, list[int]] = defaultdict(list)
    bare: list[tuple[Body, ChainRecord]] = []
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
