"""All claims of constructions that name no relation: ages, nations, places, life dates, members, borders."""

from collections.abc import Iterator
from itertools import pairwise

from kg.model import Claim
from kg.text.relations.rules.ages import age_claims
from kg.text.relations.rules.borders import border_claims, neighbour_claims
from kg.text.relations.rules.groups import member_claims
from kg.text.relations.rules.lives import life_claims
from kg.text.relations.rules.nationality import nation_claims
from kg.text.relations.rules.places import containment_claims, party_claims, place_claims
from kg.text.syntax import Document


def construction_claims(document: Document) -> Iterator[Claim]:
    """The claims of each mention, of each two that follow each other, and of the whole article."""
    ordered = sorted(
        document.mention_at.values(),
        key=lambda mention: (mention.passage.start, mention.passage.end),
    )
    for mention in ordered:
        yield from age_claims(mention, document)
        yield from nation_claims(mention, document)
        yield from place_claims(mention, document)
    for first, second in pairwise(ordered):
        yield from containment_claims(first, second, document)
        yield from party_claims(first, second, document)
    yield from life_claims(ordered, document)
    yield from member_claims(document)
    yield from border_claims(document)
    yield from neighbour_claims(document)
