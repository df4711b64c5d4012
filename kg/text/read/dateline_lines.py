"""Datelines: the place, the agency and the date that open the text of a report.

    OSLO, March 3, 2021 – …   KABUL, Afghanistan (Agency) — …   March 3 (OSLO) - …   OSLO: …
    OSLO, March 3. /Agency/. …   OSLO (Agency) …   (Agency) – …

A dateline is no part of the sentence behind it. It stands at the start of a line and ends with a
dash, a colon or the name of an agency, behind which a sentence starts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from kg.gazetteer import is_place
from kg.lang.en import word_list, word_set
from kg.text.read.dates import ANYWHERE, iso_date

LONGEST = 90  # characters
SENTENCE = r"(?=[^\W_a-z]|[\"'“‘„«¿¡]\w)"
DASH = re.compile(rf"\s?(?:[–—]|--?(?=\s)|(?<=\s)_(?=\s)|(?P<colon>:))\s+{SENTENCE}")
NAMED = r"\((?P<bracketed>[^()]{2,40})\)|(?<=\s)/[A-Z][^/\d]{1,30}/"
AGENCY = re.compile(NAMED)
AGENCY_AT_END = re.compile(rf"(?:{NAMED})$")
AGENCY_END = re.compile(rf"(?:(?<=\))|(?<=\w/))\.?\s*{SENTENCE}")
DATE_WORDS = word_set("times", "name-month") | word_set("times", "name-weekday")
ORDINAL = "|".join(word_list("numbers", "ending-of-ordinal"))
FIGURE = re.compile(rf"\d{{1,4}}(?:{ORDINAL}|(?:[-/.]\d{{1,4}}){{1,2}})?")
WORD = re.compile(r"[^\s,]+")
SEPARATOR = re.compile(r",|/(?=[^\W\d])|\s[|–—-]+\s")
SMALL = word_set("function_words", "inside-name-of-place")
MOST_WORDS = 5  # of one place
MOST_DASHES = 3


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline from `start` to `end`, where the sentence begins.

    `places` are those it names, `day` is its date in ISO form, empty if it has no year.
    """

    start: int
    end: int
    places: tuple[tuple[int, int], ...]
    day: str = ""


def datelines(text: str) -> Iterator[Dateline]:
    """Yield the datelines of a text, in text order; offsets count in characters."""
    position = 0
    for line in text.splitlines(keepends=True):
        found = _dateline(line)
        if found is not None:
            end, places = found
            moved = tuple((position + first, position + last) for first, last in places)
            yield Dateline(position, position + end, moved, _day(line[:end]))
        position += len(line)


def _day(head: str) -> str:
    """Return the date of a dateline in ISO form; empty if it has none with a year."""
    day = ANYWHERE.search(head)
    return iso_date(day) if day else ""


def _dateline(line: str) -> tuple[int, list[tuple[int, int]]] | None:
    """Return the end of the dateline that opens a line, and its places; None if it has none."""
    for pattern in (DASH, AGENCY_END):
        for ending in islice(pattern.finditer(line, 1, LONGEST), MOST_DASHES):
            places = _places(line[: ending.start()], ending[0])
            if places is not None:
                return ending.end(), places
    return None


def _places(line: str, ending: str) -> list[tuple[int, int]] | None:
    """Return the places in the words before the ending of a dateline; None if it is none."""
    if not ending.strip(" .") and not AGENCY_AT_END.search(line):
        return None
    head = AGENCY.sub(_blanked, line)
    parts = list(_parts(head))
    places = [place for place in parts if not _is_date(head[slice(*place)])]
    if not places:
        return [] if AGENCY.fullmatch(line) and ending.strip() else None
    is_dated = len(places) < len(parts)
    names = [head[slice(*place)] for place in places]
    if not all(map(_is_name, names)) or (DASH.search(head) and not is_dated):
        return None
    is_shown = is_dated or head != line
    is_known = all(map(is_place, names))
    if not ending.strip(" .") and not names[0].isupper():
        return None
    if ":" in ending and not is_shown:
        return places if names[0].isupper() and is_known else None
    if not (names[0].isupper() or (is_shown and is_place(names[0])) or (is_known and names[1:])):
        return None
    return [place for place in places if is_shown or names[1:] or is_known]


def _blanked(agency: re.Match[str]) -> str:
    """Return blanks for the name of an agency; what is in brackets stays if it is a place."""
    name = agency["bracketed"] or ""
    is_shown = all(_is_date(part) or is_place(part.strip()) for part in name.split(","))
    return f",{name}," if name and is_shown else " " * len(agency[0])


def _parts(head: str) -> Iterator[tuple[int, int]]:
    """Yield the parts between commas and slashes, without blanks at their ends.

    A place and a date without a comma between them are two parts.
    """
    start = 0
    for end, next_start in (*(found.span() for found in SEPARATOR.finditer(head)), (len(head), 0)):
        words = [match.span() for match in WORD.finditer(head, start, end)]
        dated = [_is_date(head[slice(*word)]) for word in words]
        for kind in (False, True):
            chosen = [word for word, is_date in zip(words, dated, strict=True) if is_date is kind]
            if chosen:
                yield chosen[0][0], chosen[-1][1]
        start = next_start


def _is_date(words: str) -> bool:
    """Return whether words are of a date only."""
    return all(
        word.strip(".").lower() in DATE_WORDS or FIGURE.fullmatch(word.rstrip("."))
        for word in words.split()
    )


def _is_name(words: str) -> bool:
    """Return whether words can be the name of a place: capitalised, few, and no sentence."""
    parts = words.split()
    if len(parts) > MOST_WORDS or not parts[0][:1].isupper():
        return False
    return all(part[:1].isupper() or part.lower() in SMALL for part in parts)
