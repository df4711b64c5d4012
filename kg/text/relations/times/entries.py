"""Dated lists: the date at the head of a line is that of what the line says.

Time lines, lists of key dates and live blogs are written so: "3 May 2024: Ann Bolt resigned",
"17:42 Two killed in Lima", or the date in a line of its own. An article has such entries if at
least two of its lines open with a date. Those of the clock are of the article's own day.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Token

from kg.lang.en import word_list
from kg.model import (
    Article,
    Kind,
    Mention,
    Passage,
    TimeValue,
)
from kg.text.relations.times.dates import Times
from kg.text.syntax import Document
from kg.text.timex import resolve

FEWEST = 2  # lines with a date at their head
BULLET = r"[ \t]*(?:[-–—•*·][ \t]+)?"
ZONE = "|".join(word_list("times", "time-zone"))
CLOCK = rf"(?:[01]?\d|2[0-3])[.:h][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s(?:{ZONE}))?"
MARK = r"[.:h]"
EARLY, LATE = 5, 19  # hours; who writes before the one and after the other wrote all night
END = r"[ \t]*(?:$|:(?=\s)|[-–—](?=\s))"
CLOCK_HEAD = re.compile(
    rf"^{BULLET}(?P<head>{CLOCK})(?:{END}|[ \t]+(?=\S))", re.IGNORECASE | re.MULTILINE
)
DATE_HEAD = re.compile(rf"^{BULLET}(?P<head>\w[^\n:–—]{{2,40}}?){END}", re.MULTILINE)
Head = tuple[int, int, str]  # where its words start and end, and the date


def date_of_entry(token: Token, document: Document) -> Times:
    """Return the date at the head of the entry in which a token stands; nothing outside a list."""
    heads = _heads(document.article)
    place = bisect_right(heads, (token.idx, 0, "")) - 1
    if place < 0:
        return []
    start, end, date = heads[place]
    article = document.article
    text = article.text
    if not date or _is_another_part(text[end : token.idx]):
        return []
    passage = Passage(article.id, start, end)
    time = TimeValue(date)
    return [Mention(passage, text[start:end], Kind.TIME, start, time=time)]


def _is_another_part(between: str) -> bool:
    """Return whether the text from a head on is more than its entry: three paragraphs or more."""
    return between.strip().count("\n\n") > 2


@lru_cache(maxsize=8)
def _heads(article: Article) -> list[Head]:
    """Return the heads of the entries of an article in text order; empty if it is no list."""
    found = sorted((*_clocks(article), *_dates(article)))
    heads = [head for head in found if not _is_in_front(head, article)]
    return heads if len(heads) >= FEWEST else []


def _clocks(article: Article) -> Iterator[Head]:
    """Yield the times of the clock that open lines, as the article's own day."""
    matches = list(CLOCK_HEAD.finditer(article.text))
    hours: list[int] = []
    for match in matches:
        hour, *_ = re.split(MARK, match["head"])
        hours.append(int(hour))
    if not hours:
        return
    if min(hours) < EARLY and max(hours) > LATE:
        return  # it ran over midnight
    for match in matches:
        yield *match.span("head"), article.published


def _dates(article: Article) -> Iterator[Head]:
    """Yield the dates that open lines, before a colon, a dash or the end of the line."""
    for match in DATE_HEAD.finditer(article.text):
        value = resolve(match["head"].strip(), article.published, past=True)
        if value is not None and value.is_point:
            yield *match.span("head"), value.start


def _is_in_front(head: Head, article: Article) -> bool:
    """Return whether a date stands in the title lines."""
    start, end, _ = head
    passage = Passage(article.id, start, end)
    return any(part.covers(passage) for part in article.front)
