"""Every rule takes part in the trace.

It is shown if it fires, and else says at which condition it stops.
"""

from functools import cache
from pathlib import Path

import pytest
from relation_samples import rows
from rule_examples import FIRED, STOPPED, UNREACHED

from kg.graph.ontology.calibration import share_of_rule
from kg.inspection import InspectedArticle, inspect
from kg.text.coref.sieve import PASSES
from kg.text.reader.relations import relations
from kg.trace import PACKAGE

# Names in the table of confidence that stand for what the graph half concludes.
OF_THE_GRAPH = frozenset({"leg-of-journey", "group-member"})
UNCOUNTED = frozenset(
    {
        "born-in",
        "born-to",
        "counted-of",
        "listed-member",
        "neighbouring",
        "own-home",
        "party-in-brackets",
        "post-between-commas",
        "unit-of-unit",
    }
)
QUOTATIONS = frozenset(
    {
        "quotation-answer",
        "quotation-called",
        "quotation-continued",
        "quotation-denied",
        "quotation-direct",
        "quotation-indirect",
        "quotation-repeated",
        "quotation-transcript",
    }
)


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    folder = tmp_path_factory.mktemp("articles")

    @cache
    def inspected(text: str) -> InspectedArticle:
        (folder / "article.txt").write_text(text, encoding="utf-8")
        return inspect([folder / "article.txt"], trace=True).articles[0]

    return inspected


def steps(article: InspectedArticle):
    return [step for sentence in article.sentences for step in sentence.steps]


@pytest.mark.parametrize(("rule", "text"), rows(FIRED))
def test_a_rule_is_shown_where_it_fires(read, rule: str, text: str) -> None:
    places = [step.place for step in steps(read(text)) if step.fired and step.rule == rule]
    assert places
    for place in places:
        code = (PACKAGE.parent / place.file).read_text("utf-8").splitlines()
        name = place.function.rpartition(".")[2]
        assert any(line.lstrip().startswith(f"def {name}(") for line in code[: place.line]), place


def test_every_rule_has_an_example():
    counted = {rule for rule in share_of_rule() if not rule.startswith("inferred:")} - OF_THE_GRAPH
    learned = {f"reader:{relation.name}" for relation in relations()} - UNREACHED
    passes = {each.reason for each in PASSES}
    assert {rule for rule, _ in rows(FIRED)} == counted | UNCOUNTED | QUOTATIONS | passes | learned


@pytest.mark.parametrize(("text", "rule", "words", "condition"), rows(STOPPED))
def test_a_rule_that_comes_near_says_at_which_condition_it_stops(
    read, text, rule, words, condition
):
    found = [
        (step.rule, text[step.start : step.end], step.words)
        for step in steps(read(text))
        if not step.fired
    ]
    assert (rule, words, condition) in found


def test_a_rule_stops_under_a_name_that_it_also_fires_under(read):
    known = {rule for rule, _ in rows(FIRED)} | UNREACHED | {"event"}
    named = {step.rule for text, *_ in rows(STOPPED) for step in steps(read(text))}
    assert named <= known


def test_the_reader_tells_how_far_below_its_floor_a_relation_is(read):
    (words,) = [
        step.words
        for step in steps(read("Ada Lund, the founder of Globex, left Oslo."))
        if step.rule == "reader:chief" and "Ada Lund" in step.words
    ]
    assert words.endswith("is below the floor of 0.70")


def test_the_place_of_a_condition_is_the_line_that_tells_it(read):
    (step,) = [
        each
        for each in steps(read("“So wrong,” said Ada Lund."))
        if each.rule == "quotation-direct"
    ]
    line = (PACKAGE.parent / step.place.file).read_text("utf-8").splitlines()[step.place.line - 1]
    assert Path(step.place.file).name == "quotations.py"
    assert "fewer than {} words" in line
