"""The scorers of the benchmark folder as a library: what they count in a build, document by document.

The scorers sum over all documents. Intervals need the counts of each document; they come from the scorers, too: from their lists
of errors, or by giving them the gold of one document at a time. `checked` compares the sums with the scorers' own totals.
"""

import importlib
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SETS = ("knowledgenet", "meantime", "re3d")
Counts = tuple[float, float, float, float]  # right predictions, predictions, gold items found, gold items
ByDocument = dict[str, dict[str, Counts]]  # row of the scorer → document → its counts


class ScorerError(Exception):
    """The benchmark folder is not what this adapter was written for."""


@dataclass(frozen=True)
class Scored:
    """A scored build: the scorer's report, and the counts behind it by row and document."""

    report: Any
    counts: ByDocument


def module(data: Path, name: str) -> Any:
    """A module of the benchmark folder. Raises `ScorerError` where the folder has no scorers."""
    if not (data / "score.py").is_file():
        raise ScorerError(f"{data} has no score.py: --data is the folder with score.py and the sets {', '.join(SETS)}")
    if str(data) not in sys.path:
        sys.path.insert(0, str(data))
    return importlib.import_module(name)


def scored(data: Path, name: str, out: Path, *, only: frozenset[str] | None = None) -> Scored:
    """Score the build `out` of the set `name`; with `only`, on these documents alone. Raises `ScorerError`, `OSError`, `ValueError`."""
    scorer = module(data, f"score_{name}")
    gold = scorer.load_gold(data / name)
    gold = gold | {"docs": [doc for doc in gold["docs"] if only is None or doc["file"] in only]}
    report = scorer.score(out, data / name)
    if name == "knowledgenet":
        return Scored(report, dict(_from_errors(report, gold["docs"])))
    graph, texts = scorer.load_build(out), scorer.read_docs(data / name)
    by_document: ByDocument = {}
    for doc in gold["docs"]:
        for row in _rows(scorer, gold | {"docs": [doc]}, graph, texts):
            by_document.setdefault(row.name, {})[doc["file"]] = (row.hits_p, row.n_p, row.hits_r, row.n_r)
    return Scored(report, by_document)


def _rows(scorer: Any, gold: dict[str, Any], graph: Any, texts: dict[str, str]) -> list[Any]:
    """The rows of one document: all that the scorer counts inside documents."""
    report = scorer.Report("")
    if hasattr(scorer, "score_relations"):
        scorer.score_entities(gold, graph, texts, report)
        scorer.score_relations(gold, graph, texts, report, with_events=False)
    else:
        maps = scorer.entity_mentions(gold, graph, texts, report)
        scorer.score_events(gold, graph, texts, maps, report)
    return list(report.rows)


def _from_errors(report: Any, docs: Iterable[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Counts]]]:
    """KnowledgeNet: every gold fact that is no miss was found, and every prediction is one of those or a false positive."""
    errors = Counter((error.doc, error.kind) for error in report.errors)
    of_document: dict[str, Counts] = {}
    for doc in docs:
        gold = sum(len(passage["facts"]) for passage in doc["passages"])
        found = gold - errors[doc["file"], "miss"]
        of_document[doc["file"]] = (found, found + errors[doc["file"], "false positive"], found, gold)
    yield "all properties", of_document


def checked(result: Scored) -> Scored:
    """The same, after a check that the counts by document add up to the scorer's totals. Raises `ScorerError`."""
    for row, counts in result.counts.items():
        total = result.report.row(row)
        sums = summed(counts.values())
        if any(abs(a - b) > 1e-6 for a, b in zip(sums, (total.hits_p, total.n_p, total.hits_r, total.n_r), strict=True)):
            raise ScorerError(f"{result.report.title}, {row}: the documents add up to {sums}, the scorer says {total}")
    return result


def summed(counts: Iterable[Counts]) -> Counts:
    """The sum of some counts."""
    columns: Sequence[tuple[float, ...]] = tuple(zip(*counts, strict=True)) or ((0.0,),) * 4
    first, second, third, fourth = (float(sum(column)) for column in columns)
    return first, second, third, fourth
