"""Ontology files as statements that know the file they stand in, and every fault in them.

What a file says that is of no use here is no fault: it is noted, and all else is used.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.graph.ontology.foreign.formats import Parsed
from kg.vocabulary import PREFIXES, compact

SEPARATOR = re.compile(r"[,\n]")
BLANK = "_:"  # what the name of a node without an IRI begins with
ENGLISH = "en"


def packaged(name: str) -> Path:
    """Return the path of a packaged ontology file, installed or in a source checkout."""
    package = Path(__file__).resolve().parents[2]
    installed = package / "ontologies" / name
    if installed.exists():
        return installed
    return package.parent / "ontologies" / name


@dataclass(frozen=True, slots=True)
class Value:
    """The object of a statement, a curie or the text of a literal, and the file that states it."""

    text: str
    file: str


Values = list[Value]
ByPredicate = dict[str, Values]
Prefixes = Mapping[str, str]


@dataclass(slots=True)
class Statements:
    """The statements of all files, by subject and predicate (curies), and the faults so far.

    `namespaces` are the prefix bindings of each file, `digests` the SHA-256 of each file's bytes.
    `notes` are remarks on what is passed over.
    """

    values: dict[str, ByPredicate] = field(default_factory=dict)
    namespaces: dict[str, Prefixes] = field(default_factory=dict)
    digests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, subject: str, predicate: str, value: Value) -> None:
        """Add a statement."""
        by_predicate = self.values.setdefault(subject, {})
        values = by_predicate.setdefault(predicate, [])
        values.append(value)

    def of(self, subject: str, predicate: str) -> Values:
        """Return the objects of a subject and predicate, in the order of the files."""
        by_predicate = self.values.get(subject, {})
        return by_predicate.get(predicate, [])

    def texts(self, subject: str, predicate: str) -> tuple[str, ...]:
        """Return the objects as texts, each once."""
        texts = [value.text for value in self.of(subject, predicate)]
        return tuple(dict.fromkeys(texts))

    def first(self, subject: str, predicate: str) -> str:
        """Return the first object, or the empty text."""
        values = self.of(subject, predicate)
        if not values:
            return ""
        return values[0].text

    def entries(self, subject: str, predicate: str) -> Iterator[Value]:
        """Yield the entries of lists that stand in strings, separated by commas or line ends."""
        for value in self.of(subject, predicate):
            entries = SEPARATOR.split(value.text)
            yield from _stripped(entries, value.file)

    def lines(self, subject: str, predicate: str) -> Iterator[Value]:
        """Yield the lines of strings, in which a comma belongs to the entry."""
        for value in self.of(subject, predicate):
            lines = value.text.splitlines()
            yield from _stripped(lines, value.file)

    def words(self, subject: str, predicate: str) -> frozenset[str]:
        """Return the entries of lists in small letters."""
        entries = self.entries(subject, predicate)
        words = [entry.text.lower() for entry in entries]
        return frozenset(words)

    def subjects(self, *types: str) -> Iterator[str]:
        """Yield the subjects that have one of these types, in order of curie."""
        wanted = set(types)
        for subject in sorted(self.values):
            own = self.texts(subject, "rdf:type")
            if not wanted.isdisjoint(own):
                yield subject

    def file_of(self, subject: str) -> str:
        """Return the last file that says something of a subject.

        A fault that several files make together is reported there.
        """
        *_, last_values = self.values[subject].values()
        return last_values[-1].file

    def fault(self, file: str, message: str) -> None:
        """Note a fault; `complain` reports all of them."""
        self.faults.append(f"{file}: {message}")

    def note(self, file: str, message: str) -> None:
        """Note what a file says and is passed over."""
        self.notes.append(f"{file}: {message}")

    @contextmanager
    def noting_faults(self, subject: str, file: str) -> Iterator[None]:
        """Note an `OntologyError` in what a file says of a subject as a fault."""
        try:
            yield
        except OntologyError as error:
            self.fault(file, f"{subject}: {error}")

    def complain(self) -> None:
        """Raise `OntologyError` with every fault, a line each, if there is any."""
        if self.faults:
            lines = dict.fromkeys(self.faults)
            raise OntologyError("\n".join(lines))

    def resolve(self, name: str, file: str) -> str:
        """Return the curie or IRI of a term that a string names with the prefixes of its file."""
        prefix, colon, local = name.partition(":")
        bound = self.namespaces.get(file, {})
        namespace = bound.get(prefix, PREFIXES.get(prefix))
        if not colon or not namespace:
            return name
        return compact(namespace + local)


def _stripped(entries: Iterable[str], file: str) -> Iterator[Value]:
    """Yield the entries of a string with single blanks, without empty ones."""
    for entry in entries:
        words = entry.split()
        if words:
            yield Value(" ".join(words), file)


def read(paths: Iterable[Path]) -> Statements:
    """Return the statements of files in any form of RDF.

    Faults are noted, not raised, so that one report has those of all files.
    """
    statements = Statements()
    for path in paths:
        file = str(path)
        try:
            data = path.read_bytes()
        except OSError as error:
            reason = error.strerror or error
            statements.fault(file, f"cannot be read ({reason})")
        else:
            _add(statements, data, file)
    return statements


def _add(statements: Statements, data: bytes, file: str) -> None:
    """Add the statements of one file, up to its first fault."""
    digest = hashlib.sha256(data)
    statements.digests.append(digest.hexdigest())
    try:
        parsed = Parsed(data, file)
        for quad in parsed.quads():
            if not _is_foreign(quad.object):
                value = Value(_text(quad.object), file)
                statements.add(_text(quad.subject), _text(quad.predicate), value)
        statements.namespaces[file] = parsed.prefixes
    except OntologyError as error:
        statements.fault(file, str(error))


def _is_foreign(term: object) -> bool:
    """Return whether a term is a text in another language than English."""
    if not isinstance(term, ox.Literal) or not term.language:
        return False
    language, *_ = term.language.split("-")
    return language != ENGLISH


def _text(term: object) -> str:
    if isinstance(term, ox.NamedNode):
        return compact(term.value)
    if isinstance(term, ox.BlankNode):
        return BLANK + term.value
    if isinstance(term, ox.Literal):
        return term.value
    return str(term)


def triples_of(path: Path) -> Iterator[ox.Triple]:
    """Yield the triples of an ontology file in any form of RDF.

    Raises `OntologyError` with the file for what cannot be read.
    """
    try:
        for quad in Parsed(path.read_bytes(), str(path)).quads():
            yield quad.triple
    except OSError as error:
        raise OntologyError(f"{path}: cannot be read ({error.strerror or error})") from error
    except OntologyError as error:
        raise OntologyError(f"{path}: {error}") from error
