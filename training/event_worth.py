"""Learn which events are worth a node: the weights of `kg/graph/events/data/worth.tsv`.

python training/event_worth.py GOLD          # prints what cross-validation says
python training/event_worth.py GOLD --write  # and writes the table

GOLD is a folder of annotated news in the form of newsgold: `docs/NAME.txt` and `gold.json`. Every
event that the rules propose is a case; it is right if its trigger overlaps the trigger of an
annotated event. Takes about a minute of one core.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from votes import Case, fitted, held_out, report, write

from kg.choices import DEFAULT_MODEL
from kg.graph.entities import resolve
from kg.graph.events import event_mentions
from kg.graph.ontology import linked_mentions, load
from kg.model import Article, Reading
from kg.text.read import read
from kg.text.read_article import read_article

TABLE = Path(__file__).parent.parent / "kg" / "graph" / "events" / "data" / "worth.tsv"
REGULARISATION = 1.0  # the inverse of its strength, as scikit-learn counts
LONGEST_TRIGGER = 4  # words; a longer one matches only what it mostly covers
WANTED_RECALL = 0.85  # of the proposed events that are right: what the floor keeps


def cases(gold: Path) -> Iterator[Case]:
    """Yield a case for each event that the rules propose in the annotated articles."""
    documents = {doc["name"]: doc for doc in json.loads((gold / "gold.json").read_text())["docs"]}
    articles = [article for article in read([gold / "docs"]) if isinstance(article, Article)]
    readings = [read_article(article, model=DEFAULT_MODEL) for article in articles]
    resolution = resolve(readings)
    by_id = {entity.id: entity for entity in resolution.entities}
    ontology = load([])
    for article, reading in zip(articles, readings, strict=True):
        name = Path(article.source).stem
        triggers = _triggers(documents[name])
        linked = linked_mentions(reading, by_id, resolution.entity_of)
        yield from _cases_of(name, reading, event_mentions(reading, linked, ontology), triggers)


def _triggers(document: dict) -> list[tuple[int, int]]:
    marks = document["mentions"]
    return [(mark["start"], mark["end"]) for mark in marks if mark["id"].startswith("v")]


def _cases_of(
    name: str, reading: Reading, mentions: Sequence, triggers: Sequence[tuple[int, int]]
) -> Iterator[Case]:
    for mention in mentions:
        at = mention.trigger
        is_short = len(at.of(reading.article.text).split()) <= LONGEST_TRIGGER
        is_right = any(at.start < end and start < at.end for start, end in triggers)
        yield Case(name, mention.signs, is_right and is_short)


def floor_for(chances: np.ndarray, right: np.ndarray, recall: float) -> float:
    """Return the highest floor, two decimals, above which that share of the right ones lies."""
    ordered = np.sort(chances[right])
    return float(np.floor(100 * ordered[int((1 - recall) * len(ordered))]) / 100)


def main() -> None:
    """Learn, print what cross-validation says, and write the table if that is wanted."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, help="a folder of annotated news")
    parser.add_argument("--write", action="store_true", help="write the table of weights")
    args = parser.parse_args()
    found = list(cases(args.gold))
    right = np.array([case.is_right for case in found])
    chances = held_out(found, REGULARISATION)
    report(chances, right)
    floor = floor_for(chances, right, WANTED_RECALL)
    print(f"{len(found)} events, {right.mean():.3f} right; floor {floor:.2f}")
    if args.write:
        write(TABLE, fitted(found, REGULARISATION), floor)


if __name__ == "__main__":
    main()
