"""The signs of two portraits: how alike two things are that articles on the same news speak of."""

import math
from collections.abc import (
    Iterable,
    Iterator,
)
from itertools import product

from kg.graph.entities.classes import (
    GROUP,
    ORGANIZATION,
    PERSON,
    PLACE,
)
from kg.graph.entities.portraits import (
    Portrait,
    Texts,
)
from kg.graph.rarity import rarity_of
from kg.lang.en import word_set

MANY = 3  # a higher count makes no difference
SEVERAL = 2
RARE = (1.5, 3.0, 4.0, 5.0)  # rarities of words that are signs if they are reached
# Cosines of the words around two things, and of two articles, that are signs if they are reached.
CLOSE = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6)
NEWS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
JOINING = word_set("function_words", "joins-list")
BODIES = frozenset({GROUP, ORGANIZATION})  # kinds: "the police" are either

Signs = Iterator[str]


def may_be_one(
    a: Portrait,
    b: Portrait,
) -> bool:
    """Return whether nothing contradicts that two portraits are of one thing.

    Two names contradict unless one is a part of the other; of places unless both have one: "South
    Tarn" is not Tarn. Somebody's mother may be anybody's, unless the same things are named beside
    both.
    """
    if not _are_of_one_kind(a, b):
        return False
    if a.is_named and b.is_named and not _may_share_name(a, b):
        return False
    if (a.owned or b.owned) and a.companions.isdisjoint(b.companions):
        return False
    known = (
        (a.sizes, b.sizes),
        (a.genders, b.genders),
        (a.numbers, b.numbers),
        (a.countries, b.countries),
    )
    return not any(_differ(some, others) for some, others in known)


def are_in_doubt(
    a: Portrait,
    b: Portrait,
) -> bool:
    """Return whether something speaks against one thing, though others may outweigh it.

    One article speaks of both without showing that they are one, or both stand beside other things.
    """
    return not a.articles.isdisjoint(b.articles) or _differ(a.companions, b.companions)


def _are_of_one_kind(
    a: Portrait,
    b: Portrait,
) -> bool:
    return a.kind == b.kind or {a.kind, b.kind} == BODIES


def _differ(
    some: frozenset[object],
    others: frozenset[object],
) -> bool:
    """Return whether both are known and have nothing in common."""
    return bool(some and others) and some.isdisjoint(others)


def _may_share_name(
    a: Portrait,
    b: Portrait,
) -> bool:
    """Return whether two things with names may be one by these."""
    if a.kind == PLACE:
        return not a.names.isdisjoint(b.names)
    return _is_part_of_name(a, b)


def _is_part_of_name(
    a: Portrait,
    b: Portrait,
) -> bool:
    """Return whether some name of one is a part of one of the other: "Holm", "Ivo Holm".

    Of people, "Ivo Holm and Ada Lund" is no fuller name of one.
    """
    joining = JOINING if PERSON in (a.kind, b.kind) else frozenset()
    for one, other in product(a.names, b.names):
        if (one <= other or other <= one) and joining.isdisjoint(one ^ other):
            return True
    return False


def signs_of(
    a: Portrait,
    b: Portrait,
    alike: float,
) -> tuple[str, ...]:
    """Return the signs by which two portraits are judged, sorted.

    Which of both is the first makes no difference. `alike` is the cosine of their articles.
    """
    both = sorted((_known(a), _known(b)))
    kinds = "-".join(both)
    head = _of_heads(a, b)
    signs = {kinds, head, f"{head}, {kinds}"}
    signs.update(_of_descriptions(a, b, kinds, head))
    signs.update(_of_deeds(a, b, kinds, head))
    signs.update(_of_surroundings(a, b, head))
    signs.update(_reached("news", NEWS, alike))
    signs.update(_of_what_is_known(a, b))
    signs.update(_of_doubts(a, b, kinds))
    if a.is_named and b.is_named:
        signs.update(("part of name", f"part of name, {kinds}"))
    return tuple(sorted(signs))


def _known(portrait: Portrait) -> str:
    known = "named" if portrait.is_named else "described"
    return f"{portrait.kind} {known}"


def _of_heads(
    a: Portrait,
    b: Portrait,
) -> str:
    """Return whether both are called by one noun, or may be."""
    if a.head and a.head == b.head:
        return "one head"
    if not a.nouns.isdisjoint(b.nouns):
        return "common head"
    return "two heads" if a.nouns and b.nouns else "no head"


def _of_descriptions(
    a: Portrait,
    b: Portrait,
    kinds: str,
    head: str,
) -> Signs:
    """Yield how alike the descriptions are, and how rare the words that both have."""
    if not a.descriptions.isdisjoint(b.descriptions):
        yield "described alike"
        yield f"described alike, {kinds}"
    shared = a.details & b.details
    yield f"details:{min(len(shared), MANY)}, {head}"
    if _differ(a.details, b.details):
        yield "other details"
        yield f"other details, {head}"
    rarest = max(map(rarity_of, shared), default=0.0)
    for sign in _reached("rare detail", RARE, rarest):
        yield sign
        yield f"{sign}, {head}"
    determiners = sorted((_definite(a.determiners), _definite(b.determiners)))
    yield "-".join(determiners)


def _definite(determiners: Texts) -> str:
    """Return the determiner of a description: the last of all in the alphabet, "the" before "a"."""
    return max(determiners, default="bare")


def _of_deeds(
    a: Portrait,
    b: Portrait,
    kinds: str,
    head: str,
) -> Signs:
    """Yield how many deeds both share, and how rare these are."""
    shared = a.deeds & b.deeds
    deeds = f"deeds:{min(len(shared), MANY)}"
    yield from (deeds, f"{deeds}, {kinds}", f"{deeds}, {head}")
    words = [deed.rpartition(" ")[2] for deed in shared]
    rarest = max(map(rarity_of, words), default=0.0)
    for sign in _reached("rare deed", RARE, rarest):
        yield sign
        yield f"{sign}, {kinds}"


def _of_surroundings(
    a: Portrait,
    b: Portrait,
    head: str,
) -> Signs:
    """Yield how alike the words around both are, and how many named things stand beside both."""
    for sign in _reached("close", CLOSE, _cosine(a.words, b.words)):
        yield sign
        yield f"{sign}, {head}"
    named = min(len(a.companions & b.companions), MANY)
    yield f"companions:{named}"
    yield f"companions:{named}, {head}"


def _of_doubts(
    a: Portrait,
    b: Portrait,
    kinds: str,
) -> Signs:
    """Yield in how many articles both are two, and whether they stand beside other things."""
    both = len(a.articles & b.articles)
    if both:
        fewer = min(len(a.articles), len(b.articles))
        most = "in most" if SEVERAL * both > fewer else "in some"
        yield from ("told apart", f"told apart, {kinds}")
        yield from (f"told apart:{min(both, MANY)}", f"told apart {most}")
    if _differ(a.companions, b.companions):
        yield from ("other companions", f"other companions, {kinds}")


def _of_what_is_known(
    a: Portrait,
    b: Portrait,
) -> Signs:
    """Yield which of size, gender, number and country both have in common."""
    for name, some, others in (
        ("size", a.sizes, b.sizes),
        ("gender", a.genders, b.genders),
        ("number", a.numbers, b.numbers),
        ("country", a.countries, b.countries),
    ):
        if some and others:
            yield f"one {name}"
        elif some or others:
            yield f"half a {name}"


def _reached(
    name: str,
    steps: Iterable[float],
    value: float,
) -> list[str]:
    """Return a sign for each step that a value reaches."""
    return [f"{name} {step}" for step in steps if value >= step]


def _cosine(
    own: Texts,
    other: Texts,
) -> float:
    """Return the cosine of some words, each as heavy as it is rare in general."""
    lengths = _weight(own) * _weight(other)
    if not lengths:
        return 0.0
    return _weight(own & other) / math.sqrt(lengths)


def _weight(words: Texts) -> float:
    """Return the square of the length of some words."""
    squares = [rarity_of(word) ** 2 for word in words]
    return math.fsum(squares)
