"""The content of a graph as nodes and triples: entities, facts, events and quotations.

Facts are statement nodes with their evidence, and plain triples, too, if they stand; events and
quotations carry their own evidence.
Source: RDF 1.1 Semantics, D.1 (reification); PROV-O (wasDerivedFrom, wasAttributedTo); the Simple
Event Model (van Hage et al. 2011) for actors, places, times and sub-events.
"""

from collections.abc import Iterable, Set
from dataclasses import replace
from functools import partial

from pyoxigraph import NamedNode

from kg.decisions import short_words_of
from kg.model import (
    Decision,
    Entity,
    Event,
    Fact,
    Gender,
    Graph,
    Quantity,
    Quotation,
    Story,
    TimeValue,
)
from kg.rdf.descriptions import Description, Descriptions, Pair, Pairs, about, each, given
from kg.rdf.entailment import Entailment
from kg.rdf.iris import Iris, known_source, term
from kg.rdf.literals import boolean, date, decimal, integer, number, object_of, share, text, typed

NODE_OF_GENDER = {Gender.MALE: "schema:Male", Gender.FEMALE: "schema:Female"}
COUNTRY = "schema:Country"
EVENT = "sem:Event"
AMOUNT = "kg:quantity"
GAZETTEER = "gazetteer:"  # begins the rule of a fact that a gazetteer says

Facts = Iterable[Fact]


def entity_descriptions(entities: Iterable[Entity], iris: Iris) -> Descriptions:
    """Yield descriptions of entities; their relations to others are in facts and events."""
    for entity in entities:
        yield name_description(entity, iris)
        yield about(
            iris.node(entity.id),
            *_attributes(entity),
            *_links(entity),
            *each(text, "kg:mergeReason", sorted(set(entity.reasons))),
            *each(iris.node, "kg:nearMiss", entity.near_misses),
            *_decided(entity, iris),
            *given(iris.source, {"prov:wasDerivedFrom": entity.source}),
        )


def name_description(entity: Entity, iris: Iris) -> Description:
    """Return the classes and names of an entity: the least by which a reader knows it."""
    name = entity.name
    others = set(entity.aliases) - {name, ""}
    return about(
        iris.node(entity.id),
        ("rdfs:label", text(name)),
        *each(term, "rdf:type", entity.types),
        *each(text, "skos:altLabel", sorted(others)),
    )


def source_descriptions(names: Iterable[str], iris: Iris) -> Descriptions:
    """Yield descriptions of gazetteers, which are sources but no articles.

    `names` may contain empty names, and some of them twice.
    """
    gazetteers = set(filter(None, names))
    for name in sorted(gazetteers):
        source = known_source(name)
        yield about(
            iris.source(name),
            ("rdf:type", term("prov:Entity")),
            ("rdfs:label", text(source.label)),
            *given(NamedNode, {"dcterms:license": source.licence}),
            *given(text, {"schema:creditText": source.credit}),
        )


def written_entities(graph: Graph) -> list[Entity]:
    """Return the entities that belong in the graph.

    All that have a name do, and those with a description only, if something is said of them. None
    is a near miss of one that does not.
    """
    used = spoken_of(graph)
    written = [each for each in graph.entities if not each.described or each.id in used]
    ids = {entity.id for entity in written}
    return [_nearest_of(entity, ids) for entity in written]


def _nearest_of(entity: Entity, ids: Set[str]) -> Entity:
    """Return an entity with those near misses that are among some ids."""
    if ids >= set(entity.near_misses):
        return entity
    near = tuple(filter(ids.__contains__, entity.near_misses))
    return replace(entity, near_misses=near)


def spoken_of(graph: Graph) -> set[str]:
    """Return the ids of all entities that facts, events and quotations mention, speakers
    included.
    """
    used: set[str] = set()
    for fact in graph.facts:
        used.add(fact.subject)
        used.update(fact.speakers)
        if isinstance(fact.object, str):
            used.add(fact.object)
    for event in graph.events:
        used.update(event.speakers)
        used.update(filler for _, filler in event.roles)
    for quotation in graph.quotations:
        used.add(quotation.speaker)
        used.add(quotation.addressee)
    return used - {""}


def plain_descriptions(facts: Facts, entailment: Entailment, iris: Iris) -> Descriptions:
    """Yield the plain triple of each fact that stands and is not past, and the triples that it
    entails.
    """
    for fact in facts:
        if fact.predicate == AMOUNT:  # which the event says itself
            continue
        if fact.factuality.stands and not fact.past:
            subject = iris.node(fact.subject)
            value = object_of(fact, iris)
            yield from entailment.descriptions(subject, fact.predicate, value)


def statement_descriptions(facts: Facts, iris: Iris) -> Descriptions:
    """Yield the statement node of each fact: its content, confidence, speakers, times and
    evidence.
    """
    for fact in facts:
        speakers = sorted(set(fact.speakers))
        yield about(
            iris.statement(fact),
            ("rdf:type", term("rdf:Statement")),
            ("rdf:subject", iris.node(fact.subject)),
            ("rdf:predicate", term(fact.predicate)),
            ("rdf:object", object_of(fact, iris)),
            ("kg:confidence", share(fact.confidence)),
            _factuality(fact),
            *_qualifiers(fact),
            *each(iris.node, "prov:wasAttributedTo", speakers),
            *_provenance(fact, iris),
            *_decided(fact, iris),
        )


def event_descriptions(events: Iterable[Event], entailment: Entailment, iris: Iris) -> Descriptions:
    """Yield a description of each event. A role brings its superproperties: an agent is an actor,
    too.
    """
    for event in events:
        classes = entailment.classes((*event.types, EVENT))
        yield about(
            iris.node(event.id),
            *each(term, "rdf:type", classes),
            *given(text, {"rdfs:label": event.label}),
            *_roles(event, entailment, iris),
            *_times(event),
            *each(iris.quantity, "kg:quantity", event.quantities),
            *each(iris.node, "sem:subEventOf", event.part_of),
            *each(text, "kg:mergeReason", event.reasons),
            *each(iris.node, "kg:nearMiss", event.near_misses),
            *_evidence(event, iris),
            *_decided(event, iris),
        )


def story_descriptions(stories: Iterable[Story], iris: Iris) -> Descriptions:
    """Yield a description of each story: its articles, its events, its first and last day."""
    for story in stories:
        days = {"schema:startDate": story.first, "schema:endDate": story.last}
        yield about(
            iris.node(story.id),
            ("rdf:type", term("kg:Story")),
            ("rdfs:label", text(story.label)),
            *each(iris.document, "schema:hasPart", story.articles),
            *each(iris.node, "kg:tells", story.events),
            *given(date, days),
        )


def quantity_descriptions(quantities: Iterable[Quantity], iris: Iris) -> Descriptions:
    """Yield a description of each amount: its value or bounds ("more than"), and its unit or
    currency.
    """
    for quantity in quantities:
        kind = "schema:MonetaryAmount" if quantity.currency else "schema:QuantitativeValue"
        numbers = {
            "schema:value": quantity.value,
            "schema:minValue": quantity.minimum,
            "schema:maxValue": quantity.maximum,
        }
        texts = {"schema:unitText": quantity.unit, "schema:currency": quantity.currency}
        yield about(
            iris.quantity(quantity),
            ("rdf:type", term(kind)),
            *given(number, numbers),
            *given(text, texts),
            *given(boolean, {"kg:approximate": quantity.approximate}),
        )


def decision_descriptions(decisions: Iterable[Decision], iris: Iris) -> Descriptions:
    """Yield a description of each decision: what kind it is, by whom it is, when and why."""
    for decision in decisions:
        is_moment = "T" in decision.on
        moment = typed(decision.on, "xsd:dateTime") if is_moment else date(decision.on)
        yield about(
            iris.node(decision.id),
            ("rdf:type", term("kg:EditorialDecision")),
            ("rdfs:label", text(short_words_of(decision))),
            ("kg:verdict", term(f"kg:{decision.verdict}")),
            ("dcterms:creator", text(decision.by)),
            ("dcterms:created", moment),
            *given(text, {"rdfs:comment": decision.why}),
        )


def quotation_descriptions(quotations: Iterable[Quotation], iris: Iris) -> Descriptions:
    """Yield a description of each quotation: its words, speaker, addressee, date and passage."""
    for quotation in quotations:
        speaker = quotation.speaker
        people = {
            "schema:creator": speaker,
            "prov:wasAttributedTo": speaker,
            "kg:addressee": quotation.addressee,
        }
        yield about(
            iris.node(quotation.id),
            ("rdf:type", term("schema:Quotation")),
            ("schema:text", text(quotation.text)),
            ("kg:indirect", boolean(quotation.indirect)),
            _factuality(quotation),
            ("prov:wasDerivedFrom", iris.passage(quotation.evidence)),
            *given(iris.node, people),
            *given(date, {"sem:hasTimeStamp": quotation.date}),
            *given(text, {"kg:rule": quotation.rule}),
            *_decided(quotation, iris),
        )


def _attributes(entity: Entity) -> Pairs:
    """Yield what kind of person, place or group an entity is."""
    gender = NODE_OF_GENDER.get(entity.gender, "")
    degrees = {"geo:lat": entity.latitude, "geo:long": entity.longitude}
    texts = {"kg:memberType": entity.member_type}
    if COUNTRY in entity.types:
        texts["kg:isoCode"] = entity.country
    yield from given(term, {"schema:gender": gender})
    yield from given(decimal, degrees)
    yield from given(text, texts)
    yield from given(integer, {"kg:size": entity.size})


def _links(entity: Entity) -> Pairs:
    """Yield the identifiers that an entity has in gazetteers."""
    for link in entity.links:
        yield link.predicate, NamedNode(link.iri)


def _factuality(said: Fact | Event | Quotation) -> Pair:
    """Return whether something is asserted, denied, planned, and so on."""
    return "kg:factuality", term(f"kg:{said.factuality.value}")


def _decided(said: Entity | Event | Fact | Quotation, iris: Iris) -> Pairs:
    """Yield what people decided about something."""
    decisions = sorted(set(said.decisions))
    yield from each(iris.node, "kg:decidedBy", decisions)


def _qualifiers(fact: Fact) -> Pairs:
    """Yield the role of a fact, and when it holds."""
    dates = {
        "schema:startDate": fact.start,
        "schema:endDate": fact.end,
        "kg:asOf": fact.as_of,
    }
    yield from given(text, {"kg:role": fact.role})
    yield from given(date, dates)
    yield from given(boolean, {"kg:past": fact.past})


def _provenance(fact: Fact, iris: Iris) -> Pairs:
    """Yield rules, number of articles and passages; world knowledge names its gazetteer, which does
    not count as an article.
    """
    gazetteer = fact.gazetteer
    rules = set(fact.rules)
    has_gazetteer_rule = any(rule.startswith(GAZETTEER) for rule in rules)
    if gazetteer and not has_gazetteer_rule:
        rules.add(GAZETTEER + gazetteer)
    passages = sorted(set(fact.evidence))
    if fact.articles or not gazetteer:
        yield "kg:sourceCount", integer(fact.articles)
    yield from each(text, "kg:rule", sorted(rules))
    yield from each(iris.passage, "prov:wasDerivedFrom", passages)
    yield from given(iris.source, {"prov:wasDerivedFrom": gazetteer})


def _roles(event: Event, entailment: Entailment, iris: Iris) -> Pairs:
    """Yield who takes part in an event, by each property that the role entails."""
    for role, filler in event.roles:
        node = iris.node(filler)
        for curie in entailment.superproperties(role):
            yield curie, node


def _times(event: Event) -> Pairs:
    """Yield when an event happens: at a time or in a span, how long, and the words for that."""
    time = event.time or TimeValue()
    dates = {"sem:hasBeginTimeStamp": time.start, "sem:hasEndTimeStamp": time.end}
    if time.is_point:
        dates = {"sem:hasTimeStamp": time.start}
    as_duration = partial(typed, datatype="xsd:duration")
    yield from given(date, dates)
    yield from each(text, "kg:timeExpression", event.time_expressions)
    yield from given(as_duration, {"kg:duration": event.duration or time.duration})


def _evidence(event: Event, iris: Iris) -> Pairs:
    """Yield how sure an event is, who says so, and where."""
    yield _factuality(event)
    yield "kg:confidence", share(event.confidence)
    yield "kg:sourceCount", integer(event.articles)
    yield from each(text, "kg:rule", event.rules)
    yield from each(iris.node, "prov:wasAttributedTo", event.speakers)
    yield from each(iris.passage, "prov:wasDerivedFrom", event.evidence)
