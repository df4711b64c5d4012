"""Forms of data that are text and no prose, and how each is known: by its content or by the ending
of its files.

What is of one of these forms is never read as if somebody had written it for people to read, but
refused by name. The forms and their signs are in `data/forms.toml`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from kg.text.read import signs
from kg.text.read.markup import front_matter
from kg.text.read.samples import BLANKS, Sample, Sign, begins, lines, times
from kg.text.read.tables import table


@dataclass(frozen=True, slots=True)
class Form:
    """A form of data: what people call it, the signs of which each is enough, and the endings of
    its files.
    """

    name: str
    signs: tuple[Sign, ...]
    endings: str = ""

    def place(self, sample: Sample) -> int | None:
        """Return where a text shows the first of the signs that it has; None if it has none."""
        for sign in self.signs:
            at = sign(sample)
            if at is not None:
                return at
        return None


TABLE = table("forms")


def _form(row: Mapping[str, Any]) -> Form:
    """Return the form in a row of the table."""
    return Form(row["name"], tuple(_signs(row)), row.get("endings", ""))


def _signs(row: Mapping[str, Any]) -> Iterator[Sign]:
    """Yield the signs in a row of the table, in the order in which they are tried."""
    for pattern in row.get("begins", ()):
        yield begins(_filled(pattern))
    for asked in row.get("times", ()):
        yield times(**{**asked, "pattern": _filled(asked["pattern"])})
    for asked in row.get("lines", ()):
        yield lines(**{**asked, "pattern": _filled(asked["pattern"])})
    if "own" in row:
        yield getattr(signs, row["own"])


def _filled(pattern: str) -> str:
    """Return a pattern with its parts in their places."""
    for name, part in TABLE["parts"].items():
        pattern = pattern.replace(f"{{{name}}}", part)
    return pattern


def _endings() -> Iterator[tuple[str, str]]:
    """Yield the endings of files, each with the form that has it."""
    for form in FORMS:
        for ending in form.endings.split():
            yield ending, form.name


# The first that fits is told, so what is narrower comes first.
FORMS = tuple(map(_form, TABLE["form"]))
ENDINGS = MappingProxyType(dict(_endings()))
# Forms that are no text: how their files begin. `decoded` would find most of them binary, but
# cannot say what they are.
BINARY = MappingProxyType(
    {start.encode("latin-1"): name for start, name in TABLE["binary"].items()}
)
BINARY_ENDINGS: Mapping[str, str] = MappingProxyType(TABLE["binary-endings"])


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
    sample = Sample(text, front_matter(text))
    for form in FORMS:
        at = form.place(sample)
        if at is not None:
            name = signs.language_of_code(sample) if signs.code in form.signs else form.name
            return save_as_text(_is_or_has(name, text, at))
    called = (ENDINGS | BINARY_ENDINGS).get(ending.lower())
    if called is None:
        return ""
    return save_as_text(f"is called {ending}, as {called} is, and not read as plain text")


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
    if not text[:at].strip(BLANKS):
        return f"is {name}, not plain text"
    line = text.count("\n", 0, at) + 1
    return f"has {name} in it, from line {line} on"
