"""One group for each event: the mentions of one event put together, those that are worth a node.

Which mentions of an article are one event is decided in `kg.graph.events.sameness`, which of the
articles of one story in `kg.graph.events.links`, and which of other articles in
`kg.graph.events.compatibility`.
"""

import math
from collections import (
    Counter,
    defaultdict,
)
from collections.abc import (
    Container,
    Iterable,
    Sequence,
)
from itertools import groupby
from operator import attrgetter
from sys import intern

from kg.graph.events.compatibility import (
    Key,
    agrees,
    keys_to_enter,
    keys_to_search,
    traits,
)
from kg.graph.events.event_mention import (
    RULE,
    EventMention,
)
from kg.graph.events.link_signs import KnownThings
from kg.graph.events.links import (
    Ties,
    joined,
)
from kg.graph.events.nodes import (
    Group,
    nodes,
)
from kg.graph.events.sameness import groups_of_article
from kg.graph.events.worth import floor
from kg.graph.ontology import Ontology
from kg.model import (
    Event,
    Passage,
    Refusal,
)
from kg.trace import stopped

UNWORTHY = "not sure enough that it belongs in a chronology"
# Events of one kind, or of one kind with one participant, that an article tells apart; a longer
# list is cut.
MOST_TOLD = 200
SHARED = "shared-participants"  # why tellings of two stories are one event
MOST_COMPARED = 200  # unlike mentions of an event with which a further one is compared

Doers = tuple[str, ...]  # their ids, sorted
Deed = tuple[str, Doers]  # with its predicate
Unlike = list[EventMention]  # mentions of one event that differ in traits
Events = tuple[Event, ...]
Refusals = tuple[Refusal, ...]
Index = dict[Key, list[int]]
WorthByArticle = dict[str, float]
Tellings = dict[Deed, WorthByArticle]
Order = tuple[Passage, str, str]
Stories = Sequence[Sequence[str]]


def events(
    mentions: Iterable[EventMention],
    ontology: Ontology,
    *,
    stories: Stories = (),
    known: KnownThings | None = None,
) -> tuple[Events, Refusals]:
    """Return the events that the mentions tell of, sorted by id, and those that are refused.

    They do not depend on the order of the articles. Refused is what is not worth a node by any of
    its mentions. `stories` are the ids of the articles of each story, `known` is what is known of
    all articles.
    """
    ordered = sorted(mentions, key=_order)
    ties = Ties()
    units = _units(ordered, stories, known or KnownThings({}, {}), ties)
    groups = _groups(units, ties)
    worthy, refused = _worthy(groups)
    return nodes(worthy, ontology, ties), tuple(refused)


def _order(mention: EventMention) -> Order:
    return mention.trigger, mention.predicate, mention.label


# --------------------------------------------------------------------------------------- worth


def _worthy(groups: Sequence[Group]) -> tuple[list[Group], list[Refusal]]:
    """Return the groups that are worth a node, and the refusals of the others.

    What the text calls a part of an event is as worthy as that: "the trip included crossing …".
    """
    tellings = _tellings(groups)
    kept: set[int] = set()
    wholes: set[Passage] = set()
    for number, group in enumerate(groups):
        worth = _worth(group, tellings)
        best = max(group, key=_own_worth)
        if worth >= floor(best.signs):
            kept.add(number)
            wholes.update(mention.trigger for mention in group)
    worthy: list[Group] = []
    refused: list[Refusal] = []
    for number, group in enumerate(groups):
        is_part = any(mention.parent in wholes for mention in group)
        if is_part or number in kept:
            worthy.append(group)
        else:
            refused += map(_refusal, group)
    return worthy, refused


def _tellings(groups: Iterable[Group]) -> Tellings:
    """Return for each deed, a word with its doers, how worthy each article makes it.

    Only deeds with doers are compared over articles.
    """
    tellings: Tellings = defaultdict(dict)
    for group in groups:
        for mention in group:
            article = mention.article
            deed = _deed(mention)
            _, doers = deed
            if not doers:
                continue
            worths = tellings[deed]
            told = worths.get(article, 0.0)
            worths[article] = max(told, mention.worth)
    return tellings


def _deed(mention: EventMention) -> Deed:
    doers = mention.fillers("kg:agent")
    return mention.predicate, tuple(sorted(doers))


def _worth(group: Group, tellings: Tellings) -> float:
    """Return the worth of an event: each telling speaks for it, also that of another article."""
    own = {mention.article for mention in group}
    doubts = [1 - mention.worth for mention in group]
    for deed in set(map(_deed, group)):
        _, doers = deed
        if not doers:
            continue
        worths = tellings[deed]
        for article, worth in worths.items():
            if article not in own:
                doubts.append(1 - worth)
    doubt = math.prod(doubts)
    return round(1 - doubt, 2)


def _own_worth(mention: EventMention) -> float:
    return mention.worth


def _refusal(mention: EventMention) -> Refusal:
    """Return the refusal of an event that is not worth a node."""
    reason = reason_of_refusal(mention)
    stopped(RULE, mention.trigger, "{}", reason)
    words = f"{mention.label} – event"
    return Refusal(mention.evidence, words, mention.rule, reason)


def reason_of_refusal(mention: EventMention) -> str:
    """Return why an event is not worth a node, with its worth and the floor."""
    least = floor(mention.signs)
    return intern(f"{UNWORTHY}: {mention.worth:.2f}, {least:.2f} is asked")


# -------------------------------------------------------------------------------------- groups


def _units(
    ordered: Iterable[EventMention], stories: Stories, known: KnownThings, ties: Ties
) -> list[list[Group]]:
    """Return the groups of mentions of one event: of each story, and of each other article.

    They are in the order of their first mentions.
    """
    alone: dict[str, list[EventMention]] = {}
    for article, mentions in groupby(ordered, key=attrgetter("article")):
        alone[article] = list(mentions)
    units: list[list[Group]] = []
    for story in stories:
        tellings: list[EventMention] = []
        for article in sorted(story):
            tellings += alone.pop(article, ())
        whole = [sorted(group, key=_order) for group in joined(tellings, known, ties)]
        units.append(sorted(whole, key=_order_of_group))
    units += [list(groups_of_article(mentions)) for mentions in alone.values()]
    filled = list(filter(None, units))
    return sorted(filled, key=_order_of_unit)


def _order_of_group(group: Group) -> Order:
    first, *_ = group
    return _order(first)


def _order_of_unit(unit: Sequence[Group]) -> Order:
    first, *_ = unit
    return _order_of_group(first)


def _groups(units: Iterable[Sequence[Group]], ties: Ties) -> Sequence[Group]:
    """Return groups of mentions of one event.

    Each story, and each article without one, groups its own first. Such a group joins the first
    group of earlier ones that one of its mentions agrees with. Candidates are found under keys, so
    the work grows with the number of groups that share one. None adds more groups under one key
    than `MOST_TOLD`, so it does not grow without end.
    """
    groups = _Groups(ties)
    for unit in units:
        groups.add(unit)
    return groups.all


class _Groups:
    """The groups of the articles so far, and how to find those that a further one may join."""

    def __init__(self, ties: Ties) -> None:
        self._ties = ties
        self.all: list[list[EventMention]] = []
        self._unlike: list[Unlike] = []  # of each group
        self._index: Index = defaultdict(list)

    def add(self, told: Iterable[Group]) -> None:
        """Add the groups of a story or article, each to an earlier one or as one of its own."""
        placed: dict[int, Group] = {}
        for group in told:
            home = self._home(group, placed)
            placed[home] = group
            if home < len(self.all):
                self._ties.reasons[group[0].trigger] = SHARED
            if home == len(self.all):
                self.all.append([])
                self._unlike.append([])
        added: Counter[Key] = Counter()
        for home, group in placed.items():
            self.all[home] += group
            self._note_unlike(group, home)
            self._enter(group, home, added)

    def _home(self, group: Group, taken: Container[int]) -> int:
        """Return the number of the earlier group that one belongs to, the next one for a new one.

        What an article tells apart is not put together by another one.
        """
        for mention in group:
            for number in self._near(mention):
                if number in taken:
                    continue
                unlike = self._unlike[number]
                if agrees(mention, unlike):
                    return number
        return len(self.all)

    def _near(self, mention: EventMention) -> list[int]:
        """Return the groups that share a key with a mention, in their order."""
        near: set[int] = set()
        for key in keys_to_search(mention):
            numbers = self._index.get(key, ())
            near.update(numbers)
        return sorted(near)

    def _note_unlike(self, group: Group, home: int) -> None:
        unlike = self._unlike[home]
        known = set(map(traits, unlike))
        for mention in group:
            own = traits(mention)
            if own not in known and len(unlike) < MOST_COMPARED:
                known.add(own)
                unlike.append(mention)

    def _enter(self, group: Group, home: int, added: Counter[Key]) -> None:
        """Note the keys under which later articles find a group."""
        for mention in group:
            for key in keys_to_enter(mention):
                numbers = self._index[key]
                if home not in numbers and added[key] < MOST_TOLD:
                    numbers.append(home)
                    added[key] += 1
