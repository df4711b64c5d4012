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

ValuesOf = dict[Term, dict[Term, list[Term]]]  # property → subject → objects
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


def broken_ends(triples: Iterable[Triple], ontology: Iterable[Triple]) -> Iterator[BrokenEnd]:
    """Yield every end of a triple that breaks a domain or range, or the kind of its property; in
    the order of the triples.

    Things of the ontology itself have the classes that it gives them.
    """
    rules = Rules.of(ontology)
    checked = list(triples)
    for node, property_, value in checked:
        if property_ == TYPE:
            rules.types[node].add(value)
    for node, property_, value in checked:
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
    def of(cls, ontology: Iterable[Triple]) -> "Rules":
        """Read an ontology; domains and ranges of a property hold for its subproperties, too."""
        values_of: ValuesOf = defaultdict(lambda: defaultdict(list))
        for triple in ontology:
            values_of[triple.predicate][triple.subject].append(triple.object)
        rules = cls()
        for node, values in values_of[TYPE].items():
            rules.types[node].update(values)
        for node, values in values_of[term("rdfs:subClassOf")].items():
            rules.above[node].update(values)
        for node, values in values_of[term("owl:unionOf")].items():
            rules.choices[node] = frozenset(_members(values[0], values_of))
        rules._read_ends(values_of)
        return rules

    def _read_ends(self, values_of: ValuesOf) -> None:
        """Read domains and ranges, those of superproperties included."""
        parents = values_of[term("rdfs:subPropertyOf")]
        read_into = {"rdfs:domain": self.domains, "rdfs:range": self.ranges}
        for curie, ends in read_into.items():
            stated = values_of[term(curie)]
            for node in {*stated, *parents}:
                for above in closure(node, parents):
                    ends[node].update(stated.get(above, ()))
        for node, classes in values_of[TYPE].items():
            if term("owl:ObjectProperty") in classes:
                self.ranges[node].add(ANY_NODE)
            if term("owl:DatatypeProperty") in classes:
                self.ranges[node].add(ANY_LITERAL)

    def wanted(self, node: Term, classes: Iterable[Term]) -> list[str]:
        """Return, in words and sorted, the classes or datatypes that a node does not fall under."""
        return sorted(self.named(cls) for cls in classes if not self._meets(node, cls))

    def _meets(self, node: Term, cls: Term) -> bool:
        choice = self.choices.get(cls, (cls,))
        return any(self._falls_under(node, member) for member in choice)

    def named(self, cls: Term) -> str:
        """Return a class in words: its curie, or those of the members of a union."""
        members = self.choices.get(cls, (cls,))
        return " or ".join(sorted(compact(spelt(member)) for member in members))

    def _falls_under(self, node: Term, cls: Term) -> bool:
        if cls == ANYTHING:
            return True
        if isinstance(node, Literal):
            return cls == ANY_LITERAL or compact(spelt(cls)) in _datatypes(node)
        if cls == ANY_NODE:
            return True
        kinds = self.types.get(node, ())
        return any(cls in closure(kind, self.above) for kind in kinds)


def closure(node: Term, above: Mapping[Term, Iterable[Term]]) -> set[Term]:
    """Return a node with all that stand above it."""
    reached, ahead = {node}, [node]
    while ahead:
        new = set(above.get(ahead.pop(), ())) - reached
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
    first, rest = values_of[term("rdf:first")], values_of[term("rdf:rest")]
    while head in first:
        yield first[head][0]
        head = rest[head][0]
