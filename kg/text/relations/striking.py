"""Blows to a place, and where: "an earthquake shook Chile", "Chile was hit by a storm"."""

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.parse import any_word, direct_objects, governor_of, verb_lemma, with_label

STRIKING = word_set("verbs", "striking-place")
STRUCK_WHEN = word_set("function_words", "when-it-struck")


def is_striking(verb: Token) -> bool:
    """Return whether the object of a verb is the place of what it tells."""
    return verb.pos_ == "VERB" and verb_lemma(verb) in STRIKING


def struck_by(noun: Token) -> list[Token]:
    """Return what a noun strikes: "an earthquake shook Chile", "Chile was hit by a storm"."""
    clauses = with_label(noun.children, "relcl")
    verbs = [noun.head, *clauses] if noun.dep_ == "nsubj" else clauses
    agent = governor_of(noun, "by")
    struck: list[Token] = []
    for verb in filter(is_striking, verbs):
        struck += direct_objects(verb)
    if agent is not None and is_striking(agent):
        struck += with_label(agent.children, "nsubjpass")
    return struck


def tells_what_happened(clause: Token) -> bool:
    """Return whether a clause tells of the same event: "when a bus crashed", "after it struck".

    After "after" only what strikes does.
    """
    if any_word(with_label(clause.children, "advmod"), "when"):
        return True
    return is_striking(clause) and any_word(with_label(clause.children, "mark"), *STRUCK_WHEN)
