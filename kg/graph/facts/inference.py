"""Facts that follow from others by logic; each names its rule and has the evidence of its premises.

`inferred:member-nationality`   a group has a nationality, and a person is one of the group: the
person has it.
`inferred:member`   a group acts or undergoes something, and a person is one of the group: the
person takes part as a member.
`inferred:attack`   one country or organisation attacked another: they are opponents.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import TypeVar

from kg.graph.facts.merging import Facts, Triple, merged
from kg.graph.ontology import ORGANIZATION, is_identified, is_particular
from kg.model import Entity, Event, Fact, Factuality, Passage

NATIONALITY, MEMBER = "schema:nationality", "schema:memberOf"
ATTACK, OPPONENT = "kg:Attack", "kg:opponent"
AS_MEMBER = "kg:participatesAsMember"
ACTING = frozenset({"kg:agent", "kg:patient"})  # the roles of a group that its members share
# An attack on a person, or by one, does not make two sides of a war.
SIDES = frozenset({ORGANIZATION, "schema:Country"})
BY_ATTACK, BY_MEMBER = "inferred:attack", "inferred:member"
MEMBER_NATIONALITY = "inferred:member-nationality"

Known = Sequence[Fact]  # what stands and is not past
FactsByThing = Mapping[str, Sequence[Fact]]
Conclusions = Iterator[Fact]
Premise = Fact | Event
Events = Iterable[Event]
Entities = Mapping[str, Entity]  # by id
Sortable = TypeVar("Sortable", str, Passage)


def inferred_facts(facts: Iterable[Fact]) -> Facts:
    """Return the facts with all that follows from them; the same facts if nothing does."""
    facts = list(facts)
    standing = filter(_stands, facts)
    known = [fact for fact in standing if not fact.past]
    stated = set(map(_statement, known))
    for fact in _member_nationality(known):
        if _statement(fact) not in stated:
            facts.append(fact)
    return merged(facts)


def _statement(fact: Fact) -> tuple[str, str, object]:
    return fact.subject, fact.predicate, fact.object


def _conclusion(triple: Triple, rule: str, first: Premise, second: Premise) -> Fact:
    """Return what follows from two premises.

    It is as sure as both together, and said by those who say both.
    """
    evidence = (*first.evidence, *second.evidence)
    speakers = (*first.speakers, *second.speakers)
    return Fact(
        *triple,
        (rule,),
        _sorted(evidence),
        _weaker(first.factuality, second.factuality),
        speakers=_sorted(speakers),
    )


def _sorted(values: Iterable[Sortable]) -> tuple[Sortable, ...]:
    """Return the values, each once."""
    once = set(values)
    return tuple(sorted(once))


def _weaker(first: Factuality, second: Factuality) -> Factuality:
    """Return "reported" if one of the two is."""
    return first if first is Factuality.REPORTED else second


def _of(predicate: str, facts: Iterable[Fact]) -> Known:
    return [fact for fact in facts if fact.predicate == predicate]


def _stands(premise: Premise) -> bool:
    return premise.factuality.stands


def _member_nationality(known: Known) -> Conclusions:
    """Yield the nationality of a group for its members: "eight Norwegian miners with Ann Bolt"."""
    of_group: dict[str, Fact] = {}
    for fact in _of(NATIONALITY, known):
        if fact.subject.startswith("group/"):
            of_group[fact.subject] = fact
    for membership in _of(MEMBER, known):
        upper = of_group.get(str(membership.object))
        if upper is not None:
            triple = (membership.subject, NATIONALITY, str(upper.object))
            yield _conclusion(triple, MEMBER_NATIONALITY, membership, upper)


# ------------------------------------------------------------------------------- from events


def opponents(events: Events, entities: Entities) -> Conclusions:
    """Yield the sides of each attack that is asserted or reported, as opponents sorted by id."""
    for event in filter(_stands, events):
        if ATTACK not in event.types:
            continue
        agents = _sides(event, "kg:agent", entities)
        patients = _sides(event, "kg:patient", entities)
        for pair in product(agents, patients):
            first, second = sorted(pair)
            if first == second:
                continue
            yield Fact(
                first,
                OPPONENT,
                second,
                (BY_ATTACK,),
                event.evidence,
                event.factuality,
                speakers=event.speakers,
            )


def _sides(event: Event, role: str, entities: Entities) -> Iterator[str]:
    """Yield the ids of the entities in a role that can be a side of a war."""
    for curie, name in event.roles:
        if curie != role:
            continue
        entity = entities.get(name)
        if entity is not None and _is_side(entity):
            yield name


def _is_side(entity: Entity) -> bool:
    """Return whether an entity can be a side: a country, or a known or particular organisation."""
    if SIDES.isdisjoint(entity.types):
        return False
    return is_identified(entity) or is_particular(entity)


def participations(events: Events, facts: Iterable[Fact]) -> Conclusions:
    """Yield that the known members of a group take part in what it does or undergoes.

    Who is one of a group is not said to have done it: they take part as a member only.
    """
    memberships = _people_of_groups(facts)
    for event in filter(_stands, events):
        taking: set[str] = set()
        acting: set[str] = set()
        for curie, entity in event.roles:
            taking.add(entity)
            if curie in ACTING:
                acting.add(entity)
        for group in sorted(acting):
            for membership in memberships.get(group, []):
                member = membership.subject
                if member not in taking:
                    triple = (member, AS_MEMBER, event.id)
                    yield _conclusion(triple, BY_MEMBER, membership, event)


def _people_of_groups(facts: Iterable[Fact]) -> FactsByThing:
    """Return the memberships of people that stand, by the id of their group."""
    found: dict[str, list[Fact]] = defaultdict(list)
    standing = filter(_stands, facts)
    for fact in _of(MEMBER, standing):
        member = fact.subject
        group = str(fact.object)
        if member.startswith("person/") and group.startswith("group/"):
            found[group].append(fact)
    return found
