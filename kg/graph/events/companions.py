"""Roles that depend on the other roles of a claim.

Who does or undergoes something together with the subject ("she left with her brother") is a second
agent beside an active subject, and a second patient beside a passive one; the other side of a
fight, a talk or an agreement takes part as such. What is given to somebody is no recipient itself.
"""

from collections.abc import Iterable

from kg.graph.ontology import GROUP, ORGANIZATION, PERSON, Ontology
from kg.lang.en import word_set
from kg.model import Claim, Entity, Frame

WITH = word_set("phrases", "in-company-of")
NO_OBJECT = word_set("function_words", "behind-verb-without-object")
TWO_SIDED = word_set("verbs", "with-the-other-side")
ACTOR, AGENT, PATIENT, RECIPIENT = "sem:hasActor", "kg:agent", "kg:patient", "kg:recipient"
# Kinds of event of which who is met, fought or dealt with is the other side.
SIDES = frozenset(
    {
        "kg:Agreement",
        "kg:Attack",
        "kg:Communication",
        "kg:Competition",
        "kg:Divorce",
        "kg:Marriage",
        "kg:Meeting",
        "kg:Transfer",
    }
)
COMPANY = frozenset({PERSON, GROUP})
GETTERS = frozenset({PERSON, GROUP, ORGANIZATION, "schema:GovernmentOrganization"})


def beside_others(
    curie: str, role: str, claim: Claim, classes: Iterable[str], entity: Entity, ontology: Ontology
) -> str:
    """Return the property of a participant, as the other roles of the claim have it."""
    if curie == RECIPIENT and role == "object" and (claim.fillers("recipient") or _is_sent(claim)):
        return PATIENT
    if curie == PATIENT and role == "subject" and _is_transitive(claim):
        return AGENT  # "closes" of "Ann closes the shop" is not that of "the shop closes"
    return in_company(curie, role, claim, classes, entity, ontology)


def _is_transitive(claim: Claim) -> bool:
    """Return whether a clause has an object, also one that is no mention: "drops charges"."""
    if claim.frame is not Frame.VERB or not claim.phrase.startswith("{"):
        return False
    if claim.fillers("object"):
        return True
    stem = claim.predicate.split()[0][:3]
    words = claim.phrase.split()
    at = next((n for n, word in enumerate(words) if n and word.startswith(stem)), len(words))
    follower = words[at + 1 : at + 2]
    return bool(follower) and follower[0] not in NO_OBJECT and follower[0].isalpha()


def _is_sent(claim: Claim) -> bool:
    """Return whether somebody gets the object: "was handed over to the envoys"."""
    return any(GETTERS.intersection((mention.type,)) for mention in claim.fillers("to"))


def in_company(
    curie: str, role: str, claim: Claim, classes: Iterable[str], entity: Entity, ontology: Ontology
) -> str:
    """Return the property of a participant: that of the subject, if it is in its company."""
    if curie != ACTOR or role not in WITH or claim.frame is not Frame.VERB:
        return curie
    if claim.predicate.split()[0] in TWO_SIDED or COMPANY.isdisjoint(entity.types):
        return curie
    kinds = {above for cls in classes for above in ontology.superclasses(cls)}
    if not SIDES.isdisjoint(kinds):
        return curie
    if claim.fillers("subject"):
        return AGENT
    return PATIENT if claim.fillers("object") else curie
