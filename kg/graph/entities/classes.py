"""The kind of thing that an entity is, by its class; also the first part of its id."""

from functools import cache
from types import MappingProxyType

from kg.vocabulary import with_superclasses

PERSON = "person"
ORGANIZATION = "organization"
PLACE = "place"
GROUP = "group"
WORK = "work"
PRODUCT = "product"
THING = "thing"
KIND_OF_TOP = MappingProxyType(
    {
        "schema:Person": PERSON,
        "schema:Organization": ORGANIZATION,
        "schema:Place": PLACE,
        "kg:Group": GROUP,
        "schema:CreativeWork": WORK,
        "schema:Product": PRODUCT,
    }
)


@cache
def kind_of(cls: str) -> str:
    """Return the kind of thing that a class is about, "thing" if it is about none of the others.

    >>> kind_of("schema:Corporation"), kind_of("kg:Law")
    ('organization', 'thing')
    """
    for above in with_superclasses(cls):
        kind = KIND_OF_TOP.get(above)
        if kind:
            return kind
    return THING
