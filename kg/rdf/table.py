"""The facts as rows of text, with their evidence, and as CSV.

Source: RFC 4180. Values stand as they are: a sentence that begins with `=` is not defused for
spreadsheets, which should import such a file as text.
"""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from pyoxigraph import Literal, Triple

from kg.rdf.graph_index import GraphIndex
from kg.rdf.literals import Term, spelt
from kg.tables import table
from kg.vocabulary import compact

ENDS = ("rdf:subject", "rdf:predicate", "rdf:object")
PROPERTIES_AND_COLUMNS = table("kg.rdf", "columns.tsv")
COLUMNS = [column for _, column in PROPERTIES_AND_COLUMNS]
PROPERTY_OF_COLUMN = {column: curie for curie, column in PROPERTIES_AND_COLUMNS if curie}
EVIDENCE = COLUMNS[-3:]
# Between several values of one column; the three columns of evidence have theirs in the same order.
SEPARATOR = " | "

Row = dict[str, str]


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
    rows = [_row(index, node) for node in index if _is_statement(index, node)]
    yield from sorted(rows, key=lambda row: tuple(row.values()))


def _is_statement(index: GraphIndex, node: Term) -> bool:
    if not index.is_a(node, "rdf:Statement"):
        return False
    return all(index.values(node, end) for end in ENDS)


def evidence(index: GraphIndex, node: Term) -> Row:
    """Return the sources of a node: the words, their articles, and the dates of those.

    A gazetteer stands in the column of articles.
    """
    sources = [_source(index, source) for source in index.values(node, "prov:wasDerivedFrom")]
    columns = zip(*sorted(sources), strict=True)
    joined = (SEPARATOR.join(values) for values in columns)
    return dict(zip(EVIDENCE, joined, strict=False))


def _row(index: GraphIndex, node: Term) -> Row:
    subject, predicate, value = (index.values(node, end)[0] for end in ENDS)
    return {
        "subject": spelt(subject),
        "subject_label": index.label(subject),
        "predicate": compact(spelt(predicate)),
        "object": spelt(value),
        "object_label": index.label(value),
        "object_datatype": compact(value.datatype.value) if isinstance(value, Literal) else "",
        **{column: _joined(index, node, curie) for column, curie in PROPERTY_OF_COLUMN.items()},
        **evidence(index, node),
    }


def _joined(index: GraphIndex, node: Term, curie: str) -> str:
    """Return all values of a property; entities by their names, terms of the vocabulary without
    their namespace.
    """
    names = (compact(index.label(value)) for value in index.values(node, curie))
    return SEPARATOR.join(name.removeprefix("kg:") for name in names)


def _source(index: GraphIndex, source: Term) -> tuple[str, str, str]:
    context = next(iter(index.values(source, "nif:referenceContext")), source)
    return (
        index.text(source, "nif:anchorOf"),
        index.label(context),
        index.text(context, "schema:datePublished"),
    )
