"""When two mentions of happenings tell of one event, in an article and over articles.

They do where they are of one kind (one word, where the kind is unknown), some participant is shared, no named participant and
no date contradicts, and both are told, denied or planned alike. What people say is never put together: each saying is its own.
Source: the argument-overlap criteria of event coreference (Bejan and Harabagiu 2010; Cybulska and Vossen 2015, "bag of events").
"""

from collections.abc import Collection, Hashable
from datetime import date, timedelta

from kg.graph.events.mentions import EventMention
from kg.graph.ontology import EVENT

JOURNEY = "kg:Journey"
NEVER_MERGED = frozenset({"kg:Communication"})
NEWS_SPELL = timedelta(days=45)  # for which an event without a date is told as news, half a month of a rough date taken in
SHARED_OVER_ARTICLES = 2  # participants or places that mentions in two articles must share
# Roles whose fillers contradict where they differ.
EXCLUSIVE = ("kg:agent", "kg:patient", "kg:destination", "kg:origin", "kg:via")


def kinds_of(each: EventMention) -> tuple[str, ...]:
    """What must be equal for two mentions to be one event: a class, or the word itself; nothing for sayings."""
    if NEVER_MERGED.intersection(each.classes):
        return ()
    known = tuple(cls for cls in each.classes if cls != EVENT)
    return known or (each.predicate,)


def agrees(each: EventMention, group: Collection[EventMention]) -> bool:
    """True where a mention can be the event of a group."""
    return all(_compatible(each, other) for other in group) and any(_linked(each, other) for other in group)


def traits(each: EventMention) -> Hashable:
    """All of a mention that counts for `agrees`: of those that are alike in it, a group needs one."""
    return (
        each.article,
        each.classes,
        each.roles,
        each.predicate,
        each.label,
        each.is_anaphoric,
        each.factuality,
        each.time,
        each.duration,
    )


def _linked(a: EventMention, b: EventMention) -> bool:
    """True where two mentions share enough participants, or speak of a thing already told in one article, to be one event."""
    shared = {entity for _, entity in a.roles} & {entity for _, entity in b.roles}
    if a.article != b.article:
        return len(shared) >= SHARED_OVER_ARTICLES and _is_one_news(a, b)
    same_word = a.predicate.split()[-1] == b.predicate.split()[-1]
    if not a.roles or not b.roles:
        return same_word or JOURNEY in {*a.classes} & {*b.classes}
    anaphoric = a.is_anaphoric or b.is_anaphoric
    core = _core(a, by_role=not anaphoric) & _core(b, by_role=not anaphoric)
    if a.classes == b.classes == (EVENT,):
        return bool(core) and a.label == b.label
    return bool(core) and (same_word or anaphoric or len(shared) >= SHARED_OVER_ARTICLES)


def _core(each: EventMention, *, by_role: bool) -> set[tuple[str, str]]:
    """Who and what an event is about, with their roles where these have to agree."""
    return {(role if by_role else "", entity) for role, entity in each.roles if role in EXCLUSIVE}


def _is_one_news(a: EventMention, b: EventMention) -> bool:
    """True where two articles can tell of one event: both date it, or they came out, or were dated, within one spell of news."""
    if a.time and b.time:
        return True
    days = [day_of(each) for each in (a, b)]
    if any(len(day) < len("2021-02") for day in days):
        return True
    first, second = (date.fromisoformat(f"{day}-15"[:10]) for day in days)
    return abs(first - second) <= NEWS_SPELL


def day_of(each: EventMention) -> str:
    """The date that a mention tells, as precise as it is told; where it tells none, that of its article; empty without both."""
    return each.time.start if each.time else each.published


def _compatible(a: EventMention, b: EventMention) -> bool:
    """True where nothing in two mentions contradicts that they are one event."""
    if a.factuality.stands != b.factuality.stands or (not a.factuality.stands and a.factuality is not b.factuality):
        return False
    if a.duration and b.duration and a.duration != b.duration:
        return False
    if a.time and b.time and not times_agree(a.time.start, b.time.start):
        return False
    return not any(_contradict(_fillers(a, role), _fillers(b, role)) for role in EXCLUSIVE)


def times_agree(a: str, b: str) -> bool:
    """True where two dates are equal as far as the less precise one goes."""
    shorter = min(len(a), len(b))
    return a[:shorter] == b[:shorter]


def _fillers(each: EventMention, role: str) -> set[str]:
    return {entity for curie, entity in each.roles if curie == role}


def _contradict(a: set[str], b: set[str]) -> bool:
    """True where both name fillers of a role and share none."""
    return bool(a) and bool(b) and not a & b
