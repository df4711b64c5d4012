"""The scorers of the benchmark folder as a library: their counts in all and for each document.

The scorers sum over all documents. Intervals need the counts of each document; they come from the
scorers, too: from their list of errors, or by giving them the gold of one document at a time.
`checked` compares the sums with the scorers' own totals.
"""

import importlib
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from unittest.mock import patch

NEWS = "newsgold"  # its articles lie in two folders, of which `dev` is measured
FOLDER = {NEWS: "newsgold/dev"}
SETS = (NEWS, "knowledgenet", "meantime", "re3d")
Counts = tuple[
    float, float, float, float
]  # right predictions, predictions, gold items found, gold items
ByDocument = dict[str, dict[str, Counts]]  # row of the scorer → document → its counts


class ScorerError(Exception):
    """A benchmark folder for which this adapter was not written."""


def module(data: Path, name: str) -> Any:
    """Return a module of the benchmark folder. Raise `ScorerError` if the folder has no scorers."""
    if not (data / "score.py").is_file():
        raise ScorerError(
            f"{data} has no score.py: give the folder with score.py and the sets {', '.join(SETS)}"
        )
    if str(data.resolve()) not in sys.path:
        sys.path.insert(0, str(data.resolve()))
    return importlib.import_module(name)


def folder_of(data: Path, name: str) -> Path:
    """Return the folder of a set, which has its texts and its annotation."""
    return data / FOLDER.get(name, name)


def report(data: Path, name: str, out: Path) -> Any:
    """Return the scorer's report on `out`, a build of the set `name`.

    Raises `OSError` and `ValueError` if it is none.
    """
    scorer, folder = module(data, f"score_{name}"), folder_of(data, name)
    return scorer.score(out, folder, name) if name == NEWS else scorer.score(out, folder)


def by_document(data: Path, name: str, out: Path) -> ByDocument:
    """Return the counts of each document that the graph of `out` has.

    Those of figures over documents are left out.
    """
    scorer = module(data, f"score_{name}")
    gold, texts, graph = (
        scorer.load_gold(folder_of(data, name)),
        scorer.read_docs(folder_of(data, name)),
        scorer.load_build(out),
    )
    built = {*graph.doc_of.values()}
    docs = [doc for doc in gold["docs"] if doc["file"] in built]
    if name == "knowledgenet":
        return dict(_from_errors(report(data, name, out), docs))
    counts: ByDocument = {}
    for doc in docs:
        rows_of = _rows_of_news if name == NEWS else _rows
        for row in rows_of(scorer, gold | {"docs": [doc]}, graph, texts):
            counts.setdefault(row.name, {})[doc["file"]] = (
                row.hits_p,
                row.n_p,
                row.hits_r,
                row.n_r,
            )
    return counts


def _rows(scorer: Any, gold: Mapping[str, Any], graph: Any, texts: Mapping[str, str]) -> list[Any]:
    """Return the rows of one document: all that the scorer counts inside documents."""
    rows = scorer.Report("")
    if hasattr(scorer, "score_relations"):
        scorer.score_entities(gold, graph, texts, rows)
        scorer.score_relations(gold, graph, texts, rows, with_events=False)
    else:
        maps = scorer.entity_mentions(gold, graph, texts, rows)
        scorer.score_events(gold, graph, texts, maps, rows)
    return list(rows.rows)


def _rows_of_news(
    scorer: Any, gold: Mapping[str, Any], graph: Any, texts: Mapping[str, str]
) -> list[Any]:
    """Return the rows of one article of the news, whose scorer takes a folder and no gold."""
    given = {"load_gold": gold, "load_build": graph, "read_docs": texts}
    with patch.multiple(scorer, **{name: _giving(each) for name, each in given.items()}):
        return list(scorer.score("", Path(), NEWS).rows)


def _giving(value: Any) -> Callable[..., Any]:
    return lambda *_: value


def _from_errors(
    told: Any, docs: Iterable[Mapping[str, Any]]
) -> Iterator[tuple[str, dict[str, Counts]]]:
    """Return the counts of KnowledgeNet from the scorer's list of errors.

    Every gold fact that is no miss was found; every prediction is one of those or a false positive.
    """
    errors = Counter((error.doc, error.kind) for error in told.errors)
    of_document: dict[str, Counts] = {}
    for doc in docs:
        gold = sum(len(passage["facts"]) for passage in doc["passages"])
        found = gold - errors[doc["file"], "miss"]
        of_document[doc["file"]] = (
            found,
            found + errors[doc["file"], "false positive"],
            found,
            gold,
        )
    yield "all properties", of_document


def checked(counts: ByDocument, told: Any) -> ByDocument:
    """Return the same counts, if they add up to the totals of the scorer's report.

    Raises `ScorerError` if they do not.
    """
    for row, of_document in counts.items():
        sums, total = summed(of_document.values()), told.row(row)
        if any(
            abs(a - b) > 1e-6
            for a, b in zip(sums, (total.hits_p, total.n_p, total.hits_r, total.n_r), strict=True)
        ):
            raise ScorerError(
                f"{told.title}, {row}: the documents add up to {sums}, the scorer says {total}"
            )
    return counts


def summed(counts: Iterable[Counts]) -> Counts:
    """Return the sum of some counts."""
    right = predicted = found = gold = 0.0
    for each in counts:
        right, predicted, found, gold = (
            right + each[0],
            predicted + each[1],
            found + each[2],
            gold + each[3],
        )
    return right, predicted, found, gold
