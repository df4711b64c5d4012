"""The stretches of a text between quotation marks."""

import re
from collections.abc import Iterator

CLOSING_MARK = {"“": "”", '"': '"', "„": "“", "«": "»", "‘": "’"}  # by the mark that opens
OPENING_MARK = re.compile(f"[{''.join(CLOSING_MARK)}]")
APOSTROPHE = "’"
LETTER = re.compile(r"\w")
SIGN = re.compile(r"\S")
MAX_QUOTE = 5000  # characters; a mark without a partner must not swallow the article


def marked(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches between quotation marks, marks included, in text order.

    A quotation that runs on over a paragraph whose own text opens with a mark again is one stretch
    for each paragraph. Linear in the length of the text.
    """
    end = 0
    for mark in OPENING_MARK.finditer(text):
        start = mark.start()
        if start < end or not _opens(text, start):
            continue
        end = _closing(text, start)
        yield start, end


def _opens(text: str, offset: int) -> bool:
    """Return whether a mark begins a quotation: nothing or a blank before it, a word after it."""
    if LETTER.match(text[offset - 1 : offset]):
        return False
    return SIGN.match(text, offset + 1) is not None


def _closing(text: str, start: int) -> int:
    """Return the offset behind the mark that closes the quotation, or the end of its paragraph."""
    opening = text[start]
    closing = CLOSING_MARK[opening]
    limit = min(len(text), start + MAX_QUOTE)
    ends = {"\n"} if closing == APOSTROPHE else {"\n", opening}
    ends.discard(closing)
    for position in range(start + 1, limit):
        character = text[position]
        if character in ends:
            return position
        if character == closing and not _is_apostrophe(text, position):
            return position + 1
    return limit


def _is_apostrophe(text: str, position: int) -> bool:
    """Return whether a mark stands before a letter, as in "don’t"."""
    if text[position] != APOSTROPHE:
        return False
    return LETTER.match(text, position + 1) is not None
