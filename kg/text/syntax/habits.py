"""Habits that are given up: "used to run Acme"."""

from spacy.tokens import Token

from kg.lang.en import word_set

HABITS = word_set("verbs", "former-habit")


def is_given_up_habit(verb: Token) -> bool:
    """Return whether a verb tells what somebody used to do: "used to run Acme"."""
    above = verb.head
    return verb.dep_ == "xcomp" and above.lemma_ in HABITS and above.tag_ == "VBD"
