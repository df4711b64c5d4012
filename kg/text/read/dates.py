"""Full dates: day, month and year.

Day and month in figures count only where they cannot be mistaken for each other.
"""

import re
from datetime import date

from kg.lang.en import word_list, word_numbers
from kg.text.read.lines import Match
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
