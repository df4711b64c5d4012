"""Dates of a noun or plan right beside what happened, and of the entry of a list.

"A walkout last October shut the port", "missed last year's final", "wants next spring to reopen",
"an attempt in May to free them"; "9 May: the bridge is closed".
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Token

from kg.lang.en import word_list, word_set
from kg.model import (
    Article,
    Kind,
    Mention,
    Passage,
    TimeValue,
)
from kg.text.parse import (
    children_with,
    direct_objects,
    objects_after,
    verb_lemma,
    with_label,
)
from kg.text.parse.labels import NOUN_SUBJECTS
from kg.text.relations.times.dates import (
    Times,
    is_date,
    only_dates,
    point_of,
    time_of,
    times_among,
)
from kg.text.relations.times.event_noun_dates import (
    OCCASIONS,
    inside,
)
from kg.text.relations.times.misattached import is_thing
from kg.text.relations.times.simultaneity import (
    LASTING,
    is_past_event,
)
from kg.text.syntax import (
    Document,
    adjuncts,
)
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

TAKING_PART = word_set("verbs", "taking-part")
AHEAD = word_set("verbs", "looking-ahead")
PURPOSEFUL = word_set("nouns", "with-a-purpose")
DAYS_OF_NOUN = ("poss", "npadvmod")
YEAR = len("2021")


def of_dated_subject(verb: Token, document: Document) -> Times:
    """Return the date inside a subject that is an event itself, or inside the object of "missed".

    A bare year often tells only which one it is: "the 2009 law banned it".
    """
    if verb_lemma(verb) in TAKING_PART:
        for noun in direct_objects(verb):
            if noun.lemma_.lower() in OCCASIONS:
                return inside(noun, document)
    if not is_past_event(verb) or verb_lemma(verb) in LASTING:
        return []
    for subject in children_with(verb, *NOUN_SUBJECTS):
        if subject.pos_ == "NOUN" and not is_thing(subject, document):
            return _of_event(subject, document)
    return []


def _of_event(noun: Token, document: Document) -> Times:
    """Return the dates that own a noun, or stand behind it with "on" or alone."""
    beside = with_label(noun.children, *DAYS_OF_NOUN) + objects_after(noun, "on")
    dates = only_dates(document.mentions(beside))
    return [date for date in dates if len(time_of(date).start) > YEAR]


def of_plan_or_purpose(verb: Token, document: Document) -> Times:
    """Return the date ahead of what somebody wants to do, or that of an attempt to do it."""
    above = verb.head
    if verb.dep_ == "xcomp" and verb_lemma(above) in AHEAD:
        times = filter(is_date, times_among(adjuncts(above, document)))
        published = document.article.published
        return [time for time in times if published and time_of(time).start > published]
    is_of_noun = verb.dep_ == "acl" and verb.tag_ == "VB"
    if is_of_noun and above.lemma_.lower() in PURPOSEFUL:
        return [date for date in inside(above, document) if point_of(date)]
    return []


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
