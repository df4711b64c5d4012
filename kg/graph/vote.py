"""A weighed vote of signs: a table of weights, and the probability that they give together.

A table has a row for each sign that has a weight, and two that are no signs: the bias, to which the
weights are added, and the floor, the probability that is asked. A table may have further floors,
for those who ask for surer claims or for more of them (`kg.choices.Demand`). The logistic function
of the sum is the probability. The tables are learnt by logistic regression (`training/`) and can be
read.

What is judged with the help of the learned reader has signs of what that sees, and a table that was
learnt with them; without the reader another table judges, by rules alone.
"""

import math
from collections.abc import (
    Collection,
    Iterable,
    Mapping,
)
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import repeat

from kg.choices import Demand
from kg.model import SEEN

BIAS, FLOOR = "(bias)", "(floor)"  # rows of a table that are no signs
FLOORS = {
    Demand.USUAL: FLOOR,
    Demand.PRECISE: "(floor, precise)",
    Demand.MANY: "(floor, many)",
}


@dataclass(frozen=True, slots=True)
class Vote:
    """The vote by the table of that name in the folder `data` of a package."""

    package: str
    table: str

    @property
    def weights(self) -> Mapping[str, float]:
        """The weight of each sign that has one, with the bias and the floor."""
        return _weights(self.package, self.table)

    @property
    def floor(self) -> float:
        """The probability that is asked."""
        return self.weights[FLOOR]

    def floor_for(self, demand: Demand) -> float:
        """Return the probability that is asked of what is told to those with this demand."""
        return self.weights[FLOORS[demand]]

    def chance(self, signs: Iterable[str]) -> float:
        """Return the probability that some signs give together, two decimals.

        1 without any sign: then nothing speaks against it.
        """
        signs = tuple(signs)
        return _chance(self.weights[BIAS], self.weights, signs) if signs else 1.0

    def chance_of(self, answer: str, marks: Collection[str]) -> float:
        """Return the probability of one of several answers that are judged by the same marks.

        Its signs are the marks with its name before them (`behind`), which are not put together.
        """
        weights = _weights_of(self.package, self.table, answer)
        return _chance(self.weights[BIAS], weights, marks)


@dataclass(frozen=True, slots=True)
class Votes:
    """Two votes on one question: with what a learned reader sees, and without one."""

    with_reader: Vote
    by_rules: Vote

    def on(self, signs: Collection[str]) -> Vote:
        """Return the vote that judges something with these signs."""
        return self.with_reader if SEEN in signs else self.by_rules


def behind(answer: str, mark: str) -> str:
    """Return the sign for a mark of an answer; for the empty mark, the answer itself.

    >>> behind("denied", "has:neg"), behind("denied", "")
    ('denied has:neg', 'denied')
    """
    return f"{answer} {mark}" if mark else answer


def _chance(bias: float, weights: Mapping[str, float], signs: Iterable[str]) -> float:
    """Return the logistic function of the weights of some signs, two decimals."""
    total = bias + math.fsum(map(weights.get, signs, repeat(0.0)))
    chance = 1 / (1 + math.exp(-total))
    return round(chance, 2)


@cache
def _weights_of(package: str, table: str, answer: str) -> Mapping[str, float]:
    """Return the weights of the signs of one answer, by their marks."""
    weights: dict[str, float] = {}
    for sign, weight in _weights(package, table).items():
        first, _, mark = sign.partition(" ")
        if first == answer:
            weights[mark] = weight
    return weights


@cache
def _weights(package: str, table: str) -> Mapping[str, float]:
    file = files(package).joinpath("data", table)
    return weights_in(file.read_text("utf-8"))


def weights_in(text: str) -> Mapping[str, float]:
    """Return the weights in the text of a table: its head, then a sign and its weight a row."""
    _, *rows = text.splitlines()
    weights = {}
    for row in rows:
        sign, weight = row.split("\t")
        weights[sign] = float(weight)
    return weights
