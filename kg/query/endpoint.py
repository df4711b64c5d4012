"""Questions to a store on the network, checked and answered like those to a graph on disk.

Source: SPARQL 1.1 Protocol (query by POST); its results in JSON or XML, graphs in N-Triples or
Turtle.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO, cast
from urllib.parse import urlencode

from pyoxigraph import (
    Literal,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    parse_query_results,
)

from kg.errors import EndpointError
from kg.query.limits import checked, undeclared
from kg.query.sparql import FIRST_DOCUMENT, Answer, base_of, refuse_unknown, usual_prefixes
from kg.rdf.remote import Endpoint, endpoint_faults
from kg.vocabulary import PREFIXES

ROWS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/xml": QueryResultsFormat.XML,
}
ACCEPT = ", ".join(
    (
        "application/sparql-results+json",
        "application/sparql-results+xml;q=0.9",
        "application/n-triples",
        "text/turtle;q=0.9",
    )
)
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Accept": ACCEPT}


@dataclass(frozen=True, slots=True)
class Remote:
    """A store at an endpoint; `graph` is the IRI of the graph to ask, empty for its default."""

    endpoint: Endpoint
    graph: str = ""
    notes: tuple[str, ...] = ()

    def ask(self, query: str) -> Answer:
        """Return the answer to a query; rows come lazily.

        Raises `QueryError` for a query that is not allowed, `EndpointError` if the store refuses or
        its answer cannot be understood.
        """
        safe = checked(query)
        known = dict(PREFIXES)
        if undeclared(query, known):
            known.update(self.prefixes())
        refuse_unknown(undeclared(query, known), known)
        return self._answer(_declared(safe, {name: known[name] for name in undeclared(query, ())}))

    def notes_on(self, query: str) -> tuple[str, ...]:
        """Return no note: a store of others may have terms that nobody knows here."""
        return ()

    def prefixes(self) -> Mapping[str, str]:
        """Return the vocabulary's prefixes, and those of the usual kinds of node below the base of
        the store's documents.
        """
        answer = self._answer(_declared(FIRST_DOCUMENT, PREFIXES))
        rows = list(answer) if isinstance(answer, QuerySolutions) else []
        first = rows[0]["first"] if rows else None
        return {
            **PREFIXES,
            **usual_prefixes(base_of(first.value if isinstance(first, Literal) else "")),
        }

    def _answer(self, query: str) -> Answer:
        fields = {"query": query, **({"default-graph-uri": self.graph} if self.graph else {})}
        answer = self.endpoint.send("POST", body=urlencode(fields).encode("ascii"), headers=FORM)
        kind = answer.headers.get_content_type()
        stream = cast(IO[bytes], answer)
        try:
            with endpoint_faults(self.endpoint.name):
                if kind in ROWS:
                    return parse_query_results(stream, ROWS[kind])
                return self._triples(stream, kind)
        except SyntaxError as error:
            raise EndpointError(
                f"{self.endpoint.name} answered with what is no {kind}: {error.msg}"
            ) from error

    def _triples(self, stream: IO[bytes], kind: str) -> Answer:
        """Return the triples of an RDF answer, in the form of a CONSTRUCT over them."""
        form = RdfFormat.from_media_type(kind)
        if form is None:
            raise EndpointError(
                f"{self.endpoint.name} answered with {kind}, which is no answer to a question: "
                "is that its address?"
            )
        store = Store()
        store.load(stream, form, base_iri=self.endpoint.name)
        return store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")


def _declared(query: str, prefixes: Mapping[str, str]) -> str:
    """Return the query with the prefixes that it does not declare itself, on its first line: faults
    keep their line.
    """
    return "".join(f"PREFIX {name}: <{namespace}> " for name, namespace in prefixes.items()) + query
