"""Clauses that tell something by themselves, as what somebody says has to."""

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.parse import children_with, has_child
from kg.text.parse.labels import AUXILIARIES, VERBS

ECHOING = word_set("verbs", "taking-up-another")
SAYING_NOTHING = word_set("labels", "all-that-an-echo-has")
FINITE = word_set("labels", "finite-tag")
SUBJECTS_OF_CLAUSE = word_set("labels", "subject-of-a-whole-clause")


def is_whole_around(clause: Token) -> bool:
    """Return whether a clause into which a source is put is whole: "which, he said, sank" is not.

    What a relative clause tells is no sentence without the noun that it stands behind.
    """
    return clause.dep_ != "relcl" and is_whole(clause)


def is_whole(clause: Token) -> bool:
    """Return whether a clause has a verb and a subject of its own, and tells something.

    "Them being met" and "he would" are none.
    """
    if _is_echo(clause):
        return False
    tags = {child.tag_ for child in children_with(clause, *AUXILIARIES)}
    if "VBG" in tags and tags.isdisjoint(FINITE):
        return False
    return _is_verb(clause) and has_child(clause, *SUBJECTS_OF_CLAUSE)


def _is_echo(clause: Token) -> bool:
    """Return whether a clause only takes up what was said before: "he would", "it did not"."""
    if clause.pos_ != "AUX" and clause.lemma_ not in ECHOING:
        return False
    if any(child.i > clause.i for child in children_with(clause, "advmod")):
        return False  # "the dogs are out"
    return all(child.dep_ in SAYING_NOTHING for child in clause.children)


def _is_verb(clause: Token) -> bool:
    """Return whether the head of a clause is a verb, or one that the tagger takes for a noun."""
    if clause.pos_ in VERBS:
        return True
    return clause.dep_ == "ccomp" and has_child(clause, "mark", *AUXILIARIES)
