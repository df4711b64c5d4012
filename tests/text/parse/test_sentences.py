"""Where sentences may start: not in the middle of a line of words."""

import pytest

from kg.text.parse import load, parse
from kg.text.read import article


@pytest.mark.parametrize(
    "text",
    [
        "In 1988, she married Rob Wickstram, with whom she has a daughter.",
        "She runs Acme Gadgets, Inc. which makes shoes in Narvik.",
    ],
)
def test_no_sentence_starts_right_behind_a_word_or_a_shortened_one(text):
    assert len(list(parse(load(), article(text)).sents)) == 1


def test_a_line_of_its_own_is_a_sentence_of_its_own():
    assert (
        len(list(parse(load(), article("Tin is dear again\n\nThe price rose on Monday.")).sents))
        == 2
    )
