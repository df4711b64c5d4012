"""No text makes a word or a sentence without end, and ordinary text is not touched."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.text.parse import load, parse
from kg.text.parse.parser import LONGEST_SENTENCE, LONGEST_WORD, endless_words, readable
from kg.text.read import article

ENDLESS = ["Ann Bolt met, ", "( ", "and ", '" ', "very old ", "1 2 "]


@pytest.mark.parametrize("piece", ENDLESS)
def test_a_sentence_that_does_not_end_is_ended(piece):
    found = article((piece * 1_000)[:2_400])
    doc = parse(load(), found)
    assert max(len(sentence) for sentence in doc.sents) <= LONGEST_SENTENCE
    assert doc.text == readable(found)
    assert {token.sent.start for token in doc} == {sentence.start for sentence in doc.sents}


@pytest.mark.parametrize("piece", ['"', "“", "(", "-a", "1.", "\u0301", "李", "\u202e", "x"])
def test_a_word_that_does_not_end_is_not_read(piece):
    found = article(f"Ann Bolt met {piece * 100_000} in Oslo.")
    words = [token.text for token in parse(load(), found) if not token.is_space]
    assert words == ["Ann", "Bolt", "met", "in", "Oslo", "."]


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["a", " ", "\n", "“", "\u00a0"]), st.integers(1, 1_500)),
        max_size=8,
    )
)
def test_what_is_read_has_the_length_of_the_text_and_no_endless_word(parts):
    found = article("".join(char * count for char, count in parts))
    seen = readable(found)
    assert len(seen) == len(found.text)
    assert list(endless_words(seen)) == []
    assert all(len(word) <= LONGEST_WORD for word in seen.split())
