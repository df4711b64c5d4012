"""Count what no linter sees in the code: how docstrings begin, dense lines, English words in code.

    python tools/check_style.py [--list NAME] [--most NAME=NUMBER…]

It prints a table with a row for each folder, and the whole below. The limits of the whole are in
pyproject.toml: `[tool.newskg.style.most]` may not be exceeded, `[tool.newskg.style.least]` must be
reached. They only ever become stricter. `--most` sets one for this run; `--list` names the places
of one measure. The exit code is 1 if a limit is broken.

| measure | counts |
|---|---|
| files | Python files |
| imperative-docstrings | per cent: docstrings of functions that begin with an imperative |
| noun-docstrings | per cent: docstrings of modules, classes, properties that begin with a noun |
| dense-comprehensions | comprehensions with more than one loop or more than one condition |
| long-conditions | chains of and/or with more than 4 operators |
| word-lists | lists of two English words or more in code, outside kg/lang |
| english-lists | those of them in kg/text and kg/graph |
| english-in-patterns | patterns with an English word in them, in kg/text and kg/graph |
| short-files | files of 50 lines or less, `__init__.py` aside |
| only-imports | modules that only one module of their folder imports; doors do not count |
| long-lines | lines of more than 100 columns |
| nodes-per-line | nodes of the syntax tree for each line of code, which a reader takes in at once |
"""

import argparse
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import style_measures as measures
from style_measures import Place, Source
from style_words import english_in_patterns, word_lists

ROOT = Path(__file__).parent.parent
HALVES = ("kg/text/", "kg/graph/")
ENGLISH_HOME = "kg/lang/"
SHARED = {
    "imperative-docstrings": measures.function_docstrings,
    "noun-docstrings": measures.noun_docstrings,
}
COUNTED: Mapping[str, Callable[[Source], Iterator[Place]]] = {
    "dense-comprehensions": measures.dense_comprehensions,
    "long-conditions": measures.long_conditions,
    "word-lists": word_lists,
    "english-in-patterns": english_in_patterns,
    "short-files": measures.short_files,
    "long-lines": measures.long_lines,
}
DENSITY = "nodes-per-line"
NAMES = (*SHARED, *COUNTED, "english-lists", "only-imports")


@dataclass(frozen=True, slots=True)
class Finding:
    """A place that a measure counts, or for the shares: one that misses it."""

    measure: str
    file: str
    place: Place


@dataclass(frozen=True, slots=True)
class Survey:
    """The findings in some files; `asked` counts the docstrings of each share, by file."""

    sources: Sequence[Source]
    findings: Sequence[Finding]
    asked: Mapping[tuple[str, str], int]

    def figures(self, folder: str) -> dict[str, float]:
        """Return each measure over the files under a folder, "" for all; shares in per cent."""
        found = {"files": float(len(self._under(folder)))}
        for name in NAMES:
            each = (finding for finding in self.findings if finding.measure == name)
            found[name] = float(sum(finding.file.startswith(folder) for finding in each))
        for name in SHARED:
            asked = sum(self.asked[name, source.name] for source in self._under(folder))
            found[name] = round(100 * (1 - found[name] / asked), 1) if asked else 100.0
        found[DENSITY] = measures.nodes_per_line(self._under(folder))
        return found

    def _under(self, folder: str) -> list[Source]:
        return [source for source in self.sources if source.name.startswith(folder)]

    @property
    def folders(self) -> list[str]:
        """The folders that hold files, with those above them, below the package."""
        parents = {parent for source in self.sources for parent in Path(source.name).parents}
        return sorted(f"{parent.as_posix()}/" for parent in parents if parent != Path())


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest figures that measures of the whole may have, and the smallest."""

    most: Mapping[str, float]
    least: Mapping[str, float]

    def broken(self, figures: Mapping[str, float]) -> list[str]:
        """Return a line for each limit that is broken, and for each that is of no measure."""
        unknown = sorted({*self.most, *self.least} - figures.keys())
        lines = [f"there is no measure {name!r}" for name in unknown]
        for name, limit in self.most.items():
            if figures.get(name, limit) > limit:
                lines.append(f"{name} is {figures[name]:g}, at most {limit:g} is allowed")
        for name, limit in self.least.items():
            if figures.get(name, limit) < limit:
                lines.append(f"{name} is {figures[name]:g}, at least {limit:g} is asked")
        return lines


def survey(package: Path) -> Survey:
    """Return what the measures find in a package."""
    sources = [Source.of(path, package.parent) for path in sorted(package.rglob("*.py"))]
    findings: list[Finding] = []
    asked: dict[tuple[str, str], int] = {}
    for source in sources:
        for name, docstrings in SHARED.items():
            judged = list(docstrings(source))
            asked[name, source.name] = len(judged)
            findings += [Finding(name, source.name, place) for place, is_so in judged if not is_so]
        for name, measure in COUNTED.items():
            findings += [Finding(name, source.name, place) for place in measure(source)]
    findings = [each for each in findings if _counts(each)]
    lists = [each for each in findings if each.measure == "word-lists"]
    halves = (each for each in lists if each.file.startswith(HALVES))
    findings += [Finding("english-lists", each.file, each.place) for each in halves]
    only = measures.only_imports(sources)
    findings += [Finding("only-imports", file, place) for file, place in only.items()]
    return Survey(sources, findings, asked)


def _counts(finding: Finding) -> bool:
    """Return whether the measure of a finding is one of the folder that the file lies in."""
    if finding.measure == "word-lists":
        return not finding.file.startswith(ENGLISH_HOME)
    return finding.measure != "english-in-patterns" or finding.file.startswith(HALVES)


def limits(pyproject: Path, more: Iterable[str] = ()) -> Limits:
    """Return the limits of a pyproject.toml, with those of the command line, each `NAME=NUMBER`."""
    style = tomllib.loads(pyproject.read_text("utf-8"))["tool"]["newskg"]["style"]
    pairs = (each.partition("=") for each in more)
    own = {name: float(number) for name, _, number in pairs}
    return Limits(style["most"] | own, style["least"])


def table(found: Survey) -> str:
    """Return a row of figures for each folder, and one for the whole."""
    head = ("files", *NAMES, DENSITY)
    width = max(map(len, found.folders))
    lines = [f"{'':{width}}  " + "  ".join(head)]
    for folder in (*found.folders[1:], found.folders[0]):
        figures = found.figures(folder)
        cells = (f"{figures[name]:>{len(name)}g}" for name in head)
        lines.append(f"{folder:{width}}  " + "  ".join(cells))
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table, the places that were asked for and the limits that are broken."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    add = parser.add_argument
    add("--list", metavar="NAME", choices=NAMES, help="name the places of one measure")
    add("--most", metavar="NAME=NUMBER", action="append", default=[], help="set a limit")
    options = parser.parse_args(arguments)
    found = survey(ROOT / "kg")
    print(table(found))
    for finding in found.findings:
        if finding.measure == options.list:
            print(f"{finding.file}:{finding.place.line}: {finding.place.words}")
    broken = limits(ROOT / "pyproject.toml", options.most).broken(found.figures(""))
    for line in broken:
        print(f"error: {line}", file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
