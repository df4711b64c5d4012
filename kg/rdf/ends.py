"""A check that both ends of each triple fit the ontology's domain and range of its property.

A store with RDFS rules types the ends of every triple by `rdfs:domain` and `rdfs:range`. If the
graph does not have the same types, such a store answers differently: with a wrong domain, every
event is a statement. A choice of classes (`schema:domainIncludes`) entails nothing, and is left to
the shapes. Source: RDF Schema 1.1, 3.1 and 3.2 (several domains mean all of them); OWL 2, 8.1.2
(`owl:unionOf` means any of its members); XML Schema 1.1, part 2, 3.4 (derived datatypes).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pyoxigraph import Literal, Triple

from kg.rdf.iris import term
from kg.rdf.literals import Term, spelt
from kg.vocabulary import compact

BASE_OF_DATATYPE: Mapping[str, str] = {
    "xsd:integer": "xsd:decimal",
    "xsd:nonNegativeInteger": "xsd:integer",
    "xsd:nonPositiveInteger": "xsd:integer",
    "xsd:positiveInteger": "xsd:nonNegativeInteger",
    "xsd:negativeInteger": "xsd:nonPositiveInteger",
    "xsd:long": "xsd:integer",
    "xsd:int": "xsd:long",
    "xsd:short": "xsd:int",
    "xsd:byte": "xsd:short",
    "xsd:unsignedLong": "xsd:nonNegativeInteger",
    "xsd:unsignedInt": "xsd:unsignedLong",
    "xsd:unsignedShort": "xsd:unsignedInt",
    "xsd:unsignedByte": "xsd:unsignedShort",
    "xsd:normalizedString": "xsd:string",
    "xsd:token": "xsd:normalizedString",
    "xsd:language": "xsd:token",
    "xsd:dayTimeDuration": "xsd:duration",
    "xsd:yearMonthDuration": "xsd:duration",
    "xsd:dateTimeStamp": "xsd:dateTime",
}
ANYTHING, ANY_NODE, ANY_LITERAL = term("rdfs:Resource"), term("owl:Thing"), term("rdfs:Literal")
TYPE = term("rdf:type")
FIRST, REST = term("rdf:first"), term("rdf:rest")
DOMAIN, RANGE = term("rdfs:domain"), term("rdfs:range")
SUBCLASS = term("rdfs:subClassOf")
SUBPROPERTY = term("rdfs:subPropertyOf")
UNION = term("owl:unionOf")
OBJECT_PROPERTY = term("owl:ObjectProperty")
DATATYPE_PROPERTY = term("owl:DatatypeProperty")

Triples = Iterable[Triple]
Values = dict[Term, list[Term]]  # subject → objects
ValuesOf = dict[Term, Values]  # property → subject → objects
TermsOf = dict[Term, set[Term]]


@dataclass(frozen=True, slots=True, order=True)
class BrokenEnd:
    """A triple of which one end does not fit its property.

    `end` is "domain" or "range", `node` the end itself.
    """

    subject: str
    predicate: str
    end: str
    node: str
    wanted: str


def broken_ends(triples: Triples, ontology: Triples) -> Iterator[BrokenEnd]:
    """Yield every end of a triple that breaks a domain or range, or the kind of its property; in
    the order of the triples.

    Things of the ontology itself have the classes that it gives them.
    """
    rules = Rules.of(ontology)
    checked = list(triples)
    for triple in checked:
        if triple.predicate == TYPE:
            rules.types[triple.subject].add(triple.object)
    for triple in checked:
        yield from _broken(triple, rules)


def _broken(triple: Triple, rules: "Rules") -> Iterator[BrokenEnd]:
    """Yield the ends of one triple that do not fit its property."""
    node, property_, value = triple
    subject = compact(spelt(node))
    predicate = compact(property_.value)
    for wanted in rules.wanted(node, rules.domains[property_]):
        yield BrokenEnd(subject, predicate, "domain", subject, wanted)
    for wanted in rules.wanted(value, rules.ranges[property_]):
        end = compact(spelt(value))
        yield BrokenEnd(subject, predicate, "range", end, wanted)


def _terms_of() -> TermsOf:
    return defaultdict(set)


@dataclass(slots=True)
class Rules:
    """The ends that an ontology asks of its properties, and the classes of all nodes known so
    far.
    """

    above: TermsOf = field(default_factory=_terms_of)
    domains: TermsOf = field(default_factory=_terms_of)
    ranges: TermsOf = field(default_factory=_terms_of)
    types: TermsOf = field(default_factory=_terms_of)
    choices: dict[Term, frozenset[Term]] = field(default_factory=dict)

    @classmethod
    def of(cls, ontology: Triples) -> "Rules":
        """Read an ontology; domains and ranges of a property hold for its subproperties, too."""
        values_of: ValuesOf = defaultdict(lambda: defaultdict(list))
        for subject, predicate, value in ontology:
            values_of[predicate][subject].append(value)
        rules = cls()
        _add(rules.types, values_of[TYPE])
        _add(rules.above, values_of[SUBCLASS])
        _read_ends(values_of, DOMAIN, rules.domains)
        _read_ends(values_of, RANGE, rules.ranges)
        rules._read_kinds(values_of[TYPE])
        for node, lists in values_of[UNION].items():
            members = _members(lists[0], values_of)
            rules.choices[node] = frozenset(members)
        return rules

    def _read_kinds(self, classes_of: Values) -> None:
        """Read whether the values of properties are nodes or literals."""
        for node, classes in classes_of.items():
            if OBJECT_PROPERTY in classes:
                self.ranges[node].add(ANY_NODE)
            if DATATYPE_PROPERTY in classes:
                self.ranges[node].add(ANY_LITERAL)

    def wanted(self, node: Term, classes: Iterable[Term]) -> list[str]:
        """Return, in words and sorted, the classes or datatypes that a node does not fall under."""
        missing = [cls for cls in classes if not self._meets(node, cls)]
        return sorted(map(self.named, missing))

    def _meets(self, node: Term, cls: Term) -> bool:
        """Return whether a node falls under a class, or a member of it if it is a union."""
        return any(self._falls_under(node, member) for member in self._members(cls))

    def _members(self, cls: Term) -> Iterable[Term]:
        """Return the members of a union; a class that is none is its only member."""
        return self.choices.get(cls, (cls,))

    def named(self, cls: Term) -> str:
        """Return a class in words: its curie, or those of the members of a union."""
        members = map(spelt, self._members(cls))
        curies = map(compact, members)
        return " or ".join(sorted(curies))

    def _falls_under(self, node: Term, cls: Term) -> bool:
        """Return whether a node or literal belongs to a class or datatype."""
        if cls == ANYTHING:
            return True
        if isinstance(node, Literal):
            datatype = compact(spelt(cls))
            return cls == ANY_LITERAL or datatype in _datatypes(node)
        if cls == ANY_NODE:
            return True
        kinds = self.types.get(node, ())
        return any(cls in closure(kind, self.above) for kind in kinds)


def _add(terms_of: TermsOf, values_of: Values) -> None:
    """Add the values of each node to its terms."""
    for node, values in values_of.items():
        terms_of[node].update(values)


def _read_ends(values_of: ValuesOf, kind: Term, ends: TermsOf) -> None:
    """Read domains or ranges, those of superproperties included."""
    stated = values_of[kind]
    parents = values_of[SUBPROPERTY]
    for node in {*stated, *parents}:
        for above in closure(node, parents):
            ends[node].update(stated.get(above, ()))


def closure(node: Term, above: Mapping[Term, Iterable[Term]]) -> set[Term]:
    """Return a node with all that stand above it."""
    reached = {node}
    ahead = [node]
    while ahead:
        below = ahead.pop()
        new = set(above.get(below, ())) - reached
        reached |= new
        ahead += new
    return reached


def _datatypes(literal: Literal) -> Iterator[str]:
    """Yield the datatype of a literal and those that it is derived from, as curies: those that its
    value belongs to.
    """
    curie = compact(literal.datatype.value)
    if curie == "xsd:integer" and literal.value.isdecimal():
        curie = "xsd:nonNegativeInteger"
    while curie:
        yield curie
        curie = BASE_OF_DATATYPE.get(curie, "")


def _members(head: Term, values_of: ValuesOf) -> Iterator[Term]:
    """Yield the members of an RDF list."""
    first = values_of[FIRST]
    rest = values_of[REST]
    while head in first:
        yield first[head][0]
        head = rest[head][0]
