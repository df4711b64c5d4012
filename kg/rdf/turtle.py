"""Turtle for people: one block per subject, sorted, with short names; the same triples always give the same bytes.

Terms are escaped by Oxigraph; this module only shortens, sorts and lays them out. Every kind of node gets its own prefix
(`person:`, `event:`), a passage stands as an IRI relative to the base (`<document/a1#char=12,40>`).
Source: RDF 1.1 Turtle; RDF 1.2 Turtle for triple terms (`<<( s p o )>>`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Triple

from kg.rdf.literals import Term, spelt
from kg.terms import BASE_IRI, PREFIXES, expand

SECTIONS = ("Articles", "Entities", "Events", "Quantities", "Quotations", "Statements", "Refusals", "Sources", "Passages")
ENTITIES, SOURCES, PASSAGES = (SECTIONS.index(name) for name in ("Entities", "Sources", "Passages"))
SECTION_OF_KIND = {"document": 0, "event": 2, "quantity": 3, "quotation": 4, "statement": 5, "refusal": 6, "source": SOURCES}

# These stand first, in this order; all others follow by name.
FIRST = ("rdf:type", "rdfs:label", "skos:altLabel", "rdf:subject", "rdf:predicate", "rdf:object")
RANK_OF_PREDICATE = {expand(curie): rank for rank, curie in enumerate(FIRST)}
ENDS = tuple(map(expand, FIRST[3:]))

KIND = re.compile(r"[a-z](?:[a-z0-9-]*[a-z0-9])?")
LOCAL = re.compile(r"(?:[A-Za-z0-9_]|%[0-9A-F]{2})(?:(?:[A-Za-z0-9_.-]|%[0-9A-F]{2})*(?:[A-Za-z0-9_-]|%[0-9A-F]{2}))?")
RELATIVE = re.compile(r"[a-z][a-z0-9-]*/(?!\.{1,2}(?:#|$))[A-Za-z0-9_.~%-]+(?:#char=\d+,\d+)?")
FRAGMENT = re.compile(r"#char=(\d+),(\d+)$")
XSD = PREFIXES["xsd"]

# Literals that stand without quotes: only in the spelling that every parser keeps (rdflib reads 007 as 7, 0.0000001 as 1E-7).
BARE = {
    f"{XSD}integer": re.compile(r"0|-?[1-9]\d*"),
    f"{XSD}decimal": re.compile(r"-?(?:0|[1-9]\d*)\.\d{1,6}"),
    f"{XSD}boolean": re.compile("true|false"),
}
WIDTH = 110  # characters; longer lists of values go on a line each

Order = tuple[int, str, int, int]


def turtle(triples: Iterable[Triple], *, base: str = BASE_IRI, prefixes: Mapping[str, str] | None = None) -> str:
    """The triples as a Turtle document; repeated ones stand once. Time is linear, but for sorting.

    `prefixes` are further ones; those of the vocabulary keep their meaning, and only prefixes that are used are declared.
    """
    further = {prefix: namespace for prefix, namespace in (prefixes or {}).items() if prefix not in PREFIXES}
    return _Layout(base, {**further, **PREFIXES}).document(triples)


class _Layout:
    """How the terms of one document are shortened and ordered; remembers what it has worked out."""

    def __init__(self, base: str, prefixes: Mapping[str, str]):
        self._base = base
        self._prefix_of = {namespace: prefix for prefix, namespace in prefixes.items()}
        self._known = prefixes
        self._names: dict[str, str] = {}
        self._used: dict[str, str] = {}
        self._place_of: dict[str, int] = {}
        self._is_relative = False

    def document(self, triples: Iterable[Triple]) -> str:
        """Header, then the blocks of each section under its name."""
        properties: dict[str, dict[str, list[Term]]] = {}
        for subject, predicate, value in set(triples):
            properties.setdefault(spelt(subject), {}).setdefault(predicate.value, []).append(value)
        predicates = {predicate for values_of in properties.values() for predicate in values_of}
        self._place_of = {predicate: place for place, predicate in enumerate(sorted(predicates, key=self._order_of_predicate))}
        blocks = list(self._blocks(properties))
        return "".join((*self._header(), *blocks))

    def _blocks(self, properties: Mapping[str, Mapping[str, list[Term]]]) -> Iterator[str]:
        last = -1
        for order, subject in sorted((self._order_of_block(iri, properties[iri]), iri) for iri in properties):
            if order[0] != last:
                last = order[0]
                yield f"\n# {SECTIONS[last]}\n"
            yield f"\n{self._name(subject)} " + " ;\n    ".join(self._pairs(properties[subject])) + " .\n"

    def _pairs(self, values_of: Mapping[str, list[Term]]) -> Iterator[str]:
        for predicate in sorted(values_of, key=self._place_of.__getitem__):
            name = "a" if RANK_OF_PREDICATE.get(predicate) == 0 else self._name(predicate)
            yield f"{name} {self._list(values_of[predicate])}"

    def _list(self, values: list[Term]) -> str:
        if len(values) == 1:
            return self._term(values[0])
        terms = [self._term(value) for value in sorted(values, key=self._order_of_term)]
        return (", " if sum(map(len, terms)) < WIDTH else ",\n        ").join(terms)

    def _term(self, value: Term) -> str:
        if isinstance(value, NamedNode):
            return self._name(value.value)
        if isinstance(value, Triple):
            return f"<<( {self._term(value.subject)} {self._term(value.predicate)} {self._term(value.object)} )>>"
        return self._literal(value) if isinstance(value, Literal) else str(value)

    def _literal(self, literal: Literal) -> str:
        datatype = literal.datatype.value
        if datatype in BARE and BARE[datatype].fullmatch(literal.value):
            return literal.value
        quoted, suffix = str(literal), f"^^<{datatype}>"
        return f"{quoted.removesuffix(suffix)}^^{self._name(datatype)}" if quoted.endswith(suffix) else quoted

    def _name(self, iri: str) -> str:
        if iri not in self._names:
            self._names[iri] = self._shortened(iri)
        return self._names[iri]

    def _shortened(self, iri: str) -> str:
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self._prefix(iri[:cut])
        if prefix and LOCAL.fullmatch(iri, cut):
            self._used[prefix] = iri[:cut]
            return f"{prefix}:{iri[cut:]}"
        if iri.startswith(self._base) and self._base.endswith("/") and RELATIVE.fullmatch(iri, len(self._base)):
            self._is_relative = True
            return f"<{iri[len(self._base) :]}>"
        return f"<{iri}>" if not iri.startswith("_:") else iri

    def _prefix(self, namespace: str) -> str:
        """The prefix of a namespace; that of a kind of node (`base` + `person/`) is the kind."""
        if namespace in self._prefix_of:
            return self._prefix_of[namespace]
        kind = namespace[len(self._base) : -1] if namespace.startswith(self._base) else ""
        return kind if KIND.fullmatch(kind) and kind not in self._known else ""

    def _order_of_block(self, iri: str, values_of: Mapping[str, list[Term]]) -> Order:
        """As `_order`, but statements by what they say: those about one thing stand together."""
        section, name, begin, end = self._order(iri)
        said = " ".join(spelt(value) for part in ENDS for value in values_of.get(part, ()))
        return section, said or name, begin, end

    def _order(self, iri: str) -> Order:
        """Section, then the IRI; passages by their document, in text order."""
        if not iri.startswith(self._base):
            return SOURCES, iri, 0, 0
        kind = iri[len(self._base) :].partition("/")[0]
        found = FRAGMENT.search(iri) if kind == "document" else None
        if found:
            return PASSAGES, iri[: found.start()], int(found[1]), int(found[2])
        return SECTION_OF_KIND.get(kind, ENTITIES), iri, 0, 0

    def _order_of_predicate(self, iri: str) -> tuple[int, str]:
        return RANK_OF_PREDICATE.get(iri, len(FIRST)), self._name(iri)

    def _order_of_term(self, value: Term) -> tuple[Order, str]:
        if isinstance(value, NamedNode):
            return self._order(value.value), value.value
        return (len(SECTIONS), "", 0, 0), str(value)

    def _header(self) -> Iterator[str]:
        if self._is_relative:
            yield f"@base <{self._base}> .\n"
        of_vocabulary = [prefix for prefix in PREFIXES if prefix in self._used]
        for prefix in (*of_vocabulary, *sorted(self._used.keys() - PREFIXES.keys())):
            yield f"@prefix {prefix}: <{self._used[prefix]}> .\n"
