"""Access to single nodes of a graph: values of a property, and labels."""

from collections.abc import Iterable
from difflib import get_close_matches

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

from kg.errors import GraphError
from kg.query.limits import terms_in
from kg.rdf import read_triples
from kg.vocabulary import PREFIXES, compact, expand, plain_words

NEAR_ENOUGH_TERM = 0.8  # the share of letters in common, by difflib, of terms of a vocabulary

Term = NamedNode | BlankNode | Literal | Triple
Terms = tuple[Term, ...]
Texts = tuple[str, ...]
Ends = tuple[Term, Term, Term]  # subject, predicate and object
Nodes = tuple[NamedNode, ...]


def property_node(curie: str) -> NamedNode:
    """Return the node of a property or class, given as a curie or an IRI."""
    return NamedNode(expand(curie))


def values(store: Store, node: NamedNode, curie: str) -> Terms:
    """Return the values of a property of a node, in order of their text; empty if it has none."""
    relation = property_node(curie)
    quads = store.quads_for_pattern(node, relation, None, None)
    found = {quad.object for quad in quads}
    return tuple(sorted(found, key=str))


def value_labels(store: Store, node: NamedNode, curie: str) -> Texts:
    """Return the labels of the values of a property, in the order of `values`."""
    terms = values(store, node, curie)
    return tuple(label(store, term) for term in terms)


def nodes_with(store: Store, curie: str, value: Term) -> Nodes:
    """Return the nodes whose property has a value, in order of their IRI."""
    relation = property_node(curie)
    quads = store.quads_for_pattern(None, relation, value, None)
    nodes: set[NamedNode] = set()
    for quad in quads:
        subject = quad.subject
        if isinstance(subject, NamedNode):
            nodes.add(subject)
    return tuple(sorted(nodes, key=str))


def named_values(store: Store, node: NamedNode, curie: str) -> Nodes:
    """Return those values of a property that are nodes."""
    every = values(store, node, curie)
    return tuple(value for value in every if isinstance(value, NamedNode))


def text(store: Store, node: NamedNode, curie: str) -> str:
    """Return the first value of a property as text; empty if there is none."""
    for value in values(store, node, curie):
        if isinstance(value, Literal):
            return value.value
    return ""


def ends(store: Store, statement: NamedNode) -> Ends:
    """Return subject, predicate and object of a statement node.

    Raises `GraphError` if it lacks one.
    """
    subjects = values(store, statement, "rdf:subject")
    predicates = values(store, statement, "rdf:predicate")
    objects = values(store, statement, "rdf:object")
    if not (subjects and predicates and objects):
        raise GraphError(
            f"the statement {statement.value} lacks its subject, predicate or object: "
            "build the graph again"
        )
    return subjects[0], predicates[0], objects[0]


def iri(term: Term) -> str:
    """Return the IRI of a node, or the text of a literal."""
    return str(getattr(term, "value", term))


def is_a(store: Store, node: NamedNode, curie: str) -> bool:
    """Return whether the node has that class in the graph."""
    wanted = property_node(curie)
    return wanted in values(store, node, "rdf:type")


def label(store: Store, term: Term) -> str:
    """Return a name for people: the label or headline of a node, else the end of its IRI in words;
    the text of a literal.
    """
    if not isinstance(term, NamedNode):
        return iri(term)
    for curie in ("rdfs:label", "schema:headline"):
        name = text(store, term, curie)
        if name:
            return name
    return plain_words(term.value)


def mistyped_terms(store: Store, query: str) -> tuple[str, ...]:
    """Return a note on each term of a query that no ontology here has, nor the graph, and that is
    spelt almost like one of them.
    """
    unknown: list[str] = []
    for term in terms_in(query):
        prefix, _, _ = term.partition(":")
        if prefix in PREFIXES and not _is_in(store, property_node(term)):
            unknown.append(term)
    if not unknown:
        return ()
    known = _vocabulary()
    wrong = [term for term in unknown if term not in known]
    notes = [_mistyped(term, known) for term in wrong]
    return tuple(filter(None, notes))


def _mistyped(term: str, known: Iterable[str]) -> str:
    """Return the note on a term that nobody knows; empty if none is near it."""
    prefix, _, _ = term.partition(":")
    of_form: dict[str, str] = {}
    for other in sorted(known):
        if other.startswith(f"{prefix}:"):
            of_form[other.casefold()] = other
    for form in get_close_matches(term.casefold(), of_form, 1, NEAR_ENOUGH_TERM):
        near = of_form[form]
        return f"{term} is in no ontology here, nor in the graph: did you mean {near}?"
    return ""


def _vocabulary() -> set[str]:
    """Return the terms of the packaged ontologies, as curies."""
    # Late: only a question with a term that the graph lacks needs them.
    from kg.graph.ontology import ontology_files

    known: set[str] = set()
    for path in ontology_files():
        for triple in read_triples(path):
            if isinstance(triple.subject, NamedNode):
                known.add(compact(triple.subject.value))
    return known


def _is_in(store: Store, node: NamedNode) -> bool:
    """Return whether a node is anywhere in the graph."""
    patterns = (
        (node, None, None),
        (None, node, None),
        (None, None, node),
    )
    for subject, predicate, value in patterns:
        quads = store.quads_for_pattern(subject, predicate, value, None)
        if any(True for _ in quads):
            return True
    return False
