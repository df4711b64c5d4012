"""Verbs that happen at the same time, by the grammar of their clauses.

"Crashed in June, killing all on board", "began on Monday by thanking her voters", "was hurt when
the bomb went off".
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.parse import (
    children_with,
    has_child,
    is_passive,
    verb_lemma,
)
from kg.text.parse.labels import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    PASTS,
    PRESENTS,
    RELATIVE_PRONOUNS,
)

SAME_TIME = word_set("verbs", "same-time")
APPOINTED = word_set("verbs", "appointed")
LASTING = word_set("verbs", "lasting")
MOMENTS = word_set("function_words", "simultaneous")
PROGRESSIVE = word_set("function_words", "auxiliary-of-progressive")
PAST_PASSIVE = word_set("function_words", "past-passive-auxiliary")
CONJUNCTIONS = ("IN", "WRB")
WHEN = ("when",)
WILL = ("will",)


def lenders(verb: Token) -> Iterator[Token]:
    """Yield the verbs around a verb that happen when it does, the ones above it first."""
    yield from filter(_is_verb, _above(verb))
    yield from filter(_lends_up, filter(_is_verb, verb.children))


def _is_verb(token: Token) -> bool:
    return token.pos_ == "VERB"


def _above(verb: Token) -> Iterator[Token]:
    """Yield the word above a clause of the same time, or above "by thanking"."""
    match verb.dep_:
        case "advcl" if _is_simultaneous(verb):
            yield verb.head
        case "xcomp" if _is_complement(verb, up=False):
            yield verb.head
        case "pcomp" if verb.head.lower_ == "by":
            yield verb.head.head
        case "relcl" if _tells_of_agent(verb):
            yield verb.head.head.head


def _tells_of_agent(clause: Token) -> bool:
    """Return whether a relative clause tells what the agent before it did then, too.

    An example is "was rescued by the army, which tricked the rebels"; the agent stands right
    behind its verb's "by".
    """
    agent = clause.head
    if agent.head.dep_ != "agent" or not is_past_event(clause):
        return False
    if verb_lemma(clause) in LASTING or has_child(clause, "advmod", *AUXILIARIES):
        return False
    return any(child.tag_ in RELATIVE_PRONOUNS for child in children_with(clause, "nsubj"))


def _lends_up(clause: Token) -> bool:
    """Return whether a clause happens when the verb above it does, so that its time is its own."""
    match clause.dep_:
        case "advcl" if _is_behind(clause):
            return _is_moment(clause)
        case "advcl" if clause.tag_ == "VBG":
            return _is_simultaneous(clause)
        case "advcl" if clause.tag_ == "VBD":
            return clause.head.tag_ == "VBD" and _is_moment(clause)
        case "xcomp":
            return _is_complement(clause, up=True)
    return False


def _is_behind(clause: Token) -> bool:
    return clause.i > clause.head.i


def _is_simultaneous(clause: Token) -> bool:
    """Return whether an adverbial clause happens when the verb above it does.

    So it is for "killing all", "while speaking", "as she was leaving", "when she spoke" after a
    past; not for "having spoken".
    """
    auxiliaries = {child.lower_ for child in children_with(clause, *AUXILIARIES)}
    if clause.tag_ == "VBG":
        return _is_participle_of_same_time(clause, auxiliaries)
    are_past = is_past_event(clause) and is_past_event(clause.head)
    if not are_past or MOMENTS.isdisjoint(_conjunctions(clause)):
        return False
    return _is_behind(clause)


def is_past_event(verb: Token) -> bool:
    """Return whether a verb tells what happened: "left", "were sent", but not "had left"."""
    auxiliaries = {child.lower_ for child in children_with(verb, *AUXILIARIES)}
    if verb.tag_ == "VBD":
        return not auxiliaries
    return verb.tag_ == "VBN" and bool(auxiliaries) and auxiliaries <= PAST_PASSIVE


def _is_participle_of_same_time(clause: Token, auxiliaries: set[str]) -> bool:
    """Return whether a participle goes on at the time of the verb above it."""
    conjunctions = _conjunctions(clause)
    if verb_lemma(clause) in LASTING or not conjunctions <= MOMENTS:
        return False
    if not auxiliaries:
        return True
    return bool(conjunctions) and auxiliaries <= PROGRESSIVE


def _conjunctions(clause: Token) -> set[str]:
    """Return the words that open a clause, in small letters."""
    openers = children_with(clause, *CLAUSE_OPENERS)
    return {opener.lower_ for opener in openers if opener.tag_ in CONJUNCTIONS}


def _is_moment(clause: Token) -> bool:
    """Return whether an adverbial clause gives the moment of the verb before it.

    Examples are "was hurt when the bomb went off" and "will speak when she arrives".
    """
    verb = clause.head
    if not has_child(clause, *CLAUSE_OPENERS, words=WHEN):
        return False
    if clause.tag_ == "VBD":
        return verb.tag_ in PASTS
    return clause.tag_ in PRESENTS and has_child(verb, "aux", words=WILL)


def _is_complement(verb: Token, *, up: bool) -> bool:
    """Return whether an infinitive or participle happens when the verb above it does.

    `up` asks whether its time is also that of the verb above.
    """
    above = verb.head
    if not _is_verb(above):
        return False
    lemma = verb_lemma(above)
    if lemma in SAME_TIME:
        return True
    if up or lemma not in APPOINTED:
        return False
    return is_passive(above)
