"""Things without a name: which of them belong in the graph."""

from kg.graph.things.choice import with_worthy_things
from kg.graph.things.worth import Uses, signs_of, uses_of

__all__ = ["Uses", "signs_of", "uses_of", "with_worthy_things"]
