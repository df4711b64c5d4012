"""Second dates, from another sentence: for a headline's event, and for "the deal".

A headline tells again what the first sentence of the text tells; a definite noun speaks of the last
event of its kind; and what somebody says is said on the occasion that the article reports. Such a
date is the second choice: it counts if no mention of the event has a date of its own.
Source: the inverted pyramid of news writing (Bell 1991, "The Language of News Media").
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from kg.graph.events.compatibility import any_contradict
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
INFINITIVE = re.compile(rf"\b(?:{'|'.join(word_list('function_words', 'before-infinitive'))})\s$")

# A mention of news, its place among the mentions of events of its article, and its date.
News = tuple[int, EventMention, Mention]


def with_second_dates(
    mentions: Sequence[EventMention], reading: Reading, linked: LinkedMentions, ontology: Ontology
) -> list[EventMention]:
    """Return the mentions of events in one article, those without a date with a lent one."""
    article = reading.article
    lead = _lead(reading)
    dated_sentences = _dated_sentences(reading)
    done: list[EventMention] = []
    news: list[News] = []
    for place, mention in enumerate(mentions):
        if not mention.factuality.stands:
            done.append(mention)
            continue
        if mention.time is None:
            second = _of_lead(mention, article, lead, linked, ontology)
            second = second or _of_the_same(mention, article, done[-LOOK_BACK:])
            if second is None and mention.evidence not in dated_sentences:
                second = _of_the_occasion(mention, news, place - LOOK_BACK)
            mention = replace(mention, second=second)
        done.append(mention)
        day = mention.date
        if day is not None and _is_news(day, article.published):
            news.append((place, mention, day))
    return done


def _dated_sentences(reading: Reading) -> set[Passage]:
    """Return the sentences in which a claim has a date."""
    return {claim.evidence for claim in reading.claims if _has_date(claim)}


def _has_date(claim: Claim) -> bool:
    times = [mention.time for mention in claim.fillers("when")]
    return any(time.start for time in times if time is not None)


# -------------------------------------------------------------------------------- first sentence


def _lead(reading: Reading) -> tuple[Claim, ...]:
    """Return the dated clauses of the first sentence, if the article has a title line above it."""
    front = max((passage.end for passage in reading.article.front), default=0)
    if not front:
        return ()
    body = [claim for claim in reading.claims if claim.evidence.start >= front]
    first = min((claim.evidence for claim in body), default=None)
    lead = [claim for claim in body if claim.evidence == first]
    return tuple(filter(_is_dated_clause, lead))


def _is_dated_clause(claim: Claim) -> bool:
    return claim.frame is Frame.VERB and date_of(claim) is not None


def _of_lead(
    mention: EventMention,
    article: Article,
    lead: Sequence[Claim],
    linked: LinkedMentions,
    ontology: Ontology,
) -> Mention | None:
    """Return the date of the clause that tells what the headline tells: it has the same doer."""
    if not lead or not is_headline(mention.trigger, article):
        return None
    doers = set[str]().union(*map(mention.fillers, DOER))
    for claim in lead:
        if not claim.factuality.stands:
            continue
        subjects = map(linked.of, claim.fillers("subject"))
        ids = {entity.id for entity in subjects if entity is not None}
        if doers & ids and _tells(claim, mention, ontology):
            return date_of(claim)
    return None


def is_headline(trigger: Passage, article: Article) -> bool:
    """Return whether an event stands in the title lines, and not as what is to come ("to")."""
    is_in_front = any(passage.covers(trigger) for passage in article.front)
    return is_in_front and not INFINITIVE.search(article.text[: trigger.start])


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
    if not is_presupposed(mention, article):
        return None
    last = _last_of_kind(mention, before)
    day = last.date if last is not None else None
    if last is None or day is None or not _is_news(day, mention.published):
        return None
    return None if any_contradict(mention, last, DOER) else day


def is_presupposed(mention: EventMention, article: Article) -> bool:
    """Return whether the words before a noun say that its event is known: "the deal"."""
    if mention.frame is not Frame.HAPPENING:
        return False
    clause = article.text[mention.evidence.start : mention.trigger.start]
    return PRESUPPOSED.search(clause) is not None


def _last_of_kind(mention: EventMention, before: Sequence[EventMention]) -> EventMention | None:
    """Return the last mention of an event that has a class in common, if it is not a saying."""
    kinds = set(mention.classes) - SAYINGS - {EVENT}
    for other in reversed(before):
        if other.factuality.stands and kinds.intersection(other.classes):
            return other
    return None


# -------------------------------------------------------------------------------------- occasion


def _of_the_occasion(mention: EventMention, news: Sequence[News], first: int) -> Mention | None:
    """Return the date of the last news that goes on in this mention.

    It goes on if the same is done to the same thing, or in what its doer says then. News before the
    place `first` in the article is too far away.
    """
    for place, other, day in reversed(news):
        if place < first:
            break
        if _goes_on(other, mention):
            return day
    return None


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
    is_deed_of_person = any(entity.startswith("person/") for entity in doers)
    return is_deed_of_person or not SAYINGS.isdisjoint(news.classes)


def _is_news(day: Mention, published: str) -> bool:
    """Return whether a day is in the week up to the article's own."""
    start = day.time.start if day.time is not None else ""
    if not len(start) == len(published) == len("2021-02-26"):
        return False
    age = date.fromisoformat(published) - date.fromisoformat(start)
    return timedelta(0) <= age <= NEWS
