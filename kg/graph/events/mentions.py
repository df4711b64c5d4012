"""Claims to events: what happens, who takes part in which role, where and when.

A clause makes an event unless its verb only tells of a state or carries a noun of happening; a noun makes one where the
ontology knows it as a happening. `event_mentions` then makes one node of the many mentions of one happening.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.graph.ontology import EVENT, LinkedMentions, Ontology, plain_name
from kg.model import Claim, Entity, Factuality, Frame, Mention, Passage, Quantity, Reading, TimeValue
from kg.trace import stopped

RULE = "event"  # by which a trace calls the making of an event from a claim
TRANSPORT, PLACE = "kg:Transport", "schema:Place"
CARRYING = frozenset({"take", "bring", "rush", "lead", "send", "whisk", "guide"})  # movement only where a place follows
PLACEHOLDER = re.compile(r"\{(\d+)\}")
NEVER_ALONE = frozenset({"kg:Communication"})  # kinds of event that need somebody: "a statement" alone says nothing
# How the label of a clause begins whose subject is left out, or is a pronoun for something unknown.
NO_SUBJECT = frozenset("is are has have which who that what it this they we i you he she there one".split())
# How a pronoun that stays one begins a clause.
SUBJECT_FORM = {
    "them": "they", "him": "he", "us": "we", "me": "I", "their": "they", "his": "he", "our": "we", "my": "I", "your": "you",
}  # fmt: skip
FIRST_OR_SECOND = {"we": "are", "you": "are", "i": "am"}  # with their form of "be"
OF_PRONOUN = re.compile(r"\b(my|our|your|his|her|its|their)’s ", re.IGNORECASE)
MAX_LABEL = 110  # characters
UNDERSTOOD_CLASSES = ("kg:Movement", "kg:Meeting", "kg:Transport")  # "after a ride to the border, they …": it was they who rode
CORE = frozenset({"kg:agent", "kg:patient", "kg:recipient"})  # a clause without any of these tells of nobody


@dataclass(frozen=True, slots=True)
class EventMention:
    """What one claim tells of an event, with everything resolved: still one mention of it, not yet the event itself.

    `frame` to `parent` are the claim's own, `published` is the date of its article. `roles` are (property, entity id). `date` is
    the first single date of the claim; `second` is the date that another sentence lends it, which counts where no mention of the
    event has a time of its own.
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
    classes: tuple[str, ...]
    roles: tuple[tuple[str, str], ...]
    label: str
    time: TimeValue | None = None
    time_words: tuple[str, ...] = ()
    duration: str = ""
    quantities: tuple[Quantity, ...] = ()
    speaker: str = ""
    date: Mention | None = None
    second: Mention | None = None

    @property
    def article(self) -> str:
        """The id of the article that tells of it."""
        return self.trigger.article

    @property
    def is_anaphoric(self) -> bool:
        """True for a noun that speaks of an event already told: "their journey", "the attack"."""
        return self.frame is Frame.HAPPENING and (self.phrase.startswith("{") or not self.roles)


def event_mentions(reading: Reading, world: LinkedMentions, ontology: Ontology) -> list[EventMention]:
    """All mentions of events in one article, in text order."""
    carried: dict[int, list[Passage]] = {}  # the triggers of light verbs with their nouns, by each offset in them
    for claim in reading.claims:
        if claim.rule == "light-verb" and kinds(claim, ontology):
            for offset in range(claim.trigger.start, claim.trigger.end):
                carried.setdefault(offset, []).append(claim.trigger)
    found = []
    for claim in reading.claims:
        classes = kinds(claim, ontology)
        carrier = claim.frame is Frame.VERB and any(
            trigger.covers(claim.trigger) for trigger in carried.get(claim.trigger.start, ())
        )
        if classes and carrier:
            stopped(RULE, claim.trigger, "the noun that “{}” carries is the event", claim.predicate)
        elif classes:
            happening = _happening(claim, reading.article.published, classes, world, ontology)
            if happening is not None:
                found.append(happening)
    return found


def kinds(claim: Claim, ontology: Ontology) -> tuple[str, ...]:
    """The kinds of event that a claim tells of; none for a state, and for a noun that the ontology does not know."""
    if claim.frame not in (Frame.VERB, Frame.HAPPENING):
        return ()
    known = ontology.event_classes(claim.frame, claim.predicate)
    if claim.frame is Frame.VERB and known in ((), (EVENT,)) and _carries(claim, ontology):
        return (TRANSPORT,)
    if known or claim.frame is Frame.HAPPENING:
        return known
    if claim.predicate in ontology.state_verbs:
        stopped(RULE, claim.trigger, "“{}” tells of a state, not of an event", claim.predicate)
        return ()
    return (EVENT,)


def _carries(claim: Claim, ontology: Ontology) -> bool:
    """True for "took the miners to Oslo": a verb of many meanings with somebody and a place to go."""
    if claim.predicate not in CARRYING or not claim.fillers("object"):
        return False
    goals = (mention for role in ("to", "into", "out of") for mention in claim.fillers(role))
    return any(ontology.is_a(goal.type, PLACE) for goal in goals)


def _happening(
    claim: Claim, published: str, classes: tuple[str, ...], world: LinkedMentions, ontology: Ontology
) -> EventMention | None:
    """The mention of an event; nothing where nobody and nothing known takes part in it."""
    roles = tuple(dict.fromkeys(_roles(claim, classes, world, ontology)))
    quantities = tuple([m.quantity for m in claim.fillers("quantity") if m.quantity is not None])
    when = claim.fillers("when")
    known = classes != (EVENT,)
    part = known and (bool(quantities) or claim.parent is not None)
    told = any(curie in CORE for curie, _ in roles) or part or _is_dated_clause(claim, world)
    if claim.frame is Frame.VERB and not told:
        stopped(RULE, claim.trigger, "nobody and nothing known takes part in it")
        return None
    if claim.frame is Frame.HAPPENING and not roles and (not known or NEVER_ALONE.intersection(classes)):
        stopped(RULE, claim.trigger, "such an event needs somebody who is known")
        return None
    expressions = tuple(sorted({" ".join(m.text.split()) for m in when}))
    times = [m.time for m in when if m.time is not None and (m.time.start or m.time.end)]
    lengths = [m.time.duration for m in claim.fillers("duration") if m.time is not None and m.time.duration]
    speaker = world.of(claim.speaker) if claim.speaker is not None else None
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
        label(claim, world),
        times[0] if times else None,
        expressions,
        lengths[0] if lengths else "",
        quantities,
        speaker.id if speaker is not None else "",
        date_of(claim),
    )


def date_of(claim: Claim) -> Mention | None:
    """The first single date of a claim."""
    return next((m for m in claim.fillers("when") if m.time is not None and m.time.is_point), None)


def _is_dated_clause(claim: Claim, world: LinkedMentions) -> bool:
    """True for a clause with a date whose label names its subject, though the graph knows nobody in it: "First jets landed"."""
    if not any(m.time is not None and m.time.start for m in claim.fillers("when")):
        return False
    first = label(claim, world).partition(" ")[0].lower()
    return first not in NO_SUBJECT and not first.startswith(claim.predicate.partition(" ")[0][:-1])


def _roles(claim: Claim, classes: tuple[str, ...], world: LinkedMentions, ontology: Ontology) -> Iterator[tuple[str, str]]:
    """The participants and places of a claim, each under its property and, for actors, under `sem:hasActor` too."""
    has_subject = any(world.of(mention) is not None for mention in claim.fillers("subject"))
    for role in claim.roles:
        entity = world.of(role.mention)
        name = role.name
        if name == "understood":
            if has_subject or not any(ontology.is_a(cls, kind) for cls in classes for kind in UNDERSTOOD_CLASSES):
                continue
            name = "subject"
        if entity is None:
            continue
        curie = _property(claim, classes, name, entity, ontology)
        if curie:
            yield curie, entity.id


def _property(claim: Claim, classes: tuple[str, ...], role: str, entity: Entity, ontology: Ontology) -> str:
    """The property of one participant in the first class that has one."""
    word = claim.predicate
    for cls in classes:
        curie = ontology.role_of(cls, word, role, entity.types)
        if curie:
            return curie
    return ""


# ---------------------------------------------------------------------------------------------------------------- labels


def label(claim: Claim, world: LinkedMentions) -> str:
    """A short clause that a person can read: the claim's phrase with the names of its fillers ("miners cross the Glomma")."""
    names = [plain_name(role.mention, world.of(role.mention)) for role in claim.roles]
    template = claim.phrase or claim.predicate
    if (first := PLACEHOLDER.match(template)) is not None and not template.startswith("’", first.end()):
        lead = names[int(first[1])]
        names[int(first[1])] = lead = lead if lead.isupper() else SUBJECT_FORM.get(lead.lower(), lead)  # "US" is no "us"
        template = _agreeing(template, lead.lower(), claim.predicate)
    filled = PLACEHOLDER.sub(lambda found: names[int(found[1])], template)
    if "’s " in filled:
        filled = OF_PRONOUN.sub(r"\1 ", filled).replace("s’s ", "s’ ")
    return shortened(filled if filled[1:2].isupper() else filled[:1].upper() + filled[1:]).strip()  # "iPhone" stays


def _agreeing(template: str, subject: str, predicate: str) -> str:
    """The template with the verb of "we", "you" or "I", where that is the subject and stays a pronoun: "we cross"."""
    start, _, rest = template.partition(" ")
    verb, space, rest = rest.partition(" ")
    if subject not in FIRST_OR_SECOND or not verb:
        return template
    plain = {"is": FIRST_OR_SECOND[subject], "does": "do", "has": "have"}.get(verb, verb)
    lemma = predicate.partition(" ")[0]
    if plain == verb and verb.endswith("s") and verb.startswith(lemma[:-1]):
        plain = lemma
    return f"{start} {plain}{space}{rest}"


def shortened(text: str) -> str:
    """The text, cut at a word with an ellipsis where it is too long for a label."""
    if len(text) <= MAX_LABEL:
        return text
    return text[:MAX_LABEL].rsplit(" ", 1)[0] + " …"
