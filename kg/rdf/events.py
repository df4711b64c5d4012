"""Events, their amounts, and quotations as nodes that carry their own evidence.

Source: the Simple Event Model (van Hage et al. 2011) for actors, places, times and sub-events.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial

from pyoxigraph import NamedNode

from kg.model import Event, Quantity, Quotation, TimeValue
from kg.rdf.descriptions import Description, MaybePair, about, pairs_of
from kg.rdf.entailment import Entailment, Vocabulary
from kg.rdf.iris import Iris, term
from kg.rdf.literals import Term, dated, given, number, share, text, typed

EVENT = "sem:Event"


def event_descriptions(
    events: Iterable[Event], vocabulary: Vocabulary, entailment: Entailment, iris: Iris
) -> Iterator[Description]:
    """Yield a description of each event. A role brings its superproperties: an agent is an actor,
    too.
    """
    classes = lru_cache(maxsize=10_000)(partial(_classes, vocabulary))
    for event in events:
        yield about(
            iris.node(event.id),
            *pairs_of("rdf:type", classes(event.types)),
            ("rdfs:label", given(event.label)),
            *_roles(event, entailment, iris),
            *_times(event),
            *pairs_of("kg:quantity", map(iris.quantity, event.quantities)),
            *pairs_of("sem:subEventOf", map(iris.node, event.part_of)),
            *_evidence(event, iris),
        )


def _classes(vocabulary: Vocabulary, types: tuple[str, ...]) -> tuple[NamedNode, ...]:
    """Return the classes of an event with these types, and those above them; each once."""
    curies: list[str] = []
    for kind in (*types, EVENT):
        curies += (kind, *vocabulary.superclasses(kind))
    return tuple(map(term, dict.fromkeys(curies)))


def quantity_descriptions(quantities: Iterable[Quantity], iris: Iris) -> Iterator[Description]:
    """Yield a description of each amount: its value or bounds ("more than"), and its unit or
    currency.
    """
    for quantity in quantities:
        kind = "schema:MonetaryAmount" if quantity.currency else "schema:QuantitativeValue"
        yield about(
            iris.quantity(quantity),
            ("rdf:type", term(kind)),
            ("schema:value", number(quantity.value) if quantity.value else None),
            ("schema:minValue", number(quantity.minimum) if quantity.minimum else None),
            ("schema:maxValue", number(quantity.maximum) if quantity.maximum else None),
            ("schema:unitText", given(quantity.unit)),
            ("schema:currency", given(quantity.currency)),
            ("kg:approximate", typed("true", "xsd:boolean") if quantity.approximate else None),
        )


def quotation_descriptions(quotations: Iterable[Quotation], iris: Iris) -> Iterator[Description]:
    """Yield a description of each quotation: its words, speaker, addressee, date and passage."""
    for quotation in quotations:
        speaker = iris.node(quotation.speaker) if quotation.speaker else None
        yield about(
            iris.node(quotation.id),
            ("rdf:type", term("schema:Quotation")),
            ("schema:text", text(quotation.text)),
            ("schema:creator", speaker),
            ("kg:addressee", iris.node(quotation.addressee) if quotation.addressee else None),
            ("sem:hasTimeStamp", dated(quotation.date)),
            ("kg:indirect", typed(str(quotation.indirect).lower(), "xsd:boolean")),
            ("kg:factuality", term(f"kg:{quotation.factuality.value}")),
            ("kg:rule", given(quotation.rule)),
            ("prov:wasAttributedTo", speaker),
            ("prov:wasDerivedFrom", iris.passage(quotation.evidence)),
        )


def _roles(event: Event, entailment: Entailment, iris: Iris) -> Iterator[tuple[str, Term]]:
    for role, filler in event.roles:
        node = iris.node(filler)
        for curie in entailment.superproperties(role):
            yield curie, node


def _times(event: Event) -> Iterator[MaybePair]:
    time = event.time or TimeValue()
    span = not time.is_point
    yield "sem:hasTimeStamp", dated(time.start) if time.is_point else None
    yield "sem:hasBeginTimeStamp", dated(time.start) if span else None
    yield "sem:hasEndTimeStamp", dated(time.end) if span else None
    yield from pairs_of("kg:timeExpression", map(text, event.time_expressions))
    duration = event.duration or time.duration
    yield "kg:duration", typed(duration, "xsd:duration") if duration else None


def _evidence(event: Event, iris: Iris) -> Iterator[MaybePair]:
    yield "kg:factuality", term(f"kg:{event.factuality.value}")
    yield "kg:confidence", share(event.confidence)
    yield "kg:sourceCount", typed(str(event.articles), "xsd:integer")
    yield from pairs_of("kg:rule", map(text, event.rules))
    yield from pairs_of("prov:wasAttributedTo", map(iris.node, event.speakers))
    yield from pairs_of("prov:wasDerivedFrom", map(iris.passage, event.evidence))
