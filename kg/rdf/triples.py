"""A graph as triples: its content, and beside it the refusals and all mentions.

Three streams, for three files: a refused candidate must not be found among the facts, and mentions
are many.
"""

from collections import defaultdict
from collections.abc import (
    Callable,
    Iterable,
    Iterator,
    Mapping,
)
from itertools import chain
from typing import (
    Any,
    NamedTuple,
    TypeVar,
)

from pyoxigraph import NamedNode, Triple

from kg.model import (
    Article,
    Disagreement,
    Entity,
    Event,
    Fact,
    Graph,
    Kind,
    Passage,
    Quantity,
    Refusal,
)
from kg.rdf.articles import (
    article_descriptions,
    known_entities,
    passage_descriptions,
)
from kg.rdf.content import (
    decision_descriptions,
    entity_descriptions,
    event_descriptions,
    name_description,
    plain_descriptions,
    quantity_descriptions,
    quotation_descriptions,
    source_descriptions,
    statement_descriptions,
    story_descriptions,
    written_entities,
)
from kg.rdf.descriptions import (
    Description,
    about,
    given,
    triples_of,
)
from kg.rdf.entailment import Entailment, Vocabulary
from kg.rdf.iris import (
    Iris,
    checked_base,
    term,
)
from kg.rdf.literals import text
from kg.rdf.makers import makers_of
from kg.rdf.order import Order
from kg.vocabulary import BASE_IRI

NODE_OF_KIND = {Kind.NAME: "kg:Name", Kind.NOMINAL: "kg:Nominal", Kind.PRONOUN: "kg:Pronoun"}
TRIGGER = "kg:Trigger"
PART = 2_000  # subjects

CONTRADICTS, SUPERSEDES = "kg:contradicts", "kg:supersedes"

Disagreeing = defaultdict[NamedNode, list[Description]]
Part = Iterable[Description]
Parts = Iterator[Part]
Triples = Iterator[Triple]
Texts = Mapping[str, str]  # by article
Passages = Iterable[Passage]
Annotations = Iterable["Annotation"]
Entities = Iterable[Entity]
MentionPlace = tuple[str, int, int, str]  # IRI of the document, offsets, IRI of the entity
Value = TypeVar("Value")


class Annotation(NamedTuple):
    """A passage that mentions an entity or tells an event, by its id; `kind` may be empty."""

    passage: Passage
    thing: str
    kind: str


def triples(graph: Graph, ontology: Vocabulary, *, base: str = BASE_IRI) -> Triples:
    """Yield everything that the graph says, with the evidence; some triples more than once.

    Raises as `parts` does.
    """
    return _triples_in(parts(graph, ontology, base=base))


def refusal_triples(graph: Graph, *, base: str = BASE_IRI) -> Triples:
    """Yield every candidate that did not become a fact, with its passage, its rule and the
    reason.
    """
    return _triples_in(refusal_parts(graph, base=base))


def mention_triples(graph: Graph, *, base: str = BASE_IRI) -> Triples:
    """Yield every mention of every entity: its passage, the entity, and the type of the mention.

    Entities that `triples` leaves out are named here, so that no mention points at an unknown node.
    """
    return _triples_in(mention_parts(graph, base=base))


def _triples_in(parts: Parts) -> Triples:
    for part in parts:
        yield from triples_of(part)


def parts(
    graph: Graph, ontology: Vocabulary, *, base: str = BASE_IRI, rdf12: bool = False
) -> Parts:
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
    order = Order(iris)
    order_of_fact = order.reifier if rdf12 else order.statement
    entailment = Entailment(ontology)
    entities = written_entities(graph)
    makers = makers_of(graph.articles, graph.entities)
    known = known_entities(entities, makers)
    entities.extend(makers.unmentioned)
    origins = {origin.article: origin for origin in graph.origins}
    for articles in _some(graph.articles, order.article):
        yield article_descriptions(articles, known, origins, iris)
    yield from _entity_parts(entities, graph.facts, entailment, iris)
    disagreeing = _disagreements(graph.disagreements, iris)
    for events in _some(graph.events, order.thing):
        differing = (disagreeing[iris.node(event.id)] for event in events)
        yield chain(event_descriptions(events, entailment, iris), *differing)
    for stories in _some(graph.stories, order.thing):
        yield story_descriptions(stories, iris)
    quantities = _quantities(graph.events)
    yield quantity_descriptions(quantities, iris)
    for quotations in _some(graph.quotations, order.thing):
        yield quotation_descriptions(quotations, iris)
    for facts in _some(graph.facts, order_of_fact):
        differing = (disagreeing[iris.statement(fact)] for fact in facts)
        yield chain(statement_descriptions(facts, iris), *differing)
    yield decision_descriptions(graph.decisions, iris)
    sources = _sources(entities, graph.facts)
    yield source_descriptions(sources, iris)
    evidence = set(_evidence(graph))
    yield from _passage_parts(evidence, graph.articles, iris)


def _entity_parts(
    entities: Entities, facts: Iterable[Fact], entailment: Entailment, iris: Iris
) -> Parts:
    """Yield descriptions of entities, with the plain triples that begin at each.

    They are made part by part: before, only what they are made of is held for each node.
    """
    told_of: dict[str, list[Entity | Fact]] = defaultdict(list)
    for entity in entities:
        told_of[iris.node(entity.id).value].append(entity)
    for fact in facts:
        for node in _nodes_of(fact, entailment, iris):
            told_of[node].append(fact)
    for nodes in _some(told_of, str):
        parts_of_nodes = (_of_node(node, told_of[node], entailment, iris) for node in nodes)
        yield chain.from_iterable(parts_of_nodes)


def _nodes_of(fact: Fact, entailment: Entailment, iris: Iris) -> dict[str, None]:
    """Return the nodes at which the plain triples of a fact begin, each once."""
    plain = plain_descriptions([fact], entailment, iris)
    return dict.fromkeys(node.value for node, _ in plain)


def _of_node(
    node: str, told: Iterable[Entity | Fact], entailment: Entailment, iris: Iris
) -> Iterator[Description]:
    """Yield the descriptions of a node: of the entity itself, and its ends of plain facts."""
    for each in told:
        if isinstance(each, Entity):
            yield from entity_descriptions([each], iris)
            continue
        for description in plain_descriptions([each], entailment, iris):
            subject, _ = description
            if subject.value == node:
                yield description


def _disagreements(disagreements: Iterable[Disagreement], iris: Iris) -> Disagreeing:
    """Return what each statement and event contradicts or takes the place of, by its node."""
    found: Disagreeing = defaultdict(list)
    for disagreement in disagreements:
        first = _end(disagreement.first, iris)
        second = _end(disagreement.second, iris)
        if disagreement.is_change:
            found[first].append(about(first, (SUPERSEDES, second)))
        else:
            found[first].append(about(first, (CONTRADICTS, second)))
            found[second].append(about(second, (CONTRADICTS, first)))
    return found


def _end(end: Fact | str, iris: Iris) -> NamedNode:
    """Return the node of a statement or an event."""
    return iris.node(end) if isinstance(end, str) else iris.statement(end)


def _passage_parts(passages: Passages, articles: Iterable[Article], iris: Iris) -> Parts:
    """Yield descriptions of passages in some articles."""
    texts = _texts(articles)
    for some in _some(passages, Order(iris).passage):
        yield passage_descriptions(some, texts, iris)


def _quantities(events: Iterable[Event]) -> set[Quantity]:
    """Return the different amounts of some events."""
    quantities: set[Quantity] = set()
    for event in events:
        quantities.update(event.quantities)
    return quantities


def _sources(entities: Entities, facts: Iterable[Fact]) -> Iterator[str]:
    """Yield the gazetteers of entities and facts; empty if an article is the source."""
    for entity in entities:
        yield entity.source
        yield from (link.source for link in entity.links)
    for fact in facts:
        yield fact.gazetteer


def _evidence(graph: Graph) -> Iterator[Passage]:
    """Yield the passages that support what a graph says; some more than once."""
    for fact in graph.facts:
        yield from fact.evidence
    for event in graph.events:
        yield from event.evidence
    for quotation in graph.quotations:
        yield quotation.evidence


def refusal_parts(graph: Graph, *, base: str = BASE_IRI) -> Parts:
    """Yield descriptions of the refusals, in parts as `parts` does."""
    iris = Iris(checked_base(base))
    for refusals in _some(graph.refusals, Order(iris).refusal):
        yield [_refusal(refusal, iris) for refusal in refusals]
    refused = {refusal.passage for refusal in graph.refusals}
    yield from _passage_parts(refused, graph.articles, iris)


def _refusal(refusal: Refusal, iris: Iris) -> Description:
    return about(
        iris.refusal(refusal),
        ("rdf:type", term("kg:Refusal")),
        ("rdfs:label", text(refusal.candidate)),
        ("kg:rule", text(refusal.rule)),
        ("kg:reason", text(refusal.reason)),
        ("prov:wasDerivedFrom", iris.passage(refusal.passage)),
    )


def mention_parts(graph: Graph, *, base: str = BASE_IRI) -> Parts:
    """Yield descriptions of the mentions, in parts as `parts` does."""
    iris = Iris(checked_base(base))
    yield _names_of_unwritten(graph, iris)
    texts = _texts(graph.articles)
    for annotations in (_mentions(graph.entities), _triggers(graph)):
        yield from _annotation_parts(annotations, texts, iris)


def _names_of_unwritten(graph: Graph, iris: Iris) -> Part:
    """Yield the names of the entities that are mentioned, and that `parts` leaves out."""
    written = {entity.id for entity in written_entities(graph)}
    for entity in graph.entities:
        if entity.mentions and entity.id not in written:
            yield name_description(entity, iris)


def _annotation_parts(annotations: Annotations, texts: Texts, iris: Iris) -> Parts:
    """Yield annotations with their passages."""
    order = Order(iris)
    for some in _some(annotations, lambda annotation: order.passage(annotation.passage)):
        described = [_annotation(annotation, iris) for annotation in some]
        passages = [annotation.passage for annotation in some]
        yield chain(described, passage_descriptions(passages, texts, iris))


def _annotation(annotation: Annotation, iris: Iris) -> Description:
    return about(
        iris.passage(annotation.passage),
        ("itsrdf:taIdentRef", iris.node(annotation.thing)),
        *given(term, {"kg:mentionType": annotation.kind}),
    )


def _mentions(entities: Entities) -> Iterator[Annotation]:
    """Yield every mention of some entities."""
    for entity in entities:
        for mention in entity.mentions:
            kind = NODE_OF_KIND.get(mention.kind, "")
            yield Annotation(mention.extent, entity.id, kind)


def _triggers(graph: Graph) -> Iterator[Annotation]:
    """Yield every trigger of an event.

    Words that are the mention of an entity, too ("the World Cup"), have their node already.
    """
    taken = {mention.passage for mention in _mentions(graph.entities)}
    for event in graph.events:
        for trigger in event.triggers:
            if trigger not in taken:
                yield Annotation(trigger, event.id, TRIGGER)


def mention_places(graph: Graph, *, base: str = BASE_IRI) -> Iterator[MentionPlace]:
    """Yield every mention of the entities that `triples` writes.

    A place is the IRI of the document, start and end in code points, and the IRI of the entity.
    """
    iris = Iris(checked_base(base))
    for entity in written_entities(graph):
        node = iris.node(entity.id).value
        for mention in entity.mentions:
            passage = mention.passage
            document = iris.document(passage.article).value
            yield document, passage.start, passage.end, node


def _some(values: Iterable[Value], order: Callable[[Value], Any]) -> Iterator[list[Value]]:
    """Yield the values in order, `PART` of them at a time."""
    ordered = sorted(values, key=order)
    for start in range(0, len(ordered), PART):
        yield ordered[start : start + PART]


def _texts(articles: Iterable[Article]) -> Texts:
    return {article.id: article.text for article in articles}
