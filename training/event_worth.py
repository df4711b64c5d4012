"""Learn which events are worth a node: `worth.tsv` and `worth_by_rules.tsv` of `kg/graph/events`.

python training/event_worth.py GOLD --readers READERS          # prints what cross-validation says
python training/event_worth.py GOLD --readers READERS --write  # and writes the tables

GOLD is a folder of annotated news in the form of newsgold: `docs/NAME.txt` and `gold.json`. Every
event that the rules propose is a case; it is right if its trigger overlaps the trigger of an
annotated event. READERS are those of `stacked.py`, each of which reads what it has not learnt;
without them only the table for rules alone is learnt. Takes about a minute of one core.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from annotated import annotated_articles
from cases import Case
from stacked import readings_of
from votes import Lesson, learn

from kg.graph.entities import resolve
from kg.graph.events import EventMention, event_mentions
from kg.graph.ontology import linked_mentions, load
from kg.model import Article, Reading

TABLES = Path(__file__).parent.parent / "kg" / "graph" / "events" / "data"
REGULARISATION = 1.0  # the inverse of its strength, as scikit-learn counts
LONGEST_TRIGGER = 4  # words; a longer one matches only what it mostly covers
FLOOR = 0.4  # about where F1 is best; as it stands in the graph an event is judged once more


Proposed = tuple[EventMention, frozenset[str]]  # with the annotated events of its trigger


def cases(folders: Sequence[Path], readers: Path | None) -> Iterator[Case]:
    """Yield a case for each event that the rules propose in the annotated articles."""
    for name, found in proposed(folders, readers):
        for mention, told in found:
            yield Case(name, mention.signs, bool(told))


def proposed(folders: Sequence[Path], readers: Path | None) -> Iterator[tuple[str, list[Proposed]]]:
    """Yield the name of each annotated article, and the events that the rules propose in it."""
    for document, _, found in read_and_proposed(folders, readers):
        yield document["name"], found


def read_and_proposed(
    folders: Sequence[Path], readers: Path | None
) -> Iterator[tuple[dict, Reading, list[Proposed]]]:
    """Yield each annotation with its article's reading, and the events that the rules propose."""
    annotated = list(annotated_articles(folders))
    articles = [article for article, _ in annotated]
    readings = readings_of(articles, readers)
    resolution = resolve(readings)
    by_id = {entity.id: entity for entity in resolution.entities}
    ontology = load([])
    for (article, document), reading in zip(annotated, readings, strict=True):
        linked = linked_mentions(reading, by_id, resolution.entity_of)
        mentions = event_mentions(reading, linked, ontology)
        yield document, reading, with_annotated(mentions, article, document)


def with_annotated(
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


def _floor(chances: np.ndarray, right: np.ndarray) -> float:
    return FLOOR


if __name__ == "__main__":
    by_rules = TABLES / "worth_by_rules.tsv"
    lesson = Lesson(TABLES / "worth.tsv", cases, REGULARISATION, _floor, by_rules)
    learn(__doc__ or "", lesson)
