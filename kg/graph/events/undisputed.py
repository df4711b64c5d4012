"""Participants on whom the tellings of one event agree: those whom others contradict are left out.

Of ten articles one may take somebody else for the one who was hurt. It still tells of the event,
but not who took part.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.graph.events.compatibility import COMPARED
from kg.graph.events.event_mention import EventMention
from kg.graph.events.likeness import (
    Entities,
    Likeness,
    likenesses,
)

AGREEING = frozenset({Likeness.ONE, Likeness.ALIKE})


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
