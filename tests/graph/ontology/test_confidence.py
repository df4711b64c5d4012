"""Confidence: more witnesses make a fact surer, never as sure as independent ones; the table is what its own counts give."""

import runpy
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.ontology.calibration import DEFAULT, HIGHEST, combined, confidence, share_of_rule

BENCHMARKS = Path(__file__).resolve().parents[3] / "benchmarks"
SHARES = {"a": 0.9, "b": 0.84, "c": 0.5}
RULES = st.lists(st.sampled_from([*SHARES, "unknown"]), min_size=1, unique=True)


@pytest.mark.parametrize(
    ("rules", "articles", "expected"),
    [
        (["a"], 1, 0.9),
        (["b"], 1, 0.84),
        (["unknown"], 1, DEFAULT),
        ([], 1, DEFAULT),
        (["a"], 0, 0.9),
        (["a", "b"], 1, 0.96),
        (["b", "a", "a"], 1, 0.96),
        (["a"], 2, 0.97),
        (["a", "b"], 2, 0.96),
        (["a", "b"], 3, 0.99),
        (["a"], 50, HIGHEST),
    ],
)
def test_the_best_rule_counts_in_full_and_further_witnesses_less(
    rules: list[str], articles: int, expected: float
) -> None:
    assert combined(SHARES, rules, articles) == expected


@given(RULES, st.integers(1, 20))
def test_it_is_a_probability_that_never_falls_with_more_articles(
    rules: list[str], articles: int
) -> None:
    less, more = combined(SHARES, rules, articles), combined(SHARES, rules, articles + 1)
    assert 0 < less <= more <= HIGHEST


@given(RULES, st.permutations(range(4)))
def test_the_order_of_the_rules_makes_no_difference(rules: list[str], order: list[int]) -> None:
    mixed = [rules[at] for at in order if at < len(rules)]
    assert combined(SHARES, mixed, 1) == combined(SHARES, rules, 1)


def test_every_share_of_the_table_is_a_probability() -> None:
    assert all(0 < share < 1 for share in share_of_rule().values())
    assert confidence(["life-dates"], 1) == share_of_rule()["life-dates"]


def test_the_table_is_what_its_counts_and_priors_give(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(BENCHMARKS), *sys.path])
    prior = runpy.run_path(str(BENCHMARKS / "rules.py"))["Prior"]
    lines = (
        (BENCHMARKS.parent / "kg" / "graph" / "ontology" / "data" / "confidence.tsv")
        .read_text("utf-8")
        .splitlines()[1:]
    )
    assert lines == sorted(lines)
    for rule, share, fired, right, judged in (line.split("\t") for line in lines):
        assert f"{prior(rule, float(judged), int(fired), int(right)).share:.2f}" == share
