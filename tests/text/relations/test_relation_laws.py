"""Laws of claims and quotations: they speak of the mentions that were given, in words that the article has."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Passage
from kg.text.attribution import quotes
from kg.text.attribution.quotation_marks import marked
from kg.text.mentions import mentions
from kg.text.parse import load, parse
from kg.text.read import article
from kg.text.relations import claims

TEXT = (
    "Maria Lopez, the founder of Globex, met Jens Berg and his daughter, Anna, in Oslo on Friday.\n\n"
    "“We will buy Initech,” Lopez said. “It is in Paris.” Norwegian Prime Minister Jens Berg denied that he had left Globex. "
    "The company, which employs 40 people, was owned by Umbrella until 2011, according to Berg.\n"
)
MARKS = st.lists(
    st.sampled_from(
        ["“", "”", '"', "'", "‘", "’", "«", "»", "„", "word", " ", "\n", ", she said, ", "."]
    ),
    max_size=40,
)


@pytest.fixture(scope="module")
def read():
    found = article(TEXT)
    doc = parse(load(), found)
    return found, doc, mentions(doc, found)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_claims_are_about_the_mentions_that_were_given(read, data):
    found, doc, every = read
    given_ = data.draw(st.lists(st.sampled_from(every), unique=True))
    said = quotes(doc, found, given_)
    told = claims(doc, found, given_, said)
    used = [role.mention for claim in told for role in claim.roles] + [
        claim.speaker for claim in told if claim.speaker
    ]
    used += [
        each for quote in said for each in (quote.speaker, quote.addressee, quote.when) if each
    ]
    assert set(used) <= set(given_)
    assert all(
        0 <= claim.evidence.start <= claim.trigger.start < claim.trigger.end <= len(TEXT)
        for claim in told
    )
    assert len(told) == len(set(told))


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_the_order_of_the_mentions_makes_no_difference(read, data):
    found, doc, every = read
    other = data.draw(st.permutations(every))
    said = quotes(doc, found, every)
    assert quotes(doc, found, other) == said
    assert claims(doc, found, other, said) == claims(doc, found, every, said)


@settings(deadline=None)
@given(MARKS)
def test_stretches_between_marks_stand_apart_and_in_order(parts):
    text = "".join(parts)
    found = list(marked(text))
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    assert all(Passage("a", start, end).of(text)[0] in '“"„«‘' for start, end in found)
