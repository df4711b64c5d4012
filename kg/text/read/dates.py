"""Full dates in the lines around an article: when it was published.

Only dates with day, month and year count, and day and month in figures only where they cannot be
mistaken for each other.
"""

import re
from datetime import date

from kg.lang.en import word_list, word_numbers
from kg.text.read.tables import alternatives

MONTH = rf"(?a:(?P<{{0}}>{alternatives('month')}))\.?"  # `(?a:`: "ſept" in other letters is none
NUMBER_OF_MONTH = {word[:3]: number for word, number in word_numbers("pages", "month").items()}
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
DAY_OR_MONTH_FIRST = "45"  # the forms of date whose day may stand where the month stands
CENTURY = 2000  # of years of two figures
ZONE = r"(?:\s?(?:Z|[A-Z]{2,4}(?:[+-]\d{1,2})?|[+-]\d{2}:?\d{2}))?"
CLOCK = rf"\d{{1,2}}[:.]\d{{2}}(?::\d{{2}}(?:\.\d{{1,6}})?)?(?:\s?[ap]\.?m\.?)?{ZONE}"
AT = rf"(?:(?:{alternatives('before-a-clock')})\s)?"
TIME = rf"(?:[\s,T|/·•–—-]{{0,4}}{AT}{CLOCK})?"
ON = alternatives("behind-a-date-label")
TIME_BEFORE = rf"(?:{AT}{CLOCK}[\s,|/·•–—-]{{1,4}}(?:(?:{ON})\s)?)?"
OUTLET = r"(?:\s?[/|·•]\s?[A-Z][\w&.]*(?:\s[A-Z][\w&.]*){0,2})?"
LABEL = rf"(?P<label>{alternatives('date-label')})\s{{0,2}}(?:(?:{ON})\b)?\s{{0,2}}:?\s{{0,3}}"
LATER = word_list("pages", "end-of-a-later-label")
DATE_LINE = re.compile(rf"(?:{LABEL})?{TIME_BEFORE}{DATE}{TIME}{OUTLET}\W{{0,3}}", re.IGNORECASE)
LABELLED = re.compile(rf"{LABEL}{TIME_BEFORE}{DATE}{TIME}", re.IGNORECASE)
ANYWHERE = re.compile(DATE, re.IGNORECASE)
FIRST_YEAR = 1600  # no newspaper is older
MONTHS_OF_A_YEAR = 12


def iso_date(match: re.Match[str]) -> str:
    """Return the ISO date of a match of these patterns.

    Empty if there is no such day or day and month may be mixed up."""
    form = next(form for form in "12345" if match[f"y{form}"])
    year, day = int(match[f"y{form}"]), int(match[f"d{form}"])
    month = _month(match[f"m{form}"])
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
    return int(name) if name.isdigit() else NUMBER_OF_MONTH[name[:3].lower()]


def is_later(match: re.Match[str]) -> bool:
    """Return whether the words before a date say that it is that of a change."""
    return (match["label"] or "").lower().endswith(LATER)
