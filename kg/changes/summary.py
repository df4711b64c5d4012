"""Changes as text for people, and as JSON for programs."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import groupby

from kg.changes.compare import Change, Topic

HEADING_OF_TOPIC = {
    Topic.ARTICLE: "Articles",
    Topic.THING: "People, places, organisations and other things",
    Topic.FACT: "Facts",
    Topic.EVENT: "Events",
    Topic.QUOTATION: "Quotations",
}


def report(changes: Iterable[Change]) -> str:
    """A heading for each topic, a line for each change: + added, - withdrawn, ~ changed, with what has changed below it.

    >>> report([])
    'no difference in articles, things, facts, events and quotations\\n'
    """
    lines = list(_lines(changes)) or ["no difference in articles, things, facts, events and quotations"]
    return "\n".join(lines) + "\n"


def _lines(changes: Iterable[Change]) -> Iterator[str]:
    for number, (topic, group) in enumerate(groupby(changes, key=lambda change: change.topic)):
        yield from ("", HEADING_OF_TOPIC[topic]) if number else (HEADING_OF_TOPIC[topic],)
        for change in group:
            yield f"  {change.outcome} {' '.join(change.said.split())}"
            yield from (f"      {detail}" for detail in change.details)


def as_json(changes: Iterable[Change]) -> str:
    """A list of objects with `topic`, `outcome` (added, withdrawn, changed), `said`, `iri`, and `details`."""
    told = [{**asdict(change), "topic": change.topic.name.lower(), "outcome": change.outcome.name.lower()} for change in changes]
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"
