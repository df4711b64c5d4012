"""The sample graph as triples, in a store, and in a folder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Quad, Store, Triple
from rdf_samples import GRAPH, VOCABULARY

from kg.rdf import mention_triples, refusal_triples, triples, write
from kg.terms import BASE_IRI, PREFIXES

DATA = {
    kind: f"{BASE_IRI}{kind}/"
    for kind in ("document", "event", "group", "organization", "person", "place", "quantity", "quotation", "refusal", "statement")
}


@pytest.fixture(scope="session")
def graph_triples() -> list[Triple]:
    return list(triples(GRAPH, VOCABULARY))


@pytest.fixture(scope="session")
def says(graph_triples) -> Callable[[str], bool]:
    """True where the graph of the sample has a pattern."""
    return asker(graph_triples)


@pytest.fixture(scope="session")
def refuses() -> Callable[[str], bool]:
    return asker(refusal_triples(GRAPH))


@pytest.fixture(scope="session")
def mentions() -> Callable[[str], bool]:
    return asker(mention_triples(GRAPH))


@pytest.fixture
def folder(tmp_path) -> Path:
    write(GRAPH, tmp_path / "out", VOCABULARY, mentions=True)
    return tmp_path / "out"


def asker(found) -> Callable[[str], bool]:
    store = Store()
    store.extend(Quad(*triple) for triple in found)
    return lambda pattern: bool(store.query(f"ASK {{ {pattern} }}", prefixes={**PREFIXES, **DATA}))
