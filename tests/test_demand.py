"""How sure claims must be is the user's choice, and the folder remembers it."""

from pathlib import Path

import pytest

import kg
from kg.choices import Demand
from kg.errors import InputError
from kg.retraction import rebuild

SENTENCES = (
    "Mayor Ada Lund opened the new harbour of Vardal on Monday.",
    "Police arrested two fishermen in Vardal after a fight.",
    "Bo Holm, chief executive of Globex, resigned.",
    "Globex employee Eva Rask sued the firm over a fire at its plant.",
    "A storm hit the coast, and the ferry was cancelled.",
    "Lund's lawyer met the council's head in a hotel.",
    "The firm bought a yard from the port authority last year.",
    "Rask, a welder, was hurt.",
)
ARTICLE = {"id": "harbour", "title": "", "text": " ".join(SENTENCES), "date": "2026-03-04"}


@pytest.fixture(scope="module")
def graphs() -> dict[Demand, kg.BuildReport]:
    return {demand: kg.build([ARTICLE], demand=demand) for demand in Demand}


def told(report: kg.BuildReport) -> set[str]:
    facts = {f"{f.subject} {f.predicate} {f.object}" for f in report.graph.facts}
    return facts | {event.id for event in report.graph.events}


def test_precise_claims_are_some_of_the_usual_and_those_some_of_many(
    graphs: dict[Demand, kg.BuildReport],
) -> None:
    precise, usual, many = (
        told(graphs[demand]) for demand in (Demand.PRECISE, Demand.USUAL, Demand.MANY)
    )
    assert precise < usual <= many
    assert precise < many


def test_what_is_not_told_is_refused(graphs: dict[Demand, kg.BuildReport]) -> None:
    precise, many = graphs[Demand.PRECISE].graph, graphs[Demand.MANY].graph
    asked = [refusal for refusal in precise.refusals if "is asked" in refusal.reason]
    assert len(precise.refusals) > len(many.refusals)
    assert len(asked) >= len(many.events) - len(precise.events) > 0


def test_the_folder_remembers_what_was_asked(tmp_path: Path) -> None:
    kg.build([ARTICLE], tmp_path, demand="precise")
    before = (tmp_path / "graph.ttl").read_bytes()
    rebuild(tmp_path)
    assert (tmp_path / "graph.ttl").read_bytes() == before


def test_another_demand_is_named_with_those_that_there_are() -> None:
    with pytest.raises(InputError, match="demand is 'few': give one of usual, precise, many"):
        kg.build([ARTICLE], demand="few")
