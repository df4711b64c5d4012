"""A vote of signs gives a probability; with what a reader sees it is another vote than by rules alone."""

import re
from importlib.resources import files

import pytest

from kg.choices import Demand
from kg.graph.confidence.events import VOTES as SURE
from kg.graph.confidence.facts import VOTE as FACTS
from kg.graph.events.links import VOTES as LINKS
from kg.graph.events.mentions import STATES, Answer
from kg.graph.events.sameness import VOTES as SAMENESS
from kg.graph.events.worth import VOTES as EVENTS
from kg.graph.things.worth import VOTES as THINGS
from kg.graph.vote import BIAS, FLOOR, Vote, Votes, behind
from kg.model import SEEN

ALL = {"events": EVENTS, "things": THINGS, "sameness": SAMENESS, "links": LINKS, "confidence": SURE}


@pytest.mark.parametrize("votes", ALL.values(), ids=ALL)
def test_what_a_reader_has_seen_has_a_table_of_its_own(votes: Votes) -> None:
    assert votes.on((SEEN, "word:arrest")) is votes.with_reader
    assert votes.on(("word:arrest",)) is votes.by_rules
    assert any(sign.startswith(SEEN) for sign in votes.with_reader.weights)
    assert not any(sign.startswith(SEEN) for sign in votes.by_rules.weights)


@pytest.mark.parametrize("votes", [EVENTS, THINGS, SAMENESS], ids=["events", "things", "sameness"])
def test_the_more_a_reader_sees_the_likelier_it_is(votes: Votes) -> None:
    weights = votes.with_reader.weights
    steps = [
        weight
        for sign, weight in weights.items()
        if re.fullmatch(rf"{SEEN} (alike )?-?[\d.]+", sign)
    ]
    assert len(steps) > 5
    assert sum(steps) > 2
    assert min(steps) > -0.5


@pytest.mark.parametrize("votes", ALL.values(), ids=ALL)
def test_every_table_has_a_bias_and_a_floor_that_can_be_reached(votes: Votes) -> None:
    for vote in (votes.with_reader, votes.by_rules):
        assert {BIAS, FLOOR} <= set(vote.weights)
        assert 0 < vote.floor < 1


def test_who_asks_for_precise_claims_asks_more_than_usual_and_who_asks_for_many_less() -> None:
    demands = (Demand.MANY, Demand.USUAL, Demand.PRECISE)
    for vote in (SURE.with_reader, SURE.by_rules, FACTS):
        many, usual, precise = map(vote.floor_for, demands)
        assert 0 < many < usual < precise < 1


def test_without_signs_nothing_speaks_against_it() -> None:
    assert EVENTS.by_rules.chance(()) == 1.0


def test_every_table_of_votes_is_of_some_vote() -> None:
    for package in ("kg.graph.events", "kg.graph.things", "kg.graph.confidence"):
        tables = {path.name for path in files(package).joinpath("data").iterdir()}
        used = {
            vote.table
            for votes in ALL.values()
            for vote in (votes.with_reader, votes.by_rules)
            if vote.package == package
        }
        assert used <= tables


def test_an_unknown_sign_changes_nothing() -> None:
    vote = Vote("kg.graph.events", "worth.tsv")
    assert vote.chance(("no such sign",)) == vote.chance(("no other sign",))


@pytest.mark.parametrize("answer", Answer)
@pytest.mark.parametrize(
    "marks", [{""}, {"", "told Denied", "has:neg"}, {"", f"{SEEN} stands 0.5", "unheard of"}]
)
def test_an_answer_is_as_likely_by_its_marks_as_by_its_signs(
    answer: Answer, marks: set[str]
) -> None:
    signs = [behind(answer, mark) for mark in marks]
    assert any(sign in STATES.weights for sign in signs)
    assert STATES.chance_of(answer, marks) == STATES.chance(signs)
