"""Dates that another sentence lends an event: the first sentence to the headline, the last event of its kind to "the deal"."""

import pytest
from event_samples import Clause, article, clause, events, noun

from kg.model import Factuality


def dates(*clauses: Clause, published: str = "2021-02-26") -> dict[str, str]:
    """The date of each event by its label; empty where it has none."""
    return {
        event.label: event.time.start if event.time else ""
        for event in events(article("a", *clauses, published=published))
    }


HEAD = clause("unveil", "{0} unveils car", ("subject", "Globex"), headline=True)
LEAD = clause("show", "{0} shows car", ("subject", "Globex"), ("when", "2021-02-25"))


def test_the_event_of_a_headline_has_the_date_of_the_first_sentence_with_the_same_doer() -> None:
    assert dates(HEAD, LEAD)["Globex unveils car"] == "2021-02-25"


NOT_LENT = [
    (
        "another doer",
        HEAD,
        clause("show", "{0} shows car", ("subject", "Initech"), ("when", "2021-02-25")),
    ),
    ("not the first sentence", HEAD, clause("open", "{0} opens", ("subject", "Oslo")), LEAD),
    ("no headline", clause("unveil", "{0} unveils car", ("subject", "Globex")), LEAD),
    (
        "a plan",
        clause("unveil", "{0} unveils car", ("subject", "Globex"), headline=True, before="to"),
        LEAD,
    ),
    (
        "a denial",
        HEAD,
        clause(
            "show",
            "{0} shows car",
            ("subject", "Globex"),
            ("when", "2021"),
            factuality=Factuality.DENIED,
        ),
    ),
]


@pytest.mark.parametrize(("why", "clauses"), [(why, clauses) for why, *clauses in NOT_LENT])
def test_a_headline_borrows_no_date_from(why: str, clauses: list[Clause]) -> None:
    assert dates(*clauses)["Globex unveils car"] == "", why


def test_what_was_announced_did_not_happen_when_it_was_announced() -> None:
    said = clause("announce", "{0} announces", ("subject", "Globex"), ("when", "2021-02-25"))
    sold = clause("sell", "{0} sells car", ("subject", "Globex"), headline=True)
    assert dates(sold, said)["Globex sells car"] == ""


SIGNED = clause("sign", "{0} signs contract", ("subject", "Globex"), ("when", "2021-02-22"))


def test_a_definite_noun_has_the_date_of_the_last_event_of_its_kind() -> None:
    assert dates(SIGNED, noun("deal", "deal", before="the"))["Deal"] == "2021-02-22"


@pytest.mark.parametrize("before", ["a", "no other", "another"])
def test_an_indefinite_noun_has_not(before: str) -> None:
    assert dates(SIGNED, noun("deal", "deal", before=before))["Deal"] == ""


def test_nor_has_it_where_the_last_event_of_its_kind_is_no_news() -> None:
    old = clause("sign", "{0} signs contract", ("subject", "Globex"), ("when", "1991"))
    assert dates(old, noun("deal", "deal", before="the"))["Deal"] == ""


def test_a_saying_has_the_day_of_what_its_speaker_did_or_said_before() -> None:
    opened = clause("open", "{0} opens fair", ("subject", "Ann Bolt"), ("when", "2021-02-25"))
    assert (
        dates(opened, clause("praise", "{0} praises fair", ("subject", "Ann Bolt")))[
            "Ann Bolt praises fair"
        ]
        == "2021-02-25"
    )
    assert (
        dates(opened, clause("praise", "{0} praises fair", ("subject", "Jens Berg")))[
            "Jens Berg praises fair"
        ]
        == ""
    )


def test_a_saying_has_no_day_from_long_ago() -> None:
    opened = clause("open", "{0} opens fair", ("subject", "Ann Bolt"), ("when", "2020-02-25"))
    assert (
        dates(opened, clause("praise", "{0} praises fair", ("subject", "Ann Bolt")))[
            "Ann Bolt praises fair"
        ]
        == ""
    )


def test_no_event_has_the_date_of_its_article_for_want_of_another() -> None:
    assert set(dates(clause("buy", "{0} buys it", ("subject", "Globex")), clause("meet", "{0} meets", ("subject", "Oslo"))).values()) == {""}  # fmt: skip
