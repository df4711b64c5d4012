"""Dates that the words around an event lend to it, and those that they do not."""

from dataclasses import replace
from pathlib import Path

import pytest
from event_samples import Clause, article, clause, entities, entity_of, ontology

import kg
from kg.graph.events import candidate_dates, event_mentions
from kg.graph.events.dates import VOTE
from kg.graph.ontology import linked_mentions
from kg.model import SEEN, Factuality, NamedDate, Reading

ARTICLES = {
    "purchase": """Acme buys engine maker Borel for 3 billion euros

2 May 2022

Acme said on Monday it had bought the engine maker Borel for 3 billion euros. The deal ends a long dispute.

In January the firm had closed two plants in Norway. Its founder, Ann Lund, was born in 1950. In 1998 she married Jens Holm in Oslo.
""",
    "fire": """Fire destroys library in Tampere

TAMPERE, 9 November 2021 - A fire destroyed the city library of Tampere on Sunday, police said.

Two guards were injured in the fire. A new library opens in 2026.
""",
    "trial": """Bank director jailed for fraud

14 March 2019

A court in Lyon on Wednesday sentenced the bank director Paul Morel to six years in prison for fraud.

Prosecutors had accused him of stealing 2 million euros. His firm collapsed in 2011.
""",
}


@pytest.fixture(scope="module")
def dates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The date of each event by its label; empty where it has none."""
    folder: Path = tmp_path_factory.mktemp("lent")
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    events = kg.build([folder], folder / "out", cache=False).graph.events
    return {event.label: event.time.start if event.time else "" for event in events}


def test_a_headline_has_the_date_of_the_first_sentence(dates: dict[str, str]) -> None:
    assert dates["Acme buys Borel for 3 billion euros"] == "2022-05-02"
    assert dates["Fire destroys city library"] == "2021-11-07"


def test_an_event_keeps_its_own_date(dates: dict[str, str]) -> None:
    own = {
        "Ann Lund is born": "1950",
        "Ann Lund marries Jens Holm": "1998",
        "Borel closes two plants in Norway": "2022-01",
        "Firm collapses": "2011",
        "New library is to open": "2026",
    }
    assert own == {label: dates[label] for label in own}


def test_what_was_done_before_has_no_date_of_the_news(dates: dict[str, str]) -> None:
    assert dates["Paul Morel allegedly steals 2 million euros"] == ""
    assert dates["Prosecutors accuse Paul Morel"] == ""


KNOWN = [
    clause("open", "{0} opens fair", ("subject", "Ann Bolt"), ("when", "2021-02-25")),
    clause("leave", "{0} leaves", ("subject", "Jens Berg")),
]


def test_only_what_stands_and_has_no_time_is_lent_one() -> None:
    opens, leaves = clause("open", "{0} opens", ("subject", "Oslo")), KNOWN[1]
    assert lent_dates(opens, leaves) == []
    assert lent_dates(*KNOWN) == [("leave", "2021-02-25")]
    denied = clause("leave", "{0} leaves", ("subject", "Oslo"), factuality=Factuality.DENIED)
    assert lent_dates(KNOWN[0], denied) == []


def test_a_date_is_lent_only_by_vote() -> None:
    """What speaks for a date, and what speaks against it, decide together."""
    near, far = ("before, paragraph 0, distance 0", "before, paragraph 3, distance 3")
    for_it, against = ["of the lead", f"at:{near}", "same class"], [f"at:{far}", "order:3"]
    assert VOTE.chance(against) < VOTE.chance(["order:0"]) < VOTE.chance([*for_it, "order:0"])
    assert VOTE.chance(against) < VOTE.floor


LIKENESSES = [
    ((3, 0), (3, 0), True),
    ((3, 1), (6, 2), True),
    ((3, 0), (0, 3), False),
    ((3, 0), (-3, 0), False),
]


@pytest.mark.parametrize(("own", "other", "are_alike"), LIKENESSES)
def test_it_speaks_for_a_date_if_the_reader_finds_the_events_alike(
    own: tuple[int, ...], other: tuple[int, ...], are_alike: bool
) -> None:
    (signs,) = signs_of_dates(own, other)
    assert SEEN in signs
    assert (f"{SEEN} alike 0.9" in signs) is are_alike


def test_without_a_reader_nothing_tells_how_alike_events_are() -> None:
    (signs,) = signs_of_dates((), ())
    assert not [sign for sign in signs if sign.startswith(SEEN)]


def signs_of_dates(own: tuple[int, ...], other: tuple[int, ...]) -> list[tuple[str, ...]]:
    """The signs of the date that one made-up event may lend another, with vectors of both."""
    reading = dated("a", *KNOWN)
    linked = linked_mentions(reading, {e.id: e for e in entities()}, entity_of([reading]))
    opens, leaves = event_mentions(reading, linked, ontology())
    mentions = [replace(opens, vector=other), replace(leaves, vector=own)]
    return [lent.signs for lent in candidate_dates(mentions, reading)]


def lent_dates(*clauses: Clause) -> list[tuple[str, str]]:
    """The words of events in made-up clauses, and the dates that may be lent to them."""
    reading = dated("a", *clauses)
    linked = linked_mentions(reading, {e.id: e for e in entities()}, entity_of([reading]))
    mentions = event_mentions(reading, linked, ontology())
    return [(lent.mention.predicate, lent.date.text) for lent in candidate_dates(mentions, reading)]


def dated(id_: str, *clauses: Clause) -> Reading:
    """The reading of made-up clauses, with the dates that they tell."""
    reading = article(id_, *clauses)
    times = [(claim, when) for claim in reading.claims for when in claim.fillers("when")]
    return replace(reading, dates=tuple(NamedDate(when, claim.evidence) for claim, when in times))
