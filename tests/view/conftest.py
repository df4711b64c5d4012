from pathlib import Path

import pytest
from browsing import Watched
from graphs import Case, big_folder

from kg.graph.ontology import Ontology, load
from kg.view import write_page
from kg.view.load import read_model
from kg.view.page_model import PageModel

SAMPLE = Path(__file__).parent / "sample"
SEEDS = Path(__file__).parents[2] / "output"


@pytest.fixture(scope="session")
def sample() -> Path:
    return SAMPLE


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    return load()


@pytest.fixture(scope="session")
def told(ontology) -> PageModel:
    return read_model(SAMPLE, ontology)


@pytest.fixture(scope="session")
def big(tmp_path_factory, ontology) -> Case:
    """The page of a made-up graph of 5,000 things."""
    folder = big_folder(tmp_path_factory.mktemp("big"), 5_000)
    return Case(write_page(folder).as_uri(), folder, read_model(folder, ontology))


@pytest.fixture(scope="session")
def seeds(tmp_path_factory, ontology) -> Case:
    """The committed graph of the seeds on a page made now."""
    place = write_page(SEEDS, tmp_path_factory.mktemp("seeds") / "graph.html")
    return Case(place.as_uri(), SEEDS, read_model(SEEDS, ontology))


@pytest.fixture(scope="session")
def address(sample, tmp_path_factory):
    return write_page(sample, tmp_path_factory.mktemp("page") / "graph.html").as_uri()


@pytest.fixture
def opened(browser, address):
    watched = Watched(browser, address)
    yield watched.page
    watched.close()
