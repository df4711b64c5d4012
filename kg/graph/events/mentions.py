"""Claims become mentions of events: what happens, who takes part in which role, where and when.

A clause or noun that tells of an event makes one, unless nobody and nothing known takes part in it,
or a verb only carries the noun of an event. Who does or undergoes something together with the
subject ("she left with her brother") is a second agent beside an active subject, and a second
patient beside a passive one; the other side of a fight, a talk or an agreement takes part as such.
What is given to somebody is no recipient itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set

from kg.graph.events.claim_times import (
    date_of,
    duration_of,
    first_time,
    is_dated,
    quantities_of,
    time_words,
)
from kg.graph.events.classes import event_classes
from kg.graph.events.event_mention import RULE, Classes, EventMention, EventRole
from kg.graph.events.labels import has_object, has_own_object, label, names_subject
from kg.graph.events.places import Filled, places_around, property_at_premises
from kg.graph.events.worth import signs_of
from kg.graph.ontology import EVENT, GROUP, ORGANIZATION, PERSON, LinkedMentions, Ontology
from kg.lang.en import word_set
from kg.model import Claim, Entity, Frame, Passage, Reading
from kg.trace import stopped

ACTOR, AGENT, PATIENT, RECIPIENT = "sem:hasActor", "kg:agent", "kg:patient", "kg:recipient"
CORE = frozenset({AGENT, PATIENT, RECIPIENT})  # a clause without any of these tells of nobody
DISEASE = "schema:MedicalCondition"  # does nothing, and nothing is done to it
# Kinds of event that need somebody: "a statement" or "an inquiry" alone says nothing.
NEVER_ALONE = frozenset(
    {
        "kg:Change",
        "kg:Communication",
        "kg:Creation",
        "kg:Damage",
        "kg:Decision",
        "kg:Investigation",
        "kg:PublicStatement",
    }
)
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

Carried = dict[int, list[Passage]]


def event_mentions(
    reading: Reading, linked: LinkedMentions, ontology: Ontology
) -> list[EventMention]:
    """Return all mentions of events in one article, in text order."""
    published = reading.article.published
    carried = _carried(reading.claims, ontology)
    mentions: list[EventMention] = []
    for claim in reading.claims:
        classes = event_classes(claim, ontology)
        if not classes:
            continue
        if claim.frame is Frame.VERB and _is_covered(claim.trigger, carried):
            reason = "the noun that “{}” carries is the event"
            stopped(RULE, claim.trigger, reason, claim.predicate)
            continue
        mention = _event_mention(claim, published, classes, linked, ontology)
        if mention is not None:
            mentions.append(mention)
    return mentions


def _carried(claims: Iterable[Claim], ontology: Ontology) -> Carried:
    """Return the triggers of light verbs with their nouns, by each offset in them."""
    carried: Carried = defaultdict(list)
    for claim in claims:
        trigger = claim.trigger
        if claim.rule != "light-verb" or not event_classes(claim, ontology):
            continue
        for offset in range(trigger.start, trigger.end):
            carried[offset].append(trigger)
    return carried


def _is_covered(trigger: Passage, carried: Carried) -> bool:
    return any(passage.covers(trigger) for passage in carried.get(trigger.start, ()))


def _event_mention(
    claim: Claim, published: str, classes: Classes, linked: LinkedMentions, ontology: Ontology
) -> EventMention | None:
    """Return the mention of an event; None if nobody and nothing known takes part in it."""
    filled = list(_filled(claim, classes, linked, ontology))
    around = places_around(claim, filled)
    entity_of = {(curie, entity.id): entity for _, curie, entity in filled}
    for place in around:
        entity_of.pop(place)
    roles = tuple(entity_of)
    if _is_empty(claim, classes, roles, linked):
        return None
    return EventMention(
        claim.frame,
        claim.predicate,
        claim.phrase,
        claim.trigger,
        claim.evidence,
        claim.rule,
        claim.factuality,
        claim.parent,
        published,
        classes,
        roles,
        label(claim, linked),
        first_time(claim),
        time_words(claim),
        duration_of(claim),
        quantities_of(claim),
        _speaker(claim, linked),
        date_of(claim),
        signs=signs_of(claim, classes, entity_of),
        around=around,
        vector=claim.vector,
    )


def _speaker(claim: Claim, linked: LinkedMentions) -> str:
    """Return the id of who says so; empty for the article itself and for somebody unknown."""
    if claim.speaker is None:
        return ""
    speaker = linked.of(claim.speaker)
    return speaker.id if speaker is not None else ""


def _is_empty(
    claim: Claim, classes: Classes, roles: Iterable[EventRole], linked: LinkedMentions
) -> bool:
    """Return whether nobody and nothing known takes part, so that there is no event to speak of."""
    filled = {curie for curie, _ in roles}
    if claim.frame is Frame.HAPPENING:
        if filled or not _needs_somebody(classes):
            return False
        stopped(RULE, claim.trigger, "such an event needs somebody who is known")
        return True
    if not CORE.isdisjoint(filled):
        return False
    if _is_known_part(claim, classes):
        return False
    if is_dated(claim) and names_subject(claim, linked):
        return False
    stopped(RULE, claim.trigger, "nobody and nothing known takes part in it")
    return True


def _needs_somebody(classes: Classes) -> bool:
    """Return whether the noun of an event says nothing as long as nobody takes part."""
    if classes == (EVENT,):
        return True
    return not NEVER_ALONE.isdisjoint(classes)


def _is_known_part(claim: Claim, classes: Classes) -> bool:
    """Return whether a clause of a known kind has a measure, or is a part of another event."""
    if classes == (EVENT,):
        return False
    return claim.parent is not None or bool(quantities_of(claim))


# --------------------------------------------------------------------------------------- roles


def _filled(
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
    return is_noun and any(mention.type in GETTERS for mention in claim.fillers("of"))


def _is_given(claim: Claim) -> bool:
    """Return whether somebody gets the object: "was handed over to the envoys"."""
    if claim.fillers("recipient"):
        return True
    return any(mention.type in GETTERS for mention in claim.fillers("to"))


def _undergoes(claim: Claim, linked: LinkedMentions) -> bool:
    """Return whether the subject suffers what a clause with an object says: "broke her leg"."""
    verb, *_ = claim.predicate.split()
    if verb not in HURTING:
        return verb in SUFFERING
    hurt = [linked.of(owner) for owner in claim.fillers("object")]
    if hurt:
        return any(linked.of(subject) in hurt for subject in claim.fillers("subject"))
    return has_own_object(claim)


def _in_company(claim: Claim, kinds: Set[str], entity: Entity) -> str:
    """Return the property of somebody in company: that of whose company it is."""
    if claim.frame is not Frame.VERB or COMPANY.isdisjoint(entity.types):
        return ACTOR
    if claim.predicate.split()[0] in TWO_SIDED or not SIDES.isdisjoint(kinds):
        return ACTOR
    if not claim.fillers("subject"):
        return PATIENT if claim.fillers("object") else ACTOR
    return AGENT
