"""Passes that join names with names: equal ones, names of one country, acronyms that the text defines, parts of fuller names."""

from collections.abc import Iterator
from itertools import pairwise

from kg.text.coref.clusters import Clusters
from kg.text.coref.entity_types import EntityType
from kg.text.coref.names import Name, fits_acronym, key_of, may_be_one, name_of
from kg.text.coref.positions import MentionNode, Page

COUNTRY = "schema:Country"
DOMINANCE = 2  # times as many mentions as any other full name
DEFINITION_GAP = 3  # characters between a name and the acronym in brackets behind it


def same_name(page: Page, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Names that are written alike, legal forms and honorifics aside."""
    seen: dict[tuple[str, ...], list[int]] = {}
    for spot in _names(page):
        firsts = seen.setdefault(key_of(name_of(spot.mention)), [])
        for first in firsts:
            yield first, spot.index
        if not any(clusters.together(first, spot.index) for first in firsts):
            firsts.append(spot.index)


def same_country(page: Page, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """All names and demonyms of one country."""
    seen: dict[str, int] = {}
    for spot in _names(page):
        if spot.mention.type == COUNTRY and spot.mention.country:
            yield seen.setdefault(spot.mention.country, spot.index), spot.index


def defined_acronym(page: Page, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """A name and the short form in brackets right behind it, or the other way round."""
    names = list(_names(page))
    for left, right in pairwise(names):
        between = page.article.text[left.mention.passage.end : right.mention.passage.start]
        if between.strip() == "(" and len(between) <= DEFINITION_GAP and _defines(left, right):
            yield left.index, right.index


def _defines(left: MentionNode, right: MentionNode) -> bool:
    """True where one of the names is short for the other."""
    short, full = sorted(
        (name_of(left.mention), name_of(right.mention)), key=lambda name: len(name.words)
    )
    if not short.is_acronym or EntityType.PERSON in (short.sort, full.sort):
        return False
    letters = short.words[0].replace(".", "")
    return fits_acronym(letters, full.words) or (
        letters[0] == full.words[0][0] and len(full.words) >= len(letters) - 1
    )


def part_of_name(page: Page, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """A shorter form of a name and the one fuller name that it can be short for.

    Where there are several, the shorter form is taken for the one that stands before its first use, if that is only one; for
    an organisation else for the one that the article speaks of most, if it is far ahead.
    """
    index = _by_word(page, clusters)
    for short in sorted({clusters.root(spot.index) for spot in _names(page)}):
        name = _longest(short, page, clusters)
        fuller = _fuller(short, name, index, page, clusters)
        if len(fuller) > 1:
            fuller = [other for other in fuller if other < short]
        if len(fuller) > 1 and name.sort is EntityType.ORGANIZATION:
            fuller = _dominant(fuller, clusters)
        if len(fuller) == 1:
            yield fuller[0], short


def _dominant(candidates: list[int], clusters: Clusters) -> list[int]:
    """The one candidate with far more mentions than any other, or nothing."""
    ranked = sorted(candidates, key=lambda index: (-len(clusters.members(index)), index))
    most, next_most = (len(clusters.members(index)) for index in ranked[:2])
    return ranked[:1] if most >= DOMINANCE * next_most else []


def _fuller(
    short: int, name: Name, index: dict[str, list[int]], page: Page, clusters: Clusters
) -> list[int]:
    """The clusters whose fullest name is longer than this name and may be of the same thing; each once, in text order."""
    words = {*name.words, *_initials(name)}
    candidates = sorted(
        {clusters.root(other) for word in words for other in index.get(word, ())}
        - {clusters.root(short)}
    )
    return [
        other
        for other in candidates
        if _is_fuller(_longest(other, page, clusters), name) and clusters.may_join(other, short)
    ]


def _is_fuller(full: Name, short: Name) -> bool:
    """True where the names are not equally long and may be of one thing."""
    return (len(full.words), len(full.text)) > (len(short.words), len(short.text)) and may_be_one(
        full, short
    )


def _initials(name: Name) -> tuple[str, ...]:
    """The keys under which an acronym finds names with its first letter, or with the one behind "US" in it."""
    letters = name.words[0].replace(".", "")
    return tuple(f"{letters[at]}." for at in (0, 2) if at < len(letters)) if name.is_acronym else ()


def _by_word(page: Page, clusters: Clusters) -> dict[str, list[int]]:
    """Clusters by each word of their names, and by the first letter of names of several words."""
    index: dict[str, list[int]] = {}
    for spot in _names(page):
        name = name_of(spot.mention)
        keys = {*name.words, *((f"{name.words[0][0]}.",) if len(name.words) > 1 else ())}
        for key in sorted(keys):
            index.setdefault(key, []).append(spot.index)
    return index


def _longest(index: int, page: Page, clusters: Clusters) -> Name:
    """The name of a cluster with the most words."""
    return max(
        clusters.profile(index).names, key=lambda name: (len(name.words), len(name.text), name.text)
    )


def _names(page: Page) -> Iterator[MentionNode]:
    """The names of the article, in text order; one without a word in it is none."""
    return (spot for spot in page.spots if spot.mention.is_name and name_of(spot.mention).words)
