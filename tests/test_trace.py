"""Steps of rules are recorded while somebody asks, and at no other time."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Passage
from kg.trace import Step, fired, is_recorded, recording, stopped, traced

HERE = Passage("a", 3, 7)


@dataclass(frozen=True)
class Made:
    rule: str


def outer() -> Iterator[Made]:
    yield from inner()


def inner() -> Iterator[Made]:
    yield from built("some-rule")


def built(rule: str) -> Iterator[Made]:
    yield Made("some-rule" if rule else "")
    yield Made("another-rule")


def place(step: Step) -> str:
    return f"{step.place.file} {step.place.function}"


def test_nothing_is_recorded_unless_somebody_asks():
    stopped("some-rule", HERE, "it stopped")
    assert not is_recorded()
    with recording() as steps:
        assert is_recorded()
    assert steps == []
    stopped("some-rule", HERE, "it stopped")
    assert steps == [] and not is_recorded()


def test_a_generator_is_given_back_as_it_is_unless_somebody_asks():
    made = outer()
    assert traced(made, lambda _: HERE) is made


def test_a_condition_is_told_in_words_with_the_line_that_calls():
    with recording() as steps:
        stopped("some-rule", HERE, "“{}” has {:.2f}", "it", 0.5)
    (step,) = steps
    assert (step.rule, step.start, step.end, step.fired, step.words) == (
        "some-rule",
        3,
        7,
        False,
        "“it” has 0.50",
    )
    assert place(step).endswith("test_a_condition_is_told_in_words_with_the_line_that_calls")


def test_a_finding_is_placed_in_the_innermost_function_that_names_its_rule():
    with recording() as steps:
        assert list(traced(outer(), lambda _: HERE)) == [Made("some-rule"), Made("another-rule")]
    assert [step.place.function for step in steps] == ["built", "built"]
    assert [step.fired for step in steps] == [True, True]


def test_a_helper_that_does_not_name_the_rule_is_passed_over():
    def rule() -> Iterator[Made]:
        yield from helper("own-rule")

    def helper(name: str) -> Iterator[Made]:
        yield Made(name)

    with recording() as steps:
        list(traced(rule(), lambda _: HERE))
    assert [step.place.line for step in steps] == [rule.__code__.co_firstlineno + 1]


def test_a_recording_within_another_leaves_that_one_alone():
    with recording() as outside:
        with recording() as inside:
            fired("some-rule", HERE, "found")
        stopped("some-rule", HERE, "stopped")
    assert [step.words for step in inside] == ["found"]
    assert [step.words for step in outside] == ["stopped"]
