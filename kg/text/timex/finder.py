"""The time expressions of a parsed article.

They are found by pattern if grammar agrees, and where the statistical model saw one.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, Self

from spacy.tokens import Doc, Span, Token

from kg.model import Article, Kind, Mention, TimeValue
from kg.text.parse import Source, neighbour, with_label
from kg.text.parse.labels import ADPOSITIONS, TIME_ENTITIES
from kg.text.timex.check import is_time
from kg.text.timex.clocks import with_days
from kg.text.timex.expressions import LONGEST, resolve, search
from kg.text.timex.tense import tense
from kg.text.timex.words import AND, BETWEEN, FROM, compiled, words_in_order

NO_HEAD = ADPOSITIONS | {"DET"}

AGE_WORD = words_in_order("adjectives", "says-an-age")
AGE = compiled(rf"\b{AGE_WORD}\b")
BLANK = r"\s"
INTRODUCING_WORD = words_in_order("times", "introducing", gap=BLANK)
SINCE = words_in_order("function_words", "since", gap=BLANK)
INTRODUCING = compiled(rf"\b(?:{SINCE}|{INTRODUCING_WORD}) $")
ONWARDS_WORD = words_in_order("function_words", "onwards")
ON = words_in_order("function_words", "on")
ONWARDS = compiled(rf" (?:{ONWARDS_WORD}|{ON}(?=\s?[,.;]))")
BEHIND_FROM = compiled(rf"\b{FROM} $")
BEHIND_BETWEEN = compiled(rf"\b{BETWEEN} $")
JOINED_BY_AND = compiled(rf" {AND} ")
UP = words_in_order("function_words", "up")
UP_TO = words_in_order("function_words", "up-to-a-time")
TO = compiled(rf"\s?[-–—]\s?| (?:{UP}\s)?{UP_TO} ")
# "two days before the vote" is no length of it
BESIDE_EVENT = words_in_order("phrases", "beside-an-event", gap=BLANK)
BESIDE = compiled(rf" {BESIDE_EVENT}\b")
# those of 2001 need no year
ATTACK = words_in_order("nouns", "attack")
DAY_OF_ATTACK = words_in_order("times", "day-of-attack", gap=BLANK)
ATTACKS = compiled(rf"{DAY_OF_ATTACK},?\s{ATTACK}")
ANY_DAY = "2000-01-01"  # where only it counts whether words mean a date
BRACKET = 60  # characters from a bracket after a name to the dates in it
LIFETIME = range(16, 115)  # years between the dates of a life; fewer may be those of an office
LIFETIME_OF_PERSON = range(115)  # likewise, of a name in which the model sees a person
LOOK_BACK = 14  # characters: the longest introducing words with their blanks


class Place(NamedTuple):
    """A stretch of the text, from a character up to another, which is not in it."""

    start: int
    end: int

    @classmethod
    def of_span(cls, span: Span) -> Self:
        """Return the place of some tokens."""
        return cls(span.start_char, span.end_char)

    @property
    def characters(self) -> range:
        """The places of its characters."""
        return range(self.start, self.end)

    def words(self, text: str) -> str:
        """Return what stands there."""
        return text[self.start : self.end]

    def before(self, text: str) -> str:
        """Return what stands right before the place, as far as words reach that introduce it."""
        first = max(0, self.start - LOOK_BACK)
        return text[first : self.start]


def find_times(doc: Doc, article: Article) -> list[Mention]:
    """Return the time expressions of an article, in text order, none inside another.

    A preposition stays outside ("on Friday"), but "since", "until", "before", "after" and both ends
    of a span belong to the expression. Ages ("44-year-old") are none. The value is empty if the
    words cannot be worked out.
    """
    source = Source.of(doc, article)
    by_pattern = list(_found(source))
    places = _with_entities(doc, by_pattern)
    mentions: list[Mention] = []
    last = ""
    for place in _joined(source, places):
        span = source.span(*place)
        if span is None:
            continue
        value = _value(source, place, tense(span), last)
        last = value.end or value.start or last
        head = _head(span)
        mention = source.mention(*place, Kind.TIME, head)
        mentions.append(replace(mention, time=value))
    return list(with_days(mentions, source))


def _value(source: Source, place: Place, past: bool | None, last: str) -> TimeValue:
    """Return what the words mean where they stand.

    A length that is the distance from something else is left open.
    """
    text = source.text
    published = source.article.published
    is_of_2001 = ATTACKS.match(text, place.start)
    words = "9/11" if is_of_2001 else place.words(text)
    value = resolve(words, published, past=past, last=last)
    if value is None:
        return TimeValue()
    if value.duration and BESIDE.match(text, place.end):
        return TimeValue()
    return value


def _found(source: Source) -> Iterator[Place]:
    """Yield what the patterns find and grammar confirms."""
    for start, end in search(source.text):
        # This gives the span itself, if its ends are those of tokens.
        span = source.doc.char_span(start, end, alignment_mode="contract")
        if span is not None and is_time(span):
            yield Place.of_span(span)


def _with_entities(doc: Doc, places: list[Place]) -> list[Place]:
    """Add what only the statistical model saw, if the words mean a time."""
    taken: set[int] = set()
    for place in places:
        taken.update(place.characters)
    meaning_time = filter(_means_time, doc.ents)
    seen = map(Place.of_span, meaning_time)
    free = [place for place in seen if taken.isdisjoint(place.characters)]
    return sorted(places + free)


def _means_time(entity: Span) -> bool:
    """Return whether an entity of the model is a time that the rules understand, and no age."""
    text = entity.text
    if entity.label_ not in TIME_ENTITIES or len(text) > LONGEST:
        return False
    if AGE.search(text) or resolve(text, "") is None:
        return False
    return is_time(entity)


def _joined(source: Source, places: Sequence[Place]) -> Iterator[Place]:
    """Yield the two ends of a span as one, and take in "since", "until" and the like before it."""
    text = source.text
    remaining = deque(places)
    while remaining:
        place = remaining.popleft()
        if not remaining:
            yield _introduced(text, place)
            continue
        after = remaining[0]
        opening = _pair_start(text, place, after)
        if _is_life(source, place, after):
            yield place
        elif opening is not None:
            remaining.popleft()
            yield Place(opening, after.end)
        else:
            yield _introduced(text, place)


def _is_life(source: Source, first: Place, second: Place) -> bool:
    """Return whether two dates are those of birth and death, in brackets after a person's name.

    They are no span of one event.
    """
    text = source.text
    between = text[first.end : second.start]
    is_closed = text.startswith(")", second.end)
    if not is_closed or not TO.fullmatch(between):
        return False
    name = _before_bracket(source, first)
    if name is None or name.pos_ != "PROPN":
        return False
    born = _year_of(first.words(text))
    died = _year_of(second.words(text))
    if born is None or died is None:
        return False
    lifetime = died - born
    if name.ent_type_ == "PERSON":
        return lifetime in LIFETIME_OF_PERSON
    return lifetime in LIFETIME


def _before_bracket(source: Source, place: Place) -> Token | None:
    """Return the word before the bracket that a date stands in, past a mark; None without one."""
    text = source.text
    end = place.start
    start = max(0, end - BRACKET)
    bracket = text.rfind("(", start, end)
    if bracket < 0 or ")" in text[bracket:end]:
        return None
    opening = source.token_at(bracket)
    if opening is None:
        return None
    before = neighbour(opening, -1)
    if before is None or not before.is_punct:
        return before
    return neighbour(before, -1) or before


def _year_of(words: str) -> int | None:
    """Return the year of a single date; None for any other time."""
    value = resolve(words, "")
    if value is None or not value.is_point:
        return None
    return int(value.start[:4])


def _pair_start(text: str, first: Place, second: Place) -> int | None:
    """Return where a span of two dates starts; None if the two are no span."""
    between = text[first.end : second.start]
    before = first.before(text)
    if JOINED_BY_AND.fullmatch(between):
        opening = BEHIND_BETWEEN.search(before)
        if opening is None:
            return None
    elif TO.fullmatch(between):
        opening = BEHIND_FROM.search(before)
    else:
        return None
    start = _start_with(opening, first)
    words = text[start : second.end]
    value = resolve(words, ANY_DAY)
    if value is None or not value.start or not value.end:
        return None
    return start


def _start_with(opening: re.Match[str] | None, place: Place) -> int:
    """Return where a place starts with the word before it, if there is one."""
    if opening is None:
        return place.start
    length = len(opening[0])
    return place.start - length


def _introduced(text: str, place: Place) -> Place:
    """Return an expression with "since" or "until" before it, or "onwards" after it.

    It stays as it is if it means no date with them.
    """
    before = place.before(text)
    onwards = ONWARDS.match(text, place.end)
    if onwards:
        opening = BEHIND_FROM.search(before)
        start = _start_with(opening, place)
        return Place(start, onwards.end())
    opening = INTRODUCING.search(before)
    start = _start_with(opening, place)
    wider = Place(start, place.end)
    if wider == place or _is_dated(wider.words(text)):
        return wider
    return place


def _is_dated(words: str) -> bool:
    """Return whether words mean a time with a known end, whatever the day."""
    value = resolve(words, ANY_DAY, last=ANY_DAY)
    if value is None:
        return False
    return bool(value.start or value.end)


def _head(span: Span) -> int:
    """Return where the word starts through which the expression hangs in its sentence.

    Under "since", it is its noun.
    """
    words = list(filter(_may_be_head, span))
    hanging = [token for token in words if _hangs_outside(token, span)]
    if hanging:
        return hanging[-1].idx
    governed = [token for token in words if token.head.pos_ in ADPOSITIONS]
    objects = with_label(governed, "pobj")
    first, *_ = objects or governed or words[-1:] or span[-1:]
    return first.idx


def _may_be_head(token: Token) -> bool:
    """Return whether a token is more than a mark, a preposition or an article."""
    if token.is_punct:
        return False
    return token.pos_ not in NO_HEAD


def _hangs_outside(token: Token, span: Span) -> bool:
    """Return whether the head of a token lies outside a span, or the token is a root."""
    head = token.head
    is_inside = span.start <= head.i < span.end
    return not is_inside or head == token
