"""The growth of the time for hostile articles with their length.

An article twice as long may take twice as long, and little more.

    python benchmarks/hostile.py [--length 8000] [KIND…]

Each kind of article of `tests/hostile_texts.py` is read at a length, at twice and at four times
that, up to the written graph, in one process. The time is that of the processor, and the ratio of
two counts: 2 is linear, 4 the square. Of the two doublings the smaller ratio is told, since a pause
of the machine can only make one look worse. A stage that takes less than a tenth of a second is too
short to tell. The memory is the peak of the process so far.
"""

import argparse
import resource
import sys
import time
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from hostile_texts import GROWING, Maker

from kg.graph.ontology import Ontology
from kg.graph.ontology import load as load_ontology
from kg.model import Reading
from kg.pipeline import assemble
from kg.rdf import triples, turtle
from kg.reading_articles import read_article
from kg.text.read import article

STEPS = (1, 2, 4)
SHORTEST = 0.1  # seconds; the ratio of shorter times tells nothing
# A ratio above this is named: the square of the length has 4, and a start-up has less than 2.
WORST = 2.7
Times = dict[str, float]


def main() -> int:
    """Print a line a kind; return 1 if a stage of one grows too fast."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(GROWING))
    parser.add_argument(
        "--length", type=int, default=8_000, help="characters of the shortest article"
    )
    given = parser.parse_args()
    ontology = load_ontology([])
    measured(GROWING["two names"], 1_000, ontology)  # loads what is loaded once
    print(f"{'kind':<28} {'seconds':>8} {'ratio':>6} {'MB':>6}  too fast")
    worse = [_line(kind, GROWING[kind], given.length, ontology) for kind in given.kinds or GROWING]
    print(
        f"{sum(worse)} of {len(worse)} kinds have a stage whose time grows more than {WORST}-fold "
        f"with twice the length"
    )
    return int(any(worse))


def _line(kind: str, make: Maker, length: int, ontology: Ontology) -> bool:
    times = [measured(make, step * length, ontology) for step in STEPS]
    fast = [stage for stage in times[0] if _ratio([each[stage] for each in times]) > WORST]
    totals = [sum(each.values()) for each in times]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{kind:<28} {totals[-1]:>8.2f} {_ratio(totals):>6.1f} {peak:>6}  {', '.join(fast) or '-'}",
        flush=True,
    )
    return bool(fast)


def _ratio(times: list[float]) -> float:
    """Return how much longer the double takes.

    It is the smaller of two doublings, or 0 if the times are too short.
    """
    ratios = [
        longer / shorter for shorter, longer in pairwise(times) if longer > SHORTEST and shorter > 0
    ]
    return min(ratios, default=0.0)


def measured(make: Maker, length: int, ontology: Ontology) -> Times:
    """Return the seconds of the processor that each stage takes for one article of that length."""
    text, spent = make(length), Times()
    lap = _Lap(spent)
    found = article(text)
    lap("read")
    reading: Reading = read_article(found)
    lap("language")
    graph = assemble([reading], ontology)
    lap("graph")
    turtle(triples(graph, ontology), prefixes=ontology.prefixes)
    lap("write")
    return spent


class _Lap:
    """The time since it was last called."""

    def __init__(self, spent: Times):
        self._spent, self._last = spent, time.process_time()

    def __call__(self, stage: str) -> None:
        now = time.process_time()
        self._spent[stage], self._last = now - self._last, now


if __name__ == "__main__":
    sys.exit(main())
