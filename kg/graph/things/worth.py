"""Things without a name: how likely each belongs in the graph, and a graph without the others.

"The mayor's lawyer" belongs in it, "people", "the area" and "both sides" do not, and no single sign
decides that. So the signs vote: each has a weight in `data/worth.tsv`, and the logistic function of
their sum is the probability. What the learned reader sees in the mentions is among the signs;
without a reader, `data/worth_by_rules.tsv` has the weights. Both tables are learnt from annotated
news by `training/thing_worth.py`, which also sets the floors below which a thing is no node.

Such a thing is left out: of the graph, of the mentions, and of the events in which it would take
part. What a fact is about stays, and who says something, since the fact and the quotation need it.
What is left out of an event is a refusal, with its worth.

Source: logistic regression; the signs are those of work on singleton detection and genericity
(Recasens, de Marneffe and Potts 2013, "The life and death of discourse entities"; Reiter and Frank
2010, "Identifying generic noun phrases").
"""

from collections import defaultdict
from collections.abc import (
    Container,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
    Set,
)
from dataclasses import replace

from kg.graph.events import AT
from kg.graph.facts import words_of_fact
from kg.graph.ontology import Ontology
from kg.graph.vote import Vote, Votes
from kg.model import (
    Entity,
    Event,
    Fact,
    Graph,
    Kind,
    Quotation,
    Refusal,
)

VOTES = Votes(Vote("kg.graph.things", "worth.tsv"), Vote("kg.graph.things", "worth_by_rules.tsv"))
MANY = 4  # mentions; more make no difference
MARKS_OF_NOUN = ("det:", "bare:")  # what signs of the determiner begin with
FOLLOWS = "inferred:"  # what the rules of conclusions begin with
RULE = "thing"  # by which refusals call the choice
UNWORTHY = "not worth a node"
UNIDENTIFIED = "unidentified: one of the two ends is not worth a node"

Ids = Container[str]  # of entities
Worth = dict[str, float]  # of entities, by their ids
Uses = Mapping[str, Set[str]]  # of an entity, by its id


# ---------------------------------------------------------------------------------------- graphs


def with_worthy_things(graph: Graph) -> Graph:
    """Return a graph without the things that are not worth a node, and with their refusals."""
    uses = uses_of(graph.facts, graph.events, graph.quotations)
    left_out = _unworthy(graph.entities, uses)
    for needed in _needed(graph):
        left_out.pop(needed, None)
    entities = _kept(graph.entities, left_out)
    events = [_without(event, left_out) for event in graph.events]
    quotations = [_to_others(quotation, left_out) for quotation in graph.quotations]
    refusals = set(graph.refusals)
    refusals.update(_refusals(graph.entities, left_out, uses))
    return replace(
        graph,
        entities=tuple(entities),
        events=tuple(events),
        quotations=tuple(quotations),
        refusals=tuple(sorted(refusals)),
    )


def _unworthy(entities: Sequence[Entity], uses: Uses) -> Worth:
    """Return the worth of the things that belong neither in the graph nor among the mentions."""
    unworthy = {}
    for entity in entities:
        signs = signs_of(entity, uses)
        vote = VOTES.on(signs)
        worth = vote.chance(signs)
        if worth < vote.floor:
            unworthy[entity.id] = worth
    _spare_parts(entities, unworthy)
    return unworthy


def _spare_parts(entities: Sequence[Entity], unworthy: Worth) -> None:
    """Take out what is a counted part of a group that stays: "20 people, including five children".

    Whoever reads of the group has to read of them, too.
    """
    counted = {entity.id for entity in entities if entity.size}
    for entity in entities:
        if entity.id not in unworthy:
            for part in counted.intersection(entity.members):
                unworthy.pop(part, None)


def _needed(graph: Graph) -> Iterator[str]:
    """Yield the entities that facts are about, and those who say something."""
    for fact in graph.facts:
        yield fact.subject
        yield from fact.speakers
        if isinstance(fact.object, str):
            yield fact.object
    for quotation in graph.quotations:
        yield quotation.speaker


def _kept(entities: Iterable[Entity], left_out: Ids) -> Iterator[Entity]:
    """Yield the entities that stay, without references to those that do not."""
    for entity in entities:
        if entity.id in left_out:
            continue
        near = _others(entity.near_misses, left_out)
        members = _others(entity.members, left_out)
        if near != entity.near_misses or members != entity.members:
            entity = replace(entity, near_misses=near, members=members)
        yield entity


def _others(entities: Iterable[str], left_out: Ids) -> tuple[str, ...]:
    """Return the ids of the entities that stay."""
    return tuple(entity for entity in entities if entity not in left_out)


def _without(event: Event, left_out: Ids) -> Event:
    """Return an event without what is left out among those who take part in it or tell it."""
    speakers = _others(event.speakers, left_out)
    roles = []
    for curie, filler in event.roles:
        if filler not in left_out:
            roles.append((curie, filler))
    if roles == [*event.roles] and speakers == event.speakers:
        return event
    if _is_placed(event.roles) and not _is_placed(roles):
        roles += [place for place in event.around if place[1] not in left_out]
    return replace(event, roles=tuple(sorted(roles)), speakers=speakers)


def _is_placed(roles: Iterable[tuple[str, str]]) -> bool:
    """Return whether some role is a place."""
    return any(curie == AT for curie, _ in roles)


def _to_others(quotation: Quotation, left_out: Ids) -> Quotation:
    """Return a quotation without an addressee that is left out."""
    if quotation.addressee not in left_out:
        return quotation
    return replace(quotation, addressee="")


def _refusals(entities: Iterable[Entity], left_out: Worth, uses: Uses) -> Iterator[Refusal]:
    """Yield a refusal for each thing that would have been in an event."""
    for entity in entities:
        worth = left_out.get(entity.id)
        if worth is None or entity.id not in uses:
            continue
        floor = VOTES.on(entity.signs).floor
        first = entity.mentions[0]
        candidate = f"{entity.name} – thing"
        reason = f"{UNWORTHY}: {worth:.2f}, {floor:.2f} is asked"
        yield Refusal(first.passage, candidate, RULE, reason)


# -------------------------------------------------------------------------------------------- facts


def with_facts_of_things(
    graph: Graph, facts: Iterable[Fact], proposed: Iterable[Entity], ontology: Ontology
) -> Graph:
    """Return a graph with those facts whose ends are nodes in it, and refusals of the others.

    `proposed` are all entities, those that are not worth a node among them.
    """
    nodes = {entity.id for entity in graph.entities}
    known = {entity.id: entity for entity in proposed}
    stand = list(graph.facts)
    refusals = set(graph.refusals)
    for fact in facts:
        if _has_nodes(fact, nodes):
            stand.append(fact)
        else:
            refusals.update(_refusals_of_fact(fact, known, ontology))
    return replace(graph, facts=tuple(stand), refusals=tuple(sorted(refusals)))


def _has_nodes(fact: Fact, nodes: Ids) -> bool:
    """Return whether both ends of a fact are nodes; a text or a number is none."""
    if fact.subject not in nodes:
        return False
    if isinstance(fact.object, str):
        return fact.object in nodes
    return True


def _refusals_of_fact(
    fact: Fact, known: Mapping[str, Entity], ontology: Ontology
) -> Iterator[Refusal]:
    """Yield a refusal of a fact for each passage that says it; none of what only follows."""
    if all(rule.startswith(FOLLOWS) for rule in fact.rules):
        return
    words = words_of_fact(fact, known, ontology)
    for passage in fact.evidence:
        yield Refusal(passage, words, min(fact.rules), UNIDENTIFIED)


# ----------------------------------------------------------------------------------------- signs


def signs_of(entity: Entity, uses: Uses) -> tuple[str, ...]:
    """Return the signs by which a thing is judged, sorted: of grammar, of mentions and of use.

    Empty for what has a name, and for what shows no signs of grammar, as what was made by hand.
    """
    if not entity.described or not entity.signs:
        return ()
    signs = set(entity.signs)
    signs.update(_of_mentions(entity))
    signs.update(_of_use(entity, uses))
    return tuple(sorted(signs))


def _of_mentions(entity: Entity) -> Iterator[str]:
    """Yield the signs of the class and of the mentions: how many, and of which kinds."""
    cls = entity.types[0]
    kinds = [mention.kind for mention in entity.mentions]
    mentions = len(kinds)
    described = kinds.count(Kind.NOMINAL)
    yield f"class:{cls}"
    yield f"mentions:{min(mentions, MANY)}"
    yield f"described:{min(described, MANY)}"
    if Kind.PRONOUN in kinds:
        yield "taken up"
    if entity.size:
        yield "counted"
    if entity.members:
        yield "members"
    for sign in entity.signs:
        if sign.startswith(MARKS_OF_NOUN):
            yield f"{cls} {sign}"


def _of_use(entity: Entity, uses: Uses) -> Iterator[str]:
    """Yield the signs of what needs the thing."""
    kind = entity.id.partition("/")[0]
    found = uses.get(entity.id)
    if not found:
        yield "of no use"
        yield f"{kind} of no use"
        return
    for use in found:
        yield f"use:{use}"
        yield f"{kind} {use}"


# ------------------------------------------------------------------------------------------ uses


def uses_of(
    facts: Iterable[Fact], events: Iterable[Event], quotations: Iterable[Quotation]
) -> Uses:
    """Return what facts, events and quotations use each entity for, by its id."""
    uses = defaultdict(set)
    for fact in facts:
        predicate = fact.predicate
        object_ = fact.object
        uses[fact.subject].add(f"subject of {predicate}")
        if isinstance(object_, str):
            uses[object_].add(f"object of {predicate}")
    for event in events:
        for curie, filler in event.roles:
            ways = _of_role(curie, event)
            uses[filler].update(ways)
        for speaker in event.speakers:
            uses[speaker].add("tells of an event")
    for quotation in quotations:
        way = "indirect" if quotation.indirect else "direct"
        uses[quotation.speaker].add(f"speaker, {way}")
        uses[quotation.addressee].add("addressee")
    uses.pop("", None)  # of quotations without a speaker or an addressee
    return dict(uses)


def _of_role(curie: str, event: Event) -> Iterator[str]:
    """Yield what it tells of a thing that it has a role in an event."""
    yield curie
    yield f"in {event.factuality}"
    if not event.types:
        yield f"{curie} of no kind"
    if len(event.triggers) > 1:
        yield f"{curie} of what is told again"
