"""The mentions of an article that tell of one event, by weighed signs of each pair.

"Two men were jailed for life" and "the sentence" are one event, "a blast" and "the bombing" may be.
No single sign decides that. So the signs vote: each has a weight in `data/sameness.tsv`, and the
logistic function of their sum is the probability that a pair is one event. How alike the learned
reader finds the two is among the signs; without a reader, `data/sameness_by_rules.tsv` has the
weights. A mention joins the
group with the highest mean probability, if that reaches the floor, and if it contradicts none of
the group. The weights and the floor are learnt from annotated news by
`training/event_sameness.py`.

Source: the mention-pair model of coreference (Soon, Ng and Lim 2001), for events with the signs of
Chen and Ji 2009, "Graph-based event coreference resolution", and average linkage.
"""

import math
from collections import defaultdict, deque
from collections.abc import (
    Hashable,
    Iterable,
    Iterator,
    Sequence,
)
from statistics import fmean

from kg.graph.events.compatibility import (
    NEVER_MERGED,
    are_compatible,
    traits,
)
from kg.graph.events.distinct import are_marked_apart
from kg.graph.events.event_mention import EventMention
from kg.graph.events.journeys import (
    Journeys,
    journeys_of,
    tell_one,
)
from kg.graph.events.pair_signs import (
    MANY,
    STEM,
    entities_of,
    frame_of,
    kinds,
    of_kinds,
    of_participants,
    of_telling,
    of_vectors,
    of_words,
    overlap,
    word_of,
)
from kg.graph.vote import Vote, Votes

VOTES = Votes(
    Vote("kg.graph.events", "sameness.tsv"), Vote("kg.graph.events", "sameness_by_rules.tsv")
)
NEVER = -math.inf  # the chance of a pair that contradicts itself
MOST_COMPARED = 200  # unlike mentions of a group that a further one may not contradict
MOST_UNDER_KEY = 50  # of the earlier mentions that share a class or a word, the nearest
REACH = 12  # mentions back: how far those may lie that share only a participant
NEAR, MIDDLE = 250, 900  # characters between two triggers
WHOLE_DEED = 2  # roles that make two tellings in one word the same deed

Group = list[EventMention]


def groups_of_article(mentions: Iterable[EventMention]) -> list[Group]:
    """Return groups of mentions of one event; the mentions are of one article, in text order."""
    ordered = list(mentions)
    told = _Told(journeys_of(ordered, {}))
    for mention in ordered:
        told.add(mention)
    return told.groups


class _Told:
    """The groups of what an article has told so far, and how to find the mentions in them."""

    def __init__(self, journeys: Journeys) -> None:
        self.groups: list[Group] = []
        self._journeys = journeys
        self._mentions: list[EventMention] = []
        self._group_of: list[int] = []  # of each mention
        self._unlike: list[dict[Hashable, EventMention]] = []  # of each group, by their traits
        self._under: dict[str, deque[int]] = defaultdict(_nearest)  # key → mentions

    def add(self, mention: EventMention) -> None:
        """Add a mention to the group that it fits best, or as a group of its own."""
        home = self._home(mention)
        if home == len(self.groups):
            self.groups.append([])
            self._unlike.append({})
        self.groups[home].append(mention)
        unlike = self._unlike[home]
        if len(unlike) < MOST_COMPARED:
            unlike.setdefault(traits(mention), mention)
        number = len(self._mentions)
        self._mentions.append(mention)
        self._group_of.append(home)
        for key in _keys(mention):
            self._under[key].append(number)

    def _home(self, mention: EventMention) -> int:
        """Return the number of the group that a mention belongs to, the next one for a new one."""
        chances: dict[int, list[float]] = defaultdict(list)
        for between, number in enumerate(self._candidates(mention)):
            other = self._mentions[number]
            home = self._group_of[number]
            chances[home].append(self._chance(other, mention, between))
        best, best_mean = len(self.groups), VOTES.on(mention.signs).floor
        for group, of_group in sorted(chances.items()):
            mean = fmean(of_group)
            if mean >= best_mean and self._agrees(mention, group):
                best, best_mean = group, mean
        return best

    def _chance(self, first: EventMention, second: EventMention, between: int) -> float:
        is_sure = tell_one(first, second, self._journeys) and are_compatible(first, second)
        return 1.0 if is_sure else _chance(first, second, between)

    def _agrees(self, mention: EventMention, group: int) -> bool:
        """Return whether a mention contradicts none of a group, also those not compared with it."""
        return all(are_compatible(other, mention) for other in self._unlike[group].values())

    def _candidates(self, mention: EventMention) -> Sequence[int]:
        """Return the earlier mentions that may be of one event with another, the nearest first."""
        near: set[int] = set()
        keys = list(_keys(mention))
        for key in keys:
            near.update(self._under[key])
        if keys:
            near.update(self._with_participant(mention))
        return sorted(near, reverse=True)

    def _with_participant(self, mention: EventMention) -> Iterator[int]:
        """Yield the mentions a few back that share a participant or place."""
        own = entities_of(mention)
        end = len(self._mentions)
        for number in range(max(0, end - REACH), end):
            other = self._mentions[number]
            if _keys_exist(other) and not own.isdisjoint(entities_of(other)):
                yield number


def _chance(first: EventMention, second: EventMention, between: int) -> float:
    """Return the probability that a pair is one event."""
    if not are_compatible(first, second) or are_marked_apart(first.phrase, second.phrase):
        return NEVER
    if is_same_deed(first, second):
        return 1.0
    signs = signs_of(first, second, between)
    return VOTES.on(signs).chance(signs)


def is_same_deed(first: EventMention, second: EventMention) -> bool:
    """Return whether both tell in one word what the same two or more participants do."""
    if first.predicate != second.predicate or first.roles != second.roles:
        return False
    return len(first.roles) >= WHOLE_DEED


def candidate_pairs(
    mentions: Sequence[EventMention],
) -> Iterator[tuple[EventMention, EventMention, int]]:
    """Yield the pairs that are compared, the earlier first, with the count of those between."""
    told = _Told({})
    for mention in mentions:
        for between, number in enumerate(told._candidates(mention)):
            yield mentions[number], mention, between
        told.add(mention)


def _nearest() -> deque[int]:
    return deque(maxlen=MOST_UNDER_KEY)


def _keys_exist(mention: EventMention) -> bool:
    return NEVER_MERGED.isdisjoint(mention.classes)


def _keys(mention: EventMention) -> Iterator[str]:
    """Yield what finds a mention: its classes, the stem of its word; nothing for sayings."""
    if not _keys_exist(mention):
        return
    yield from kinds(mention)
    yield word_of(mention)[:STEM]


# --------------------------------------------------------------------------------------- signs


def signs_of(first: EventMention, second: EventMention, between: int) -> tuple[str, ...]:
    """Return the signs by which a pair is judged; `between` counts the candidates between them."""
    kind = of_kinds(first, second)
    word = of_words(first, second)
    distance = min(between, MANY)
    signs = [kind, word, f"{kind}, {word}", f"between:{distance}"]
    signs += _of_frames(first, second, kind, word)
    signs += of_participants(first, second, kind)
    signs += _of_place_in_text(first, second, kind, word)
    signs += of_telling(first, second)
    shared_words = overlap(first.label, second.label)
    signs += [f"words:{shared_words}", f"words:{shared_words}, {kind}"]
    signs += [f"class:{cls}" for cls in kinds(first) & kinds(second)]
    signs += of_vectors(first.vector, second.vector)
    return tuple(sorted(signs))


def _of_frames(first: EventMention, second: EventMention, kind: str, word: str) -> Iterator[str]:
    """Yield whether verbs or nouns tell, and which of them stand without participants."""
    frames = f"{frame_of(first)}-{frame_of(second)}"
    yield frames
    yield f"{frames}, {word}"
    yield f"{frames}, {kind}"
    if not second.roles:
        yield "bare"
        yield f"bare, {kind}"
        yield f"bare, {word}"
    if not first.roles:
        yield "earlier bare"
        if not second.roles:
            yield f"both bare, {word}"
    for sign in second.signs:
        if sign.startswith("happening det:"):
            yield sign


def _of_place_in_text(
    first: EventMention, second: EventMention, kind: str, word: str
) -> Iterator[str]:
    """Yield how far the mentions are apart, and whether the first opens the article."""
    apart = second.trigger.start - first.trigger.start
    yield "near" if apart < NEAR else "middle" if apart < MIDDLE else "far"
    if any(sign.endswith("in:opening") for sign in first.signs):
        yield "opening"
        yield f"opening, {kind}"
        yield f"opening, {word}"
    if first.evidence == second.evidence:
        yield "one sentence"
        yield f"one sentence, {word}"
