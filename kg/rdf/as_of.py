"""A graph as it was on a day: only the statements that held then, as far as articles tell.

A statement holds from its start, or from the month of the first article that tells it, until its
end. What another one supersedes that holds by then does not hold any more, nor does what is past
without a known end. Statements without times, events and quotations stay as they are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    QuerySolutions,
    Store,
)

from kg.errors import QueryError
from kg.rdf.iris import term
from kg.rdf.literals import Term
from kg.vocabulary import PREFIXES

DAY = re.compile(r"\d{4}-\d\d-\d\d")
MONTH = 7  # characters of an ISO date
TIMES = ("schema:startDate", "schema:endDate", "kg:asOf", "kg:past")
STANDING = ("kg:Asserted", "kg:Reported")
FIRST_TOLD = """
SELECT ?statement (MIN(STR(?day)) AS ?first) WHERE {
  ?statement a rdf:Statement ; prov:wasDerivedFrom/nif:referenceContext/schema:datePublished ?day .
}
GROUP BY ?statement
"""

Nodes = list[NamedNode]


@dataclass(frozen=True, slots=True)
class Span:
    """The time for which a statement holds: ISO dates of any precision, empty if not known."""

    begin: str
    end: str
    is_past: bool

    def holds(self, day: str) -> bool:
        """Return whether the time takes in a day."""
        if self.end and day[: len(self.end)] > self.end:
            return False
        if self.is_past and not self.end:
            return False
        return bool(self.begin) and day[: len(self.begin)] >= self.begin


def held_on(store: Store, day: str) -> Store:
    """Return a copy of a store with what held on a day, an ISO date.

    Raises `QueryError` if it is none.
    """
    if DAY.fullmatch(day) is None or not _is_day(day):
        raise QueryError(f"{day!r} is no day: give one as 2019-05-01")
    spans = _spans(store)
    holding = {node for node, span in spans.items() if span.holds(day)}
    for node in sorted(holding, key=str):
        holding.difference_update(_nodes(store, node, "kg:supersedes"))
    copy = Store()
    copy.bulk_extend(iter(store))
    gone = [node for node in spans if node not in holding]
    for node in gone:
        _remove(copy, node)
    for node in gone:
        _remove_plain(copy, store, node)
    for node in sorted(holding, key=str):
        _restore(copy, node)
    return copy


def _is_day(day: str) -> bool:
    """Return whether the calendar has a day."""
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _spans(store: Store) -> dict[NamedNode, Span]:
    """Return the times of all statements that have some."""
    first_told = dict(_first_told(store))
    spans: dict[NamedNode, Span] = {}
    for curie in TIMES:
        for quad in store.quads_for_pattern(None, term(curie), None, None):
            node = quad.subject
            if isinstance(node, NamedNode) and node not in spans:
                spans[node] = _span(store, node, first_told.get(node, ""))
    return spans


def _first_told(store: Store) -> Iterator[tuple[NamedNode, str]]:
    """Yield the month of the first article that tells each statement."""
    rows = store.query(FIRST_TOLD, prefixes=dict(PREFIXES))
    if not isinstance(rows, QuerySolutions):
        return
    for row in rows:
        node = row["statement"]
        first = row["first"]
        if isinstance(node, NamedNode) and isinstance(first, Literal):
            yield node, first.value[:MONTH]


def _span(
    store: Store,
    node: NamedNode,
    first_told: str,
) -> Span:
    start = _text(store, node, "schema:startDate")
    end = _text(store, node, "schema:endDate")
    is_past = _text(store, node, "kg:past") == "true"
    return Span(start or first_told, end, is_past)


def _remove(store: Store, node: NamedNode) -> None:
    """Remove a statement, and what refers to it."""
    for quad in [*store.quads_for_pattern(node, None, None, None)]:
        store.remove(quad)
    for quad in [*store.quads_for_pattern(None, None, node, None)]:
        store.remove(quad)


def _remove_plain(
    store: Store,
    before: Store,
    node: NamedNode,
) -> None:
    """Remove the plain triples of a statement, in both directions, that no other one supports."""
    for subject in _nodes(before, node, "rdf:subject"):
        for value in _values(before, node, "rdf:object"):
            supported = [*_supported(store, subject, value)]
            for relation in _nodes(before, node, "rdf:predicate"):
                if relation not in supported:
                    store.remove(Quad(subject, relation, value))
            if isinstance(value, NamedNode):
                turned = [*_supported(store, value, subject)]
                _remove_links(store, value, subject, turned + supported)
            _remove_links(store, subject, value, supported)


def _remove_links(
    store: Store,
    subject: NamedNode,
    value: Term,
    supported: Nodes,
) -> None:
    """Remove the triples from one thing to another, unless a statement supports one of them."""
    if supported:
        return
    for quad in [*store.quads_for_pattern(subject, None, value, None)]:
        store.remove(quad)


def _supported(
    store: Store,
    subject: NamedNode,
    value: Term,
) -> Iterator[NamedNode]:
    """Yield the properties of the statements that are left between two things."""
    for quad in store.quads_for_pattern(None, term("rdf:subject"), subject, None):
        node = quad.subject
        if isinstance(node, NamedNode) and value in _values(store, node, "rdf:object"):
            yield from _nodes(store, node, "rdf:predicate")


def _restore(store: Store, node: NamedNode) -> None:
    """Give back to a statement that held what it has lost since: it was not past then."""
    past = [*store.quads_for_pattern(node, term("kg:past"), None, None)]
    standing = set(map(term, STANDING))
    if not past or standing.isdisjoint(_nodes(store, node, "kg:factuality")):
        return
    for quad in past:
        store.remove(quad)
    for subject in _nodes(store, node, "rdf:subject"):
        for relation in _nodes(store, node, "rdf:predicate"):
            for value in _values(store, node, "rdf:object"):
                store.add(Quad(subject, relation, value))


def _values(
    store: Store,
    node: NamedNode,
    curie: str,
) -> list[Term]:
    relation = term(curie)
    quads = store.quads_for_pattern(node, relation, None, None)
    return [quad.object for quad in quads]


def _nodes(
    store: Store,
    node: NamedNode,
    curie: str,
) -> Nodes:
    found: Nodes = []
    for value in _values(store, node, curie):
        if isinstance(value, NamedNode):
            found.append(value)
    return found


def _text(
    store: Store,
    node: NamedNode,
    curie: str,
) -> str:
    """Return the text of the first value of a property; empty if there is none."""
    values = _values(store, node, curie)
    texts = [value.value for value in values if isinstance(value, Literal)]
    return min(texts, default="")
