"""The facts as rows of text, with their evidence, and as CSV.

Source: RFC 4180. Values stand as they are: a sentence that begins with `=` is not defused for
spreadsheets, which should import such a file as text.
"""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import NamedTuple

from pyoxigraph import Literal, Triple

from kg.exports.graph_index import GraphIndex
from kg.exports.values import Kind
from kg.rdf import Term, spelt
from kg.tables import table
from kg.vocabulary import compact

ENDS = ("rdf:subject", "rdf:predicate", "rdf:object")
FIELDS = table("kg.exports", "columns.tsv")  # property, column, type
COLUMNS = [column for _, column, _ in FIELDS]
PROPERTY_OF_COLUMN = {column: curie for curie, column, _ in FIELDS if curie}
KIND_OF_COLUMN = {column: Kind(kind) for _, column, kind in FIELDS}
EVIDENCE = COLUMNS[-3:]
# Between several values of one column; the three columns of evidence have theirs in the same order.
SEPARATOR = " | "

Row = dict[str, str]


class Source(NamedTuple):
    """A passage that supports a fact: its words, its article, and the date of that."""

    words: str
    article: str
    date: str


def fact_csv(triples: Iterable[Triple]) -> str:
    """Return a row for each fact, below a row of column names; lines end in CRLF."""
    text = StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    writer.writerows(fact_rows(GraphIndex(triples)))
    return text.getvalue()


def fact_rows(index: GraphIndex) -> Iterator[Row]:
    """Yield every fact that has a statement node, sorted; denied and planned ones, too.

    A statement that lacks an end is left out. Properties are curies, entities IRIs; if the object
    is a literal, its datatype is given.
    """
    statements = [node for node in index if _is_statement(index, node)]
    rows = [_row(index, statement) for statement in statements]
    rows.sort(key=_values)
    yield from rows


def _values(row: Row) -> tuple[str, ...]:
    return tuple(row.values())


def _is_statement(index: GraphIndex, node: Term) -> bool:
    """Return whether a node is a statement with both ends and a property."""
    if not index.is_a(node, "rdf:Statement"):
        return False
    return all(index.values(node, end) for end in ENDS)


def evidence(index: GraphIndex, node: Term) -> Row:
    """Return the sources of a node: the words, their articles, and the dates of those.

    A gazetteer stands in the column of articles.
    """
    nodes = index.values(node, "prov:wasDerivedFrom")
    sources = sorted(_source(index, source) for source in nodes)
    row = {}
    for column, values in zip(EVIDENCE, zip(*sources, strict=True), strict=False):
        row[column] = SEPARATOR.join(values)
    return row


def _row(index: GraphIndex, node: Term) -> Row:
    """Return the row of a statement."""
    subject, predicate, value = (index.values(node, end)[0] for end in ENDS)
    row = {
        "subject": spelt(subject),
        "subject_label": index.label(subject),
        "predicate": compact(spelt(predicate)),
        "object": spelt(value),
        "object_label": index.label(value),
        "object_datatype": "",
    }
    if isinstance(value, Literal):
        row["object_datatype"] = compact(value.datatype.value)
    for column, curie in PROPERTY_OF_COLUMN.items():
        row[column] = _joined(index, node, curie)
    return row | evidence(index, node)


def _joined(index: GraphIndex, node: Term, curie: str) -> str:
    """Return all values of a property; entities by their names, terms of the vocabulary without
    their namespace.
    """
    names = []
    for value in index.values(node, curie):
        name = compact(index.label(value))
        names.append(name.removeprefix("kg:"))
    return SEPARATOR.join(names)


def _source(index: GraphIndex, source: Term) -> Source:
    """Return a source of a node, a passage or a gazetteer."""
    contexts = index.values(source, "nif:referenceContext")
    article = contexts[0] if contexts else source
    return Source(
        words=index.text(source, "nif:anchorOf"),
        article=index.label(article),
        date=index.text(article, "schema:datePublished"),
    )
