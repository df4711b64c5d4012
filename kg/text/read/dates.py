"""Full dates in the lines around an article: when it was published.

Only dates with day, month and year count, and day and month in figures only where they cannot be
mistaken for each other.
"""

import re
from datetime import date

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MONTH = (
    r"(?a:(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?))\.?"
)  # `(?a:`: a month in other letters ("ſept") is none of the above
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s{1,3})?"
DATE = (
    rf"{WEEKDAY}(?:"
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s{{1,2}}(?:of\s)?{MONTH.format('m1')},?"
    rf"\s{{1,2}}(?P<y1>\d{{4}})"
    rf"|{MONTH.format('m2')}\s{{1,2}}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}(?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4})[-/](?P<m3>\d{2})[-/](?P<d3>\d{2})"
    r"|(?P<d4>\d{1,2})[./](?P<m4>\d{1,2})[./](?P<y4>\d{4})"
    r")(?!\d)"
)
ZONE = r"(?:\s?(?:Z|[A-Z]{2,4}|[+-]\d{2}:?\d{2}))?"
CLOCK = rf"\d{{1,2}}[:.]\d{{2}}(?::\d{{2}}(?:\.\d{{1,6}})?)?(?:\s?[ap]\.?m\.?)?{ZONE}"
TIME = rf"(?:[\s,T|·•–—-]{{0,4}}(?:at\s)?{CLOCK})?"
LABEL = (
    r"(?P<label>(?:source|publication|article|release|story)\s{1,2}date|date(?:line)?"
    r"|(?:first\s|originally\s)?published|posted|(?:last\s)?(?:updated|modified)|issued|released"
    r"|created|publish(?:ed)?[_ -]?(?:date|at))\s{0,2}(?:on\b)?\s{0,2}:?\s{0,3}"
)
LATER = ("updated", "modified")  # says when it was changed, not when it came out
DATE_LINE = re.compile(rf"(?:{LABEL})?{DATE}{TIME}\W{{0,3}}", re.IGNORECASE)
LABELLED = re.compile(rf"{LABEL}{DATE}{TIME}", re.IGNORECASE)
ANYWHERE = re.compile(DATE, re.IGNORECASE)
FIRST_YEAR = 1600  # no newspaper is older


def iso_date(match: re.Match[str]) -> str:
    """Return the ISO date of a match of these patterns.

    Empty if there is no such day or day and month may be mixed up."""
    groups = match.groupdict()
    form = next(i for i in "1234" if groups[f"y{i}"])
    year, day, month = int(groups[f"y{form}"]), int(groups[f"d{form}"]), groups[f"m{form}"]
    number = int(month) if month.isdigit() else MONTHS.index(month.lower()[:3]) + 1
    if form == "4" and day != number and max(day, number) <= 12:
        return ""
    if form == "4" and number > 12:
        day, number = number, day
    try:
        return date(year, number, day).isoformat() if year >= FIRST_YEAR else ""
    except ValueError:
        return ""


def is_later(match: re.Match[str]) -> bool:
    """Return whether the words before a date say that it is that of a change."""
    return (match.groupdict().get("label") or "").lower().endswith(LATER)
