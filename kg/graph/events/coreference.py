"""One node for each event: mentions of one event put together, with all that they say of it.

Which mentions are one event is decided in `kg.graph.events.compatibility`.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import chain

from anyascii import anyascii

from kg.graph.events.compatibility import (
    Key,
    agrees,
    keys_to_enter,
    keys_to_search,
    traits,
)
from kg.graph.events.mentions import RULE, EventMention
from kg.graph.events.subevents import with_legs
from kg.graph.events.worth import floor
from kg.graph.ontology import EVENT, Ontology, confidence
from kg.model import Event, Factuality, Passage, Refusal, TimeValue
from kg.trace import stopped

WORD = re.compile(r"[a-z0-9]+")
UNWORTHY = "not sure enough that it belongs in a chronology"
MAX_SLUG = 60  # characters of the label in an id
# Events of one kind, or of one kind with one participant, that an article tells apart; a longer
# list is cut.
MOST_TOLD = 200
MOST_COMPARED = 200  # unlike mentions of an event with which a further one is compared

Ids = Mapping[Passage, str]  # of the events, by the words that tell of them
EventRole = tuple[str, str]  # a property and the id of an entity
Group = list[EventMention]
Deed = tuple[str, frozenset[str]]  # a predicate, and the ids of who does it
Tellings = dict[Deed, dict[str, float]]  # deed → article → worth


def events(
    mentions: Sequence[EventMention], ontology: Ontology
) -> tuple[tuple[Event, ...], tuple[Refusal, ...]]:
    """Return the events that the mentions tell of, sorted by id, and those that are refused.

    They do not depend on the order of the articles. Refused is what is not worth a node by any of
    its mentions.
    """
    groups, refused = _worthy(_groups(sorted(mentions, key=_order)))
    id_of: dict[Passage, str] = {}
    for group in groups:
        own = _id(group[0])
        for mention in group:
            id_of[mention.trigger] = own
    made = [_event(group, id_of, ontology) for group in groups]
    return tuple(sorted(with_legs(made), key=lambda event: event.id)), tuple(refused)


def _worthy(groups: Sequence[Group]) -> tuple[list[Group], list[Refusal]]:
    """Return the groups that are worth a node, and the refusals of the others.

    What the text calls a part of an event is as worthy as that: "the trip included crossing …".
    """
    tellings = _tellings(groups)
    kept = {at for at, group in enumerate(groups) if _worth(group, tellings) >= floor()}
    worthy = chain.from_iterable(groups[number] for number in sorted(kept))
    wholes = {mention.trigger for mention in worthy}
    refused: list[Refusal] = []
    for number, group in enumerate(groups):
        if any(mention.parent in wholes for mention in group):
            kept.add(number)
        elif number not in kept:
            refused += map(_refusal, group)
    return [groups[number] for number in sorted(kept)], refused


def _tellings(groups: Iterable[Group]) -> Tellings:
    """Return for each deed, a word with its doers, how worthy each article makes it."""
    tellings: Tellings = defaultdict(dict)
    for mention in chain.from_iterable(groups):
        worths = tellings[_deed(mention)]
        worths[mention.article] = max(mention.worth, worths.get(mention.article, 0.0))
    return tellings


def _deed(mention: EventMention) -> Deed:
    return mention.predicate, frozenset(mention.fillers("kg:agent"))


def _worth(group: Group, tellings: Tellings) -> float:
    """Return the worth of an event: each telling speaks for it, also that of another article."""
    own = {mention.article for mention in group}
    doubts = [1 - mention.worth for mention in group]
    for deed in {_deed(mention) for mention in group if mention.fillers("kg:agent")}:
        doubts += [1 - worth for article, worth in tellings[deed].items() if article not in own]
    return round(1 - math.prod(doubts), 2)


def _refusal(mention: EventMention) -> Refusal:
    """Return the refusal of an event that is not worth a node."""
    reason = reason_of_refusal(mention)
    stopped(RULE, mention.trigger, "{}", reason)
    return Refusal(mention.evidence, f"{mention.label} – event", mention.rule, reason)


def reason_of_refusal(mention: EventMention) -> str:
    """Return why an event is not worth a node, with its worth and the floor."""
    return f"{UNWORTHY}: {mention.worth:.2f}, {floor():.2f} is asked"


def _order(mention: EventMention) -> tuple[str, int, int, str, str]:
    trigger = mention.trigger
    return trigger.article, trigger.start, trigger.end, mention.predicate, mention.label


def _groups(ordered: Iterable[EventMention]) -> list[Group]:
    """Return groups of mentions of one event.

    Each mention joins the first earlier group that it agrees with. Candidates are found under keys,
    so the work grows with the number of groups that share one. No article adds more groups under
    one key than `MOST_TOLD`, so it does not grow without end.
    """
    groups = _Groups()
    for mention in ordered:
        groups.add(mention)
    return groups.all


class _Groups:
    """The groups of the mentions so far, and how to find those that a further one may join."""

    def __init__(self) -> None:
        self.all: list[Group] = []
        # Of each group, the mentions that differ in traits.
        self._unlike: list[dict[Hashable, EventMention]] = []
        self._index: dict[Key, list[int]] = defaultdict(list)
        self._added: Counter[Key] = Counter()  # by the article that is gone through
        self._article = ""

    def add(self, mention: EventMention) -> None:
        """Add a mention to the first group that it agrees with, or as a group of its own."""
        home = self._home(mention)
        if home == len(self.all):
            self.all.append([])
            self._unlike.append({})
        self.all[home].append(mention)
        unlike = self._unlike[home]
        if len(unlike) < MOST_COMPARED:
            unlike.setdefault(traits(mention), mention)
        self._enter(mention, home)

    def _home(self, mention: EventMention) -> int:
        """Return the number of the group that a mention belongs to, the next one for a new one."""
        near: set[int] = set()
        for key in keys_to_search(mention):
            near.update(self._index.get(key, ()))
        for number in sorted(near):
            if agrees(mention, self._unlike[number].values()):
                return number
        return len(self.all)

    def _enter(self, mention: EventMention, home: int) -> None:
        """Note the keys under which later mentions find a group."""
        if mention.article != self._article:
            self._article = mention.article
            self._added.clear()
        for key in keys_to_enter(mention):
            numbers = self._index[key]
            if home not in numbers and self._added[key] < MOST_TOLD:
                self._added[key] += 1
                numbers.append(home)


# --------------------------------------------------------------------------------------- nodes


def _id(first: EventMention) -> str:
    """Return a readable id made from the first mention of an event.

    It is a slug of the mention's label and a hash of where it stands.
    """
    trigger = first.trigger
    place = f"{trigger.article} {trigger.start} {first.predicate}"
    digest = sha256(place.encode()).hexdigest()[:8]
    latin = anyascii(first.label).lower()
    words = "-".join(WORD.findall(latin))
    slug = words[:MAX_SLUG].strip("-")
    return f"event/{slug}-{digest}" if slug else f"event/{digest}"


def _event(group: Group, id_of: Ids, ontology: Ontology) -> Event:
    """Return the event of a group: participants, evidence and times of all its mentions."""
    own = id_of[group[0].trigger]
    evidence = {mention.evidence for mention in group}
    articles = len({passage.article for passage in evidence})
    rules = {mention.rule for mention in group}
    speakers = {mention.speaker for mention in group}
    durations = [mention.duration for mention in group]
    quantities = chain.from_iterable(mention.quantities for mention in group)
    roles = set(_all_roles(group, ontology))
    timed = [mention for mention in group if mention.time is not None]
    timed = timed or _dated_elsewhere(group)
    return Event(
        own,
        max(group, key=_fullness).label,
        _types(group, ontology),
        tuple(sorted(roles)),
        tuple(sorted(evidence)),
        tuple(sorted(rules)),
        triggers=tuple(sorted({mention.trigger for mention in group})),
        time=_most_precise(timed),
        time_expressions=_time_words(timed or group),
        duration=next(filter(None, durations), ""),
        quantities=tuple(sorted(set(quantities))),
        factuality=_factuality(group),
        confidence=confidence(sorted(rules), articles),
        speakers=tuple(sorted(speakers - {""})),
        articles=articles,
        part_of=_wholes(group, id_of, own),
    )


def _types(group: Group, ontology: Ontology) -> tuple[str, ...]:
    """Return the classes of all mentions with their superclasses, without that of all events."""
    classes: set[str] = set()
    for mention in group:
        classes.update(mention.classes)
    known: dict[str, None] = {}  # in order, the nearest first
    for cls in sorted(classes - {EVENT}):
        known.update(dict.fromkeys(ontology.superclasses(cls)))
    return tuple(cls for cls in known if cls != EVENT)


def _fullness(mention: EventMention) -> tuple[int, bool, int]:
    """Return a key for the mention whose label serves best: the fullest, then a clause."""
    return len(mention.roles), mention.frame.value == "verb", -mention.trigger.start


def _most_precise(mentions: Iterable[EventMention]) -> TimeValue | None:
    """Return the most precise time of some mentions, of those the latest."""
    times = [mention.time for mention in mentions if mention.time]
    return max(times, key=lambda time: (len(time.start), time.start), default=None)


def _time_words(mentions: Iterable[EventMention]) -> tuple[str, ...]:
    words = chain.from_iterable(mention.time_words for mention in mentions)
    return tuple(sorted(set(words)))


def _dated_elsewhere(group: Group) -> list[EventMention]:
    """Return the mentions with the times that other sentences lend them."""
    dated: list[EventMention] = []
    for mention in group:
        lent = mention.second
        if lent is not None:
            words = " ".join(lent.text.split())
            dated.append(replace(mention, time=lent.time, time_words=(words,)))
    return dated


def _factuality(group: Group) -> Factuality:
    """Return "asserted" if some mention is, else what the first is."""
    degrees = [mention.factuality for mention in group]
    return Factuality.ASSERTED if Factuality.ASSERTED in degrees else degrees[0]


def _all_roles(group: Group, ontology: Ontology) -> Iterator[EventRole]:
    """Yield every role with the properties that it implies (`kg:agent` is also `sem:hasActor`)."""
    for curie, entity in _roles(group):
        yield curie, entity
        relation = ontology.properties.get(curie)
        if relation is None:
            continue
        for parent in relation.parents:
            yield parent, entity


def _roles(group: Group) -> Iterator[EventRole]:
    told = list(chain.from_iterable(mention.roles for mention in group))
    if not any(mention.places for mention in group):
        told += chain.from_iterable(mention.known_places for mention in group)
    return iter(told)


def _wholes(group: Group, id_of: Ids, own: str) -> tuple[str, ...]:
    """Return the ids of the events that the mentions of a part point to, sorted."""
    parents = [mention.parent for mention in group if mention.parent is not None]
    wholes = {id_of.get(parent, "") for parent in parents}
    return tuple(sorted(wholes - {"", own}))
