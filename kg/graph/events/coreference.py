"""One node for each event: mentions of one event put together, with all that they say of it.

Which mentions are one event is decided in `kg.graph.events.compatibility`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from types import MappingProxyType

from anyascii import anyascii

from kg.graph.events.blocking import Key, keys_to_enter, keys_to_search
from kg.graph.events.compatibility import agrees, traits
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
ACTING = frozenset({"kg:agent", "kg:patient"})  # the roles of a group that its members share

Members = Mapping[str, frozenset[str]]
Group = list[EventMention]


def events(
    mentions: Sequence[EventMention],
    ontology: Ontology,
    members: Members = MappingProxyType({}),
) -> tuple[tuple[Event, ...], tuple[Refusal, ...]]:
    """Return the events that the mentions tell of, sorted by id, and those that are refused.

    They do not depend on the order of the articles. `members` are the known members of groups: they
    take part in what their group does. Refused is what is not worth a node by any of its mentions.
    """
    groups: list[Group] = []
    refused: list[Refusal] = []
    for group in _groups(sorted(mentions, key=_order)):
        if any(mention.worth >= floor() for mention in group):
            groups.append(group)
        else:
            refused += map(_refusal, group)
    id_of: dict[Passage, str] = {}
    for group in groups:
        id_of.update(dict.fromkeys((mention.trigger for mention in group), _id(group[0])))
    made = [_event(group, id_of, ontology, members) for group in groups]
    return tuple(sorted(with_legs(made), key=lambda event: event.id)), tuple(refused)


def _refusal(mention: EventMention) -> Refusal:
    """Return the refusal of an event that is not worth a node."""
    reason = f"{UNWORTHY}: {mention.worth:.2f}, {floor():.2f} is asked"
    stopped(RULE, mention.trigger, "{}", reason)
    return Refusal(mention.evidence, f"{mention.label} – event", mention.rule, reason)


def _order(mention: EventMention) -> tuple[str, int, int, str, str]:
    trigger = mention.trigger
    return trigger.article, trigger.start, trigger.end, mention.predicate, mention.label


def _groups(ordered: Iterable[EventMention]) -> list[Group]:
    """Return groups of mentions of one event.

    Each mention joins the first earlier group that it agrees with.

    Candidates are found under the keys of `kg.graph.events.blocking`, so the work grows with the
    number of groups that share one. No article adds more groups under one key than `MOST_TOLD`, so
    it does not grow without end.
    """
    groups: list[Group] = []
    unlike: list[dict[Hashable, EventMention]] = []  # of each group, those that differ in traits
    index: dict[Key, list[int]] = defaultdict(list)
    added: Counter[Key] = Counter()  # by the article that is gone through
    article = ""
    for mention in ordered:
        near = sorted({number for key in keys_to_search(mention) for number in index.get(key, ())})
        fitting = (number for number in near if agrees(mention, unlike[number].values()))
        home = next(fitting, len(groups))
        if home == len(groups):
            groups.append([])
            unlike.append({})
        groups[home].append(mention)
        if len(unlike[home]) < MOST_COMPARED:
            unlike[home].setdefault(traits(mention), mention)
        if mention.article != article:
            article = mention.article
            added.clear()
        for key in keys_to_enter(mention):
            if home not in index[key] and added[key] < MOST_TOLD:
                added[key] += 1
                index[key].append(home)
    return groups


# --------------------------------------------------------------------------------------- nodes


def _id(first: EventMention) -> str:
    """Return a readable id made from the first mention of an event.

    It is a slug of the mention's label and a hash of where it stands.
    """
    trigger = first.trigger
    place = f"{trigger.article} {trigger.start} {first.predicate}"
    digest = sha256(place.encode()).hexdigest()[:8]
    slug = "-".join(WORD.findall(anyascii(first.label).lower()))[:MAX_SLUG].strip("-")
    return f"event/{slug}-{digest}" if slug else f"event/{digest}"


def _event(
    group: Group, id_of: Mapping[Passage, str], ontology: Ontology, members: Members
) -> Event:
    """Return the event of a group: participants, evidence and times of all its mentions."""
    own = id_of[group[0].trigger]
    evidence = tuple(sorted({mention.evidence for mention in group}))
    timed = [mention for mention in group if mention.time is not None] or _dated_elsewhere(group)
    articles = len({passage.article for passage in evidence})
    rules = tuple(sorted({mention.rule for mention in group}))
    return Event(
        own,
        max(group, key=_fullness).label,
        _types(group, ontology),
        tuple(sorted({*_all_roles(group, ontology), *_member_roles(group, members)})),
        evidence,
        rules,
        triggers=tuple(sorted({mention.trigger for mention in group})),
        time=_most_precise(timed),
        time_expressions=tuple(sorted(_time_words(timed or group))),
        duration=next((mention.duration for mention in group if mention.duration), ""),
        quantities=tuple(sorted({amount for mention in group for amount in mention.quantities})),
        factuality=_factuality(group),
        confidence=confidence(rules, articles),
        speakers=tuple(sorted({mention.speaker for mention in group if mention.speaker})),
        articles=articles,
        part_of=tuple(sorted(_wholes(group, id_of, own))),
    )


def _types(group: Iterable[EventMention], ontology: Ontology) -> tuple[str, ...]:
    """Return the classes of all mentions with their superclasses, without that of all events."""
    classes = sorted({cls for mention in group for cls in mention.classes} - {EVENT})
    above = (upper for cls in classes for upper in ontology.superclasses(cls))
    return tuple(dict.fromkeys(cls for cls in above if cls != EVENT))


def _fullness(mention: EventMention) -> tuple[int, bool, int]:
    """Return a key for the mention whose label serves best: the fullest, then a clause."""
    return len(mention.roles), mention.frame.value == "verb", -mention.trigger.start


def _most_precise(mentions: Iterable[EventMention]) -> TimeValue | None:
    """Return the most precise time of some mentions, of those the latest."""
    times = [mention.time for mention in mentions if mention.time]
    return max(times, key=lambda time: (len(time.start), time.start), default=None)


def _time_words(mentions: Iterable[EventMention]) -> set[str]:
    return {words for mention in mentions for words in mention.time_words}


def _dated_elsewhere(group: Iterable[EventMention]) -> list[EventMention]:
    """Return the mentions with the times that other sentences lend them."""
    dated: list[EventMention] = []
    for mention in group:
        lent = mention.second
        if lent is not None:
            words = " ".join(lent.text.split())
            dated.append(replace(mention, time=lent.time, time_words=(words,)))
    return dated


def _factuality(group: Sequence[EventMention]) -> Factuality:
    """Return "asserted" if some mention is, else what the first is."""
    is_asserted = any(mention.factuality is Factuality.ASSERTED for mention in group)
    return Factuality.ASSERTED if is_asserted else group[0].factuality


def _all_roles(group: Iterable[EventMention], ontology: Ontology) -> Iterator[tuple[str, str]]:
    """Yield every role with the properties that it implies (`kg:agent` is also `sem:hasActor`)."""
    for mention in group:
        for curie, entity in mention.roles:
            yield curie, entity
            relation = ontology.properties.get(curie)
            if relation is not None:
                yield from ((parent, entity) for parent in relation.parents)


def _member_roles(group: Iterable[EventMention], members: Members) -> Iterator[tuple[str, str]]:
    """Yield the known members of a group that acts or undergoes: they take part, too."""
    for mention in group:
        for role, entity in mention.roles:
            if role in ACTING:
                yield from (("sem:hasActor", member) for member in members.get(entity, ()))


def _wholes(group: Iterable[EventMention], id_of: Mapping[Passage, str], own: str) -> set[str]:
    """Return the ids of the events that the mentions of a part point to."""
    parents = [mention.parent for mention in group if mention.parent is not None]
    return {id_of.get(parent, "") for parent in parents} - {"", own}
