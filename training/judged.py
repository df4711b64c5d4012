"""Graphs of annotated news whose facts and events are known to be right or wrong.

Each article is read by the reader that has not learnt from it (`stacked.py`), and what the graph
says is judged by newsgold's own scorer, `score_newsgold.py`.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from annotated import annotated_articles
from stacked import reader_of
from votes import VOTES

import kg
from kg import pipeline
from kg.choices import Demand
from kg.graph import vote
from kg.graph.ontology import Ontology
from kg.model import Graph
from kg.vocabulary import BASE_IRI

CONFIDENCE = "kg:confidence"

Triple = tuple[str, str, str]  # subject, property, and object or text; entities by their ids


@dataclass(frozen=True, slots=True)
class Judged:
    """A graph, which of its facts are right, and which of its events, by their ids.

    What the scorer leaves out is in neither.
    """

    graph: Graph
    facts: dict[Triple, bool]
    events: dict[str, bool]


def judged(folders: Sequence[Path], readers: Path | None) -> Iterator[Judged]:
    """Yield graphs that together have all articles of some folders of annotated news."""
    for folder in folders:
        names = [Path(article.source).name for article, _ in annotated_articles([folder])]
        reader = reader_of((Path(name).stem for name in names), readers)
        for own in sorted(set(reader.values())):
            files = [folder / "docs" / name for name in names if reader[Path(name).stem] == own]
            with (
                TemporaryDirectory() as out,
                patch.object(pipeline, "without_doubtful_events", _all),
                patch.object(pipeline, "without_doubtful_facts", _all_facts),
                patch.object(vote, "_weights", _weights_for(own)),
            ):
                graph = kg.build(files, out, mentions=True, reader=own, cache=False).graph
                yield _judged(graph, Path(out), folder)


def _weights_for(reader: str) -> Callable[[str, str], Mapping[str, float]]:
    """Return what finds the weights of a table: those that have not learnt from the part of this
    reader, if it has such, else those that newskg has.
    """
    shipped = vote._weights  # what is patched

    @cache
    def weights(package: str, table: str) -> Mapping[str, float]:
        own = Path(reader) / VOTES / package.rpartition(".")[2] / table
        return vote.weights_in(own.read_text("utf-8")) if own.exists() else shipped(package, table)

    return weights


def _all(graph: Graph, _: Demand) -> Graph:
    """Return a graph with its doubtful events, too: what is doubtful is to be learnt."""
    return graph


def _all_facts(graph: Graph, _: Ontology, __: Demand) -> Graph:
    """Return a graph with its doubtful facts, too."""
    return graph


def _judged(graph: Graph, out: Path, folder: Path) -> Judged:
    """Return what the scorer says of a build.

    The scorer tells of each fact and event only its confidence and whether it is right, so each is
    given a number of its own as confidence.
    """
    import score_newsgold as scorer
    from graph import BuiltGraph

    names: list[str] = []
    triples: list[Triple] = []
    of_facts: list[tuple[float, bool]] = []
    of_events: list[tuple[float, bool]] = []
    objects, facts = BuiltGraph.objects, scorer.facts
    fact_rows, event_rows = scorer.fact_rows, scorer.event_rows

    def numbered_objects(self: BuiltGraph, subject: str, curie: str) -> list[str]:
        if curie != CONFIDENCE or "/event/" not in subject:
            return objects(self, subject, curie)
        names.append(_id(subject))
        return [str(len(names) - 1)]

    def numbered_facts(built: BuiltGraph) -> dict:
        found = facts(built)
        for number, (triple, fact) in enumerate(found.items()):
            fact.confidence = float(number)
            triples.append((_id(triple[0]), triple[1], _id(triple[2])))
        return found

    def watched_facts(at, said, counts, errors, _) -> None:  # type: ignore[no-untyped-def]
        fact_rows(at, said, counts, errors, of_facts)

    def watched_events(at, told, counts, errors, _) -> None:  # type: ignore[no-untyped-def]
        event_rows(at, told, counts, errors, of_events)

    BuiltGraph.objects, scorer.facts = numbered_objects, numbered_facts
    scorer.fact_rows, scorer.event_rows = watched_facts, watched_events
    try:
        scorer.score(out, folder, "")
    finally:
        BuiltGraph.objects, scorer.facts = objects, facts
        scorer.fact_rows, scorer.event_rows = fact_rows, event_rows
    facts = {triples[int(number)]: right for number, right in of_facts}
    # Of what holds both ways the scorer tells one, and not always the one that the graph has.
    other_way = {triple[::-1]: right for triple, right in facts.items()}
    return Judged(
        graph,
        {**other_way, **facts},
        {names[int(number)]: right for number, right in of_events},
    )


def _id(iri: str) -> str:
    return iri.removeprefix(BASE_IRI)


def scorer_of_command_line() -> None:
    """Take the option `--scorer FOLDER`, where `score_newsgold.py` is, from the command line."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--scorer", type=Path, required=True)
    told, rest = parser.parse_known_args()
    sys.argv[1:] = rest
    sys.path.append(str(told.scorer))
