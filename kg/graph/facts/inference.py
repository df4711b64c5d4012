"""What follows from facts by logic: each conclusion names its rule and stands on the evidence of its premises.

`inferred:containment`   A lies in B, and B in C: A lies in C.
`inferred:member-nationality`   a group has a nationality, and a person is one of the group: the person has it.
`inferred:attack`   one country or organisation attacked another: they are opponents.
`inferred:parent-country`   an organisation belongs to one that is of a country: it is of that country, too.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from kg.graph.facts.merging import merged
from kg.graph.ontology import ORGANIZATION, is_identified, is_particular
from kg.model import Entity, Event, Fact

CONTAINED = "schema:containedInPlace"
ATTACK, OPPONENT = "kg:Attack", "kg:opponent"
SIDES = frozenset({ORGANIZATION, "schema:Country"})  # an attack on a person or by one does not make two sides of a war
MAX_DEPTH = 4  # steps of containment: quarter, city, province, country


def inferred_facts(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts with all that follows from them; the same facts where nothing does."""
    known = [fact for fact in facts if fact.factuality.stands and not fact.past]
    new = [*_containment(known), *_member_nationality(known), *_parent_country(known)]
    have = {(fact.subject, fact.predicate, fact.object) for fact in known}
    return merged([*facts, *(fact for fact in new if (fact.subject, fact.predicate, fact.object) not in have)])


def _follows(first: Fact, second: Fact, subject: str, predicate: str, value: str, rule: str) -> Fact:
    """A conclusion from two premises: as sure as both together, said by those who say both."""
    told = (
        first.factuality if first.factuality != second.factuality and first.factuality.value == "Reported" else second.factuality
    )
    return Fact(
        subject,
        predicate,
        value,
        (f"inferred:{rule}",),
        tuple(sorted({*first.evidence, *second.evidence})),
        told,
        speakers=tuple(sorted({*first.speakers, *second.speakers})),
    )


def _containment(known: list[Fact]) -> Iterator[Fact]:
    """Containment is transitive."""
    inside: dict[str, list[Fact]] = defaultdict(list)
    for fact in known:
        if fact.predicate == CONTAINED and isinstance(fact.object, str):
            inside[fact.subject].append(fact)
    for place in sorted(inside):
        frontier = list(inside[place])
        for _ in range(MAX_DEPTH):
            steps = [(lower, upper) for lower in frontier for upper in inside.get(str(lower.object), []) if upper.object != place]
            frontier = [_follows(a, b, place, CONTAINED, str(b.object), "containment") for a, b in steps]
            yield from (fact for fact in frontier if fact.evidence)


def _member_nationality(known: list[Fact]) -> Iterator[Fact]:
    """Members share the nationality of their group ("eight Norwegian miners, including Ann Bolt")."""
    nationality = {
        fact.subject: fact for fact in known if fact.predicate == "schema:nationality" and fact.subject.startswith("group/")
    }
    for fact in known:
        group = nationality.get(str(fact.object)) if fact.predicate == "schema:memberOf" else None
        if group is not None:
            yield _follows(fact, group, fact.subject, "schema:nationality", str(group.object), "member-nationality")


def _parent_country(known: list[Fact]) -> Iterator[Fact]:
    """A part of a country's organisation is that country's."""
    country = {fact.subject: fact for fact in known if fact.predicate == "kg:ofCountry"}
    for fact in known:
        parent = country.get(str(fact.object)) if fact.predicate == "schema:parentOrganization" else None
        if parent is not None and parent.rules != ("inferred:parent-country",):
            yield _follows(fact, parent, fact.subject, "kg:ofCountry", str(parent.object), "parent-country")


def opponents(events: Iterable[Event], entities: Mapping[str, Entity]) -> Iterator[Fact]:
    """The sides of each attack that is told as a fact, as opponents; the ends in the order of their ids."""
    for event in events:
        if ATTACK not in event.types or not event.factuality.stands:
            continue
        agents, patients = ([who for curie, who in event.roles if curie == role] for role in ("kg:agent", "kg:patient"))
        for pair in product(agents, patients):
            first, second = sorted(pair)
            if first != second and all(_is_side(entities.get(end)) for end in pair):
                yield Fact(
                    first,
                    OPPONENT,
                    second,
                    ("inferred:attack",),
                    event.evidence,
                    event.factuality,
                    speakers=event.speakers,
                )


def _is_side(entity: Entity | None) -> bool:
    """True for what can be a side: a country, or an organisation that has a name or is picked out."""
    if entity is None or not SIDES.intersection(entity.types):
        return False
    return is_identified(entity) or is_particular(entity)
