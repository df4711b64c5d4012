"""The limit of what one page can show of a graph.

That is everything if the articles are not too long together, otherwise only what the newest of them
say. Such a part says nothing that the whole does not say, and none of its triples points at a thing
that is left out.
"""

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from operator import attrgetter
from typing import TypeVar

from kg.model import Article, Entity, Event, Fact, Graph, Mention, Passage, Refusal, Story
from kg.rdf import spoken_of

# Characters, some 1,300 articles of 500 words: a page of 15 MB, which opens in two seconds.
MOST_TEXT = 4_000_000

WithEvidence = TypeVar("WithEvidence", Fact, Event)
WithPassage = TypeVar("WithPassage", Mention, Refusal)
Ids = Set[str]
Articles = Iterable[Article]
Passages = tuple[Passage, ...]

by_id = attrgetter("id")
by_date = attrgetter("published")


def limit_to_newest(graph: Graph, most: int = MOST_TEXT) -> Graph:
    """Return what the newest articles of a graph say, as many as have `most` characters together.

    If all fit, that is the graph itself. Facts, events, quotations and refusals are kept if a kept
    article says so, with the passages of kept articles only; the number of articles that say so in
    all stays as it is. Facts from a gazetteer are kept if all that they are about is.
    """
    articles = newest_articles(graph.articles, most)
    if len(articles) == len(graph.articles):
        return graph
    kept = {article.id for article in articles}
    facts = _from_articles(graph.facts, kept)
    events = _events(graph.events, kept)
    quotations = [each for each in graph.quotations if each.evidence.article in kept]
    refusals = _in_articles(graph.refusals, kept)
    said = Graph(
        articles=articles,
        facts=tuple(facts),
        events=tuple(events),
        quotations=tuple(quotations),
        refusals=refusals,
    )
    entities = tuple(_entities(graph.entities, said))
    known = {entity.id for entity in entities}
    all_facts = tuple(_facts(graph.facts, kept, known))
    stories = tuple(_stories(graph.stories, said))
    return replace(said, entities=entities, facts=all_facts, stories=stories)


def _stories(stories: Iterable[Story], said: Graph) -> Iterator[Story]:
    """Yield the stories of which articles are kept, with those and the kept events."""
    articles = {article.id for article in said.articles}
    events = {event.id for event in said.events}
    for story in stories:
        own = tuple(name for name in story.articles if name in articles)
        told = tuple(name for name in story.events if name in events)
        if own:
            yield replace(story, articles=own, events=told)


def newest_articles(articles: Articles, most: int) -> tuple[Article, ...]:
    """Return as many of the newest articles as have at most `most` characters together.

    There is at least one; they are in order of id. Those without a date count as the oldest; among
    those of one day the order of their ids decides.
    """
    newest_first = sorted(articles, key=by_id)
    newest_first.sort(key=by_date, reverse=True)
    newest: list[Article] = []
    left = most
    for article in newest_first:
        left -= len(article.text)
        if left < 0 and newest:
            break
        newest.append(article)
    newest.sort(key=by_id)
    return tuple(newest)


def bylines(articles: Articles) -> set[str]:
    """Return the names of outlets and authors, in small letters, with "the" and without."""
    names: set[str] = set()
    for article in articles:
        names.add(article.publisher.casefold())
        names.update(map(str.casefold, article.authors))
    without_the = [name.removeprefix("the ") for name in names]
    return names.union(without_the)


def _from_articles(facts_or_events: Iterable[WithEvidence], kept: Ids) -> Iterator[WithEvidence]:
    """Yield the facts or events of kept articles, with the passages that lie in these."""
    for each in facts_or_events:
        evidence = _inside(each.evidence, kept)
        if evidence:
            yield _with(each, evidence)


def _in_articles(items: Iterable[WithPassage], kept: Ids) -> tuple[WithPassage, ...]:
    """Return the mentions or refusals in kept articles."""
    return tuple(item for item in items if item.passage.article in kept)


def _inside(evidence: Passages, kept: Ids) -> Passages:
    """Return the passages that lie in kept articles."""
    return tuple(passage for passage in evidence if passage.article in kept)


def _with(fact_or_event: WithEvidence, evidence: Passages) -> WithEvidence:
    """Return a fact or event with a part of its evidence; itself if that is all."""
    if evidence == fact_or_event.evidence:
        return fact_or_event
    return replace(fact_or_event, evidence=evidence)


def _events(events: Iterable[Event], kept: Ids) -> Iterator[Event]:
    """Yield the events of kept articles; no event is a part of one that is left out."""
    from_articles = list(_from_articles(events, kept))
    ids = {event.id for event in from_articles}
    for event in from_articles:
        if ids.issuperset((*event.part_of, *event.near_misses)):
            yield event
        else:
            wholes = tuple(filter(ids.__contains__, event.part_of))
            near = tuple(filter(ids.__contains__, event.near_misses))
            yield replace(event, part_of=wholes, near_misses=near)


def _entities(entities: Iterable[Entity], said: Graph) -> Iterator[Entity]:
    """Yield the entities that kept articles mention, or that are spoken of otherwise.

    All namesakes of an outlet or author are kept too: an article leads to the one of that name only
    if there is no other.
    """
    kept = {article.id for article in said.articles}
    spoken = spoken_of(said)
    names = bylines(said.articles)
    for entity in entities:
        mentions = _in_articles(entity.mentions, kept)
        is_spoken_of = entity.id in spoken
        if mentions or is_spoken_of or _is_called(entity, names):
            yield replace(entity, mentions=mentions)


def _is_called(entity: Entity, names: Set[str]) -> bool:
    """Return whether one of the names is that of the entity."""
    if entity.described:
        return False
    own = (entity.name, *entity.aliases)
    in_small_letters = map(str.casefold, own)
    return not names.isdisjoint(in_small_letters)


def _facts(facts: Iterable[Fact], kept: Ids, known: Ids) -> Iterator[Fact]:
    """Yield the facts of kept articles, and those of a gazetteer about known entities."""
    for fact in facts:
        evidence = _inside(fact.evidence, kept)
        if evidence or _is_world_knowledge(fact, known):
            yield _with(fact, evidence)


def _is_world_knowledge(fact: Fact, known: Ids) -> bool:
    """Return whether a gazetteer says so about known entities."""
    if not fact.gazetteer:
        return False
    alone = Graph(facts=(fact,))
    return spoken_of(alone) <= known
