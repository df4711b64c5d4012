"""Second dates, from another sentence: for a headline's event, and for "the deal".

A headline tells again what the first sentence of the text tells; a definite noun speaks of the last
event of its kind; and what somebody says is said on the occasion that the article reports. Such a
date is the second choice: it counts if no mention of the event has a date of its own.
Source: the inverted pyramid of news writing (Bell 1991, "The Language of News Media").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.graph.events.claim_times import date_of, is_dated
from kg.graph.events.classes import event_classes
from kg.graph.events.compatibility import any_contradict
from kg.graph.events.event_mention import EventMention
from kg.graph.ontology import EVENT, LinkedMentions, Ontology
from kg.lang.en import word_list
from kg.model import Article, Claim, Frame, Mention, Passage, Reading

SAYINGS = frozenset({"kg:Communication", "kg:PublicStatement"})
# Headlines whose event is itself what the first sentence calls "announced".
TOLD_BY_SAYING = SAYINGS | {"kg:Launch"}
AGENT, PATIENT = DOERS = ("kg:agent", "kg:patient")
KNOWN = "|".join(word_list("function_words", "event-known-determiner"))
PRESUPPOSED = re.compile(rf"\b(?:{KNOWN})\s(?:\w+\s)?$", re.IGNORECASE)
# How long before an article its news may have happened: weeklies are read, too.
NEWS = timedelta(days=7)
LOOK_BACK = 300  # mentions of events; an article of news has some dozens
INFINITIVE = re.compile(rf"\b(?:{'|'.join(word_list('function_words', 'before-infinitive'))})\s$")
WHOLE_DATE = len("2021-02-26")


@dataclass(frozen=True, slots=True)
class News:
    """A mention of news, its place among the mentions of events of its article, and its date."""

    place: int
    mention: EventMention
    day: Mention


def with_second_dates(
    mentions: Sequence[EventMention], reading: Reading, linked: LinkedMentions, ontology: Ontology
) -> list[EventMention]:
    """Return the mentions of events in one article, those without a date with a lent one."""
    dates = _SecondDates(reading, linked, ontology)
    for mention in mentions:
        dates.add(mention)
    return dates.done


class _SecondDates:
    """The dates that the sentences of one article lend to events; it goes through its mentions."""

    def __init__(self, reading: Reading, linked: LinkedMentions, ontology: Ontology) -> None:
        self._article = reading.article
        self._linked = linked
        self._ontology = ontology
        self._lead = _lead(reading)
        dated = filter(is_dated, reading.claims)
        self._dated_sentences = {claim.evidence for claim in dated}
        self._news: list[News] = []
        self.done: list[EventMention] = []

    def add(self, mention: EventMention) -> None:
        """Add the next mention, with the date that is lent to it if it has none."""
        if not mention.factuality.stands:
            self.done.append(mention)
            return
        if mention.time is None:
            mention = replace(mention, second=self._second(mention))
        place = len(self.done)
        self.done.append(mention)
        day = mention.date
        if day is not None and _is_news(day, self._article.published):
            news = News(place, mention, day)
            self._news.append(news)

    def _second(self, mention: EventMention) -> Mention | None:
        """Return the date that another sentence lends a mention."""
        lent = self._of_lead(mention) or self._of_the_same(mention)
        if lent is not None:
            return lent
        if mention.evidence in self._dated_sentences:
            return None
        return self._of_the_occasion(mention)

    def _of_lead(self, mention: EventMention) -> Mention | None:
        """Return the date of the clause by the same doer that tells what the headline tells."""
        if not self._lead or not _is_headline(mention.trigger, self._article):
            return None
        doers = mention.fillers(AGENT)
        doers |= mention.fillers(PATIENT)
        for claim in self._lead:
            subjects = self._subjects(claim)
            if doers.isdisjoint(subjects):
                continue
            if _tells(claim, mention, self._ontology):
                return date_of(claim)
        return None

    def _subjects(self, claim: Claim) -> Iterator[str]:
        """Yield the ids of those who are the subject of a clause."""
        for mention in claim.fillers("subject"):
            entity = self._linked.of(mention)
            if entity is not None:
                yield entity.id

    def _of_the_same(self, mention: EventMention) -> Mention | None:
        """Return the date of the last event of its kind before "the deal", if it is news."""
        if not _is_presupposed(mention, self._article):
            return None
        last = self._last_of_kind(mention)
        if last is None or any_contradict(mention, last, DOERS):
            return None
        day = last.date
        if day is None or not _is_news(day, mention.published):
            return None
        return day

    def _last_of_kind(self, mention: EventMention) -> EventMention | None:
        """Return the last mention of an event that has a class in common, if it is not a saying."""
        kinds = set(mention.classes)
        kinds -= SAYINGS
        kinds.discard(EVENT)
        before = self.done[-LOOK_BACK:]
        for other in reversed(before):
            if other.factuality.stands and kinds.intersection(other.classes):
                return other
        return None

    def _of_the_occasion(self, mention: EventMention) -> Mention | None:
        """Return the date of the last news that goes on in this mention, if it is not far away.

        It goes on if the same is done to the same thing, or in what its doer says then.
        """
        first = len(self.done) - LOOK_BACK
        for news in reversed(self._news):
            if news.place < first:
                return None
            if _goes_on(news.mention, mention):
                return news.day
        return None


def _lead(reading: Reading) -> tuple[Claim, ...]:
    """Return the dated clauses of the first sentence, if the article has a title line above it."""
    title_ends = [passage.end for passage in reading.article.front]
    front = max(title_ends, default=0)
    if not front:
        return ()
    sentences = [claim.evidence for claim in reading.claims]
    body = [sentence for sentence in sentences if sentence.start >= front]
    first = min(body, default=None)
    lead = [claim for claim in reading.claims if claim.evidence == first]
    return tuple(filter(_is_dated_clause, lead))


def _is_dated_clause(claim: Claim) -> bool:
    """Return whether a claim is a clause that stands and has a date."""
    if claim.frame is not Frame.VERB:
        return False
    return claim.factuality.stands and date_of(claim) is not None


def _is_headline(trigger: Passage, article: Article) -> bool:
    """Return whether an event stands in the title lines, and not as what is to come ("to")."""
    is_in_front = any(passage.covers(trigger) for passage in article.front)
    if not is_in_front:
        return False
    before = article.text[: trigger.start]
    return INFINITIVE.search(before) is None


def _tells(claim: Claim, mention: EventMention, ontology: Ontology) -> bool:
    """Return whether a clause can tell of the event: a saying only of what is announced."""
    classes = event_classes(claim, ontology)
    if SAYINGS.isdisjoint(classes):
        return True
    return not TOLD_BY_SAYING.isdisjoint(mention.classes)


def _is_presupposed(mention: EventMention, article: Article) -> bool:
    """Return whether the words before a noun say that its event is known: "the deal"."""
    if mention.frame is not Frame.HAPPENING:
        return False
    start = mention.evidence.start
    clause = article.text[start : mention.trigger.start]
    return PRESUPPOSED.search(clause) is not None


def _goes_on(news: EventMention, mention: EventMention) -> bool:
    """Return whether one event goes on in another.

    "unveiled it" goes on in "introducing it", and a speaker's last saying, or a person's last deed,
    in "said".
    """
    doers = _shared(AGENT, news, mention)
    if not doers:
        return False
    if _shared(PATIENT, news, mention):
        return True
    if SAYINGS.isdisjoint(mention.classes):
        return False
    if any(entity.startswith("person/") for entity in doers):
        return True
    return not SAYINGS.isdisjoint(news.classes)


def _shared(role: str, a: EventMention, b: EventMention) -> set[str]:
    """Return the ids of the entities that both mentions have in a role."""
    return a.fillers(role) & b.fillers(role)


def _is_news(day: Mention, published: str) -> bool:
    """Return whether a day is in the week up to the article's own."""
    time = day.time
    start = time.start if time is not None else ""
    if {len(start), len(published)} != {WHOLE_DATE}:
        return False
    happened = date.fromisoformat(start)
    told = date.fromisoformat(published)
    return timedelta(0) <= told - happened <= NEWS
