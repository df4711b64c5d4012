"""Tables that lie beside the code: the words of the output, and other lists that are read as one.

A table has tab-separated columns, whose names are in its first line. Lines that begin with "# " are
remarks. English words that the reading of articles needs are in `kg.lang.en`.
"""

from importlib.resources import files


def table(package: str, name: str) -> list[tuple[str, ...]]:
    """Return the rows of a table of a package, in their order, without the names of its columns.

    >>> table("kg.rdf", "gazetteers.tsv")[0]
    ('geonames', 'https://www.geonames.org/', 'GeoNames')
    """
    _, *rows = _lines(files(package).joinpath(name).read_text("utf-8"))
    return rows


def records(text: str) -> list[dict[str, str]]:
    """Return the rows of a table, each by the names of its columns.

    >>> records("name\\tshape\\n# round ones\\nperson\\tdot\\n")
    [{'name': 'person', 'shape': 'dot'}]
    """
    columns, *rows = _lines(text)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _lines(text: str) -> list[tuple[str, ...]]:
    lines = (line for line in text.splitlines() if not line.startswith("# "))
    return [tuple(line.split("\t")) for line in lines]


def words_for(package: str, use: str) -> dict[str, str]:
    """Return the words for terms in one use, in the order of the package's `words.tsv`.

    >>> words_for("kg.query", "opening")["Denied"]
    'It is denied that'
    """
    rows = table(package, "words.tsv")
    return {term: words for each, term, words in rows if each == use}
