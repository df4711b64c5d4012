"""Facts that follow from others by logic; each names its rule and has the evidence of its premises.

`inferred:containment`   A lies in B, and B in C: A lies in C.
`inferred:member-nationality`   a group has a nationality, and a person is one of the group: the
person has it.
`inferred:member`   a group acts or undergoes something, and a person is one of the group: the
person takes part as a member.
`inferred:attack`   one country or organisation attacked another: they are opponents.
`inferred:parent-country`   an organisation belongs to one that is of a country: it is of that
country, too.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from kg.graph.facts.merging import merged
from kg.graph.ontology import ORGANIZATION, is_identified, is_particular
from kg.model import Entity, Event, Fact, Factuality

CONTAINED, NATIONALITY, OF_COUNTRY = "schema:containedInPlace", "schema:nationality", "kg:ofCountry"
MEMBER, PARENT_ORGANIZATION = "schema:memberOf", "schema:parentOrganization"
ATTACK, OPPONENT = "kg:Attack", "kg:opponent"
AS_MEMBER = "kg:participatesAsMember"
ACTING = frozenset({"kg:agent", "kg:patient"})  # the roles of a group that its members share
# An attack on a person, or by one, does not make two sides of a war.
SIDES = frozenset({ORGANIZATION, "schema:Country"})
MAX_DEPTH = 4  # steps of containment: quarter, city, province, country
PARENT_COUNTRY = "inferred:parent-country"


def inferred_facts(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the facts with all that follows from them; the same facts if nothing does."""
    facts = [*facts]
    standing = [fact for fact in facts if fact.factuality.stands]
    known = [fact for fact in standing if not fact.past]
    stated = set(map(_triple, known))
    for rule in (_containment, _member_nationality, _parent_country):
        facts += [fact for fact in rule(known) if _triple(fact) not in stated]
    return merged(facts)


def _triple(fact: Fact) -> tuple[str, str, object]:
    return fact.subject, fact.predicate, fact.object


def _follows(first: Fact, second: Fact, subject: str, predicate: str, rule: str) -> Fact:
    """Return a conclusion from two premises, which ends where the second ends.

    It is as sure as both together, and said by those who say both.
    """
    return Fact(
        subject,
        predicate,
        str(second.object),
        (rule,),
        tuple(sorted({*first.evidence, *second.evidence})),
        _weaker(first.factuality, second.factuality),
        speakers=tuple(sorted({*first.speakers, *second.speakers})),
    )


def _weaker(first: Factuality, second: Factuality) -> Factuality:
    """Return "reported" if one of the two is."""
    return first if first is Factuality.REPORTED else second


def _containment(known: list[Fact]) -> Iterator[Fact]:
    """Yield what follows since containment is transitive."""
    inside: dict[str, list[Fact]] = defaultdict(list)
    for fact in known:
        if fact.predicate == CONTAINED and isinstance(fact.object, str):
            inside[fact.subject].append(fact)
    for place in sorted(inside):
        frontier = list(inside[place])
        for _ in range(MAX_DEPTH):
            frontier = [*_one_step_up(place, frontier, inside)]
            for fact in frontier:
                if fact.evidence:
                    yield fact


def _one_step_up(
    place: str, frontier: list[Fact], inside: Mapping[str, list[Fact]]
) -> Iterator[Fact]:
    """Yield what a place lies in by one step more than the facts of the frontier say."""
    for lower in frontier:
        for upper in inside.get(str(lower.object), []):
            if upper.object != place:
                yield _follows(lower, upper, place, CONTAINED, "inferred:containment")


def _member_nationality(known: list[Fact]) -> Iterator[Fact]:
    """Yield the nationality of a group for its members: "eight Norwegian miners with Ann Bolt"."""
    of_group = {
        fact.subject: fact for fact in _of(NATIONALITY, known) if fact.subject.startswith("group/")
    }
    for fact in _of(MEMBER, known):
        group = of_group.get(str(fact.object))
        if group is not None:
            rule = "inferred:member-nationality"
            yield _follows(fact, group, fact.subject, NATIONALITY, rule)


def _of(predicate: str, known: list[Fact]) -> list[Fact]:
    return [fact for fact in known if fact.predicate == predicate]


def _parent_country(known: list[Fact]) -> Iterator[Fact]:
    """Yield the country of an organisation that is a part of a country's organisation."""
    country = {fact.subject: fact for fact in _of(OF_COUNTRY, known)}
    for fact in _of(PARENT_ORGANIZATION, known):
        parent = country.get(str(fact.object))
        if parent is not None and parent.rules != (PARENT_COUNTRY,):
            yield _follows(fact, parent, fact.subject, OF_COUNTRY, PARENT_COUNTRY)


def opponents(events: Iterable[Event], entities: Mapping[str, Entity]) -> Iterator[Fact]:
    """Yield the sides of each attack that is asserted or reported, as opponents sorted by id."""
    for event in events:
        if ATTACK not in event.types or not event.factuality.stands:
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
                ("inferred:attack",),
                event.evidence,
                event.factuality,
                speakers=event.speakers,
            )


def participations(events: Iterable[Event], facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield that the known members of a group take part in what it does or undergoes.

    Who is one of a group is not said to have done it: they take part as a member only.
    """
    memberships = _people_of_groups(facts)
    for event in events:
        if not event.factuality.stands:
            continue
        taking = {entity for _, entity in event.roles}
        groups = {entity for curie, entity in event.roles if curie in ACTING}
        for group in sorted(groups):
            for membership in memberships.get(group, []):
                if membership.subject not in taking:
                    yield _as_member(membership, event)


def _people_of_groups(facts: Iterable[Fact]) -> Mapping[str, list[Fact]]:
    """Return the memberships of people that stand, by the id of their group."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in _of(MEMBER, [*facts]):
        group = str(fact.object)
        is_of_group = fact.subject.startswith("person/") and group.startswith("group/")
        if is_of_group and fact.factuality.stands:
            found[group].append(fact)
    return found


def _as_member(membership: Fact, event: Event) -> Fact:
    """Return that a member of a group takes part in its event, on the evidence of both."""
    return Fact(
        membership.subject,
        AS_MEMBER,
        event.id,
        ("inferred:member",),
        tuple(sorted({*membership.evidence, *event.evidence})),
        _weaker(membership.factuality, event.factuality),
        speakers=tuple(sorted({*membership.speakers, *event.speakers})),
    )


def _sides(event: Event, role: str, entities: Mapping[str, Entity]) -> list[str]:
    """Return the ids of the entities in a role that can be a side of a war."""
    fillers = [entity for curie, entity in event.roles if curie == role]
    return [name for name in fillers if _is_side(entities.get(name))]


def _is_side(entity: Entity | None) -> bool:
    """Return whether an entity can be a side: a country, or a known or particular organisation."""
    if entity is None or SIDES.isdisjoint(entity.types):
        return False
    return is_identified(entity) or is_particular(entity)
