"""Full dates and datelines: when and where an article was written.

Only dates with day, month and year count, and day and month in figures only where they cannot be
mistaken for each other.

A dateline is the place, the agency and the date that open the text of a report:

    OSLO, March 3, 2021 – …   KABUL, Afghanistan (Agency) — …   March 3 (OSLO) - …   OSLO: …
    OSLO, March 3. /Agency/. …   OSLO (Agency) …   (Agency) – …

It is no part of the sentence behind it. It stands at the start of a line and ends with a dash, a
colon or the name of an agency.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import NamedTuple

from kg.gazetteer import is_place
from kg.lang.en import word_list, word_numbers, word_set
from kg.text.read.lines import Match, Place
from kg.text.read.tables import alternatives

MONTH = rf"(?a:(?P<{{0}}>{alternatives('month')}))\.?"  # `(?a:`: "ſept" in other letters is none
MONTHS = word_numbers("pages", "month")
WEEKDAY = rf"(?:(?:{alternatives('weekday')})\.?,?\s{{1,3}})?"
ENDING = rf"(?:{'|'.join(word_list('signs', 'ordinal-ending'))})?"
OF = rf"(?:(?:{alternatives('of-a-month')})\s)?"
DATE = (
    rf"{WEEKDAY}(?:"
    rf"(?P<d1>\d{{1,2}}){ENDING}\s{{1,2}}{OF}{MONTH.format('m1')},?"
    rf"\s{{1,2}}(?P<y1>\d{{4}})"
    rf"|{MONTH.format('m2')}\s{{1,2}}(?P<d2>\d{{1,2}}){ENDING},?\s{{1,2}}(?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4})[-/](?P<m3>\d{2})[-/](?P<d3>\d{2})"
    r"|(?P<d4>\d{1,2})[./](?P<m4>\d{1,2})[./](?P<y4>\d{4})"
    r"|(?P<d5>\d{1,2})[./](?P<m5>\d{1,2})[./](?P<y5>\d{2})"
    r")(?!\d)"
)
FORMS = "12345"  # of a date
DAY_OR_MONTH_FIRST = "45"  # the forms of date whose day may stand where the month stands
CENTURY = 2000  # of years of two figures
ZONE = r"(?:\s?(?:Z|[A-Z]{2,4}(?:[+-]\d{1,2})?|[+-]\d{2}:?\d{2}))?"
CLOCK = rf"\d{{1,2}}[:.]\d{{2}}(?::\d{{2}}(?:\.\d{{1,6}})?)?(?:\s?[ap]\.?m\.?)?{ZONE}"
AT = rf"(?:(?:{alternatives('before-a-clock')})\s)?"
TIME = rf"(?:[\s,T|/·•–—-]{{0,4}}{AT}{CLOCK})?"
ON_DATE = rf"(?:(?:{alternatives('behind-a-date-label')})\s)?"
TIME_BEFORE = rf"(?:{AT}{CLOCK}[\s,|/·•–—-]{{1,4}}{ON_DATE})?"
OUTLET = r"(?:\s?[/|·•]\s?[A-Z][\w&.]*(?:\s[A-Z][\w&.]*){0,2})?"
ON = rf"(?:(?:{alternatives('behind-a-date-label')})\b)?"
LABEL = rf"(?P<label>{alternatives('date-label')})\s{{0,2}}{ON}\s{{0,2}}:?\s{{0,3}}"
LATER = word_list("pages", "end-of-a-later-label")
DATE_LINE = re.compile(rf"(?:{LABEL})?{TIME_BEFORE}{DATE}{TIME}{OUTLET}\W{{0,3}}", re.IGNORECASE)
LABELLED = re.compile(rf"{LABEL}{TIME_BEFORE}{DATE}{TIME}", re.IGNORECASE)
ANYWHERE = re.compile(DATE, re.IGNORECASE)
FIRST_YEAR = 1600  # no newspaper is older
MONTHS_OF_A_YEAR = 12

# Datelines.
LONGEST_DATELINE = 90  # characters
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


def iso_date(match: Match) -> str:
    """Return the ISO date of a match of these patterns.

    Empty if there is no such day or day and month may be mixed up."""
    form = next(form for form in FORMS if match[f"y{form}"])
    year = int(match[f"y{form}"])
    month = _month(match[f"m{form}"])
    day = int(match[f"d{form}"])
    if year < 100:
        year += CENTURY
    if form in DAY_OR_MONTH_FIRST:
        if day != month and max(day, month) <= MONTHS_OF_A_YEAR:
            return ""
        month, day = sorted((month, day))
    if year < FIRST_YEAR:
        return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _month(name: str) -> int:
    """Return the number of a month in words or figures."""
    if name.isdigit():
        return int(name)
    start = name[:3].lower()
    return next(number for month, number in MONTHS.items() if month.startswith(start))


def first_date(text: str) -> str:
    """Return the ISO date of the first date in a text; empty if it has none with a year."""
    day = ANYWHERE.search(text)
    return iso_date(day) if day else ""


def is_later(match: Match) -> bool:
    """Return whether the words before a date say that it is that of a change."""
    label = match["label"] or ""
    return label.lower().endswith(LATER)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline from `start` to `end`, where the sentence begins.

    `places` are those it names, `day` is its date in ISO form, empty if it has no year.
    """

    start: int
    end: int
    places: tuple[Place, ...]
    day: str = ""


class Part(NamedTuple):
    """A name or a date in the head of a dateline: its place there, and its words."""

    start: int
    end: int
    words: str

    @property
    def is_date(self) -> bool:
        """The absence of any word that is none of a date."""
        return _is_date(self.words)

    def moved(self, offset: int) -> Place:
        """Return its place in a text in which the head stands at an offset."""
        return self.start + offset, self.end + offset


class Head(NamedTuple):
    """The names before the ending of a dateline.

    They are shown to be those of places if a date or an agency stands beside them.
    """

    names: Sequence[str]
    is_shown: bool

    def opens_dateline(self, ending: str) -> bool:
        """Return whether names before such an ending are those of a dateline."""
        if not all(map(_is_name, self.names)):
            return False
        first = self.names[0]
        has_colon = ":" in ending
        if first.isupper():
            return self.is_sure or not has_colon
        if _is_bare(ending):
            return False
        if self.is_shown:
            return is_place(first)
        return self.is_sure and self.are_several and not has_colon

    @property
    def are_places(self) -> bool:
        """The likelihood of places: a single name that no gazetteer has may be anything."""
        return self.are_several or self.is_sure

    @property
    def are_several(self) -> bool:
        """The presence of more than one name."""
        return len(self.names) > 1

    @property
    def is_sure(self) -> bool:
        """The certainty that names are of places: by what is beside them, or by the gazetteer."""
        return self.is_shown or all(map(is_place, self.names))


def datelines(text: str) -> Iterator[Dateline]:
    """Yield the datelines of a text, in text order; offsets count in characters."""
    position = 0
    for line in text.splitlines(keepends=True):
        dateline = _dateline(line, position)
        if dateline is not None:
            yield dateline
        position += len(line)


def _dateline(line: str, position: int) -> Dateline | None:
    """Return the dateline that opens a line at some position of the text; None without one."""
    for ending in _endings(line):
        before = line[: ending.start()]
        parts = _places(before, ending[0])
        if parts is None:
            continue
        end = ending.end()
        day = first_date(line[:end])
        places = tuple(part.moved(position) for part in parts)
        return Dateline(position, position + end, places, day)
    return None


def _endings(line: str) -> Iterator[Match]:
    """Yield what may end a dateline in a line, the most usual first."""
    for pattern in (DASH, AGENCY_END):
        endings = pattern.finditer(line, 1, LONGEST_DATELINE)
        yield from islice(endings, MOST_DASHES)


def _places(line: str, ending: str) -> list[Part] | None:
    """Return the places in the words before the ending of a dateline; None if it is none."""
    if _is_bare(ending) and not AGENCY_AT_END.search(line):
        return None
    text = AGENCY.sub(_blanked, line)
    parts = list(_parts(text))
    named = [part for part in parts if not part.is_date]
    if not named:
        is_agency = AGENCY.fullmatch(line) and ending.strip()
        return [] if is_agency else None
    is_dated = len(named) < len(parts)
    if DASH.search(text) and not is_dated:
        return None
    names = [part.words for part in named]
    head = Head(names, is_shown=is_dated or text != line)
    if not head.opens_dateline(ending):
        return None
    return named if head.are_places else []


def _is_bare(ending: str) -> bool:
    """Return whether an ending is no dash or colon: a dateline then ends with its agency."""
    return not ending.strip(" .")


def _blanked(agency: Match) -> str:
    """Return blanks for the name of an agency; what is in brackets stays if it is a place."""
    name = agency["bracketed"]
    if name and all(map(_is_date_or_place, name.split(","))):
        return f",{name},"
    return " " * len(agency[0])


def _is_date_or_place(words: str) -> bool:
    """Return whether words are of a date only, or are the name of a place."""
    return _is_date(words) or is_place(words.strip())


def _parts(head: str) -> Iterator[Part]:
    """Yield the parts between commas and slashes, without blanks at their ends."""
    start = 0
    for separator in SEPARATOR.finditer(head):
        yield from _parts_between(head, start, separator.start())
        start = separator.end()
    yield from _parts_between(head, start, len(head))


def _parts_between(head: str, start: int, end: int) -> Iterator[Part]:
    """Yield what stands between two separators: a place and a date there are two parts."""
    names: list[Match] = []
    dates: list[Match] = []
    for word in WORD.finditer(head, start, end):
        kind = dates if _is_date(word[0]) else names
        kind.append(word)
    yield from _whole(names, head)
    yield from _whole(dates, head)


def _whole(words: Sequence[Match], head: str) -> Iterator[Part]:
    """Yield the part from the first to the last of some words, if there are any."""
    if words:
        start = words[0].start()
        end = words[-1].end()
        yield Part(start, end, head[start:end])


def _is_date(words: str) -> bool:
    """Return whether words are of a date only."""
    return all(map(_is_word_of_date, words.split()))


def _is_word_of_date(word: str) -> bool:
    """Return whether a word is a month, a day of the week or a figure."""
    if word.strip(".").lower() in DATE_WORDS:
        return True
    return FIGURE.fullmatch(word.rstrip(".")) is not None


def _is_name(name: str) -> bool:
    """Return whether words can be the name of a place: capitalised, few, and no sentence."""
    words = name.split()
    if len(words) > MOST_WORDS or not name[0].isupper():
        return False
    small = [word.lower() for word in words if not word[0].isupper()]
    return SMALL.issuperset(small)
