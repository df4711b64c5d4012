"""The places of one claim: the narrowest is where it happens, and those around it wait.

In "found at Onne in the delta" it is Onne. The delta stands by: it is the place if the narrower one
is not worth a node, as may be so with "at her home in Oslo".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from kg.graph.events.event_mention import EventRole
from kg.graph.ontology import ORGANIZATION
from kg.lang.en import word_list, word_set, word_values
from kg.model import Claim, Entity, Event, Mention, Role
from kg.vocabulary import with_superclasses

PLACE = "schema:Place"
AT_PREMISES = word_values("function_words", "place-at-premises")
PREMISES = word_set("nouns", "narrower-place")
SCHOOL = "schema:EducationalOrganization"

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
        if role.name not in DEEP:
            continue
        if curie in near or (near and curie == AT):
            yield role


def _named_as_wider(claim: Claim, in_space: Sequence[Filled]) -> Iterator[Role]:
    """Yield the places of which the phrase says that another lies there: "at Onne in the delta"."""
    role_of: dict[str, tuple[Role, str]] = {}
    for role, curie, _ in in_space:
        if role in claim.roles:
            number = claim.roles.index(role)
            role_of[f"{{{number}}}"] = (role, curie)
    for narrow, wide in INSIDE.findall(claim.phrase):
        if narrow in role_of and wide in role_of:
            role, curie = role_of[wide]
            if curie == AT:
                yield role


def property_at_premises(role: str, mention: Mention, entity: Entity) -> str:
    """Return the property of a body where something happens on its premises, empty for others."""
    if ORGANIZATION not in entity.types:
        return ""
    words = mention.text.lower().split()
    if SCHOOL not in entity.types and PREMISES.isdisjoint(words):
        return ""
    return AT_PREMISES.get(role, "")


def with_premises(entities: Iterable[Entity], events: Iterable[Event]) -> Iterator[Entity]:
    """Yield the entities; organisations that are the place of an event are also places."""
    roles = chain.from_iterable(event.roles for event in events)
    places = {filler for curie, filler in roles if curie in WHERE}
    for entity in entities:
        types = entity.types
        is_body = ORGANIZATION in types and PLACE not in types
        if is_body and entity.id in places:
            more = with_superclasses(PLACE)
            entity = replace(entity, types=(*types, *more))
        yield entity
