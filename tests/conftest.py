"""What tests of several folders share."""

from collections.abc import Iterator

import pytest
from browsing import launched
from playwright.sync_api import Browser, sync_playwright


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one browser of a worker: a second one beside it could not be driven."""
    with sync_playwright() as playwright:
        opened = launched(playwright)
        yield opened
        opened.close()
