"""The dates that the words around an event lend to it, by weighed signs of each event and date.

A headline tells again what the first sentence of the text tells; a story goes on in the sentences
after the one that names the day. No single sign decides that. So the signs vote: each has a weight
in `data/dates.tsv`, and the logistic function of their sum is the probability that the date is that
of the event. How alike the learned reader finds the event and the likest one with that date is
among the signs. The likeliest date is lent if it reaches the floor. It is the second choice: it
counts if no mention of the event has a date of its own. The table is learnt from annotated news by
`training/event_dates.py`.

Source: the inverted pyramid of news writing (Bell 1991, "The Language of News Media"); temporal
anchoring by a classifier of pairs as in Reimers, Dehghani and Gurevych 2016, "Temporal Anchoring of
Events for the TimeBank Corpus".
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from kg.graph.events.classes import SAYINGS
from kg.graph.events.event_mention import EventMention
from kg.graph.events.pair_signs import of_vectors
from kg.graph.events.standing import (
    events_between,
    grammar,
    is_in,
    side_of,
    standing,
    word_before,
)
from kg.graph.ontology import EVENT
from kg.graph.vote import Vote
from kg.model import (
    Mention,
    NamedDate,
    Passage,
    Reading,
)

VOTE = Vote("kg.graph.events", "dates.tsv")
BEFORE, AFTER, LEADING = 6, 3, 2  # dates before an event, after it and in the lead that are judged
REACH = 400  # characters after an event in which those after it lie
MANY = 3  # dates between; more make no difference
QUARTERS = 4  # into which the share of a date among all is cut
AGES = (-1, 0, 1, 7)  # days before an article: to come, today, yesterday, this week

Value = tuple[str, str]  # start and end of a time


@dataclass(frozen=True)
class Lent:
    """A date that may be that of a mention, with the signs by which that is judged."""

    mention: EventMention
    date: Mention
    signs: tuple[str, ...]

    @cached_property
    def chance(self) -> float:
        """The probability that it is, two decimals."""
        return VOTE.chance(self.signs)


def with_second_dates(mentions: Sequence[EventMention], reading: Reading) -> list[EventMention]:
    """Return the mentions of events in one article, those without a date with a lent one."""
    best: dict[Passage, Lent] = {}
    for lent in candidate_dates(mentions, reading):
        known = best.get(lent.mention.trigger)
        if known is None or lent.chance > known.chance:
            best[lent.mention.trigger] = lent
    return [_with_date(mention, best.get(mention.trigger)) for mention in mentions]


def _with_date(mention: EventMention, lent: Lent | None) -> EventMention:
    if lent is None or mention is not lent.mention:
        return mention
    is_sure = lent.chance >= VOTE.floor
    return replace(mention, second=lent.date) if is_sure else mention


def candidate_dates(mentions: Sequence[EventMention], reading: Reading) -> Iterator[Lent]:
    """Yield the dates around each mention of an event that stands and has no time of its own."""
    told = _Told(mentions, reading)
    for mention in mentions:
        if mention.factuality.stands and mention.time is None:
            yield from told.lent_to(mention)


class _Told:
    """The dates that an article tells, and the events that have them."""

    def __init__(self, mentions: Sequence[EventMention], reading: Reading) -> None:
        self._article = reading.article
        self._dates = sorted(filter(_is_point, reading.dates), key=_start)
        self._starts = [_start(each) for each in self._dates]
        self._counts = Counter(_value(each.mention) for each in self._dates)
        self._sentences = {each.sentence for each in self._dates}
        front = reading.article.front
        text = [each for each in self._dates if not is_in(each.mention.passage, front)]
        self._lead = text[:LEADING]
        self._triggers = sorted(mention.trigger.start for mention in mentions)
        self._lenders: dict[Passage, list[EventMention]] = defaultdict(list)
        for mention in mentions:
            if mention.date is not None:
                self._lenders[mention.date.passage].append(mention)

    def lent_to(self, mention: EventMention) -> Iterator[Lent]:
        """Yield what the dates around a mention may lend it, each day once."""
        of_value: dict[Value, list[NamedDate]] = defaultdict(list)
        for each in self._around(mention):
            of_value[_value(each.mention)].append(each)
        for order, dates in enumerate(of_value.values()):
            signs = set(self._signs(mention, dates, min(order, MANY)))
            yield Lent(mention, dates[0].mention, tuple(sorted(signs)))

    def _around(self, mention: EventMention) -> Iterator[NamedDate]:
        """Yield the dates before a mention, the nearest first, after it, and of the lead."""
        start = mention.trigger.start
        at = bisect_left(self._starts, start)
        first = max(0, at - BEFORE)
        near = self._dates[first:at][::-1]
        for each in self._dates[at : at + AFTER]:
            if each.sentence == mention.evidence or _start(each) < start + REACH:
                near.append(each)
        yield from near
        for each in self._lead:
            if each not in near:
                yield each

    def _signs(
        self, mention: EventMention, dates: Sequence[NamedDate], order: int
    ) -> Iterator[str]:
        """Yield the signs of a mention and of the tellings of one date, the nearest first."""
        nearest, *_ = dates
        place = self._standing(mention, nearest)
        yield from _of_place(mention, place, order)
        yield from self._of_value(nearest.mention, place)
        yield from self._of_words(mention, nearest.mention, place)
        side = "dated" if mention.evidence in self._sentences else "undated"
        yield f"sentence {side}, {place}"
        likest: tuple[str, ...] = ()
        for each in dates:
            told_at = side_of(self._standing(mention, each))
            lenders = self._lenders.get(each.mention.passage, ())
            if not lenders:
                yield f"of no event, {told_at}"
            for lender in lenders:
                yield from _of_lender(mention, lender, told_at)
                likest = max(likest, tuple(of_vectors(mention.vector, lender.vector)), key=len)
        yield from likest

    def _standing(self, mention: EventMention, told: NamedDate) -> str:
        """Return where a date stands from the words of an event."""
        is_here = mention.evidence == told.sentence
        return standing(mention.trigger, told.mention.passage, self._article, is_here=is_here)

    def _of_words(self, mention: EventMention, told: Mention, place: str) -> Iterator[str]:
        """Yield the signs of the words of a date, and of the events between it and another."""
        side = side_of(place)
        before = word_before(told.passage, self._article)
        yield f"behind {before}"
        yield f"behind {before}, {side}"
        yield f"behind {before}, {place}"
        between = events_between(mention.trigger, told.passage, self._triggers)
        yield f"events between:{between}, {side}"
        yield f"events between:{between}, {place}"
        yield f"behind {before}, events between:{between}, {side}"

    def _of_value(self, told: Mention, place: str) -> Iterator[str]:
        """Yield the signs of a date: how precise, how long ago, how often told."""
        value = _value(told)
        side, age = side_of(place), _age(value[0], self._article.published)
        letters = len(value[0])  # of an ISO date: it tells how precise that is
        yield f"letters:{letters}"
        yield f"letters:{letters}, {side}"
        yield f"day:{age}"
        yield f"day:{age}, {side}"
        share = QUARTERS * self._counts[value] // self._counts.total()
        yield f"share:{share}"
        if len(self._counts) == 1:
            yield "only date"
        if self._lead and _value(self._lead[0].mention) == value:
            yield "of the lead"
            yield f"of the lead, {side}"


def _of_place(mention: EventMention, place: str, order: int) -> Iterator[str]:
    """Yield the signs of a mention itself, and of where the date stands from there."""
    side = side_of(place)
    yield f"at:{place}"
    yield f"order:{order}"
    yield f"{place}, order {order}"
    if mention.time_words:
        yield "time words"
    if _is_saying(mention):
        yield f"saying {side}"
    for sign in grammar(mention):
        yield f"own {sign}"
        yield f"{side} own {sign}"


def _of_lender(mention: EventMention, lender: EventMention, side: str) -> Iterator[str]:
    """Yield the signs of a mention and of an event that has the date."""
    says, lender_says = _is_saying(mention), _is_saying(lender)
    yield f"lender says {lender_says}, {side}"
    yield f"says {says}, lender says {lender_says}, {side}"
    for role, _ in set(mention.roles) & set(lender.roles):
        yield f"shared {role}"
        yield f"shared {role}, {side}"
    if _entities(mention) & _entities(lender):
        yield f"shared, {side}"
    if set(mention.classes) & set(lender.classes) - {EVENT}:
        yield "same class"
        yield f"same class, {side}"
    if mention.predicate == lender.predicate:
        yield f"same word, {side}"
    if mention.trigger == lender.parent or lender.trigger == mention.parent:
        yield "part"
    for sign in grammar(lender):
        yield f"{side} lender {sign}"


def _is_saying(mention: EventMention) -> bool:
    return not SAYINGS.isdisjoint(mention.classes)


def _entities(mention: EventMention) -> set[str]:
    return {entity for _, entity in mention.roles}


def _age(day: str, published: str) -> str:
    """Return how long before its article a day is."""
    try:
        ago = (date.fromisoformat(published) - date.fromisoformat(day)).days
    except ValueError:
        return "unknown"
    step = bisect_left(AGES, ago)
    return f"age {step}"


def _is_point(told: NamedDate) -> bool:
    time = told.mention.time
    return time is not None and time.is_point and bool(time.start)


def _start(told: NamedDate) -> int:
    return told.mention.passage.start


def _value(told: Mention) -> Value:
    """Return the start and end of a date; empty ones for what is no time."""
    time = told.time
    return (time.start, time.end) if time is not None else ("", "")
