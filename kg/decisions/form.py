"""The form of decisions in RDF: its terms, the names of nodes, and files as nodes with their lines.

The parser asks for one line after the other, so the line that it has come to is known for each
triple, and every fault can name the line where its node begins.
"""

from collections import defaultdict
from dataclasses import (
    dataclass,
    field,
)
from typing import (
    IO,
    cast,
)
from urllib.parse import (
    quote,
    unquote,
)

import pyoxigraph as ox

from kg.model import Target
from kg.vocabulary import BASE_IRI, FORMER_BASE_IRI, compact

DECISIONS_FILE = "decisions.ttl"

TYPE = "rdf:type"
DECISION = "kg:EditorialDecision"
VERDICT = "kg:verdict"
ABOUT = "kg:about"
VALUE = "rdf:value"
BY = "dcterms:creator"
ON = "dcterms:created"
WHY = "rdfs:comment"
OF_DECISION = frozenset(
    {
        TYPE,
        VERDICT,
        ABOUT,
        VALUE,
        BY,
        ON,
        WHY,
    }
)

NODE = "kg:node"
LABEL = "rdfs:label"
IN_ARTICLE = "kg:inArticle"
SUBJECT = "rdf:subject"
PREDICATE = "rdf:predicate"
OBJECT = "rdf:object"
FACTUALITY = "kg:factuality"
PAST = "kg:past"
OF_TARGET = frozenset(
    {
        TYPE,
        NODE,
        LABEL,
        IN_ARTICLE,
        SUBJECT,
        PREDICATE,
        OBJECT,
        FACTUALITY,
        PAST,
    }
)

STATEMENT = "statement"
DOCUMENT = "document"
EVENT = "event"
QUOTATION = "quotation"
KEPT = "/-._~"  # characters that stand in the IRIs of nodes as they are

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Node = ox.NamedNode | ox.BlankNode
Values = dict[str, list[Term]]  # by property, as a curie


def local_of(iri: str, base: str) -> str:
    """Return the id of a node below the base IRI, or below one that graphs have or had by default:
    decisions outlast a change of the base. Empty if it is no such node.

    >>> local_of("https://x.example/person/O%27Brien", "https://x.example/")
    "person/O'Brien"
    """
    for usual in (base, BASE_IRI, FORMER_BASE_IRI):
        if iri.startswith(usual):
            return unquote(iri.removeprefix(usual))
    return ""


def iri_of(identifier: str, base: str) -> str:
    """Return the IRI of a node, given its id.

    >>> iri_of("person/O'Brien", "https://x.example/")
    'https://x.example/person/O%27Brien'
    """
    local = quote(identifier, safe=KEPT, errors="surrogatepass")
    return base + local


def kind_of_node(identifier: str) -> str:
    """Return the first part of an id: "person", "event", "statement"."""
    kind, _, _ = identifier.partition("/")
    return kind


# ----------------------------------------------------------------------------------------- files


class FaultError(Exception):
    """Something that cannot be used in one decision; the message says what, and what to do."""


class Lines:
    """The lines of a file, as a stream that gives one at a time and counts them."""

    def __init__(self, data: bytes) -> None:
        self._lines = data.splitlines(keepends=True)
        self.number = 0

    def read(self, size: int = -1) -> bytes:
        """Return the next line, whatever its size; nothing at the end."""
        at = self.number
        if at == len(self._lines):
            return b""
        self.number += 1
        return self._lines[at]


@dataclass(slots=True)
class File:
    """The nodes of a file: their values, and the line where each begins."""

    name: str
    base: str
    values: dict[Node, Values] = field(default_factory=dict)
    line_of: dict[Node, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def fault(self, message: str, line: int) -> None:
        """Note a fault in a line."""
        self.faults.append(f"{self.name}, line {line}: {message}")

    def parse(self, data: bytes) -> None:
        """Take in the triples of Turtle, up to the first fault."""
        lines = Lines(data)
        triples = ox.parse(
            input=cast("IO[bytes]", lines),
            format=ox.RdfFormat.TURTLE,
            base_iri=self.base,
        )
        try:
            for triple in triples:
                self._add(triple, lines.number)
        except (SyntaxError, ValueError) as error:
            known = getattr(error, "lineno", None)
            line = known or lines.number
            self.fault(f"is not Turtle: {error.args[0]}", line)

    def _add(self, triple: ox.Quad, line: int) -> None:
        node = triple.subject
        if isinstance(node, ox.Triple):
            return
        self.line_of.setdefault(node, line)
        values = self.values.setdefault(node, defaultdict(list))
        curie = compact(triple.predicate.value)
        values[curie].append(triple.object)

    def of(self, node: Term) -> Values:
        """Return what the file says of a node. Raises `FaultError` for a text."""
        if isinstance(node, (ox.Literal, ox.Triple)):
            raise FaultError(f"“{node}” is a text, where a node is needed")
        return self.values.get(node, {})

    def local(self, node: Term) -> str:
        """Return the id of a node below the base. Raises `FaultError` if it is elsewhere."""
        iri = getattr(node, "value", str(node))
        local = local_of(iri, self.base)
        if not local:
            raise FaultError(
                f"{iri} is no node of this graph: the IRIs of its nodes begin with {self.base}"
            )
        return local

    def target(self, node: Term) -> Target:
        """Return the thing that a node is: named by its IRI, or described by a blank node.

        Raises `FaultError` if it is neither.
        """
        if isinstance(node, ox.NamedNode):
            return Target(self.local(node))
        values = self.of(node)
        check_known(values, OF_TARGET)
        nodes = values.get(NODE, [])
        names = texts(values, LABEL)
        if len(nodes) > 1 or not (nodes or names):
            raise FaultError(f"a thing needs one {NODE}, or a {LABEL}")
        ids = [self.local(each) for each in nodes]
        articles = [self._article(each) for each in values.get(IN_ARTICLE, ())]
        return Target(
            "".join(ids),
            tuple(sorted(names)),
            tuple(sorted(articles)),
        )

    def _article(self, node: Term) -> str:
        """Return the id of an article."""
        local = self.local(node)
        if kind_of_node(local) != DOCUMENT:
            raise FaultError(f"{local} is no article: the IRIs of articles begin with {DOCUMENT}/")
        return local.removeprefix(f"{DOCUMENT}/")


def check_known(values: Values, known: frozenset[str]) -> None:
    """Raise `FaultError` for a property that nothing is read from."""
    unknown = sorted(values.keys() - known)
    if unknown:
        names = ", ".join(unknown)
        usable = ", ".join(sorted(known))
        raise FaultError(f"nothing is read from {names}: use {usable}")


def texts(values: Values, curie: str) -> list[str]:
    """Return the values of a property that are texts."""
    found = values.get(curie, ())
    return [term.value for term in found if isinstance(term, ox.Literal)]


def curies(values: Values, curie: str) -> list[str]:
    """Return the values of a property that are nodes of the vocabulary, as curies."""
    found = values.get(curie, ())
    return [compact(term.value) for term in found if isinstance(term, ox.NamedNode)]
