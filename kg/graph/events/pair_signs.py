"""The signs of a pair of event mentions: how alike kinds, words, participants and times of two are.

Of two mentions of one article `kg.graph.events.sameness` asks them, of two articles
`kg.graph.events.links`.
"""

import math
import re
from collections.abc import (
    Iterator,
    Sequence,
)

from kg.graph.events.compatibility import (
    EXCLUSIVE,
    times_agree,
)
from kg.graph.events.event_mention import EventMention
from kg.graph.ontology import EVENT
from kg.model import (
    SEEN,
    Frame,
)

ROLES = (*EXCLUSIVE, "kg:recipient", "sem:hasPlace")
STEM = 4  # letters that two words of one stem share at least
LEAST_OF_WORD = 0.6  # share of the shorter word that they share
MANY = 3  # a higher count makes no difference
# The cosines of two vectors that are signs if they are reached.
ALIKE = (-0.2, -0.1, 0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
QUARTERS = 4  # into which the share of common words is cut
WORD = re.compile(r"\w{3,}")
OTHER_WORDS = "two words"  # the sign of two tellings in words of two stems


def kinds(mention: EventMention) -> set[str]:
    """Return the classes of a mention but that of all events."""
    return set(mention.classes) - {EVENT}


def word_of(mention: EventMention) -> str:
    """Return the word that tells a mention: the verb of "take over", the noun of "murder trial"."""
    words = mention.predicate.split()
    return words[0] if mention.frame is Frame.VERB else words[-1]


def entities_of(mention: EventMention) -> set[str]:
    """Return the ids of those who take part in a mention, and of its places."""
    return {entity for _, entity in mention.roles}


def of_kinds(
    first: EventMention,
    second: EventMention,
) -> str:
    """Return how the classes of two mentions lie: one, none, only of one of them, or two."""
    own, other = kinds(first), kinds(second)
    if not own.isdisjoint(other):
        return "one class"
    if own and other:
        return "two classes"
    return "half a class" if own or other else "no class"


def of_words(
    first: EventMention,
    second: EventMention,
) -> str:
    """Return how the words lie that tell two events: one word, one stem, or two words.

    "Take over" and "take off" have one stem only.
    """
    a, b = word_of(first), word_of(second)
    if a == b:
        are_verbs = first.frame is second.frame is Frame.VERB
        return "one stem" if are_verbs and first.predicate != second.predicate else "one word"
    common = _common_start(a, b)
    shorter = min(len(a), len(b))
    least = max(STEM, LEAST_OF_WORD * shorter)
    return "one stem" if common >= least else OTHER_WORDS


def _common_start(
    a: str,
    b: str,
) -> int:
    """Return how many letters two words have in common from the start."""
    for count, (one, other) in enumerate(zip(a, b, strict=False)):
        if one != other:
            return count
    return min(len(a), len(b))


def frame_of(mention: EventMention) -> str:
    """Return whether a verb or a noun tells a mention."""
    return "verb" if mention.frame is Frame.VERB else "noun"


def of_participants(
    first: EventMention,
    second: EventMention,
    kind: str,
) -> Iterator[str]:
    """Yield which participants two mentions share, and in which roles they differ."""
    shared = entities_of(first) & entities_of(second)
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


def of_telling(
    first: EventMention,
    second: EventMention,
) -> Iterator[str]:
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


def of_vectors(
    first: Sequence[int],
    second: Sequence[int],
) -> Iterator[str]:
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


def overlap(
    first: str,
    second: str,
) -> int:
    """Return which share of the words of the shorter label is in the other, in quarters."""
    own = set(WORD.findall(first.lower()))
    other = set(WORD.findall(second.lower()))
    shorter = min(len(own), len(other))
    if not shorter:
        return 0
    shared = len(own & other)
    return QUARTERS * shared // shorter
