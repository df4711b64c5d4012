from pathlib import Path

import pytest

from kg.ontology import Ontology, load
from kg.view.content import Content
from kg.view.reading import read_content

SAMPLE = Path(__file__).parent / "sample"


@pytest.fixture(scope="session")
def sample() -> Path:
    return SAMPLE


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    return load()


@pytest.fixture(scope="session")
def told(ontology) -> Content:
    return read_content(SAMPLE, ontology)
