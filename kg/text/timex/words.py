"""The words of English time expressions, and the pieces of pattern that are made of them.

All patterns are written for matching without regard to case, with bounded gaps, so that a search takes linear time.
"""

import re
from decimal import Decimal

MONTH_NAMES = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
MONTHS = {name: number for number, names in enumerate(MONTH_NAMES, 1) for name in names}
WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = {name: number for number, name in enumerate(WEEKDAY_NAMES)}
WEEKDAY_SHORT = ("mon", "tues", "tue", "wed", "thurs", "thur", "thu", "fri", "sat", "sun")

# First month and length in months; a northern winter starts in the year that it is named after.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
SEASON_MONTHS = 3

ONES = "one two three four five six seven eight nine".split()
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL = {word: number for number, word in enumerate([*ONES, *TEENS], 1)}
CARDINALS = SMALL | {word: number * 10 for number, word in enumerate(TENS, 2)} | {"hundred": 100, "dozen": 12}
ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
}
ORDINALS |= {f"twenty-{word}": 20 + number for word, number in list(ORDINALS.items())[:9]}

# The units of time, by how a calendar counts them: in parts of a day, in days, in months.
PARTS_OF_A_DAY = ("second", "minute", "hour")
DAYS_IN = {"day": 1, "night": 1, "weekend": 7, "week": 7, "fortnight": 14}
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
UNITS = (*PARTS_OF_A_DAY, *DAYS_IN, *MONTHS_IN)
DECADES = {
    word: number * 10
    for number, word in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split(), 2)
}

# Holidays with a date of their own, as month and day.
HOLIDAYS = {
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "international women's day": (3, 8),
    "april fools' day": (4, 1),
    "may day": (5, 1),
    "halloween": (10, 31),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "fourth of july": (7, 4),
    "july fourth": (7, 4),
}
# Days that move with Easter, as days from Easter Sunday.
FEASTS = {
    "good friday": -2,
    "easter sunday": 0,
    "easter monday": 1,
    "ash wednesday": -46,
    "palm sunday": -7,
}

LAST, THIS, NEXT = "last", "this", "next"
WHICH = {
    "last": LAST,
    "past": LAST,
    "this past": LAST,
    "this": THIS,
    "current": THIS,
    "the current": THIS,
    "next": NEXT,
    "this coming": NEXT,
    "coming": NEXT,
    "the coming": NEXT,
    "upcoming": NEXT,
}


def either(words: tuple[str, ...] | list[str] | dict[str, int] | dict[str, str] | dict[str, tuple[int, int]]) -> str:
    """A pattern for any of some words, the longest first; a blank in a word stands for any small gap.

    >>> either(["day", "days"])
    '(?:days|day)'
    """
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", GAP) for word in sorted(words, key=lambda w: (-len(w), w))) + ")"


GAP = r"\s{1,3}"
MONTH = rf"(?:{either([names[0] for names in MONTH_NAMES])}\b|{either([n for names in MONTH_NAMES for n in names[1:]])}\b\.?)"
WEEKDAY = rf"{either(WEEKDAYS)}\b"
WEEKDAY_PREFIX = rf"(?:(?:{either(WEEKDAYS)}\b|{either(list(WEEKDAY_SHORT))}\b\.?),?{GAP}(?:the{GAP})?)?"
YEAR = r"(?:1\d|20)\d\d(?!\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:])"
CARDINAL = rf"(?:{either(TENS)}[\s-]{either(ONES)}|{either(CARDINALS)}|\d{{1,4}}(?:,\d{{3}})?(?:\.\d{{1,2}})?)"
ONE_UNIT = rf"{either(UNITS)}\b"
UNIT = rf"(?:{either([one for one in UNITS if one != 'century'])}s?|century|centuries)"
VAGUE = (
    r"(?:several|many|(?:a"
    + GAP
    + r")?few|some|recent|a"
    + GAP
    + r"couple"
    + GAP
    + r"of|dozens"
    + GAP
    + r"of|hundreds"
    + GAP
    + r"of)"
)
THE = rf"(?:the{GAP})?"
FLAGS = re.IGNORECASE


def cardinal(words: str) -> Decimal:
    """The number that a cardinal says, in figures or in words.

    >>> cardinal("twenty-one"), cardinal("1,200"), cardinal("a")
    (Decimal('21'), Decimal('1200'), Decimal('1'))
    """
    text = words.lower().replace(",", "")
    if text in ("a", "an"):
        return Decimal(1)
    if text[0].isdigit():
        return Decimal(text)
    return Decimal(sum(CARDINALS[part] for part in re.split(r"[\s-]+", text)))


def ordinal(words: str) -> int:
    """The number that an ordinal says ("third", "21st"); 0 where it is none."""
    text = words.lower()
    figures = re.match(r"\d+", text)
    return int(figures.group()) if figures else ORDINALS.get(text, 0)


def month(words: str) -> int:
    """The number of a month, 1 to 12, by its name or abbreviation."""
    return MONTHS[words.lower().rstrip(".")]


def unit(words: str) -> str:
    """The singular of a unit of time."""
    text = words.lower()
    return "century" if text == "centuries" else text.removesuffix("s")
