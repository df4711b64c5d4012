"""Answers for people, as a table in which IRIs are short, and for programs, in the standard formats
of SPARQL and RDF.
"""

import json
import re
from collections.abc import Iterable, Mapping
from io import BytesIO, StringIO
from itertools import islice
from typing import TypeVar

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolution,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    parse_query_results,
    serialize,
)
from rich.cells import cell_len, set_cell_size

from kg.choices import AnswerFormat
from kg.errors import QueryError
from kg.query.sparql import KIND, Answer
from kg.rdf import turtle
from kg.vocabulary import BASE_IRI, PREFIXES

ROW_FORMATS: Mapping[str, QueryResultsFormat] = {
    AnswerFormat.CSV: QueryResultsFormat.CSV,
    AnswerFormat.TSV: QueryResultsFormat.TSV,
    AnswerFormat.JSON: QueryResultsFormat.JSON,
    AnswerFormat.XML: QueryResultsFormat.XML,
}
BOOLEAN_FORMATS: Mapping[str, QueryResultsFormat] = {
    name: ROW_FORMATS[name] for name in (AnswerFormat.JSON, AnswerFormat.XML)
}
TRIPLE_FORMATS: Mapping[str, RdfFormat] = {
    AnswerFormat.TTL: RdfFormat.TURTLE,
    AnswerFormat.JSON: RdfFormat.JSON_LD,
    AnswerFormat.XML: RdfFormat.RDF_XML,
}
FORMATS = (*ROW_FORMATS, AnswerFormat.TTL)

Format = TypeVar("Format")


def written(
    answer: Answer | list[Triple], fmt: str, *, prefixes: Mapping[str, str] = PREFIXES
) -> bytes:
    """Return the answer in a format for programs, UTF-8. `prefixes` shorten IRIs if the format can.

    SELECT: csv, tsv, json, xml; ASK: json, xml; CONSTRUCT and DESCRIBE: ttl, json (JSON-LD), xml
    (RDF/XML), in order of subject. Raises `QueryError` if the format does not fit the answer.
    """
    if isinstance(answer, (QueryTriples, list)):
        return _triples(set(answer), fmt, prefixes)
    out = BytesIO()
    if isinstance(answer, QueryBoolean):
        answer.serialize(out, _fitting(fmt, BOOLEAN_FORMATS, "yes or no"))
    else:
        answer.serialize(out, _fitting(fmt, ROW_FORMATS, "rows"))
    return out.getvalue()


def table(
    answer: Answer | list[Triple],
    *,
    prefixes: Mapping[str, str] = PREFIXES,
    width: int | None = None,
) -> str:
    """Return the answer as text for people: a table of rows, `yes` or `no`, or Turtle for triples.

    Cells are folded to fit `width` columns; without a width nothing is folded or cut, however long
    the lines.
    """
    if isinstance(answer, (QueryTriples, list)):
        return written(answer, AnswerFormat.TTL, prefixes=prefixes).decode("utf-8")
    if isinstance(answer, QueryBoolean):
        return "yes\n" if answer else "no\n"
    names = [variable.value for variable in answer.variables]
    rows = [_cells(solution, names, prefixes) for solution in answer]
    grid = _folded(names, rows, width) if width else _aligned(names, rows)
    return f"{grid}\n{_counted(len(rows))}\n"


def _cells(solution: QuerySolution, names: Iterable[str], prefixes: Mapping[str, str]) -> list[str]:
    return [cell(solution[name], prefixes) for name in names]


def first(answer: Answer, limit: int) -> tuple[Answer | list[Triple], bool]:
    """Return the first `limit` rows or triples of an answer (0: all), and whether there were more.

    Those beyond are not worked out.
    """
    if not limit or isinstance(answer, QueryBoolean):
        return answer, False
    if isinstance(answer, QueryTriples):
        triples = list(islice(answer, limit + 1))
        return triples[:limit], len(triples) > limit
    rows = list(islice(answer, limit + 1))
    names = [variable.value for variable in answer.variables]
    return _solutions(names, rows[:limit]), len(rows) > limit


def _solutions(names: list[str], rows: Iterable[QuerySolution]) -> QuerySolutions | QueryBoolean:
    """Return rows as the engine would give them."""
    bindings = [_binding(names, row) for row in rows]
    results = {"head": {"vars": names}, "results": {"bindings": bindings}}
    return parse_query_results(json.dumps(results), QueryResultsFormat.JSON)


def _binding(names: Iterable[str], row: QuerySolution) -> dict[str, object]:
    return {name: _as_json(row[name]) for name in names if row[name] is not None}


def _as_json(term: object) -> dict[str, object]:
    """Return a term in the form of SPARQL 1.2 Query Results JSON."""
    if isinstance(term, Triple):
        parts = zip(("subject", "predicate", "object"), term, strict=True)
        return {"type": "triple", "value": {name: _as_json(part) for name, part in parts}}
    if isinstance(term, Literal):
        return {"type": "literal", "value": term.value, **_tag(term)}
    kind = "uri" if isinstance(term, NamedNode) else "bnode"
    return {"type": kind, "value": getattr(term, "value", "")}


def _tag(literal: Literal) -> dict[str, str]:
    """Return the datatype of a literal, or its language and direction."""
    if not literal.language:
        return {"datatype": literal.datatype.value}
    direction = {"its:dir": str(literal.direction)} if literal.direction else {}
    return {"xml:lang": literal.language, **direction}


def cell(term: object, prefixes: Mapping[str, str] = PREFIXES) -> str:
    """Return a term for people: IRIs short, literals without their type, on one line, without
    control characters.

    >>> cell(NamedNode("https://schema.org/parent"))
    'schema:parent'
    >>> cell(Literal("two\\nlines"))
    'two lines'
    """
    if term is None:
        return ""
    text = str(getattr(term, "value", term))
    if isinstance(term, NamedNode):
        text = curie(text, prefixes)
    return printable(" ".join(text.split()))


def printable(text: str) -> str:
    """Return the text on one line and without the characters that a terminal would act on.

    >>> printable("two\\nlines\\x1b[2J")
    'two lines[2J'
    """
    one_line = re.sub(r"\s", " ", text)
    return "".join(filter(str.isprintable, one_line))


def curie(iri: str, prefixes: Mapping[str, str] = PREFIXES) -> str:
    """Return the IRI shortened by the prefix with the longest fitting namespace, or in angle
    brackets.

    Below `data:` the kind of a node is a prefix, even if it is not among the usual ones.

    >>> curie("http://example.org/x")
    '<http://example.org/x>'
    >>> curie("http://example.org/award/best", {"data": "http://example.org/"})
    'award:best'
    """
    fitting = [prefix for prefix, namespace in prefixes.items() if iri.startswith(namespace)]
    if not fitting:
        return f"<{iri}>"
    prefix = max(fitting, key=lambda name: (len(prefixes[name]), name))
    local = iri.removeprefix(prefixes[prefix])
    if prefix != "data":
        return f"{prefix}:{local}"
    kind, step, rest = local.partition("/")
    is_kind = KIND.fullmatch(kind) and kind not in prefixes
    return f"{kind}:{rest}" if step and is_kind else f"{prefix}:{local}"


def _triples(triples: Iterable[Triple], fmt: str, prefixes: Mapping[str, str]) -> bytes:
    if fmt == AnswerFormat.TTL:
        base = prefixes.get("data", BASE_IRI)
        return turtle(triples, base=base, prefixes=prefixes).encode("utf-8")
    out = BytesIO()
    serialize(sorted(triples, key=str), out, _fitting(fmt, TRIPLE_FORMATS, "triples"))
    return out.getvalue()


def _aligned(names: list[str], rows: list[list[str]]) -> str:
    """Return columns as wide as their widest cell; wide characters count for two."""
    widths = [max(map(cell_len, column)) for column in zip(names, *rows, strict=True)]
    rule = ["─" * width for width in widths]
    lines = ("  ".join(map(set_cell_size, line, widths)) for line in (names, rule, *rows))
    return "".join(line.rstrip() + "\n" for line in lines)


def _folded(names: list[str], rows: list[list[str]], width: int) -> str:
    """Return columns that share a width, with their cells over several lines if they must be."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=SIMPLE_HEAD, pad_edge=False)
    heads_fit = sum(len(name) + 3 for name in names) <= width
    for name in names:
        grid.add_column(name, overflow="fold", min_width=len(name) if heads_fit else None)
    for row in rows:
        grid.add_row(*map(Text, row))
    out = StringIO()
    Console(file=out, color_system=None, width=width, legacy_windows=False).print(grid)
    lines = (line.rstrip() for line in out.getvalue().splitlines())
    return "\n".join(lines).strip("\n") + "\n"


def _counted(rows: int) -> str:
    return "1 row" if rows == 1 else f"{rows} rows"


def _fitting(fmt: str, formats: Mapping[str, Format], kind: str) -> Format:
    if fmt not in formats:
        raise QueryError(
            f"the answer is {kind}, which cannot be written as {fmt!r}: use {' or '.join(formats)}"
        )
    return formats[fmt]
