"""Tables that lie beside the code: the words of the output, the gazetteer, and other lists.

A table has tab-separated columns, whose names are in its first line. Empty lines count for nothing,
and lines that begin with "# " are remarks. English words that the reading of articles needs are in
`kg.lang.en`.
"""

import gzip
from importlib.resources import files

LIST_SEPARATOR = "|"


def table(package: str, name: str) -> list[tuple[str, ...]]:
    """Return the rows of a table of a package, in their order, without the names of its columns.

    >>> table("kg.rdf", "gazetteers.tsv")[0][:3]
    ('geonames', 'https://www.geonames.org/', 'GeoNames')
    """
    _, *rows = map(_cells, lines(package, name))
    return rows


def lines(package: str, name: str) -> list[str]:
    """Return the lines of a file of a package, plain or gzipped, without those that say nothing.

    >>> lines("kg.gazetteer", "data/former_countries.txt")[0]
    'SU'
    """
    content = files(package).joinpath(name).read_bytes()
    text = gzip.decompress(content) if name.endswith(".gz") else content
    return _telling(text.decode("utf-8"))


def listed(cell: str) -> tuple[str, ...]:
    """Return the values of a cell that holds a list.

    >>> listed("Holland|Netherlands")
    ('Holland', 'Netherlands')
    """
    return tuple(cell.split(LIST_SEPARATOR)) if cell else ()


def records(text: str) -> list[dict[str, str]]:
    """Return the rows of a table, each by the names of its columns.

    >>> records("name\\tshape\\n# round ones\\nperson\\tdot\\n")
    [{'name': 'person', 'shape': 'dot'}]
    """
    columns, *rows = map(_cells, _telling(text))
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _telling(text: str) -> list[str]:
    """Return the lines of a text that are neither empty nor remarks."""
    return [line for line in text.split("\n") if line and not line.startswith("# ")]


def _cells(line: str) -> tuple[str, ...]:
    """Return the cells of a row."""
    return tuple(line.split("\t"))


def words_for(package: str, use: str) -> dict[str, str]:
    """Return the words for terms in one use, in the order of the package's `words.tsv`.

    >>> words_for("kg.query", "opening")["Denied"]
    'It is denied that'
    """
    rows = table(package, "words.tsv")
    return {term: words for each, term, words in rows if each == use}
