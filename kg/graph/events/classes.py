"""The classes of the event that a claim tells of.

A clause tells of one unless its verb only states something; a noun does if the ontology knows it as
the noun of an event.
"""

from kg.graph.events.event_mention import RULE, Classes
from kg.graph.ontology import EVENT, Ontology, event_kinds
from kg.lang.en import word_list, word_set
from kg.model import Claim, Frame
from kg.trace import stopped

SAYINGS = frozenset({"kg:Communication", "kg:PublicStatement"})
TRANSPORT, PLACE = "kg:Transport", "schema:Place"
CARRYING = word_set("verbs", "event-carrying")
BEFORE_GOAL = word_list("function_words", "event-goal-preposition")


def event_classes(claim: Claim, ontology: Ontology) -> Classes:
    """Return the classes of the event that a claim tells of.

    Empty for a state, and for a noun that the ontology does not know.
    """
    match claim.frame:
        case Frame.HAPPENING:
            return event_kinds(claim, ontology)
        case Frame.VERB:
            return _classes_of_clause(claim, ontology)
        case _:
            return ()


def _classes_of_clause(claim: Claim, ontology: Ontology) -> Classes:
    known = event_kinds(claim, ontology)
    is_special = any(kind != EVENT for kind in known)
    if not is_special and _carries(claim, ontology):
        return (TRANSPORT,)
    if known:
        return known
    word = claim.predicate
    if word in ontology.state_verbs:
        stopped(RULE, claim.trigger, "“{}” tells of a state, not of an event", word)
        return ()
    return (EVENT,)


def _carries(claim: Claim, ontology: Ontology) -> bool:
    """Return whether a verb of many meanings takes somebody to a place: "took them to Oslo"."""
    if claim.predicate not in CARRYING or not claim.fillers("object"):
        return False
    for preposition in BEFORE_GOAL:
        for goal in claim.fillers(preposition):
            if ontology.is_a(goal.type, PLACE):
                return True
    return False
