"""Nodes by their names: called so, meant by a part of a name, or spelt nearly so; and terms that
are spelt nearly like one of the vocabulary.
"""

from collections import defaultdict
from collections.abc import (
    Iterable,
    Iterator,
    Sequence,
)
from difflib import get_close_matches

from pyoxigraph import (
    Literal,
    NamedNode,
    Store,
)

from kg.errors import QueryError
from kg.query.limits import terms_in
from kg.query.nodes import (
    Nodes,
    label,
    property_node,
    values,
)
from kg.query.sparql import data_prefixes
from kg.rdf import read_triples
from kg.vocabulary import PREFIXES, compact

NAMES = ("rdfs:label", "skos:altLabel")
NEAREST = 5  # names offered where the one asked for is not in the graph, or is of several
NEAR_ENOUGH = (
    0.7  # the share of letters in common, by difflib: below it a name only looks alike by chance
)
NEAR_ENOUGH_TERM = 0.8  # the same, of terms of a vocabulary: their words are much alike
# What the label of one of these has is words about others, more than a name.
DESCRIBED = ("sem:Event", "kg:Group", "kg:Story", "schema:NewsArticle", "kg:EditorialDecision")

Named = tuple[NamedNode, str]  # with a name


def find(store: Store, name: str) -> Nodes:
    """Return the nodes of that IRI, curie, label or other name, in order of IRI.

    Capitals and a leading "the" make no difference. Raises `QueryError` if there is none, with the
    names that come nearest.
    """
    called = _called(store, name)
    if not called:
        raise QueryError(_not_found(store, name))
    return called


def meant(store: Store, name: str) -> Nodes:
    """Return what `find` does; if nothing is called so, the one thing whose name ends so, or else
    has these words.

    Raises `QueryError` if there is none, and also if there are several, with their names and IRIs.
    """
    called = _called(store, name)
    if called:
        return called
    several = _by_part(store, name)
    if not several:
        raise QueryError(_not_found(store, name))
    if len(several) > 1:
        raise QueryError(_several(store, name, several))
    return several


def _called(store: Store, name: str) -> Nodes:
    bare = name.strip().strip("<>")
    by_iri = _node_of(store, bare)
    if by_iri is not None:
        return (by_iri,)
    wanted = _folded(name)
    return _in_order(node for node, known in _names(store) if _folded(known) == wanted)


def _by_part(store: Store, name: str) -> Nodes:
    """Return the nodes of which a name is a part: things that are called by a name and end with it
    (a surname), else those that have it, else whatever has it.
    """
    wanted = f" {_folded(name)} "
    if not wanted.strip():
        return ()
    having = [(node, f" {_folded(known)} ") for node, known in _names(store)]
    having = [(node, known) for node, known in having if wanted in known]
    named = [(node, known) for node, known in having if not _is_described(store, node)]
    ending = [(node, known) for node, known in named if known.endswith(wanted)]
    for group in (ending, named, having):
        if group:
            return _in_order(node for node, _ in group)
    return ()


def _is_described(store: Store, node: NamedNode) -> bool:
    classes = {str(each) for each in values(store, node, "rdf:type")}
    return not classes.isdisjoint(str(property_node(curie)) for curie in DESCRIBED)


def _in_order(nodes: Iterable[NamedNode]) -> Nodes:
    return tuple(sorted(set(nodes), key=str))


def _several(store: Store, name: str, nodes: Sequence[NamedNode]) -> str:
    """Return what to say if several things may be meant."""
    shown = "; ".join(f"{label(store, node)}, {node.value}" for node in nodes[:NEAREST])
    more = len(nodes) - NEAREST
    others = f"; and {more} more" if more > 0 else ""
    return f"{len(nodes)} things have {name!r} in their names: {shown}{others}"


def _node_of(store: Store, name: str) -> NamedNode | None:
    prefix, _, rest = name.partition(":")
    namespaces = {**PREFIXES, **data_prefixes(store)}
    full = name
    if prefix in namespaces:
        full = namespaces[prefix] + rest
    try:
        node = NamedNode(full)
    except ValueError:  # not an IRI: it is a name, then
        return None
    quads = store.quads_for_pattern(node, None, None, None)
    is_known = any(True for _ in quads)
    return node if is_known else None


def _names(store: Store) -> Iterator[Named]:
    for relation in map(property_node, NAMES):
        for quad in store.quads_for_pattern(None, relation, None, None):
            node = quad.subject
            name = quad.object
            if isinstance(node, NamedNode) and isinstance(name, Literal):
                yield node, name.value


def _folded(name: str) -> str:
    words = name.casefold().split()
    return " ".join(words).removeprefix("the ")


def _not_found(store: Store, name: str) -> str:
    fault = f"the graph has nothing called {name!r}"
    known = [each for _, each in _names(store)]
    near = near_names(name, known)
    if not near:
        return fault
    offer = ", ".join(near)
    return f"{fault}; near it are {offer}"


def near_names(name: str, known: Iterable[str]) -> list[str]:
    """Return the known names that are spelt most like a name, or have a word that is, the nearest
    first.

    >>> near_names("Dalgren", ["Mara Dahlgren", "Iven Rask"])
    ['Mara Dahlgren']
    """
    names_of_form: defaultdict[str, set[str]] = defaultdict(set)
    for known_name in known:
        folded = _folded(known_name)
        names_of_form[folded].add(known_name)
        for word in folded.split():
            names_of_form[word].add(known_name)
    wanted = _folded(name)
    forms = sorted(names_of_form)
    near: dict[str, None] = {}
    for form in get_close_matches(wanted, forms, NEAREST, NEAR_ENOUGH):
        names = sorted(names_of_form[form])
        near |= dict.fromkeys(names)
    return list(near)[:NEAREST]


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
