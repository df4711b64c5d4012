"""A graph as triples: its content, and beside it the refusals and all mentions.

Three streams, for three files: a refused candidate must not be found among the facts, and mentions
are many.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain, islice
from typing import Any, TypeVar

from pyoxigraph import Triple

from kg.model import Entity, Event, Fact, Graph, Kind, Mention, Passage, Quantity, Refusal
from kg.rdf.articles import (
    article_descriptions,
    known_by_name,
    order_of_passage,
    passage_descriptions,
)
from kg.rdf.descriptions import Description, about, triples_of
from kg.rdf.entailment import Entailment, Vocabulary
from kg.rdf.entities import (
    entity_descriptions,
    name_description,
    source_descriptions,
    written_entities,
)
from kg.rdf.events import event_descriptions, quantity_descriptions, quotation_descriptions
from kg.rdf.iris import Iris, checked_base, term
from kg.rdf.literals import text
from kg.rdf.statements import order_of_statement, plain_descriptions, statement_descriptions
from kg.vocabulary import BASE_IRI

NODE_OF_KIND = {Kind.NAME: "kg:Name", Kind.NOMINAL: "kg:Nominal", Kind.PRONOUN: "kg:Pronoun"}
PART = 2_000  # subjects

Part = Iterable[Description]
Value = TypeVar("Value")


def triples(graph: Graph, ontology: Vocabulary, *, base: str = BASE_IRI) -> Iterator[Triple]:
    """Yield everything that the graph says, with the evidence; some triples more than once.

    Raises as `parts` does.
    """
    return triples_of(chain.from_iterable(parts(graph, ontology, base=base)))


def parts(
    graph: Graph, ontology: Vocabulary, *, base: str = BASE_IRI, rdf12: bool = False
) -> Iterator[Part]:
    """Yield the descriptions of all nodes in parts of a bounded size, so that a document can be
    written part by part.

    All descriptions of one node are in one part, and the parts follow each other as their nodes do
    in a Turtle document. Facts must be merged before: those that differ only in evidence, speakers
    or confidence would share a statement node. As reifiers of RDF 1.2, statements are in the order
    of their IRIs. Ids of entities and events begin with their kind, as the builder makes them.
    Raises `GraphError` for evidence outside the articles' texts, `KgError` for a base that is no
    absolute IRI.
    """
    iris = Iris(checked_base(base))
    entailment = Entailment(ontology)
    entities = written_entities(graph)
    known = known_by_name(entities)
    for articles in _some(graph.articles, lambda article: iris.document(article.id).value):
        yield article_descriptions(articles, known, iris)
    plain = plain_descriptions(graph.facts, entailment, iris)
    yield from _entity_parts(entities, plain, iris)
    for events in _some(graph.events, lambda event: iris.node(event.id).value):
        yield event_descriptions(events, ontology, entailment, iris)
    quantities = _quantities(graph.events)
    yield quantity_descriptions(quantities, iris)
    for quotations in _some(graph.quotations, lambda quotation: iris.node(quotation.id).value):
        yield quotation_descriptions(quotations, iris)
    order = _order_of_reifier if rdf12 else order_of_statement
    for facts in _some(graph.facts, partial(order, iris=iris)):
        yield statement_descriptions(facts, iris)
    sources = _sources(entities, graph.facts)
    yield source_descriptions(sources, iris)
    evidence = set(_evidence(graph))
    yield from _passage_parts(evidence, graph, iris)


def _passage_parts(passages: Iterable[Passage], graph: Graph, iris: Iris) -> Iterator[Part]:
    """Yield descriptions of passages in the articles of a graph."""
    texts = _texts(graph)
    for some in _some(passages, partial(order_of_passage, iris=iris)):
        yield passage_descriptions(some, texts, iris)


def _quantities(events: Iterable[Event]) -> set[Quantity]:
    return set(chain.from_iterable(event.quantities for event in events))


def _sources(entities: Iterable[Entity], facts: Iterable[Fact]) -> Iterator[str]:
    """Yield the gazetteers of entities and facts; empty if an article is the source."""
    yield from (entity.source for entity in entities)
    yield from (fact.gazetteer for fact in facts)


def _order_of_reifier(fact: Fact, iris: Iris) -> str:
    return iris.statement(fact).value


def _entity_parts(
    entities: Iterable[Entity], plain: Iterable[Description], iris: Iris
) -> Iterator[Part]:
    """Yield descriptions of entities, with the plain triples that begin at each."""
    entity_of = {iris.node(entity.id).value: entity for entity in entities}
    plain_of: dict[str, list[Description]] = defaultdict(list)
    for subject, pairs in plain:
        plain_of[subject.value].append((subject, pairs))
    for nodes in _some({*entity_of, *plain_of}, str):
        written = [entity_of[node] for node in nodes if node in entity_of]
        plain_of_nodes = [plain_of[node] for node in nodes if node in plain_of]
        yield chain(entity_descriptions(written, iris), *plain_of_nodes)


def refusal_triples(graph: Graph, *, base: str = BASE_IRI) -> Iterator[Triple]:
    """Yield every candidate that did not become a fact, with its passage, its rule and the
    reason.
    """
    return triples_of(chain.from_iterable(refusal_parts(graph, base=base)))


def refusal_parts(graph: Graph, *, base: str = BASE_IRI) -> Iterator[Part]:
    """Yield descriptions of the refusals, in parts as `parts` does."""
    iris = Iris(checked_base(base))
    for refusals in _some(graph.refusals, lambda refusal: iris.refusal(refusal).value):
        yield (_refusal(refusal, iris) for refusal in refusals)
    refused = {refusal.passage for refusal in graph.refusals}
    yield from _passage_parts(refused, graph, iris)


def _refusal(refusal: Refusal, iris: Iris) -> Description:
    return about(
        iris.refusal(refusal),
        ("rdf:type", term("kg:Refusal")),
        ("rdfs:label", text(refusal.candidate)),
        ("kg:rule", text(refusal.rule)),
        ("kg:reason", text(refusal.reason)),
        ("prov:wasDerivedFrom", iris.passage(refusal.passage)),
    )


def mention_triples(graph: Graph, *, base: str = BASE_IRI) -> Iterator[Triple]:
    """Yield every mention of every entity: its passage, the entity, and the type of the mention.

    Entities that `triples` leaves out are named here, so that no mention points at an unknown node.
    """
    return triples_of(chain.from_iterable(mention_parts(graph, base=base)))


def mention_parts(graph: Graph, *, base: str = BASE_IRI) -> Iterator[Part]:
    """Yield descriptions of the mentions, in parts as `parts` does."""
    iris = Iris(checked_base(base))
    texts = _texts(graph)
    written = {entity.id for entity in written_entities(graph)}
    mentioned = [entity for entity in graph.entities if entity.mentions]
    yield (name_description(entity, iris) for entity in mentioned if entity.id not in written)
    every = _mentions(mentioned)
    for mentions in _some(every, lambda pair: order_of_passage(pair[1].extent, iris)):
        described = (_mention(entity, mention, iris) for entity, mention in mentions)
        passages = (mention.extent for _, mention in mentions)
        yield chain(described, passage_descriptions(passages, texts, iris))
    for some in _some(_triggers(graph), lambda pair: order_of_passage(pair[1], iris)):
        described = (_trigger(event, trigger, iris) for event, trigger in some)
        passages = (trigger for _, trigger in some)
        yield chain(described, passage_descriptions(passages, texts, iris))


def _mentions(entities: Iterable[Entity]) -> Iterator[tuple[str, Mention]]:
    """Yield every mention with the id of its entity."""
    for entity in entities:
        for mention in entity.mentions:
            yield entity.id, mention


def _triggers(graph: Graph) -> Iterator[tuple[str, Passage]]:
    """Yield every trigger with the id of its event.

    Words that are the mention of an entity, too ("the World Cup"), have their node already.
    """
    taken = {mention.extent for _, mention in _mentions(graph.entities)}
    for event in graph.events:
        yield from ((event.id, trigger) for trigger in event.triggers if trigger not in taken)


def _mention(entity: str, mention: Mention, iris: Iris) -> Description:
    kind = NODE_OF_KIND.get(mention.kind)
    return about(
        iris.passage(mention.extent),
        ("itsrdf:taIdentRef", iris.node(entity)),
        ("kg:mentionType", term(kind) if kind else None),
    )


def _trigger(event: str, trigger: Passage, iris: Iris) -> Description:
    return about(
        iris.passage(trigger),
        ("itsrdf:taIdentRef", iris.node(event)),
        ("kg:mentionType", term("kg:Trigger")),
    )


def mention_places(graph: Graph, *, base: str = BASE_IRI) -> Iterator[tuple[str, int, int, str]]:
    """Yield every mention of the entities that `triples` writes.

    A place is the IRI of the document, start and end in code points, and the IRI of the entity.
    """
    iris = Iris(checked_base(base))
    for entity in written_entities(graph):
        node = iris.node(entity.id).value
        for mention in entity.mentions:
            passage = mention.passage
            yield iris.document(passage.article).value, passage.start, passage.end, node


def _some(values: Iterable[Value], order: Callable[[Value], Any]) -> Iterator[list[Value]]:
    """Yield the values in order, `PART` of them at a time."""
    ordered = iter(sorted(values, key=order))
    return iter(lambda: list(islice(ordered, PART)), [])


def _evidence(graph: Graph) -> Iterator[Passage]:
    for fact in graph.facts:
        yield from fact.evidence
    for event in graph.events:
        yield from event.evidence
    for quotation in graph.quotations:
        yield quotation.evidence


def _texts(graph: Graph) -> Mapping[str, str]:
    return {article.id: article.text for article in graph.articles}
