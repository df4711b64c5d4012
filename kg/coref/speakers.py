"""First and second person: "I" in a quotation is its speaker, "you" its addressee, "I" outside of all quotations the writer."""

from collections.abc import Iterator

from kg.coref.clusters import Clusters
from kg.coref.lexicon import Sort
from kg.coref.page import Page, Spot
from kg.coref.profile import EITHER, MANY

COLLECTIVE = frozenset({Sort.ORGANIZATION, Sort.GROUP})


def speakers(page: Page, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """First and second person inside each quotation; "we" is the speaker only where the speaker is an organisation or a group."""
    first_of: dict[tuple[int, str], int] = {}
    for spot in page.spots:
        word = spot.pronoun
        if spot.quote < 0 or word is None or word.person == 3:
            continue
        quote = page.quotes[spot.quote]
        other = quote.speaker if word.person == 1 else quote.addressee
        partner = page.index_of.get(other) if other is not None else None
        if partner is not None and (word.number == "singular" or word.person == 2 or _is_collective(partner, clusters)):
            yield partner, spot.index
        key = (spot.quote, f"{word.person}{word.number}")
        if key in first_of and word.person == 1:
            yield first_of[key], spot.index
        first_of.setdefault(key, spot.index)


def _is_collective(index: int, clusters: Clusters) -> bool:
    """True for a speaker that speaks of itself as "we"."""
    profile = clusters.profile(index)
    return profile.sorts <= COLLECTIVE and profile.numbers in (EITHER, MANY)


def narrator(page: Page, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """All "I" and "my" outside of quotations."""
    outside = [spot for spot in page.spots if spot.quote < 0 and _is_singular_first(spot)]
    yield from ((outside[0].index, spot.index) for spot in outside[1:])


def _is_singular_first(spot: Spot) -> bool:
    word = spot.pronoun
    return word is not None and word.person == 1 and word.number == "singular"
