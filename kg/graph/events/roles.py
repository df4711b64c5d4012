"""Fillers of the roles of a claim in an event, by the words of the claim.

Who does or undergoes something together with the subject ("she left with her brother") is a second
agent beside an active subject, and a second patient beside a passive one; the other side of a
fight, a talk or an agreement takes part as such. What is given to somebody is no recipient itself.
"""

from collections.abc import Iterator, Set

from kg.graph.events.event_mention import Classes
from kg.graph.events.labels import has_object, has_own_object
from kg.graph.events.places import Filled, property_at_premises
from kg.graph.ontology import GROUP, ORGANIZATION, PERSON, LinkedMentions, Ontology
from kg.lang.en import word_set
from kg.model import Claim, Entity, Frame

ACTOR, AGENT, PATIENT, RECIPIENT = "sem:hasActor", "kg:agent", "kg:patient", "kg:recipient"
CORE = frozenset({AGENT, PATIENT, RECIPIENT})  # a clause without any of these tells of nobody
DISEASE = "schema:MedicalCondition"  # does nothing, and nothing is done to it
UNDERSTOOD = "understood"  # subject around a noun: "after a ride, they …": they rode
UNDERSTOOD_CLASSES = frozenset({"kg:Movement", "kg:Meeting", "kg:Transport"})
WITH = word_set("phrases", "in-company-of")
SUFFERING = word_set("verbs", "suffering")
HURTING = word_set("verbs", "hurting-a-limb")
TWO_SIDED = word_set("verbs", "with-the-other-side")
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
MOVING = frozenset({"kg:Movement", "kg:Transport"})
COMPANY = frozenset({PERSON, GROUP})
GETTERS = frozenset({PERSON, GROUP, ORGANIZATION, "schema:GovernmentOrganization"})


def filled(
    claim: Claim, classes: Classes, linked: LinkedMentions, ontology: Ontology
) -> Iterator[Filled]:
    """Yield each role of a claim that some entity fills, with its property and the entity."""
    kinds: set[str] = set()
    for cls in classes:
        kinds.update(ontology.superclasses(cls))
    understood = _meaning_of_understood(claim, kinds, linked)
    for role in claim.roles:
        entity = linked.of(role.mention)
        name = understood if role.name == UNDERSTOOD else role.name
        if entity is None or not name or DISEASE in entity.types:
            continue
        curie = _property(claim.predicate, classes, name, entity, ontology)
        curie = _beside_others(curie, name, claim, linked)
        if curie == ACTOR and name in WITH:
            curie = _in_company(claim, kinds, entity)
        if not curie or (curie == RECIPIENT and not MOVING.isdisjoint(kinds)):
            curie = property_at_premises(name, role.mention, entity) or curie
        if curie:
            yield role, curie, entity


def _meaning_of_understood(claim: Claim, kinds: Set[str], linked: LinkedMentions) -> str:
    """Return the role in an event of the subject of the clause around its noun, empty for none."""
    if UNDERSTOOD_CLASSES.isdisjoint(kinds):
        return ""
    for subject in claim.fillers("subject"):
        if linked.of(subject) is not None:
            return ""
    return "subject"


def _property(word: str, classes: Classes, role: str, entity: Entity, ontology: Ontology) -> str:
    """Return the property of one participant in the first class that has one, else empty."""
    for cls in classes:
        curie = ontology.role_of(cls, word, role, entity.types)
        if curie:
            return curie
    return ""


def _beside_others(curie: str, role: str, claim: Claim, linked: LinkedMentions) -> str:
    """Return the property of a participant, as the other roles of the claim have it."""
    if curie == RECIPIENT and role == "object" and _is_given(claim):
        return PATIENT
    if curie != PATIENT or role != "subject" or _undergoes(claim, linked):
        return curie
    # "closes" of "Ann closes the shop" is not that of "the shop closes"
    return AGENT if has_object(claim) or _is_done_to_another(claim) else PATIENT


def _is_done_to_another(claim: Claim) -> bool:
    """Return whether a noun tells to whom its owner did it: "Ann's dismissal of Bo"."""
    is_noun = claim.frame is Frame.HAPPENING
    owners = claim.fillers("of")
    return is_noun and any(owner.type in GETTERS for owner in owners)


def _is_given(claim: Claim) -> bool:
    """Return whether somebody gets the object: "was handed over to the envoys"."""
    if claim.fillers("recipient"):
        return True
    behind = claim.fillers("to")
    return any(mention.type in GETTERS for mention in behind)


def _undergoes(claim: Claim, linked: LinkedMentions) -> bool:
    """Return whether the subject suffers what a clause with an object says: "broke her leg"."""
    verb, *_ = claim.predicate.split()
    if verb not in HURTING:
        return verb in SUFFERING
    hurt = [linked.of(owner) for owner in claim.fillers("object")]
    if hurt:
        subjects = claim.fillers("subject")
        return any(linked.of(subject) in hurt for subject in subjects)
    return has_own_object(claim)


def _in_company(claim: Claim, kinds: Set[str], entity: Entity) -> str:
    """Return the property of somebody in company: that of whose company it is."""
    if claim.frame is not Frame.VERB or COMPANY.isdisjoint(entity.types):
        return ACTOR
    verb, *_ = claim.predicate.split()
    if verb in TWO_SIDED or not SIDES.isdisjoint(kinds):
        return ACTOR
    subjects = claim.fillers("subject")
    if not subjects:
        return PATIENT if claim.fillers("object") else ACTOR
    is_company = any(subject.type in GETTERS or not subject.type for subject in subjects)
    return AGENT if is_company else ACTOR  # "the ferry sank with 40 people": they did not sink it
