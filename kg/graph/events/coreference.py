"""One node for one happening: mentions of one event put together, with all that they tell of it.

What makes two mentions one event is told by `kg.graph.events.compatibility`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from types import MappingProxyType

from anyascii import anyascii

from kg.graph.events.blocking import Key, entered, searched
from kg.graph.events.compatibility import agrees, traits
from kg.graph.events.mentions import EventMention
from kg.graph.events.subevents import with_legs
from kg.graph.ontology import EVENT, Ontology, confidence
from kg.model import Event, Factuality, Passage

WORD = re.compile(r"[a-z0-9]+")
MAX_SLUG = 60  # characters of the label in an id
MOST_TOLD = 200  # events of one kind, or of one kind with one participant, that an article tells apart; a longer list is cut
MOST_COMPARED = 200  # unlike mentions of an event with which a further one is compared
ACTING = frozenset({"kg:agent", "kg:patient"})  # the roles of a group that its members share


def events(
    found: Sequence[EventMention], ontology: Ontology, members: Mapping[str, frozenset[str]] = MappingProxyType({})
) -> tuple[Event, ...]:
    """The events that the mentions tell of, sorted by id; independent of the order of the articles.

    `members` are the known members of groups: they take part in what their group does.
    """
    ordered = sorted(found, key=_order)
    groups = _clusters(ordered)
    id_of: dict[Passage, str] = {}
    for group in groups:
        id_of.update(dict.fromkeys((each.trigger for each in group), _id(group[0])))
    made = [_event(group, id_of, ontology, members) for group in groups]
    return tuple(sorted(with_legs(made), key=lambda event: event.id))


def _order(each: EventMention) -> tuple[str, int, int, str, str]:
    trigger = each.trigger
    return trigger.article, trigger.start, trigger.end, each.predicate, each.label


def _clusters(ordered: list[EventMention]) -> list[list[EventMention]]:
    """Mentions of one event together: each joins the first earlier group that it agrees with.

    Candidates are found under the keys of `kg.graph.events.blocking`, so the work grows with the
    number of groups that share one. No article adds more groups under one key than `MOST_TOLD`, so
    it does not grow without end.
    """
    groups: list[list[EventMention]] = []
    told: list[dict[Hashable, EventMention]] = []  # of each group, the mentions that differ in what counts
    index: dict[Key, list[int]] = defaultdict(list)
    added: Counter[Key] = Counter()  # by the article that is gone through
    article = ""
    for each in ordered:
        near = sorted({number for key in searched(each) for number in index.get(key, ())})
        home = next((number for number in near if agrees(each, told[number].values())), None)
        if home is None:
            home = len(groups)
            groups.append([])
            told.append({})
        groups[home].append(each)
        if len(told[home]) < MOST_COMPARED:
            told[home].setdefault(traits(each), each)
        if each.article != article:
            article = each.article
            added.clear()
        for key in entered(each):
            entries = index[key]
            if home not in entries and added[key] < MOST_TOLD:
                added[key] += 1
                entries.append(home)
    return groups


# ----------------------------------------------------------------------------------------------------------------- nodes


def _id(first: EventMention) -> str:
    """A readable id made from the first mention of an event: a slug of its label and a hash of where it stands."""
    trigger = first.trigger
    mark = sha256(f"{trigger.article} {trigger.start} {first.predicate}".encode()).hexdigest()[:8]
    slug = "-".join(WORD.findall(anyascii(first.label).lower()))[:MAX_SLUG].strip("-")
    return f"event/{slug}-{mark}" if slug else f"event/{mark}"


def _event(
    group: list[EventMention], id_of: Mapping[Passage, str], ontology: Ontology, members: Mapping[str, frozenset[str]]
) -> Event:
    """The event of a group: participants, evidence and times together; the label of its fullest mention."""
    own = id_of[group[0].trigger]
    classes = sorted({cls for each in group for cls in each.classes if cls != EVENT})
    kinds = tuple(dict.fromkeys(sup for cls in classes for sup in ontology.superclasses(cls) if sup != EVENT))
    evidence = tuple(sorted({each.evidence for each in group}))
    timed = [each for each in group if each.time is not None] or _dated_elsewhere(group)
    best = max(group, key=lambda each: (len(each.roles), each.frame.value == "verb", -each.trigger.start))
    articles = len({passage.article for passage in evidence})
    rules = tuple(sorted({each.rule for each in group}))
    return Event(
        own,
        best.label,
        kinds,
        tuple(sorted({*_all_roles(group, ontology), *_member_roles(group, members)})),
        evidence,
        rules,
        time=max((each.time for each in timed if each.time), key=lambda time: (len(time.start), time.start), default=None),
        time_expressions=tuple(sorted({words for each in timed or group for words in each.time_words})),
        duration=next((each.duration for each in group if each.duration), ""),
        quantities=tuple(sorted({quantity for each in group for quantity in each.quantities})),
        factuality=_factuality(group),
        confidence=confidence(rules, articles),
        speakers=tuple(sorted({each.speaker for each in group if each.speaker})),
        articles=articles,
        part_of=tuple(sorted(_wholes(group, id_of, own))),
    )


def _dated_elsewhere(group: Iterable[EventMention]) -> list[EventMention]:
    """The mentions with the times that other sentences lend them."""
    lent = [(each, each.second) for each in group if each.second is not None]
    return [replace(each, time=second.time, time_words=(" ".join(second.text.split()),)) for each, second in lent]


def _factuality(group: list[EventMention]) -> Factuality:
    """Asserted where some mention is; else that of the first."""
    return Factuality.ASSERTED if any(e.factuality is Factuality.ASSERTED for e in group) else group[0].factuality


def _all_roles(group: Iterable[EventMention], ontology: Ontology) -> Iterator[tuple[str, str]]:
    """Every role with the properties that it implies (`kg:agent` is also `sem:hasActor`)."""
    for each in group:
        for curie, entity in each.roles:
            yield curie, entity
            relation = ontology.properties.get(curie)
            yield from ((parent, entity) for parent in (relation.parents if relation else ()))


def _member_roles(group: Iterable[EventMention], members: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """The known members of a group that acts or undergoes: they take part, too."""
    for each in group:
        for role, entity in each.roles:
            if role in ACTING:
                yield from (("sem:hasActor", member) for member in members.get(entity, ()))


def _wholes(group: Iterable[EventMention], id_of: Mapping[Passage, str], own: str) -> set[str]:
    """The ids of the events that a part's mentions point to."""
    wholes = {id_of.get(each.parent, "") for each in group if each.parent is not None}
    return wholes - {"", own}
