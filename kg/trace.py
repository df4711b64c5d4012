"""What the rules do with a text, written down while somebody asks: which of them fire, and at which
condition others stop.

A rule that gives up although the words that set it off are there says so where it does:

    if len(words) < MIN_WORDS:
        stopped("quotation-direct", passage, "fewer than {} words stand between the marks", MIN_WORDS)
        continue

What fires need not be told: `traced` looks at the generators that yield the claims. Nothing here
changes what a rule finds. As long as nobody records, `stopped` asks one context variable and
returns, and `traced` gives its generator back untouched.
"""

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType, GeneratorType
from typing import Any, Protocol, TypeVar

from kg.model import Mention, Passage

PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class CodePlace:
    """A line of the code: `file` as seen from the folder that holds the package, and the function
    around the line."""

    file: str
    line: int
    function: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that a rule did at the characters `start` up to `end` of the text.

    `fired` tells whether it found something; otherwise `words` are the condition at which it
    stopped. `place` is the line that says so.
    """

    rule: str
    start: int
    end: int
    fired: bool
    words: str
    place: CodePlace


class Word(Protocol):
    """A token of a parsed text, as far as this module needs one."""

    @property
    def idx(self) -> int:
        """The offset of its first character."""

    def __len__(self) -> int:
        """Return the number of its characters."""


class _Found(Protocol):
    """Something that a rule made: a claim or a quotation."""

    @property
    def rule(self) -> str:
        """The name of the rule."""


Somewhere = Passage | Mention | Word
FoundT = TypeVar("FoundT", bound=_Found)

_STEPS: ContextVar[list[Step] | None] = ContextVar("steps", default=None)


@contextmanager
def recording() -> Iterator[list[Step]]:
    """Record what rules do while it is open; the list that it gives grows with each step, in the
    order of the work."""
    steps: list[Step] = []
    token = _STEPS.set(steps)
    try:
        yield steps
    finally:
        _STEPS.reset(token)


def is_recorded() -> bool:
    """Return whether somebody records: a rule asks before it works out what only a trace needs."""
    return _STEPS.get() is not None


def stopped(rule: str, at: Somewhere, condition: str, *words: object, by: object = None) -> None:
    """Note that a rule gave up here, and why: `condition` is what holds, with `{}` for each of the
    `words`.

    The line that calls is the place that is shown, or that where the generator `by` stands.
    """
    steps = _STEPS.get()
    if steps is not None:
        steps.append(Step(rule, *_stretch(at), False, _filled(condition, words), _place(by, rule)))


def fired(rule: str, at: Somewhere, finding: str = "", *words: object, by: object = None) -> None:
    """Note that a rule found something here: for what is no claim or quotation, or is worked out
    before the claim is made."""
    steps = _STEPS.get()
    if steps is not None:
        steps.append(Step(rule, *_stretch(at), True, _filled(finding, words), _place(by, rule)))


def traced(found: Iterator[FoundT], passage_of: Callable[[FoundT], Passage]) -> Iterator[FoundT]:
    """Return what a generator of claims yields; while somebody records, note for each the function
    and line that yields it."""
    steps = _STEPS.get()
    return found if steps is None else _watched(found, passage_of, steps)


def _watched(
    found: Iterator[FoundT], passage_of: Callable[[FoundT], Passage], steps: list[Step]
) -> Iterator[FoundT]:
    for each in found:
        steps.append(
            Step(each.rule, *_stretch(passage_of(each)), True, "", _place(found, each.rule))
        )
        yield each


def _stretch(at: Somewhere) -> tuple[int, int]:
    if isinstance(at, Mention):
        at = at.passage
    return (at.start, at.end) if isinstance(at, Passage) else (at.idx, at.idx + len(at))


def _filled(words: str, values: tuple[object, ...]) -> str:
    """Fill in the values: mentions and tokens by their text."""
    return words.format(*(getattr(value, "text", value) for value in values))


def _place(generator: object, rule: str) -> CodePlace:
    """Return where a suspended generator stands, or without one the line outside of this module
    that is being run."""
    frames = list(_suspended(generator))
    if frames:
        frame = next((each for each in reversed(frames) if _names(each.f_code, rule)), frames[-1])
        return _code_place(frame)
    caller: FrameType | None = inspect.currentframe()
    while caller is not None and (
        caller.f_code.co_filename == __file__ or caller.f_code.co_name.startswith("__")
    ):
        caller = caller.f_back
    return _code_place(caller) if caller is not None else CodePlace("", 0, "")


def _suspended(generator: object) -> Iterator[FrameType]:
    """Yield the frame of a generator, then of the one that it delegates to by `yield from`, and so
    on."""
    while isinstance(generator, GeneratorType):
        if generator.gi_frame is not None:
            yield generator.gi_frame
        generator = generator.gi_yieldfrom


def _names(code: CodeType, rule: str) -> bool:
    """Return whether a function holds the name of the rule: the helper that only builds its claims
    does not."""
    return any(_holds(constant, rule) for constant in code.co_consts)


def _holds(constant: Any, rule: str) -> bool:
    return _names(constant, rule) if isinstance(constant, CodeType) else constant == rule


def _code_place(frame: FrameType) -> CodePlace:
    path = Path(frame.f_code.co_filename)
    file = (
        path.relative_to(PACKAGE.parent).as_posix() if path.is_relative_to(PACKAGE) else path.name
    )
    return CodePlace(file, frame.f_lineno or 0, frame.f_code.co_qualname.partition(".<locals>")[0])
