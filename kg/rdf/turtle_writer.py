"""Turtle for people: one block per subject, sorted, with short names; the same triples always give
the same bytes.

Terms come in N-Triples syntax, where they are escaped as in Turtle; this module only shortens,
sorts and lays them out. Every kind of node gets its own prefix (`person:`, `event:`), a passage
stands as an IRI relative to the base (`<document/a1#char=12,40>`), or whole if that is a URN.
Source: RDF 1.1 Turtle; RDF 1.2 Turtle for triple terms (`<<( s p o )>>`).
"""

import re
import shutil
from collections import defaultdict
from collections.abc import (
    Callable,
    Iterable,
    Iterator,
    Mapping,
)
from functools import partial
from pathlib import Path
from typing import TypeVar

from pyoxigraph import Triple

from kg.rdf.ntriples import (
    PairText,
    SubjectTriples,
    TermText,
    iri_of,
    triples_by_subject,
)
from kg.rdf.order import (
    Place,
    Section,
    order_of_term,
    place_of_block,
)
from kg.vocabulary import (
    BASE_IRI,
    PREFIXES,
    expand,
)

# These stand first, in this order; all others follow by name.
FIRST = ("rdf:type", "rdfs:label", "skos:altLabel", "rdf:subject", "rdf:predicate", "rdf:object")
RANK_OF_PREDICATE = {f"<{expand(curie)}>": rank for rank, curie in enumerate(FIRST)}
TYPE = f"<{expand('rdf:type')}>"

KIND = re.compile(r"[a-z](?:[a-z0-9-]*[a-z0-9])?")
LOCAL = re.compile(
    r"(?:[A-Za-z0-9_]|%[0-9A-F]{2})"
    r"(?:(?:[A-Za-z0-9_.-]|%[0-9A-F]{2})*(?:[A-Za-z0-9_-]|%[0-9A-F]{2}))?"
)
RELATIVE = re.compile(r"[a-z][a-z0-9-]*/(?!\.{1,2}(?:#|$))[A-Za-z0-9_.~%-]+(?:#char=\d+,\d+)?")
XSD = PREFIXES["xsd"]

# Literals without quotes: only in the spelling that every parser keeps (rdflib reads 007 as 7, and
# 0.0000001 as 1E-7).
BARE = {
    f"<{XSD}integer>": re.compile(r"0|-?[1-9]\d*"),
    f"<{XSD}decimal>": re.compile(r"-?(?:0|[1-9]\d*)\.\d{1,6}"),
    f"<{XSD}boolean>": re.compile("true|false"),
}
WIDTH = 110  # characters; longer lists of values go on a line each
REMEMBERED = 200_000  # terms that are kept in mind from one part to the next

Prefixes = Mapping[str, str]
Block = tuple[Place, str, str]  # where it stands, the IRI of its subject, its text
Properties = dict[TermText, list[TermText]]
Value = TypeVar("Value")


def turtle(
    triples: Iterable[Triple], *, base: str = BASE_IRI, prefixes: Prefixes | None = None
) -> str:
    """Return the triples as a Turtle document; repeated ones are there once. Time is linear, but
    for sorting.

    `prefixes` are further ones; those of the vocabulary keep their meaning, and only prefixes that
    are used are declared.
    """
    layout = _Layout(base, prefixes)
    part = triples_by_subject(triples)
    body = "".join(layout.body([part]))
    return layout.header() + body


def write_turtle(
    parts: Iterable[SubjectTriples],
    path: Path,
    *,
    base: str = BASE_IRI,
    prefixes: Prefixes | None = None,
) -> None:
    """Write the document that `turtle` would return for all the triples, with one part of them in
    memory at a time.

    All triples of a subject must be in one part, and the parts in the order in which the document
    has their subjects. Raises `OSError` if the file, or one beside it that is removed again, cannot
    be written.
    """
    layout = _Layout(base, prefixes)
    unfinished = path.with_name(f"{path.name}.body")
    with unfinished.open("w", encoding="utf-8", newline="") as file:
        file.writelines(layout.body(parts))
    header = layout.header()  # which prefixes are used is known at the end only
    with path.open("wb") as whole, unfinished.open("rb") as body:
        whole.write(header.encode())
        shutil.copyfileobj(body, whole)
    unfinished.unlink()


class _Remembered(dict[TermText, Value]):
    """The result of a function for each term, worked out once."""

    def __init__(self, give: Callable[[TermText], Value]):
        super().__init__()
        self._give = give

    def __missing__(self, term: TermText) -> Value:
        value = self._give(term)
        self[term] = value
        return value


class _Names:
    """The short names of the IRIs of one document, and the prefixes that they need."""

    def __init__(self, base: str, further: Prefixes):
        self._base = base
        self._namespaces = _with_vocabulary(further)
        self._prefix_of = {space: prefix for prefix, space in self._namespaces.items()}
        self._used: dict[str, str] = {}
        self._has_passages = False

    def declarations(self) -> Iterator[str]:
        """Yield the lines that declare the base and the prefixes."""
        if self._has_passages:
            yield f"@base <{self._base}> .\n"
        used = self._used
        of_vocabulary = [prefix for prefix in PREFIXES if prefix in used]
        further = sorted(used.keys() - PREFIXES.keys())
        for prefix in (*of_vocabulary, *further):
            yield f"@prefix {prefix}: <{used[prefix]}> .\n"

    def short(self, iri: str) -> str:
        """Return an IRI with a prefix or relative to the base, if it can be written so."""
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        namespace = iri[:cut]
        prefix = self._prefix(namespace)
        if prefix and LOCAL.fullmatch(iri, cut):
            self._used[prefix] = namespace
            return f"{prefix}:{iri[cut:]}"
        base = self._base
        is_below = base.endswith("/") and iri.startswith(base)
        if is_below and RELATIVE.fullmatch(iri, len(base)):
            self._has_passages = True
            if "://" in base:  # rdflib resolves nothing against a URN
                iri = iri.removeprefix(base)
        return f"<{iri}>"

    def _prefix(self, namespace: str) -> str:
        """Return the prefix of a namespace; that of a kind of node (`base` + `person/`) is the
        kind.
        """
        base = self._base
        if namespace in self._prefix_of:
            return self._prefix_of[namespace]
        if not namespace.startswith(base):
            return ""
        kind = namespace[len(base) : -1]
        is_free = kind not in self._namespaces
        return kind if is_free and KIND.fullmatch(kind) else ""


class _Layout:
    """The order and the text of the blocks of one document; remembers its results."""

    def __init__(self, base: str, further: Prefixes | None):
        self._base = base
        self._names = _Names(base, further or {})
        self._texts = _Remembered(self._written)
        self._order_of_predicate = _Remembered(self._rank_and_text)
        self._order_of_term = _Remembered(partial(order_of_term, base=base))

    def body(self, parts: Iterable[SubjectTriples]) -> Iterator[str]:
        """Yield the blocks of each section under its name."""
        last = None
        for part in parts:
            for place, _, text in self._blocks(part):
                section = place[0]
                if section != last:
                    last = section
                    name = Section(section).name.capitalize()
                    yield f"\n# {name}\n"
                yield text
            self._forget()

    def header(self) -> str:
        """Return the head of the document: the base and the prefixes that the body uses."""
        return "".join(self._names.declarations())

    def _forget(self) -> None:
        """Drop terms of which the next parts will need few again."""
        for remembered in (self._texts, self._order_of_term):
            if len(remembered) > REMEMBERED:
                remembered.clear()

    def _blocks(self, part: SubjectTriples) -> list[Block]:
        """Return the blocks of a part in their order."""
        blocks = []
        for subject, pairs in part.items():
            block = self._block(subject, pairs)
            blocks.append(block)
        blocks.sort()
        return blocks

    def _block(self, subject: TermText, pairs: Iterable[PairText]) -> Block:
        """Return the block of a subject."""
        values_of: Properties = defaultdict(list)
        for predicate, value in pairs:
            values_of[predicate].append(value)
        place = place_of_block(subject, values_of, self._base)
        name = self._texts[subject]
        lines = " ;\n    ".join(self._lines(values_of))
        return place, iri_of(subject), f"\n{name} {lines} .\n"

    def _lines(self, values_of: Properties) -> Iterator[str]:
        """Yield a line for each property with its values."""
        order = self._order_of_predicate.__getitem__
        for predicate in sorted(values_of, key=order):
            name = "a" if predicate == TYPE else self._texts[predicate]
            values = values_of[predicate]
            objects = self._term(values[0]) if len(values) == 1 else self._list(values)
            yield f"{name} {objects}"

    def _list(self, values: list[TermText]) -> str:
        """Return several values in their order, on a line each if they are long."""
        order = self._order_of_term.__getitem__
        ordered = sorted(set(values), key=order)
        terms = [self._term(value) for value in ordered]
        width = sum(map(len, terms))
        separator = ", " if width < WIDTH else ",\n        "
        return separator.join(terms)

    def _term(self, value: TermText) -> str:
        """Return a term in Turtle; texts stay as they are, and are not worth remembering."""
        return value if value[-1] == '"' else self._texts[value]

    def _written(self, value: TermText) -> str:
        """Return a term as this document has it."""
        if value.startswith("<<"):
            ends = value[4:-4].split(" ", 2)
            terms = " ".join(map(self._term, ends))
            return f"<<( {terms} )>>"
        if value[0] == "<":
            iri = value[1:-1]
            return self._names.short(iri)
        if value[0] == '"' and value[-1] == ">":
            return self._literal(value)
        return value

    def _literal(self, literal: TermText) -> str:
        """Return a literal with a datatype."""
        quoted, _, datatype = literal.rpartition("^^")
        form = BARE.get(datatype)
        value = quoted[1:-1]
        if form and form.fullmatch(value):
            return value
        return f"{quoted}^^{self._texts[datatype]}"

    def _rank_and_text(self, predicate: TermText) -> tuple[int, str]:
        """Return the sorting key of a property."""
        last = len(FIRST)
        rank = RANK_OF_PREDICATE.get(predicate, last)
        return rank, self._texts[predicate]


def _with_vocabulary(further: Prefixes) -> Prefixes:
    """Return further prefixes with those of the vocabulary, which come last and keep their
    meaning.
    """
    others = {prefix: space for prefix, space in further.items() if prefix not in PREFIXES}
    return {**others, **PREFIXES}
