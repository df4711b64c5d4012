"""Things without a name: which of them belong in the graph."""

from kg.graph.things.of_others import with_things_of_others
from kg.graph.things.worth import (
    Uses,
    signs_of,
    uses_of,
    with_facts_of_things,
    with_worthy_things,
)

__all__ = [
    "Uses",
    "signs_of",
    "uses_of",
    "with_facts_of_things",
    "with_things_of_others",
    "with_worthy_things",
]
