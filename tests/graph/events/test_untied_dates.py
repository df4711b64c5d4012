"""Dates that a text gives and that nothing in the graph has."""

from dataclasses import replace

from kg.graph.events import EventMention, UntiedDates
from kg.model import (
    Article,
    Claim,
    Event,
    Fact,
    Factuality,
    Frame,
    Kind,
    Literal,
    Mention,
    NamedDate,
    Passage,
    Quotation,
    Reading,
    Role,
    TimeValue,
)

TEXT = "Lima, 3 May 2020. Ann left on Monday."
SENTENCE = Passage("a", 18, 37)
TRIGGER = Passage("a", 22, 26)
DATE = Mention(Passage("a", 30, 36), "on\nMonday", Kind.TIME, 30, time=TimeValue("2020-05-04"))


def refused(**told: object) -> list[str]:
    """What is refused of an article with one date, if the graph holds what was told."""
    claim = Claim(Frame.VERB, "leave", (Role("when", DATE),), TRIGGER, SENTENCE, "clause-active")
    reading = Reading(
        Article("a", TEXT, "a.txt", ""), claims=(claim,), dates=(NamedDate(DATE, SENTENCE),)
    )
    dates = UntiedDates()
    dates.add(reading)
    everything = {"events": (), "facts": (), "quotations": (), **told}
    refusals = list(dates.refusals(**everything))
    assert {refusal.passage for refusal in refusals} <= {SENTENCE}
    assert {refusal.reason.split(":")[0] for refusal in refusals} <= {"date not tied"}
    return [refusal.candidate for refusal in refusals]


def event(trigger: Passage) -> Event:
    """An event that some words tell."""
    return Event("event/e", "Ann leaves", (), (), (SENTENCE,), ("event",), triggers=(trigger,))


def test_a_date_of_nothing_is_refused_with_its_words_and_its_value() -> None:
    assert refused() == ["“on Monday” (2020-05-04)"]


def test_the_date_of_an_event_is_not() -> None:
    assert refused(events=[event(TRIGGER)]) == []


def test_that_of_a_claim_that_became_no_event_is() -> None:
    assert refused(events=[event(Passage("a", 0, 4))]) == ["“on Monday” (2020-05-04)"]


def test_the_date_of_a_fact_is_tied_if_the_fact_has_it() -> None:
    born = Fact("person/ann", "schema:birthDate", Literal("2020-05-04"), ("life",), (SENTENCE,))
    works = Fact("person/ann", "schema:worksFor", "organization/a", ("as",), (SENTENCE,))
    assert refused(facts=[born]) == []
    assert refused(facts=[works]) == ["“on Monday” (2020-05-04)"]


def test_the_date_of_a_quotation_is_tied() -> None:
    said = Quotation("quotation/q", "I left", SENTENCE, date="2020-05-04")
    assert refused(quotations=[said]) == []


def lent(event_time: TimeValue | None) -> list[str]:
    """What is refused of a date that is lent to an event, if that has some time in the end."""
    reading = Reading(Article("a", TEXT, "a.txt", ""), dates=(NamedDate(DATE, SENTENCE),))
    told = EventMention(
        Frame.VERB,
        "leave",
        "",
        TRIGGER,
        SENTENCE,
        "clause-active",
        Factuality.ASSERTED,
        None,
        "",
        ("sem:Event",),
        (),
        "Ann leaves",
        second=DATE,
    )
    dates = UntiedDates()
    dates.add(reading, [told])
    left = replace(event(TRIGGER), time=event_time)
    return [refusal.candidate for refusal in dates.refusals([left], (), ())]


def test_a_lent_date_is_tied_if_the_event_has_it_in_the_end() -> None:
    assert lent(TimeValue("2020-05-04")) == []
    assert lent(TimeValue("2020-05-03")) == ["“on Monday” (2020-05-04)"]
    assert lent(None) == ["“on Monday” (2020-05-04)"]
