"""The places of one claim: the narrowest is where it happens, and those around it wait.

In "found at Onne in the delta" it is Onne. The delta stands by: it is the place if the narrower one
is not worth a node, as may be so with "at her home in Oslo".
"""

import re
from collections.abc import Iterator, Sequence

from kg.graph.events.event_mention import EventRole
from kg.lang.en import word_list, word_set
from kg.model import Claim, Entity, Role

AT = "sem:hasPlace"
WHERE = frozenset({AT, "kg:origin", "kg:destination", "kg:via"})
DEEP = word_set("function_words", "role-of-deep-place")  # of places deep in the sentence
LIES = "|".join(word_list("function_words", "lies-in"))  # "{1} in {2}": 1 lies in 2
INSIDE = re.compile(rf"(\{{\d+\}}),? (?:{LIES}) (?=(\{{\d+\}}))")

Filled = tuple[Role, str, Entity]  # a role of a claim with its property and who fills it


def places_around(claim: Claim, filled: Sequence[Filled]) -> tuple[EventRole, ...]:
    """Return the places in which a narrower one of the same claim lies."""
    in_space = [each for each in filled if each[1] in WHERE]
    wider = {*_deep(in_space), *_named_as_wider(claim, in_space)}
    around: dict[EventRole, None] = {}
    narrow: set[EventRole] = set()
    for role, curie, entity in in_space:
        if role in wider:
            around[curie, entity.id] = None
        else:
            narrow.add((curie, entity.id))
    return tuple(place for place in around if place not in narrow)


def _deep(in_space: Sequence[Filled]) -> Iterator[Role]:
    """Yield the places deep in the sentence for which there is a nearer one.

    A nearer start or end of a movement is also nearer than where it happens.
    """
    near = {curie for role, curie, _ in in_space if role.name not in DEEP}
    for role, curie, _ in in_space:
        if role.name in DEEP and (curie in near or (curie == AT and near)):
            yield role


def _named_as_wider(claim: Claim, in_space: Sequence[Filled]) -> Iterator[Role]:
    """Yield the places of which the phrase says that another lies there: "at Onne in the delta"."""
    role_of = {f"{{{claim.roles.index(role)}}}": (role, curie) for role, curie, _ in in_space}
    for narrow, wide in INSIDE.findall(claim.phrase):
        if narrow in role_of and wide in role_of:
            role, curie = role_of[wide]
            if curie == AT:
                yield role
