"""A long article in pieces: nothing is lost between them, and what was read of them stands at the right place of the whole."""

from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import (
    LONGEST_PIECE,
    Chain,
    Claim,
    Frame,
    Kind,
    Mention,
    Passage,
    Quote,
    Reading,
    Role,
    joined,
    pieces,
)
from kg.text.read import article

UNITS = ("word ", "One. ", "A line\n", "\n", "\r\n\r\n", " ", "x" * 1_200, "“Yes.” ", "\u2028")
LONG_TEXTS = st.lists(
    st.tuples(st.sampled_from(UNITS), st.integers(1, 40_000)), min_size=1, max_size=6
).map(lambda parts: "".join(unit * max(1, count // len(unit)) for unit, count in parts))


@settings(max_examples=40, deadline=None)
@given(LONG_TEXTS)
def test_the_pieces_of_a_text_are_the_text(text):
    found = list(pieces(article(text)))
    assert "".join(piece.text for _, piece in found) == text
    assert all(text[start : start + len(piece.text)] == piece.text for start, piece in found)
    assert all(len(piece.text) <= LONGEST_PIECE for _, piece in found)
    assert all(piece.text for _, piece in found) or not text


def test_an_article_of_news_is_one_piece_and_the_same_article():
    found = article(
        "Old bridge closed\n\nMarch 1, 2008\n\n" + "The mayor closed the bridge. " * 300
    )
    assert list(pieces(found)) == [(0, found)]


def test_a_piece_ends_behind_a_paragraph():
    text = "The mayor closed the bridge. It was old.\n\n" * 3_000
    assert all(piece.text.endswith("\n\n") for _, piece in pieces(article(text)))


def test_furniture_and_front_stay_on_their_words():
    text = (
        "Old bridge closed\n\nMarch 1, 2008\n\n"
        + "The mayor closed the bridge. It was old.\n\nShare this article\n\n" * 2_000
    )
    whole = article(text)
    words = [each.of(whole.text) for each in (*whole.front, *whole.furniture)]
    found = [
        each.of(piece.text)
        for _, piece in pieces(whole)
        for each in (*piece.front, *piece.furniture)
    ]
    assert sorted(found) == sorted(words)


def passages(value):
    """Every passage inside a value."""
    if isinstance(value, Passage):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from passages(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from passages(each)


def mention(at: int) -> Mention:
    return Mention(Passage("a", at, at + 4), "Acme", Kind.NAME, head=at)


@pytest.mark.parametrize("by", [0, 7])
def test_all_that_was_read_of_a_piece_moves_with_it(by):
    acme, bolt = mention(0), mention(10)
    at = Passage("a", 0, 20)
    reading = Reading(
        article("Acme buys Bolt"),
        (Chain((acme,), apart=(1,)), Chain((bolt,), members=(0,))),
        (Claim(Frame.VERB, "buy", (Role("subject", acme),), at, at, "r", speaker=bolt, parent=at),),
        (Quote(at, "x", at, speaker=acme, addressee=bolt, when=bolt),),
    )
    whole = joined(reading.article, [(0, reading), (by, reading)])
    second = Reading(reading.article, whole.chains[2:], whole.claims[1:], whole.quotes[1:])
    moved = [
        Passage(each.article, each.start + by, each.end + by)
        for each in passages((reading.chains, reading.claims, reading.quotes))
    ]
    assert list(passages((second.chains, second.claims, second.quotes))) == moved
    assert [each.mentions[0].head for each in second.chains] == [by, 10 + by]
    assert (second.chains[0].apart, second.chains[1].members) == ((3,), (2,))
    assert whole.chains[:2] == reading.chains and whole.claims[:1] == reading.claims
