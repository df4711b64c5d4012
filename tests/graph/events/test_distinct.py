"""Tellings whose words show that they are two events, and like ones that may be one."""

from dataclasses import replace

import pytest

from kg.graph.events.distinct import are_distinct, are_marked_apart
from kg.graph.events.event_mention import EventMention
from kg.model import Factuality, Frame, Passage

FIRST, NEXT = Passage("a", 0, 40), Passage("b", 0, 50)


def told(phrase: str, sentence: Passage = FIRST, **more: object) -> EventMention:
    at = Passage(sentence.article, sentence.start, sentence.start + len(phrase))
    plain = (Frame.VERB, phrase.split()[0], phrase, at, sentence, "test", Factuality.ASSERTED, None)
    mention = EventMention(*plain, "", (), (), phrase)  # type: ignore[arg-type]
    return replace(mention, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "second", "are_apart"),
    [
        ("northern districts", "the southern districts", True),
        ("an eastern front", "the western front", True),
        ("the first hearing", "a third hearing", True),
        ("the elder brother", "her younger brother", True),
        ("the fifth round", "the last round", True),
        ("northern districts", "the districts", False),
        ("the first hearing", "the hearing", False),
        ("the northern districts", "northern suburbs", False),
        ("the elder brother", "the eldest, elder brother", False),
        ("a deputy", "the chief", False),
    ],
)
def test_ordinals_sides_and_ages_mark_apart(first: str, second: str, are_apart: bool) -> None:
    assert are_marked_apart(first, second) is are_apart
    assert are_marked_apart(second, first) is are_apart


@pytest.mark.parametrize(
    ("first", "second", "are_two"),
    [
        ("check into {0}", "check out of {0}", True),
        ("log in", "log off and out", True),
        ("climb up {0}", "climb down {0}", True),
        ("switch on {0}", "switch off {0}", True),
        ("board in {0} and walk out", "board out of {0}", False),  # both lead out
        ("check into {0}", "check in", False),
        ("check into {0}", "walk out of {0}", False),  # two words: the vote decides
        ("climb up {0}", "climb {0}", False),
        ("switch on {0}", "switch {0}", False),
        ("move into {0}", "move", False),
    ],
)
def test_what_leads_the_other_way_is_another_deed(first: str, second: str, are_two: bool) -> None:
    assert are_distinct(told(first), told(second, NEXT)) is are_two
    assert are_distinct(told(second, NEXT), told(first)) is are_two


def test_who_leaves_what_another_goes_to_does_something_else() -> None:
    leaving = told("depart", roles=(("kg:origin", "place/oslo"),))
    coming = told("travel", NEXT, roles=(("kg:destination", "place/oslo"),))
    elsewhere = replace(coming, roles=(("kg:destination", "place/bergen"),))
    assert are_distinct(leaving, coming) and are_distinct(coming, leaving)
    assert not are_distinct(leaving, elsewhere)


def test_two_words_of_one_sentence_tell_two_events() -> None:
    assert are_distinct(told("capsize"), told("drown"))
    assert not are_distinct(told("capsize"), told("drown", NEXT))
    assert not are_distinct(told("evacuate {0}"), told("evacuation of {0}"))


@pytest.mark.parametrize(
    ("verb", "first", "second", "are_two"),
    [
        ("force", "{0} is forced to resign", "{0} is forced to pay a fine", True),
        ("begin", "{0} begins to sing", "{0} began to dig", True),
        ("order", "{0} orders {1} to leave", "{0} orders {1} to close the mine", True),
        ("fail", "{0} fails to appear", "{0} failed to pay", True),
        ("refuse", "{0} refuses to testify", "{0} refused to hand over {1}", True),
        ("agree", "{0} agrees to merge", "{0} agreed to talk", True),
        ("decide", "{0} decides to stay", "{0} is to decide to leave", True),
        ("force", "{0} is to force {1} to sell", "{0} forces {1} to sell {2}", False),
        ("force", "{0} is forced to resign", "{0} is forced out", False),
        ("begin", "{0} begins to sing", "{0} begins singing", False),
        ("take", "{0} is taken to hospital", "{0} is taken to safety", False),  # no infinitive
        ("order", "{0} orders {1} to leave", "{0} orders {1} to {2}", False),
    ],
)
def test_who_is_forced_to_do_two_things_is_forced_twice(
    verb: str, first: str, second: str, are_two: bool
) -> None:
    one, other = told(first, predicate=verb), told(second, NEXT, predicate=verb)
    assert are_distinct(one, other) is are_two
    assert are_distinct(other, one) is are_two
