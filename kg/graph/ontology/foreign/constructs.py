"""Constructs of OWL, by nodes without an IRI: unions are unfolded, all else is named.

Where a domain or a range is a union (`owl:unionOf`), its members take its place; where it is a
datatype with facets (`owl:onDatatype`), that datatype. A restriction, an intersection, a
complement, a list, a rule tells nothing that is needed to read a text. It is counted by file and
construct, so that one line names all of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.graph.ontology.sources import BLANK, ByPredicate, Statements, Value, Values

ENDS = frozenset({"rdfs:domain", "rdfs:range", "schema:domainIncludes", "schema:rangeIncludes"})
UNIONS = ("owl:unionOf",)
BASES = ("owl:onDatatype",)
FIRST, REST, TYPE = "rdf:first", "rdf:rest", "rdf:type"
CONSTRUCTED = (
    "owl:",
    "rdf:",
    "rdfs:",
    "http://www.w3.org/2003/11/swrl#",
    "http://www.w3.org/ns/shacl#",
)
PLAIN_TYPES = frozenset({"owl:Class", "rdfs:Class", "rdfs:Datatype", "rdf:List"})
INSIDE = PLAIN_TYPES | {"owl:Restriction"}  # of a term, beside which they are noted
# Statements of OWL about named terms that are of no use here, but lose nothing either.
HARMLESS = frozenset(
    {
        "owl:backwardCompatibleWith",
        "owl:deprecated",
        "owl:equivalentClass",
        "owl:equivalentProperty",
        "owl:incompatibleWith",
        "owl:inverseOf",
        "owl:priorVersion",
        "owl:sameAs",
        "owl:versionIRI",
        "owl:versionInfo",
    }
)
IMPORTS = "owl:imports"
NAMED = 3  # terms that are named beside a construct

Found = dict[tuple[str, str], list[str]]  # file and construct → the terms that have it


def settle(statements: Statements) -> None:
    """Put the members of unions in their place, drop all other nodes without an IRI, and note them.

    What a user may well write as such a node stays: words for patterns, outlets.
    """
    found: Found = defaultdict(list)
    constructs = {each for each in statements.values if _is_construct(each, statements)}
    for subject, by_predicate in statements.values.items():
        if subject not in constructs:
            _settle(subject, by_predicate, statements, found)
    for node in constructs:
        _find_axiom(node, statements, found)
    for subject in tuple(statements.values):
        if subject in constructs or not statements.values[subject]:
            del statements.values[subject]
    for (file, construct), terms in found.items():
        statements.note(file, f"passed over: {construct}, of {some_of(terms)}")


def _find_axiom(node: str, statements: Statements, found: Found) -> None:
    """Find a construct that stands by itself: that several classes are disjoint."""
    for type_ in statements.of(node, TYPE):
        if type_.text.startswith(CONSTRUCTED[:1]) and type_.text not in INSIDE:
            found[type_.file, type_.text].append("a node without an IRI")


def some_of(terms: Iterable[str]) -> str:
    """Return some terms in words: the first, and how many more there are."""
    once = list(dict.fromkeys(terms))
    named = ", ".join(once[:NAMED])
    more = len(once) - NAMED
    return f"{named} and {more:,} more" if more > 0 else named


def _is_construct(node: str, statements: Statements) -> bool:
    """Return whether a node has no IRI and is a construct of OWL, RDF or a language of rules."""
    if not node.startswith(BLANK):
        return False
    by_predicate = statements.values[node]
    types = statements.texts(node, TYPE)
    return any(name.startswith(CONSTRUCTED) for name in (*by_predicate.keys() - {TYPE}, *types))


def _settle(subject: str, by_predicate: ByPredicate, statements: Statements, found: Found) -> None:
    """Settle the values of one term."""
    for predicate, values in tuple(by_predicate.items()):
        if predicate == IMPORTS:
            _note_imports(values, statements)
        elif predicate.startswith(CONSTRUCTED[:1]) and predicate not in HARMLESS:
            for value in values:
                found[value.file, predicate].append(subject)
        settled = list(_settled(subject, predicate, statements, found))
        if settled:
            by_predicate[predicate] = settled
        else:
            del by_predicate[predicate]


def _note_imports(values: Values, statements: Statements) -> None:
    for value in values:
        message = f"owl:imports {value.text}, which is not fetched: give its file, too"
        statements.note(value.file, message)


def _settled(subject: str, predicate: str, statements: Statements, found: Found) -> Iterator[Value]:
    """Yield the values of a term for a predicate, without constructs."""
    for value in statements.of(subject, predicate):
        if value.text not in statements.values or not _is_construct(value.text, statements):
            yield value
            continue
        members = _members(value.text, statements) if predicate in ENDS else []
        if members:
            yield from members
        elif predicate in HARMLESS or not predicate.startswith(CONSTRUCTED[:1]):
            construct = _construct(value.text, statements)
            found[value.file, construct].append(subject)


def _construct(node: str, statements: Statements) -> str:
    """Return the name of the construct that a node is."""
    types = statements.texts(node, TYPE)
    own = [name for name in types if name not in PLAIN_TYPES]
    own += [name for name in statements.values[node] if name != TYPE]
    return next(iter(own), "a node without an IRI")


def _members(node: str, statements: Statements) -> Values:
    """Return the classes or datatypes that a node stands for, those with an IRI."""
    found: Values = []
    for predicate in (*UNIONS, *BASES):
        for head in statements.of(node, predicate):
            found += _listed(head, statements) if predicate in UNIONS else [head]
    return [each for each in found if not each.text.startswith(BLANK)]


def _listed(head: Value, statements: Statements) -> Values:
    """Return the members of a list; a list that comes back to itself ends there."""
    found: Values = []
    passed: set[str] = set()
    node = head.text
    while node in statements.values and node not in passed:
        passed.add(node)
        found += statements.of(node, FIRST)
        node = statements.first(node, REST)
    return found
