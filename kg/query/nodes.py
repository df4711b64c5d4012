"""Access to single nodes of a graph: values of a property, labels, and nodes by their name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import chain

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

from kg.errors import GraphError, QueryError
from kg.query.sparql import data_prefixes
from kg.vocabulary import PREFIXES, expand, plain_words

NAMES = ("rdfs:label", "skos:altLabel")
NEAREST = 5  # names offered where the one asked for is not in the graph
NEAR_ENOUGH = (
    0.7  # the share of letters in common, by difflib: below it a name only looks alike by chance
)

Term = NamedNode | BlankNode | Literal | Triple


def property_node(curie: str) -> NamedNode:
    """Return the node of a property or class, given as a curie or an IRI."""
    return NamedNode(expand(curie))


def values(store: Store, node: NamedNode, curie: str) -> tuple[Term, ...]:
    """Return the values of a property of a node, in order of their text; empty if it has none."""
    quads = store.quads_for_pattern(node, property_node(curie), None, None)
    return tuple(sorted({quad.object for quad in quads}, key=str))


def value_labels(store: Store, node: NamedNode, curie: str) -> tuple[str, ...]:
    """Return the labels of the values of a property, in the order of `values`."""
    return tuple(label(store, value) for value in values(store, node, curie))


def nodes_with(store: Store, curie: str, value: Term) -> tuple[NamedNode, ...]:
    """Return the nodes whose property has a value, in order of their IRI."""
    quads = store.quads_for_pattern(None, property_node(curie), value, None)
    nodes = {quad.subject for quad in quads if isinstance(quad.subject, NamedNode)}
    return tuple(sorted(nodes, key=str))


def named_values(store: Store, node: NamedNode, curie: str) -> tuple[NamedNode, ...]:
    """Return those values of a property that are nodes."""
    return tuple(value for value in values(store, node, curie) if isinstance(value, NamedNode))


def text(store: Store, node: NamedNode, curie: str) -> str:
    """Return the first value of a property as text; empty if there is none."""
    for value in values(store, node, curie):
        if isinstance(value, Literal):
            return value.value
    return ""


def ends(store: Store, statement: NamedNode) -> tuple[Term, Term, Term]:
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
    return property_node(curie) in values(store, node, "rdf:type")


def label(store: Store, term: Term) -> str:
    """Return a name for people: the label or headline of a node, else the end of its IRI in words;
    the text of a literal.
    """
    if not isinstance(term, NamedNode):
        return iri(term)
    name = text(store, term, "rdfs:label") or text(store, term, "schema:headline")
    return name or plain_words(term.value)


def find(store: Store, name: str) -> tuple[NamedNode, ...]:
    """Return the nodes of that IRI, curie, label or other name, in order of IRI.

    Capitals and a leading "the" make no difference. Raises `QueryError` if there is none, with the
    names that come nearest.
    """
    by_iri = _node_of(store, name.strip().strip("<>"))
    if by_iri is not None:
        return (by_iri,)
    wanted = _folded(name)
    nodes = {node for node, known in _names(store) if _folded(known) == wanted}
    if not nodes:
        raise QueryError(_not_found(store, name))
    return tuple(sorted(nodes, key=str))


def _node_of(store: Store, name: str) -> NamedNode | None:
    prefix, _, rest = name.partition(":")
    namespaces = {**PREFIXES, **data_prefixes(store)}
    try:
        node = NamedNode(namespaces[prefix] + rest if prefix in namespaces else name)
    except ValueError:  # not an IRI: it is a name, then
        return None
    return node if next(iter(store.quads_for_pattern(node, None, None, None)), None) else None


def _names(store: Store) -> Iterator[tuple[NamedNode, str]]:
    for curie in NAMES:
        for quad in store.quads_for_pattern(None, property_node(curie), None, None):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                yield quad.subject, quad.object.value


def _folded(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")


def _not_found(store: Store, name: str) -> str:
    near = near_names(name, (known for _, known in _names(store)))
    offer = f"; near it are {', '.join(near)}" if near else ""
    return f"the graph has nothing called {name!r}{offer}"


def near_names(name: str, known: Iterable[str]) -> list[str]:
    """Return the known names that are spelt most like a name, or have a word that is, the nearest
    first.

    >>> near_names("Dalgren", ["Mara Dahlgren", "Iven Rask"])
    ['Mara Dahlgren']
    """
    names_of_form: defaultdict[str, set[str]] = defaultdict(set)
    for known_name in known:
        folded = _folded(known_name)
        for form in (folded, *folded.split()):
            names_of_form[form].add(known_name)
    forms = get_close_matches(_folded(name), sorted(names_of_form), NEAREST, NEAR_ENOUGH)
    names = chain.from_iterable(sorted(names_of_form[form]) for form in forms)
    return list(dict.fromkeys(names))[:NEAREST]
