"""For how long statements hold, from all that several articles tell."""

from functools import cache

import pytest

from kg.choices import DEFAULT_MODEL, DEFAULT_READER
from kg.graph.ontology import load
from kg.inputs import read_inputs
from kg.pipeline import assemble
from kg.reading_articles import read_into
from kg.readings import StoreInMemory

MET = ("2030-01-10", "Iven Rask, the chief executive of Norvik Oil, met investors in Oslo.")
APPOINTED = (
    "2029-05-04",
    "Iven Rask was appointed chief executive of Norvik Oil on 3 May 2029, the company said.",
)
RESIGNED = ("2032-06-08", "Iven Rask resigned as chief executive of Norvik Oil on 7 June 2032.")
LEFT_A_CLUB = ("2032-06-08", "Iven Rask resigned as chairman of Sund United on 7 June 2032.")
WILL_RESIGN = ("2032-06-08", "Iven Rask will resign as chief executive of Norvik Oil in July 2032.")
BRO_MET = ("2030-01-10", "Lars Bro, the chief executive of Norvik Oil, met investors in Oslo.")

ROWS = [
    ([MET], ("", "", "2030-01-10", False)),
    ([APPOINTED], ("2029-05-03", "", "2029-05-04", False)),
    ([MET, APPOINTED], ("2029-05-03", "", "2030-01-10", False)),
    ([MET, RESIGNED], ("", "2032-06-07", "", True)),
    ([APPOINTED, MET, RESIGNED], ("2029-05-03", "2032-06-07", "", True)),
    ([MET, LEFT_A_CLUB], ("", "", "2030-01-10", False)),
    ([MET, BRO_MET], ("", "", "2030-01-10", False)),
]


ALL = [MET, APPOINTED, RESIGNED, LEFT_A_CLUB, WILL_RESIGN, BRO_MET]


@cache
def ontology():
    """The ontology, which is loaded once."""
    return load()


@cache
def readings():
    """The reading of each article, all of which are read at once."""
    records = [
        {"id": f"a{number}", "title": "", "text": text, "date": day}
        for number, (day, text) in enumerate(ALL)
    ]
    found = read_inputs(records).articles
    store = StoreInMemory(DEFAULT_MODEL, DEFAULT_READER)
    assert not list(read_into(store, found))
    by_text = {each.text.strip(): store.open(store.key(each)) for each in found}
    return {(day, text): by_text[text] for day, text in ALL}


def held(articles):
    """Return since when, until when and as of when Iven Rask led the firm, and if that is over."""
    graph = assemble([readings()[each] for each in articles], ontology())
    [fact] = [
        each
        for each in graph.facts
        if each.factuality.stands
        and (each.subject, each.predicate, each.object)
        == ("person/iven-rask", "kg:leads", "organization/norvik-oil")
    ]
    return fact.start, fact.end, fact.as_of, fact.past


@pytest.mark.parametrize(("articles", "expected"), ROWS)
def test_a_post_begins_and_ends_with_what_any_article_tells(articles, expected):
    assert held(articles) == expected


def test_a_plan_to_resign_ends_nothing():
    assert held([MET, WILL_RESIGN])[1] == ""
