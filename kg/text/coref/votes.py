"""A vote on which of several things a mention means: weighed signs, learnt from annotated news.

Each thing spoken of before that may be meant is an option and has signs; that it is none of them
has signs, too. A table has a weight for each sign. The chance of an option is the exponential of
the sum of its weights, as a share of that of all: a log-linear model (`training/links.py`).

Source: Durrett and Klein 2013, "Easy victories and uphill battles in coreference resolution".
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat

from kg.tables import table
from kg.text.coref.document import MentionNode, Nodes

FLOOR = "(floor)"  # the row of a table that is no sign: the chance that is asked
Signs = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """A thing that a mention may mean, with its mentions before that and the signs for it."""

    root: MentionNode
    before: Nodes
    signs: Signs


@dataclass(frozen=True, slots=True)
class Choice:
    """A mention and what it may mean: `none` are the signs that it is none of the options.

    `kind` is the sort of mention, which has a table of its own; `chosen` is the root of what a rule
    takes it for.
    """

    node: MentionNode
    kind: str
    options: Sequence[Option]
    none: Signs
    chosen: MentionNode | None = None

    @property
    def chances(self) -> list[float]:
        """The chance of each option, two decimals."""
        weights = _weights(self.kind)
        sums = [_sum(option.signs, weights) for option in self.options]
        highest = max(sums, default=0.0)
        shares = [math.exp(value - highest) for value in sums]
        whole = math.fsum(shares) + math.exp(_sum(self.none, weights) - highest)
        return [round(share / whole, 2) for share in shares]

    @property
    def likeliest(self) -> MentionNode | None:
        """The root of the likeliest option, None if its chance is below the floor."""
        found = zip(self.chances, self.options, strict=True)
        chance, option = max(found, key=_chance, default=(0.0, None))
        if option is None or chance < _weights(self.kind)[FLOOR]:
            return None
        return option.root


def _chance(found: tuple[float, Option]) -> float:
    """Return the chance of an option beside it."""
    return found[0]


def _sum(signs: Iterable[str], weights: Mapping[str, float]) -> float:
    """Return the sum of the weights of some signs; those that have none count for nothing."""
    return math.fsum(map(weights.get, signs, repeat(0.0)))


@cache
def _weights(kind: str) -> Mapping[str, float]:
    """Return the weight of each sign for a sort of mention."""
    return {sign: float(weight) for sign, weight in table(__package__, f"data/{kind}.tsv")}


def step(value: float, steps: Sequence[float]) -> str:
    """Return the first of some rising steps that a number does not exceed, as a part of a sign."""
    for at in steps:
        if value <= at:
            return str(at)
    return "more"
