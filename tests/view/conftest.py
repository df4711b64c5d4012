from pathlib import Path

import pytest
from browsing import Watched, launched
from playwright.sync_api import sync_playwright

from kg.ontology import Ontology, load
from kg.view import write_page
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


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        opened = launched(playwright)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def address(sample, tmp_path_factory):
    return write_page(sample, tmp_path_factory.mktemp("page") / "graph.html").as_uri()


@pytest.fixture
def opened(browser, address):
    watched = Watched(browser, address)
    yield watched.page
    watched.close()
