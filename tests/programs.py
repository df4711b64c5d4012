"""Programs that tests drive and pip does not install: without one, its tests are skipped and say so."""

import os
from typing import NoReturn

import pytest


def missing(advice: str) -> NoReturn:
    """Skip the test, and say what is missing and how to get it; fail it if CI is set.

    A developer reads of a skip; a server that checks every change must not go green by one.
    """
    if os.environ.get("CI"):
        pytest.fail(advice, pytrace=False)
    pytest.skip(advice)
