"""Claims of the brackets after a name, as in an encyclopedia, and of "originally from".

"Ann Bolt (12 May 1960 – 3 June 2010)" · "Ann Bolt (born 12 May 1960 in Oslo, Norway)" · "Bo Coil
(Bergen, 1901 – Oslo, 1970)".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import pairwise, product

from spacy.tokens import Token

from kg.lang.en import word_list, word_set
from kg.model import Kind, Mention, Passage, TimeValue
from kg.text.parse import neighbour, possessors, with_word
from kg.text.parse.labels import VERBS
from kg.text.relations.choices import (
    has_lemma,
    in_text_order,
    names_among,
    of_type,
    text_between,
    things_after,
)
from kg.text.relations.rules.claim import Claims, relation_claim
from kg.text.syntax import Document, Mentions, implicit_subjects, mentions_after
from kg.trace import stopped
from kg.vocabulary import POPULATED_PLACES


def _alternatives(table: str, name: str) -> str:
    """Return the words of a class as the alternatives of a pattern."""
    words = word_list(table, name)
    return "|".join(map(re.escape, words))


# From a name to its bracket, past another one.
LEAD = re.compile(r"[^.()\n]{0,60}?(?:\([^()\n]{0,120}\)[^.()\n]{0,20}?)?\(")
BORN_WORDS = _alternatives("verbs", "born-in-bracket")
BORN = re.compile(rf"\b(?:{BORN_WORDS})", re.IGNORECASE)
DIED_WORDS = _alternatives("verbs", "died-in-bracket")
DIED = re.compile(rf"\b(?:{DIED_WORDS})|†", re.IGNORECASE)
DASH = re.compile(r"\s[-–—]+\s|[–—]|(?<=\d)\s*-\s*(?=\S)")
DEATHS = word_set("nouns", "death")
BEFORE_DATE = _alternatives("function_words", "before-date-of-noun")
# From whose death it was to its date.
WHEN = re.compile(rf"(?:, [^,.;()]{{1,40}},)? (?:{BEFORE_DATE}) ")
MAX_BRACKET = 200  # characters


class End(StrEnum):
    """An end of a life, as it stands in the names of its properties."""

    BIRTH = "birth"
    DEATH = "death"


Parts = Mapping[End, Passage]
Match = re.Match[str] | None


def life_claims(document: Document) -> Claims:
    """Yield the dates and places of births and deaths."""
    text = document.article.text
    ordered = in_text_order(document.mention_at.values())
    people = of_type(names_among(ordered), {"schema:Person"})
    for person in people:
        bracket = _bracket(person, people, text)
        if bracket is not None:
            inside = _within(bracket, ordered)
            yield from _of_bracket(person, inside, bracket, document)
    yield from _origins(document)
    yield from _deaths(ordered, document)


def _within(stretch: Passage, mentions: Sequence[Mention]) -> Mentions:
    """Return the mentions inside a stretch of the text."""
    return [mention for mention in mentions if stretch.covers(mention.passage)]


# ---------------------------------------------------------------------------------------- brackets


def _bracket(person: Mention, people: Sequence[Mention], text: str) -> Passage | None:
    """Return the inside of the bracket after a name; None if there is none.

    There is none either if another person is named before it.
    """
    own = person.passage
    opened = LEAD.match(text, own.end)
    if opened is None:
        return None
    start = opened.end()
    close = text.find(")", start, start + MAX_BRACKET)
    if close < 0:
        return None
    before = Passage(own.article, own.end + 1, start)
    others = [other.text for other in _within(before, people)]
    if any(map(str.isascii, others)):
        stopped("life-dates", person, "another person is named before the bracket")
        return None
    return Passage(own.article, start, close)


def _of_bracket(
    person: Mention, inside: Sequence[Mention], bracket: Passage, document: Document
) -> Claims:
    """Yield birth and death from what stands in the bracket."""
    times = list(filter(_time, inside))
    span = _life_span(times)
    if span is not None:
        yield relation_claim("schema:birthDate", person, span.start, "life-dates", document)
        yield relation_claim("schema:deathDate", person, span.end, "life-dates", document)
        return
    parts = _parts(bracket, times, document.article.text)
    if not parts:
        reason = "the bracket has neither “born” nor “died” nor two dates with a dash between them"
        stopped("life-dates", person, reason)
    for end, part in parts.items():
        in_part = _within(part, inside)
        yield from _of_part(end, person, in_part, document)


def _life_span(times: Sequence[Mention]) -> TimeValue | None:
    """Return the only time of a bracket if it is a span: "(1901–1970)"."""
    if len(times) != 1:
        return None
    time = times[0].time
    if time is None or not time.start:
        return None
    if time.end:
        return time
    return None


def _time(mention: Mention) -> TimeValue | None:
    """Return the time that a mention is; None for any other mention."""
    if mention.kind is not Kind.TIME:
        return None
    return mention.time


def _is_date(mention: Mention) -> bool:
    """Return whether a mention is a single date."""
    time = _time(mention)
    return time is not None and time.is_point


def _parts(bracket: Passage, times: Sequence[Mention], text: str) -> Parts:
    """Return the stretches of a bracket that are about birth and about death.

    Their words show them, else a dash between two dates.
    """
    dash = _dash(times, text)
    birth = _found(BORN, bracket, text)
    if birth is not None:
        lived = _after(birth, bracket)
        died = _found(DIED, lived, text)
        return _parts_after_born(lived, died or dash)
    death = _found(DIED, bracket, text)
    if death is not None:
        return {End.DEATH: _after(death, bracket)}
    if dash is None:
        return {}
    before = replace(bracket, end=dash.start())
    return {End.BIRTH: before, End.DEATH: _after(dash, bracket)}


def _found(pattern: re.Pattern[str], stretch: Passage, text: str) -> Match:
    return pattern.search(text, stretch.start, stretch.end)


def _after(match: re.Match[str], stretch: Passage) -> Passage:
    """Return the rest of a stretch behind a match in it."""
    return replace(stretch, start=match.end())


def _parts_after_born(lived: Passage, turn: Match) -> Parts:
    """Return the stretches before and after the mark at which what is said of birth ends."""
    if turn is None:
        return {End.BIRTH: lived}
    cut = turn.start()
    end_of_birth = max(lived.start, cut)
    before = replace(lived, end=end_of_birth)
    after = replace(lived, start=cut)
    return {End.BIRTH: before, End.DEATH: after}


def _dash(times: Sequence[Mention], text: str) -> Match:
    """Return the dash between the first two dates."""
    if len(times) < 2:
        return None
    first, second = times[:2]
    start = first.passage.end
    end = second.passage.start
    return DASH.search(text, start, end)


def _of_part(end: End, person: Mention, inside: Sequence[Mention], document: Document) -> Claims:
    """Yield the date of one stretch and its place, with the wider ones after it."""
    date = next(filter(_is_date, inside), None)
    if date is not None:
        relation = f"schema:{end}Date"
        yield relation_claim(relation, person, date, "life-dates", document)
    places = _named_places(inside)
    for place in _first_with_wider(places, document):
        relation = f"schema:{end}Place"
        yield relation_claim(relation, person, place, "life-dates", document)


def _named_places(mentions: Sequence[Mention]) -> Mentions:
    """Return the names of places among some mentions."""
    return of_type(names_among(mentions), POPULATED_PLACES)


def _first_with_wider(places: Sequence[Mention], document: Document) -> Iterator[Mention]:
    """Yield the first of some places, and the wider ones that follow it behind commas."""
    yield from places[:1]
    for narrow, wide in pairwise(places):
        if text_between(narrow, wide, document) != ", ":
            return
        yield wide


# ------------------------------------------------------------------------------ origins and deaths


def _origins(document: Document) -> Claims:
    """Yield where people are "originally from".

    Examples are "Originally from Oslo, Ann Bolt moved", "Ann Bolt is originally from Oslo" and "Ann
    Bolt, originally from Oslo,".
    """
    for adverb in document.words("originally"):
        prep = neighbour(adverb, 1)
        if prep is None or prep.lower_ != "from":
            stopped("origin", adverb, "“from” does not follow “{}”", adverb)
            continue
        holders = _holders(prep, document)
        things = mentions_after(prep, document)
        places = _named_places(things)
        if not holders:
            stopped("origin", adverb, "who is “{}” from there is no mention", adverb)
        elif not places:
            stopped("origin", adverb, "no name of a place follows “{} from”", adverb)
        for holder, place in product(holders, places[:1]):
            yield relation_claim("schema:birthPlace", holder, place, "origin", document)


def _holders(prep: Token, document: Document) -> Sequence[Mention]:
    """Return who is from there."""
    head = prep.head
    if head.pos_ in VERBS:
        subjects = implicit_subjects(head)
        return document.referents_of(subjects[:1])
    return document.referents(head)


def _deaths(ordered: Sequence[Mention], document: Document) -> Claims:
    """Yield when people died by a noun for their death.

    Examples are "after his death in 2012" and "the death of Ann Bolt, countess of Kent, on 3 May
    1902".
    """
    dates = filter(_is_date, ordered)
    date_at = {date.passage.start: date for date in dates}
    text = document.article.text
    for noun in document.nouns:
        if noun.pos_ != "NOUN":
            continue
        if not has_lemma(noun, DEATHS):
            continue
        dead = _dead(noun, document)
        start = _start_of_date(noun, dead, text)
        date = date_at.get(start)
        if not dead:
            stopped("death-noun", noun, "whose “{}” it is, is no mention", noun)
        elif date is None:
            stopped("death-noun", noun, "no “in” or “on” with a single date follows")
        else:
            yield relation_claim("schema:deathDate", dead[0], date, "death-noun", document)


def _dead(noun: Token, document: Document) -> Mentions:
    """Return whose death it is, in a list that is empty if that is no mention."""
    preps = with_word(noun.children, "of")
    dead = document.referents_of(possessors(noun)) + things_after(preps, document)
    return dead[:1]


def _start_of_date(death: Token, dead: Sequence[Mention], text: str) -> int:
    """Return where the date of a death starts; -1 if no "in" or "on" follows."""
    ends = [mention.passage.end for mention in dead]
    ends.append(death.idx + len(death))
    link = WHEN.match(text, max(ends))
    if link is None:
        return -1
    return link.end()
