"""The graph as JSON-LD 1.1 with a context: short names of properties and nodes, plain values.

The context is made of what the graph has: a property whose values are all nodes, or all of one
datatype, says so once, there. One line of the document is one node.
Source: JSON-LD 1.1 (W3C Recommendation, 2020), type coercion and compact IRIs.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    Triple,
)

from kg.errors import GraphError
from kg.exports.values import TRUE
from kg.rdf import Term, term
from kg.vocabulary import PREFIXES

ID = "id"
TYPE = "type"
AS_IRI = "@id"
AS_TYPE = "@type"
VALUE = "@value"
RDF_TYPE = term("rdf:type")
STRING = term("xsd:string")
INTEGER = term("xsd:integer")
BOOLEAN = term("xsd:boolean")
UNTYPED = ""
# JSON has values of the first three.
NEVER_COERCED = {
    STRING.value,
    INTEGER.value,
    BOOLEAN.value,
    UNTYPED,
}
LONGEST_NUMBER = 15  # figures that every JSON reader keeps

Json = object
Document = dict[str, Json]
TermsOf = dict[NamedNode, list[Term]]  # by property
NameOf = Mapping[NamedNode, str]


@dataclass(frozen=True, slots=True)
class Names:
    """The short names of a context: prefixes, and those of properties with their coercions."""

    prefixes: Mapping[str, str]
    key_of: NameOf
    coercion_of: NameOf
    _short_of: dict[str, str] = field(default_factory=dict)

    def short(self, iri: str) -> str:
        """Return an IRI by its longest prefix, or whole."""
        if iri not in self._short_of:
            self._short_of[iri] = self._shortened(iri)
        return self._short_of[iri]

    def _shortened(self, iri: str) -> str:
        best = longest = ""
        for prefix, namespace in self.prefixes.items():
            if iri.startswith(namespace) and len(namespace) > len(longest):
                best, longest = prefix, namespace
        rest = iri.removeprefix(longest)
        if not best or rest.startswith("//"):
            return iri
        return f"{best}:{rest}"

    def context(self) -> Document:
        """Return the context itself."""
        context: Document = {
            **self.prefixes,
            ID: AS_IRI,
            TYPE: AS_TYPE,
        }
        for node, key in self.key_of.items():
            coercion = self.coercion_of.get(node)
            iri = self.short(node.value)
            if coercion:
                context[key] = {
                    AS_IRI: iri,
                    AS_TYPE: coercion,
                }
            elif key != iri:
                context[key] = iri
        return context


def json_ld(triples: Sequence[Triple], prefixes: Mapping[str, str] = PREFIXES) -> str:
    """Return triples as a JSON-LD document, in their order.

    Raises `GraphError` for an RDF 1.2 triple term, which JSON-LD cannot hold.
    """
    nodes: dict[Term, TermsOf] = {}
    for subject, predicate, value in triples:
        terms_of = nodes.setdefault(subject, {})
        terms = terms_of.setdefault(predicate, [])
        terms.append(value)
    usable = _usable(triples, prefixes)
    names = _names(nodes.values(), usable)
    lines = []
    for node, terms_of in nodes.items():
        document = _node(node, terms_of, names)
        lines.append(_line(document))
    graph = ",\n".join(lines)
    context = _line(names.context())
    return f'{{"@context": {context},\n"@graph": [\n{graph}\n]}}\n'


def _line(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)


def _usable(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> dict[str, str]:
    """Return the prefixes that are used, without those that an IRI has as its scheme."""
    iris = set(_iris(triples))
    schemes = set()
    for iri in iris:
        scheme, _, _ = iri.partition(":")
        schemes.add(scheme)
    usable: dict[str, str] = {}
    for prefix, namespace in prefixes.items():
        is_used = any(iri.startswith(namespace) for iri in iris)
        if is_used and prefix not in schemes:
            usable[prefix] = namespace
    return usable


def _iris(triples: Iterable[Triple]) -> Iterable[str]:
    """Yield all IRIs in some triples, those of datatypes included."""
    for triple in triples:
        for part in triple:
            if isinstance(part, NamedNode):
                yield part.value
            elif isinstance(part, Literal):
                yield part.datatype.value


def _names(nodes: Iterable[TermsOf], prefixes: Mapping[str, str]) -> Names:
    """Return the short names for some nodes with their values."""
    kinds_of: dict[NamedNode, set[str]] = {}
    for terms_of in nodes:
        for predicate, terms in terms_of.items():
            kinds = kinds_of.setdefault(predicate, set())
            kinds.update(map(_kind, terms))
    known = Names(prefixes, {}, {})
    properties = sorted(kinds_of, key=_iri)
    coercion_of: dict[NamedNode, str] = {}
    for node in properties:
        [kind, *others] = sorted(kinds_of[node])
        if not others and kind not in NEVER_COERCED:
            coercion_of[node] = known.short(kind)
    key_of = _keys(properties, known)
    return Names(prefixes, key_of, coercion_of)


def _iri(node: NamedNode) -> str:
    return node.value


def _keys(properties: Iterable[NamedNode], names: Names) -> NameOf:
    """Return a name for each property: the end of its curie if nothing else is called so."""
    nodes_of: dict[str, list[NamedNode]] = {}
    for node in properties:
        _, _, end = names.short(node.value).rpartition(":")
        nodes = nodes_of.setdefault(end, [])
        nodes.append(node)
    taken = {
        *names.prefixes,
        ID,
        TYPE,
    }
    keys: dict[NamedNode, str] = {}
    for end, nodes in nodes_of.items():
        is_free = end.isidentifier() and end not in taken
        is_own = is_free and len(nodes) == 1
        for node in nodes:
            curie = names.short(node.value)
            is_short = curie != node.value
            keys[node] = end if is_own and is_short else curie
    return keys


def _kind(value: Term) -> str:
    """Return the type that a value would be coerced to; empty if none fits."""
    if not isinstance(value, Literal):
        return AS_IRI
    return UNTYPED if value.language else value.datatype.value


def _node(node: Term, terms_of: TermsOf, names: Names) -> Document:
    """Return a node with its values, under their short names."""
    document: Document = {ID: _reference(node, names)}
    for predicate, terms in terms_of.items():
        kinds = set(map(_kind, terms))
        if predicate == RDF_TYPE and kinds == {AS_IRI}:
            key = TYPE
            values = [_reference(value, names) for value in terms]
        else:
            key = names.key_of[predicate]
            coercion = names.coercion_of.get(predicate, UNTYPED)
            values = [_value(value, coercion, names) for value in terms]
        document[key] = values[0] if len(values) == 1 else values
    return document


def _reference(node: Term, names: Names) -> Json:
    """Return the name of a node."""
    if isinstance(node, NamedNode):
        return names.short(node.value)
    if isinstance(node, BlankNode):
        return str(node)
    raise GraphError("JSON-LD cannot hold RDF 1.2 triple terms: export it as rdf12")


def _value(value: Term, coercion: str, names: Names) -> Json:
    """Return a value of a property that has a coercion, or none."""
    if not isinstance(value, Literal):
        name = _reference(value, names)
        return name if coercion == AS_IRI else {ID: name}
    if value.language:
        return _in_language(value)
    datatype = names.short(value.datatype.value)
    if coercion == datatype:
        return value.value
    native = None if coercion else _native(value)
    if native is not None:
        return native
    whole: Document = {VALUE: value.value}
    if value.datatype != STRING:
        whole[AS_TYPE] = datatype
    return whole


def _native(value: Literal) -> Json:
    """Return a literal as JSON has it; None if JSON would spell it otherwise."""
    text = value.value
    if value.datatype == STRING:
        return text
    if value.datatype == BOOLEAN:
        native: Json = text == TRUE
    elif value.datatype == INTEGER and len(text) <= LONGEST_NUMBER:
        native = _integer(text)
    else:
        return None
    return native if json.dumps(native) == text else None


def _integer(text: str) -> int | None:
    """Return a whole number; None if a text is none."""
    try:
        return int(text)
    except ValueError:
        return None


def _in_language(value: Literal) -> Document:
    """Return a literal with its language, and its direction if it has one."""
    document: Document = {
        VALUE: value.value,
        "@language": value.language,
    }
    if value.direction:
        document["@direction"] = str(value.direction)
    return document
