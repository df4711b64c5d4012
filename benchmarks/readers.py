"""The results of the rules, of the learned reader, and of both on KnowledgeNet and re3d."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from scorers import report

from kg import pipeline
from kg.graph.ontology import load
from kg.model import Claim, Reading
from kg.rdf import write
from kg.reading_articles import read_article

ROW_OF_SET = {"knowledgenet": "all properties", "re3d": "relations, all"}
Choice = Callable[[Claim], bool]
CHOICES: dict[str, Choice] = {
    "rules": lambda claim: not claim.rule.startswith("reader:"),
    "reader": lambda claim: claim.rule.startswith("reader:"),
    "both": lambda claim: True,
}


@dataclass(frozen=True)
class Reached:
    """A row of a scorer's report for each way of reading ("rules", "reader", "both")."""

    benchmark: str
    name: str
    rows: dict[str, Any]


def reached(data: Path, out: Path) -> list[Reached]:
    """Return the rows of each set, the whole first.

    Articles are read once, and put together three times.
    """
    found = []
    for name, whole in ROW_OF_SET.items():
        articles = pipeline.read_inputs(data / name / "docs").articles
        readings = list(map(read_article, articles))
        reports = {
            way: _report(data, name, readings, choice, out / f"{name}-{way}")
            for way, choice in CHOICES.items()
        }
        names = [row.name for row in reports["both"].rows] if name == "knowledgenet" else [whole]
        found += [
            Reached(name, each, {way: told.row(each) for way, told in reports.items()})
            for each in names
        ]
    return found


def _report(data: Path, name: str, readings: list[Reading], choice: Choice, out: Path) -> Any:
    """Return the scorer's report on the graph of some of the claims.

    The classes of names are those of a build with both readers: the reader corrects a few.
    """
    chosen = [
        replace(reading, claims=tuple(filter(choice, reading.claims))) for reading in readings
    ]
    ontology = load()
    write(pipeline.assemble(chosen, ontology), out, ontology, mentions=True)
    return report(data, name, out)
