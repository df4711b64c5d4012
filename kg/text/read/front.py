"""The front matter of an article: title, date line, byline, publisher, address.

Only what the text itself shows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.lang.en import word_set
from kg.text.read.dates import ANYWHERE, DATE_LINE, LABELLED, is_later, iso_date
from kg.text.read.lines import LONGEST, Line

TOP = 8  # lines in which a bare date or a byline is taken for the article's own

# Were "AND" a name, too, a byline of them could be read in countless ways
NAME = r"(?!AND\b)[^\W\d_a-zß-ÿ][\w.'’-]*"
NAMES = rf"{NAME}(?:\s(?:(?:de|van|von|der|den|bin|al|la|el|da|di|du)\s)*{NAME}){{1,4}}"
BYLINE = re.compile(
    r"(?:(?:By|BY|Written\sby|Reported\sby|Story\sby|Authors?:|Byline:)\s{1,3})"
    rf"(?P<names>{NAMES}(?:(?:,\s|,?\s(?:and|AND|&)\s){NAMES})*)(?P<rest>[\s,|·•–—-].{{0,100}})?"
)
REPORTING = re.compile(
    rf"\(?(?:Additional\s)?(?:Reporting|Writing|Editing)\sby\s(?P<names>{NAMES})?.{{0,200}}"
)
AND = re.compile(r",\s|,?\s(?:and|AND|&)\s")

# A publisher's name: capitalised words, with small ones inside.
WORD = r"[A-Z0-9][\w&'’-]*(?:\.[\w&'’-]+)*"
TITLE = (
    rf"(?P<publisher>(?:[Tt]he\s)?{WORD}(?:\s(?:(?:of|and|for|on|in|the|&)\s){{0,2}}{WORD}){{0,5}})"
)
DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Za-z.'’/ -]{1,40}(?:,\s[A-Z][A-Za-z.'’ -]{1,30}){0,2}?)?"
    r"(?:,?\s(?P<day>[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?))?\s?"
    rf"\({TITLE}\)\s{{0,2}}(?:[-–—]{{1,2}}|(?=[A-Z]))\s{{0,2}}"
)
COPYRIGHT = r"(?:©|\([Cc]\)|(?i:copyright)\s?(?:©|\([Cc]\))?)"
NETWORK = r"(?:Twitter|Facebook|Telegram|Instagram|X|WhatsApp|YouTube)"
PUBLISHER = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:Download|Get|Install)\sthe\s{TITLE}\s(?:[Aa]pp|APP)\b",
        rf"(?:Support|SUPPORT)\s{TITLE}\s?!",
        rf"{COPYRIGHT}\s?(?:\d{{4}}(?:\s?[-–]\s?\d{{4}})?,?\s)?(?:by\s)?{TITLE}",
        rf"(?:Source|SOURCE|Publisher|PUBLISHER|Publication|Published\sby)\s?:?\s{TITLE}$",
        rf"(?:First|Originally)\spublished\s(?:in|by|on)\s?:?\s{TITLE}$",
        rf"(?:making\sa\s)?(?:donation|contribution)\sto\s{TITLE}\s(?:to|so|and|today|now)\b",
        rf"(?:Subscribe\sto|Sign\sup\s(?:for|to))\s{TITLE}(?:[’']s?)?\snewsletters?\b",
        rf"(?:Follow|Join)\s{TITLE}\son\s{NETWORK}\b",
    )
)
LAST_LINE = re.compile(rf"[—–]\s?{TITLE}")
NOT_PUBLISHERS = word_set("nouns", "no-publisher")
URL = re.compile(
    r"(?:(?:source|url|link|original|available\sat)\s?:?\s{1,3})?(?P<url>https?://[^\s<>\"]{4,300})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Front:
    """Front matter: ISO date, publisher, authors, address, and the places of their lines.

    `apart` are the places that hold nothing but a date, byline or address, so nothing is to be read
    from them.
    """

    published: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    places: tuple[tuple[int, int], ...] = ()
    apart: tuple[tuple[int, int], ...] = ()


def front_of(lines: Sequence[Line]) -> Front:
    """Return the front matter in the lines of one article."""
    dated, bylines, urls = list(_dated(lines)), list(_bylines(lines)), list(_urls(lines))
    published = next((iso for iso, later, _ in dated if not later), "") or next(
        (iso for iso, _, _ in dated), ""
    )
    publisher, shown = _publisher(lines)
    apart = (
        [place for *_, place in dated]
        + [place for _, place in bylines]
        + [place for _, place in urls]
    )
    return Front(
        published=published or _dateline_date(lines),
        publisher=publisher,
        authors=tuple(dict.fromkeys(name for names, _ in bylines for name in names)),
        url=urls[0][0] if urls else "",
        places=(*apart, *shown),
        apart=tuple(apart),
    )


def _dated(lines: Sequence[Line]) -> Iterator[tuple[str, bool, tuple[int, int]]]:
    """Yield lines that are a date, with whether it is that of a change.

    Below the top only those that say what date it is."""
    for number, line in enumerate(lines):
        if len(line.text) > LONGEST:
            continue
        labelled = LABELLED.match(line.text)
        match = DATE_LINE.fullmatch(line.text) if number < TOP or labelled else None
        match = match or (labelled if number < TOP else None)
        if match and (iso := iso_date(match)):
            yield iso, is_later(match), (line.start, line.start + match.end())


def _bylines(lines: Sequence[Line]) -> Iterator[tuple[tuple[str, ...], tuple[int, int]]]:
    for number, line in enumerate(lines):
        if len(line.text) > LONGEST:
            continue
        match = BYLINE.fullmatch(line.text) if number < TOP else None
        if match and not line.text.endswith("."):
            yield (
                tuple(_as_name(name) for name in AND.split(match["names"])),
                (line.start, line.end),
            )
        elif number > 0 and (match := REPORTING.fullmatch(line.text)):
            reporter = "reporting" in line.text.lower().split(" by")[0] and match["names"]
            yield ((_as_name(match["names"]),) if reporter else ()), (line.start, line.end)


def _as_name(name: str) -> str:
    """Return a name from a byline, out of capitals: "JANE SMITH" is Jane Smith."""
    return name.title() if name.isupper() else name


def _urls(lines: Sequence[Line]) -> Iterator[tuple[str, tuple[int, int]]]:
    for line in lines:
        if len(line.text) <= LONGEST and (match := URL.fullmatch(line.text)):
            yield match["url"], (line.start, line.end)


def _publisher(lines: Sequence[Line]) -> tuple[str, list[tuple[int, int]]]:
    """Return the publisher that most cues name, the first if they tie, and the places of the cues."""
    found: dict[str, list[tuple[int, int]]] = {}
    for line in lines:
        for name, place in _publishers_in(line):
            found.setdefault(name, []).append(place)
    signed = LAST_LINE.fullmatch(lines[-1].text[:LONGEST]) if len(lines) > 1 else None
    if signed and not found:
        return signed["publisher"], [(lines[-1].start, lines[-1].end)]
    best = max(found, key=lambda name: len(found[name]), default="")
    return best, found.get(best, [])


def _publishers_in(line: Line) -> Iterator[tuple[str, tuple[int, int]]]:
    head = line.text[:LONGEST]
    dateline = DATELINE.match(head)  # from the start of the line
    if dateline and dateline["publisher"].lower() not in NOT_PUBLISHERS:
        start, end = dateline.span("publisher")
        yield dateline["publisher"], (line.start + start, line.start + end)
    if len(line.text) > 3 * LONGEST:
        return
    for cue in PUBLISHER:
        match = cue.search(line.text) if "onation" in line.text else cue.match(line.text)
        if match and match["publisher"].split()[0].lower() not in NOT_PUBLISHERS:
            name = match["publisher"].rstrip(".'’")
            start = line.start + match.start("publisher")
            yield name, (start, start + len(name))


def _dateline_date(lines: Sequence[Line]) -> str:
    """Return the date of a dateline ("OSLO, April 25, 2019 (Agency) –"), if it has a year."""
    for line in lines[:TOP]:
        dateline = DATELINE.match(line.text[:LONGEST])
        day = ANYWHERE.search(dateline["day"]) if dateline and dateline["day"] else None
        if day:
            return iso_date(day)
    return ""


def headline_of(lines: Sequence[Line], taken: Sequence[tuple[int, int]]) -> Line | None:
    """Return the title, or None.

    It is the first line that is no furniture, date line or byline, if it is short, has no full
    stop, and text after it.
    """
    starts = {start for start, _ in taken}
    free = [line for line in lines[: TOP + len(starts)] if line.start not in starts]
    if len(free) < 2:
        return None
    first = free[0]
    has_letters = any(char.isalpha() for char in first.text)
    return first if has_letters and first.is_title and first.sentences == 1 else None
