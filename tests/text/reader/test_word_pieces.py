"""Word pieces are those that the encoder was trained with, at the right places of any text."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.text.reader.weights import OWN
from kg.text.reader.word_pieces import WordPieces

FILE = OWN / "tokenizer.json"
PIECES = WordPieces.from_json(FILE.read_bytes())
WORD_OF = {number: word for word, number in PIECES.numbers.items()}


def told(text: str) -> list[tuple[str, str]]:
    """Each piece of a text, and the part of the text that it stands for."""
    ids, offsets = PIECES.encode(text)
    return [
        (WORD_OF[number], text[start:end])
        for number, (start, end) in zip(ids, offsets, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("  \n", []),
        ("Lund won.", [("lund", "Lund"), ("won", "won"), (".", ".")]),
        ("Zürich", [("zurich", "Zürich")]),
        ("U\u0308ber", [("uber", "U\u0308ber")]),
        ("unwinnable", [("un", "un"), ("##win", "win"), ("##nable", "nable")]),
        ("north\u00adern", [("northern", "north\u00adern")]),
        ("a\u00a0b\tc", [("a", "a"), ("b", "b"), ("c", "c")]),
        ("“No”", [("“", "“"), ("no", "No"), ("”", "”")]),
        ("日本", [("日", "日"), ("本", "本")]),
        ("x" * 101, [("[UNK]", "x" * 101)]),
        ("\U0001f9e8 !", [("[UNK]", "\U0001f9e8"), ("!", "!")]),
    ],
)
def test_the_pieces_of_a_text(text: str, pieces: list[tuple[str, str]]) -> None:
    assert told(text) == pieces


def test_marks_of_the_encoder_are_words_like_others_in_a_text() -> None:
    """Else a text could pretend to end."""
    assert [piece for piece, _ in told("[SEP]")] == ["[", "sep", "]"]


# Letters, accents, marks and blanks that both know: the scripts that are of any use in English news.
KNOWN = st.text(
    st.characters(max_codepoint=0x2FF) | st.sampled_from("“”’–—…€\u0301\u200b½ß日İΣﬁ한")
)


@given(KNOWN)
@example("The Lima-based firm’s chief, Zoë O’Hara, 45, paid €3.5m – “too much” – in 2019.")
@settings(max_examples=300, deadline=None)
def test_they_are_those_of_the_tokenizer_with_which_the_encoder_was_trained(text: str) -> None:
    tokenizers = pytest.importorskip("tokenizers")
    other = tokenizers.Tokenizer.from_file(str(FILE))
    other.no_padding()
    other.no_truncation()
    expected = other.encode(text, add_special_tokens=False)
    assert PIECES.encode(text) == (expected.ids, expected.offsets)
