from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def small() -> Store:
    """Two invented articles' graph and what was refused."""
    store = Store()
    for name in ("small.ttl", "small-refusals.ttl"):
        store.load(path=HERE / name, format=RdfFormat.TURTLE)
    return store
