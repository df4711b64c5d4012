"""The signs of two tellings of one story: how alike words, participants and sentences are.

What the tellings of an article have in common with those of another is rarer, and says more, than
what they have with each other (`kg.graph.events.pair_signs`).
"""

import math
from collections.abc import (
    Iterable,
    Iterator,
)
from dataclasses import dataclass

from kg.graph.events.event_mention import EventMention
from kg.graph.events.likeness import (
    Entities,
    likenesses,
)
from kg.graph.events.pair_signs import (
    MANY,
    entities_of,
    frame_of,
    kinds,
    of_kinds,
    of_telling,
    of_vectors,
    of_words,
    word_of,
)
from kg.graph.rarity import Rarity, is_thing

# The cosines of two sentences that are signs if they are reached.
CLOSE = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6)
RARE = (1.5, 3.0, 4.0, 5.0)  # rarities of words that are signs if they are reached
RARE_THING = (0.75, 1.5, 2.0, 2.5)

Signs = Iterator[str]


@dataclass(frozen=True, slots=True)
class KnownThings:
    """The things of all articles by their ids, and how rare words and things are."""

    entities: Entities
    rarity: Rarity


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
    signs.update(_of_status(first, second, word))
    signs.update(f"class:{cls}" for cls in kinds(first) & kinds(second))
    signs.update(of_vectors(first.vector, second.vector))
    signs.update(_of_rarity(first, second, word, known.rarity))
    signs.update(_of_sentences(first, second, word, known.rarity))
    signs.update(_of_named_things(first, second))
    if first.article == second.article:
        signs.update(_of_one_article(first, second, kind, word))
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


def _of_status(
    first: EventMention,
    second: EventMention,
    word: str,
) -> Signs:
    """Yield how two tellings differ of which one is a plan or a supposition, the other is not."""
    own, other = map(_status, (first, second))
    if own != other:
        both = "-".join(sorted((own, other)))
        yield f"status {both}"
        yield f"status {both}, {word}"


def _status(mention: EventMention) -> str:
    return "stands" if mention.factuality.stands else mention.factuality.name.lower()


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


def _of_named_things(
    first: EventMention,
    second: EventMention,
) -> Signs:
    """Yield how many things with a name stand in both sentences, if each has some."""
    own = set(filter(is_thing, first.context))
    other = set(filter(is_thing, second.context))
    if own and other:
        yield f"things:{min(len(own & other), MANY)}"


def _of_one_article(
    first: EventMention,
    second: EventMention,
    kind: str,
    word: str,
) -> Signs:
    """Yield that one article, or one of its sentences, tells both."""
    yield from ("one article", f"one article, {word}", f"one article, {kind}")
    if first.evidence == second.evidence:
        yield from ("one sentence", f"one sentence, {word}")


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
