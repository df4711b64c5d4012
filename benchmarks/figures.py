"""The figures that the project answers for, their marks, and where they are kept.

They are kept in `accuracy.json`.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from intervals import Estimate, clusters_estimate, estimate
from scorers import NEWS, by_document, checked, report

STORED = Path(__file__).parent / "accuracy.json"
OVER_DOCUMENTS = "clusters over documents, B3"
SAMPLE_SIZE = 200  # texts of KnowledgeNet that the test builds: all of them take too long for it


@dataclass(frozen=True)
class Figure:
    """A row of a scorer's report, and its marks: a trivial baseline, the bar, and the aim.

    `floor` is None where nobody has measured a baseline.
    """

    name: str
    benchmark: str
    row: str
    floor: float | None
    bar: float
    goal: float
    measure: str = "f1"


def _of_news(row: str, bar: float, goal: float, measure: str = "f1") -> Figure:
    """Return a figure of the annotated news."""
    name = f"News, {row}" if measure == "f1" else f"News, {row}, precision"
    return Figure(name, NEWS, row, None, bar, goal, measure)


FIGURES = (
    _of_news("signed", 0.56, 0.72),
    _of_news("signed", 0.70, 0.82, "precision"),
    _of_news("facts", 0.58, 0.70),
    _of_news("facts", 0.86, 0.92, "precision"),
    _of_news("events, right", 0.47, 0.60),
    _of_news("events, right", 0.54, 0.80, "precision"),
    _of_news("events, found", 0.65, 0.75),
    _of_news("participants with role", 0.53, 0.65),
    _of_news("entities", 0.86, 0.92),
    _of_news("unnamed things", 0.70, 0.80),
    _of_news("coreference, B3", 0.77, 0.82),
    _of_news("event kinds", 0.58, 0.70),
    _of_news("event dates", 0.68, 0.75),
    _of_news("where", 0.45, 0.60),
    _of_news("who says so", 0.64, 0.70),
    _of_news("quotations", 0.82, 0.90),
    _of_news("direct quotations", 0.90, 0.95),
    Figure("KnowledgeNet, all 15 properties", "knowledgenet", "all properties", 0.39, 0.82, 0.88),
    Figure(
        "KnowledgeNet, precision", "knowledgenet", "all properties", 0.83, 0.86, 0.90, "precision"
    ),
    Figure("MEANTIME, names with type", "meantime", "names, overlap and type", 0.85, 0.90, 0.94),
    Figure(
        "MEANTIME, coreference in the article, B3",
        "meantime",
        "coreference in a document, B3",
        0.82,
        0.88,
        0.92,
    ),
    Figure("MEANTIME, clusters over articles, B3", "meantime", OVER_DOCUMENTS, 0.77, 0.85, 0.92),
    Figure(
        "MEANTIME, participants with role", "meantime", "participants with role", 0.40, 0.55, 0.65
    ),
    Figure("MEANTIME, dates to the day", "meantime", "event dates, day", 0.10, 0.45, 0.70),
    Figure("MEANTIME, dates to the month", "meantime", "event dates, month", 0.40, 0.60, 0.80),
    Figure(
        "re3d, entity mentions with type", "re3d", "mentions, overlap and type", 0.38, 0.55, 0.65
    ),
    Figure("re3d, relations", "re3d", "relations, all", 0.05, 0.22, 0.35),
)


def estimates(data: Path, name: str, out: Path) -> dict[str, Estimate]:
    """Return the value and interval of each figure, for a build of the whole set `name`."""
    counts = checked(by_document(data, name, out), report(data, name, out))
    return {
        figure.name: clusters_estimate(data, out, figure.row)
        if figure.row == OVER_DOCUMENTS
        else estimate(list(counts[figure.row].values()), figure.measure)
        for figure in of_set(name)
    }


def sample_estimates(data: Path, out: Path) -> dict[str, Estimate]:
    """Return the same for a build of some texts of KnowledgeNet; only these texts count."""
    counts = by_document(data, "knowledgenet", out)
    return {
        figure.name: estimate(list(counts[figure.row].values()), figure.measure)
        for figure in of_set("knowledgenet")
    }


def values(data: Path, name: str, out: Path) -> dict[str, float]:
    """Return the value alone of each figure, for a build of the whole set `name`."""
    told = report(data, name, out)
    rows = {figure: told.row(figure.row) for figure in of_set(name)}
    return {
        figure.name: row.precision if figure.measure == "precision" else row.f1
        for figure, row in rows.items()
    }


def of_set(name: str) -> list[Figure]:
    """Return the figures of one set, in their order."""
    return [figure for figure in FIGURES if figure.benchmark == name]


def sample(data: Path) -> list[Path]:
    """Return a fixed sample of the texts of KnowledgeNet, spread evenly over their names."""
    texts = sorted((data / "knowledgenet" / "docs").glob("*.txt"))
    return texts[:: max(len(texts) // SAMPLE_SIZE, 1)][:SAMPLE_SIZE]


def store(
    whole: Mapping[str, Estimate], sampled: Mapping[str, Estimate], path: Path = STORED
) -> None:
    """Keep the figures for the test: those of the whole sets, and those of the sample."""
    groups = {"figures": whole, "sample": sampled}
    content = {
        group: {name: rounded(each) for name, each in sorted(found.items())}
        for group, found in groups.items()
    }
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def rounded(found: Estimate) -> dict[str, Any]:
    """Return an estimate with six decimals."""
    return {name: round(value, 6) for name, value in asdict(found).items()}


def stored(group: str, path: Path = STORED) -> dict[str, Estimate]:
    """Return the kept estimates of a group (`figures` or `sample`)."""
    return {
        name: Estimate(**found)
        for name, found in json.loads(path.read_text("utf-8"))[group].items()
    }


def missed(found: Mapping[str, Estimate]) -> Iterable[Figure]:
    """Return the figures that lie under their bar."""
    return (
        figure
        for figure in FIGURES
        if figure.name in found and found[figure.name].value < figure.bar
    )
