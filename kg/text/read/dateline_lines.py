"""Datelines: the place, the agency and the date that open the text of a report.

    OSLO, March 3, 2021 – …   KABUL, Afghanistan (Agency) — …   March 3 (OSLO) - …   OSLO: …

A dateline is no part of the sentence behind it. It stands at the start of a line and ends with a
dash or a colon, behind which a sentence starts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.gazetteer import is_place
from kg.lang.en import word_list, word_set

LONGEST = 90  # characters
END = re.compile(r"\s?(?:[–—]|--?(?=\s)|(?P<colon>:))\s+(?=[^\W_a-z]|[\"'“‘„«¿¡]\w)")
AGENCY = re.compile(r"\((?P<bracketed>[^()]{2,40})\)|/[A-Z][^/]{1,30}/")
DATE_WORDS = word_set("times", "name-month") | word_set("times", "name-weekday")
ENDINGS = "|".join(word_list("signs", "ordinal-ending"))
FIGURE = re.compile(rf"\d{{1,4}}(?:{ENDINGS})?")
WORD = re.compile(r"[^\s,]+")
SEPARATOR = re.compile(r"[,/]")
SMALL = word_set("function_words", "inside-name-of-place")
MOST_WORDS = 5  # of one place


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline from `start` to `end`, where the sentence begins; `places` are those it names."""

    start: int
    end: int
    places: tuple[tuple[int, int], ...]


def datelines(text: str) -> Iterator[Dateline]:
    """Yield the datelines of a text, in text order; offsets count in characters."""
    position = 0
    for line in text.splitlines(keepends=True):
        found = _dateline(line)
        if found is not None:
            end, places = found
            moved = tuple((position + first, position + last) for first, last in places)
            yield Dateline(position, position + end, moved)
        position += len(line)


def _dateline(line: str) -> tuple[int, list[tuple[int, int]]] | None:
    """Return the end of the dateline that opens a line, and its places; None if it has none."""
    ending = END.search(line, 1, LONGEST)
    if ending is None:
        return None
    head = AGENCY.sub(_blanked, line[: ending.start()])
    parts = list(_parts(head))
    places = [place for place in parts if not _is_date(head[slice(*place)])]
    if not places or not all(_is_name(head[slice(*place)]) for place in places):
        return None
    names = [head[slice(*place)] for place in places]
    is_shown = len(places) < len(parts) or head != line[: ending.start()]
    is_known = all(map(is_place, names))
    if ending["colon"]:
        return (ending.end(), places) if names[0].isupper() and is_known else None
    if not (names[0].isupper() or (is_shown and is_place(names[0])) or (is_known and names[1:])):
        return None
    return ending.end(), [place for place in places if is_shown or names[1:] or is_known]


def _blanked(agency: re.Match[str]) -> str:
    """Return blanks for the name of an agency; what is in brackets stays if it is a place."""
    name = agency["bracketed"] or ""
    return f" {name} " if is_place(name) else " " * len(agency[0])


def _parts(head: str) -> Iterator[tuple[int, int]]:
    """Yield the parts between commas and slashes, without blanks at their ends.

    A place and a date without a comma between them are two parts.
    """
    start = 0
    for end in (*(match.start() for match in SEPARATOR.finditer(head)), len(head)):
        words = [match.span() for match in WORD.finditer(head, start, end)]
        dated = [_is_date(head[slice(*word)]) for word in words]
        for kind in (False, True):
            chosen = [word for word, is_date in zip(words, dated, strict=True) if is_date is kind]
            if chosen:
                yield chosen[0][0], chosen[-1][1]
        start = end + 1


def _is_date(words: str) -> bool:
    """Return whether words are of a date only."""
    return all(
        word.strip(".").lower() in DATE_WORDS or FIGURE.fullmatch(word) for word in words.split()
    )


def _is_name(words: str) -> bool:
    """Return whether words can be the name of a place: capitalised, few, and no sentence."""
    parts = words.split()
    if len(parts) > MOST_WORDS or not parts[0][:1].isupper():
        return False
    return all(part[:1].isupper() or part.lower() in SMALL for part in parts)
