"""Habits and states that are given up: "used to run Acme", "no longer runs Acme"."""

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.parse import neighbour

HABITS = word_set("verbs", "former-habit")
NO_LONGER = word_set("adverbs", "no-longer")
NO = word_set("function_words", "before-no-longer")


def is_given_up_habit(verb: Token) -> bool:
    """Return whether a verb tells what is over: "used to run Acme", "no longer runs Acme"."""
    above = verb.head
    is_habit = verb.dep_ == "xcomp" and above.lemma_ in HABITS and above.tag_ == "VBD"
    return is_habit or any(map(_is_no_longer, verb.children))


def _is_no_longer(word: Token) -> bool:
    """Return whether a word says, with the one before it, that a clause holds no more."""
    before = neighbour(word, -1)
    return word.lower_ in NO_LONGER and before is not None and before.lower_ in NO
