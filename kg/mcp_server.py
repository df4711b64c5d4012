"""A graph for agents: five tools that only read, over the Model Context Protocol (MCP).

Every answer has the sentences, articles and dates that it rests on. Source: the Model Context
Protocol, by the library mcp 2, which is an extra.
"""

import os
from pathlib import Path
from typing import Any

from kg.choices import AnswerFormat
from kg.extras import needed
from kg.query import Form, Inquiry, answered, explain, form_of, question, report
from kg.rdf import graph_file, held_on, open_graph

NAME = "newskg"
INSTRUCTIONS = (
    "A knowledge graph made from news. Every fact has the sentence that says it: quote it, "
    "with its article and date. Facts may be denied, planned or only possible: say so."
)
FIND = """SELECT DISTINCT ?thing ?label ?type WHERE {
  ?thing rdfs:label|skos:altLabel ?name ; rdfs:label ?label ; a ?type .
  FILTER(CONTAINS(LCASE(?name), LCASE($name)))
} ORDER BY ?label ?thing ?type"""
TIMELINE = "timeline-of"
EVIDENCE = "evidence-of"
FORMAT_OF_FORM = {
    Form.SELECT: AnswerFormat.CSV,
    Form.ASK: AnswerFormat.JSON,
    Form.CONSTRUCT: AnswerFormat.TTL,
    Form.DESCRIBE: AnswerFormat.TTL,
}
MOST_ROWS = 200
SECONDS = 30


class Tools:
    """The tools over one graph, a folder of `kg build` or an RDF file."""

    def __init__(self, source: Path):
        graph_file(source)
        self._source = source

    def find(self, name: str) -> str:
        """Find people, organisations, places and other things whose name contains some words.

        Returns their IRIs, labels and classes as CSV.
        """
        from pyoxigraph import Literal

        words = str(Literal(name))
        return self._rows(FIND.replace("$name", words))

    def explain(self, name: str, as_of: str = "") -> str:
        """Tell everything that the graph says of a thing, given by its name or IRI.

        Each fact, event and quotation has its sentence, article, date, confidence and factuality,
        and what is told otherwise, was so before or came later. With as_of, a day as 2019-05-01,
        only what held on that day is told.
        """
        whole = open_graph(self._source)
        explanations = explain(held_on(whole, as_of) if as_of else whole, name)
        return report(explanations).plain

    def evidence(self, name: str, as_of: str = "") -> str:
        """Return the sentences that facts about a thing of exactly this name rest on, as CSV; with
        as_of, a day as 2019-05-01, only of what held on that day.
        """
        return self._rows(question(EVIDENCE).bound(name), as_of=as_of)

    def timeline(self, name: str) -> str:
        """Return the dated events in which a thing of exactly this name takes part, as CSV."""
        return self._rows(question(TIMELINE).bound(name))

    def query(self, sparql: str, as_of: str = "") -> str:
        """Answer a SPARQL 1.1 query: SELECT as CSV, ASK as JSON, CONSTRUCT and DESCRIBE as Turtle.

        The prefixes kg, schema, sem, prov, nif and rdfs need no declaration. Evidence: a statement
        has rdf:subject, rdf:predicate, rdf:object, and prov:wasDerivedFrom/nif:anchorOf. With
        as_of, a day as 2019-05-01, the answer is from what held on that day.
        """
        return self._rows(sparql, FORMAT_OF_FORM[form_of(sparql)], as_of)

    def _rows(self, sparql: str, fmt: str = AnswerFormat.CSV, as_of: str = "") -> str:
        """Return the answer to a query, and notes on it."""
        source = os.fspath(self._source)
        inquiry = Inquiry(source, sparql, fmt=fmt, limit=MOST_ROWS, as_of=as_of)
        reply = answered(inquiry, timeout=SECONDS)
        notes = [f"note: {note}\n" for note in reply.notes]
        return reply.content.decode("utf-8") + "".join(notes)


def server(source: Path) -> Any:
    """Return the MCP server of a graph. Raises `ExtraError` if the library is not installed."""
    library = needed("mcp.server")
    tools = Tools(source)
    made = library.MCPServer(NAME, instructions=INSTRUCTIONS, log_level="ERROR")
    for tool in (tools.find, tools.explain, tools.evidence, tools.timeline, tools.query):
        made.tool()(tool)
    return made
