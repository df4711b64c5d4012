"""Access to single nodes of a graph: values of a property, and labels."""

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

from kg.errors import GraphError
from kg.vocabulary import expand, plain_words

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
