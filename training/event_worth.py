"""Learn which events are worth a node: the weights of `kg/graph/events/data/worth.tsv`.

python training/event_worth.py GOLD          # prints what cross-validation says
python training/event_worth.py GOLD --write  # and writes the table

GOLD is a folder of annotated news in the form of newsgold: `docs/NAME.txt` and `gold.json`. Every
event that the rules propose is a case; it is right if its trigger overlaps the trigger of an
annotated event. Takes about a minute of one core.
"""

import json
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from votes import Case, Lesson, floor_for_recall, learn

from kg.choices import DEFAULT_MODEL
from kg.graph.entities import resolve
from kg.graph.events import EventMention, event_mentions
from kg.graph.ontology import linked_mentions, load
from kg.model import Article
from kg.text.read import read
from kg.text.read_article import read_article

TABLE = Path(__file__).parent.parent / "kg" / "graph" / "events" / "data" / "worth.tsv"
REGULARISATION = 1.0  # the inverse of its strength, as scikit-learn counts
LONGEST_TRIGGER = 4  # words; a longer one matches only what it mostly covers
WANTED_RECALL = 0.85  # of the proposed events that are right: what the floor keeps


Proposed = tuple[EventMention, frozenset[str]]  # with the annotated events of its trigger


def cases(gold: Path) -> Iterator[Case]:
    """Yield a case for each event that the rules propose in the annotated articles."""
    for name, found in proposed(gold):
        for mention, told in found:
            yield Case(name, mention.signs, bool(told))


def proposed(gold: Path) -> Iterator[tuple[str, list[Proposed]]]:
    """Yield the name of each annotated article, and the events that the rules propose in it."""
    documents = {doc["name"]: doc for doc in json.loads((gold / "gold.json").read_text())["docs"]}
    articles = [article for article in read([gold / "docs"]) if isinstance(article, Article)]
    readings = [read_article(article, model=DEFAULT_MODEL) for article in articles]
    resolution = resolve(readings)
    by_id = {entity.id: entity for entity in resolution.entities}
    ontology = load([])
    for article, reading in zip(articles, readings, strict=True):
        name = Path(article.source).stem
        linked = linked_mentions(reading, by_id, resolution.entity_of)
        mentions = event_mentions(reading, linked, ontology)
        yield name, _with_annotated(mentions, article, documents[name])


def _with_annotated(
    mentions: Iterable[EventMention], article: Article, document: dict
) -> list[Proposed]:
    """Return the mentions, each with the annotated events whose trigger it overlaps."""
    marks = [mark for mark in document["mentions"] if mark["id"].startswith("v")]
    found: list[Proposed] = []
    for mention in mentions:
        at = mention.trigger
        is_short = len(at.of(article.text).split()) <= LONGEST_TRIGGER
        near = marks if is_short else ()
        told = {mark["id"] for mark in near if at.start < mark["end"] and mark["start"] < at.end}
        found.append((mention, frozenset(told)))
    return found


if __name__ == "__main__":
    floor = partial(floor_for_recall, recall=WANTED_RECALL)
    learn(__doc__ or "", Lesson(TABLE, cases, REGULARISATION, floor))
