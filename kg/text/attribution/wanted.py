"""Deeds that somebody asks for, foresees, threatens or denies: whose word they are, how they stand.

"threatened to close the mine"   "called for his resignation"   "accused him of selling arms"
"denied having met her"   "denied reports that he had resigned"   "promised elections"
"""

from dataclasses import replace

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import (
    Assertion,
    Factuality,
    Mention,
)
from kg.text.attribution.factuality import factuality
from kg.text.attribution.reported_words import teller, told_in
from kg.text.attribution.speech_verbs import speaker_of
from kg.text.attribution.verb_signs import is_negated
from kg.text.attribution.who_speaks import TELLING
from kg.text.parse import (
    governor_of,
    has_child,
    is_passive,
    verb_lemma,
)
from kg.text.parse.labels import (
    NOUN_CLAUSES,
    NOUN_SUBJECTS,
    VERBS,
)
from kg.text.syntax import Document

DENYING = word_set("verbs", "saying-no")
REJECTING = DENYING | word_set("verbs", "rejecting-what-is-told")
WANTING = word_set("verbs", "speaking-for-a-deed")
HOLDING_OUT = WANTING | word_set("verbs", "holding-out-a-deed")
CALLING = word_set("verbs", "calling-for-a-deed")
ASKING_OTHERS = word_set("verbs", "asking-others-for-a-deed")
ADMITTING = word_set("verbs", "admitting-a-deed")
CLAIMING = word_set("verbs", "claiming-a-deed")
GERUND = "VBG"
ACCUSING = word_set("verbs", "accusing-of-a-deed")
WANTED = frozenset({"xcomp", "ccomp"})
OPEN = Assertion(Factuality.POSSIBLE, None)
NOT_SO = Assertion(Factuality.DENIED, None)
SAID = Assertion(Factuality.REPORTED, None)


def wanted_clause(clause: Token, document: Document) -> Assertion | None:
    """Return how a clause stands that a verb or noun which tells nothing governs; None by others.

    It stands as the words around the clause itself say, and is put down to whoever wants, foresees,
    threatens or denies it.
    """
    head = clause.head
    if clause.i < head.i:
        return None
    if head.pos_ in VERBS and clause.dep_ in WANTED and not is_passive(head):
        how = _under_verb(clause, head)
        if how is not None:
            return _by(speaker_of(head, document), how)
    if clause.dep_ == "pcomp":
        return _accusation(clause, document) or _confession(clause, document)
    if clause.dep_ in NOUN_CLAUSES and head.lemma_.lower() in TELLING:
        return _of_noun(clause, document)
    return None


def _under_verb(clause: Token, head: Token) -> Assertion | None:
    """Return how a clause stands under a verb of wanting, denying, admitting or claiming."""
    lemma = verb_lemma(head)
    if lemma in DENYING and clause.dep_ == "xcomp":
        return NOT_SO
    is_admitted = lemma in ADMITTING and clause.tag_ == GERUND
    is_claimed = lemma in CLAIMING and clause.dep_ == "xcomp"
    if (is_admitted or is_claimed) and not is_negated(head):
        return SAID
    if lemma in WANTING or _is_asked_of_others(clause, head):
        return OPEN
    return None


def _is_asked_of_others(clause: Token, head: Token) -> bool:
    """Return whether a verb asks others for a deed: "called on her to go", "asked him to go"."""
    lemma = verb_lemma(head)
    if lemma in CALLING:
        return has_child(head, "prep")
    is_of_others = has_child(head, "dobj") or has_child(clause, *NOUN_SUBJECTS)
    return lemma in ASKING_OTHERS and is_of_others


def _confession(clause: Token, document: Document) -> Assertion | None:
    """Return how that stands to which somebody confesses."""
    verb = clause.head.head
    if verb_lemma(verb) not in ADMITTING or is_negated(verb):
        return None
    return _by(speaker_of(verb, document), SAID)


def _by(speaker: Mention | None, how: Assertion) -> Assertion | None:
    """Return a way to stand as that of somebody; None for nobody known."""
    return None if speaker is None else replace(how, speaker=speaker)


def _accusation(clause: Token, document: Document) -> Assertion | None:
    """Return how that stands of which somebody is accused: by whoever accuses."""
    verb = clause.head.head
    while verb.pos_ not in VERBS and verb.head != verb:
        verb = verb.head  # "accused by residents of coming late"
    if verb_lemma(verb) not in ACCUSING:
        return None
    accuser = speaker_of(verb, document)
    return _by(accuser, SAID)


def _of_noun(clause: Token, document: Document) -> Assertion | None:
    """Return how a clause stands that a noun tells, as "the report that".

    It is denied by whoever denies the report, else told by whoever tells it.
    """
    noun = clause.head
    if clause not in told_in(noun):
        return None
    verb = noun.head
    while verb.pos_ not in VERBS and verb.head != verb:
        verb = verb.head
    is_rejected = verb_lemma(verb) in REJECTING and noun.i > verb.i
    if is_rejected and not is_negated(verb):
        speaker = speaker_of(verb, document)
        return _by(speaker, NOT_SO)
    speaker = teller(noun, document)
    return _by(speaker, SAID)


def wanted_thing(noun: Token, document: Document) -> Assertion | None:
    """Return how an event stands that is the object of a verb, None if the verb leaves it alone.

    "promised elections", "called for a strike", "denied any wrongdoing".
    """
    accuser = accuser_of_event(noun, document)
    if accuser is not None:
        return _by(accuser, SAID)
    is_object = noun.dep_ == "dobj"
    verb = noun.head if is_object else governor_of(noun, "for")
    if verb is None or verb.pos_ not in VERBS or is_passive(verb):
        return None
    lemma = verb_lemma(verb)
    speaker = speaker_of(verb, document)
    if speaker is None or factuality(verb) is not Factuality.ASSERTED:
        return None
    if is_object and lemma in DENYING:
        told = noun.lemma_.lower()
        return None if told in TELLING else _by(speaker, NOT_SO)
    holding = HOLDING_OUT if is_object else CALLING
    if lemma not in holding:
        return None
    return _by(speaker, OPEN)


def accuser_of_event(noun: Token, document: Document) -> Mention | None:
    """Return who accuses somebody of an event: "accused the rebels of attacks"; None for nobody."""
    verb = governor_of(noun, "of")
    if verb is None or verb_lemma(verb) not in ACCUSING or is_negated(verb):
        return None
    return speaker_of(verb, document)
