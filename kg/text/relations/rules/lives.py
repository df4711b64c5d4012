"""Claims of the brackets after a name, as in an encyclopedia, and of "originally from".

"Ann Bolt (12 May 1960 – 3 June 2010)" · "Ann Bolt (born 12 May 1960 in Oslo, Norway)" · "Bo Coil (Bergen, 1901 – Oslo, 1970)".
"""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.lang.en import word_list, word_set
from kg.model import Claim, Frame, Kind, Mention, Role
from kg.text.attribution import presupposed
from kg.text.syntax import Document, implicit_subjects, prepositional
from kg.trace import stopped

PLACES = frozenset({"schema:Place", "schema:Country", "schema:City", "schema:State", "kg:Region"})
LEAD = re.compile(
    r"[^.()\n]{0,60}?(?:\([^()\n]{0,120}\)[^.()\n]{0,20}?)?\("
)  # from a name to its bracket, past another one
BORN_WORDS = word_list("verbs", "born-in-bracket")
BORN = re.compile(rf"\b(?:{'|'.join(map(re.escape, BORN_WORDS))})", re.IGNORECASE)
DIED_WORDS = word_list("verbs", "died-in-bracket")
DIED = re.compile(rf"\b(?:{'|'.join(map(re.escape, DIED_WORDS))})|†", re.IGNORECASE)
DASH = re.compile(r"\s[-–—]+\s|[–—]|(?<=\d)\s*-\s*(?=\S)")
DEATH = word_set("nouns", "death")
WHEN = re.compile(r"(?:, [^,.;()]{1,40},)? (?:in|on) ")  # from whose death it was to its date
MAX_BRACKET = 200  # characters


def life_claims(ordered: Sequence[Mention], document: Document) -> Iterator[Claim]:
    """Yield dates and places of birth and death; `ordered` are all mentions of the article in text order."""
    for person in ordered:
        if person.type == "schema:Person" and person.is_name:
            bracket = _bracket(person, ordered, document.article.text)
            if bracket is not None:
                yield from _of_bracket(
                    person, [m for m in ordered if _within(m, bracket)], bracket, document
                )
    yield from _origins(document)
    yield from _deaths(ordered, document)


def _bracket(person: Mention, ordered: Sequence[Mention], text: str) -> tuple[int, int] | None:
    """Where the inside of the bracket after a name starts and ends; nothing where another person is named before it."""
    opened = LEAD.match(text, person.passage.end)
    close = text.find(")", opened.end(), opened.end() + MAX_BRACKET) if opened else -1
    if opened is None or close < 0:
        return None
    others = (m for m in ordered if m.is_name and m.type == "schema:Person" and m.text.isascii())
    if any(person.passage.end < m.passage.start and m.passage.end <= opened.end() for m in others):
        stopped("life-dates", person, "another person is named before the bracket")
        return None
    return opened.end(), close


def _within(mention: Mention, stretch: tuple[int, int]) -> bool:
    return stretch[0] <= mention.passage.start and mention.passage.end <= stretch[1]


def _of_bracket(
    person: Mention, inside: list[Mention], bracket: tuple[int, int], document: Document
) -> Iterator[Claim]:
    """Yield birth and death from what stands in the bracket."""
    text = document.article.text
    times = [m for m in inside if m.kind is Kind.TIME and m.time is not None]
    if len(times) == 1 and times[0].time is not None and times[0].time.start and times[0].time.end:
        yield _claim("schema:birthDate", person, times[0].time.start, document)
        yield _claim("schema:deathDate", person, times[0].time.end, document)
        return
    born, died = _parts(text, bracket, times)
    if born is None and died is None:
        stopped(
            "life-dates",
            person,
            "the bracket has neither “born” nor “died” nor two dates with a dash between them",
        )
    for kind, part in (("birth", born), ("death", died)):
        if part is not None:
            yield from _of_part(kind, person, [m for m in inside if _within(m, part)], document)


def _parts(
    text: str, bracket: tuple[int, int], times: list[Mention]
) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """The stretches that tell of birth and of death: by their words, else before and after a dash between two dates."""
    start, end = bracket
    birth, death = BORN.search(text, start, end), DIED.search(text, start, end)
    if birth is not None:
        cut = next(
            (
                m.start()
                for m in (DIED.search(text, birth.end(), end), _dash(text, times))
                if m is not None
            ),
            end,
        )
        later = (cut, end) if cut < end else None
        return (birth.end(), max(cut, birth.end())), later
    if death is not None:
        return None, (death.end(), end)
    dash = _dash(text, times)
    return ((start, dash.start()), (dash.end(), end)) if dash is not None else (None, None)


def _dash(text: str, times: list[Mention]) -> re.Match[str] | None:
    """Return the dash between the first two dates."""
    if len(times) < 2:
        return None
    return DASH.search(text, times[0].passage.end, times[1].passage.start)


def _of_part(
    kind: str, person: Mention, inside: list[Mention], document: Document
) -> Iterator[Claim]:
    """Yield the date of one stretch and its place, with the wider ones after it."""
    for mention in [
        m for m in inside if m.kind is Kind.TIME and m.time is not None and m.time.is_point
    ][:1]:
        yield _claim(f"schema:{kind}Date", person, mention, document)
    places = [m for m in inside if m.type in PLACES and m.is_name]
    for index, mention in enumerate(places):
        if (
            index == 0
            or document.article.text[places[index - 1].passage.end : mention.passage.start] == ", "
        ):
            yield _claim(f"schema:{kind}Place", person, mention, document)
        else:
            return


def _origins(document: Document) -> Iterator[Claim]:
    """ "Originally from Oslo, Ann Bolt moved", "Ann Bolt is originally from Oslo", "Ann Bolt, originally from Oslo,"."""
    for adverb in document.words("originally"):
        prep = document.doc[min(adverb.i + 1, len(document.doc) - 1)]
        if prep.lower_ != "from":
            stopped("origin", adverb, "“from” does not follow “{}”", adverb)
            continue
        holders = _holders(prep, document)
        places = [
            m
            for _, token in prepositional(prep)
            for m in document.things(token)
            if m.type in PLACES and m.is_name
        ]
        if not holders:
            stopped("origin", adverb, "who is “{}” from there is no mention", adverb)
        elif not places:
            stopped("origin", adverb, "no name of a place follows “{} from”", adverb)
        yield from (
            _claim("schema:birthPlace", holder, place, document, "origin")
            for holder in holders
            for place in places[:1]
        )


def _deaths(ordered: Sequence[Mention], document: Document) -> Iterator[Claim]:
    """ "after his death in 2012", "the death of Ann Bolt, countess of Kent, on 3 May 1902"."""
    times = {
        m.passage.start: m
        for m in ordered
        if m.kind is Kind.TIME and m.time is not None and m.time.is_point
    }
    for noun in document.nouns:
        if noun.lemma_.lower() not in DEATH or noun.pos_ != "NOUN":
            continue
        ofs = [
            token
            for prep in noun.children
            if prep.lower_ == "of"
            for _, token in prepositional(prep)
        ]
        owners = [
            m
            for token in (*(c for c in noun.lefts if c.dep_ == "poss"), *ofs)
            for m in document.things(token)
        ][:1]
        end = max([noun.idx + len(noun), *(m.passage.end for m in owners)])
        link = WHEN.match(document.article.text, end)
        when = times.get(link.end()) if link else None
        if not owners:
            stopped("death-noun", noun, "whose “{}” it is, is no mention", noun)
        elif when is None:
            stopped("death-noun", noun, "no “in” or “on” with a single date follows")
        if when is not None:
            yield from (
                _claim("schema:deathDate", owner, when, document, "death-noun") for owner in owners
            )


def _holders(prep: Token, document: Document) -> tuple[Mention, ...]:
    """Return who is from there."""
    head = prep.head
    if head.pos_ in ("VERB", "AUX"):
        return tuple(m for token in implicit_subjects(head)[:1] for m in document.things(token))
    return document.things(head)


def _claim(
    predicate: str,
    person: Mention,
    value: Mention | str,
    document: Document,
    rule: str = "life-dates",
) -> Claim:
    """Return a claim about a life, taken for granted by the sentence."""
    token = document.head(person)
    how = presupposed(token, document)
    return Claim(
        Frame.RELATION,
        predicate,
        (Role("subject", person), *(() if isinstance(value, str) else (Role("object", value),))),
        person.passage,
        document.sentence(token),
        rule=rule,
        value=value if isinstance(value, str) else "",
        factuality=how.factuality,
        speaker=how.speaker,
    )
