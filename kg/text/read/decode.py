"""Bytes to text: UTF-8 first, another encoding if it is clear, else a refusal that says why."""

import codecs
from typing import Self

from charset_normalizer import from_bytes

from kg.text.read.forms import binary_form, save_as_text

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 65_536  # bytes in which binary data is looked for, and from which an encoding is guessed
MOST_CONTROLS = 0.05  # share of control characters above which data is no text
MOST_CHAOS = 0.10  # a guess at an encoding that leaves more oddities than this is not believed
CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27}) + b"\x7f"


class NotTextError(ValueError):
    """Data that cannot be read as text; the message says why and what to do."""

    @classmethod
    def with_advice(cls, wrong: str) -> Self:
        """Return the error for data that would be text in another encoding."""
        return cls(f"{wrong}: save it as UTF-8 text")


def decoded(data: bytes, ending: str = "") -> str:
    """Return the text of a file. A byte order mark is no part of it; line ends stay as they are.

    `ending` is that of the file's name, with its dot: it tells forms apart that begin alike. Raises
    `NotTextError` if the data is empty, binary, or in an encoding that cannot be told.
    """
    if not data.strip():
        raise NotTextError("is empty" if not data else "has nothing but blanks in it")
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _with(encoding, data)
    form = binary_form(data, ending)
    if form:
        raise NotTextError(save_as_text(f"is binary ({form}), not plain text"))
    if _has_controls(data):
        raise NotTextError.with_advice("is binary, not text")
    try:
        return _visible(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _guessed(data, error.start)


def _has_controls(data: bytes) -> bool:
    """Return whether data has a null in it, or more control characters than a text has."""
    sample = data[:SAMPLE]
    readable = len(sample.translate(None, CONTROLS))
    return b"\0" in data or readable < (1 - MOST_CONTROLS) * len(sample)


def _with(encoding: str, data: bytes) -> str:
    try:
        return _visible(data.decode(encoding))
    except UnicodeDecodeError as error:
        marked = encoding.removesuffix("-sig").upper()
        raise NotTextError.with_advice(
            f"is marked as {marked} but is not, from byte {error.start} on"
        ) from error


def _guessed(data: bytes, where: int) -> str:
    """Return the text in the encoding that fits best.

    It is guessed around the first byte that is not UTF-8."""
    start = max(0, where - SAMPLE // 2)
    guess = from_bytes(data[start : start + SAMPLE]).best()
    if guess is None or guess.chaos > MOST_CHAOS:
        raise NotTextError.with_advice(
            f"is not UTF-8 (byte {where}), and its encoding cannot be told"
        )
    try:
        return _visible(data.decode(guess.encoding))
    except UnicodeDecodeError as error:
        raise NotTextError.with_advice(
            f"is not UTF-8 (byte {where}), nor {guess.encoding} as it seemed (byte {error.start})"
        ) from error


def _visible(text: str) -> str:
    if not text.strip().strip("\ufeff\u200b"):
        raise NotTextError("has nothing but blanks in it")
    return text
