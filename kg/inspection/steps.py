"""The steps of a trace put in order.

A rule fired in the end, or it stopped at some condition first.
"""

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
        own = Passage("", step.start, step.end)
        moved = place(own)
        yield replace(step, start=moved.start, end=moved.end)


def by_stretch(
    starts: Sequence[int], values: Iterable[T], start_of: Callable[[T], int]
) -> list[tuple[T, ...]]:
    """Return the values that begin in each stretch of a text, in the order in which they are given.

    A stretch goes from one of the ascending `starts` to the next; values that begin before the
    first belong to it.

    >>> by_stretch([0, 10], [12, 3, 9], lambda offset: offset)
    [(3, 9), (12,)]
    """
    stretches: list[list[T]] = [[] for _ in starts]
    for value in values:
        number = bisect_right(starts, start_of(value)) - 1
        stretches[max(0, number)].append(value)
    return list(map(tuple, stretches))


def settled(steps: Iterable[Step], reading: Reading) -> list[Step]:
    """Return the steps by place: all findings of a rule there, or the first condition at which it
    stopped there.

    A rule that stopped at one condition, and then found something at the same place, did not stop.
    One that found something that is not in the reading did not fire.
    """
    made = {_key(claim.trigger, claim.rule) for claim in reading.claims}
    made |= {_key(quote.passage, quote.rule) for quote in reading.quotes}
    of_rule: dict[Key, list[Step]] = {}
    for step in steps:
        key = (step.start, step.end, step.rule)
        of_rule.setdefault(key, []).append(step)
    left: list[Step] = []
    for key in sorted(of_rule, key=_place):  # stable: rules stay in the order of the work
        left += _outcome(of_rule[key], is_made=key in made)
    return left


def _place(key: Key) -> tuple[int, int]:
    start, end, _ = key
    return start, end


def _key(passage: Passage, rule: str) -> Key:
    return passage.start, passage.end, rule


def _outcome(steps: Sequence[Step], *, is_made: bool) -> Iterator[Step]:
    """Yield the steps that one rule took at one place in the end.

    If there is no claim of its findings, it fired if the last step has words for a finding.
    """
    fired = [step for step in steps if step.fired]
    ended_with_words = steps[-1].fired and bool(steps[-1].words)
    if is_made or ended_with_words:
        yield from {step.words: step for step in reversed(fired)}.values()
    else:
        yield from [step for step in steps if not step.fired][:1]
