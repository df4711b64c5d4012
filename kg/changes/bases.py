"""Two graphs whose IRIs begin differently, compared all the same: the first as if it had been built
with the base IRI of the second.
"""

from pyoxigraph import NamedNode, Quad, Store, Triple

from kg.query import data_prefixes


def below(store: Store, base: str) -> Store:
    """Return a graph with its nodes below another base IRI; itself if they are there already."""
    own = base_of(store)
    if own == base:
        return store
    moved = Store()
    moved.extend(Quad(*_moved(quad.triple, own, base)) for quad in store)
    return moved


def base_of(store: Store) -> str:
    """Return what the IRIs of a graph's own nodes begin with."""
    return data_prefixes(store)["data"]


def _moved(triple: Triple, own: str, base: str) -> Triple:
    """Return a triple whose nodes below one base are below another."""
    return Triple(*(_moved_term(term, own, base) for term in triple))  # type: ignore[arg-type]


def _moved_term(term: object, own: str, base: str) -> object:
    if isinstance(term, Triple):
        return _moved(term, own, base)
    if isinstance(term, NamedNode) and term.value.startswith(own):
        return NamedNode(base + term.value.removeprefix(own))
    return term
