"""A text as the signs of forms see it, and signs that are one pattern.

A sign is a function from a `Sample` to an offset, or to None if the text does not show it. All take
time in proportion to the text, whatever it is.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from itertools import islice

SEEN = 200_000  # characters; what is no prose shows it in less
BLANKS = "\ufeff\u200b \t\r\n"


@dataclass(frozen=True)
class Sample:
    """A text without the blanks and marks before it, and its lines that are not blank.

    What stands before `start` is not looked at.
    """

    text: str
    start: int = 0

    @cached_property
    def body(self) -> str:
        """The beginning of the text, as far as it is looked at."""
        return self.text[self.skipped : self.skipped + SEEN]

    @cached_property
    def skipped(self) -> int:
        """The offset at which the text begins, behind blanks and invisible marks."""
        rest = self.text[self.start :].lstrip(BLANKS)
        return len(self.text) - len(rest)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines that are not blank, without the blanks around them."""
        stripped = map(str.strip, self.body.splitlines())
        return tuple(filter(None, stripped))

    @property
    def first_line(self) -> str:
        """The first line that is not blank; empty if there is none."""
        return self.lines[0] if self.lines else ""


Offset = int | None  # where a text shows something; None if it does not
Sign = Callable[[Sample], Offset]


def begins(pattern: str) -> Sign:
    """Return a sign: the text begins so."""
    compiled = re.compile(pattern, re.IGNORECASE)
    return whole(lambda sample: compiled.match(sample.body) is not None)


def lines(pattern: str, *, least: int = 2, share: float = 0.6) -> Sign:
    """Return a sign: so many whole lines, and such a share of all, are of this pattern."""
    compiled = re.compile(pattern)

    @whole
    def sign(sample: Sample) -> bool:
        fitting = list(filter(compiled.fullmatch, sample.lines))
        return len(fitting) >= max(least, share * len(sample.lines))

    return sign


def times(pattern: str, *, least: int) -> Sign:
    """Return a sign: the pattern stands so often in the text; the place is that of the first."""
    compiled = re.compile(pattern, re.MULTILINE)

    def sign(sample: Sample) -> Offset:
        matches = compiled.finditer(sample.body)
        found = list(islice(matches, least))
        if len(found) < least:
            return None
        return sample.skipped + found[0].start()

    return sign


def whole(is_so: Callable[[Sample], bool]) -> Sign:
    """Return a sign that is one of the text as a whole: it stands where the text begins."""

    @wraps(is_so)
    def sign(sample: Sample) -> Offset:
        return sample.skipped if is_so(sample) else None

    return sign
