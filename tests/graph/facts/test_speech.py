"""Quotes to quotations: who says what to whom, and when."""

import pytest
from event_samples import article, clause, id_of, one, quoted, read

from kg.model import Factuality, Kind, Mention, Passage, Quotation, Reading, TimeValue

SAID = article("a", clause("say", "{0} says", ("subject", "Ann Bolt"), ("object", "Jens Berg")))


def quotation(reading: Reading) -> Quotation:
    return one(read([reading]).quotations)


def when(value: TimeValue) -> Mention:
    return Mention(Passage("a", 0, 3), "say", Kind.TIME, 0, time=value)


def test_a_quotation_has_its_words_its_speaker_and_its_passage() -> None:
    found = quotation(quoted(SAID, "Ann Bolt", text="Ça\n  va “bien”", rule="direct"))
    assert (found.text, found.speaker, found.evidence.article, found.rule) == (
        "Ça va “bien”",
        id_of("Ann Bolt"),
        "a",
        "direct",
    )


def test_words_of_nobody_known_are_no_quotation() -> None:
    assert read([quoted(SAID, "Ann Bolt", speaker=None)]).quotations == ()


def test_an_addressee_is_named_unless_it_is_the_speaker() -> None:
    people = {chain.name: chain.mentions[0] for chain in SAID.chains}
    assert quotation(quoted(SAID, "Ann Bolt", addressee=people["Jens Berg"])).addressee == id_of(
        "Jens Berg"
    )
    assert quotation(quoted(SAID, "Ann Bolt", addressee=people["Ann Bolt"])).addressee == ""


DATES = [(TimeValue("2021-02-25"), "2021-02-25"), (TimeValue("2020", "2021"), ""), (TimeValue("2020", open=True), ""), (TimeValue(), "")]  # fmt: skip


@pytest.mark.parametrize(("value", "date"), DATES)
def test_the_date_is_that_of_the_saying_where_it_is_a_single_one(
    value: TimeValue, date: str
) -> None:
    assert quotation(quoted(SAID, "Ann Bolt", when=when(value))).date == date


def test_indirect_and_denied_sayings_say_so() -> None:
    found = quotation(quoted(SAID, "Ann Bolt", indirect=True, factuality=Factuality.DENIED))
    assert found.indirect and found.factuality is Factuality.DENIED


def test_the_same_words_in_two_articles_are_two_quotations() -> None:
    other = article(
        "b", clause("say", "{0} says", ("subject", "Ann Bolt"), ("object", "Jens Berg"))
    )
    found = read([quoted(SAID, "Ann Bolt"), quoted(other, "Ann Bolt")]).quotations
    assert len({each.id for each in found}) == 2 and list(found) == sorted(
        found, key=lambda each: each.id
    )
