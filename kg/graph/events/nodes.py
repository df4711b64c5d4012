"""The nodes of events: what all mentions of one event say of it.

A movement is a leg of the only journey that the same travellers make in the same article, and has
its travellers if it names nobody itself.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import chain
from typing import TypeVar

from anyascii import anyascii

from kg.graph.events.claim_times import plain_words
from kg.graph.events.compatibility import JOURNEY, times_agree
from kg.graph.events.event_mention import EventMention, EventRole
from kg.graph.events.links import Ties
from kg.graph.events.places import WHERE
from kg.graph.ontology import EVENT, Ontology, confidence
from kg.model import Event, Factuality, Frame, Passage, Quantity, TimeValue

WORD = re.compile(r"[a-z0-9]+")
MAX_SLUG = 60  # characters of the label in an id
MOVEMENT = "kg:Movement"
TRAVELLERS = frozenset({"kg:agent", "kg:patient"})
INHERITED = TRAVELLERS | {"sem:hasActor"}

Group = Sequence[EventMention]  # of one event
Texts = tuple[str, ...]
Ids = Mapping[Passage, str]  # of the events, by the words that tell of them
Events = Sequence[Event]
Journeys = Mapping[str, Events]  # by article
Sortable = TypeVar("Sortable", str, Passage, Quantity, EventRole)


def nodes(groups: Sequence[Group], ontology: Ontology, ties: Ties) -> tuple[Event, ...]:
    """Return the events that groups of mentions tell of, sorted by id."""
    id_of = _ids(groups)
    events: list[Event] = []
    for group in groups:
        event = _event(group, id_of, ontology)
        events.append(_tied(event, id_of, ties))
    whole = _with_legs(events)
    return tuple(sorted(whole, key=lambda event: event.id))


def _ids(groups: Iterable[Group]) -> Ids:
    id_of: dict[Passage, str] = {}
    for group in groups:
        first, *_ = group
        own = _id(first)
        for mention in group:
            id_of[mention.trigger] = own
    return id_of


def _id(first: EventMention) -> str:
    """Return a readable id made from the first mention of an event.

    It is a slug of the mention's label and a hash of where it stands.
    """
    trigger = first.trigger
    place = f"{trigger.article} {trigger.start} {first.predicate}"
    digest = sha256(place.encode()).hexdigest()
    local = digest[:8]
    slug = _slug(first.label)
    if slug:
        local = f"{slug}-{local}"
    return f"event/{local}"


def _slug(label: str) -> str:
    """Return a label in small Latin letters and hyphens, cut if it is long."""
    latin = anyascii(label)
    words = WORD.findall(latin.lower())
    slug = "-".join(words)
    return slug[:MAX_SLUG].strip("-")


def _event(group: Group, id_of: Ids, ontology: Ontology) -> Event:
    """Return the event of a group: the evidence of all its mentions, and what they say of it.

    If some say that it happened, what was planned or supposed before is no part of it.
    """
    first, *_ = group
    telling = [mention for mention in group if mention.factuality.stands] or group
    fullest = max(telling, key=_fullness)
    timed = _timed(telling)
    rules = _sorted(mention.rule for mention in telling)
    articles = {mention.article for mention in telling}
    roles = _roles(telling)
    around = chain.from_iterable(mention.around for mention in telling)
    signs = chain.from_iterable(mention.signs for mention in telling)
    return Event(
        id_of[first.trigger],
        fullest.label,
        _types(telling, ontology),
        _with_parents(roles, ontology),
        _sorted(mention.evidence for mention in group),
        rules,
        triggers=_sorted(mention.trigger for mention in group),
        time=_most_precise(timed),
        time_expressions=_time_words(timed or telling),
        duration=_duration(telling),
        quantities=_quantities(telling),
        factuality=_factuality(telling),
        confidence=confidence(rules, len(articles)),
        speakers=_speakers(telling),
        articles=len(articles),
        part_of=_wholes(group, id_of),
        around=_with_parents(around, ontology),
        signs=_sorted(signs),
    )


def _roles(group: Group) -> list[EventRole]:
    """Return the roles of all mentions; without a place among them, with those lent to them."""
    roles = list(chain.from_iterable(mention.roles for mention in group))
    if WHERE.isdisjoint(curie for curie, _ in roles):
        roles += filter(None, [mention.lent_place for mention in group])
    return roles


def _tied(event: Event, id_of: Ids, ties: Ties) -> Event:
    """Return an event with why its tellings are one, and with those that almost were."""
    reasons: set[str] = set()
    near: set[str] = set()
    for trigger in event.triggers:
        reason = ties.reasons.get(trigger)
        if reason is not None:
            reasons.add(reason)
        for other in ties.near.get(trigger, ()):
            near.add(id_of.get(other, event.id))
    near.discard(event.id)
    return replace(event, reasons=_sorted(reasons), near_misses=_sorted(near))


def _sorted(values: Iterable[Sortable]) -> tuple[Sortable, ...]:
    """Return the values, each once."""
    once = set(values)
    return tuple(sorted(once))


def _types(group: Group, ontology: Ontology) -> Texts:
    """Return the classes of all mentions with their superclasses, without that of all events."""
    classes: set[str] = set()
    for mention in group:
        classes.update(mention.classes)
    classes.discard(EVENT)
    known: dict[str, None] = {}  # in order, the nearest first
    for cls in sorted(classes):
        superclasses = ontology.superclasses(cls)
        known.update(dict.fromkeys(superclasses))
    known.pop(EVENT, None)
    return tuple(known)


def _fullness(mention: EventMention) -> tuple[int, bool, int]:
    """Return a key for the mention whose label serves best: the fullest, then a clause."""
    participants = len(mention.roles)
    is_clause = mention.frame is Frame.VERB
    return participants, is_clause, -mention.trigger.start


def _most_precise(mentions: Group) -> TimeValue | None:
    """Return the most precise time of some mentions, of those the latest."""
    times = [mention.time for mention in mentions]
    known = filter(None, times)
    return max(known, key=_precision, default=None)


def _precision(time: TimeValue) -> tuple[int, str]:
    return len(time.start), time.start


def _time_words(mentions: Group) -> Texts:
    words: set[str] = set()
    for mention in mentions:
        words.update(mention.time_words)
    return _sorted(words)


def _timed(group: Group) -> Group:
    """Return the mentions that have a time, else those to which another sentence lends one."""
    timed = [mention for mention in group if mention.time]
    if timed:
        return timed
    for mention in group:
        lent = mention.second
        if lent is not None:
            words = plain_words(lent)
            dated = replace(mention, time=lent.time, time_words=(words,))
            timed.append(dated)
    return timed


def _duration(group: Group) -> str:
    """Return the first length of time of the mentions, empty if they have none."""
    for mention in group:
        if mention.duration:
            return mention.duration
    return ""


def _quantities(group: Group) -> tuple[Quantity, ...]:
    amounts: set[Quantity] = set()
    for mention in group:
        amounts.update(mention.quantities)
    return _sorted(amounts)


def _factuality(group: Group) -> Factuality:
    """Return "asserted" if some mention is, else what the first is."""
    degrees = [mention.factuality for mention in group]
    if Factuality.ASSERTED in degrees:
        return Factuality.ASSERTED
    return degrees[0]


def _speakers(group: Group) -> Texts:
    """Return who says that an event happened; nobody if the article says so itself somewhere."""
    for mention in group:
        if not mention.speaker and mention.factuality is Factuality.ASSERTED:
            return ()
    speakers = {mention.speaker for mention in group}
    speakers.discard("")
    return _sorted(speakers)


def _with_parents(roles: Iterable[EventRole], ontology: Ontology) -> tuple[EventRole, ...]:
    """Return every role with the properties that it implies (`kg:agent` is also `sem:hasActor`)."""
    whole = set(roles)
    for curie, entity in tuple(whole):
        relation = ontology.properties.get(curie)
        if relation is not None:
            whole.update((parent, entity) for parent in relation.parents)
    return _sorted(whole)


def _wholes(group: Group, id_of: Ids) -> Texts:
    """Return the ids of the events that the mentions of a part point to, sorted."""
    wholes: set[str] = set()
    for mention in group:
        parent = mention.parent
        if parent is not None and parent in id_of:
            wholes.add(id_of[parent])
    first, *_ = group
    wholes.discard(id_of[first.trigger])
    return _sorted(wholes)


# ---------------------------------------------------------------------------- legs of journeys


def _with_legs(events: Events) -> Events:
    """Return the events, each movement as a part of the journey that it is a leg of."""
    journeys = _journeys(events)
    legs = [_as_leg(event, journeys) for event in events]
    by_id = {event.id: event for event in legs}
    return [_with_travellers(event, by_id) for event in legs]


def _journeys(events: Events) -> Journeys:
    """Return the journeys by article, since a leg and its journey are told in one."""
    journeys: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if JOURNEY not in event.types:
            continue
        for article in _articles(event):
            journeys[article].append(event)
    return journeys


def _articles(event: Event) -> set[str]:
    return {passage.article for passage in event.evidence}


def _as_leg(event: Event, journeys: Journeys) -> Event:
    """Return a movement as a leg of the only journey of its travellers.

    It stays as it is if there is no such journey, or a choice.
    """
    if event.part_of or not _may_be_leg(event):
        return event
    near = _journeys_near(event, journeys)
    wholes = tuple({journey.id for journey in near})
    if len(wholes) != 1:
        return event
    rules = {*event.rules, "leg-of-journey"}
    return replace(event, part_of=wholes, rules=_sorted(rules))


def _may_be_leg(event: Event) -> bool:
    """Return whether an event is a movement that took place, and no journey itself."""
    if JOURNEY in event.types or MOVEMENT not in event.types:
        return False
    return event.factuality.stands


def _journeys_near(event: Event, journeys: Journeys) -> Iterator[Event]:
    """Yield the journeys in the articles of a movement that it can be a leg of."""
    for article in _articles(event):
        for journey in journeys.get(article, ()):
            if _is_leg(event, journey):
                yield journey


def _is_leg(event: Event, journey: Event) -> bool:
    """Return whether travellers and date of two events in one article agree."""
    together = _travellers(event) & _travellers(journey)
    if not together:
        return False
    return times_agree(event.time, journey.time)


def _travellers(event: Event) -> set[str]:
    travellers: set[str] = set()
    for curie, entity in event.roles:
        if curie in TRAVELLERS:
            travellers.add(entity)
    return travellers


def _with_travellers(event: Event, by_id: Mapping[str, Event]) -> Event:
    """Return an event with the travellers of its journey if it names nobody itself."""
    if _travellers(event):
        return event
    roles = set(event.roles)
    for whole in event.part_of:
        journey = by_id[whole]
        for role in journey.roles:
            curie, _ = role
            if curie in INHERITED:
                roles.add(role)
    return replace(event, roles=_sorted(roles))
