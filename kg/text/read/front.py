"""The front matter of an article: title, date line, byline, publisher, address.

Only what the text itself shows. The words are in `kg/lang/en/pages.tsv`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from operator import attrgetter
from typing import NamedTuple

from kg.gazetteer import is_place
from kg.lang.en import word_set
from kg.text.read.dateline_lines import datelines
from kg.text.read.dates import DATE_LINE, LABELLED, is_later, iso_date
from kg.text.read.lines import LONGEST, Line, Place
from kg.text.read.tables import alternatives, patterns

TOP = 8  # lines in which a bare date or a byline is taken for the article's own

# Were "AND" a name, too, a byline of them could be read in countless ways
NAME = rf"(?!(?:{alternatives('and-in-capitals')})\b)[^\W\d_a-zß-ÿ][\w.'’-]*"
NAMES = rf"{NAME}(?:\s(?:(?:{alternatives('name-particle')})\s)*{NAME}){{1,4}}"
AND = rf",\s|,?\s(?:{alternatives('between-authors')})\s"
BETWEEN_NAMES = re.compile(AND)
BYLINE = re.compile(
    rf"(?:(?:{alternatives('byline')})\s{{1,3}})"
    rf"(?P<names>{NAMES}(?:(?:{AND}){NAMES})*)(?P<rest>[\s,|·•–—-].{{0,100}})?"
)
SIGNED = re.compile(
    rf"(?P<names>{NAMES}(?:(?:{AND}){NAMES})*)"
    rf"(?:,?\s(?:{alternatives('before-where-signed')})\s(?P<where>[^\W\d_a-z][^,.]{{1,40}})"
    rf"|[\s,|·–—-]{{1,3}}(?:{alternatives('reporter')}).{{0,60}})"
)
REPORTED_BY = alternatives("reported-by")
REPORTING = re.compile(
    rf"\(?(?:(?:{alternatives('more-reporting')})\s)?(?:(?P<reporting>{alternatives('reporting')})"
    rf"|{alternatives('other-work')})\s(?:{REPORTED_BY})\s(?P<names>{NAMES})?.{{0,200}}"
)

# A publisher's name: capitalised words, with small ones inside.
WORD = r"[A-Z0-9][\w&'’-]*(?:\.[\w&'’-]+)*"
INSIDE = rf"(?:(?:{alternatives('inside-a-publisher')})\s){{0,2}}"
THE = rf"(?:(?:{alternatives('article-of-a-publisher')})\s)?"
TITLE = rf"(?P<publisher>{THE}{WORD}(?:\s{INSIDE}{WORD}){{0,5}})"
DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Za-z.'’/ -]{1,40}(?:,\s[A-Z][A-Za-z.'’ -]{1,30}){0,2}?)?"
    r"(?:,?\s(?P<day>[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?))?\s?"
    rf"\({TITLE}\)\s{{0,2}}(?:[-–—]{{1,2}}|(?=[A-Z]))\s{{0,2}}"
)
COPYRIGHT = rf"(?:©|\([Cc]\)|(?i:{alternatives('copyright')})\s?(?:©|\([Cc]\))?)"
NETWORK = rf"(?:{alternatives('network')})"
PUBLISHER = tuple(
    re.compile(
        pattern.replace("{TITLE}", TITLE)
        .replace("{COPYRIGHT}", COPYRIGHT)
        .replace("{NETWORK}", NETWORK)
    )
    for pattern in patterns("publisher")
)
LAST_LINE = re.compile(rf"[—–]\s?{TITLE}")
NOT_PUBLISHERS = word_set("nouns", "no-publisher")
URL = re.compile(
    rf"(?:(?:{alternatives('address-label')})\s?:?\s{{1,3}})?(?P<url>https?://[^\s<>\"]{{4,300}})",
    re.IGNORECASE,
)


Authors = tuple[str, ...]
Places = tuple[Place, ...]
Numbered = tuple[int, Line]  # a line with the number of lines before it


@dataclass(frozen=True, slots=True)
class Front:
    """Front matter: ISO date, publisher, authors, address, and the places of their lines.

    `apart` are the places that hold nothing but a date, byline or address, so nothing is to be read
    from them; `written_in` are those of the towns of the dateline.
    """

    published: str = ""
    publisher: str = ""
    authors: Authors = ()
    url: str = ""
    places: Places = ()
    apart: Places = ()
    written_in: Places = ()


class Dated(NamedTuple):
    """A date in a line: whether it is that of a change, the ISO date, and its place."""

    is_later: bool
    iso: str
    place: Place


def front_of(lines: Sequence[Line]) -> Front:
    """Return the front matter in the lines of one article."""
    short = [each for each in enumerate(lines) if len(each[1].text) <= LONGEST]
    dated = list(_dated(short))
    authors_of, url_of = dict(_bylines(short)), dict(_urls(short))
    authors = chain.from_iterable(authors_of.values())
    day_starts = {each.place[0] for each in dated}
    publisher, shown = _publisher([line for line in lines if line.start not in day_starts])
    apart = (*(each.place for each in dated), *authors_of, *url_of)
    return Front(
        published=_published(dated) or _dateline_date(lines),
        publisher=publisher,
        authors=tuple(dict.fromkeys(authors)),
        url=next(iter(url_of.values()), ""),
        places=(*apart, *shown),
        apart=apart,
        written_in=_written_in(lines),
    )


def _published(dated: Sequence[Dated]) -> str:
    """Return the first date that is not that of a change, else the first; empty if none is."""
    return min(dated, key=attrgetter("is_later")).iso if dated else ""


def _urls(lines: Sequence[Numbered]) -> Iterator[tuple[Place, str]]:
    """Yield the lines that are an address, each with the address in it."""
    for _, line in lines:
        match = URL.fullmatch(line.text)
        if match:
            yield line.place, match["url"]


def _dated(lines: Sequence[Numbered]) -> Iterator[Dated]:
    """Yield the lines that are a date; below the top only those that say what date it is."""
    for number, line in lines:
        match = _date_in(line, at_top=number < TOP)
        iso = iso_date(match) if match else ""
        if match and iso:
            yield Dated(is_later(match), iso, line.at(match.span()))


def _date_in(line: Line, *, at_top: bool) -> re.Match[str] | None:
    labelled = LABELLED.match(line.text)
    if at_top:
        return DATE_LINE.fullmatch(line.text) or labelled
    return DATE_LINE.fullmatch(line.text) if labelled else None


def _bylines(lines: Sequence[Numbered]) -> Iterator[tuple[Place, Authors]]:
    """Yield the lines that name who made an article, each with the authors in it."""
    for number, line in lines:
        authors = _authors_in(line.text, number)
        if authors is not None:
            yield line.place, authors


def _authors_in(text: str, number: int) -> Authors | None:
    """Return the authors in a line; None if it does not name who made the article."""
    if number < TOP and not text.endswith("."):
        byline = BYLINE.fullmatch(text)
        if byline:
            names = BETWEEN_NAMES.split(byline["names"])
            return tuple(map(_as_name, names))
        signed = SIGNED.fullmatch(text) if number > 0 else None
        if signed and (signed["where"] is None or is_place(signed["where"])):
            return tuple(map(_as_name, BETWEEN_NAMES.split(signed["names"])))
    work = REPORTING.fullmatch(text) if number > 0 else None
    if work is None:
        return None
    if work["reporting"] and work["names"]:
        return (_as_name(work["names"]),)
    return ()


def _as_name(name: str) -> str:
    """Return a name from a byline, out of capitals: "JANE SMITH" is Jane Smith."""
    return name.title() if name.isupper() else name


def _publisher(lines: Sequence[Line]) -> tuple[str, list[Place]]:
    """Return the publisher that most cues name, the first if they tie, and where."""
    places_of = defaultdict[str, list[Place]](list)
    for name, place in chain.from_iterable(map(_publishers_in, lines)):
        places_of[name].append(place)
    if places_of:
        return max(places_of.items(), key=lambda named: len(named[1]))
    return _signature(lines)


def _signature(lines: Sequence[Line]) -> tuple[str, list[Place]]:
    """Return the publisher that the last line names behind a dash, and where."""
    if len(lines) < 2:
        return "", []
    last = lines[-1]
    signed = LAST_LINE.fullmatch(last.text[:LONGEST])
    return (signed["publisher"], [last.place]) if signed else ("", [])


def _publishers_in(line: Line) -> Iterator[tuple[str, Place]]:
    """Yield the publishers that a line names, each with the place of its name."""
    dateline = DATELINE.match(line.text[:LONGEST])  # from the start of the line
    if dateline and dateline["publisher"].lower() not in NOT_PUBLISHERS:
        yield dateline["publisher"], line.at(dateline.span("publisher"))
    if len(line.text) > 3 * LONGEST:
        return
    is_appeal = "onation" in line.text
    for cue in PUBLISHER:
        match = cue.search(line.text) if is_appeal else cue.match(line.text)
        if match and _first_word(match["publisher"]) not in NOT_PUBLISHERS:
            name = match["publisher"].rstrip(".'’")
            start = match.start("publisher")
            yield name, line.at((start, start + len(name)))


def _first_word(name: str) -> str:
    return name.split()[0].lower()


def _dateline_date(lines: Sequence[Line]) -> str:
    """Return the first date with a year in a dateline ("OSLO, April 25, 2019 (Agency) –")."""
    for line in lines[:TOP]:
        for dateline in datelines(line.text):
            if dateline.day:
                return dateline.day
    return ""


def _written_in(lines: Sequence[Line]) -> Places:
    """Return the places of the towns that the first dateline names: "PARIS/ROME, July 19 –"."""
    for line in lines[:TOP]:
        for dateline in datelines(line.text):
            towns = list(dateline.places[:1])
            for before, place in pairwise(dateline.places):
                if line.text[before[1] : place[0]].strip() == "/":
                    towns.append(place)
            return tuple(map(line.at, towns))
    return ()


def headline_of(lines: Sequence[Line], taken: Sequence[Place]) -> Line | None:
    """Return the title, or None.

    It is the first line that is no furniture, date line or byline, if it is short, has no full
    stop, and text after it.
    """
    starts = {start for start, _ in taken}
    free = [line for line in lines[: TOP + len(starts)] if line.start not in starts]
    if len(free) < 2:
        return None
    first = free[0]
    if not first.is_title or first.sentences > 1:
        return None
    has_letters = any(map(str.isalpha, first.text))
    return first if has_letters else None
