"""Dates that an article tells in another sentence: for the event of its headline, and for "the deal", "the attack".

A headline tells again what the first sentence of the text tells; a definite noun of happening speaks of the last event of its
kind; and what somebody says is said on the occasion that the article reports. Such a date is the second choice: it counts
where no mention of the event has a date of its own.
Source: the inverted pyramid of news writing (Bell 1991, "The Language of News Media").
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import takewhile

from kg.graph.events.mentions import EventMention, date_of, kinds
from kg.graph.ontology import EVENT, LinkedMentions, Ontology
from kg.model import Article, Claim, Frame, Mention, Passage, Reading

SAYING = "kg:Communication"
TOLD_BY_SAYING = frozenset({SAYING, "kg:Launch"})  # headlines whose event is itself what the first sentence calls "announced"
DOER = frozenset({"kg:agent", "kg:patient"})
PRESUPPOSED = re.compile(r"\b(?:the|this|that)\s(?:\w+\s)?$", re.IGNORECASE)  # before a noun that speaks of something known
NEWS = timedelta(days=7)  # how long before an article its news may have happened: weeklies are read, too
LOOK_BACK = 300  # mentions of events; an article of news has some dozens
INFINITIVE = re.compile(r"\bto\s$")

News = tuple[int, EventMention, Mention]  # a mention of news, its place among the mentions of events of its article, and its date


def with_second_dates(
    told: Sequence[EventMention], reading: Reading, world: LinkedMentions, ontology: Ontology
) -> list[EventMention]:
    """The mentions of events in one article, each without a date with the mention of time that another sentence lends it."""
    article, lead = reading.article, _lead(reading)
    dated = {claim.evidence for claim in reading.claims for m in claim.fillers("when") if m.time is not None and m.time.start}
    found: list[EventMention] = []
    news: list[News] = []
    for place, each in enumerate(told):
        if each.time is None and each.factuality.stands:
            second = _of_lead(each, reading.article, lead, world, ontology) or _of_the_same(
                each, reading.article, found[-LOOK_BACK:]
            )
            if second is None and each.evidence not in dated:
                second = _of_the_occasion(each, news, place - LOOK_BACK)
            each = replace(each, second=second) if second is not None else each
        found.append(each)
        day = each.date if each.factuality.stands else None
        if day is not None and _is_news(day, article.published):
            news.append((place, each, day))
    return found


def _lead(reading: Reading) -> tuple[Claim, ...]:
    """The dated clauses of the first sentence of the text, where the article has a title line above it."""
    front = max((passage.end for passage in reading.article.front), default=0)
    body = [claim for claim in reading.claims if claim.evidence.start >= front] if front else []
    first = min(((claim.evidence.start, claim.evidence.end) for claim in body), default=None)
    clauses = (claim for claim in body if (claim.evidence.start, claim.evidence.end) == first and claim.frame is Frame.VERB)
    return tuple(clause for clause in clauses if date_of(clause) is not None)


def _of_lead(
    each: EventMention, article: Article, lead: Sequence[Claim], world: LinkedMentions, ontology: Ontology
) -> Mention | None:
    """The date of the clause in the first sentence that tells what the headline tells: it has the same doer."""
    trigger, text = each.trigger, article.text
    if not lead or not _in_front(trigger, article.front) or INFINITIVE.search(text[: trigger.start]):
        return None
    doers = {entity for role, entity in each.roles if role in DOER}
    for claim in lead:
        same = {found.id for mention in claim.fillers("subject") if (found := world.of(mention)) is not None} & doers
        tells = SAYING not in kinds(claim, ontology) or TOLD_BY_SAYING.intersection(each.classes)
        if same and tells and claim.factuality.stands:
            return date_of(claim)
    return None


def _in_front(trigger: Passage, front: Sequence[Passage]) -> bool:
    return any(passage.covers(trigger) for passage in front)


def _of_the_same(each: EventMention, article: Article, before: Sequence[EventMention]) -> Mention | None:
    """The date of the last event of its kind that the article told before "the deal", where that is its news."""
    known = {cls for cls in each.classes if cls not in (EVENT, SAYING)}
    clause = article.text[each.evidence.start : each.trigger.start]
    if each.frame is not Frame.HAPPENING or not known or not PRESUPPOSED.search(clause):
        return None
    told = (other for other in reversed(before) if known & {*other.classes} and other.factuality.stands)
    last = next(told, None)
    day = last.date if last is not None and _may_be_one(each, last) else None
    return day if day is not None and _is_news(day, each.published) else None


def _of_the_occasion(each: EventMention, news: Sequence[News], first: int) -> Mention | None:
    """The date of the last news that goes on in this mention: the same done to the same thing, or what its doer says then.

    News before the place `first` in the article is too far away.
    """
    recent = takewhile(lambda told: told[0] >= first, reversed(news))
    return next((day for _, other, day in recent if _goes_on(other, each)), None)


def _goes_on(news: EventMention, each: EventMention) -> bool:
    """True for "unveiled it" before "introducing it"; for "said" after the speaker's last saying, or a person's last deed."""
    doer, undergoer = (_fillers(news, role) & _fillers(each, role) for role in ("kg:agent", "kg:patient"))
    speaks = SAYING in each.classes and (SAYING in news.classes or any(entity.startswith("person/") for entity in doer))
    return bool(doer) and (bool(undergoer) or speaks)


def _is_news(day: Mention, published: str) -> bool:
    """True for a day in the week up to the article's own."""
    start = day.time.start if day.time is not None else ""
    if len(start) != len(published) or len(published) != len("2021-02-26"):
        return False
    return timedelta(0) <= date.fromisoformat(published) - date.fromisoformat(start) <= NEWS


def _fillers(each: EventMention, role: str) -> set[str]:
    return {entity for curie, entity in each.roles if curie == role}


def _may_be_one(a: EventMention, b: EventMention) -> bool:
    """True where no doer or undergoer contradicts."""
    pairs = [(_fillers(a, role), _fillers(b, role)) for role in sorted(DOER)]
    return all(not mine or not theirs or mine & theirs for mine, theirs in pairs)
