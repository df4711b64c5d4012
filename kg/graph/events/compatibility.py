"""The conditions under which mentions in two articles tell of one event.

They do if they are of one kind (one word, if the kind is unknown), share two participants or places
and tell of one spell of news, no named participant and no date contradicts, and both are asserted,
denied or planned alike. What people say is never put together: each saying is its own. Which
mentions of one article are one event is decided in `kg.graph.events.sameness`.

Mentions in articles on one story have more in common to begin with, so that a learned vote decides
on them (`kg.graph.events.links`), unless something contradicts.

Not all mentions of a kind are compared. They meet under their kind, two entities and a month, or
under no month if one of them has no date to the month. The number that meet does not grow with the
archive, but with the news of a few months about the same two things.

Source: the argument-overlap criteria of event coreference (Bejan and Harabagiu 2010; Cybulska and
Vossen 2015, "bag of events").
"""

import re
from collections.abc import (
    Collection,
    Hashable,
    Iterable,
    Iterator,
    Sequence,
)
from datetime import (
    date,
    timedelta,
)
from itertools import (
    combinations,
    product,
)

from kg.graph.events.event_mention import (
    Classes,
    EventMention,
    EventRole,
)
from kg.graph.ontology import EVENT
from kg.model import (
    Factuality,
    TimeValue,
)

JOURNEY = "kg:Journey"
NEVER_MERGED = frozenset({"kg:Communication"})
# For which an event without a date is news, half a month of a rough date taken in.
NEWS_SPELL = timedelta(days=45)
SHARED_OVER_ARTICLES = 2  # participants or places that mentions in two articles must share
# Roles whose fillers contradict if they differ.
EXCLUSIVE = ("kg:agent", "kg:patient", "kg:destination", "kg:origin", "kg:via")
PLACE = "sem:hasPlace"
COMPARED = (*EXCLUSIVE, "kg:recipient", PLACE)
TO_THE_MONTH = re.compile(r"(\d{4})-(\d\d)")
SPELL = 2  # months that a spell of news of 45 days may reach across
ANY = "any"  # instead of a month: all mentions
ROUGH = "rough"  # instead of a month: the mentions without one

Key = tuple[str, ...]
Keys = Iterator[Key]


def kinds_of(mention: EventMention) -> Classes:
    """Return what two mentions of one event must have in common: a class, or the word itself.

    Empty for sayings.
    """
    if NEVER_MERGED.intersection(mention.classes):
        return ()
    classes = [cls for cls in mention.classes if cls != EVENT]
    if not classes:
        return (mention.predicate,)
    return tuple(classes)


def agrees(mention: EventMention, group: Collection[EventMention]) -> bool:
    """Return whether a mention can be the event of a group."""
    if not all(are_compatible(mention, other) for other in group):
        return False
    return any(_linked(mention, other) for other in group)


def traits(mention: EventMention) -> Hashable:
    """Return all of a mention that counts for `agrees`.

    Of mentions that are alike in it, a group needs one.
    """
    return (
        mention.article,
        mention.roles,
        mention.factuality,
        mention.time,
        mention.duration,
    )


def _linked(a: EventMention, b: EventMention) -> bool:
    """Return whether two mentions have enough in common to be one event."""
    return _share_much(a, b) and _is_one_news(a, b)


def _share_much(a: EventMention, b: EventMention) -> bool:
    """Return whether two mentions share as many entities as those of two articles have to."""
    entities = _entities(a.roles)
    shared = entities & _entities(b.roles)
    return len(shared) >= SHARED_OVER_ARTICLES


def _entities(roles: Iterable[EventRole]) -> set[str]:
    return {entity for _, entity in roles}


def _is_one_news(a: EventMention, b: EventMention) -> bool:
    """Return whether two articles can tell of one event.

    They can if both date it, or if they came out, or were dated, within one spell of news.
    """
    if a.time and b.time:
        return True
    first = day_of(a)
    second = day_of(b)
    least_precise = min(first, second, key=len)
    if len(least_precise) < len("2021-02"):
        return True
    gap = _middle(first) - _middle(second)
    return abs(gap) <= NEWS_SPELL


def _middle(day: str) -> date:
    """Return a date, for a month the middle of it."""
    of_month = f"{day}-15"
    return date.fromisoformat(of_month[:10])


def day_of(mention: EventMention) -> str:
    """Return the date of a mention, as precise as it is given, else that of its article.

    Empty without both.
    """
    time = mention.time
    return time.start if time is not None else mention.published


def are_compatible(a: EventMention, b: EventMention) -> bool:
    """Return whether nothing in two mentions contradicts that they are one event."""
    if not _circumstances_agree(a, b):
        return False
    return not any_contradict(a, b, (*EXCLUSIVE, PLACE))


def _circumstances_agree(a: EventMention, b: EventMention) -> bool:
    """Return whether two mentions agree in status, length and time."""
    return _are_told_alike(a.factuality, b.factuality) and lengths_and_times_agree(a, b)


def lengths_and_times_agree(a: EventMention, b: EventMention) -> bool:
    """Return whether two mentions agree in length and time, as far as both tell these."""
    durations = {a.duration, b.duration}
    durations.discard("")
    if len(durations) > 1:
        return False
    return times_agree(a.time, b.time)


def _are_told_alike(a: Factuality, b: Factuality) -> bool:
    """Return whether both tellings stand, or both deny, plan or suppose."""
    if a is b:
        return True
    return a.stands and b.stands


def times_agree(a: TimeValue | None, b: TimeValue | None) -> bool:
    """Return whether two times begin alike, as far as both are known and precise."""
    if a is None or b is None:
        return True
    starts = (a.start, b.start)
    shorter, longer = sorted(starts, key=len)
    return longer.startswith(shorter)


def any_contradict(a: EventMention, b: EventMention, roles: Iterable[str]) -> bool:
    """Return whether one of the roles has fillers in both mentions and none in common."""
    for role in roles:
        first = a.fillers(role)
        second = b.fillers(role)
        if first and second and first.isdisjoint(second):
            return True
    return False


# ---------------------------------------------------------------------------------------- keys


def keys_to_enter(mention: EventMention) -> Keys:
    """Yield the keys under which later mentions find a mention."""
    month = _month(mention)
    when = ROUGH if month is None else str(month)
    yield from _keys(mention, [ANY, when])


def keys_to_search(mention: EventMention) -> Keys:
    """Yield the keys under which stand all earlier mentions that may be the same event."""
    month = _month(mention)
    if month is None:
        yield from _keys(mention, [ANY])
        return
    first = month - SPELL
    last = month + SPELL
    months = range(first, last + 1)
    yield from _keys(mention, [ROUGH, *map(str, months)])


def _keys(mention: EventMention, months: Sequence[str]) -> Keys:
    """Yield a key for each kind, two entities and a month."""
    entities = sorted(_entities(mention.roles))
    pairs = list(combinations(entities, 2))
    for kind in kinds_of(mention):
        for pair, month in product(pairs, months):
            yield kind, *pair, month


def _month(mention: EventMention) -> int | None:
    """Return the month in which an event is dated or its article came out, from the year 0."""
    date = TO_THE_MONTH.match(day_of(mention))
    if date is None:
        return None
    year, month = map(int, date.groups())
    return year * 12 + month
