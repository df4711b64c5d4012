"""The nodes of stories: their articles, the events that these tell, a label, first and last day.

A story is called as the headline of its most typical article, and its id is made of that and of its
first article.
"""

from collections import defaultdict
from collections.abc import (
    Iterable,
    Mapping,
    Sequence,
)
from dataclasses import replace
from hashlib import sha256
from operator import attrgetter

from kg.graph.entities import slug
from kg.graph.stories.subjects import Stories
from kg.model import (
    Article,
    Event,
    Graph,
    Story,
)

DIGITS = 8  # hex digits that tell stories of one headline apart
UNTITLED = "Story"

Articles = Mapping[str, Article]
EventIds = Mapping[str, set[str]]  # by article


def with_stories(
    graph: Graph,
    stories: Stories,
) -> Graph:
    """Return a graph with its stories, given the articles of each, the most typical first."""
    articles = {article.id: article for article in graph.articles}
    events = _events(graph.events)
    found = [_story(story, articles, events) for story in stories]
    found.sort(key=attrgetter("id"))
    return replace(graph, stories=tuple(found))


def _events(events: Iterable[Event]) -> EventIds:
    """Return the ids of the events that each article tells."""
    told: dict[str, set[str]] = defaultdict(set)
    for event in events:
        for passage in event.evidence:
            told[passage.article].add(event.id)
    return told


def _story(
    typical: Sequence[str],
    articles: Articles,
    told: EventIds,
) -> Story:
    own = [articles[name] for name in typical]
    events: set[str] = set()
    for article in own:
        events.update(told[article.id])
    published = [article.published for article in own]
    days = list(filter(None, published))
    label = _label(own)
    return Story(
        id=_id(label, own),
        label=label,
        articles=tuple(sorted(typical)),
        events=tuple(sorted(events)),
        first=min(days, default=""),
        last=max(days, default=""),
    )


def _id(
    label: str,
    own: Iterable[Article],
) -> str:
    """Return a readable id, which only the first article of a story and its label decide."""
    first = min(own, key=attrgetter("published", "id"))
    digest = sha256(first.id.encode()).hexdigest()
    return f"story/{slug(label)}-{digest[:DIGITS]}"


def _label(typical: Iterable[Article]) -> str:
    """Return the headline of the most typical article that has one."""
    for article in typical:
        if article.headline:
            return article.headline
    return UNTITLED
