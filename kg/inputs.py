"""All inputs of a build: the articles, and every other file that was named or found.

An input is a path, or a record: an article at hand, as a mapping.
"""

import io
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from os import PathLike

from kg.choices import Demand
from kg.errors import InputError
from kg.model import Article
from kg.paths import AnyPath, AnyPaths, listed_paths
from kg.tables import table
from kg.text.read import Fault, PassedOver, Record, Several, read
from kg.versions import Replaced, Unsure, versions

# What people call the fields of an article
COLUMNS: dict[str, str] = dict(table("kg", "columns.tsv"))  # type: ignore[arg-type]
AnyInputs = AnyPaths | Record | Iterable[AnyPath | Record]
# Of these, although Python iterates them, none is a list of paths
NO_LIST = (str, bytes, bytearray, memoryview, io.IOBase, PathLike)
NamesByEnding = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Inputs:
    """The articles and faults at some paths, the number of files, and those that no reader is
    for.
    """

    articles: list[Article]
    faults: tuple[Fault, ...]
    files: int
    passed_over: NamesByEnding


def read_inputs(
    given: AnyInputs,
    *,
    keep_paths: bool = False,
    columns: Mapping[str, str] | None = None,
    any_language: bool = False,
    identifier: str = "",
) -> Inputs:
    """Read the articles at some paths and of some records, and count all other inputs.

    `columns` says what the columns of tables and the fields of records are called that hold a
    field, by its name in `COLUMNS`. `identifier` is what the only article is called in all its
    versions; of several versions the newest is read. Raises `InputError` if there is no article at
    all, or no such field, or several articles with one `identifier`.
    """
    paths, records = parted(given)
    places = tuple(dict.fromkeys(listed_paths(paths)))
    found = _Found()
    for item in read(
        places,
        records=records,
        stdin=sys.stdin.buffer,
        keep_paths=keep_paths,
        columns=fields_of(columns or {}),
        any_language=any_language,
        identifier=identifier,
    ):
        found.add(item)
    if not found.articles:
        named = ", ".join(map(str, places)) or _counted(records)
        raise InputError(
            f"no article found in {named}{found.why_not} (give files of articles, or folders with "
            "them)"
        )
    if identifier:
        _refuse_several(found.articles)
    current, remarks = _current(found.articles)
    return Inputs(current, (*found.faults, *remarks), found.files, found.passed_over)


@dataclass(slots=True)
class _Found:
    """Articles, faults, files without a reader and files of several articles, as read so far."""

    articles: list[Article] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    others: list[PassedOver] = field(default_factory=list)
    several: list[Several] = field(default_factory=list)

    def add(self, item: Article | Fault | PassedOver | Several) -> None:
        """Add what was read next."""
        match item:
            case Article():
                self.articles.append(item)
            case Fault():
                self.faults.append(item)
            case PassedOver():
                self.others.append(item)
            case Several():
                self.several.append(item)

    @property
    def passed_over(self) -> NamesByEnding:
        """The files that no reader is for."""
        return _by_ending(self.others)

    @property
    def why_not(self) -> str:
        """The reasons why nothing was read, behind semicolons."""
        return reasons(self.faults) + without_reader(self.passed_over)

    @property
    def files(self) -> int:
        """The number of files, of which one may have several articles."""
        faulty = sum(fault.of_file for fault in self.faults)
        alone = len(self.articles) - sum(each.articles for each in self.several)
        return alone + len(self.several) + faulty + len(self.others)


def _refuse_several(articles: Sequence[Article]) -> None:
    """Raise `InputError` if an identifier is that of several articles."""
    if len(articles) > 1:
        raise InputError(
            f"--id is that of one article, and {len(articles):,} were found: give each its own in "
            "a column (--columns id=NAME), in front matter or in a file beside it"
        )


def _current(articles: Sequence[Article]) -> tuple[list[Article], list[Fault]]:
    """Return the articles that no newer version replaces, and remarks on their versions."""
    replaced: set[str] = set()
    remarks: list[Fault] = []
    for found in versions(articles):
        source = found.article.source
        if isinstance(found, Replaced):
            replaced.add(found.article.id)
            words = f"is replaced by its newer version {found.newer.source}"
        else:
            words = f"may be a version of {found.other.source}; both are read: "
            words += _what_to_do(found)
        remarks.append(Fault(source, words, lost=False))
    return [article for article in articles if article.id not in replaced], remarks


def _what_to_do(found: Unsure) -> str:
    """Return why it is not known which of two versions is newer, and how to say it."""
    if not found.is_alike:
        return "they have one id or address, and other words; leave out what is old"
    return "say when each was changed (modified), or leave out what is old"


def fields_of(columns: Mapping[str, str]) -> dict[str, str]:
    """Return the columns by the names of the fields of an article.

    Raises `InputError` for what is no field.

    >>> fields_of({"title": "head", "date": "day"})
    {'headline': 'head', 'published': 'day'}
    """
    fields = {}
    for name, column in columns.items():
        if name not in COLUMNS or not column:
            known = ", ".join(COLUMNS)
            raise InputError(f"{name}={column} names no column: give {known}, as in text=body")
        fields[COLUMNS[name]] = column
    return fields


def parted(given: AnyInputs) -> tuple[AnyPaths, list[Record]]:
    """Return the paths and the records of some inputs; one by itself is a list of one.

    >>> parted(["news/", {"text": "Ada Lund met Jens Berg."}])
    (['news/'], [{'text': 'Ada Lund met Jens Berg.'}])
    """
    if isinstance(given, Mapping):
        return [], [given]
    if isinstance(given, NO_LIST) or not isinstance(given, Iterable):
        return given, []
    paths: list[AnyPath] = []
    records: list[Record] = []
    for each in given:
        if isinstance(each, Mapping):
            records.append(each)
        else:
            paths.append(each)
    return paths, records


def _counted(records: list[Record]) -> str:
    """Return how many records there are, in words."""
    if not records:
        return "nothing"
    return "one record" if len(records) == 1 else f"{len(records):,} records"


def _by_ending(files: Iterable[PassedOver]) -> NamesByEnding:
    """Return the names of files by their ending, the commonest ending first."""
    sources: dict[str, list[str]] = {}
    for file in files:
        sources.setdefault(file.ending, []).append(file.source)
    endings = sorted(sources)
    endings.sort(key=lambda ending: len(sources[ending]), reverse=True)
    return {ending: tuple(sources[ending]) for ending in endings}


def without_reader(passed_over: NamesByEnding) -> str:
    """Return how many files have which ending that no reader is for, behind a semicolon.

    >>> without_reader({".html": ("a.html", "b.html"), "": ("README",)})
    '; no reader for: .html 2, no ending 1'
    """
    if not passed_over:
        return ""
    counts: list[str] = []
    for ending, names in passed_over.items():
        counts.append(f"{ending or 'no ending'} {len(names)}")
    listed = ", ".join(counts)
    return f"; no reader for: {listed}"


def checked_demand(demand: str) -> Demand:
    """Return how sure claims must be, as one of the choices that there are.

    Raises `InputError` for another word.
    """
    if demand not in set(Demand):
        raise InputError(f"demand is {demand!r}: give one of {', '.join(Demand)}")
    return Demand(demand)


def reasons(faults: Iterable[Fault]) -> str:
    """Return why inputs were not read, each behind a semicolon."""
    lost = [fault for fault in faults if fault.lost or fault.skipped]
    return "".join(f"; {fault.source}: {fault.message}" for fault in lost)
