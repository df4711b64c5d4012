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
import re
from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator, Sequence
from statistics import fmean

from kg.graph.events.compatibility import (
    EXCLUSIVE,
    NEVER_MERGED,
    are_compatible,
    times_agree,
    traits,
)
from kg.graph.events.event_mention import EventMention
from kg.graph.ontology import EVENT
from kg.graph.vote import Vote, Votes
from kg.model import SEEN, Frame

VOTES = Votes(
    Vote("kg.graph.events", "sameness.tsv"), Vote("kg.graph.events", "sameness_by_rules.tsv")
)
ROLES = (*EXCLUSIVE, "kg:recipient", "sem:hasPlace")
NEVER = -math.inf  # the chance of a pair that contradicts itself
MOST_COMPARED = 200  # unlike mentions of a group that a further one may not contradict
MOST_UNDER_KEY = 50  # of the earlier mentions that share a class or a word, the nearest
REACH = 12  # mentions back: how far those may lie that share only a participant
STEM = 4  # letters that two words of one stem share at least
LEAST_OF_WORD = 0.6  # share of the shorter word that they share
NEAR, MIDDLE = 250, 900  # characters between two triggers
WHOLE_DEED = 2  # roles that make two tellings in one word the same deed
MANY = 3  # a higher count makes no difference
# The cosines of two vectors that are signs if they are reached.
ALIKE = (-0.2, -0.1, 0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
QUARTERS = 4  # into which the share of common words is cut
WORD = re.compile(r"\w{3,}")

Group = list[EventMention]


def groups_of_article(mentions: Iterable[EventMention]) -> list[Group]:
    """Return groups of mentions of one event; the mentions are of one article, in text order."""
    told = _Told()
    for mention in mentions:
        told.add(mention)
    return told.groups


class _Told:
    """The groups of what an article has told so far, and how to find the mentions in them."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
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
            chances[home].append(_chance(other, mention, between))
        best, best_mean = len(self.groups), VOTES.on(mention.signs).floor
        for group, of_group in sorted(chances.items()):
            mean = fmean(of_group)
            if mean >= best_mean and self._agrees(mention, group):
                best, best_mean = group, mean
        return best

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
        own = _entities(mention)
        end = len(self._mentions)
        for number in range(max(0, end - REACH), end):
            other = self._mentions[number]
            if _keys_exist(other) and not own.isdisjoint(_entities(other)):
                yield number


def _chance(first: EventMention, second: EventMention, between: int) -> float:
    """Return the probability that a pair is one event."""
    if not are_compatible(first, second):
        return NEVER
    if _is_same_deed(first, second):
        return 1.0
    signs = signs_of(first, second, between)
    return VOTES.on(signs).chance(signs)


def _is_same_deed(first: EventMention, second: EventMention) -> bool:
    """Return whether both tell in one word what the same two or more participants do."""
    if first.predicate != second.predicate or first.roles != second.roles:
        return False
    return len(first.roles) >= WHOLE_DEED


def candidate_pairs(
    mentions: Sequence[EventMention],
) -> Iterator[tuple[EventMention, EventMention, int]]:
    """Yield the pairs that are compared, the earlier first, with the count of those between."""
    told = _Told()
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
    yield from _kinds(mention)
    yield _word(mention)[:STEM]


def _kinds(mention: EventMention) -> set[str]:
    return set(mention.classes) - {EVENT}


def _word(mention: EventMention) -> str:
    return mention.predicate.split()[0]


def _entities(mention: EventMention) -> set[str]:
    return {entity for _, entity in mention.roles}


# --------------------------------------------------------------------------------------- signs


def signs_of(first: EventMention, second: EventMention, between: int) -> tuple[str, ...]:
    """Return the signs by which a pair is judged; `between` counts the candidates between them."""
    kind = _of_kinds(first, second)
    word = _of_words(first, second)
    distance = min(between, MANY)
    signs = [kind, word, f"{kind}, {word}", f"between:{distance}"]
    signs += _of_frames(first, second, kind, word)
    signs += _of_participants(first, second, kind)
    signs += _of_place_in_text(first, second, kind, word)
    signs += _of_telling(first, second)
    overlap = _overlap(first.label, second.label)
    signs += [f"words:{overlap}", f"words:{overlap}, {kind}"]
    signs += [f"class:{cls}" for cls in _kinds(first) & _kinds(second)]
    signs += _of_vectors(first.vector, second.vector)
    return tuple(sorted(signs))


def _of_kinds(first: EventMention, second: EventMention) -> str:
    """Return how the classes of two mentions lie: one, none, only of one of them, or two."""
    own, other = _kinds(first), _kinds(second)
    if not own.isdisjoint(other):
        return "one class"
    if own and other:
        return "two classes"
    return "half a class" if own or other else "no class"


def _of_words(first: EventMention, second: EventMention) -> str:
    """Return how the words lie that tell two events: one word, one stem, or two words."""
    a, b = _word(first), _word(second)
    if a == b:
        return "one word"
    common = _common_start(a, b)
    shorter = min(len(a), len(b))
    least = max(STEM, LEAST_OF_WORD * shorter)
    return "one stem" if common >= least else "two words"


def _common_start(a: str, b: str) -> int:
    """Return how many letters two words have in common from the start."""
    for count, (one, other) in enumerate(zip(a, b, strict=False)):
        if one != other:
            return count
    return min(len(a), len(b))


def _of_frames(first: EventMention, second: EventMention, kind: str, word: str) -> Iterator[str]:
    """Yield whether verbs or nouns tell, and which of them stand without participants."""
    frames = f"{_frame(first)}-{_frame(second)}"
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


def _frame(mention: EventMention) -> str:
    return "verb" if mention.frame is Frame.VERB else "noun"


def _of_participants(first: EventMention, second: EventMention, kind: str) -> Iterator[str]:
    """Yield which participants two mentions share, and in which roles they differ."""
    shared = _entities(first) & _entities(second)
    yield f"shared:{min(len(shared), MANY)}"
    differing = 0
    for role in ROLES:
        own, other = first.fillers(role), second.fillers(role)
        if not own or not other:
            continue
        if own.isdisjoint(other):
            differing += 1
            mark = f"{role} named"
            are_named = mark in first.signs and mark in second.signs
            known = "named" if are_named else "described"
            yield f"other {role}"
            yield f"other {role}, {known}"
        else:
            yield f"one {role}"
            yield f"one {role}, {kind}"
    yield f"differing:{min(differing, MANY)}"


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


def _of_telling(first: EventMention, second: EventMention) -> Iterator[str]:
    """Yield whether two mentions agree in factuality, time and amounts."""
    own, other = first.factuality, second.factuality
    if own is other:
        yield "told alike"
    else:
        yield "stands alike" if own.stands == other.stands else "told otherwise"
    if first.time and second.time:
        yield "one time" if times_agree(first.time, second.time) else "two times"
    if first.quantities and second.quantities:
        are_disjoint = set(first.quantities).isdisjoint(second.quantities)
        yield "two amounts" if are_disjoint else "one amount"


def _of_vectors(first: Sequence[int], second: Sequence[int]) -> Iterator[str]:
    """Yield a sign for each step of likeness that two vectors reach; none without a reader."""
    if not first or not second:
        return
    yield SEEN
    product = sum(a * b for a, b in zip(first, second, strict=True))
    lengths = math.hypot(*first) * math.hypot(*second)
    likeness = round(product / lengths, 2)
    for step in ALIKE:
        if likeness >= step:
            yield f"{SEEN} alike {step}"


def _overlap(first: str, second: str) -> int:
    """Return which share of the words of the shorter label is in the other, in quarters."""
    own = set(WORD.findall(first.lower()))
    other = set(WORD.findall(second.lower()))
    shorter = min(len(own), len(other))
    if not shorter:
        return 0
    shared = len(own & other)
    return QUARTERS * shared // shorter
