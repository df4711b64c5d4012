"""Claims become mentions of events: what happens, who takes part in which role, where and when.

A clause or noun that tells of an event makes one, unless nobody and nothing known takes part in it,
or a verb only carries the noun of an event.

An event stands, is planned, is possible, or is denied. Grammar decides that for each claim. With
the signs at its words, and with what the learned reader sees there, each answer gets a
probability, and the likeliest is taken. Without the reader the answer of grammar stays. The table
`data/states.tsv` is learnt from annotated news by `training/event_states.py`.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum, auto
from sys import intern

from kg.graph.events.claim_times import (
    date_of,
    duration_of,
    first_time,
    is_dated,
    quantities_of,
    time_words,
)
from kg.graph.events.classes import event_classes
from kg.graph.events.event_mention import (
    RULE,
    Classes,
    EventMention,
    EventRole,
)
from kg.graph.events.labels import named_label, names_subject
from kg.graph.events.participation import doubts, taking_part
from kg.graph.events.places import places_around
from kg.graph.events.roles import CORE
from kg.graph.events.worth import signs_of
from kg.graph.ontology import (
    EVENT,
    LinkedMentions,
    Ontology,
)
from kg.graph.rarity import words_in
from kg.graph.vote import Vote, behind
from kg.model import (
    SEEN,
    Claim,
    Entity,
    Factuality,
    Frame,
    Passage,
    Reading,
)
from kg.trace import stopped

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
STATES = Vote("kg.graph.events", "states.tsv")
Carried = dict[int, list[Passage]]


class Answer(StrEnum):
    """The answers to whether something happened, as the table calls them."""

    STANDS = auto()
    PLANNED = auto()
    POSSIBLE = auto()
    DENIED = auto()


ANSWER_OF = {
    Factuality.ASSERTED: Answer.STANDS,
    Factuality.REPORTED: Answer.STANDS,
    Factuality.PLANNED: Answer.PLANNED,
    Factuality.POSSIBLE: Answer.POSSIBLE,
    Factuality.DENIED: Answer.DENIED,
}
FIXED = frozenset({Answer.DENIED, Answer.POSSIBLE})  # whatever the reader sees
FACTUALITY_OF = {
    Answer.STANDS: Factuality.ASSERTED,
    Answer.PLANNED: Factuality.PLANNED,
    Answer.POSSIBLE: Factuality.POSSIBLE,
    Answer.DENIED: Factuality.DENIED,
}


def event_mentions(
    reading: Reading, linked: LinkedMentions, ontology: Ontology
) -> list[EventMention]:
    """Return all mentions of events in one article, in text order."""
    published = reading.article.published
    carried = _carried(reading.claims, ontology)
    contexts = _Contexts(reading, linked)
    mentions: list[EventMention] = []
    for claim in reading.claims:
        classes = event_classes(claim, ontology)
        if not classes:
            continue
        if claim.frame is Frame.VERB and _is_covered(claim.trigger, carried):
            reason = "the noun that “{}” carries is the event"
            stopped(RULE, claim.trigger, reason, claim.predicate)
            continue
        context = contexts.of(claim.evidence)
        mention = _event_mention(claim, published, classes, context, linked, ontology)
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
    around = carried.get(trigger.start, ())
    return any(passage.covers(trigger) for passage in around)


def _event_mention(
    claim: Claim,
    published: str,
    classes: Classes,
    context: tuple[str, ...],
    linked: LinkedMentions,
    ontology: Ontology,
) -> EventMention | None:
    """Return the mention of an event; None if nobody and nothing known takes part in it."""
    factuality = factuality_of(claim)
    if factuality is not claim.factuality:
        claim = replace(claim, factuality=factuality)
    taking = taking_part(claim, classes, linked, ontology)
    filled = [each for each, _ in taking]
    around = places_around(claim, filled)
    entity_of: dict[EventRole, Entity] = {}
    for _, curie, entity in filled:
        entity_of[curie, entity.id] = entity
    for place in around:
        entity_of.pop(place)
    roles = tuple(entity_of)
    if _is_empty(claim, classes, roles, linked):
        return None
    told = named_label(claim, linked, [(curie, role.mention) for role, curie, _ in filled])
    if not told:
        stopped(RULE, claim.trigger, "its label would begin with a pronoun that stands for nobody")
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
        told,
        first_time(claim),
        time_words(claim),
        duration_of(claim),
        quantities_of(claim),
        _speaker(claim, linked),
        date_of(claim),
        signs=(*signs_of(claim, classes, entity_of), *doubts(claim, taking)),
        around=around,
        vector=claim.vector,
        context=context,
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


# ------------------------------------------------------------------------------------------- states


def factuality_of(claim: Claim) -> Factuality:
    """Return how true the event of a claim is put forward as.

    What grammar denies or leaves open is never told as having happened.
    """
    by_grammar = ANSWER_OF[claim.factuality]
    if SEEN not in claim.signs or by_grammar in FIXED:
        return claim.factuality
    marks = set(_marks(claim))
    chances = {answer: STATES.chance_of(answer, marks) for answer in Answer}
    best = max(Answer, key=lambda answer: (chances[answer], answer is by_grammar))
    if best is by_grammar:
        return claim.factuality
    if best is Answer.STANDS and claim.speaker is not None:
        return Factuality.REPORTED
    return FACTUALITY_OF[best]


def signs_of_answer(claim: Claim, answer: Answer) -> tuple[str, ...]:
    """Return the signs by which an answer is judged, sorted."""
    return tuple(sorted({behind(answer, mark) for mark in _marks(claim)}))


def _marks(claim: Claim) -> Iterator[str]:
    """Yield what each answer is judged by: with its name before them, these are its signs."""
    yield ""
    yield f"told {claim.factuality}"
    yield f"{claim.frame.value} told {claim.factuality}"
    yield f"rule:{claim.rule}"
    yield from claim.signs


# ----------------------------------------------------------------------------------------- contexts


class _Contexts:
    """The words, and things with a name, of the sentences of one article."""

    def __init__(self, reading: Reading, linked: LinkedMentions) -> None:
        self._text = reading.article.text
        self._heads = sorted(linked.id_of)
        self._linked = linked
        self._known: dict[Passage, tuple[str, ...]] = {}

    def of(self, sentence: Passage) -> tuple[str, ...]:
        """Return the words and things of a sentence, each once, sorted."""
        if sentence not in self._known:
            text = sentence.of(self._text)
            found = {*words_in(text), *self._things(sentence)}
            self._known[sentence] = tuple(map(intern, sorted(found)))
        return self._known[sentence]

    def _things(self, sentence: Passage) -> Iterator[str]:
        first = bisect_left(self._heads, sentence.start)
        last = bisect_left(self._heads, sentence.end)
        for head in self._heads[first:last]:
            entity = self._linked.entities.get(self._linked.id_of[head])
            if entity is not None and not entity.described:
                yield entity.id
