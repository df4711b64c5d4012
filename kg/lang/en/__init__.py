"""English words, each once in every class that it belongs to; the files beside this hold them.

A file is a table of tab-separated columns: the class, the word, a value if the class maps words to
something, and, where two like classes differ on purpose, why. Lines that begin with "#" say what a
class is for. The first line names the columns.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Row(NamedTuple):
    """A row of a table: a word in a class."""

    name: str
    word: str
    value: str
    why: str


COLUMNS = ["class", *Row._fields[1:]]

Words = dict[str, str]  # word → value, in the order of the file
Classes = dict[str, Words]


class WordListError(ValueError):
    """A table of words that cannot be used: it is a fault of the package, not of a user."""


def word_set(table: str, name: str) -> frozenset[str]:
    """Return the words of a class: `word_set("verbs", "saying")`."""
    return frozenset(_class(table, name))


def word_list(table: str, name: str) -> tuple[str, ...]:
    """Return the words of a class in the order of the table, which counts in patterns."""
    return tuple(_class(table, name))


def word_values(table: str, name: str) -> dict[str, str]:
    """Return what the words of a class stand for, in the order of the table."""
    return dict(_class(table, name))


def word_numbers(table: str, name: str) -> dict[str, int]:
    """Return the numbers that the words of a class stand for, in the order of the table."""
    values = _class(table, name)
    return {word: int(value) for word, value in values.items()}


def parsed(text: str, source: str) -> Classes:
    """Return the classes of a table.

    Raises `WordListError` for a word that stands twice in a class, and for rows with too few or too
    many columns.

    >>> parsed("class\\tword\\tvalue\\twhy\\nnumber\\ttwo\\t2\\t\\n", "numbers")
    {'number': {'two': '2'}}
    """
    classes: Classes = {}
    for number, row in _rows(text, source):
        words = classes.setdefault(row.name, {})
        if row.word in words:
            twice = f"{row.word!r} is in the class {row.name!r} twice"
            raise WordListError(f"{source}, line {number}: {twice}")
        words[row.word] = row.value
    return classes


def _rows(text: str, source: str) -> Iterator[tuple[int, Row]]:
    """Yield the rows of a table with their line numbers, without remarks and blank lines."""
    for number, line in enumerate(text.splitlines(), 1):
        cells = line.split("\t")
        if number == 1:
            _check_columns(cells, source)
        elif line and not line.startswith("# "):
            yield number, _row(cells, f"{source}, line {number}")


def _check_columns(cells: list[str], source: str) -> None:
    if cells != COLUMNS:
        raise WordListError(f"{source}, line 1: the columns are {cells}, not {COLUMNS}")


def _row(cells: list[str], place: str) -> Row:
    match cells:
        case [name, word, value, why] if name and word:
            return Row(name, word, value, why)
    raise WordListError(f"{place}: a row has a class, a word, a value, a why")


@cache
def _table(name: str) -> Classes:
    file = files(__package__).joinpath(f"{name}.tsv")
    return parsed(file.read_text("utf-8"), f"{name}.tsv")


def _class(table: str, name: str) -> Words:
    classes = _table(table)
    if name not in classes:
        raise WordListError(f"{table}.tsv has no class {name!r}")
    return classes[name]


PAST = word_set("adjectives", "past")
