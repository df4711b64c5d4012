"""The likeness of two tellings of one story: whether one event can have the participants of both.

Only what has a name contradicts: "a minister" and "Eva Holm" may be one. Of ten articles one may
take somebody else for the one who was hurt. It still tells of the event, but not who took part.
"""

from collections.abc import (
    Iterable,
    Mapping,
    Sequence,
)
from dataclasses import replace
from enum import StrEnum
from itertools import product

from kg.graph.events.compatibility import (
    COMPARED,
    EXCLUSIVE,
    PLACE,
    any_contradict,
    lengths_and_times_agree,
)
from kg.graph.events.event_mention import EventMention
from kg.model import (
    Entity,
    Factuality,
)

Entities = Mapping[str, Entity]  # by their ids


class Likeness(StrEnum):
    """The degrees to which those are alike who fill one role in two tellings.

    ONE is the same thing, ALIKE another one whose name is a part of it, UNNAMED a description, and
    UNLIKE a thing of another kind, so that one of both is misread. OTHER contradicts.
    """

    ONE = "one"
    ALIKE = "alike"
    UNNAMED = "unnamed"
    UNLIKE = "unlike"
    OTHER = "other"


AGREEING = frozenset({Likeness.ONE, Likeness.ALIKE})


def may_be_one(a: EventMention, b: EventMention, entities: Entities) -> bool:
    """Return whether nothing in two tellings of one story contradicts that they are one event."""
    return circumstances_fit(a, b) and participants_agree(a, b, entities)


def circumstances_fit(a: EventMention, b: EventMention) -> bool:
    """Return whether two tellings of one story agree in length, time and status.

    What one plans or supposes may have happened in the other; a denial agrees with denials only.
    """
    return _statuses_fit(a.factuality, b.factuality) and lengths_and_times_agree(a, b)


def _statuses_fit(a: Factuality, b: Factuality) -> bool:
    if a is b:
        return True
    return Factuality.DENIED not in (a, b) and (a.stands or b.stands)


def participants_agree(a: EventMention, b: EventMention, entities: Entities) -> bool:
    """Return whether the same may take part in two tellings of one story.

    In one article descriptions tell things apart. In two only what has a name contradicts: "a
    minister" and "Eva Holm" may be one.
    """
    if a.article == b.article:
        return not any_contradict(a, b, (*EXCLUSIVE, PLACE))
    likeness_of = likenesses(a, b, entities)
    return Likeness.OTHER not in likeness_of.values()


def likenesses(a: EventMention, b: EventMention, entities: Entities) -> dict[str, Likeness]:
    """Return how alike the fillers are of each role that both tellings have."""
    found: dict[str, Likeness] = {}
    for role in COMPARED:
        first = a.fillers(role)
        second = b.fillers(role)
        if first and second:
            found[role] = _likeness(first, second, role, entities)
    return found


def _likeness(first: set[str], second: set[str], role: str, entities: Entities) -> Likeness:
    if not first.isdisjoint(second):
        return Likeness.ONE
    own = _named(first, entities)
    others = _named(second, entities)
    if len(own) < len(first) or len(others) < len(second):
        return Likeness.UNNAMED
    pairs = list(product(own, others))
    if any(_has_part_of_name(one, other) for one, other in pairs):
        return Likeness.ALIKE
    contradict = _are_two_places if role == PLACE else _are_of_one_kind
    if any(contradict(one, other) for one, other in pairs):
        return Likeness.OTHER
    return Likeness.UNLIKE


def _named(ids: Iterable[str], entities: Entities) -> list[Entity]:
    """Return the things with a name among some, in the order of their ids."""
    named: list[Entity] = []
    for id_ in sorted(ids):
        entity = entities.get(id_)
        if entity is not None and not entity.described:
            named.append(entity)
    return named


def _has_part_of_name(one: Entity, other: Entity) -> bool:
    """Return whether some name of one of two things is a part of one of the other."""
    for first, second in product(_names(one), _names(other)):
        if first <= second or second <= first:
            return True
    return False


def _names(entity: Entity) -> list[set[str]]:
    """Return the words of each name of a thing."""
    names = (entity.name, *entity.aliases)
    return [set(name.lower().split()) for name in names]


def _are_of_one_kind(one: Entity, other: Entity) -> bool:
    kind, _, _ = one.id.partition("/")
    return other.id.startswith(f"{kind}/")


def _are_two_places(one: Entity, other: Entity) -> bool:
    """Return whether neither of two places can lie in the other."""
    countries = {one.country, other.country} - {""}
    if len(countries) > 1:
        return True
    return one.types[0] == other.types[0]


# ------------------------------------------------------------------------------ one event, agreed


def undisputed(
    group: Sequence[EventMention],
    entities: Entities,
) -> list[EventMention]:
    """Return the tellings of an event, each without the roles in which more contradict it.

    Where as many agree with it as contradict it, nobody knows, and it loses the role, too.
    """
    return [_without_disputed(mention, group, entities) for mention in group]


def _without_disputed(
    mention: EventMention,
    group: Sequence[EventMention],
    entities: Entities,
) -> EventMention:
    # Of each role, how many agree, it with itself, less those who contradict.
    balance = dict.fromkeys(COMPARED, 1)
    disputed: set[str] = set()
    for other in group:
        if other.article == mention.article:
            continue
        for role, likeness in likenesses(mention, other, entities).items():
            if likeness in AGREEING:
                balance[role] += 1
            elif likeness is Likeness.OTHER:
                balance[role] -= 1
                disputed.add(role)
    lost = {role for role in disputed if balance[role] <= 0}
    if not lost:
        return mention
    kept = tuple(filler for filler in mention.roles if filler[0] not in lost)
    return replace(mention, roles=kept)
