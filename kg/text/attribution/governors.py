"""Verbs and adjectives that say by themselves how far the clause below them is true."""

from collections.abc import Collection

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Factuality
from kg.text.attribution.verb_signs import is_negated
from kg.text.parse import (
    children_with,
    governed_by,
    has_child,
    is_passive,
    verb_lemma,
    with_particle,
)
from kg.text.parse.labels import AUXILIARIES

FAILING = word_set("verbs", "failing")
OPEN_IF_NOT = word_set("verbs", "open-if-not-ruled-out")
ACCUSING = word_set("verbs", "accusing")
HELD_FOR = word_set("verbs", "held-for-a-deed")
TRIALS = word_set("nouns", "trial-for-a-deed")
TAKING_TIME = word_set("verbs", "taking-time")
TRUE = word_set("adjectives", "true")
UNTRUE = word_set("adjectives", "untrue")
UNSURE = word_set("adjectives", "unsure")
BARE = frozenset({"VB", "VBP"})


def value_under_failure(governor: Token, *, infinitive: bool) -> Factuality | None:
    """Return the value under "failed to", "too weak to"; None if the governor is no such word.

    What is not ruled out is open; who did not fail to do something did it.
    """
    names = {verb_lemma(governor), with_particle(governor)}
    fails = not names.isdisjoint(FAILING)
    if not fails and not (infinitive and _is_too_or_yet(governor)):
        return None
    if not is_negated(governor):
        return Factuality.DENIED
    is_open = not names.isdisjoint(OPEN_IF_NOT)
    return Factuality.POSSIBLE if is_open else Factuality.ASSERTED


def _is_too_or_yet(governor: Token) -> bool:
    """Return whether a governor is like "too weak to" or "have yet to"."""
    if _is_said_with(governor, {"too"}):
        return True
    lemma = verb_lemma(governor)
    return lemma == "have" and _is_said_with(governor, {"yet"})


def denies(governor: Token) -> bool:
    """Return whether a verb says that what follows is not so: "denied that"."""
    if is_negated(governor):
        return False
    return verb_lemma(governor) in FAILING


def value_under_predicate(be: Token) -> Factuality | None:
    """Return the value under "it is true that", "it is false that"; None for other adjectives."""
    if _is_said_with(be, UNTRUE):
        return Factuality.DENIED
    if _is_said_with(be, TRUE) and is_negated(be):
        return Factuality.DENIED
    return Factuality.POSSIBLE if _is_said_with(be, UNSURE) else None


def _is_said_with(verb: Token, words: Collection[str]) -> bool:
    """Return whether one of some adverbs or adjectives hangs on a verb."""
    return has_child(verb, "advmod", "acomp", words=words)


def accusing_verb(verb: Token) -> Token | None:
    """Return the verb by which somebody says what another did: "accused her of stealing".

    None if it is not told who says so.
    """
    if verb.dep_ != "pcomp":
        return None
    governor = verb.head.head
    if verb_lemma(governor) not in ACCUSING or is_negated(governor):
        return None
    is_active = has_child(governor, "nsubj") or governor.tag_ == "VBG"
    return governor if is_active and not is_passive(governor) else None


def is_held_for(governor: Token) -> bool:
    """Return whether what follows "for" is not proven: "arrested for", "on trial for"."""
    if governor.pos_ == "NOUN":
        return governor.lemma_ in TRIALS
    if verb_lemma(governor) in HELD_FOR:
        return True
    for preposition in children_with(governor, "prep"):
        nouns = governed_by(preposition)
        if any(noun.lemma_ in TRIALS for noun in nouns):
            return True
    return False


def takes_time(verb: Token) -> bool:
    """Return whether a verb says how long something took: "needed an hour to win"."""
    if verb_lemma(verb) not in TAKING_TIME:
        return False
    objects = children_with(verb, "dobj")
    return any(noun.ent_type_ == "TIME" for noun in objects)


def is_subjunctive(verb: Token) -> bool:
    """Return whether a finite verb may have a bare form: "that he resign", "that it be closed"."""
    first = next(children_with(verb, *AUXILIARIES), verb)
    return first.tag_ in BARE


def is_infinitive(verb: Token) -> bool:
    """Return whether a verb is like "to sign" and "to be signed", or bare under another verb."""
    if verb.tag_ == "VB":
        return True
    return any(word.tag_ == "TO" for word in verb.lefts)
