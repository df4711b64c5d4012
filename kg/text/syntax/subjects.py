"""Whose doing a verb is: its own subject, or the one that the grammar of English lets be understood."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.parse import subjects
from kg.text.syntax.attachment import (
    CLAUSAL,
    OBJECTS,
)
from kg.trace import stopped

SUBJECT_CONTROL = word_set("verbs", "subject-control")
PART = word_set("verbs", "part-of-whole")
BEGINNING = word_set("verbs", "part-of-whole-with-subject")
MAX_CLIMB = 5  # clauses up to which a subject may be understood
BEFORE_CLAUSE = (
    "ADP",
    "ADV",
    "SCONJ",
)  # "after leaving", "prior to leaving", "in addition to leaving"
PERIODS = word_set("times", "period-before-participle")
BASED = word_set("verbs", "based-somewhere")


def implicit_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The subjects of a verb: its own, or those that the grammar of English lets be understood.

    "The miners were forced to push", "After crossing, they …", "She bought and sold", "families returning from".
    """
    told = subjects(verb)
    led = leading(verb, told)
    own = [led[1]] if led is not None else told or _stolen_subject(verb)
    if own or depth > MAX_CLIMB:
        return own
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in CLAUSAL:
        return implicit_subjects(head, depth + 1)
    if verb.dep_ == "xcomp" and head.pos_ in CLAUSAL:
        return _controller(head, depth)
    if verb.dep_ == "advcl" and head.pos_ in CLAUSAL:
        return implicit_subjects(head, depth + 1)
    if verb.dep_ == "pcomp":
        clause = _clause_before(head)
        return implicit_subjects(clause, depth + 1) if clause is not None else []
    if verb.dep_ == "acomp" and head.pos_ in CLAUSAL:
        return implicit_subjects(head, depth + 1)
    if verb.dep_ == "acl" and head.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
        return _subject_of_reduced(verb, head, depth)
    return []


def is_command(verb: Token) -> bool:
    """True for an imperative at the start of a quotation, which tells of nothing done: she said, "Stop them"."""
    bare = (
        verb.tag_ in ("VB", "VBP")
        and verb.dep_ == "xcomp"
        and not any(child.tag_ == "TO" for child in verb.children)
    )
    first = verb.left_edge
    return bare and not subjects(verb) and first.i > 0 and first.nbor(-1).tag_ == "``"


def leading(verb: Token, told: Sequence[Token]) -> tuple[Token, Token] | None:
    """The description before a comma and the subject that it is of: "A native of Oslo, Ann Bolt moved".

    `told` are the verb's own subjects.
    """
    ahead = [
        child
        for child in verb.lefts
        if child.dep_ == "npadvmod" and child.left_edge == verb.sent[0]
    ]
    both = [*ahead[:1], *told]
    if len(both) != 2 or both[1].i > verb.i or both[0].pos_ not in ("NOUN", "PROPN"):
        return None
    described = any(child.dep_ == "det" or child.dep_ == "prep" for child in both[0].children)
    comma = both[1].left_edge.i > 0 and both[1].left_edge.nbor(-1).lower_ == ","
    if described and not comma:
        stopped("leading", both[0], "no comma stands between “{}” and “{}”", both[0], both[1])
    return (both[0], both[1]) if described and comma else None


def _clause_before(prep: Token) -> Token | None:
    """The verb that a preposition belongs to through others and adverbs: "prior to joining Acme, she worked"."""
    while prep.head != prep and (
        (prep.pos_ in BEFORE_CLAUSE and prep.dep_ in ("prep", "advmod", "pcomp"))
        or (prep.dep_ == "pobj" and prep.lemma_ in PERIODS)
    ):
        prep = prep.head
    return prep if prep.pos_ in CLAUSAL else None


def _stolen_subject(verb: Token) -> list[Token]:
    """The subject that the parser took for a second time ("closed last spring and most employees … were flown out")."""
    if (
        verb.dep_ != "conj"
        or verb.head.pos_ != "VERB"
        or not any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    ):
        return []
    times = [child for child in verb.head.children if child.dep_ == "npadvmod" and child.i < verb.i]
    return [
        child
        for time in times
        for child in time.children
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN")
    ]


def _controller(head: Token, depth: int) -> list[Token]:
    """Who does the infinitive or participle under a verb: its object, else its subject; nobody told under "the trip included"."""
    if head.lemma_ in PART - BEGINNING:
        return []
    objects = [child for child in head.children if child.dep_ in OBJECTS]
    if objects and head.lemma_ not in SUBJECT_CONTROL:
        return objects
    return implicit_subjects(head, depth + 1)


def _subject_of_reduced(verb: Token, noun: Token, depth: int) -> list[Token]:
    """The noun itself before a participle; before "to" the one whose plan, bid or agreement it is."""
    if verb.tag_ in ("VBG", "VBN", "VBD"):
        return [based(verb, noun)]
    owners = [child for child in noun.children if child.dep_ == "poss"]
    if owners or noun.dep_ not in OBJECTS:
        return owners
    return implicit_subjects(noun.head, depth + 1)


def based(verb: Token, noun: Token) -> Token:
    """Who is based: the firm, not its goods, in "a maker of boats based in Oslo"."""
    while (
        verb.lemma_ in BASED
        and noun.tag_ in ("NNS", "NNPS")
        and noun.dep_ == "pobj"
        and noun.head.dep_ == "prep"
    ):
        above = noun.head.head
        if above.pos_ not in ("NOUN", "PROPN"):
            break
        noun = above
    return noun
