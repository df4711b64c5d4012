"""The benchmark of speed times what the pipeline calls, so that no stage hides in the rest."""

import sys
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

import pytest

from tests.test_accuracy import ROOT


@pytest.fixture
def speed(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.setattr(sys, "path", [str(ROOT / "benchmarks"), *sys.path])
    yield import_module("speed")


def test_each_stage_is_a_function_that_the_pipeline_calls(speed: ModuleType) -> None:
    for name in speed.STAGE_OF_FUNCTION:
        assert speed.places_of(name), name


def test_a_function_that_moved_is_an_error_and_no_row_of_zero(
    speed: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(speed.STAGE_OF_FUNCTION, "gone_elsewhere", "learned reader")
    with pytest.raises(LookupError, match="gone_elsewhere"), speed.timed_stages({}):
        pass


def test_the_time_of_a_stage_is_added_to_its_row_and_the_function_put_back(
    speed: ModuleType,
) -> None:
    seen = speed.read_article.seen
    seconds = dict.fromkeys(speed.STAGE_OF_FUNCTION.values(), 0.0)
    with speed.timed_stages(seconds):
        assert speed.read_article.seen is not seen
        speed.pipeline.build([{"text": "Ada Lund lives in Oslo."}])
    assert speed.read_article.seen is seen
    assert seconds["learned reader"] > 0
