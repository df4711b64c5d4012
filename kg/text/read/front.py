"""The front matter of an article: date line, byline, publisher, address.

Only what the text itself shows. The words are in `kg/lang/en/pages.tsv`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from operator import attrgetter
from typing import NamedTuple

from kg.gazetteer import is_given_name, is_place
from kg.lang.en import word_set
from kg.text.read.dates import DATE_LINE, LABELLED, Dateline, datelines, is_later, iso_date
from kg.text.read.lines import LONGEST, Line, Lines, Match, Place, elsewhere
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
Numbered = tuple[int, Line]  # a line with the number of lines before it
NumberedLines = Iterable[Numbered]
Told = Iterator[tuple[Place, str]]  # places, each with what stands there
Publisher = tuple[str, list[Place]]  # a name, and where it stands


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
    places: tuple[Place, ...] = ()
    apart: tuple[Place, ...] = ()
    written_in: tuple[Place, ...] = ()


class Dated(NamedTuple):
    """A date in a line: whether it is that of a change, the ISO date, and its place."""

    is_later: bool
    iso: str
    place: Place


def front_of(lines: Lines) -> Front:
    """Return the front matter in the lines of one article."""
    short = list(_short(lines))
    dated = list(_dated(short))
    authors_of = dict(_bylines(short))
    url_of = dict(_urls(short))
    days = [each.place for each in dated]
    undated = elsewhere(lines, days)
    publisher, shown = _publisher(undated)
    apart = (*days, *authors_of, *url_of)
    return Front(
        published=_published(dated) or _dateline_date(lines),
        publisher=publisher,
        authors=_all_of(authors_of.values()),
        url=next(iter(url_of.values()), ""),
        places=(*apart, *shown),
        apart=apart,
        written_in=_written_in(lines),
    )


def _short(lines: Lines) -> Iterator[Numbered]:
    """Yield the lines that are no paragraphs, with their numbers."""
    for number, line in enumerate(lines):
        if len(line.text) <= LONGEST:
            yield number, line


def _published(dated: Iterable[Dated]) -> str:
    """Return the first date that is not that of a change, else the first; empty if none is."""
    first = min(dated, key=attrgetter("is_later"), default=None)
    if first is None:
        return ""
    return first.iso


def _urls(lines: NumberedLines) -> Told:
    """Yield the lines that are an address, each with the address in it."""
    for _, line in lines:
        match = URL.fullmatch(line.text)
        if match:
            yield line.place, match["url"]


def _dated(lines: NumberedLines) -> Iterator[Dated]:
    """Yield the lines that are a date; below the top only those that say what date it is."""
    for number, line in lines:
        match = _date_in(line.text, at_top=number < TOP)
        if match is None:
            continue
        iso = iso_date(match)
        if iso:
            place = line.at(match.span())
            yield Dated(is_later(match), iso, place)


def _date_in(text: str, *, at_top: bool) -> Match | None:
    """Return the date that a line is, or at the top the one behind a label with which it begins."""
    labelled = LABELLED.match(text)
    if not at_top and labelled is None:
        return None
    whole = DATE_LINE.fullmatch(text)
    if whole is None and at_top:
        return labelled
    return whole


def _bylines(lines: NumberedLines) -> Iterator[tuple[Place, Authors]]:
    """Yield the lines that name who made an article, each with the authors in it."""
    for number, line in lines:
        authors = _authors_in(line.text, number)
        if authors is not None:
            yield line.place, authors


def _all_of(bylines: Iterable[Authors]) -> Authors:
    """Return the authors in all bylines, each once."""
    authors = chain.from_iterable(bylines)
    return tuple(dict.fromkeys(authors))


def _authors_in(text: str, number: int) -> Authors | None:
    """Return the authors in a line; None if it does not name who made the article."""
    at_top = number < TOP
    byline = None
    if at_top and not text.endswith("."):
        byline = BYLINE.fullmatch(text)
        if byline is None and number:
            byline = _signed(text)
    if byline is not None:
        names = BETWEEN_NAMES.split(byline["names"])
        return tuple(map(_as_name, names))
    return _reporters(text) if number else None


def _signed(text: str) -> Match | None:
    """Return the match of a line that is a name with a town or with the work of a reporter."""
    signed = SIGNED.fullmatch(text)
    if signed is None:
        return None
    where = signed["where"]
    return signed if where is None or is_place(where) else None


def _reporters(text: str) -> Authors | None:
    """Return whom a line such as "Reporting by …" names, None for others; who edits is none."""
    work = REPORTING.fullmatch(text)
    if work is None:
        return None
    names = work["names"]
    return (_as_name(names),) if work["reporting"] and names else ()


def _as_name(name: str) -> str:
    """Return a name from a byline, out of capitals: "JANE SMITH" is Jane Smith."""
    return name.title() if name.isupper() else name


def _publisher(lines: Lines) -> Publisher:
    """Return the publisher that most cues name, the first if they tie, and where."""
    places_of: dict[str, list[Place]] = {}
    for line in lines:
        for place, name in _publishers_in(line):
            places_of.setdefault(name, []).append(place)
    if not places_of:
        return _signature(lines)
    return max(places_of.items(), key=_number_of_places)


def _number_of_places(publisher: Publisher) -> int:
    """Return at how many places a publisher is named."""
    _, places = publisher
    return len(places)


def _signature(lines: Lines) -> Publisher:
    """Return the publisher that the last line names behind a dash, and where."""
    if len(lines) < 2:
        return "", []
    last = lines[-1]
    signed = LAST_LINE.fullmatch(last.text[:LONGEST])
    if signed is None:
        return "", []
    return signed["publisher"], [last.place]


def _publishers_in(line: Line) -> Told:
    """Yield the places of the publishers that a line names, each with its name."""
    beginning = line.text[:LONGEST]
    dateline = DATELINE.match(beginning)  # from the start of the line
    if dateline and not _is_nickname(dateline):
        name = dateline["publisher"]
        place = line.at(dateline.span("publisher"))
        if name.lower() not in NOT_PUBLISHERS:
            yield place, name
    if len(line.text) <= 3 * LONGEST:
        yield from _publishers_by_cue(line)


def _is_nickname(dateline: Match) -> bool:
    """Return whether brackets hold no agency but a nickname: "Anna (Annie) Vance said"."""
    if dateline[0].rstrip()[-1] != ")":
        return False
    place = dateline["place"] or ""
    if is_given_name(dateline["publisher"]):
        return not place.isupper()
    return is_given_name(place) and not is_place(place)


def _publishers_by_cue(line: Line) -> Told:
    """Yield the places of publishers beside words such as "©", each with its name."""
    is_appeal = "onation" in line.text
    for cue in PUBLISHER:
        find = cue.search if is_appeal else cue.match
        match = find(line.text)
        if match is None:
            continue
        title = match["publisher"]
        first_word, *_ = title.split()
        if first_word.lower() in NOT_PUBLISHERS:
            continue
        name = title.rstrip(".'’")
        start = match.start("publisher")
        end = start + len(name)
        yield line.at((start, end)), name


def _dateline_date(lines: Lines) -> str:
    """Return the first date with a year in a dateline ("OSLO, April 25, 2019 (Agency) –")."""
    for _, dateline in _datelines(lines):
        if dateline.day:
            return dateline.day
    return ""


def _written_in(lines: Lines) -> tuple[Place, ...]:
    """Return the places of the towns that the first dateline names: "PARIS/ROME, July 19 –"."""
    for line, dateline in _datelines(lines):
        places = dateline.places
        towns = list(places[:1])
        for before, place in pairwise(places):
            between = line.between(before, place)
            if between.strip() == "/":
                towns.append(place)
        return tuple(map(line.at, towns))
    return ()


def _datelines(lines: Lines) -> Iterator[tuple[Line, Dateline]]:
    """Yield the datelines at the top of an article, each with its line."""
    for line in lines[:TOP]:
        for dateline in datelines(line.text):
            yield line, dateline
