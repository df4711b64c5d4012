"""Bytes to a text that may be prose, or a refusal that says why.

UTF-8 is tried first, then another encoding if it is clear. What is of a form of data that is no
prose is never read as if somebody had written it for people to read, but refused by name: it is
known by its content or by the ending of its files. The forms and their signs are in
`data/forms.toml`.
"""

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Self

from charset_normalizer import from_bytes
from ftfy import fix_encoding

from kg.text.read import signs
from kg.text.read.code import commonest_kind, kinds_of_code
from kg.text.read.markup import front_matter
from kg.text.read.samples import BLANKS, Offset, Sample, Sign, begins, lines, times
from kg.text.read.tables import table

Row = Mapping[str, Any]

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 65_536  # bytes in which binary data is looked for, and from which an encoding is guessed
MOST_SEEN = 1_000_000  # bytes in which signs of a form are looked for
MOST_CONTROLS = 0.05  # share of control characters above which data is no text
MOST_CHAOS = 0.10  # a guess at an encoding that leaves more oddities than this is not believed
CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27}) + b"\x7f"
INVISIBLE = "\ufeff\u200b"
# UTF-8 read as Windows-1252, which has no character for the last byte of a closing quotation mark,
# so that it is often lost.
CUT_OFF = re.compile(r"â€(?![\u0080-\u00bf\u0152-\u0192\u02c6-\u2122])")
CLOSING = "â€\x9d"


class NotTextError(ValueError):
    """Data that cannot be read as text; the message says why and what to do."""

    @classmethod
    def with_advice(cls, wrong: str) -> Self:
        """Return the error for data that would be text in another encoding."""
        return cls(f"{wrong}: save it as UTF-8 text")


@dataclass(frozen=True, slots=True)
class Form:
    """A form of data: what people call it, the signs of which each is enough, and the endings of
    its files.
    """

    name: str
    signs: tuple[Sign, ...]
    endings: str = ""

    def place(self, sample: Sample) -> Offset:
        """Return where a text shows the first of the signs that it has; None if it has none."""
        for sign in self.signs:
            at = sign(sample)
            if at is not None:
                return at
        return None

    def name_in(self, sample: Sample) -> str:
        """Return what people call the form of a text; a program by its language."""
        if signs.code not in self.signs:
            return self.name
        kinds = kinds_of_code(sample.lines)
        return commonest_kind(kinds)


TABLE = table("forms")


def _form(row: Row) -> Form:
    """Return the form in a row of the table."""
    signs_of_form = tuple(_signs(row))
    endings = row.get("endings", "")
    return Form(row["name"], signs_of_form, endings)


def _signs(row: Row) -> Iterator[Sign]:
    """Yield the signs in a row of the table, in the order in which they are tried."""
    for pattern in row.get("begins", ()):
        yield begins(_filled(pattern))
    for asked in row.get("times", ()):
        pattern = _filled(asked["pattern"])
        yield times(pattern, least=asked["least"])
    for asked in row.get("lines", ()):
        limits = dict(asked)
        pattern = _filled(limits.pop("pattern"))
        yield lines(pattern, **limits)
    if "own" in row:
        yield getattr(signs, row["own"])


def _filled(pattern: str) -> str:
    """Return a pattern with its parts in their places."""
    for name, part in TABLE["parts"].items():
        place = f"{{{name}}}"
        pattern = pattern.replace(place, part)
    return pattern


def _endings() -> Iterator[tuple[str, str]]:
    """Yield the endings of files, each with the form that has it."""
    for form in FORMS:
        for ending in form.endings.split():
            yield ending, form.name


def _beginnings() -> Iterator[tuple[bytes, str]]:
    """Yield how files of binary forms begin, each with the form."""
    for beginning, name in TABLE["binary"].items():
        yield beginning.encode("latin-1"), name


# The first that fits is told, so what is narrower comes first.
FORMS = tuple(map(_form, TABLE["form"]))
ENDINGS = MappingProxyType(dict(_endings()))
# Forms that are no text: how their files begin. `decoded` would find most of them binary, but
# cannot say what they are.
BINARY = MappingProxyType(dict(_beginnings()))
BINARY_ENDINGS: Mapping[str, str] = MappingProxyType(TABLE["binary-endings"])


def decoded(data: bytes, ending: str = "") -> str:
    """Return the text of a file. A byte order mark is no part of it; line ends stay as they are.

    `ending` is that of the file's name, with its dot: it tells forms apart that begin alike. Raises
    `NotTextError` if the data is empty, binary, or in an encoding that cannot be told.
    """
    if not data.strip():
        raise NotTextError("has nothing but blanks in it" if data else "is empty")
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


def repaired(text: str) -> str:
    """Return a text in which no line was written in one encoding and read in another.

    What may be meant as it stands is left.

    >>> repaired("JosÃ© PeÃ±a said: â€œNo.â€\x9d"), repaired("SÃO PAULO")
    ('José Peña said: “No.”', 'SÃO PAULO')
    """
    if text.isascii():
        return text
    text = CUT_OFF.sub(CLOSING, text)
    return "".join(map(fix_encoding, text.splitlines(keepends=True)))


def _has_controls(data: bytes) -> bool:
    """Return whether data has a null in it, or more control characters than a text has."""
    sample = data[:SAMPLE]
    readable = sample.translate(None, CONTROLS)
    least = (1 - MOST_CONTROLS) * len(sample)
    return b"\0" in data or len(readable) < least


def _with(encoding: str, data: bytes) -> str:
    """Return the text of data in the encoding that its byte order mark tells."""
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
    sample = data[start : start + SAMPLE]
    guess = from_bytes(sample).best()
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
    """Return a text that has more than blanks and invisible marks in it."""
    if not text.strip().strip(INVISIBLE):
        raise NotTextError("has nothing but blanks in it")
    return text


def refusal(text: str, ending: str = "") -> str:
    """Return why a text is not read as prose, and what to do; empty if it may be prose.

    `ending` is that of a file that was named, with its dot; a file is what its content shows, and
    only then what it is called.

    >>> refusal("<html><p>Ada Lund met Jens Berg.</p></html>")
    'is HTML, not plain text: save the article as plain text (.txt)'
    >>> refusal("Ada Lund met Jens Berg in Oslo.")
    ''
    >>> refusal("Ada Lund met Jens Berg in Oslo.", ".pdf").partition(":")[0]
    'is called .pdf, as PDF is, and not read as plain text'
    """
    for form, at in _shown(text)[:1]:
        name = form.name_in(Sample(text, front_matter(text)))
        return save_as_text(_is_or_has(name, text, at))
    called = of_ending(ending)
    if not called:
        return ""
    return save_as_text(f"is called {ending}, as {called} is, and not read as plain text")


def forms_of(data: bytes, ending: str = "") -> tuple[str, ...]:
    """Return the forms that data as a whole shows, by their names, the narrowest first.

    >>> forms_of(b"<html><p>Ada Lund met Jens Berg.</p></html>")
    ('HTML', 'XML')
    """
    form = starts_as(data, ending)
    if form:
        return (form,)
    text = _seen(data)
    start = len(text) - len(text.lstrip(BLANKS))
    return tuple(form.name for form, at in _shown(text) if at <= start)


@lru_cache(1)  # for a text that is prose, both `forms_of` and `refusal` ask
def _shown(text: str) -> tuple[tuple[Form, int], ...]:
    """Return the forms of which a text shows signs, each with the place of the first."""
    sample = Sample(text, front_matter(text))
    places = ((form, form.place(sample)) for form in FORMS)
    return tuple((form, at) for form, at in places if at is not None)


def _seen(data: bytes) -> str:
    """Return the beginning of data as text, in whatever encoding; empty if it is binary."""
    try:
        return decoded(data if len(data) <= MOST_SEEN else _whole_characters(data[:MOST_SEEN]))
    except NotTextError:
        sample = data[:SAMPLE]
        return "" if _has_controls(sample) else sample.decode("latin-1")


def _whole_characters(data: bytes) -> bytes:
    """Return data without a character of UTF-8 that is cut at its end."""
    start = len(data) - 1
    while start > 0 and data[start] & 0xC0 == 0x80:
        start -= 1
    return data[:start]


def starts_as(data: bytes, ending: str = "") -> str:
    """Return the form of data that tells it by its first bytes; empty if none does."""
    for mark, _ in BOMS:
        if data.startswith(mark):
            return ""
    return binary_form(data, ending)


def of_ending(ending: str) -> str:
    """Return the form of files with an ending; empty if it tells none."""
    endings = ENDINGS | BINARY_ENDINGS
    return endings.get(ending.lower(), "")


def save_as_text(wrong: str) -> str:
    """Return what is wrong with a file, and what to do about it."""
    return f"{wrong}: save the article as plain text (.txt)"


def binary_form(data: bytes, ending: str = "") -> str:
    """Return what data that is no text seems to be, by its first bytes and the ending of its file;
    empty if neither tells.
    """
    for start, name in BINARY.items():
        if data.startswith(start):
            return BINARY_ENDINGS.get(ending.lower(), name)
    return ""


def _is_or_has(name: str, text: str, at: int) -> str:
    """Return the form as the whole of a text, or as a part of it from a line on."""
    before = text[:at]
    if not before.strip(BLANKS):
        return f"is {name}, not plain text"
    line = before.count("\n") + 1
    return f"has {name} in it, from line {line} on"
