"""Builds that are killed: what is left is the old graph or the new one. `benchmarks/kill.py` does the same at more moments."""

import sys
from pathlib import Path

import pytest
from news_samples import ARTICLES, news

from kg.pipeline import build

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The articles and graphs of a build, and of one of fewer articles, which needs nothing read anew."""
    home = tmp_path_factory.mktemp("kill")
    for name, articles in (("old", ARTICLES), ("new", ("a.txt", "b.txt"))):
        build([news(home / name, *articles)], home / f"graph-{name}", reader="none")
    return home


@pytest.mark.parametrize(("share", "writing"), [(0.6, False), (0.3, True)])
def test_a_killed_build_leaves_a_whole_graph_and_the_next_one_ends_with_the_right_one(
    home, monkeypatch, share, writing
):
    monkeypatch.setattr(sys, "path", [str(BENCHMARKS), *sys.path])
    import kill

    result = kill.outcome(kill.Case(home, "none", seconds=1.0, writing=0.2), share, writing=writing)
    assert result.faults == ()
    assert result.found in ("old", "new")
