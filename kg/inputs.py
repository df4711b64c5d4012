"""All inputs of a build: the articles, and every other file that was named or found."""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.errors import InputError
from kg.model import Article
from kg.paths import AnyPaths, listed_paths
from kg.text.read import Fault, PassedOver, read


@dataclass(frozen=True)
class Inputs:
    """The articles and faults at some paths, the number of files, and those that no reader is
    for.
    """

    articles: list[Article]
    faults: tuple[Fault, ...]
    files: int
    passed_over: Mapping[str, tuple[str, ...]]


def read_inputs(paths: AnyPaths, *, keep_paths: bool = False) -> Inputs:
    """Read the articles at some paths, and count all other files.

    Raises `InputError` if there is no article at all.
    """
    places = tuple(dict.fromkeys(listed_paths(paths)))
    inputs = list(read(places, stdin=sys.stdin.buffer, keep_paths=keep_paths))
    articles = [item for item in inputs if isinstance(item, Article)]
    faults = tuple(item for item in inputs if isinstance(item, Fault))
    others = [item for item in inputs if isinstance(item, PassedOver)]
    passed_over = _by_ending(others)
    if not articles:
        without = f"; no reader for: {counted(passed_over)}" if others else ""
        named = ", ".join(map(str, places)) or "nothing"
        raise InputError(
            f"no article found in {named}{reasons(faults)}{without} "
            "(give .txt files or folders with them)"
        )
    faulty_files = [fault for fault in faults if fault.of_file]
    files = len(articles) + len(faulty_files) + len(others)
    return Inputs(articles, faults, files, passed_over)


def _by_ending(files: Iterable[PassedOver]) -> dict[str, tuple[str, ...]]:
    """Return the names of files by their ending, the commonest ending first."""
    sources: dict[str, list[str]] = {}
    for file in files:
        sources.setdefault(file.ending, []).append(file.source)
    by_ending = sorted((ending, tuple(names)) for ending, names in sources.items())
    by_ending.sort(key=lambda pair: len(pair[1]), reverse=True)
    return dict(by_ending)


def counted(passed_over: Mapping[str, tuple[str, ...]]) -> str:
    """Return how many files have which ending, in a line.

    >>> counted({".html": ("a.html", "b.html"), "": ("README",)})
    '.html 2, no ending 1'
    """
    counts = ((ending or "no ending", len(files)) for ending, files in passed_over.items())
    return ", ".join(f"{ending} {count}" for ending, count in counts)


def reasons(faults: Iterable[Fault]) -> str:
    """Return why inputs were not read, each behind a semicolon."""
    return "".join(f"; {fault.source}: {fault.message}" for fault in faults if fault.lost)
