"""95 % intervals by the percentile bootstrap over documents.

They show how far a figure would move with other documents of the kind.

Documents are drawn with replacement, the counts of those drawn are summed, and the figure is
computed anew. The graph is not built anew. Source: Efron and Tibshirani 1993, chapter 13; for
scores of language systems, Koehn 2004.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scorers import Counts, module

SEED = 2026
RESAMPLES = 1000
RESAMPLES_OVER_DOCUMENTS = (
    200  # each matches and clusters all mentions anew, which takes a quarter of a second
)
LEVEL = 95.0  # per cent


@dataclass(frozen=True)
class Estimate:
    """A figure (0 to 1) with its interval, and the number of documents behind it."""

    value: float
    low: float
    high: float
    documents: int

    @property
    def error(self) -> float:
        """Return the standard error that the interval stands for, as of a normal distribution."""
        return (self.high - self.low) / (2 * 1.96)


def estimate(counts: Sequence[Counts], measure: str, *, resamples: int = RESAMPLES) -> Estimate:
    """Return the figure of some documents' counts, with its interval; the same at every call.

    `measure` is `f1` or `precision`.
    """
    table = np.array(counts, dtype=float)
    size = len(table)
    drawn = np.random.default_rng(SEED).multinomial(size, np.full(size, 1 / size), size=resamples)
    values = measured(drawn @ table, measure)
    return _estimate(float(measured(table.sum(axis=0, keepdims=True), measure)[0]), values, size)


def measured(sums: NDArray[np.float64], measure: str) -> NDArray[np.float64]:
    """Return precision or F1 of each row of summed counts; 0 if nothing was predicted."""
    precision = sums[:, 0] / np.maximum(sums[:, 1], 1e-9)
    if measure == "precision":
        return precision
    recall = sums[:, 2] / np.maximum(sums[:, 3], 1e-9)
    return 2 * precision * recall / np.maximum(precision + recall, 1e-9)


def _estimate(value: float, values: Iterable[float], documents: int) -> Estimate:
    """Return an estimate from the values of all resamples."""
    low, high = np.percentile(list(values), [(100 - LEVEL) / 2, (100 + LEVEL) / 2])
    return Estimate(value, float(low), float(high), documents)


def clusters_estimate(data: Path, out: Path, row: str) -> Estimate:
    """Return the figure for clusters over documents, which no document has alone.

    The scorer counts anew in each resample. A document that was drawn twice stands twice, as two
    documents that speak of the same things.
    """
    scorer = module(data, "score_meantime")
    gold, graph = scorer.load_gold(data / "meantime"), scorer.load_build(out)
    mentions_of = scorer.mentions_by_doc(graph)
    random = np.random.default_rng(SEED)
    values = []
    for _ in range(RESAMPLES_OVER_DOCUMENTS):
        drawn = random.integers(0, len(gold["docs"]), len(gold["docs"]))
        values.append(
            _resampled(scorer, [gold["docs"][index] for index in drawn], graph, mentions_of, row)
        )
    report = scorer.Report("")
    scorer.cross_document(gold, graph, report)
    return _estimate(report.row(row).f1, values, len(gold["docs"]))


def _resampled(
    scorer: Any,
    docs: Sequence[dict[str, Any]],
    graph: Any,
    mentions_of: dict[str, list[Any]],
    row: str,
) -> float:
    """Return F1 of some documents under new names, so that one may stand several times."""
    named = [(f"{number:05d}", doc) for number, doc in enumerate(docs)]
    mentions = [
        replace(mention, doc=name)
        for name, doc in named
        for mention in mentions_of.get(doc["file"], ())
    ]
    report = scorer.Report("")
    scorer.cross_document(
        {"docs": [doc | {"file": name} for name, doc in named]},
        replace(graph, mentions=mentions),
        report,
    )
    return float(report.row(row).f1)
