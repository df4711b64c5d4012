"""Whose doing a verb is: its own subject, or the one that English grammar leaves implicit."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.parse import any_label, direct_objects, is_object, neighbour, subjects, with_label
from kg.text.parse.labels import NOUNS, PLURALS, VERBS
from kg.trace import stopped

SUBJECT_CONTROL = word_set("verbs", "subject-control")
PART = word_set("verbs", "part-of-whole")
BEGINNING = word_set("verbs", "part-of-whole-with-subject")
PERIODS = word_set("times", "period-before-participle")
BASED = word_set("verbs", "based-somewhere")
MAX_CLIMB = 5  # clauses up to which a subject may be implicit
SUBORDINATE = ("advcl", "acomp")  # clauses with the subject of the clause above them
BEFORE_CLAUSE = ("ADP", "ADV", "SCONJ")  # "after", "prior to", "in addition to" before "leaving"
REDUCED = ("NOUN", "PROPN", "PRON", "NUM")  # what a participle or infinitive may modify


def implicit_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Return the subjects of a verb: its own, or those that English grammar leaves implicit.

    "The miners were forced to push", "After crossing, they …", "She bought and sold", "families
    returning from".
    """
    explicit = subjects(verb)
    led = leading(verb, explicit)
    own = [led[1]] if led is not None else explicit or _stolen_subject(verb)
    if own or depth > MAX_CLIMB:
        return own
    head = verb.head
    if verb.dep_ == "pcomp":
        clause = _clause_before(head)
        return implicit_subjects(clause, depth + 1) if clause is not None else []
    if verb.dep_ == "acl" and head.pos_ in REDUCED:
        return _subject_of_reduced(verb, head, depth)
    if head.pos_ not in VERBS:
        return []
    if verb.dep_ == "xcomp":
        return _controller(head, depth)
    if verb.dep_ == "conj" or verb.dep_ in SUBORDINATE:
        return implicit_subjects(head, depth + 1)
    return []


def is_command(verb: Token) -> bool:
    """Return whether a verb is an imperative at the start of a quotation: she said, "Stop them".

    It says of nothing that it was done.
    """
    is_bare = verb.tag_ in ("VB", "VBP") and verb.dep_ == "xcomp"
    if not is_bare or any(child.tag_ == "TO" for child in verb.children) or subjects(verb):
        return False
    before = neighbour(verb.left_edge, -1)
    return before is not None and before.tag_ == "``"


def leading(verb: Token, explicit: Sequence[Token]) -> tuple[Token, Token] | None:
    """Return the description before a comma and the subject it is of; None if there is none.

    An example is "A native of Oslo, Ann Bolt moved". `explicit` are the verb's own subjects.
    """
    ahead = [
        child for child in with_label(verb.lefts, "npadvmod") if child.left_edge == verb.sent[0]
    ]
    both = [*ahead[:1], *explicit]
    if len(both) != 2:
        return None
    description, subject = both
    if subject.i > verb.i or description.pos_ not in NOUNS:
        return None
    if not any_label(description.children, "det", "prep"):
        return None
    before = neighbour(subject.left_edge, -1)
    if before is None or before.lower_ != ",":
        stopped(
            "leading", description, "no comma stands between “{}” and “{}”", description, subject
        )
        return None
    return description, subject


def _clause_before(prep: Token) -> Token | None:
    """Return the verb that a preposition belongs to through others, adverbs and periods.

    An example is "prior to joining Acme, she worked".
    """
    while prep.head != prep and (_is_link(prep) or _is_period(prep)):
        prep = prep.head
    return prep if prep.pos_ in VERBS else None


def _is_link(prep: Token) -> bool:
    return prep.pos_ in BEFORE_CLAUSE and prep.dep_ in ("prep", "advmod", "pcomp")


def _is_period(noun: Token) -> bool:
    """Return whether a noun is the period in "after four years of living in Oslo"."""
    return noun.dep_ == "pobj" and noun.lemma_ in PERIODS


def _stolen_subject(verb: Token) -> list[Token]:
    """Return the subject that the parser gave to the time of the verb before.

    An example is "closed last spring and most employees … were flown out".
    """
    is_second = verb.dep_ == "conj" and verb.head.pos_ == "VERB"
    if not is_second or not any_label(verb.children, "aux", "auxpass"):
        return []
    times = [child for child in with_label(verb.head.children, "npadvmod") if child.i < verb.i]
    conjoined = [child for time in times for child in with_label(time.children, "conj")]
    return [child for child in conjoined if child.pos_ in NOUNS]


def _controller(head: Token, depth: int) -> list[Token]:
    """Return who does the infinitive or participle under a verb: its object, else its subject.

    It is empty if nobody is said to: "the trip included crossing a bridge".
    """
    if head.lemma_ in PART - BEGINNING:
        return []
    objects = direct_objects(head)
    if objects and head.lemma_ not in SUBJECT_CONTROL:
        return objects
    return implicit_subjects(head, depth + 1)


def _subject_of_reduced(verb: Token, noun: Token, depth: int) -> list[Token]:
    """Return the subject of a participle or infinitive behind a noun.

    It is the noun itself before a participle, and before "to" whose plan, bid or agreement it is.
    """
    if verb.tag_ in ("VBG", "VBN", "VBD"):
        return [based(verb, noun)]
    owners = with_label(noun.children, "poss")
    if owners or not is_object(noun):
        return owners
    return implicit_subjects(noun.head, depth + 1)


def based(verb: Token, noun: Token) -> Token:
    """Return who is based: the firm, not its goods, in "a maker of boats based in Oslo"."""
    while verb.lemma_ in BASED and _is_plural_object(noun):
        above = noun.head.head
        if above.pos_ not in NOUNS:
            break
        noun = above
    return noun


def _is_plural_object(noun: Token) -> bool:
    """Return whether a noun is a plural behind a preposition."""
    return noun.tag_ in PLURALS and noun.dep_ == "pobj" and noun.head.dep_ == "prep"
