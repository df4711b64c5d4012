"""Learn which tellings of several articles are one event: `links.tsv` and `links_by_rules.tsv`.

python training/event_links.py ECBPLUS          # what cross-validation over topics says
python training/event_links.py ECBPLUS --write  # and writes the tables

ECBPLUS is a folder with `train.jsonl`: news on the same happenings, the annotated sentences of an
article a line, with the events that they tell. A pair of tellings of one topic that the build would
compare, and that do not contradict each other, is a case. It is right if both triggers overlap
those of one annotated event. The shipped reader has learnt from none of it. It
takes some minutes of one core.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import combinations
from pathlib import Path

from cases import Case
from corpora import NO_SPACE_AFTER, NO_SPACE_BEFORE
from stacked import readings_of
from votes import Lesson, floor_for_precision, learn

from kg.graph.entities import resolve
from kg.graph.events import (
    EventMention,
    KnownThings,
    are_compared,
    event_mentions,
    is_possible,
    signs_of_link,
)
from kg.graph.ontology import linked_mentions, load
from kg.graph.stories import Subjects
from kg.model import Article

TABLES = Path(__file__).parent.parent / "kg" / "graph" / "events" / "data"
REGULARISATION = 0.1  # many signs, of which most say the same
WANTED_PRECISION = 0.68  # of the pairs that the floor lets through, in cross-validation
THINGS = frozenset({"human", "thing", "place"})  # kinds of mentions
QUOTES = {"``": '"', "''": '"'}

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article made of annotated sentences, its topic, and the event or thing at each span."""

    article: Article
    topic: str
    events: tuple[tuple[Span, str], ...]
    things: tuple[tuple[Span, str], ...] = ()


def annotated(folder: Path) -> Iterator[Annotated]:
    """Yield the articles of the training part of ECB+."""
    for line in (folder / "train.jsonl").read_text("utf-8").splitlines():
        document = json.loads(line)
        text, events, things = "", [], []
        for sentence in document["sentences"]:
            text += "\n\n" if text else ""
            spans: list[Span] = []
            for token in sentence["tokens"]:
                word = QUOTES.get(token, token)
                is_after_space = token not in NO_SPACE_BEFORE and text[-1:] not in NO_SPACE_AFTER
                text += " " if spans and is_after_space else ""
                spans.append((len(text), len(text) + len(word)))
                text += word
            for mention in sentence["mentions"]:
                places = mention.get("tokens") or range(mention["start"], mention["end"])
                if mention["kind"] == "event":
                    events += [(spans[place], mention["instance"]) for place in places]
                elif mention["kind"] in THINGS:
                    whole = spans[min(places)][0], spans[max(places)][1]
                    things.append((whole, mention["instance"]))
        name, digest = document["id"], sha256(text.encode()).hexdigest()
        article = Article(name, text, f"{name}.txt", digest)
        yield Annotated(article, str(document["topic"]), tuple(events), tuple(things))


def cases(folders: Sequence[Path], readers: Path | None) -> Iterator[Case]:
    """Yield a case for each pair of tellings that the build would compare; its group is a topic."""
    documents = [document for folder in folders for document in annotated(folder)]
    mentions, known = _mentions([document.article for document in documents], readers)
    told: dict[str, list[tuple[EventMention, str]]] = defaultdict(list)
    for document in documents:
        for mention in mentions[document.article.id]:
            event = _event_at(mention, document)
            if event:
                told[document.topic].append((mention, event))
    for topic, found in told.items():
        for (first, event), (second, other) in combinations(found, 2):
            is_compared = first.trigger != second.trigger and are_compared(first, second)
            if is_compared and is_possible(first, second, known.entities):
                yield Case(topic, signs_of_link(first, second, known), event == other)


def _mentions(
    articles: Sequence[Article], readers: Path | None
) -> tuple[Mapping[str, list[EventMention]], KnownThings]:
    """Return the mentions of events in each article, and what is known of all articles."""
    readings = readings_of(articles, readers)
    resolution = resolve(readings)
    by_id = {entity.id: entity for entity in resolution.entities}
    ontology, subjects = load([]), Subjects()
    mentions: dict[str, list[EventMention]] = {}
    for reading in readings:
        linked = linked_mentions(reading, by_id, resolution.entity_of)
        mentions[reading.article.id] = event_mentions(reading, linked, ontology)
        subjects.add(reading, linked)
    return mentions, KnownThings(by_id, subjects.rarity())


def _event_at(mention: EventMention, document: Annotated) -> str:
    """Return the annotated event whose trigger a mention overlaps, empty if there is none."""
    at = mention.trigger
    for (start, end), event in document.events:
        if at.start < end and start < at.end:
            return event
    return ""


if __name__ == "__main__":
    floor = partial(floor_for_precision, precision=WANTED_PRECISION)
    by_rules = TABLES / "links_by_rules.tsv"
    lesson = Lesson(TABLES / "links.tsv", cases, REGULARISATION, floor, by_rules, is_unseen=True)
    learn(__doc__ or "", lesson)
