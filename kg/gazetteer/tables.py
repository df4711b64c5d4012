"""The tables of `data/`: tab-separated text with a heading line, plain or gzipped."""

import gzip
from collections.abc import Iterator
from importlib.resources import files

LIST_SEPARATOR = "|"


def rows(table: str) -> Iterator[list[str]]:
    """Yield the rows of a table below its heading line, each as long as the heading."""
    for line in lines(table)[1:]:
        yield line.split("\t")


def lines(table: str) -> list[str]:
    """Return the lines of a file in `data/`, without those that are empty."""
    content = files("kg.gazetteer").joinpath("data", table).read_bytes()
    text = gzip.decompress(content) if table.endswith(".gz") else content
    return [line for line in text.decode("utf-8").split("\n") if line]


def listed(cell: str) -> tuple[str, ...]:
    """Return the values of a cell that holds a list."""
    return tuple(cell.split(LIST_SEPARATOR)) if cell else ()
