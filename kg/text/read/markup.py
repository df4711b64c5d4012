"""Markup inside an article that is prose otherwise: front matter, scripts, hidden comments, lines
of code.

Nothing is read from it. A text that is markup as a whole is refused before (`kg.text.read.forms`);
this is what is left between paragraphs if a page is pasted.
"""

import re
from collections.abc import Container

from kg.text.read.code import is_statement
from kg.text.read.lines import Lines, Match, Place, Places, lines_of
from kg.text.read.tables import names

# YAML and TOML, as in Markdown: what opens it, what closes it
FENCES = {"---": ("---", "..."), "+++": ("+++",)}
FENCED = 10  # characters in which a fence must begin
LONGEST_FRONT = 60  # lines
SETTING = re.compile(r"[\w\"'-][\w \"'.-]{0,60}\s?[:=](?:\s.*)?|- .*|#.*|\[.*\]|[\])}],?|[\"'].*,?")
# What a browser does not show: from its beginning up to its end, and what ends it.
UNSHOWN_TAGS = "|".join(names("tags", "unshown"))
UNSHOWN = re.compile(
    rf"<(?P<name>{UNSHOWN_TAGS})\b[^<>]{{0,500}}>|(?P<comment><!--)", re.IGNORECASE
)
CLOSING = re.compile(rf"-->|</(?:{UNSHOWN_TAGS})\b")


def markup_of(lines: Lines) -> Places:
    """Yield the places of markup, as start and end in the text, in order; they do not overlap.

    What opens an element that nothing closes is prose.
    """
    front = _after_front_matter(lines)
    last_closing = _last_closing(lines)
    awaited = ""
    for number, line in enumerate(lines):
        text = line.text
        is_code = not awaited and is_statement(text)
        if is_code or number < front:
            yield line.place
            continue
        closed_later = [mark for mark in last_closing if last_closing[mark] > number]
        places, awaited = _unshown(text, awaited, closed_later)
        yield from map(line.at, places)


def _last_closing(lines: Lines) -> dict[str, int]:
    """Return the number of the last line with each mark that ends an element."""
    last_line = {}
    for number, line in enumerate(lines):
        small = line.text.lower()
        for mark in _last_marks(small):
            last_line[mark] = number
    return last_line


def _last_marks(small: str) -> dict[str, int]:
    """Return the marks that end an element in a line of small letters, and where each is last."""
    start_of = {}
    for match in CLOSING.finditer(small):
        mark = match.group()
        start_of[mark] = match.start()
    return start_of


def _unshown(text: str, awaited: str, closed_later: Container[str]) -> tuple[list[Place], str]:
    """Return what a browser does not show of a line, and the mark that ends an element.

    The mark is empty if no element goes on.

    `awaited` is that mark if an element of a line before goes on; `closed_later` are the marks in
    lines that follow.
    """
    small = text.lower()
    last = _last_marks(small)
    places = []
    start = 0
    while start < len(text):
        begin = after = start
        if not awaited:
            opening = UNSHOWN.search(text, start)
            if opening is None:
                break
            begin, after = opening.span()
            awaited = _end_of(opening)
        if last.get(awaited, -1) >= after:
            close = small.find(awaited, after)
            start = small.find(">", close) + 1 or len(text)
            places.append((begin, start))
        elif awaited in closed_later:
            places.append((begin, len(text)))
            break
        else:
            start = after
        awaited = ""
    return places, awaited


def _end_of(opening: Match) -> str:
    """Return the mark that ends what begins here."""
    if opening["comment"]:
        return "-->"
    name = opening["name"].lower()
    return f"</{name}"


def front_matter(text: str) -> int:
    """Return where the settings before an article end; 0 if there are none, or nothing follows
    them.
    """
    beginning = text[:FENCED].lstrip("\ufeff")
    if not beginning.startswith(tuple(FENCES)):
        return 0
    lines = lines_of(text)
    front = _after_front_matter(lines)
    if front in (0, len(lines)):
        return 0
    return lines[front].start


def _after_front_matter(lines: Lines) -> int:
    """Return how many lines of settings stand before the article, in fences.

    None if the first line is no fence, or none closes it.
    """
    if not lines:
        return 0
    opening, *below = lines[: LONGEST_FRONT + 1]
    closing = FENCES.get(opening.text)
    if closing is None:
        return 0
    for settings, line in enumerate(below):
        if line.text in closing:
            return settings + 2 if settings else 0  # with the fences
        if not SETTING.fullmatch(line.text):
            return 0
    return 0
