"""Articles that Hypothesis makes of all word lists of the language half: each has a graph."""

import pytest
from hypothesis import given, settings
from made_texts import articles, check_quantity, check_time

from kg.graph.ontology import load
from kg.model import Kind, Mention, Reading
from kg.pipeline import assemble
from kg.rdf import triples
from kg.reading_articles import read_article
from kg.text.read import article

ONTOLOGY = load([])

# Sentences whose words lead from one list to another that did not hold them all.
WEEKENDS = [
    "After a weekend of talks, the ministers left Oslo.",
    "Ada Lund spent a weekend in Lima.",
    "Globex and Initech agreed on the sale within a weekend.",
    "The mayor resigned after one weekend in office.",
    "The festival in Lima lasted a whole weekend.",
    "Jens Berg visited Oslo for three weekends.",
    "The strike at Globex went on for two weekends.",
    "Workers mended the bridge over two full weekends.",
    "The crew needed half a weekend to mend the ship.",
    "The search took a weekend and a half.",
    "Globex opened the hall after four straight weekends of work.",
    "It was a two-weekend trip to Norway.",
    "Initech closed its plant for another 12 weekends.",
    "The ferry is out of service for around ten weekends a year.",
]
OTHERS = [
    "The company has many employees, including 13",
    "The blast killed soldiers, among 40",
    "Tens-of-thousands of people marched in Oslo.",
    "Hundreds-of-thousands of miners left Peru.",
    "They paid \u0130NR 5 million for Globex.",
    "Ada Lund left Oslo \u017fix days before the vote on May 5, 2019.",
    "Globex paid for two week\u017f of work.",
    f"The {'9' * 5000}-year-old miner spoke in Oslo.",
]


def read(text: str) -> Reading:
    """The reading of an article of this text, made into a graph, too."""
    reading = read_article(article(text, source="a.txt"))
    assert [*triples(assemble([reading], ONTOLOGY), ONTOLOGY)]
    return reading


def mentions(reading: Reading) -> list[Mention]:
    """All mentions that the chains and claims of a reading speak of."""
    chained = [mention for chain in reading.chains for mention in chain.mentions]
    return chained + [role.mention for claim in reading.claims for role in claim.roles]


@pytest.mark.parametrize("text", [*WEEKENDS, *OTHERS])
def test_no_word_of_one_list_breaks_a_look_up_in_another(text):
    assert read(text).article.text == text


@pytest.mark.parametrize("text", WEEKENDS)
def test_a_weekend_is_no_number_of_days(text):
    times = [mention.time for mention in mentions(read(text)) if mention.kind is Kind.TIME]
    assert not any(time.start or time.end or time.duration for time in times if time is not None)


def test_the_end_of_a_talk_that_lasted_a_weekend_is_not_told():
    (left,) = [claim for claim in read(WEEKENDS[0]).claims if claim.predicate == "leave"]
    assert {role.mention.text for role in left.roles if role.name in ("subject", "object")} == {
        "the ministers",
        "Oslo",
    }


@settings(deadline=None, max_examples=40)
@given(articles())
def test_any_words_of_the_lists_are_read(text):
    for mention in mentions(read(text)):
        # blanks of any kind and number in the text as given are one blank in what was read
        assert mention.passage.of(text).split() == mention.text.split()
        if mention.time is not None:
            check_time(mention.time)
        if mention.quantity is not None:
            check_quantity(mention.quantity)
