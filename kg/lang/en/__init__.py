"""English words, each once in every class that it belongs to; the files beside this module hold them.

A file is a table of tab-separated columns: the class, the word, a value if the class maps words to
something, and, where two like classes differ on purpose, why. Lines that begin with "#" say what a
class is for. The first line names the columns.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

COLUMNS = ["class", "word", "value", "why"]

Classes = dict[str, dict[str, str]]  # class → word → value, in the order of the file


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
    return {word: int(value) for word, value in _class(table, name).items()}


def parsed(text: str, source: str) -> Classes:
    """Return the classes of a table.

    Raises `WordListError` for a word that stands twice in a class, and for rows with too few or too
    many columns.

    >>> parsed("class\\tword\\tvalue\\twhy\\nnumber\\ttwo\\t2\\t\\n", "numbers")
    {'number': {'two': '2'}}
    """
    classes: Classes = {}
    for number, (name, word, value, _) in _rows(text, source):
        words = classes.setdefault(name, {})
        if word in words:
            raise WordListError(f"{source}, line {number}: {word!r} is in the class {name!r} twice")
        words[word] = value
    return classes


def _rows(text: str, source: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a table with their line numbers, without remarks and blank lines."""
    for number, line in enumerate(text.splitlines(), 1):
        row = line.split("\t")
        if number == 1 and row != COLUMNS:
            raise WordListError(f"{source}, line 1: the columns are {row}, not {COLUMNS}")
        if number == 1 or not line or line.startswith("# "):
            continue
        if len(row) != len(COLUMNS) or not row[0] or not row[1]:
            raise WordListError(
                f"{source}, line {number}: a row has a class, a word, a value, a why"
            )
        yield number, row


@cache
def _table(name: str) -> Classes:
    file = files(__package__).joinpath(f"{name}.tsv")
    return parsed(file.read_text("utf-8"), f"{name}.tsv")


def _class(table: str, name: str) -> dict[str, str]:
    try:
        return _table(table)[name]
    except KeyError:
        raise WordListError(f"{table}.tsv has no class {name!r}") from None


PAST = word_set("adjectives", "past")
