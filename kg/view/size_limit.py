"""What of a graph a page can bear: all of it, or, of many articles, what the newest of them say.

Such a part says nothing that the whole does not say, and none of its triples points at a thing that is left out.
"""

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from typing import TypeVar

from kg.model import Article, Entity, Event, Fact, Graph, Passage
from kg.rdf import spoken_of

MOST_TEXT = 4_000_000  # characters, some 1,300 articles of 500 words: a page of 15 MB, which Chromium opens in two seconds

SubjectTriples = TypeVar("SubjectTriples", Fact, Event)


def newest(graph: Graph, most: int = MOST_TEXT) -> Graph:
    """The graph itself where its articles have at most `most` characters together, else what the newest of them say.

    Facts, events, quotations and refusals are kept where a kept article says so, with the passages of kept articles only; how
    many articles say so in all stays as it is. What a gazetteer says is kept where all that it speaks of is.
    """
    articles = newest_articles(graph.articles, most)
    if len(articles) == len(graph.articles):
        return graph
    kept = {article.id for article in articles}
    quotations = tuple(quotation for quotation in graph.quotations if quotation.evidence.article in kept)
    events = tuple(_events(graph.events, kept))
    said = tuple(_said(graph.facts, kept))
    spoken = spoken_of(Graph(facts=said, events=events, quotations=quotations))
    entities = tuple(_entities(graph.entities, kept, spoken, bylines(articles)))
    known = {entity.id for entity in entities}
    refusals = tuple(refusal for refusal in graph.refusals if refusal.passage.article in kept)
    return Graph(articles, entities, tuple(_facts(graph.facts, kept, known)), events, quotations, refusals)


def newest_articles(articles: Iterable[Article], most: int) -> tuple[Article, ...]:
    """The newest articles, as many as have at most `most` characters together, but at least one; in order of id.

    Those without a date count as the oldest; among those of one day the order of their ids decides.
    """
    by_date = sorted(sorted(articles, key=lambda article: article.id), key=lambda article: article.published, reverse=True)
    found, left = list[Article](), most
    for article in by_date:
        left -= len(article.text)
        if left < 0 and found:
            break
        found.append(article)
    return tuple(sorted(found, key=lambda article: article.id))


def bylines(articles: Iterable[Article]) -> set[str]:
    """The names of outlets and authors, in small letters, with "the" and without."""
    names = {name.casefold() for article in articles for name in (article.publisher, *article.authors)}
    return names | {name.removeprefix("the ") for name in names}


def _said(told: Iterable[SubjectTriples], kept: Set[str]) -> Iterator[SubjectTriples]:
    """The facts or events that kept articles tell of, with the passages that lie in these."""
    for each in told:
        evidence = _inside(each.evidence, kept)
        if evidence:
            yield _with(each, evidence)


def _inside(evidence: Iterable[Passage], kept: Set[str]) -> tuple[Passage, ...]:
    return tuple(passage for passage in evidence if passage.article in kept)


def _with(each: SubjectTriples, evidence: tuple[Passage, ...]) -> SubjectTriples:
    return each if len(evidence) == len(each.evidence) else replace(each, evidence=evidence)


def _events(events: Iterable[Event], kept: Set[str]) -> Iterator[Event]:
    """What happens in kept articles; no event is a part of one that is left out."""
    found = list(_said(events, kept))
    ids = {event.id for event in found}
    for event in found:
        wholes = tuple(whole for whole in event.part_of if whole in ids)
        yield event if wholes == event.part_of else replace(event, part_of=wholes)


def _entities(entities: Iterable[Entity], kept: Set[str], spoken: Set[str], names: Set[str]) -> Iterator[Entity]:
    """What kept articles mention, what else is spoken of, and all that are called like an outlet or author: an article leads to
    the one of that name only where there is no other.
    """
    for entity in entities:
        mentions = tuple(mention for mention in entity.mentions if mention.passage.article in kept)
        if mentions or entity.id in spoken or _is_called(entity, names):
            yield entity if len(mentions) == len(entity.mentions) else replace(entity, mentions=mentions)


def _is_called(entity: Entity, names: Set[str]) -> bool:
    return not entity.described and any(name.casefold() in names for name in (entity.name, *entity.aliases))


def _facts(facts: Iterable[Fact], kept: Set[str], known: Set[str]) -> Iterator[Fact]:
    """What kept articles say, and what a gazetteer says of known entities."""
    for fact in facts:
        evidence = _inside(fact.evidence, kept)
        if evidence or (fact.gazetteer and spoken_of(Graph(facts=(fact,))) <= known):
            yield _with(fact, evidence)
