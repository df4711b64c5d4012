"""The limit of what one page can show of a graph.

That is everything if the articles are not too long together, otherwise only what the newest of them
say. Such a part says nothing that the whole does not say, and none of its triples points at a thing
that is left out.
"""

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from typing import TypeVar

from kg.model import Article, Entity, Event, Fact, Graph, Passage
from kg.rdf import spoken_of

# Characters, some 1,300 articles of 500 words: a page of 15 MB, which opens in two seconds.
MOST_TEXT = 4_000_000

WithEvidence = TypeVar("WithEvidence", Fact, Event)


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
    quotations = tuple(each for each in graph.quotations if each.evidence.article in kept)
    refusals = tuple(each for each in graph.refusals if each.passage.article in kept)
    events = tuple(_events(graph.events, kept))
    from_articles = tuple(_from_articles(graph.facts, kept))
    said = Graph(facts=from_articles, events=events, quotations=quotations)
    spoken = spoken_of(said)
    names = bylines(articles)
    entities = tuple(_entities(graph.entities, kept, spoken, names))
    known = {entity.id for entity in entities}
    facts = tuple(_facts(graph.facts, kept, known))
    return Graph(articles, entities, facts, events, quotations, refusals)


def newest_articles(articles: Iterable[Article], most: int) -> tuple[Article, ...]:
    """Return as many of the newest articles as have at most `most` characters together.

    There is at least one; they are in order of id. Those without a date count as the oldest; among
    those of one day the order of their ids decides.
    """
    by_id = sorted(articles, key=lambda article: article.id)
    by_date = sorted(by_id, key=lambda article: article.published, reverse=True)
    newest: list[Article] = []
    left = most
    for article in by_date:
        left -= len(article.text)
        if left < 0 and newest:
            break
        newest.append(article)
    return tuple(sorted(newest, key=lambda article: article.id))


def bylines(articles: Iterable[Article]) -> set[str]:
    """Return the names of outlets and authors, in small letters, with "the" and without."""
    names: set[str] = set()
    for article in articles:
        names |= {name.casefold() for name in (article.publisher, *article.authors)}
    return names | {name.removeprefix("the ") for name in names}


def _from_articles(
    facts_or_events: Iterable[WithEvidence], kept: Set[str]
) -> Iterator[WithEvidence]:
    """Yield the facts or events of kept articles, with the passages that lie in these."""
    for each in facts_or_events:
        evidence = _inside(each.evidence, kept)
        if evidence:
            yield _with(each, evidence)


def _inside(evidence: Iterable[Passage], kept: Set[str]) -> tuple[Passage, ...]:
    return tuple(passage for passage in evidence if passage.article in kept)


def _with(fact_or_event: WithEvidence, evidence: tuple[Passage, ...]) -> WithEvidence:
    if len(evidence) == len(fact_or_event.evidence):
        return fact_or_event
    return replace(fact_or_event, evidence=evidence)


def _events(events: Iterable[Event], kept: Set[str]) -> Iterator[Event]:
    """Yield the events of kept articles; no event is a part of one that is left out."""
    from_articles = list(_from_articles(events, kept))
    ids = {event.id for event in from_articles}
    for event in from_articles:
        wholes = tuple(whole for whole in event.part_of if whole in ids)
        yield event if wholes == event.part_of else replace(event, part_of=wholes)


def _entities(
    entities: Iterable[Entity], kept: Set[str], spoken: Set[str], names: Set[str]
) -> Iterator[Entity]:
    """Yield the entities that kept articles mention, or that are spoken of otherwise.

    All namesakes of an outlet or author are kept too: an article leads to the one of that name only
    if there is no other.
    """
    for entity in entities:
        mentions = tuple(each for each in entity.mentions if each.passage.article in kept)
        is_kept = mentions or entity.id in spoken or _is_called(entity, names)
        if not is_kept:
            continue
        if len(mentions) == len(entity.mentions):
            yield entity
        else:
            yield replace(entity, mentions=mentions)


def _is_called(entity: Entity, names: Set[str]) -> bool:
    if entity.described:
        return False
    own = (entity.name, *entity.aliases)
    return any(name.casefold() in names for name in own)


def _facts(facts: Iterable[Fact], kept: Set[str], known: Set[str]) -> Iterator[Fact]:
    """Yield the facts of kept articles, and those of a gazetteer about known entities."""
    for fact in facts:
        evidence = _inside(fact.evidence, kept)
        if evidence or (fact.gazetteer and spoken_of(Graph(facts=(fact,))) <= known):
            yield _with(fact, evidence)
