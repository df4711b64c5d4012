"""All claims of constructions that name no relation: ages, nations, places, life dates, members, borders."""

from collections.abc import Iterator
from itertools import pairwise

from kg.model import Claim
from kg.relations.ages import age_claims
from kg.relations.borders import border_claims, neighbour_claims
from kg.relations.lives import life_claims
from kg.relations.members import member_claims
from kg.relations.nations import nation_claims
from kg.relations.places import containment_claims, party_claims, place_claims
from kg.relations.scene import Scene


def construction_claims(scene: Scene) -> Iterator[Claim]:
    """The claims of each mention, of each two that follow each other, and of the whole article."""
    ordered = sorted(scene.mention_at.values(), key=lambda mention: (mention.passage.start, mention.passage.end))
    for mention in ordered:
        yield from age_claims(mention, scene)
        yield from nation_claims(mention, scene)
        yield from place_claims(mention, scene)
    for first, second in pairwise(ordered):
        yield from containment_claims(first, second, scene)
        yield from party_claims(first, second, scene)
    yield from life_claims(ordered, scene)
    yield from member_claims(scene)
    yield from border_claims(scene)
    yield from neighbour_claims(scene)
