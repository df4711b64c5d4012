"""Which verbs happen at the same time, by the grammar of their clauses.

"Crashed in June, killing all on board", "began on Monday by thanking her voters", "was hurt when
the bomb went off".
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.parse import is_passive, verb_lemma
from kg.text.syntax import PAST_FORMS, any_word, with_label

SAME_TIME = word_set("verbs", "same-time")
APPOINTED = word_set("verbs", "appointed")
LASTING = word_set("verbs", "lasting")
MOMENTS = word_set("function_words", "simultaneous")
PROGRESSIVE = word_set("function_words", "auxiliary-of-progressive")
PRESENT = ("VBZ", "VBP")


def lenders(verb: Token) -> Iterator[Token]:
    """Yield the verbs around a verb that happen when it does, the ones above it first."""
    head = verb.head
    if head.pos_ == "VERB" and (_is_simultaneous_clause(verb) or _is_complement(verb, up=False)):
        yield head
    if verb.dep_ == "pcomp" and head.lower_ == "by" and head.head.pos_ == "VERB":
        yield head.head
    for child in verb.children:
        if child.pos_ == "VERB" and _lends_up(child):
            yield child


def _lends_up(clause: Token) -> bool:
    """Return whether a clause happens when the verb above it does, so that its time is its own."""
    is_fronted = clause.tag_ == "VBG" and clause.i < clause.head.i
    if is_fronted and _is_simultaneous_clause(clause):
        return True
    return _is_moment(clause) or _is_complement(clause, up=True)


def _is_simultaneous_clause(clause: Token) -> bool:
    return clause.dep_ == "advcl" and _is_simultaneous(clause)


def _is_simultaneous(clause: Token) -> bool:
    """Return whether an adverbial clause happens when the verb above it does.

    So it is for "killing all", "while speaking", "as she was leaving", "when she spoke" after a
    past; not for "having spoken".
    """
    marks = {child.lower_ for child in _marks(clause) if child.tag_ in ("IN", "WRB")}
    auxiliaries = {child.lower_ for child in with_label(clause.children, "aux", "auxpass")}
    is_participle = clause.tag_ == "VBG"
    has_moment = bool(marks & MOMENTS)
    is_progressive = is_participle and has_moment and auxiliaries <= PROGRESSIVE
    if auxiliaries and not is_progressive:
        return False
    if is_participle:
        return verb_lemma(clause) not in LASTING and marks <= MOMENTS
    both_past = clause.tag_ == clause.head.tag_ == "VBD"
    return has_moment and both_past and clause.i > clause.head.i


def _marks(clause: Token) -> list[Token]:
    """Return the conjunctions and adverbs of a clause."""
    return with_label(clause.children, "mark", "advmod")


def _is_moment(clause: Token) -> bool:
    """Return whether a clause gives the moment of the verb before it.

    Examples are "was hurt when the bomb went off" and "will speak when she arrives".
    """
    verb = clause.head
    if clause.dep_ != "advcl" or clause.i <= verb.i or not any_word(_marks(clause), "when"):
        return False
    if clause.tag_ == "VBD":
        return verb.tag_ in PAST_FORMS
    return clause.tag_ in PRESENT and any_word(with_label(verb.children, "aux"), "will")


def _is_complement(verb: Token, *, up: bool) -> bool:
    """Return whether an infinitive or participle happens when the verb above it does.

    `up` asks whether its time is also that of the verb above.
    """
    head = verb.head
    if verb.dep_ != "xcomp" or head.pos_ != "VERB":
        return False
    if verb_lemma(head) in SAME_TIME:
        return True
    return not up and verb_lemma(head) in APPOINTED and is_passive(head)
