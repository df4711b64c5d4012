"""All that the ontology makes of some readings, in one call."""

from collections.abc import Iterable
from dataclasses import (
    dataclass,
    field,
    replace,
)

from kg.graph.events import (
    EventMention,
    UntiedDates,
    event_mentions,
    events,
    with_second_dates,
)
from kg.graph.facts import (
    facts,
    in_order,
    inferred_facts,
    memberships,
    merged,
    opponents,
    participations,
    parts,
    put_together,
    quotations,
    sizes,
    stands_by_itself,
    without_doubtful,
    without_lesser,
)
from kg.graph.ontology import (
    EntityOf,
    LinkedMentions,
    Ontology,
    linked_mentions,
)
from kg.model import (
    Entity,
    Event,
    Fact,
    Quotation,
    Reading,
    Refusal,
)

Order = tuple[str, int, int, str, str, str]


@dataclass(frozen=True)
class Interpretation:
    """Facts, events, quotations and refusals, each sorted by content.

    `of_things` are facts about things without a name that only stand if the things are nodes.
    """

    facts: tuple[Fact, ...]
    events: tuple[Event, ...]
    quotations: tuple[Quotation, ...]
    refusals: tuple[Refusal, ...]
    of_things: tuple[Fact, ...] = ()


def interpret(
    readings: Iterable[Reading],
    entities: Iterable[Entity],
    entity_of: EntityOf,
    ontology: Ontology,
    *,
    known: Iterable[Fact] = (),
) -> Interpretation:
    """Return the facts, events, quotations and refusals of some readings, in any order.

    The chains of the readings are resolved to entities. `known` are facts of a gazetteer, from
    which conclusions are drawn together with those of the text.
    """
    by_id = {entity.id: entity for entity in entities}
    so_far = _Statements()
    for reading in readings:
        linked = linked_mentions(reading, by_id, entity_of)
        claims = map(linked.typed, reading.claims)
        typed = replace(reading, claims=tuple(claims))
        so_far.add(typed, linked, ontology)
        so_far.memberships += memberships(reading, by_id, entity_of)
        so_far.sizes += sizes(reading, by_id, entity_of)
        so_far.sizes += parts(reading, by_id, entity_of)
    together = put_together(so_far.facts, ontology)
    telling = merged(without_lesser(together))
    stated, doubted = without_doubtful(telling, by_id, ontology)
    alone = [fact for fact in stated if stands_by_itself(fact, by_id)]
    of_things = [fact for fact in stated if not stands_by_itself(fact, by_id)]
    premises = merged((*alone, *known, *so_far.memberships))
    inferred = inferred_facts(premises)
    happened, unworthy = events(so_far.event_mentions, ontology)
    opposed = opponents(happened, by_id)
    taking_part = participations(happened, inferred)
    untied = so_far.dates.refusals(happened, stated, so_far.quotations)
    refusals = so_far.refusals.union(unworthy, doubted, untied)
    return Interpretation(
        merged((*inferred, *opposed, *taking_part)),
        happened,
        in_order(so_far.quotations),
        tuple(sorted(refusals, key=_order)),
        merged((*of_things, *so_far.sizes)),
    )


@dataclass(slots=True)
class _Statements:
    """The statements of the articles so far, not yet put together."""

    facts: list[Fact] = field(default_factory=list)
    refusals: set[Refusal] = field(default_factory=set)
    memberships: list[Fact] = field(default_factory=list)
    sizes: list[Fact] = field(default_factory=list)
    event_mentions: list[EventMention] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    dates: UntiedDates = field(default_factory=UntiedDates)

    def add(self, reading: Reading, linked: LinkedMentions, ontology: Ontology) -> None:
        """Take in one article, whose mentions have the types of their entities."""
        stated, refused = facts(reading, linked, ontology)
        self.facts += stated
        self.refusals.update(refused)
        mentions = event_mentions(reading, linked, ontology)
        dated = with_second_dates(mentions, reading, linked, ontology)
        self.event_mentions += dated
        self.quotations += quotations(reading, linked)
        self.dates.add(reading)


def _order(refusal: Refusal) -> Order:
    passage = refusal.passage
    what = (refusal.candidate, refusal.rule, refusal.reason)
    return passage.article, passage.start, passage.end, *what
