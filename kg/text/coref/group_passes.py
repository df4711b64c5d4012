"""Passes for groups of people: the same count of them again, and the kin of one group under any of their names."""

from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Kind
from kg.text.coref.clusters import Clusters
from kg.text.coref.entity_types import EntityType, sort_of_type
from kg.text.coref.groups import is_pair
from kg.text.coref.positions import MentionNode, Page

LEAST_COUNT = 3  # people; there may be several twos in one article, and "the two" may be a list
# Nouns that stand for somebody's kin as a whole.
KIN = word_set("nouns", "coref-kin")
KIN_MEMBERS = word_set("phrases", "coref-kin-member")


def same_count(page: Page, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """ "The eight envoys" and the only group of eight people before: "Eight embassy employees"."""
    counted: dict[int, list[int]] = defaultdict(list)
    for spot in page.spots:
        size = spot.mention.size
        if not _is_group(spot) or size < LEAST_COUNT:
            continue
        earlier = sorted({clusters.root(index) for index in counted[size]})
        if spot.mention.definite and not is_pair(spot) and len(earlier) == 1:
            yield earlier[0], spot.index
        counted[size].append(spot.index)


def _is_group(spot: MentionNode) -> bool:
    return spot.mention.kind is Kind.NOMINAL and sort_of_type(spot.mention.type) is EntityType.GROUP


def same_kin(page: Page, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """ "Their families", "their family members" and, behind them in a list, "family members": all the kin of one group."""
    kin_of: dict[int, int] = {}
    for spot in page.spots:
        owner = _owner(spot, page) if _is_kin(spot) else None
        if owner is not None:
            root = clusters.root(owner.index)
            yield kin_of.setdefault(root, spot.index), spot.index


def _is_kin(spot: MentionNode) -> bool:
    """True for a plural that stands for all of somebody's kin."""
    if not _is_group(spot) or not spot.mention.plural or spot.mention.size:
        return False
    compound = " ".join(
        [
            *(child.lower_ for child in spot.token.lefts if child.dep_ == "compound"),
            spot.mention.noun,
        ]
    )
    return spot.mention.noun in KIN or compound in KIN_MEMBERS


def _owner(spot: MentionNode, page: Page) -> MentionNode | None:
    """Whose kin it is: the possessor, or for a bare plural the group that it is coordinated with."""
    token: Token = spot.token
    possessor = next((child for child in token.lefts if child.dep_ == "poss"), None)
    if possessor is not None:
        return page.spot(possessor)
    bare = all(child.is_punct or child.dep_ == "compound" for child in token.children)
    other = page.spot(token.head) if bare and token.dep_ == "conj" else None
    return other if other is not None and _is_group(other) and not _is_kin(other) else None
