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

Cells = list[str]
Rows = Iterator[tuple[str, Row]]  # with the place of each
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


def word_values(table: str, name: str) -> Words:
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
    for place, row in _rows(text, source):
        words = classes.setdefault(row.name, {})
        if row.word in words:
            raise WordListError(f"{place}: {row.word!r} is in the class {row.name!r} twice")
        words[row.word] = row.value
    return classes


def _rows(text: str, source: str) -> Rows:
    """Yield the rows of a table with their places, without remarks and blank lines."""
    for number, line in enumerate(text.splitlines(), 1):
        place = f"{source}, line {number}"
        cells = line.split("\t")
        if number == 1:
            _check_columns(cells, place)
        elif _is_row(line):
            yield place, _row(cells, place)


def _check_columns(cells: Cells, place: str) -> None:
    """Raise `WordListError` if the first line does not name the columns."""
    if cells != COLUMNS:
        raise WordListError(f"{place}: the columns are {cells}, not {COLUMNS}")


def _is_row(line: str) -> bool:
    """Return whether a line is neither blank nor a remark."""
    if not line:
        return False
    return not line.startswith("# ")


def _row(cells: Cells, place: str) -> Row:
    """Return a row by its cells; raises `WordListError` if there are too few or too many."""
    match cells:
        case [name, word, value, why] if name and word:
            return Row(name, word, value, why)
    raise WordListError(f"{place}: a row has a class, a word, a value, a why")


@cache
def _table(name: str) -> Classes:
    """Return the classes of a table of this folder."""
    source = f"{name}.tsv"
    file = files(__package__).joinpath(source)
    text = file.read_text("utf-8")
    return parsed(text, source)


def _class(table: str, name: str) -> Words:
    """Return the words of a class; raises `WordListError` if there is none of that name."""
    classes = _table(table)
    if name not in classes:
        raise WordListError(f"{table}.tsv has no class {name!r}")
    return classes[name]


PAST = word_set("adjectives", "past")
