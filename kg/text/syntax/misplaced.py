"""Subjects that the parser hung on another word than their verb."""

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.parse import children_with, has_child, neighbour
from kg.text.parse.labels import AUXILIARIES, NOUNS, NOUNS_AND_PRONOUNS, TIME_ENTITIES

OF_WHOM = word_set("pronouns", "of-whom")
OPENING_CLAUSE = word_set("function_words", "opens-a-finite-clause")
NEEDING_SUBJECT = frozenset({"ROOT", "ccomp", "advcl"})
FINITE = frozenset({"VBZ", "VBD"})
BESIDE_VERB = word_set("labels", "between-subject-and-verb")
YEAR = 4  # digits


def misplaced_subject(verb: Token) -> list[Token]:
    """Return the subject of a verb that has none of its own, if the parser hung it elsewhere."""
    if verb.dep_ == "conj":
        return _of_whom(verb) or _stolen_subject(verb) or _right_before(verb)
    return _swallowed_subject(verb)


def _right_before(verb: Token) -> list[Token]:
    """Return the noun right before the second verb of a coordination, which has to be its subject.

    An example is "marched through Oslo and police were deployed": between two verbs of one subject
    would stand "and", not a noun.
    """
    before = _word_before(verb)
    if before is None or before.pos_ not in NOUNS_AND_PRONOUNS or before.i <= verb.head.i:
        return []
    if before.ent_type_ in TIME_ENTITIES or not _is_finite(verb):
        return []
    for word in (before, *before.ancestors):
        if word.right_edge != before or word == verb.head:
            break
        if word.dep_ == "conj":
            return [word]
    return [before]


def _word_before(verb: Token) -> Token | None:
    """Return the word before a verb and the auxiliaries and adverbs that stand before it."""
    start = verb.i
    for child in reversed(list(verb.lefts)):
        if child.i != start - 1 or child.dep_ not in BESIDE_VERB:
            break
        start = child.i
    return neighbour(verb.doc[start], -1)


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or has_child(verb, *AUXILIARIES)


def _of_whom(verb: Token) -> list[Token]:
    """Return the subject of a clause that opens with "one of whom": who is named behind it."""
    for word in verb.doc[verb.head.i : verb.i]:
        if word.lower_ not in OF_WHOM or word.head.lower_ != "of":
            continue
        names = [noun for noun in verb.doc[word.i : verb.i] if noun.pos_ == "PROPN"]
        heads = [name for name in names if name.head not in names]
        return heads[:1] or [word.head.head]
    return []


def _swallowed_subject(verb: Token) -> list[Token]:
    """Return the subject that the parser hung on a preposition in front of it.

    Examples are "after a guard left, she …" and "In 2012 President Ann Bolt bought it".
    """
    if verb.tag_ not in FINITE or verb.dep_ not in NEEDING_SUBJECT:
        return []
    for link in children_with(verb.head if verb.dep_ == "advcl" else verb, "prep"):
        for noun in children_with(link, "pobj"):
            is_adjacent = noun.right_edge.i + 1 == verb.i
            if is_adjacent and (_opens_clause(link, verb) or _is_dated(noun)):
                return list(children_with(noun, "appos"))[:1] or [noun]
    return []


def _opens_clause(link: Token, verb: Token) -> bool:
    """Return whether a word is the "after" or "before" of the clause of a verb."""
    return verb.dep_ == "advcl" and link.lower_ in OPENING_CLAUSE


def _is_dated(noun: Token) -> bool:
    """Return whether a year seems to count a noun: "in 2012 President Ann Bolt"."""
    first = noun.left_edge
    return first.dep_ == "nummod" and len(first.text) == YEAR and first.text.isdigit()


def _stolen_subject(verb: Token) -> list[Token]:
    """Return the subject that the parser gave to the time of the verb before.

    An example is "closed last spring and most employees … were flown out".
    """
    first = verb.head
    if verb.dep_ != "conj" or first.pos_ != "VERB":
        return []
    if not has_child(verb, *AUXILIARIES):
        return []
    conjoined: list[Token] = []
    for time in children_with(first, "npadvmod"):
        if time.i < verb.i:
            conjoined += children_with(time, "conj")
    return [noun for noun in conjoined if noun.pos_ in NOUNS]
