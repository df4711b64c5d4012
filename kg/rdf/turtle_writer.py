"""Turtle for people: one block per subject, sorted, with short names; the same triples always give
the same bytes.

Oxigraph writes terms as in N-Triples, where they are escaped as in Turtle; this module only
shortens, sorts and lays them out, as texts: that takes a third of the time that terms as objects
took. Every kind of node gets its own prefix (`person:`, `event:`), a passage stands as an IRI
relative to the base (`<document/a1#char=12,40>`).
Source: RDF 1.1 Turtle; RDF 1.2 Turtle for triple terms (`<<( s p o )>>`).
"""

import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import TypeVar

from pyoxigraph import Triple

from kg.rdf.descriptions import PairText, SubjectTriples, TermText, triples_by_subject
from kg.vocabulary import BASE_IRI, PREFIXES, expand


class Section(Enum):
    """A section of a document; the value is what the IRIs of its nodes begin with."""

    ARTICLES = "document"
    ENTITIES = "entity"  # and whatever has no section of its own
    EVENTS = "event"
    QUANTITIES = "quantity"
    QUOTATIONS = "quotation"
    STATEMENTS = "statement"
    REFUSALS = "refusal"
    SOURCES = "source"
    PASSAGES = "document#char"


SECTIONS = list(Section)
SECTION_OF_KIND = {section.value: rank for rank, section in enumerate(Section)}
ENTITIES = SECTIONS.index(Section.ENTITIES)
SOURCES = SECTIONS.index(Section.SOURCES)
PASSAGES = SECTIONS.index(Section.PASSAGES)

# These stand first, in this order; all others follow by name.
FIRST = ("rdf:type", "rdfs:label", "skos:altLabel", "rdf:subject", "rdf:predicate", "rdf:object")
RANK_OF_PREDICATE = {f"<{expand(curie)}>": rank for rank, curie in enumerate(FIRST)}
ENDS = tuple(f"<{expand(curie)}>" for curie in FIRST[3:])

KIND = re.compile(r"[a-z](?:[a-z0-9-]*[a-z0-9])?")
LOCAL = re.compile(
    r"(?:[A-Za-z0-9_]|%[0-9A-F]{2})"
    r"(?:(?:[A-Za-z0-9_.-]|%[0-9A-F]{2})*(?:[A-Za-z0-9_-]|%[0-9A-F]{2}))?"
)
RELATIVE = re.compile(r"[a-z][a-z0-9-]*/(?!\.{1,2}(?:#|$))[A-Za-z0-9_.~%-]+(?:#char=\d+,\d+)?")
FRAGMENT = re.compile(r"#char=(\d{1,9}),(\d{1,9})$")
XSD = PREFIXES["xsd"]
ESCAPE = re.compile(r"\\(?:u([0-9A-F]{4})|U([0-9A-F]{8})|(.))")
SIGN_OF_ESCAPE = dict(zip("tbnrf", "\t\b\n\r\f", strict=True))

# Literals without quotes: only in the spelling that every parser keeps (rdflib reads 007 as 7, and
# 0.0000001 as 1E-7).
BARE = {
    f"<{XSD}integer>": re.compile(r"0|-?[1-9]\d*"),
    f"<{XSD}decimal>": re.compile(r"-?(?:0|[1-9]\d*)\.\d{1,6}"),
    f"<{XSD}boolean>": re.compile("true|false"),
}
WIDTH = 110  # characters; longer lists of values go on a line each
REMEMBERED = 200_000  # terms that are kept in mind from one part to the next

Order = tuple[int, str, int, int]
Properties = dict[TermText, list[TermText]]
Value = TypeVar("Value")


def turtle(
    triples: Iterable[Triple], *, base: str = BASE_IRI, prefixes: Mapping[str, str] | None = None
) -> str:
    """Return the triples as a Turtle document; repeated ones are there once. Time is linear, but
    for sorting.

    `prefixes` are further ones; those of the vocabulary keep their meaning, and only prefixes that
    are used are declared.
    """
    layout = _layout(base, prefixes)
    body = "".join(layout.body([triples_by_subject(triples)]))
    return layout.header() + body


def write_turtle(
    parts: Iterable[SubjectTriples],
    path: Path,
    *,
    base: str = BASE_IRI,
    prefixes: Mapping[str, str] | None = None,
) -> None:
    """Write the document that `turtle` would return for all the triples, with one part of them in
    memory at a time.

    All triples of a subject must be in one part, and the parts in the order in which the document
    has their subjects. Raises `OSError` if the file, or one beside it that is removed again, cannot
    be written.
    """
    layout, unfinished = _layout(base, prefixes), path.with_name(f"{path.name}.body")
    with unfinished.open("w", encoding="utf-8", newline="") as file:
        file.writelines(layout.body(parts))
    with path.open("wb") as whole, unfinished.open("rb") as body:
        whole.write(layout.header().encode())  # which prefixes are used is known at the end only
        shutil.copyfileobj(body, whole)
    unfinished.unlink()


def _layout(base: str, prefixes: Mapping[str, str] | None) -> "_Layout":
    given = (prefixes or {}).items()
    further = {prefix: namespace for prefix, namespace in given if prefix not in PREFIXES}
    return _Layout(base, {**further, **PREFIXES})


class _Remembered(dict[TermText, Value]):
    """The result of a function for each term, worked out once."""

    def __init__(self, give: Callable[[TermText], Value]):
        super().__init__()
        self._give = give

    def __missing__(self, term: TermText) -> Value:
        self[term] = value = self._give(term)
        return value


class _Layout:
    """The short names and the order of the terms of one document; remembers its results."""

    def __init__(self, base: str, prefixes: Mapping[str, str]):
        self._base = base
        self._prefix_of = {namespace: prefix for prefix, namespace in prefixes.items()}
        self._known = prefixes
        self._texts = _Remembered(self._written)
        self._place_of_predicate = _Remembered(self._order_of_predicate)
        self._place_of_term = _Remembered(self._order_of_term)
        self._name_of_predicate = _Remembered(self._predicate)
        self._used: dict[str, str] = {}
        self._is_relative = False

    def body(self, parts: Iterable[SubjectTriples]) -> Iterator[str]:
        """Yield the blocks of each section under its name."""
        last = -1
        for part in parts:
            blocks = [self._block(subject, pairs) for subject, pairs in part.items()]
            for (section, *_), _, text in sorted(blocks):
                if section != last:
                    last = section
                    yield f"\n# {SECTIONS[last].name.capitalize()}\n"
                yield text
            self._forget()

    def header(self) -> str:
        """Return the head of the document: the base and the prefixes that the body uses."""
        lines = [f"@base <{self._base}> .\n"] if self._is_relative else []
        used = self._used
        of_vocabulary = [prefix for prefix in PREFIXES if prefix in used]
        further = sorted(used.keys() - PREFIXES.keys())
        names = (*of_vocabulary, *further)
        lines += [f"@prefix {name}: <{used[name]}> .\n" for name in names]
        return "".join(lines)

    def _forget(self) -> None:
        """Drop terms of which the next parts will need few again."""
        for remembered in (self._texts, self._place_of_term):
            if len(remembered) > REMEMBERED:
                remembered.clear()

    def _block(self, subject: TermText, pairs: Iterable[PairText]) -> tuple[Order, str, str]:
        """Return the order of a subject, its IRI, and its block."""
        values_of: Properties = {}
        for predicate, value in pairs:
            if predicate in values_of:
                values_of[predicate].append(value)
            else:
                values_of[predicate] = [value]
        order = self._order_of_block(subject, values_of)
        body = " ;\n    ".join(self._pairs(values_of))
        return order, _iri(subject), f"\n{self._texts[subject]} {body} .\n"

    def _pairs(self, values_of: Properties) -> Iterator[str]:
        for predicate in sorted(values_of, key=self._place_of_predicate.__getitem__):
            values = values_of[predicate]
            objects = self._term(values[0]) if len(values) == 1 else self._list(values)
            yield f"{self._name_of_predicate[predicate]} {objects}"

    def _predicate(self, node: TermText) -> str:
        return "a" if RANK_OF_PREDICATE.get(node) == 0 else self._texts[node]

    def _list(self, values: Iterable[TermText]) -> str:
        ordered = sorted(set(values), key=self._place_of_term.__getitem__)
        terms = [self._term(value) for value in ordered]
        is_short = sum(map(len, terms)) < WIDTH
        return (", " if is_short else ",\n        ").join(terms)

    def _term(self, value: TermText) -> str:
        """Return a term in Turtle; texts stay as they are, and are not worth remembering."""
        return value if value[-1] == '"' else self._texts[value]

    def _written(self, value: TermText) -> str:
        if value[0] == '"':
            return self._literal(value) if value[-1] == ">" else value
        if value.startswith("<<"):
            ends = value[4:-4].split(" ", 2)
            return f"<<( {' '.join(map(self._term, ends))} )>>"
        return self._shortened(value[1:-1]) if value[0] == "<" else value

    def _literal(self, literal: TermText) -> str:
        """Return a literal with a datatype."""
        quoted, _, datatype = literal.rpartition("^^")
        if datatype in BARE and BARE[datatype].fullmatch(quoted, 1, len(quoted) - 1):
            return quoted[1:-1]
        return f"{quoted}^^{self._texts[datatype]}"

    def _shortened(self, iri: str) -> str:
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        namespace = iri[:cut]
        prefix = self._prefix(namespace)
        if prefix and LOCAL.fullmatch(iri, cut):
            self._used[prefix] = namespace
            return f"{prefix}:{iri[cut:]}"
        base = self._base
        is_below = base.endswith("/") and iri.startswith(base)
        if is_below and RELATIVE.fullmatch(iri, len(base)):
            self._is_relative = True
            iri = iri.removeprefix(base)
        return f"<{iri}>"

    def _prefix(self, namespace: str) -> str:
        """Return the prefix of a namespace; that of a kind of node (`base` + `person/`) is the
        kind.
        """
        if namespace in self._prefix_of:
            return self._prefix_of[namespace]
        if not namespace.startswith(self._base):
            return ""
        kind = namespace[len(self._base) : -1]
        return kind if KIND.fullmatch(kind) and kind not in self._known else ""

    def _order_of_block(self, node: TermText, values_of: Properties) -> Order:
        """Return the order of a block as `_order` does, but of statements by content, so that those
        about one entity are together.
        """
        section, name, begin, end = self._order(_iri(node))
        said: list[str] = []
        for part in ENDS:
            values = values_of.get(part, ())
            said += map(_spelt, sorted(set(values)))
        return section, " ".join(said) or name, begin, end

    def _order(self, iri: str) -> Order:
        """Return the section, then the IRI; passages by their document, in text order."""
        if not iri.startswith(self._base):
            return SOURCES, iri, 0, 0
        kind = iri[len(self._base) :].partition("/")[0]
        offsets = FRAGMENT.search(iri) if kind == "document" else None
        if offsets:
            begin, end = map(int, offsets.groups())
            return PASSAGES, iri[: offsets.start()], begin, end
        return SECTION_OF_KIND.get(kind, ENTITIES), iri, 0, 0

    def _order_of_predicate(self, node: TermText) -> tuple[int, str]:
        return RANK_OF_PREDICATE.get(node, len(FIRST)), self._texts[node]

    def _order_of_term(self, value: TermText) -> tuple[Order, str]:
        if value[0] == "<" and value[1] != "<":
            return self._order(value[1:-1]), value[1:-1]
        return (len(SECTIONS), "", 0, 0), value


def _iri(node: TermText) -> str:
    """Return the IRI of a node; a blank node as it is."""
    return node[1:-1] if node[0] == "<" else node


def _spelt(value: TermText) -> str:
    """Return a term as plain text: the lexical form of a literal, the IRI of a node."""
    if value[0] != '"':
        return value[4:-4] if value.startswith("<<") else _iri(value)
    return ESCAPE.sub(_unescaped, value[1 : value.rindex('"')])


def _unescaped(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else SIGN_OF_ESCAPE.get(found[3], found[3])
