"""All that the ontology makes of some readings, in one call."""

from collections.abc import Iterable
from dataclasses import (
    dataclass,
    field,
    replace,
)

from kg.decisions import NO_RULINGS, Rulings
from kg.graph.disagreements import Tellings, with_validity
from kg.graph.events import (
    EventMention,
    KnownThings,
    UntiedDates,
    event_mentions,
    events,
    with_second_dates,
)
from kg.graph.facts import (
    facts,
    home_facts,
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
from kg.graph.stories import Stories, Subjects, grouped
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

    `of_things` are facts about things without a name that only stand if the things are nodes;
    `tellings` are what the articles tell that may disagree.
    `stories` are the ids of the articles of each story.
    """

    facts: tuple[Fact, ...]
    events: tuple[Event, ...]
    quotations: tuple[Quotation, ...]
    refusals: tuple[Refusal, ...]
    of_things: tuple[Fact, ...] = ()
    tellings: Tellings = field(default_factory=Tellings)
    stories: Stories = ()


def interpret(
    readings: Iterable[Reading],
    entities: Iterable[Entity],
    entity_of: EntityOf,
    ontology: Ontology,
    *,
    known: Iterable[Fact] = (),
    rulings: Rulings = NO_RULINGS,
) -> Interpretation:
    """Return the facts, events, quotations and refusals of some readings, in any order.

    The chains of the readings are resolved to entities. `known` are facts of a gazetteer, from
    which conclusions are drawn together with those of the text. `rulings` are the decisions of
    people: what is wrong is left out, and nothing follows from it.
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
    telling = rulings.judged(merged(without_lesser(together)))
    believed, doubted = without_doubtful(telling, by_id, ontology)
    stated = with_validity(believed, so_far.tellings)
    alone = [fact for fact in stated if stands_by_itself(fact, by_id)]
    of_things = [fact for fact in stated if not stands_by_itself(fact, by_id)]
    premises = rulings.judged(merged((*alone, *known, *so_far.memberships)))
    inferred = inferred_facts(premises)
    stories = grouped(so_far.subjects.each())
    things = KnownThings(by_id, so_far.subjects.rarity())
    told, unworthy = events(so_far.event_mentions, ontology, stories=stories, known=things)
    happened = rulings.happened(told)
    opposed = opponents(happened, by_id)
    taking_part = participations(happened, inferred)
    said = rulings.said(so_far.quotations)
    concluded = rulings.judged(merged((*inferred, *opposed, *taking_part)))
    described = rulings.judged(merged((*of_things, *so_far.sizes)))
    untied = so_far.dates.refusals(happened, stated, said)
    refusals = so_far.refusals.union(unworthy, doubted, untied)
    return Interpretation(
        tuple(concluded),
        happened,
        in_order(said),
        tuple(sorted(refusals, key=_order)),
        tuple(described),
        so_far.tellings,
        stories,
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
    tellings: Tellings = field(default_factory=Tellings)
    subjects: Subjects = field(default_factory=Subjects)

    def add(self, reading: Reading, linked: LinkedMentions, ontology: Ontology) -> None:
        """Take in one article, whose mentions have the types of their entities."""
        stated, refused = facts(reading, linked, ontology)
        self.facts += stated
        self.facts += home_facts(reading, linked, stated)
        self.refusals.update(refused)
        mentions = event_mentions(reading, linked, ontology)
        dated = with_second_dates(mentions, reading)
        self.event_mentions += dated
        self.tellings.add(reading, stated, dated, linked, ontology)
        self.quotations += quotations(reading, linked)
        self.dates.add(reading)
        self.subjects.add(reading, linked)


def _order(refusal: Refusal) -> Order:
    passage = refusal.passage
    what = (refusal.candidate, refusal.rule, refusal.reason)
    return passage.article, passage.start, passage.end, *what
