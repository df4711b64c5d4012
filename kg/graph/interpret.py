"""All that the ontology makes of some readings, in one call."""

from collections.abc import (
    Collection,
    Iterable,
    Mapping,
    Sequence,
)
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
    with_second_places,
)
from kg.graph.facts import (
    facts,
    facts_of_posts,
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
    Ontology,
    linked_mentions,
)
from kg.graph.stories import (
    Stories,
    Subjects,
    grouped,
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
    so_far = _Statements(by_id, ontology, rulings)
    for reading in readings:
        so_far.add(reading, entity_of)
    stated, doubted = so_far.believed()
    alone = [fact for fact in stated if stands_by_itself(fact, by_id)]
    of_things = [fact for fact in stated if not stands_by_itself(fact, by_id)]
    inferred = so_far.following((*alone, *known))
    stories = grouped(so_far.subjects.each())
    happened, unworthy = so_far.happened(stories)
    said = rulings.said(so_far.quotations)
    untied = so_far.dates.refusals(happened, stated, said)
    refusals = so_far.refusals.union(unworthy, doubted, untied)
    return Interpretation(
        so_far.concluded(inferred, happened),
        happened,
        in_order(said),
        tuple(sorted(refusals, key=_order)),
        tuple(rulings.judged(merged((*of_things, *so_far.sizes)))),
        so_far.tellings,
        stories,
    )


@dataclass(slots=True)
class _Statements:
    """The statements of the articles so far, and what follows once all are there."""

    by_id: Mapping[str, Entity]
    ontology: Ontology
    rulings: Rulings
    facts: list[Fact] = field(default_factory=list)
    refusals: set[Refusal] = field(default_factory=set)
    memberships: list[Fact] = field(default_factory=list)
    sizes: list[Fact] = field(default_factory=list)
    event_mentions: list[EventMention] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    dates: UntiedDates = field(default_factory=UntiedDates)
    tellings: Tellings = field(default_factory=Tellings)
    subjects: Subjects = field(default_factory=Subjects)

    def add(self, read: Reading, entity_of: EntityOf) -> None:
        """Take in one article, whose mentions get the types of their entities."""
        linked = linked_mentions(read, self.by_id, entity_of)
        claims = map(linked.typed, read.claims)
        reading = replace(read, claims=tuple(claims))
        stated, refused = facts(reading, linked, self.ontology)
        self.facts += stated
        self.facts += home_facts(reading, linked, stated)
        self.facts += facts_of_posts(reading, linked, stated)
        self.refusals.update(refused)
        mentions = event_mentions(reading, linked, self.ontology)
        placed = with_second_places(mentions, reading, linked)
        dated = with_second_dates(placed, reading)
        self.event_mentions += dated
        self.tellings.add(reading, stated, dated, linked, self.ontology)
        self.quotations += quotations(reading, linked)
        self.dates.add(reading, dated)
        self.subjects.add(reading, linked)
        self.memberships += memberships(read, self.by_id, entity_of)
        self.sizes += sizes(read, self.by_id, entity_of)
        self.sizes += parts(read, self.by_id, entity_of)

    def believed(self) -> tuple[Sequence[Fact], Collection[Refusal]]:
        """Return the facts of all articles that are sure enough, and the refusals of others."""
        together = put_together(self.facts, self.ontology)
        self.facts.clear()  # what is told stays in what is put together
        telling = self.rulings.judged(merged(without_lesser(together)))
        believed, doubted = without_doubtful(telling, self.by_id, self.ontology)
        return with_validity(believed, self.tellings), doubted

    def following(self, premises: Iterable[Fact]) -> Sequence[Fact]:
        """Return what follows from some facts, and from who belongs to which group."""
        return inferred_facts(self.rulings.judged(merged((*premises, *self.memberships))))

    def happened(self, stories: Stories) -> tuple[tuple[Event, ...], Collection[Refusal]]:
        """Return the events of all articles, and the refusals of what is none."""
        things = KnownThings(self.by_id, self.subjects.rarity())
        told, unworthy = events(self.event_mentions, self.ontology, stories=stories, known=things)
        self.event_mentions.clear()  # what they tell is in the events, and memory is short
        return self.rulings.happened(told), unworthy

    def concluded(self, inferred: Sequence[Fact], happened: Sequence[Event]) -> tuple[Fact, ...]:
        """Return what follows, and what events tell of who takes part in them."""
        opposed = opponents(happened, self.by_id)
        taking_part = participations(happened, inferred)
        return tuple(self.rulings.judged(merged((*inferred, *opposed, *taking_part))))


def _order(refusal: Refusal) -> Order:
    passage = refusal.passage
    what = (refusal.candidate, refusal.rule, refusal.reason)
    return passage.article, passage.start, passage.end, *what
