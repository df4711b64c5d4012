"""Word pieces: the parts of words, from a fixed list, that the encoder of the learned reader takes.

Source: the tokenizer of BERT (Devlin et al. 2019), uncased: words without accents in small letters,
each punctuation mark a word of its own, each word the longest pieces from its left.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

Offsets = tuple[int, int]

UNKNOWN = "[UNK]"
INSIDE = "##"  # before a piece that does not begin a word
LONGEST_WORD = 100  # characters; a longer word is unknown
WORDS_KEPT = 65_536  # whose pieces are remembered
# Blocks of ideographs, each of which is a word.
IDEOGRAPHS = re.compile(
    "[\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U0002a6df\U0002a700-\U0002b73f"
    "\U0002b740-\U0002b81f\U0002b920-\U0002ceaf\uf900-\ufaff\U0002f800-\U0002fa1f]"
)
WORD = re.compile("[^ ]+")
ASCII_MARKS = re.compile(r"[!-/:-@\[-`{-~]")
# Unicode's categories: of what is no character, except for what is not assigned yet; of accents
# and of marks.
NO_CHARACTER, UNASSIGNED = "C", "Cn"
ACCENT = "Mn"
MARK = "P"
REPLACEMENT = "\ufffd"
BLANK = " "
BLANKS = frozenset("\t\n\r")  # of the controls those that divide words


class Piece(NamedTuple):
    """A piece of a word: its number in the list, and where in the word it stands."""

    id: int
    start: int
    end: int


class Encoding(NamedTuple):
    """A text in pieces: the number of each, and its first character and the one behind its last."""

    ids: list[int]
    offsets: list[Offsets]


class WordPieces:
    """The list of pieces, by which texts are divided."""

    def __init__(self, numbers: Mapping[str, int]):
        self.numbers = numbers
        self._of_word = lru_cache(WORDS_KEPT)(self._divided)

    @classmethod
    def from_json(cls, content: str | bytes) -> "WordPieces":
        """Return those of a `tokenizer.json`. Raises `ValueError` or `KeyError` if it has none."""
        model = json.loads(content)["model"]
        return cls(model["vocab"])

    def encode(self, text: str) -> Encoding:
        """Return a text in pieces, in order; without any marks at its ends."""
        encoding = Encoding([], [])
        for word, places in _words(text):
            for piece in self._of_word(word):
                encoding.ids.append(piece.id)
                start, end = places[piece.start], places[piece.end - 1] + 1
                encoding.offsets.append((start, end))
        return encoding

    def _divided(self, word: str) -> tuple[Piece, ...]:
        """Return the pieces of a word, the longest first; one that is unknown if there are none."""
        unknown = (Piece(self.numbers[UNKNOWN], 0, len(word)),)
        if len(word) > LONGEST_WORD:
            return unknown
        pieces: list[Piece] = []
        start = 0
        while start < len(word):
            piece = self._longest(word, start)
            if piece is None:
                return unknown
            pieces.append(piece)
            start = piece.end
        return tuple(pieces)

    def _longest(self, word: str, start: int) -> Piece | None:
        """Return the longest piece at a place of a word; None if none is there."""
        before = INSIDE if start else ""
        for end in range(len(word), start, -1):
            number = self.numbers.get(before + word[start:end])
            if number is not None:
                return Piece(number, start, end)
        return None


def _words(text: str) -> Iterator[tuple[str, Sequence[int]]]:
    """Yield each word as the pieces have it, with the place in the text of each of its letters."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in _letters(character):
            letters.append(letter)
            places.append(place)
    for word in WORD.finditer("".join(letters)):
        start, end = word.span()
        yield word[0], places[start:end]


@lru_cache(4_096)
def _letters(character: str) -> str:
    """Return what stands for a character; nothing for what is none, and for accents.

    >>> _letters("É"), _letters("\\t"), _letters("!")
    ('e', ' ', ' ! ')
    """
    if character in BLANKS:
        return BLANK
    category = unicodedata.category(character)
    is_none = category.startswith(NO_CHARACTER) and category != UNASSIGNED
    if is_none or character == REPLACEMENT:
        return ""
    if character.isspace():
        return BLANK
    parts = unicodedata.normalize("NFD", character)
    bare = (part for part in parts if unicodedata.category(part) != ACCENT)
    letters = "".join(map(_word_or_letter, bare))
    return f"{BLANK}{letters}{BLANK}" if IDEOGRAPHS.match(character) else letters


def _word_or_letter(part: str) -> str:
    """Return a character in small letters; between blanks if it is a word of its own."""
    is_mark = ASCII_MARKS.match(part) or unicodedata.category(part).startswith(MARK)
    return f"{BLANK}{part}{BLANK}" if is_mark else part.lower()
