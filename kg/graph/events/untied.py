"""The dates that a text gives and no event, fact or quotation of the graph has.

None is lost without a word: each is a refusal that names its sentence, its words and its value.
"""

from collections import defaultdict
from collections.abc import (
    Iterable,
    Iterator,
)

from kg.graph.events.event_mention import EventMention
from kg.model import (
    Event,
    Fact,
    NamedDate,
    Passage,
    Quotation,
    Reading,
    Refusal,
    TimeValue,
)

RULE = "date"
REASON = "date not tied: the sentence gives it, but it is that of no event or fact of the graph"

Passages = set[Passage]
Times = dict[Passage, TimeValue | None]  # of events, by the words that tell them


class UntiedDates:
    """The dates of some articles, with the words of claims that have them as their time."""

    def __init__(self) -> None:
        self._dates: list[NamedDate] = []
        self._triggers: dict[Passage, Passages] = defaultdict(set)
        self._lent: dict[Passage, Passages] = defaultdict(set)

    def add(self, reading: Reading, mentions: Iterable[EventMention] = ()) -> None:
        """Take in the dates of one article, with the mentions of events that it lends them to."""
        self._dates += reading.dates
        for told in mentions:
            if told.second is not None:
                self._lent[told.second.passage].add(told.trigger)
        for claim in reading.claims:
            for mention in claim.fillers("when"):
                self._triggers[mention.passage].add(claim.trigger)

    def refusals(
        self, events: Iterable[Event], facts: Iterable[Fact], quotations: Iterable[Quotation]
    ) -> Iterator[Refusal]:
        """Yield a refusal for each date that is tied to nothing in the graph."""
        told: Times = {}
        for event in events:
            told.update(dict.fromkeys(event.triggers, event.time))
        values = _values(facts, quotations)
        for date in self._dates:
            is_tied = self._is_of_event(date, told) or _has(values.get(date.sentence, set()), date)
            if not is_tied:
                yield _refusal(date)

    def _is_of_event(self, date: NamedDate, told: Times) -> bool:
        """Return whether an event has a date: by its own words, or as its time if it is lent."""
        passage = date.mention.passage
        if any(trigger in told for trigger in self._triggers.get(passage, ())):
            return True
        lent = self._lent.get(passage, ())
        return any(told.get(trigger, TimeValue()) == date.mention.time for trigger in lent)


def _values(facts: Iterable[Fact], quotations: Iterable[Quotation]) -> dict[Passage, set[str]]:
    """Return the dates and other literals of facts and quotations by the sentences of these."""
    values: dict[Passage, set[str]] = defaultdict(set)
    for fact in facts:
        literal = "" if isinstance(fact.object, str) else fact.object.text
        for passage in fact.evidence:
            values[passage].update((fact.start, fact.end, fact.as_of, literal))
    for quotation in quotations:
        values[quotation.evidence].add(quotation.date)
    return values


def _has(values: set[str], date: NamedDate) -> bool:
    """Return whether one of some values is a date, or as much of it as the value has."""
    time = _time(date)
    ends = tuple(filter(None, (time.start, time.end)))
    return any(value and any(end.startswith(value) for end in ends) for value in values)


def _time(date: NamedDate) -> TimeValue:
    return date.mention.time or TimeValue()


def _refusal(date: NamedDate) -> Refusal:
    """Return the refusal of a date, with its words and its value."""
    time = _time(date)
    value = "/".join(filter(None, (time.start, time.end)))
    words = " ".join(date.mention.text.split())
    return Refusal(date.sentence, f"“{words}” ({value})", RULE, REASON)
