"""The conditions under which two mentions tell of one event, in an article and over articles.

They do if they are of one kind (one word, if the kind is unknown), some participant is shared, no
named participant and no date contradicts, and both are asserted, denied or planned alike. What
people say is never put together: each saying is its own.

Not all mentions of a kind are compared. Those in one article meet under their kind and the article.
Mentions in two articles are one event only if they share two participants or places and tell of one
spell of news; so they meet under their kind, two entities and a month, or under no month if one of
them has no date to the month. The number that meet does not grow with the archive, but with the
news of a few months about the same two things.

Source: the argument-overlap criteria of event coreference (Bejan and Harabagiu 2010; Cybulska and
Vossen 2015, "bag of events").
"""

import re
from collections.abc import Collection, Hashable, Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations, product

from kg.graph.events.mentions import EventMention
from kg.graph.ontology import EVENT

JOURNEY = "kg:Journey"
NEVER_MERGED = frozenset({"kg:Communication"})
# For which an event without a date is news, half a month of a rough date taken in.
NEWS_SPELL = timedelta(days=45)
SHARED_OVER_ARTICLES = 2  # participants or places that mentions in two articles must share
# Roles whose fillers contradict if they differ.
EXCLUSIVE = ("kg:agent", "kg:patient", "kg:destination", "kg:origin", "kg:via")
TO_THE_MONTH = re.compile(r"(\d{4})-(\d\d)")
SPELL = 2  # months that a spell of news of 45 days may reach across
ANY = "any"  # instead of a month: all mentions
ROUGH = "rough"  # instead of a month: the mentions without one

Key = tuple[str, ...]


def kinds_of(mention: EventMention) -> tuple[str, ...]:
    """Return what two mentions of one event must have in common: a class, or the word itself.

    Empty for sayings.
    """
    if NEVER_MERGED.intersection(mention.classes):
        return ()
    known = tuple(cls for cls in mention.classes if cls != EVENT)
    return known or (mention.predicate,)


def agrees(mention: EventMention, group: Collection[EventMention]) -> bool:
    """Return whether a mention can be the event of a group."""
    if not all(_compatible(mention, other) for other in group):
        return False
    return any(_linked(mention, other) for other in group)


def traits(mention: EventMention) -> Hashable:
    """Return all of a mention that counts for `agrees`.

    Of mentions that are alike in it, a group needs one.
    """
    return (
        mention.article,
        mention.classes,
        mention.roles,
        mention.predicate,
        mention.label,
        mention.is_anaphoric,
        mention.factuality,
        mention.time,
        mention.duration,
    )


def _linked(a: EventMention, b: EventMention) -> bool:
    """Return whether two mentions have enough in common to be one event.

    They share participants, or speak of something that the article told of before.
    """
    if a.article != b.article:
        return _share_much(a, b) and _is_one_news(a, b)
    if not a.roles or not b.roles:
        return _is_same_word(a, b) or _are_journeys(a, b)
    is_anaphoric = a.is_anaphoric or b.is_anaphoric
    if not _is_about_one(a, b, by_role=not is_anaphoric):
        return False
    if a.classes == b.classes == (EVENT,):
        return a.label == b.label
    return is_anaphoric or _is_same_word(a, b) or _share_much(a, b)


def _share_much(a: EventMention, b: EventMention) -> bool:
    """Return whether two mentions share as many entities as those of two articles have to."""
    shared = _entities(a) & _entities(b)
    return len(shared) >= SHARED_OVER_ARTICLES


def _entities(mention: EventMention) -> set[str]:
    return {entity for _, entity in mention.roles}


def _is_same_word(a: EventMention, b: EventMention) -> bool:
    first, second = a.predicate.split(), b.predicate.split()
    return first[-1] == second[-1]


def _are_journeys(a: EventMention, b: EventMention) -> bool:
    return JOURNEY in a.classes and JOURNEY in b.classes


def _is_about_one(a: EventMention, b: EventMention, *, by_role: bool) -> bool:
    """Return whether two events are about one entity, in one role if the roles have to agree."""
    first, second = _core(a), _core(b)
    if by_role:
        return not first.isdisjoint(second)
    others = {entity for _, entity in second}
    return any(entity in others for _, entity in first)


def _core(mention: EventMention) -> set[tuple[str, str]]:
    """Return who and what an event is about, each in its role."""
    return {pair for pair in mention.roles if pair[0] in EXCLUSIVE}


def _is_one_news(a: EventMention, b: EventMention) -> bool:
    """Return whether two articles can tell of one event.

    They can if both date it, or if they came out, or were dated, within one spell of news.
    """
    if a.time and b.time:
        return True
    first, second = day_of(a), day_of(b)
    if min(len(first), len(second)) < len("2021-02"):
        return True
    return abs(_about(first) - _about(second)) <= NEWS_SPELL


def _about(day: str) -> date:
    """Return a date, for a month the middle of it."""
    return date.fromisoformat(f"{day}-15"[:10])


def day_of(mention: EventMention) -> str:
    """Return the date of a mention, as precise as it is given, else that of its article.

    Empty without both.
    """
    return mention.time.start if mention.time else mention.published


def _compatible(a: EventMention, b: EventMention) -> bool:
    """Return whether nothing in two mentions contradicts that they are one event."""
    if a.factuality.stands != b.factuality.stands:
        return False
    if not a.factuality.stands and a.factuality is not b.factuality:
        return False
    if len({a.duration, b.duration} - {""}) > 1:
        return False
    if a.time and b.time and not times_agree(a.time.start, b.time.start):
        return False
    return not any_contradict(a, b, EXCLUSIVE)


def times_agree(a: str, b: str) -> bool:
    """Return whether two dates are equal as far as the less precise one goes."""
    shorter = min(len(a), len(b))
    return a[:shorter] == b[:shorter]


def any_contradict(a: EventMention, b: EventMention, roles: Iterable[str]) -> bool:
    """Return whether one of the roles has fillers in both mentions and none in common."""
    return any(_contradict(a.fillers(role), b.fillers(role)) for role in roles)


def _contradict(a: set[str], b: set[str]) -> bool:
    """Return whether both are fillers of a role and share none."""
    if not a or not b:
        return False
    return a.isdisjoint(b)


# ---------------------------------------------------------------------------------------- keys


def keys_to_enter(mention: EventMention) -> Iterator[Key]:
    """Yield the keys under which later mentions find a mention."""
    month = _month(mention)
    when = ROUGH if month is None else str(month)
    yield from _keys(mention, [ANY, when])


def keys_to_search(mention: EventMention) -> Iterator[Key]:
    """Yield the keys under which stand all earlier mentions that may be the same event."""
    month = _month(mention)
    if month is None:
        yield from _keys(mention, [ANY])
    else:
        months = [str(month + step) for step in range(-SPELL, SPELL + 1)]
        yield from _keys(mention, [ROUGH, *months])


def _keys(mention: EventMention, months: list[str]) -> Iterator[Key]:
    """Yield a key for each kind and article, and for each kind, two entities and a month."""
    entities = {entity for _, entity in mention.roles}
    pairs = [*combinations(sorted(entities), 2)]
    for kind in kinds_of(mention):
        yield kind, mention.article
        for pair, month in product(pairs, months):
            yield kind, *pair, month


def _month(mention: EventMention) -> int | None:
    """Return the month in which an event is dated or its article came out, from the year 0."""
    date = TO_THE_MONTH.match(day_of(mention))
    if date is None:
        return None
    return int(date[1]) * 12 + int(date[2])
