"""The tense of a time: whether its clause looks back to it, or ahead.

No auxiliary says so in "are to vote on Sunday", "hopes to reopen on Monday", "the school reopens on
Tuesday" and "put off until Monday": what is scheduled is told in the present, and what is planned
as an infinitive.
"""

from spacy.tokens import (
    Span,
    Token,
)

from kg.lang.en import word_set
from kg.text.parse import (
    children_with,
    clause_of,
    has_child,
    verb_lemma,
)
from kg.text.parse.labels import (
    AUXILIARIES,
    NOUNS,
    PRESENTS,
    VERBS,
)
from kg.text.timex.words import (
    DAY,
    MONTH,
    OF,
    WEEKDAY,
    compiled,
    words_in_order,
)

DAY_WITHOUT_YEAR = compiled(rf"(?:{DAY}\s(?:{OF}\s)?{MONTH}|{MONTH}\s{DAY})")
UNTIL = words_in_order("function_words", "until")
UNTIL_DATE = compiled(rf"{UNTIL}\s.+")
BARE_WEEKDAY = compiled(rf"(?:{UNTIL}\s)?{WEEKDAY}")

FUTURE = word_set("function_words", "future-auxiliary")
PAST = word_set("function_words", "past-auxiliary")
PRESENT = word_set("function_words", "present-auxiliary")
PERFECT = word_set("function_words", "perfect-in-the-future")
INFINITIVE = word_set("function_words", "before-infinitive")
BARE_FORMS = ("VB", "VBP")  # "to resign", "that he resign"
AHEAD = word_set("verbs", "looking-ahead")
BROKEN_OFF = word_set("verbs", "until-ahead")
SAYING = word_set("verbs", "saying")
PHASES = word_set("verbs", "phase-of-event")


def tense(span: Span) -> bool | None:
    """Return True in a past clause, False in a future one, None if the clause shows neither.

    A day that belongs to a noun is outside the tense of its clause: "they made plans for a visit on
    June 24".
    """
    root = span.root
    governor = root.head.head if root.dep_ == "pobj" else root.head
    if DAY_WITHOUT_YEAR.fullmatch(span.text) and governor.pos_ in NOUNS:
        return None
    clause = clause_of(root)
    if UNTIL_DATE.fullmatch(span.text) and _is_broken_off(clause):
        return False
    told = _tense(clause)
    if told is None and BARE_WEEKDAY.fullmatch(span.text):
        is_scheduled = governor == clause and _is_scheduled(clause)
        return False if is_scheduled or _is_planned(clause) else None
    return told


def _is_broken_off(verb: Token) -> bool:
    """Return whether what is done to something lasts until a day ahead: "closed until Friday"."""
    is_perfect = has_child(verb, *AUXILIARIES, words=PERFECT)
    return verb_lemma(verb) in BROKEN_OFF and not is_perfect


def _is_scheduled(verb: Token) -> bool:
    """Return whether a verb in the present, with a day of the week, says what is to come."""
    lemma = verb_lemma(verb)
    if verb.tag_ == "VBZ":
        return lemma not in SAYING
    # what looks like a present may be an unusual past: "troops retook"
    return verb.tag_ in PRESENTS and lemma in PHASES


def _tense(verb: Token) -> bool | None:
    """Return the tense of a verb as `tense` does."""
    if verb.pos_ not in VERBS:
        return None
    auxiliaries = {child.lower_ for child in children_with(verb, *AUXILIARIES)}
    if auxiliaries & FUTURE:
        return bool(auxiliaries & PERFECT)
    is_bare = bool(auxiliaries & INFINITIVE) or verb.tag_ in BARE_FORMS
    if is_bare and _is_planned(verb):
        return None if auxiliaries & PERFECT else False  # "was to have opened"
    if verb.tag_ == "VBD":
        return True
    looks_ahead = _looks_ahead(verb)
    if auxiliaries & PAST:
        return None if looks_ahead else True
    is_progressive = verb.tag_ == "VBG" and bool(auxiliaries & PRESENT)
    if looks_ahead or is_progressive:
        return False
    return _tense_without_auxiliary(verb)


def _is_planned(verb: Token) -> bool:
    """Return whether a bare form or an infinitive says what is planned.

    Examples are "is to vote", "is due to be heard", "hopes to win" and "demanded that he go".
    """
    above = verb.head
    if above == verb:
        return False
    lemma = verb_lemma(above)
    is_of_be = verb.dep_ == "xcomp" and lemma == "be"
    return is_of_be or lemma in AHEAD


def _tense_without_auxiliary(verb: Token) -> bool | None:
    """Return the tense of an infinitive or participle: mostly that of the clause above it."""
    if verb.tag_ == "VBN":
        is_present = has_child(verb, *AUXILIARIES, words=PRESENT)
        return None if is_present else True  # "is based in"
    if verb.tag_ not in ("VB", "VBG") or verb.head == verb:
        return None
    return _tense_of_clause_above(verb)


def _tense_of_clause_above(verb: Token) -> bool | None:
    """Return the tense of the clause around a verb; False if it looks ahead."""
    above = clause_of(verb.head)
    if verb_lemma(above) in AHEAD:
        return False
    if above == verb:
        return None
    return _tense(above)


def _looks_ahead(verb: Token) -> bool:
    """Return whether something lies ahead, although no auxiliary says so.

    "It is scheduled for", "it is due on"; not "they set out".
    """
    is_ahead = verb_lemma(verb) in AHEAD and not has_child(verb, "prt")
    return is_ahead or has_child(verb, "acomp", words=AHEAD)
