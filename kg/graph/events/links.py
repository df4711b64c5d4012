"""Tellings in the articles of one story that are one event, by weighed signs of each pair.

What "the quake" is in one article is "an earthquake" in the next, often without anybody who takes
part in both. No single sign decides that. So the signs vote, as in `kg.graph.events.sameness`: how
alike the words, kinds and participants are, what the sentences have in common, and how rare that
is. The weights of `data/links.tsv` are learnt from news on the same happenings by
`training/event_links.py`; without a learned reader, `data/links_by_rules.tsv` has them.

Each group of tellings meets others under its kinds, the stem of its word, and who takes part. The
likeliest are put together first, as long as all of both are one event with the probability that is
asked, on average. What contradicts is never put together.

Source: the mention-pair model over documents (Bejan and Harabagiu 2010; Cybulska and Vossen 2015)
with average linkage, as in Barhom et al. 2019, "Revisiting joint modeling of cross-document entity
and event coreference resolution".
"""

import math
from collections import defaultdict
from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import (
    dataclass,
    field,
)
from itertools import product
from statistics import fmean

from kg.graph.events.compatibility import (
    NEVER_MERGED,
    Entities,
    likenesses,
    may_be_one,
)
from kg.graph.events.event_mention import EventMention
from kg.graph.events.pair_signs import (
    MANY,
    STEM,
    entities_of,
    frame_of,
    kinds,
    of_kinds,
    of_telling,
    of_vectors,
    of_words,
    word_of,
)
from kg.graph.linkage import (
    NEVER,
    Linkage,
)
from kg.graph.stories import Rarity
from kg.graph.vote import (
    Vote,
    Votes,
)
from kg.model import Passage

VOTES = Votes(Vote("kg.graph.events", "links.tsv"), Vote("kg.graph.events", "links_by_rules.tsv"))
# The cosines of two sentences that are signs if they are reached.
CLOSE = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6)
RARE = (1.5, 3.0, 4.0, 5.0)  # rarities of words that are signs if they are reached
RARE_THING = (0.75, 1.5, 2.0, 2.5)
SHOWN = 4  # tellings of a group that are compared with those of another
NEAREST = 40  # groups after one with which it is compared under a key
NEARLY = 0.1  # how far below the floor those are that were almost put together
MOST_NEARLY = 5  # groups that are named for one

Group = Sequence[EventMention]
Pair = tuple[int, int]
Signs = Iterator[str]


@dataclass(frozen=True, slots=True)
class KnownThings:
    """The things of all articles by their ids, and how rare words and things are."""

    entities: Entities
    rarity: Rarity


@dataclass(frozen=True, slots=True)
class Ties:
    """The reasons why tellings are one event, and which almost were, by their words."""

    reasons: dict[Passage, str] = field(default_factory=dict)
    near: dict[Passage, set[Passage]] = field(default_factory=lambda: defaultdict(set))


def joined(
    groups: Sequence[Group],
    known: KnownThings,
    ties: Ties,
) -> list[list[EventMention]]:
    """Return the groups of one story, those together that tell of one event."""
    chances: dict[Pair, float] = {}
    floors: list[float] = []
    for first, second in sorted(_meeting(groups)):
        chances[first, second] = _link(groups[first], groups[second], known)
        floors.append(_floor(groups[first]))
    floor = max(floors, default=1.0)
    whole: list[list[EventMention]] = []
    home: dict[int, int] = {}
    for members in Linkage(len(groups), chances, floor).clusters():
        home.update(dict.fromkeys(members, len(whole)))
        tellings: list[EventMention] = []
        for number in members:
            tellings += groups[number]
        whole.append(tellings)
    _note(groups, chances, home, ties, floor - NEARLY)
    return whole


def _floor(group: Group) -> float:
    first, *_ = group
    return VOTES.on(first.signs).floor


def _note(
    groups: Sequence[Group],
    chances: Mapping[Pair, float],
    home: Mapping[int, int],
    ties: Ties,
    least: float,
) -> None:
    """Note why groups are one event, and which were almost put together."""
    for (first, second), chance in chances.items():
        one, other = groups[first][0].trigger, groups[second][0].trigger
        if home[first] == home[second]:
            if chance > 0:
                reason = f"one-story:{chance:.2f}"
                ties.reasons[one] = max(reason, ties.reasons.get(one, ""))
        elif chance >= least and len(ties.near[one]) < MOST_NEARLY:
            ties.near[one].add(other)


def _link(
    first: Group,
    second: Group,
    known: KnownThings,
) -> float:
    """Return the mean probability that tellings of two groups are one event."""
    chances = []
    for a, b in product(first[:SHOWN], second[:SHOWN]):
        if not may_be_one(a, b, known.entities):
            return NEVER
        signs = signs_of_link(a, b, known)
        chances.append(VOTES.on(signs).chance(signs))
    return fmean(chances)


def _meeting(groups: Sequence[Group]) -> set[Pair]:
    """Return the pairs of groups that meet under a key."""
    under: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        keys: set[str] = set()
        for mention in group:
            keys.update(_keys(mention))
        for key in keys:
            under[key].append(number)
    pairs: set[Pair] = set()
    for numbers in under.values():
        for at, number in enumerate(numbers, start=1):
            near = numbers[at : at + NEAREST]
            pairs.update((number, other) for other in near)
    return pairs


def _keys(mention: EventMention) -> Iterator[str]:
    """Yield what finds a telling: its classes, the stem of its word, who takes part."""
    if NEVER_MERGED.isdisjoint(mention.classes):
        yield from kinds(mention)
        yield word_of(mention)[:STEM]
        yield from entities_of(mention)


def are_compared(
    first: EventMention,
    second: EventMention,
) -> bool:
    """Return whether two tellings have a key in common, so that they are compared."""
    return not set(_keys(first)).isdisjoint(_keys(second))


# --------------------------------------------------------------------------------------- signs


def signs_of_link(
    first: EventMention,
    second: EventMention,
    known: KnownThings,
) -> tuple[str, ...]:
    """Return the signs by which a pair is judged, sorted; the order of the pair is of no matter."""
    kind = of_kinds(first, second)
    word = of_words(first, second)
    signs = {kind, word, f"{kind}, {word}"}
    signs.update(_of_frames(first, second, word))
    signs.update(_of_fillers(first, second, word, known.entities))
    signs.update(of_telling(first, second))
    signs.update(f"class:{cls}" for cls in kinds(first) & kinds(second))
    signs.update(of_vectors(first.vector, second.vector))
    signs.update(_of_rarity(first, second, word, known.rarity))
    signs.update(_of_sentences(first, second, word, known.rarity))
    return tuple(sorted(signs))


def _of_frames(
    first: EventMention,
    second: EventMention,
    word: str,
) -> Signs:
    """Yield whether verbs or nouns tell, and how many of them stand without participants."""
    both = sorted((frame_of(first), frame_of(second)))
    frames = "-".join(both)
    yield frames
    yield f"{frames}, {word}"
    bare = [first.roles, second.roles].count(())
    if bare:
        yield f"bare:{bare}"
        yield f"bare:{bare}, {word}"


def _of_fillers(
    first: EventMention,
    second: EventMention,
    word: str,
    entities: Entities,
) -> Signs:
    """Yield how many take part in both, and how alike those are who have one role."""
    shared = entities_of(first) & entities_of(second)
    count = min(len(shared), MANY)
    yield f"shared:{count}"
    yield f"shared:{count}, {word}"
    likeness_of = likenesses(first, second, entities)
    for role, likeness in likeness_of.items():
        yield f"{likeness} {role}"
        yield f"{likeness} filler"
        yield f"{likeness} filler, {word}"
    if not likeness_of:
        yield "no common role"
        yield f"no common role, {word}"


def _of_rarity(
    first: EventMention,
    second: EventMention,
    word: str,
    rarity: Rarity,
) -> Signs:
    """Yield how rare the words are that tell both, and who takes part in both."""
    words = (word_of(first), word_of(second))
    commoner = min(rarity.get(each, RARE[-1]) for each in words)
    for step in RARE:
        if commoner >= step:
            yield f"rare {word} {step}"
    shared = entities_of(first) & entities_of(second)
    rarest = max((rarity.get(each, 0.0) for each in shared), default=0.0)
    for step in RARE_THING:
        if rarest >= step:
            yield f"rare participant {step}"


def _of_sentences(
    first: EventMention,
    second: EventMention,
    word: str,
    rarity: Rarity,
) -> Signs:
    """Yield how alike the sentences are, and how many take part here and are named there."""
    cosine = _closeness(set(first.context), set(second.context), rarity)
    for step in CLOSE:
        if cosine >= step:
            yield f"close {step}"
            yield f"close {step}, {word}"
    own = entities_of(first).intersection(second.context)
    others = entities_of(second).intersection(first.context)
    named = min(len(own) + len(others), MANY)
    yield f"named there:{named}"


def _closeness(
    own: set[str],
    other: set[str],
    rarity: Rarity,
) -> float:
    """Return the cosine of the words of two sentences, each as heavy as it is rare."""
    lengths = _weight(own, rarity) * _weight(other, rarity)
    if not lengths:
        return 0.0
    return _weight(own & other, rarity) / math.sqrt(lengths)


def _weight(
    words: Iterable[str],
    rarity: Rarity,
) -> float:
    """Return the square of the length of some words."""
    squares = [rarity.get(word, 0.0) ** 2 for word in words]
    return math.fsum(squares)
