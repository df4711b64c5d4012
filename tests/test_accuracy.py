"""No figure of docs/ACCURACY.md falls by more than its noise. About a minute on a quiet core: four builds.

The news, MEANTIME and re3d are built whole, of KnowledgeNet a fixed sample. Runs where the benchmark folder is: `NEWSKG_BENCHMARKS` names it, or
it lies beside the checkout as `../shared/benchmarks`.
"""

import importlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.pipeline import build

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("NEWSKG_BENCHMARKS") or ROOT.parent / "shared" / "benchmarks")
WHOLE = {"newsgold": "newsgold/dev", "meantime": "meantime", "re3d": "re3d"}  # with their folders

needs_data = pytest.mark.skipif(
    not (DATA / "score.py").is_file(),
    reason="the benchmark folder is not here: name it in NEWSKG_BENCHMARKS",
)


@pytest.fixture(scope="module")
def figures() -> Iterator[Any]:
    """The module of benchmarks/ that measures; it and the scorers are importable for these tests only."""
    before = [*sys.path]
    sys.path.insert(0, str(ROOT / "benchmarks"))
    yield importlib.import_module("figures")
    sys.path[:] = before


@pytest.fixture(scope="module")
def measured(figures: Any, tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """Every figure as the code of today reaches it."""
    out = tmp_path_factory.mktemp("accuracy")
    found: dict[str, float] = {}
    for name, folder in WHOLE.items():
        build([DATA / folder / "docs"], out / name, mentions=True)
        found |= figures.values(DATA, name, out / name)
    build(figures.sample(DATA), out / "sample", mentions=True)
    return found | {
        name: each.value for name, each in figures.sample_estimates(DATA, out / "sample").items()
    }


@needs_data
def test_no_figure_falls_by_more_than_its_noise(figures: Any, measured: dict[str, float]) -> None:
    """The noise is one standard error of the figure over documents."""
    kept = figures.stored("figures") | figures.stored("sample")
    fallen = {
        name: f"{value:.3f}, was {kept[name].value:.3f} ± {kept[name].error:.3f}"
        for name, value in measured.items()
        if value < kept[name].value - kept[name].error
    }
    assert not fallen
    assert measured.keys() == kept.keys()


def test_the_card_tells_the_stored_figures(figures: Any) -> None:
    card = (ROOT / "docs" / "ACCURACY.md").read_text("utf-8")
    for name, each in figures.stored("figures").items():
        value = f"{each.value:.3f}".removeprefix("0")
        assert f"\n| {name} | **{value}**" in card
