"""The steps of a trace put in order: what fired in the end, and what stopped at which condition
first."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from kg.model import Passage, Reading
from kg.trace import Step

T = TypeVar("T")
Key = tuple[int, int, str]


def shifted(steps: Iterable[Step], place: Callable[[Passage], Passage]) -> Iterator[Step]:
    """Yield the steps with their passages in another place."""
    for step in steps:
        passage = place(Passage("", step.start, step.end))
        yield replace(step, start=passage.start, end=passage.end)


def at(starts: Sequence[int], found: Iterable[T], start_of: Callable[[T], int]) -> list[tuple[T, ...]]:
    """Return what begins in each stretch of a text, in the order in which it is given.

    A stretch goes from one of the ascending `starts` to the next; what begins before the first
    belongs to it.

    >>> at([0, 10], [12, 3, 9], lambda each: each)
    [(3, 9), (12,)]
    """
    kept: list[list[T]] = [[] for _ in starts]
    for each in found:
        kept[max(0, bisect_right(starts, start_of(each)) - 1)].append(each)
    return [tuple(each) for each in kept]


def settled(steps: Iterable[Step], reading: Reading) -> list[Step]:
    """Return the steps by place: all findings of a rule there, or the first condition at which it
    stopped there.

    A rule that stopped at one condition, and then found something at the same place, did not stop.
    One that found something that is not in the reading did not fire.
    """
    made = {(each.trigger.start, each.trigger.end, each.rule) for each in reading.claims}
    made |= {(each.passage.start, each.passage.end, each.rule) for each in reading.quotes}
    of_rule: dict[Key, list[Step]] = {}
    for step in steps:
        of_rule.setdefault((step.start, step.end, step.rule), []).append(step)
    ordered = sorted(of_rule, key=lambda key: key[:2])  # stable: rules stay in the order of the work
    return [step for key in ordered for step in _outcome(of_rule[key], is_made=key in made)]


def _outcome(steps: Sequence[Step], *, is_made: bool) -> Iterator[Step]:
    """Yield what one rule did at one place in the end; what it says of its findings counts where
    there is no claim of them."""
    found = [step for step in steps if step.fired]
    if is_made or (found and found[-1] is steps[-1] and found[-1].words):
        yield from {step.words: step for step in reversed(found)}.values()
    else:
        yield from [step for step in steps if not step.fired][:1]
