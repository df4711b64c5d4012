"""Passes that join names: equal ones, those of one country, acronyms, parts of fuller names."""

from collections.abc import Iterator
from itertools import pairwise

from kg.text.coref.clusters import Clusters
from kg.text.coref.document import MentionDocument, MentionNode
from kg.text.coref.entity_types import EntityType
from kg.text.coref.names import Name, fits_acronym, key_of, may_be_one, name_of

COUNTRY = "schema:Country"
DOMINANCE = 2  # times as many mentions as any other full name
DEFINITION_GAP = 3  # characters between a name and the acronym in brackets behind it


def same_name(document: MentionDocument, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Yield names that are written alike, legal forms and honorifics aside."""
    firsts_of: dict[tuple[str, ...], list[int]] = {}
    for node in _names(document):
        firsts = firsts_of.setdefault(key_of(name_of(node.mention)), [])
        for first in firsts:
            yield first, node.index
        if not any(clusters.together(first, node.index) for first in firsts):
            firsts.append(node.index)


def same_country(document: MentionDocument, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Yield all names and demonyms of one country."""
    first_of: dict[str, int] = {}
    for node in _names(document):
        country = node.mention.country
        if country and node.mention.type == COUNTRY:
            yield first_of.setdefault(country, node.index), node.index


def defined_acronym(document: MentionDocument, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Yield a name and its short form in brackets right behind it, or the other way round."""
    for left, right in pairwise(_names(document)):
        gap = document.between(left, right)
        opens_bracket = gap.strip() == "(" and len(gap) <= DEFINITION_GAP
        if opens_bracket and _defines(left, right):
            yield left.index, right.index


def _defines(left: MentionNode, right: MentionNode) -> bool:
    """Return whether one of the names is short for the other."""
    names = (name_of(left.mention), name_of(right.mention))
    short, full = sorted(names, key=lambda name: len(name.words))
    if not short.is_acronym or EntityType.PERSON in (short.entity_type, full.entity_type):
        return False
    letters = short.words[0].replace(".", "")
    if fits_acronym(letters, full.words):
        return True
    return letters[0] == full.words[0][0] and len(full.words) >= len(letters) - 1


def part_of_name(document: MentionDocument, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Yield a shorter form of a name and the one fuller name that it can be short for.

    If there are several, the shorter form is taken for the one that stands before its first use, if
    that is only one; for an organisation else for the one that the article speaks of most, if it is
    far ahead.
    """
    index = _clusters_of_word(document)
    for short in sorted({clusters.root(node.index) for node in _names(document)}):
        name = _longest(short, clusters)
        fuller = _fuller(short, name, index, clusters)
        if len(fuller) > 1:
            fuller = [other for other in fuller if other < short]
        if len(fuller) > 1 and name.entity_type is EntityType.ORGANIZATION:
            fuller = _dominant(fuller, clusters)
        if len(fuller) == 1:
            yield fuller[0], short


def _dominant(candidates: list[int], clusters: Clusters) -> list[int]:
    """Return the one candidate with far more mentions than any other, or an empty list."""
    mentions_of = {index: len(clusters.members(index)) for index in candidates}
    ranked = sorted(candidates, key=lambda index: (-mentions_of[index], index))
    most, next_most = mentions_of[ranked[0]], mentions_of[ranked[1]]
    return ranked[:1] if most >= DOMINANCE * next_most else []


def _fuller(short: int, name: Name, index: dict[str, list[int]], clusters: Clusters) -> list[int]:
    """Return the clusters with a longer name that may be of the same thing, in text order."""
    candidates: set[int] = set()
    for key in (*name.words, *_initials(name)):
        candidates.update(clusters.root(other) for other in index.get(key, ()))
    candidates.discard(clusters.root(short))
    longer = [other for other in sorted(candidates) if _is_fuller(_longest(other, clusters), name)]
    return [other for other in longer if clusters.may_join(other, short)]


def _is_fuller(full: Name, short: Name) -> bool:
    """Return whether the first name is longer than the second and they may be of one thing."""
    full_length, short_length = (_length(name) for name in (full, short))
    return full_length > short_length and may_be_one(full, short)


def _length(name: Name) -> tuple[int, int]:
    return len(name.words), len(name.text)


def _initials(name: Name) -> tuple[str, ...]:
    """Return the keys under which an acronym finds full names.

    They are its first letter, and the one behind "US" in it.
    """
    if not name.is_acronym:
        return ()
    letters = name.words[0].replace(".", "")
    return tuple(f"{letter}." for letter in (letters[:1], letters[2:3]) if letter)


def _clusters_of_word(document: MentionDocument) -> dict[str, list[int]]:
    """Return mentions by each word of their names, names of several words by their initial, too."""
    index: dict[str, list[int]] = {}
    for node in _names(document):
        words = name_of(node.mention).words
        keys = set(words)
        if len(words) > 1:
            keys.add(f"{words[0][0]}.")
        for key in sorted(keys):
            index.setdefault(key, []).append(node.index)
    return index


def _longest(index: int, clusters: Clusters) -> Name:
    """Return the name of a cluster with the most words."""
    return max(clusters.attributes(index).names, key=lambda name: (*_length(name), name.text))


def _names(document: MentionDocument) -> Iterator[MentionNode]:
    """Yield the names of the article, in text order; one without a word in it is none."""
    for node in document.nodes:
        if node.mention.is_name and name_of(node.mention).words:
            yield node
