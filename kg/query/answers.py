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
from kg.query.sparql import KIND, Answer, Prefixes
from kg.rdf import turtle
from kg.vocabulary import BASE_IRI, PREFIXES

ROW_FORMATS: Mapping[str, QueryResultsFormat] = {
    AnswerFormat.CSV: QueryResultsFormat.CSV,
    AnswerFormat.TSV: QueryResultsFormat.TSV,
    AnswerFormat.JSON: QueryResultsFormat.JSON,
    AnswerFormat.XML: QueryResultsFormat.XML,
}
BOOLEAN_FORMATS: Mapping[str, QueryResultsFormat] = {
    AnswerFormat.JSON: QueryResultsFormat.JSON,
    AnswerFormat.XML: QueryResultsFormat.XML,
}
TRIPLE_FORMATS: Mapping[str, RdfFormat] = {
    AnswerFormat.TTL: RdfFormat.TURTLE,
    AnswerFormat.JSON: RdfFormat.JSON_LD,
    AnswerFormat.XML: RdfFormat.RDF_XML,
}
FORMATS = (*ROW_FORMATS, AnswerFormat.TTL)
ENDS = ("subject", "predicate", "object")

Format = TypeVar("Format")
AnyAnswer = Answer | list[Triple]
Row = list[str]  # its cells
Json = dict[str, object]


def written(answer: AnyAnswer, fmt: str, *, prefixes: Prefixes = PREFIXES) -> bytes:
    """Return the answer in a format for programs, UTF-8. `prefixes` shorten IRIs if the format can.

    SELECT: csv, tsv, json, xml; ASK: json, xml; CONSTRUCT and DESCRIBE: ttl, json (JSON-LD), xml
    (RDF/XML), in order of subject. Raises `QueryError` if the format does not fit the answer.
    """
    if isinstance(answer, (QueryTriples, list)):
        return _triples(set(answer), fmt, prefixes)
    if isinstance(answer, QueryBoolean):
        results_format = _fitting(fmt, BOOLEAN_FORMATS, "yes or no")
    else:
        results_format = _fitting(fmt, ROW_FORMATS, "rows")
    out = BytesIO()
    answer.serialize(out, results_format)
    return out.getvalue()


def table(answer: AnyAnswer, *, prefixes: Prefixes = PREFIXES, width: int | None = None) -> str:
    """Return the answer as text for people: a table of rows, `yes` or `no`, or Turtle for triples.

    Cells are folded to fit `width` columns; without a width nothing is folded or cut, however long
    the lines.
    """
    if isinstance(answer, (QueryTriples, list)):
        content = written(answer, AnswerFormat.TTL, prefixes=prefixes)
        return content.decode("utf-8")
    if isinstance(answer, QueryBoolean):
        return "yes\n" if answer else "no\n"
    names = _names(answer)
    rows: list[Row] = []
    for solution in answer:
        row = [cell(solution[name], prefixes) for name in names]
        rows.append(row)
    grid = _folded(names, rows, width) if width else _aligned(names, rows)
    count = _counted(len(rows))
    return f"{grid}\n{count}\n"


def _counted(rows: int) -> str:
    return "1 row" if rows == 1 else f"{rows} rows"


def _names(answer: QuerySolutions) -> list[str]:
    return [variable.value for variable in answer.variables]


def first(answer: Answer, limit: int) -> tuple[AnyAnswer, bool]:
    """Return the first `limit` rows or triples of an answer (0: all), and whether there were more.

    Those beyond are not worked out.
    """
    if not limit or isinstance(answer, QueryBoolean):
        return answer, False
    one_more = limit + 1
    if isinstance(answer, QueryTriples):
        triples = list(islice(answer, one_more))
        is_cut = len(triples) > limit
        return triples[:limit], is_cut
    names = _names(answer)
    rows = list(islice(answer, one_more))
    is_cut = len(rows) > limit
    shown = _solutions(names, rows[:limit])
    return shown, is_cut


def _solutions(names: Row, rows: Iterable[QuerySolution]) -> Answer:
    """Return rows as the engine would give them."""
    bindings = [_binding(names, row) for row in rows]
    results = {"head": {"vars": names}, "results": {"bindings": bindings}}
    document = json.dumps(results)
    return parse_query_results(document, QueryResultsFormat.JSON)


def _binding(names: Iterable[str], row: QuerySolution) -> Json:
    """Return the terms of a row by the names of its variables, without those that are unbound."""
    terms: Json = {}
    for name in names:
        term = row[name]
        if term is not None:
            terms[name] = _as_json(term)
    return terms


def _as_json(term: object) -> Json:
    """Return a term in the form of SPARQL 1.2 Query Results JSON."""
    kind, value, tag = "bnode", getattr(term, "value", ""), {}
    match term:
        case Triple():
            parts = map(_as_json, term)
            kind, value = "triple", dict(zip(ENDS, parts, strict=True))
        case Literal():
            kind, tag = "literal", _tag(term)
        case NamedNode():
            kind = "uri"
    return {"type": kind, "value": value, **tag}


def _tag(literal: Literal) -> dict[str, str]:
    """Return the datatype of a literal, or its language and direction."""
    if not literal.language:
        return {"datatype": literal.datatype.value}
    tag = {"xml:lang": literal.language}
    if literal.direction:
        tag["its:dir"] = str(literal.direction)
    return tag


def cell(term: object, prefixes: Prefixes = PREFIXES) -> str:
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
    words = text.split()
    return printable(" ".join(words))


def printable(text: str) -> str:
    """Return the text on one line and without the characters that a terminal would act on.

    >>> printable("two\\nlines\\x1b[2J")
    'two lines[2J'
    """
    one_line = re.sub(r"\s", " ", text)
    shown = filter(str.isprintable, one_line)
    return "".join(shown)


def curie(iri: str, prefixes: Prefixes = PREFIXES) -> str:
    """Return the IRI shortened by the prefix with the longest fitting namespace, or in angle
    brackets.

    Below `data:` the kind of a node is a prefix, even if it is not among the usual ones.

    >>> curie("http://example.org/x")
    '<http://example.org/x>'
    >>> curie("http://example.org/award/best", {"data": "http://example.org/"})
    'award:best'
    """
    prefix = _longest_prefix(iri, prefixes)
    if prefix is None:
        return f"<{iri}>"
    local = iri.removeprefix(prefixes[prefix])
    kind, step, rest = local.partition("/")
    is_kind = KIND.fullmatch(kind) and kind not in prefixes
    if prefix == "data" and step and is_kind:
        return f"{kind}:{rest}"
    return f"{prefix}:{local}"


def _longest_prefix(iri: str, prefixes: Prefixes) -> str | None:
    """Return the prefix whose namespace fits most of an IRI, of several the last by name."""
    lengths: dict[str, int] = {}
    for prefix, namespace in prefixes.items():
        if iri.startswith(namespace):
            lengths[prefix] = len(namespace)
    by_name = sorted(lengths, reverse=True)
    return max(by_name, key=lengths.__getitem__, default=None)


def _triples(triples: Iterable[Triple], fmt: str, prefixes: Prefixes) -> bytes:
    if fmt == AnswerFormat.TTL:
        base = prefixes.get("data", BASE_IRI)
        text = turtle(triples, base=base, prefixes=prefixes)
        return text.encode("utf-8")
    rdf_format = _fitting(fmt, TRIPLE_FORMATS, "triples")
    ordered = sorted(triples, key=str)
    out = BytesIO()
    serialize(ordered, out, rdf_format)
    return out.getvalue()


def _aligned(names: Row, rows: Iterable[Row]) -> str:
    """Return columns as wide as their widest cell; wide characters count for two."""
    cells = [names, *rows]
    widths: list[int] = []
    for column in zip(*cells, strict=True):
        cell_widths = map(cell_len, column)
        widths.append(max(cell_widths))
    rule = ["─" * width for width in widths]
    cells.insert(1, rule)
    lines: list[str] = []
    for row in cells:
        columns = map(set_cell_size, row, widths)
        line = "  ".join(columns)
        lines.append(f"{line.rstrip()}\n")
    return "".join(lines)


def _folded(names: Row, rows: Iterable[Row], width: int) -> str:
    """Return columns that share a width, with their cells over several lines if they must be."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=SIMPLE_HEAD, pad_edge=False)
    room_for_heads = [len(name) + 3 for name in names]
    heads_fit = sum(room_for_heads) <= width
    for name in names:
        least = len(name) if heads_fit else None
        grid.add_column(name, overflow="fold", min_width=least)
    for row in rows:
        grid.add_row(*map(Text, row))
    out = StringIO()
    console = Console(file=out, color_system=None, width=width, legacy_windows=False)
    console.print(grid)
    printed = out.getvalue().splitlines()
    text = "\n".join(map(str.rstrip, printed))
    return text.strip("\n") + "\n"


def _fitting(fmt: str, formats: Mapping[str, Format], kind: str) -> Format:
    if fmt not in formats:
        known = " or ".join(formats)
        raise QueryError(f"the answer is {kind}, which cannot be written as {fmt!r}: use {known}")
    return formats[fmt]
