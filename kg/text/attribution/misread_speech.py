"""Speech that the parser hangs on the wrong word: behind a tag, and with its subject as an object.

In "The road was shut, she said, because the bridge had given way" it takes the reason for that of
the speaker. Behind a tag it is said if its word gives a reason or a condition, or if it goes on
with "and" or "but" and an auxiliary, and has no subject of its own: "It has a roof, she said, and
will be let in May". In "officials warned the crisis is over" it takes the crisis for whom they
warned. Such a clause has no subject of its own then, nor a word that opens it.
"""

from spacy.tokens import Span, Token

from kg.lang.en import word_set
from kg.text.attribution.reported_words import (
    content,
    trimmed_span,
)
from kg.text.attribution.speech_verbs import is_saying
from kg.text.parse import (
    children_with,
    has_child,
    is_passive,
    neighbour,
    subjects,
)
from kg.text.parse.labels import (
    AUXILIARIES,
    SUBJECTS,
)

DENYING = word_set("verbs", "saying-no")
FINITE = word_set("labels", "finite-tag")
BEHIND_OBJECT = frozenset({"ccomp", "advcl"})
REASON = word_set("function_words", "before-a-reason-that-is-said")
SPEAKING = word_set("verbs", "saying") | DENYING
COMMAS = frozenset(",–—")


def said_behind(verb: Token) -> Token | None:
    """Return the verb of what is still said behind a verb of saying that is a tag; else None."""
    if is_passive(verb) or not _is_tag(verb):
        return None
    for child in verb.rights:
        if child.dep_ == "advcl" and has_child(child, "mark", words=REASON):
            return child if _is_behind_comma(child.left_edge) else None
        if child.dep_ == "conj" and _goes_on(child, verb):
            return child
    return None


def with_what_is_behind(told: Span, verb: Token) -> Span:
    """Return the words before a tag together with what is still said behind it."""
    rest = said_behind(verb)
    if rest is None or told.end > verb.i:
        return told
    return told.doc[told.start : rest.right_edge.i + 1]


def _is_tag(verb: Token) -> bool:
    """Return whether what a verb reports stands before it, parted by a comma from its subject."""
    clauses = [clause for clause in children_with(verb, "ccomp") if clause.i < verb.i]
    own = [subject.left_edge for subject in subjects(verb) if subject.i < verb.i]
    return bool(clauses) and _is_behind_comma(min([verb, *own]))


def _goes_on(other: Token, verb: Token) -> bool:
    """Return whether a verb coordinated with a tag goes on with what the tag reports."""
    if other.lemma_.lower() in SPEAKING or subjects(other) or not has_child(other, *AUXILIARIES):
        return False
    links = [link for link in children_with(verb, "cc") if link.i < other.i]
    return bool(links) and _is_behind_comma(links[-1])


def _is_behind_comma(token: Token) -> bool:
    """Return whether a comma or dash stands right before a token."""
    before = neighbour(token, -1)
    return before is not None and before.text in COMMAS


def told_with_misread_subject(verb: Token) -> Span | None:
    """Return the words that a verb of saying reports if its object is their subject; else None."""
    if not is_saying(verb) or verb.lemma_.lower() in DENYING or is_passive(verb):
        return None
    for noun in children_with(verb, "dobj"):
        for clause in children_with(verb, *BEHIND_OBJECT):
            if clause.left_edge.i == noun.right_edge.i + 1 and _lacks_a_subject(clause):
                start = noun.left_edge.i
                return trimmed_span(list(verb.doc[start : content(clause).end]))
    return None


def _lacks_a_subject(clause: Token) -> bool:
    """Return whether a clause is finite, and has neither a subject nor a word that opens it."""
    if has_child(clause, "mark", "expl", *SUBJECTS):
        return False
    helpers = children_with(clause, *AUXILIARIES)
    return clause.tag_ in FINITE or any(helper.tag_ in FINITE for helper in helpers)
