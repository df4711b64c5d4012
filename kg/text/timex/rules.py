"""Rules of time expressions: a pattern, and what the words mean that it matches."""

import re
from collections.abc import Callable

from kg.model import TimeValue
from kg.text.timex.anchor import Anchor
from kg.text.timex.words import clean, unit, with_gaps


class Said:
    """The words that the groups of a pattern found, in small letters, with one blank between."""

    def __init__(self, match: re.Match[str]) -> None:
        self._match = match

    def __getitem__(self, group: str) -> str:
        """Return what a group found; empty if it found nothing."""
        words = self._match[group] or ""
        return clean(words)

    def numbers(self, *groups: str) -> tuple[int, ...]:
        """Return what some groups found, which are figures."""
        return tuple(int(self._match[group]) for group in groups)

    @property
    def unit(self) -> str:
        """The unit of time that is said, in the singular."""
        return unit(self["unit"])


Meaning = Callable[[Said, Anchor], TimeValue]
Rule = tuple[str, Meaning]
Rules = list[Rule]
Decorator = Callable[[Meaning], Meaning]


def rule(rules: Rules, *patterns: str) -> Decorator:
    """Return a decorator that adds a function to some rules, as the meaning of these patterns.

    If two rules fit, the one that was added first decides. A blank in a pattern stands for a gap.
    """

    def add(meaning: Meaning) -> Meaning:
        """Add the patterns with what they mean."""
        for pattern in patterns:
            tolerant = with_gaps(pattern)
            rules.append((tolerant, meaning))
        return meaning

    return add
