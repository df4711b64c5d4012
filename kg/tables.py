"""Tables that lie beside the code: the words of the output, and other lists that are read as one.

A table has tab-separated columns, whose names are in its first line. Lines that begin with "# " are
remarks. English words that the reading of articles needs are in `kg.lang.en`.
"""

from importlib.resources import files

Row = dict[str, str]  # column → value


def table(package: str, name: str) -> list[Row]:
    """Return the rows of a table of a package, in their order."""
    text = files(package).joinpath(name).read_text("utf-8")
    return parsed(text)


def parsed(text: str) -> list[Row]:
    """Return the rows of a table.

    >>> parsed("name\\tshape\\n# round ones\\nperson\\tdot\\n")
    [{'name': 'person', 'shape': 'dot'}]
    """
    lines = (line.split("\t") for line in text.splitlines() if not line.startswith("# "))
    columns = next(lines)
    return [dict(zip(columns, values, strict=True)) for values in lines]


def words_for(package: str, use: str) -> dict[str, str]:
    """Return the words for terms in one use, in the order of the package's `words.tsv`."""
    rows = table(package, "words.tsv")
    return {row["term"]: row["words"] for row in rows if row["use"] == use}
