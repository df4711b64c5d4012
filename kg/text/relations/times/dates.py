"""The dates that mentions of times give, the roles that they fill, and dates counted from others.

Examples of those are "on June 5, three days before the vote" and "a day after he was shot on
Monday". A distance counts only in the unit that the date is precise to: days from a day, months
from a month, years from a year. Writers round all others ("six months after", said of a Tuesday),
and no distance that is hedged ("about two days", "less than a week") gives a date.
Source: anchored durations of TIMEX3 (TimeML annotation guidelines 1.2.1, `beginPoint` and
`endPoint`).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from spacy.tokens import Doc, Token

from kg.lang.en import word_list, word_numbers
from kg.model import Article, Kind, Mention, NamedDate, Passage, Role, TimeValue
from kg.text.parse import children_with, first_child, trimmed
from kg.text.parse.labels import PREPOSITIONS_AND_MEASURES, VERBS
from kg.text.syntax import Document
from kg.text.timex import DAYS_IN, resolve, shifted

Times = list[Mention]
TimesOf = Callable[[Token], Times]  # of a verb or noun
Link = tuple[Token | None, Token]  # "before" or "after", if it is there, and what is above it

DAY = len("2021-02-26")  # an ISO date to the day
DIRECTION = word_numbers("function_words", "before-or-after")
NUMBERS = word_numbers("numbers", "distance-in-time")
PRECISION = word_numbers("times", "unit-of-distance")
HEDGES = word_list("function_words", "hedge-before-distance")
# `(?a:`: in other letters ("ſix") a word is not in the tables
UNIT = rf"(?a:{'|'.join(PRECISION)})"
COUNT = rf"(?a:{'|'.join(NUMBERS)})|\d{{1,2}}"
ONE = rf"(?:{'|'.join(word_list('function_words', 'one-unit'))})\s(?P<one>{UNIT})"
SEVERAL = rf"(?P<count>{COUNT})\s(?P<several>{UNIT})s"
DISTANCE = re.compile(rf"(?<![\w.,–-])(?:{ONE}|{SEVERAL})\s$", re.IGNORECASE)
HEDGED = re.compile(rf"\b(?:{'|'.join(HEDGES)})\s$", re.IGNORECASE)
ADVERBIAL_OR_RELATIVE = ("advcl", "relcl")
LONGEST = 24  # characters of a distance


def time_of(mention: Mention) -> TimeValue:
    """Return what a mention means as a time; that of nothing, if it is none."""
    return mention.time or TimeValue()


def point_of(mention: Mention) -> str:
    """Return the ISO date of a mention of a single date; empty for any other mention."""
    time = time_of(mention)
    return time.start if time.is_point else ""


def is_day(mention: Mention) -> bool:
    """Return whether a mention is a single date to the day.

    "This year's meeting" does not date "the meeting".
    """
    return len(point_of(mention)) == DAY


def is_date(mention: Mention) -> bool:
    """Return whether a mention is a time that starts at a known date and does not run on.

    "Since 2010" says nothing of when another verb was.
    """
    time = time_of(mention)
    return bool(time.start) and not time.open


def is_absolute(mention: Mention, published: str) -> bool:
    """Return whether a date is not counted from another one, as "a day later" is."""
    alone = resolve(mention.text, published)
    return alone is not None and bool(alone.start)


def only_dates(mentions: Iterable[Mention]) -> Times:
    """Return the mentions that are dates."""
    return [mention for mention in mentions if is_date(mention)]


def is_dated(mention: Mention) -> bool:
    """Return whether a time could be worked out, open or not."""
    time = time_of(mention)
    return bool(time.start or time.end)


def at_its_end(mention: Mention) -> Mention:
    """Return the mention of "until March" as one of March itself."""
    time = time_of(mention)
    if time.start or not time.end:
        return mention
    return replace(mention, time=TimeValue(time.end))


def as_point(mention: Mention) -> Mention:
    """Return the mention of "since 1999", "until 1999" or "before 1999" as one of 1999 itself."""
    time = time_of(mention)
    if time.open:
        return replace(mention, time=TimeValue(time.start))
    return at_its_end(mention)


def named_dates(doc: Doc, article: Article, mentions: Iterable[Mention]) -> tuple[NamedDate, ...]:
    """Return the times of known beginning or end, in text order; those of the title lines are none.

    The date line says when the article came out, not when something happened.
    """
    found: list[NamedDate] = []
    for mention in mentions:
        passage = mention.passage
        if mention.kind is not Kind.TIME or not is_dated(mention):
            continue
        if any(part.covers(passage) for part in article.front):
            continue
        span = doc.char_span(passage.start, passage.end, alignment_mode="expand")
        if span is not None:
            found.append(NamedDate(mention, trimmed(span.sent, article.id)))
    return tuple(sorted(found, key=lambda date: date.mention.passage))


def first_known(choices: Iterable[Times]) -> Times:
    """Return the first of some lists that has any date in it; an empty one if none has."""
    return next(filter(None, choices), [])


def times_among(roles: Iterable[Role]) -> Iterator[Mention]:
    """Yield the times that fill roles."""
    for role in roles:
        if role.name == "when":
            yield role.mention


def as_roles(dates: Iterable[Mention]) -> tuple[Role, ...]:
    """Return a role for each of some dates."""
    return tuple(Role("when", mention) for mention in dates)


@dataclass(frozen=True, slots=True)
class Distance:
    """A distance of so many units from one event to another.

    `passage` covers the words up to and including "before" or "after".
    """

    passage: Passage
    unit: str
    count: int


@dataclass(frozen=True, slots=True)
class TemporalLink:
    """Two events tied by "before" or "after".

    They are the noun or verb below that `word`, and the verb whose time it gives.
    """

    word: Token
    below: Token
    verb: Token


def offset_dates(token: Token, document: Document, own: TimesOf) -> Times:
    """Return the date of a verb or noun that is so far from another with a date; else nothing.

    `own` gives the dates that stand at a verb or noun.
    """
    for link in _temporal_links(token):
        distance = _distance(link.word, document)
        if distance is None:
            continue
        count = DIRECTION[link.word.lower_] * distance.count
        if link.verb == token:
            dates = own(link.below)
        else:
            dates = [time for time in own(link.verb) if _is_of_verb(time, link, distance)]
            count = -count
        moved = _first_moved(dates, distance, count, document)
        if moved is not None:
            return [moved]
    return []


def _temporal_links(token: Token) -> Iterator[TemporalLink]:
    """Yield the links of a verb or noun: to the verb above it, then to what stands below it."""
    linked = children_with(token, *PREPOSITIONS_AND_MEASURES)
    below = chain.from_iterable(child.children for child in linked)
    for other in (token, *token.children, *below):
        link = _temporal_link(other)
        if link is not None and token in (link.below, link.verb):
            yield link


def _temporal_link(token: Token) -> TemporalLink | None:
    """Return the link of a noun or clause to the verb above it; None if there is none."""
    find = _link_of_noun if token.dep_ == "pobj" else _link_of_clause
    word, above = find(token)
    if word is None or above.pos_ not in VERBS:
        return None
    return TemporalLink(word, token, above)


def _link_of_noun(noun: Token) -> Link:
    """Return "before" or "after" above a noun, None for another word, and what is above that."""
    word = noun.head
    if word.lower_ not in DIRECTION:
        return None, word.head
    return word, word.head


def _link_of_clause(clause: Token) -> Link:
    """Return "before" or "after" in a clause, None for another, and what the clause hangs on.

    In "a day after he left" that is what the day hangs on.
    """
    above = clause.head
    if clause.dep_ not in ADVERBIAL_OR_RELATIVE:
        return None, above
    word = first_child(clause, "mark", words=DIRECTION)
    is_behind_unit = clause.dep_ == "relcl" and above.dep_ == "npadvmod"
    return word, above.head if is_behind_unit else above


def _distance(word: Token, document: Document) -> Distance | None:
    """Return the distance that stands right before "before" or "after"."""
    article = document.article
    before = _just_before(article.text, word.idx)
    match = DISTANCE.search(before)
    if match is None:
        return None
    start = word.idx - len(before) + match.start()
    if HEDGED.search(_just_before(article.text, start)):
        return None
    unit = match["one"] or match["several"]
    count = _number(match["count"].lower()) if match["count"] else 1
    passage = Passage(article.id, start, word.idx + len(word))
    return Distance(passage, unit.lower(), count)


def _just_before(text: str, end: int) -> str:
    """Return the text before a place, as far as the words of a distance reach."""
    return text[max(0, end - LONGEST) : end]


def _number(words: str) -> int:
    """Return the number that is said in words or figures."""
    return NUMBERS[words] if words in NUMBERS else int(words)


def _is_of_verb(mention: Mention, link: TemporalLink, distance: Distance) -> bool:
    """Return whether a date stands on the verb's side of the distance.

    In "resigned two days after the vote on Monday" Monday is the day of the vote, however it was
    parsed.
    """
    at = mention.head
    is_behind = link.below.idx < link.verb.idx < at
    return is_behind or at < distance.passage.start


def _first_moved(
    dates: Times, distance: Distance, count: int, document: Document
) -> Mention | None:
    """Return the first date that can be moved by so many units, as a mention of the distance."""
    passage, unit = distance.passage, distance.unit
    words = passage.of(document.article.text)
    days = DAYS_IN.get(unit)
    for mention in dates:
        point = point_of(mention)
        if len(point) != PRECISION[unit]:
            continue
        moved = shifted(point, "day", count * days) if days else shifted(point, unit, count)
        if moved:
            time = TimeValue(moved)
            return replace(mention, passage=passage, text=words, head=passage.start, time=time)
    return None
