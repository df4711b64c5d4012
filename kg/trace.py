"""A record of what the rules do with a text: which of them fire, and where others stop.

A rule that gives up although the words that set it off are there says so where it does:

    if len(words) < MIN_WORDS:
        stopped("quotation-direct", passage, "fewer than {} words between the marks", MIN_WORDS)
        continue

What fires need not be noted: `traced` looks at the generators that yield the claims. Nothing here
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
    """A line of the code, and the function around it.

    `file` is as seen from the folder that holds the package.
    """

    file: str
    line: int
    function: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that a rule did at the characters `start` up to `end` of the text.

    `fired` is true if it found something; otherwise `words` are the condition at which it stopped.
    `place` is the line that says so.
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


class _Finding(Protocol):
    """Something that a rule made: a claim or a quotation."""

    @property
    def rule(self) -> str:
        """The name of the rule."""


Somewhere = Passage | Mention | Word
FindingT = TypeVar("FindingT", bound=_Finding)

_STEPS: ContextVar[list[Step] | None] = ContextVar("steps", default=None)


@contextmanager
def recording() -> Iterator[list[Step]]:
    """Record what rules do while it is open.

    The list that it gives grows with each step, in the order of the work.
    """
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
    """Note that a rule gave up here, and why.

    `condition` is what holds, with `{}` for each of the `words`. The place that is shown is the
    line that calls, or the one at which the generator `by` stands.
    """
    steps = _STEPS.get()
    if steps is not None:
        text = _filled(condition, words)
        steps.append(Step(rule, *_stretch(at), False, text, _place(by, rule)))


def fired(rule: str, at: Somewhere, finding: str = "", *words: object, by: object = None) -> None:
    """Note that a rule found something here.

    It is for what is no claim or quotation, or is worked out before the claim is made.
    """
    steps = _STEPS.get()
    if steps is not None:
        text = _filled(finding, words)
        steps.append(Step(rule, *_stretch(at), True, text, _place(by, rule)))


def traced(
    findings: Iterator[FindingT], passage_of: Callable[[FindingT], Passage]
) -> Iterator[FindingT]:
    """Return what a generator of claims yields.

    While somebody records, note for each the function and line that yields it.
    """
    steps = _STEPS.get()
    return findings if steps is None else _watched(findings, passage_of, steps)


def _watched(
    findings: Iterator[FindingT], passage_of: Callable[[FindingT], Passage], steps: list[Step]
) -> Iterator[FindingT]:
    """Yield what a generator finds, and note each as a step."""
    for finding in findings:
        start, end = _stretch(passage_of(finding))
        place = _place(findings, finding.rule)
        steps.append(Step(finding.rule, start, end, True, "", place))
        yield finding


def _stretch(at: Somewhere) -> tuple[int, int]:
    """Return the characters of a passage, a mention or a word."""
    if isinstance(at, Mention):
        at = at.passage
    if isinstance(at, Passage):
        return at.start, at.end
    return at.idx, at.idx + len(at)


def _filled(words: str, values: tuple[object, ...]) -> str:
    """Fill in the values: mentions and tokens by their text."""
    texts = [getattr(value, "text", value) for value in values]
    return words.format(*texts)


def _place(generator: object, rule: str) -> CodePlace:
    """Return where a suspended generator stands.

    Without one, return the line outside of this module that is being run.
    """
    frames = list(_suspended(generator))
    if frames:
        naming = [frame for frame in frames if _names(frame.f_code, rule)]
        return _code_place((naming or frames)[-1])
    caller: FrameType | None = inspect.currentframe()
    while caller is not None and _is_skipped(caller.f_code):
        caller = caller.f_back
    return _code_place(caller) if caller is not None else CodePlace("", 0, "")


def _is_skipped(code: CodeType) -> bool:
    """Return whether code is of this module, or a method that Python itself calls."""
    return code.co_filename == __file__ or code.co_name.startswith("__")


def _suspended(generator: object) -> Iterator[FrameType]:
    """Yield the frame of a generator, then of the one that it delegates to, and so on."""
    while isinstance(generator, GeneratorType):
        if generator.gi_frame is not None:
            yield generator.gi_frame
        generator = generator.gi_yieldfrom


def _names(code: CodeType, rule: str) -> bool:
    """Return whether a function holds the name of a rule.

    The helper that only builds the claims of the rule does not.
    """
    return any(_holds(constant, rule) for constant in code.co_consts)


def _holds(constant: Any, rule: str) -> bool:
    """Return whether a constant of a function is the name of a rule, or holds it."""
    if isinstance(constant, CodeType):
        return _names(constant, rule)
    return bool(constant == rule)


def _code_place(frame: FrameType) -> CodePlace:
    """Return the file, line and function of a frame; of other packages, only the name."""
    path = Path(frame.f_code.co_filename)
    is_own = path.is_relative_to(PACKAGE)
    file = path.relative_to(PACKAGE.parent).as_posix() if is_own else path.name
    function = frame.f_code.co_qualname.partition(".<locals>")[0]
    return CodePlace(file, frame.f_lineno or 0, function)
