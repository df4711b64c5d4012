"""Claims become mentions of events: what happens, who takes part in which role, where and when.

A clause makes one unless its verb only states something or carries the noun of an event; a noun
makes one if the ontology knows it as the noun of an event.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from kg.graph.events.companions import beside_others
from kg.graph.events.labels import NO_SUBJECT, label
from kg.graph.events.worth import signs_of, worth
from kg.graph.ontology import EVENT, LinkedMentions, Ontology, event_kinds
from kg.lang.en import word_list, word_set
from kg.model import (
    Claim,
    Entity,
    Factuality,
    Frame,
    Mention,
    Passage,
    Quantity,
    Reading,
    Role,
    TimeValue,
)
from kg.trace import stopped

RULE = "event"  # by which a trace calls the making of an event from a claim
AT = "sem:hasPlace"
PLACES = frozenset({AT, "kg:origin", "kg:destination", "kg:via"})
DEEP = word_set("function_words", "role-of-deep-place")  # of places deep in the sentence
# "{1} in {2}": the first lies in the second.
LIES = "|".join(word_list("function_words", "lies-in"))
INSIDE = re.compile(rf"(\{{\d+\}}),? (?:{LIES}) (?=(\{{\d+\}}))")
TRANSPORT, PLACE = "kg:Transport", "schema:Place"
CARRYING = word_set("verbs", "event-carrying")
BEFORE_GOAL = word_list("function_words", "event-goal-preposition")
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
# "after a ride to the border, they …": it was they who rode.
UNDERSTOOD = "understood"  # the role of the subject of the clause around a noun
UNDERSTOOD_CLASSES = frozenset({"kg:Movement", "kg:Meeting", "kg:Transport"})
# A clause without any of these tells of nobody.
CORE = frozenset({"kg:agent", "kg:patient", "kg:recipient"})

Classes = tuple[str, ...]
Carried = dict[int, list[Passage]]
Roles = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event as one claim tells of it, with everything resolved: not yet the event itself.

    `frame` to `parent` are the claim's own, `published` is the date of its article. `roles` are
    (property, entity id). `date` is the first single date of the claim; `second` is the date that
    another sentence lends it, which counts if no mention of the event has a time of its own.
    `known_places` are those that another sentence tells, which count if no mention of the event has
    a place of its own. `signs` are what its worth is judged by.
    """

    frame: Frame
    predicate: str
    phrase: str
    trigger: Passage
    evidence: Passage
    rule: str
    factuality: Factuality
    parent: Passage | None
    published: str
    classes: Classes
    roles: Roles
    label: str
    time: TimeValue | None = None
    time_words: tuple[str, ...] = ()
    duration: str = ""
    quantities: tuple[Quantity, ...] = ()
    speaker: str = ""
    date: Mention | None = None
    second: Mention | None = None
    known_places: Roles = ()
    signs: tuple[str, ...] = ()

    @property
    def worth(self) -> float:
        """The probability that a reporter would put it into a chronology, 0 to 1."""
        return worth(self.signs)

    @property
    def article(self) -> str:
        """The id of the article that tells of it."""
        return self.trigger.article

    @property
    def is_anaphoric(self) -> bool:
        """The mark of a noun for an event that was told before: "their journey", "the attack"."""
        is_possessed = self.phrase.startswith("{")
        return self.frame is Frame.HAPPENING and (is_possessed or not self.roles)

    @property
    def places(self) -> Roles:
        """The roles that say where it happens, from where and where to."""
        return tuple(role for role in self.roles if role[0] in PLACES)

    def fillers(self, role: str) -> set[str]:
        """Return the ids of the entities in a role."""
        return {entity for curie, entity in self.roles if curie == role}


def event_mentions(
    reading: Reading, linked: LinkedMentions, ontology: Ontology
) -> list[EventMention]:
    """Return all mentions of events in one article, in text order."""
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
        mention = _event_mention(claim, reading.article.published, classes, linked, ontology)
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
    near = carried.get(trigger.start, ())
    return any(passage.covers(trigger) for passage in near)


# ------------------------------------------------------------------------------------- classes


def event_classes(claim: Claim, ontology: Ontology) -> Classes:
    """Return the classes of the event that a claim tells of.

    Empty for a state, and for a noun that the ontology does not know.
    """
    if claim.frame not in (Frame.VERB, Frame.HAPPENING):
        return ()
    known = event_kinds(claim, ontology)
    if claim.frame is Frame.HAPPENING:
        return known
    special = set(known) - {EVENT}
    if not special and _carries(claim, ontology):
        return (TRANSPORT,)
    if known:
        return known
    if claim.predicate in ontology.state_verbs:
        stopped(RULE, claim.trigger, "“{}” tells of a state, not of an event", claim.predicate)
        return ()
    return (EVENT,)


def _carries(claim: Claim, ontology: Ontology) -> bool:
    """Return whether a verb of many meanings takes somebody to a place: "took them to Oslo"."""
    if claim.predicate not in CARRYING or not claim.fillers("object"):
        return False
    goals = chain.from_iterable(map(claim.fillers, BEFORE_GOAL))
    return any(ontology.is_a(goal.type, PLACE) for goal in goals)


# ------------------------------------------------------------------------------------ mentions


def _event_mention(
    claim: Claim, published: str, classes: Classes, linked: LinkedMentions, ontology: Ontology
) -> EventMention | None:
    """Return the mention of an event; None if nobody and nothing known takes part in it."""
    filled = {(role, who.id): who for role, who in _roles(claim, classes, linked, ontology)}
    roles = tuple(filled)
    if _is_empty(claim, classes, roles, linked):
        return None
    expressions = {" ".join(mention.text.split()) for mention in claim.fillers("when")}
    speaker = linked.of(claim.speaker) if claim.speaker is not None else None
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
        _time(claim),
        tuple(sorted(expressions)),
        _duration(claim),
        _quantities(claim),
        speaker.id if speaker is not None else "",
        date_of(claim),
        signs=signs_of(claim, classes, [(role, who) for (role, _), who in filled.items()]),
    )


def _is_empty(claim: Claim, classes: Classes, roles: Roles, linked: LinkedMentions) -> bool:
    """Return whether nobody and nothing known takes part, so that there is no event to speak of."""
    if claim.frame is Frame.HAPPENING:
        if roles or not _needs_somebody(classes):
            return False
        stopped(RULE, claim.trigger, "such an event needs somebody who is known")
        return True
    if any(curie in CORE for curie, _ in roles):
        return False
    if _is_known_part(claim, classes) or _is_dated_clause(claim, linked):
        return False
    stopped(RULE, claim.trigger, "nobody and nothing known takes part in it")
    return True


def _needs_somebody(classes: Classes) -> bool:
    """Return whether the noun of an event says nothing as long as nobody takes part."""
    return classes == (EVENT,) or not NEVER_ALONE.isdisjoint(classes)


def _is_known_part(claim: Claim, classes: Classes) -> bool:
    """Return whether a clause of a known kind has a measure, or is a part of another event."""
    if classes == (EVENT,):
        return False
    return claim.parent is not None or bool(_quantities(claim))


def _time(claim: Claim) -> TimeValue | None:
    """Return the first time of a claim that has a beginning or an end."""
    for mention in claim.fillers("when"):
        time = mention.time
        if time is not None and (time.start or time.end):
            return time
    return None


def _quantities(claim: Claim) -> tuple[Quantity, ...]:
    fillers = claim.fillers("quantity")
    return tuple([filler.quantity for filler in fillers if filler.quantity is not None])


def _duration(claim: Claim) -> str:
    """Return the first length of time of a claim, empty if it has none."""
    for filler in claim.fillers("duration"):
        if filler.time is not None and filler.time.duration:
            return filler.time.duration
    return ""


def date_of(claim: Claim) -> Mention | None:
    """Return the first single date of a claim."""
    for mention in claim.fillers("when"):
        if mention.time is not None and mention.time.is_point:
            return mention
    return None


def _is_dated_clause(claim: Claim, linked: LinkedMentions) -> bool:
    """Return whether a clause has a date and its label names its subject: "First jets landed".

    The graph knows nobody in it.
    """
    times = [mention.time for mention in claim.fillers("when")]
    if not any(time.start for time in times if time is not None):
        return False
    first, *_ = label(claim, linked).lower().split(" ")
    if first in NO_SUBJECT:
        return False
    verb, *_ = claim.predicate.split(" ")
    return not first.startswith(verb[:-1])


def _roles(
    claim: Claim, classes: Classes, linked: LinkedMentions, ontology: Ontology
) -> Iterator[tuple[str, Entity]]:
    """Yield the participants and places of a claim, each under its property.

    Of several places, those that another lies in are left out.
    """
    found = list(_filled(claim, classes, linked, ontology))
    wider = _wider(claim, [role for role, curie, _ in found if curie == AT])
    for role, curie, entity in found:
        if curie != AT or role not in wider:
            yield curie, entity


def _wider(claim: Claim, places: Sequence[Role]) -> set[Role]:
    """Return the places of a claim in which a narrower one lies: "at Onne in the delta"."""
    deep = {place for place in places if place.name in DEEP}
    wider = deep if len(deep) < len(places) else set()
    at = {f"{{{claim.roles.index(place)}}}": place for place in places}
    for narrow, wide in INSIDE.findall(claim.phrase):
        if narrow in at and wide in at:
            wider.add(at[wide])
    return wider


def _filled(
    claim: Claim, classes: Classes, linked: LinkedMentions, ontology: Ontology
) -> Iterator[tuple[Role, str, Entity]]:
    """Yield each role of a claim that some entity fills, with its property and the entity."""
    known_subjects = [*filter(None, map(linked.of, claim.fillers("subject")))]
    lends_subject = not known_subjects and _takes_understood_subject(classes, ontology)
    for role in claim.roles:
        entity = linked.of(role.mention)
        if entity is None:
            continue
        name = role.name
        if name == UNDERSTOOD and lends_subject:
            name = "subject"
        elif name == UNDERSTOOD:
            continue
        curie = _property(claim.predicate, classes, name, entity, ontology)
        curie = beside_others(curie, name, claim, classes, entity, ontology)
        if curie:
            yield role, curie, entity


def _takes_understood_subject(classes: Classes, ontology: Ontology) -> bool:
    """Return whether those who are the subject of the clause around it do it."""
    above = chain.from_iterable(map(ontology.superclasses, filter(None, classes)))
    return not UNDERSTOOD_CLASSES.isdisjoint(above)


def _property(word: str, classes: Classes, role: str, entity: Entity, ontology: Ontology) -> str:
    """Return the property of one participant in the first class that has one, else empty."""
    for cls in classes:
        curie = ontology.role_of(cls, word, role, entity.types)
        if curie:
            return curie
    return ""
