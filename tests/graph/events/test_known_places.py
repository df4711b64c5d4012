"""Places that another sentence lends an event: of "the attack", and of what a headline tells."""

import pytest
from event_samples import Clause, article, clause, events, noun

from kg.model import Factuality


def places(*clauses: Clause) -> dict[str, set[str]]:
    """The places of each event by its label."""
    found = events(article("a", *clauses))
    return {e.label: {who for role, who in e.roles if role == "sem:hasPlace"} for e in found}


TOLD = noun("attack", "attack in {0}", ("in", "Oslo"))
THE = noun("attack", "attack on {0}", ("on", "Globex"), before="the")


def test_the_event_of_a_definite_noun_is_where_it_was_told_to_be() -> None:
    assert places(TOLD, THE)["Attack on Globex"] == {"place/oslo"}


def test_what_a_headline_tells_is_where_the_text_tells_it() -> None:
    head = clause(
        "meet", "{0} meets {1}", ("subject", "Globex"), ("object", "Initech"), headline=True
    )
    lead = clause("meet", "{0} meets in {1}", ("subject", "Ann Bolt"), ("in", "Oslo"))
    assert places(head, lead)["Globex meets Initech"] == {"place/oslo"}


FILLER = [clause("open", f"{{0}} opens shop {n}", ("subject", "Umbrella")) for n in range(3)]
NOT_LENT = [
    (
        "an attack, not the attack",
        TOLD,
        noun("attack", "attack on {0}", ("on", "Globex"), before="an"),
    ),
    ("of another word", noun("raid", "raid in {0}", ("in", "Oslo")), THE),
    ("no place is told", noun("attack", "attack"), THE),
    ("too far away", TOLD, *FILLER, THE),
    (
        "only planned",
        noun("attack", "attack in {0}", ("in", "Oslo"), factuality=Factuality.PLANNED),
        THE,
    ),
]


@pytest.mark.parametrize(("why", "clauses"), [(why, clauses) for why, *clauses in NOT_LENT])
def test_a_noun_borrows_no_place_from(why: str, clauses: list[Clause]) -> None:
    assert places(*clauses)["Attack on Globex"] == set(), why


def test_an_event_with_a_place_keeps_its_own() -> None:
    own = noun("attack", "attack on {0} in {1}", ("on", "Globex"), ("in", "Paris"), before="the")
    assert places(TOLD, own)["Attack on Globex in Paris"] == {"place/paris"}
