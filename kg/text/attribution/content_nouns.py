"""Nouns that hold a clause or an event: "the claim that", "a failed bid to", "no reports of".

A report that is denied, an attempt that fails and a request that is turned down come to nothing,
and so does what there are "no reports of".
"""

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Factuality
from kg.text.parse import has_child, verb_lemma, with_particle
from kg.text.parse.labels import NOUN_SUBJECTS, VERBS

NO = word_set("function_words", "no-of-noun")
UNTRUE = word_set("adjectives", "untrue")
UNSURE = word_set("nouns", "unsure-content")
FAILING = word_set("nouns", "failing-content")
PLANNING = word_set("nouns", "planned-content")
TOLD = word_set("nouns", "told-content")
NEVER_FOUND = word_set("nouns", "never-found")
DENYING = word_set("verbs", "denying-content")
UNDOING = word_set("verbs", "undoing-plan")
FAILED = word_set("adjectives", "failed")
INSIDE = word_set("labels", "inside-telling-noun")
HELD = frozenset({"dobj", "nsubjpass"})


def value_of_clause(noun: Token, *, is_infinitive: bool) -> Factuality:
    """Return the value that a noun gives a clause below it; ASSERTED for most."""
    if noun.pos_ != "NOUN" and noun.dep_ not in NOUN_SUBJECTS:
        return Factuality.ASSERTED
    if comes_to_nothing(noun) or (is_infinitive and has_child(noun, "det", words=NO)):
        return Factuality.DENIED
    lemma = noun.lemma_.lower()
    if is_infinitive and lemma in PLANNING:
        return Factuality.PLANNED
    if is_infinitive and lemma in FAILING:
        return Factuality.DENIED
    return Factuality.POSSIBLE if lemma in UNSURE else Factuality.ASSERTED


def holder_of(noun: Token) -> Token:
    """Return the noun that tells what hangs on another in it: "reports" in "reports in the press".

    A noun that nothing of the kind stands above is returned itself.
    """
    above = noun
    while not _tells(above):
        if above.dep_ not in INSIDE or above.head == above:
            return noun
        above = above.head
    return above


def _tells(noun: Token) -> bool:
    """Return whether a noun is one of what is told and may be denied."""
    return noun.lemma_.lower() in TOLD


def comes_to_nothing(noun: Token) -> bool:
    """Return whether what a noun holds is said not to be so, or not to happen."""
    lemma = noun.lemma_.lower()
    if lemma in NEVER_FOUND and has_child(noun, "det", words=NO):
        return True
    if lemma in TOLD and (_is_object_of(noun, DENYING) or _is_untrue(noun)):
        return True
    if lemma not in PLANNING:
        return False
    if has_child(noun, "amod", words=FAILED):
        return True
    return _is_object_of(noun, UNDOING) or _fails(noun)


def _is_untrue(noun: Token) -> bool:
    """Return whether something is said to be wrong: "reports that she had left were wrong"."""
    verb = noun.head
    if noun.dep_ not in NOUN_SUBJECTS or verb.lemma_ != "be":
        return False
    if has_child(verb, "neg", "aux"):
        return False
    return has_child(verb, "acomp", words=UNTRUE)


def _is_object_of(noun: Token, verbs: frozenset[str]) -> bool:
    """Return whether one of some verbs has a noun as its object, and is not denied."""
    verb = noun.head
    if noun.dep_ not in HELD or has_child(verb, "neg"):
        return False
    names = {verb_lemma(verb), with_particle(verb)}
    return not names.isdisjoint(verbs)


def _fails(noun: Token) -> bool:
    """Return whether a noun is the subject of a verb that says that it came to nothing."""
    verb = noun.head
    if noun.dep_ not in NOUN_SUBJECTS or verb.pos_ not in VERBS:
        return False
    if has_child(verb, "neg", "aux", "dobj"):
        return False
    return with_particle(verb) in UNDOING


def noun_before(verb: Token) -> Token | None:
    """Return the noun right before an infinitive that may hold it: "signed a bill to close it".

    None if what stands there holds no infinitives.
    """
    edge = verb.left_edge
    if edge.i == 0:
        return None
    noun = edge.nbor(-1)
    holds = noun.lemma_.lower() in PLANNING and noun.head == verb.head
    return noun if holds and noun.dep_ == "dobj" else None
