"""The probability that a thing without a name belongs in the graph.

"The mayor's lawyer" does, "people", "the area" and "both sides" do not, and no single sign decides
that. So the signs vote: each has a weight in `data/worth.tsv`, and the logistic function of their
sum is the probability. The weights are learnt from annotated news by `training/thing_worth.py`,
which also sets the floor below which a thing is no node.

Source: logistic regression; the signs are those of work on singleton detection and genericity
(Recasens, de Marneffe and Potts 2013, "The life and death of discourse entities"; Reiter and Frank
2010, "Identifying generic noun phrases").
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.graph.vote import Vote
from kg.model import Entity, Event, Fact, Kind, Quotation

VOTE = Vote("kg.graph.things", "worth.tsv")
Uses = Mapping[str, frozenset[str]]  # of an entity, by its id
MANY = 4  # mentions; more make no difference


def signs_of(entity: Entity, uses: Uses) -> tuple[str, ...]:
    """Return the signs by which a thing is judged, sorted: of grammar, of mentions and of use.

    Empty for what has a name, and for what shows no signs of grammar, as what was made by hand.
    """
    if not entity.described or not entity.signs:
        return ()
    return tuple(sorted({*entity.signs, *_of_mentions(entity), *_of_use(entity, uses)}))


def _of_mentions(entity: Entity) -> Iterator[str]:
    """Yield the signs of the class and of the mentions: how many, and of which kinds."""
    cls = entity.types[0]
    yield f"class:{cls}"
    yield f"mentions:{min(len(entity.mentions), MANY)}"
    kinds = [mention.kind for mention in entity.mentions]
    described = kinds.count(Kind.NOMINAL)
    yield f"described:{min(described, MANY)}"
    if Kind.PRONOUN in kinds:
        yield "taken up"
    if entity.size:
        yield "counted"
    if entity.members:
        yield "members"
    yield from (f"{cls} {sign}" for sign in entity.signs if sign.startswith(("det:", "bare:")))


def _of_use(entity: Entity, uses: Uses) -> Iterator[str]:
    """Yield the signs of what needs the thing."""
    found = uses.get(entity.id, frozenset())
    kind = entity.id.partition("/")[0]
    if not found:
        yield "of no use"
        yield f"{kind} of no use"
    for use in found:
        yield f"use:{use}"
        yield f"{kind} {use}"


def worth(entity: Entity, uses: Uses) -> float:
    """Return the probability that a thing is worth a node, two decimals; 1 for what has a name."""
    return VOTE.chance(signs_of(entity, uses))


def unworthy(entities: Iterable[Entity], uses: Uses) -> dict[str, float]:
    """Return the worth of the things that belong neither in the graph nor among the mentions."""
    chances = {entity.id: worth(entity, uses) for entity in entities}
    return {entity: chance for entity, chance in chances.items() if chance < VOTE.floor}


# ------------------------------------------------------------------------------------------ uses


def uses_of(
    facts: Iterable[Fact], events: Iterable[Event], quotations: Iterable[Quotation]
) -> Uses:
    """Return what facts, events and quotations use each entity for, by its id."""
    uses = defaultdict(set)
    for fact in facts:
        uses[fact.subject].add(f"subject of {fact.predicate}")
        if isinstance(fact.object, str):
            uses[fact.object].add(f"object of {fact.predicate}")
    for event in events:
        for curie, filler in event.roles:
            uses[filler].update(_of_role(curie, event))
        for speaker in event.speakers:
            uses[speaker].add("tells of an event")
    for quotation in quotations:
        way = "indirect" if quotation.indirect else "direct"
        uses[quotation.speaker].add(f"speaker, {way}")
        uses[quotation.addressee].add("addressee")
    return {entity: frozenset(found) for entity, found in uses.items() if entity}


def _of_role(curie: str, event: Event) -> Iterator[str]:
    """Yield what it tells of a thing that it has a role in an event."""
    yield curie
    yield f"in {event.factuality}"
    if not event.types:
        yield f"{curie} of no kind"
    if len(event.triggers) > 1:
        yield f"{curie} of what is told again"
