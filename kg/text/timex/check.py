"""Whether words that look like a time are meant as one, and which tense they stand in: by tags, dependencies and neighbours.

A pattern alone would take the verb "may", Mrs May, "2000 people", "twice a week" and "Boeing 2707" for dates.
"""

import re

from spacy.tokens import Span, Token

from kg.text.parse import clause_of
from kg.text.timex.words import DAY, FLAGS, GAP, HOLIDAYS, MONTH, SEASONS, UNIT, WEEKDAY, YEAR, either

# Months that are also other words or common given names.
AMBIGUOUS_MONTHS = frozenset("may march april june august mar jan jun dec".split())
BEFORE_A_MONTH = frozenset(
    "in since until till by from to through between during before after early late mid last next this".split()
)
BEFORE_A_YEAR = BEFORE_A_MONTH | frozenset("of for and year fiscal ( – - or around about circa than over as".split())
BEFORE_A_SEASON = BEFORE_A_MONTH | frozenset(("over",))
BEFORE_A_LENGTH = frozenset(
    "for in within after over during about nearly almost than just only around least most last lasted lasts take took takes "
    "taken spend spent entire whole full under another more roughly approximately".split()
)
NAMES = frozenset({"PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "FAC", "GPE", "LOC", "NORP", "LAW"})
MONEY_TALK = frozenset(
    "earnings profit profits revenue revenues sales results loss losses gdp growth shares economy income".split()
)

BARE_MONTH = re.compile(MONTH, FLAGS)
BARE_SEASON = re.compile(rf"(?:the{GAP})?{either(SEASONS)}", FLAGS)
BARE_YEAR = re.compile(YEAR)
BARE_WEEKDAY = re.compile(WEEKDAY, FLAGS)
BARE_HOLIDAY = re.compile(either(HOLIDAYS), FLAGS)
BARE_QUARTER = re.compile(r"(?:the\s)?\w+[\s-]quarter|Q[1-4]", FLAGS)
ONE_LENGTH = re.compile(rf"(?:an?|one)\s(?P<unit>{UNIT})", FLAGS)
FRACTION = re.compile(r"(?:an?|one|two|three)[\s-]quarters?", FLAGS)
DAY_WITHOUT_YEAR = re.compile(rf"(?:{DAY}\s(?:of\s)?{MONTH}|{MONTH}\s{DAY})", FLAGS)
MONTH_OR_WEEKDAY = re.compile(rf"\b(?:{MONTH}|{WEEKDAY})(?!\w)", FLAGS)

FUTURE = frozenset("will 'll wo shall would 'd can could may might should must".split())
AHEAD = frozenset("due schedule plan expect set intend aim hope want prepare promise agree vow pledge decide slate going".split())


def is_time(span: Span) -> bool:
    """True where a match of the patterns is a real use as a time."""
    text = span.text
    first = span[0]
    if any(match.group()[0].islower() for match in MONTH_OR_WEEKDAY.finditer(text)):
        return False
    if BARE_YEAR.fullmatch(text):
        return _is_year(first)
    if BARE_MONTH.fullmatch(text):
        return _is_month(first)
    if BARE_SEASON.fullmatch(text):
        return _before(first) in BEFORE_A_SEASON and span[-1].pos_ in ("NOUN", "PROPN") and _after(span) != "of"
    if BARE_WEEKDAY.fullmatch(text):
        return span.root.ent_type_ not in NAMES and not _in_a_name(first)
    if BARE_HOLIDAY.fullmatch(text):
        return span.root.dep_ not in ("compound", "poss", "nmod")  # "Christmas sales"
    if BARE_QUARTER.fullmatch(text):
        return any(token.lower_ in MONEY_TALK for token in span.sent)
    return _is_length(span)


def _before(token: Token) -> str:
    """The word before a token, past "the"."""
    if token.i > 0 and token.nbor(-1).lower_ == "the":
        token = token.nbor(-1)
    return str(token.nbor(-1).lower_) if token.i > 0 else ""


def _after(span: Span) -> str:
    return str(span.doc[span.end].lower_) if span.end < len(span.doc) else ""


def _in_a_name(token: Token) -> bool:
    """True for "the Sunday Times": a modifier of a proper noun on its right that is no other word of time.

    In "On Monday Ann Bolt spoke" the preposition is left without an object.
    """
    before = token.nbor(-1) if token.i > 0 else token
    left_alone = before.lower_ in ("on", "in") and before.left_edge == before.right_edge
    return (
        token.dep_ == "compound"
        and not left_alone
        and token.head.i > token.i
        and token.head.pos_ == "PROPN"
        and token.head.ent_type_ not in ("DATE", "TIME")
    )


def _is_month(token: Token) -> bool:
    if token.ent_type_ in NAMES or token.pos_ not in ("PROPN", "NOUN") or _in_a_name(token):
        return False
    return token.lower_.rstrip(".") not in AMBIGUOUS_MONTHS or _before(token) in BEFORE_A_MONTH or token.ent_type_ == "DATE"


def _is_year(token: Token) -> bool:
    if token.ent_type_ in NAMES or token.ent_type_ in ("MONEY", "PERCENT", "QUANTITY") or token.like_url:
        return False
    noun = token.head if token.dep_ == "nummod" and token.head.i > token.i else None
    if noun is not None and noun.tag_ == "NNS" and not any(child.dep_ in ("det", "poss") for child in noun.children):
        return False  # "2000 people"
    before = str(token.nbor(-1).lower_) if token.i > 0 else ""
    determined = noun is not None and before in ("the", "a", "its", "his", "her", "their", "this", "that")
    return token.ent_type_ == "DATE" or before in BEFORE_A_YEAR or determined


def _is_length(span: Span) -> bool:
    """False for fractions ("a quarter"), rates ("twice a week"), "one day" and "a second", and for ages."""
    text = span.text
    if FRACTION.fullmatch(text) or _before(span[0]) in ("aged", "age"):
        return False
    single = ONE_LENGTH.fullmatch(text)
    if single is None:
        return True
    return _before(span[0]) in BEFORE_A_LENGTH and single["unit"].lower() != "second"


def tense(span: Span) -> bool | None:
    """True in a past clause, False in a future one, nothing where the clause shows neither.

    A day that belongs to a noun is outside the tense of its clause: "they made plans for a visit on June 24".
    """
    governor = span.root.head.head if span.root.dep_ == "pobj" else span.root.head
    if DAY_WITHOUT_YEAR.fullmatch(span.text) and governor.pos_ in ("NOUN", "PROPN"):
        return None
    return _tense(clause_of(span.root))


def _tense(verb: Token) -> bool | None:
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    if auxiliaries & FUTURE:
        return bool(auxiliaries & {"have", "had"})
    if verb.tag_ == "VBD" or auxiliaries & {"has", "had", "have", "was", "were", "did", "been"}:
        return None if _looks_ahead(verb) and verb.tag_ != "VBD" else True
    if _looks_ahead(verb) or (verb.tag_ == "VBG" and auxiliaries & {"is", "are", "'re", "am", "'m", "'s"}):
        return False
    if verb.tag_ in ("VB", "VBG") and verb.head != verb:
        above = clause_of(verb.head)
        return False if above.lemma_ in AHEAD else _tense(above) if above != verb else None
    return True if verb.tag_ == "VBN" else None


def _looks_ahead(verb: Token) -> bool:
    """True for "is scheduled for", "is due on": what lies ahead although no auxiliary says so."""
    return verb.lemma_ in AHEAD or any(child.dep_ == "acomp" and child.lower_ in AHEAD for child in verb.children)
