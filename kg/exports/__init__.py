"""Exports of a graph that was written before, with its evidence, for the tools that people go on
with.

RDF formats lose nothing; networks, tables and FollowTheMoney are for other tools. The same graph
gives the same bytes. Some formats are one file, others several files in a folder.
"""

from collections.abc import (
    Callable,
    Iterable,
    Mapping,
    Sequence,
)
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, Triple, serialize

from kg.choices import ExportFormat, TableName
from kg.errors import GraphError
from kg.exports import rdf_formats
from kg.exports.facts_csv import fact_csv
from kg.exports.tables import Tables, graph_table
from kg.exports.values import Table
from kg.rdf import read_triples, replace_file

if TYPE_CHECKING:
    import networkx
    import pandas

__all__ = [
    "Table",
    "data_frame",
    "export",
    "exported",
    "exported_files",
    "graph_table",
    "network",
    "sorted_triples",
]

Triples = Sequence[Triple]
Files = Mapping[str, bytes]  # by their names


def export(path: Path, form: ExportFormat, out: Path) -> None:
    """Write the graph of a folder or file in another format; an old file stays whole until the new
    one is complete.

    `out` is a file, or the folder of the files that the format has. Raises `GraphError` if there is
    no graph or the format cannot hold it, `ExtraError` if its library is not installed, `KgError`
    if a file cannot be written.
    """
    if form not in FILES_OF_FORM:
        replace_file(out, exported(path, form))
        return
    if out.is_file():
        raise GraphError(f"{out} is a file: {form} is several files, name a folder for them")
    for name, content in exported_files(path, form).items():
        replace_file(out / name, content)


def exported(path: Path, form: ExportFormat) -> bytes:
    """Return the graph of a folder or file in a format that is one file.

    Raises as `export` does.
    """
    return WRITER_OF_FORM[form](sorted_triples(path))


def exported_files(path: Path, form: ExportFormat) -> Files:
    """Return the graph of a folder or file in a format that is several files, by their names.

    Raises as `export` does.
    """
    return FILES_OF_FORM[form](sorted_triples(path))


def sorted_triples(path: Path) -> list[Triple]:
    """Return the triples of a folder or file in an order that depends on nothing else."""
    return sorted(set(read_triples(path)), key=str)


def network(triples: Iterable[Triple]) -> "networkx.MultiDiGraph":
    """Return the network of a graph: entities and events, with facts and roles between them."""
    from kg.exports.networks import network as as_network

    return as_network(triples)


def data_frame(table: Table) -> "pandas.DataFrame":
    """Return a table as a data frame of pandas. Raises `ExtraError` if that is not installed."""
    from kg.exports.table_files import data_frame as as_data_frame

    return as_data_frame(table)


def _json_ld(triples: Triples) -> bytes:
    from kg.exports.json_ld import json_ld

    prefixes = rdf_formats.data_prefixes(triples)
    return json_ld(triples, prefixes).encode()


def _trig(triples: Triples) -> bytes:
    from kg.exports.named_graphs import named_graphs

    quads = named_graphs(triples)
    prefixes = rdf_formats.data_prefixes(triples)
    return serialize(quads, format=RdfFormat.TRIG, prefixes=prefixes) or b""


def _nquads(triples: Triples) -> bytes:
    from kg.exports.named_graphs import named_graphs

    quads = named_graphs(triples)
    return serialize(quads, format=RdfFormat.N_QUADS) or b""


def _graphml(triples: Triples) -> bytes:
    from kg.exports.network_files import graphml

    return graphml(network(triples)).encode()


def _gexf(triples: Triples) -> bytes:
    from kg.exports.network_files import gexf

    return gexf(network(triples)).encode()


def _neo4j(triples: Triples) -> Files:
    from kg.exports.network_files import neo4j

    return neo4j(network(triples))


def _follow_the_money(triples: Triples) -> bytes:
    from kg.exports.followthemoney import follow_the_money

    return follow_the_money(triples).encode()


def _facts(triples: Triples) -> bytes:
    return fact_csv(triples).encode()


def _csv_tables(triples: Triples) -> Files:
    from kg.exports.table_files import table_csv

    return _tables(triples, table_csv, "csv")


def _parquet_tables(triples: Triples) -> Files:
    from kg.exports.table_files import table_parquet

    return _tables(triples, table_parquet, "parquet")


def _tables(triples: Triples, write: Callable[[Table], bytes], ending: str) -> Files:
    """Return every table of a graph as a file."""
    tables = Tables(triples)
    return {f"{name}.{ending}": write(tables[name]) for name in TableName}


WRITER_OF_FORM: Mapping[ExportFormat, Callable[[Triples], bytes]] = {
    ExportFormat.JSONLD: _json_ld,
    ExportFormat.TRIG: _trig,
    ExportFormat.NQUADS: _nquads,
    ExportFormat.NTRIPLES: rdf_formats.as_ntriples,
    ExportFormat.RDFXML: rdf_formats.as_rdf_xml,
    ExportFormat.TURTLE: rdf_formats.as_turtle,
    ExportFormat.RDF12: rdf_formats.as_rdf12,
    ExportFormat.GRAPHML: _graphml,
    ExportFormat.GEXF: _gexf,
    ExportFormat.CSV: _facts,
    ExportFormat.FTM: _follow_the_money,
}
FILES_OF_FORM: Mapping[ExportFormat, Callable[[Triples], Files]] = {
    ExportFormat.TABLES: _csv_tables,
    ExportFormat.PARQUET: _parquet_tables,
    ExportFormat.NEO4J: _neo4j,
}
