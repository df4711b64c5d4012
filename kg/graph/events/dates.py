"""Dates that another sentence of the article gives: for a headline's event, and for "the deal".

A headline tells again what the first sentence of the text tells; a definite noun speaks of the last
event of its kind; and what somebody says is said on the occasion that the article reports. Such a
date is the second choice: it counts if no mention of the event has a date of its own.
Source: the inverted pyramid of news writing (Bell 1991, "The Language of News Media").
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import takewhile

from kg.graph.events.compatibility import contradict
from kg.graph.events.mentions import EventMention, date_of, event_classes
from kg.graph.ontology import EVENT, LinkedMentions, Ontology
from kg.lang.en import word_list
from kg.model import Article, Claim, Frame, Mention, Passage, Reading

SAYINGS = frozenset({"kg:Communication", "kg:PublicStatement"})
# Headlines whose event is itself what the first sentence calls "announced".
TOLD_BY_SAYING = SAYINGS | {"kg:Launch"}
DOER = ("kg:agent", "kg:patient")
KNOWN = "|".join(word_list("function_words", "event-known-determiner"))
PRESUPPOSED = re.compile(rf"\b(?:{KNOWN})\s(?:\w+\s)?$", re.IGNORECASE)
# How long before an article its news may have happened: weeklies are read, too.
NEWS = timedelta(days=7)
LOOK_BACK = 300  # mentions of events; an article of news has some dozens
INFINITIVE = re.compile(r"\bto\s$")

# A mention of news, its place among the mentions of events of its article, and its date.
News = tuple[int, EventMention, Mention]


def with_second_dates(
    mentions: Sequence[EventMention], reading: Reading, linked: LinkedMentions, ontology: Ontology
) -> list[EventMention]:
    """Return the mentions of events in one article, those without a date with a lent one."""
    article, lead = reading.article, _lead(reading)
    dated_sentences = _dated_sentences(reading)
    done: list[EventMention] = []
    news: list[News] = []
    for place, mention in enumerate(mentions):
        if mention.time is None and mention.factuality.stands:
            second = _of_lead(mention, article, lead, linked, ontology)
            second = second or _of_the_same(mention, article, done[-LOOK_BACK:])
            if second is None and mention.evidence not in dated_sentences:
                second = _of_the_occasion(mention, news, place - LOOK_BACK)
            if second is not None:
                mention = replace(mention, second=second)
        done.append(mention)
        day = mention.date if mention.factuality.stands else None
        if day is not None and _is_news(day, article.published):
            news.append((place, mention, day))
    return done


def _dated_sentences(reading: Reading) -> set[Passage]:
    """Return the sentences in which a claim has a date."""
    return {claim.evidence for claim in reading.claims if _has_date(claim)}


def _has_date(claim: Claim) -> bool:
    times = [mention.time for mention in claim.fillers("when") if mention.time is not None]
    return any(time.start for time in times)


# -------------------------------------------------------------------------------- first sentence


def _lead(reading: Reading) -> tuple[Claim, ...]:
    """Return the dated clauses of the first sentence, if the article has a title line above it."""
    front = max((passage.end for passage in reading.article.front), default=0)
    if not front:
        return ()
    body = [claim for claim in reading.claims if claim.evidence.start >= front]
    first = min(map(_sentence, body), default=None)
    clauses = [claim for claim in body if _sentence(claim) == first and claim.frame is Frame.VERB]
    return tuple(clause for clause in clauses if date_of(clause) is not None)


def _sentence(claim: Claim) -> tuple[int, int]:
    return claim.evidence.start, claim.evidence.end


def _of_lead(
    mention: EventMention,
    article: Article,
    lead: Sequence[Claim],
    linked: LinkedMentions,
    ontology: Ontology,
) -> Mention | None:
    """Return the date of the clause that tells what the headline tells: it has the same doer."""
    if not lead or not _is_headline(mention.trigger, article):
        return None
    doers = {entity for role in DOER for entity in mention.fillers(role)}
    for claim in lead:
        subjects = [linked.of(subject) for subject in claim.fillers("subject")]
        same = doers & {entity.id for entity in subjects if entity is not None}
        if same and claim.factuality.stands and _tells(claim, mention, ontology):
            return date_of(claim)
    return None


def _is_headline(trigger: Passage, article: Article) -> bool:
    """Return whether an event stands in the title lines, and not as what is to come ("to")."""
    if not any(passage.covers(trigger) for passage in article.front):
        return False
    return not INFINITIVE.search(article.text[: trigger.start])


def _tells(claim: Claim, mention: EventMention, ontology: Ontology) -> bool:
    """Return whether a clause can tell of the event: a saying only of what is announced."""
    if SAYINGS.isdisjoint(event_classes(claim, ontology)):
        return True
    return bool(TOLD_BY_SAYING.intersection(mention.classes))


# ----------------------------------------------------------------------------------- known event


def _of_the_same(
    mention: EventMention, article: Article, before: Sequence[EventMention]
) -> Mention | None:
    """Return the date of the last event of its kind that came before "the deal", if it is news."""
    known = set(mention.classes) - SAYINGS - {EVENT}
    clause = article.text[mention.evidence.start : mention.trigger.start]
    is_noun = mention.frame is Frame.HAPPENING
    if not is_noun or not known or not PRESUPPOSED.search(clause):
        return None
    alike = (other for other in reversed(before) if known & set(other.classes))
    last = next((other for other in alike if other.factuality.stands), None)
    if last is None or last.date is None or not _may_be_one(mention, last):
        return None
    return last.date if _is_news(last.date, mention.published) else None


def _may_be_one(a: EventMention, b: EventMention) -> bool:
    """Return whether no doer or undergoer contradicts."""
    return not any(contradict(a.fillers(role), b.fillers(role)) for role in DOER)


# -------------------------------------------------------------------------------------- occasion


def _of_the_occasion(mention: EventMention, news: Sequence[News], first: int) -> Mention | None:
    """Return the date of the last news that goes on in this mention.

    It goes on if the same is done to the same thing, or in what its doer says then. News before the
    place `first` in the article is too far away.
    """
    recent = takewhile(lambda entry: entry[0] >= first, reversed(news))
    return next((day for _, other, day in recent if _goes_on(other, mention)), None)


def _goes_on(news: EventMention, mention: EventMention) -> bool:
    """Return whether one event goes on in another.

    "unveiled it" goes on in "introducing it", and a speaker's last saying, or a person's last deed,
    in "said".
    """
    doers, undergoers = (news.fillers(role) & mention.fillers(role) for role in DOER)
    if not doers:
        return False
    if undergoers:
        return True
    if SAYINGS.isdisjoint(mention.classes):
        return False
    return not SAYINGS.isdisjoint(news.classes) or any(
        entity.startswith("person/") for entity in doers
    )


def _is_news(day: Mention, published: str) -> bool:
    """Return whether a day is in the week up to the article's own."""
    start = day.time.start if day.time is not None else ""
    if not len(start) == len(published) == len("2021-02-26"):
        return False
    return timedelta(0) <= date.fromisoformat(published) - date.fromisoformat(start) <= NEWS
