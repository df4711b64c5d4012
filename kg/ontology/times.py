"""Dates that an article tells in another sentence: for the event of its headline, and for "the deal", "the attack".

A headline tells again what the first sentence of the text tells; a definite noun of happening speaks of the last event of its
kind. Such a date is the second choice: it counts where no mention of the event has a date of its own.
Source: the inverted pyramid of news writing (Bell 1991, "The Language of News Media").
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.model import Claim, Frame, Mention, Passage, Reading
from kg.ontology.events import Happening, kinds
from kg.ontology.schema import EVENT, Ontology
from kg.ontology.world import World

SAYING = "kg:Communication"
TOLD_BY_SAYING = frozenset({SAYING, "kg:Launch"})  # headlines whose event is itself what the first sentence calls "announced"
DOER = frozenset({"kg:agent", "kg:patient"})
PRESUPPOSED = re.compile(r"\b(?:the|this|that)\s(?:\w+\s)?$", re.IGNORECASE)  # before a noun that speaks of something known
INFINITIVE = re.compile(r"\bto\s$")


def with_second_dates(told: Sequence[Happening], reading: Reading, world: World, ontology: Ontology) -> list[Happening]:
    """The mentions of events in one article, each without a date with the mention of time that another sentence lends it."""
    lead = _lead(reading)
    found: list[Happening] = []
    for each in told:
        if each.time is None and each.factuality.stands:
            each = replace(each, second=_of_lead(each, lead, world, ontology) or _of_the_same(each, found))
        found.append(each)
    return found


def _lead(reading: Reading) -> tuple[Claim, ...]:
    """The dated clauses of the first sentence of the text, where the article has a title line above it."""
    front = max((passage.end for passage in reading.article.front), default=0)
    body = [claim for claim in reading.claims if claim.evidence.start >= front]
    first = min((claim.evidence for claim in body), default=None)
    return tuple(c for c in body if front and c.evidence == first and c.frame is Frame.VERB and _date(c) is not None)


def _date(claim: Claim) -> Mention | None:
    """The first single date of a claim."""
    return next((m for m in claim.fillers("when") if m.time is not None and m.time.is_point), None)


def _of_lead(each: Happening, lead: Sequence[Claim], world: World, ontology: Ontology) -> Mention | None:
    """The date of the clause in the first sentence that tells what the headline tells: it has the same doer."""
    trigger, text = each.claim.trigger, each.article.text
    if not lead or not _in_front(trigger, each.article.front) or INFINITIVE.search(text[: trigger.start]):
        return None
    doers = {entity for role, entity in each.roles if role in DOER}
    for claim in lead:
        same = {found.id for mention in claim.fillers("subject") if (found := world.of(mention)) is not None} & doers
        tells = SAYING not in kinds(claim, ontology) or TOLD_BY_SAYING.intersection(each.classes)
        if same and tells and claim.factuality.stands:
            return _date(claim)
    return None


def _in_front(trigger: Passage, front: Sequence[Passage]) -> bool:
    return any(passage.covers(trigger) for passage in front)


def _of_the_same(each: Happening, before: Sequence[Happening]) -> Mention | None:
    """The date of the last event of its kind that the article told before "the deal"."""
    known = {cls for cls in each.classes if cls not in (EVENT, SAYING)}
    clause = each.article.text[each.claim.evidence.start : each.claim.trigger.start]
    if each.claim.frame is not Frame.HAPPENING or not known or not PRESUPPOSED.search(clause):
        return None
    told = (other for other in reversed(before) if known & {*other.classes} and other.factuality.stands)
    last = next(told, None)
    return _date(last.claim) if last is not None and _may_be_one(each, last) else None


def _may_be_one(a: Happening, b: Happening) -> bool:
    """True where no doer or undergoer contradicts."""
    return all(
        not (mine := {e for r, e in a.roles if r == role}) or not (theirs := {e for r, e in b.roles if r == role}) or mine & theirs
        for role in sorted(DOER)
    )
