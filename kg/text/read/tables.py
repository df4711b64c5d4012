"""The tables of this package: patterns of forms, of code and of pages, and the commonest words."""

import re
import tomllib
from collections.abc import Mapping, Set
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any

from kg.lang.en import word_list

Pattern = re.Pattern[str]
WordsOfLanguages = Mapping[str, Set[str]]


@cache
def table(name: str) -> Mapping[str, Any]:
    """Return a table of patterns and names: `table("forms")`."""
    return tomllib.loads(_text(f"{name}.toml"))


def names(group: str, name: str) -> tuple[str, ...]:
    """Return some names of markup or of mail: `names("tags", "inline")`."""
    groups = table("names")
    words: str = groups[group][name]
    return tuple(words.split())


@cache
def common_words() -> frozenset[str]:
    """Return some 22,000 common English words and names, in small letters (data/SOURCES.md)."""
    words = _text("common_words.txt").split()
    return frozenset(words)


@cache
def common_words_of_languages() -> WordsOfLanguages:
    """Return the commonest words of each language, by its ISO 639-1 code."""
    words: dict[str, set[str]] = {}
    for line in _text("common_words_of_languages.tsv").splitlines():
        if line.startswith("#"):
            continue
        code, word = line.split("\t")
        words.setdefault(code, set()).add(word)
    return words


@cache
def language_names() -> Mapping[str, str]:
    """Return what English calls each language, by its ISO 639 code."""
    rows = _text("languages.tsv").splitlines()
    pairs = (row.partition("\t") for row in rows if not row.startswith("#"))
    return {code: name for code, _, name in pairs}


def patterns(name: str) -> tuple[str, ...]:
    """Return the patterns of a class of words on pages; a blank in the table is any blank."""
    words = word_list("pages", name)
    return tuple(word.replace(" ", r"\s") for word in words)


def alternatives(*names: str) -> str:
    """Return one pattern for all of some classes of words on pages."""
    words = chain.from_iterable(map(patterns, names))
    return "|".join(words)


def words_of(*names: str) -> Pattern:
    """Return one pattern for all of some classes of words on pages, in small or large letters."""
    return re.compile(alternatives(*names), re.IGNORECASE)


def _text(name: str) -> str:
    """Return the text of a file in `data`."""
    path = files("kg.text.read").joinpath("data", name)
    return path.read_text("utf-8")
