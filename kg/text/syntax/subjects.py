"""Subjects of verbs: a verb's own, or the one that English grammar leaves implicit."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.parse import (
    children_with,
    direct_objects,
    has_child,
    is_object,
    possessors,
    subjects,
    tag_before,
    with_label,
    word_before,
)
from kg.text.parse.labels import AUXILIARIES, NOUNS, PASTS, PLURALS, VERBS
from kg.trace import stopped

SUBJECT_CONTROL = word_set("verbs", "subject-control")
PART = word_set("verbs", "part-of-whole")
BEGINNING = word_set("verbs", "part-of-whole-with-subject")
PERIODS = word_set("times", "period-before-participle")
BASED = word_set("verbs", "based-somewhere")
MAX_CLIMB = 5  # clauses up to which a subject may be implicit
SUBJECT_FROM_ABOVE = word_set("labels", "with-the-subject-above")
BEFORE_CLAUSE = word_set("labels", "before-a-clause")
LINKING = word_set("labels", "between-preposition-and-verb")
REDUCED = word_set("labels", "modified-by-participle")
BARE_FORMS = frozenset({"VB", "VBP"})


def implicit_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Return the subjects of a verb: its own, or those that English grammar leaves implicit.

    "The miners were forced to push", "After crossing, they …", "She bought and sold", "families
    returning from".
    """
    own = _own_subjects(verb)
    if own or depth > MAX_CLIMB:
        return own
    return _subjects_above(verb, depth)


def _subjects_above(verb: Token, depth: int) -> list[Token]:
    """Return the subjects that a verb without its own takes from the clause above it."""
    head = verb.head
    if verb.dep_ == "pcomp":
        return _subjects_before(head, depth)
    if verb.dep_ == "acl" and head.pos_ in REDUCED:
        return _subject_of_reduced(verb, head, depth)
    if head.pos_ not in VERBS:
        return []
    if verb.dep_ == "xcomp":
        return _controller(head, depth)
    if verb.dep_ in SUBJECT_FROM_ABOVE:
        return implicit_subjects(head, depth + 1)
    return []


def _own_subjects(verb: Token) -> list[Token]:
    """Return the subjects that stand at a verb, also where the parser hung them elsewhere."""
    explicit = subjects(verb)
    led = leading(verb, explicit)
    if led is not None:
        return [led[1]]
    return explicit if explicit else _stolen_subject(verb)


def _subjects_before(prep: Token, depth: int) -> list[Token]:
    """Return the subjects of the clause that a preposition before a participle belongs to."""
    clause = _clause_before(prep)
    if clause is None:
        return []
    return implicit_subjects(clause, depth + 1)


def is_command(verb: Token) -> bool:
    """Return whether a verb is an imperative at the start of a quotation: she said, "Stop them".

    It says of nothing that it was done.
    """
    if verb.dep_ != "xcomp" or verb.tag_ not in BARE_FORMS:
        return False
    if subjects(verb):
        return False
    if any(child.tag_ == "TO" for child in verb.children):
        return False
    return tag_before(verb.left_edge) == "``"


def leading(verb: Token, explicit: Sequence[Token]) -> tuple[Token, Token] | None:
    """Return the description before a comma and the subject it is of; None if there is none.

    An example is "A native of Oslo, Ann Bolt moved". `explicit` are the verb's own subjects.
    """
    both = [*_opening_measures(verb)[:1], *explicit]
    if len(both) != 2:
        return None
    description, subject = both
    if subject.i > verb.i:
        return None
    if not _describes(description):
        return None
    if word_before(subject.left_edge) != ",":
        stopped(
            "leading", description, "no comma stands between “{}” and “{}”", description, subject
        )
        return None
    return description, subject


def _opening_measures(verb: Token) -> list[Token]:
    """Return the nouns before a verb, without a preposition, that open its sentence."""
    opening = verb.sent[0]
    measures = with_label(verb.lefts, "npadvmod")
    return [noun for noun in measures if noun.left_edge == opening]


def _describes(noun: Token) -> bool:
    """Return whether a word is a noun with an article or a preposition: "a native of Oslo"."""
    if noun.pos_ not in NOUNS:
        return False
    return has_child(noun, "det", "prep")


def _clause_before(prep: Token) -> Token | None:
    """Return the verb that a preposition belongs to through others, adverbs and periods.

    An example is "prior to joining Acme, she worked".
    """
    while _leads_up(prep):
        prep = prep.head
    return prep if prep.pos_ in VERBS else None


def _leads_up(token: Token) -> bool:
    """Return whether a word stands between a participle and the verb that it goes with."""
    if token.head == token:
        return False
    return _is_link(token) or _is_period(token)


def _is_link(prep: Token) -> bool:
    """Return whether a word is a preposition or adverb before a clause: "prior", "after"."""
    return prep.pos_ in BEFORE_CLAUSE and prep.dep_ in LINKING


def _is_period(noun: Token) -> bool:
    """Return whether a noun is the period in "after four years of living in Oslo"."""
    return noun.dep_ == "pobj" and noun.lemma_ in PERIODS


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


def _controller(head: Token, depth: int) -> list[Token]:
    """Return who does the infinitive or participle under a verb: its object, else its subject.

    It is empty if nobody is said to: "the trip included crossing a bridge".
    """
    if head.lemma_ in PART - BEGINNING:
        return []
    if head.lemma_ not in SUBJECT_CONTROL:
        objects = direct_objects(head)
        if objects:
            return objects
    return implicit_subjects(head, depth + 1)


def _subject_of_reduced(verb: Token, noun: Token, depth: int) -> list[Token]:
    """Return the subject of a participle or infinitive behind a noun.

    It is the noun itself before a participle, and before "to" whose plan, bid or agreement it is.
    """
    if verb.tag_ == "VBG" or verb.tag_ in PASTS:
        return [based(verb, noun)]
    owners = possessors(noun)
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
    if noun.tag_ not in PLURALS or noun.dep_ != "pobj":
        return False
    return noun.head.dep_ == "prep"
