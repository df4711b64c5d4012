"""Bytes to text: UTF-8 first, another encoding if it is clear, else a refusal that says why."""

import codecs

from charset_normalizer import from_bytes

from kg.text.read.forms import ADVICE as SAVE_AS_TEXT
from kg.text.read.forms import binary_form

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 65_536  # bytes in which binary data is looked for, and from which an encoding is guessed
MOST_CONTROLS = 0.05  # share of control characters above which data is no text
MOST_CHAOS = 0.10  # a guess at an encoding that leaves more oddities than this is not believed
CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27}) + b"\x7f"
ADVICE = "save it as UTF-8 text"


class NotTextError(ValueError):
    """Data that cannot be read as text; the message says why and what to do."""


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
        raise NotTextError(f"is binary ({form}), not plain text: {SAVE_AS_TEXT}")
    sample = data[:SAMPLE]
    if b"\0" in data:
        raise NotTextError(f"is binary, not text: {ADVICE}")
    if len(sample.translate(None, CONTROLS)) < (1 - MOST_CONTROLS) * len(sample):
        raise NotTextError(f"is binary, not text: {ADVICE}")
    try:
        return _visible(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _guessed(data, error.start)


def _with(encoding: str, data: bytes) -> str:
    try:
        return _visible(data.decode(encoding))
    except UnicodeDecodeError as error:
        raise NotTextError(
            f"is marked as {encoding.removesuffix('-sig').upper()} but is not, "
            f"from byte {error.start} on: {ADVICE}"
        ) from error


def _guessed(data: bytes, where: int) -> str:
    """Return the text in the encoding that fits best.

    It is guessed around the first byte that is not UTF-8."""
    start = max(0, where - SAMPLE // 2)
    guess = from_bytes(data[start : start + SAMPLE]).best()
    if guess is None or guess.chaos > MOST_CHAOS:
        raise NotTextError(
            f"is not UTF-8 (byte {where}), and its encoding cannot be told: {ADVICE}"
        )
    try:
        return _visible(data.decode(guess.encoding))
    except UnicodeDecodeError as error:
        raise NotTextError(
            f"is not UTF-8 (byte {where}), nor {guess.encoding} as it seemed "
            f"(byte {error.start}): {ADVICE}"
        ) from error


def _visible(text: str) -> str:
    if not text.strip().strip("\ufeff\u200b"):
        raise NotTextError("has nothing but blanks in it")
    return text
