"""A built graph, opened in Python: questions, explanations, and formats for other libraries."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.choices import TableName
from kg.errors import QueryError
from kg.paths import AnyPath

if TYPE_CHECKING:
    import networkx
    import pandas
    import pyoxigraph
    import rdflib

    from kg.query import Explanation


class KnowledgeGraph:
    """The graph in a folder that `build` wrote, or in any RDF file in the vocabulary.

    Nothing is read before the first question. `path` is the folder or file. `as_of` is the day, as
    an ISO date, of which questions are answered and things explained: only what held then counts,
    as far as the articles tell. It is empty for the whole graph, which all other formats give.
    """

    def __init__(self, path: AnyPath, *, as_of: str = "") -> None:
        self.path = Path(path)
        self.as_of = as_of
        self._store: pyoxigraph.Store | None = None

    def __repr__(self) -> str:
        day = f", as_of={self.as_of!r}" if self.as_of else ""
        return f"KnowledgeGraph({str(self.path)!r}{day})"

    def __len__(self) -> int:
        """Return the number of triples."""
        return len(self.store)

    @property
    def store(self) -> "pyoxigraph.Store":
        """The graph as a pyoxigraph store, for SPARQL and patterns.

        Raises `GraphError` if it is missing or damaged, `QueryError` if `as_of` is no day.
        """
        from kg.rdf import held_on, open_graph

        if self._store is None:
            whole = open_graph(self.path)
            self._store = held_on(whole, self.as_of) if self.as_of else whole
        return self._store

    def ask(self, query: str) -> Any:
        """Return the answer to a SPARQL query as pyoxigraph gives it: solutions, a truth value, or
        triples.

        Raises `QueryError` for anything but SPARQL and for queries that are not allowed (updates,
        SERVICE).
        """
        from kg.query import ask

        return ask(self.store, query)

    def rows(self, query: str) -> Iterator[dict[str, str | None]]:
        """Yield the rows of a SELECT query as dictionaries of plain text, with `None` for unbound
        variables.

        Raises `QueryError` for a query of another form, before the first row.
        """
        import pyoxigraph

        answer = self.ask(query)
        if not isinstance(answer, pyoxigraph.QuerySolutions):
            raise QueryError("only SELECT gives rows: use ask() for ASK, CONSTRUCT and DESCRIBE")
        names = [variable.value for variable in answer.variables]
        for row in answer:
            yield {name: None if row[name] is None else row[name].value for name in names}

    def explain(self, name: str) -> "tuple[Explanation, ...]":
        """Return all that the graph says of the entities of a name, or of the one with an IRI, with
        its evidence.
        """
        from kg.query import explain

        return explain(self.store, name)

    def to_rdflib(self) -> "rdflib.Graph":
        """Return the same triples as an `rdflib.Graph`."""
        from kg.rdf import to_rdflib

        return to_rdflib(self.path)

    def to_networkx(self) -> "networkx.MultiDiGraph":
        """Return the graph as a network: entities, events and quotations, with facts and roles
        between them.

        Nodes are IRIs with `label`, `type` and their values, edges have `label` and `predicate`,
        and those of facts `confidence`, `factuality`, `quotation`, `article` and so on.
        """
        from kg.exports import network, sorted_triples

        return network(sorted_triples(self.path))

    def to_pandas(self, table: str = "facts") -> "pandas.DataFrame":
        """Return one of the tables of the graph: "facts", "entities", "events", "quotations",
        "articles", or "evidence", which has all sentences of the others.

        Numbers are numbers, and days are dates. Raises `QueryError` for another name, `ExtraError`
        if pandas is not installed.
        """
        from kg.exports import data_frame, graph_table, sorted_triples

        if table not in list(TableName):
            raise QueryError(f"there is no table {table!r}: use {', '.join(TableName)}")
        return data_frame(graph_table(sorted_triples(self.path), TableName(table)))

    def _repr_html_(self) -> str:
        """Return the interactive page in a sandboxed frame, for notebooks."""
        from html import escape

        from kg.view import page

        html = escape(page(self.path))
        size = 'width="100%" height="700"'
        return f'<iframe sandbox="allow-scripts allow-downloads" {size} srcdoc="{html}"></iframe>'


def load(path: AnyPath, *, as_of: str = "") -> KnowledgeGraph:
    """Open a built graph: a folder of `build`, or an RDF file; with `as_of`, an ISO date, as it was
    on that day.
    """
    return KnowledgeGraph(path, as_of=as_of)
