"""How far a verb's clause is put forward as true: negation, modals, plans, conditions, belief, and what governs the clause.

The grammar follows the veridicality signatures of Karttunen ("Implicative verbs", 1971) and the certainty and polarity values
of FactBank (Saurí and Pustejovsky 2009), folded into the five values of the vocabulary. The nearest sign wins: a denied plan
is denied, a planned denial is planned.
"""

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Factuality
from kg.text.parse import verb_lemma

NEGATORS = word_set("function_words", "negator")
NO_ONE = word_set("function_words", "no-one")
POSSIBLE_AUX = word_set("function_words", "possible-auxiliary")
PLANNED_AUX = word_set("function_words", "planned-auxiliary")
POSSIBLE_ADVERBS = word_set("adverbs", "possible")
# Verbs whose infinitive or clause is only meant, hoped or asked for.
PLANNING = word_set("verbs", "planning")
BELIEVING = word_set("verbs", "believing")
# Adjectives and verbs that leave open whether what follows happens: "ready to", "accused of".
UNDECIDED = word_set("verbs", "undecided")
TRUE = word_set("adjectives", "true")
UNTRUE = word_set("adjectives", "untrue")
UNSURE = word_set("adjectives", "unsure")
UNSURE_NOUNS = word_set("nouns", "unsure-content")
FAILING = word_set("verbs", "failing")
FAILING_NOUNS = word_set("nouns", "failing-content")
CONDITIONS = word_set("function_words", "condition")
PLANNING_NOUNS = word_set("nouns", "planned-content")
ABOUT_TO = word_set("adjectives", "about-to")
COMPLEMENTS = frozenset({"xcomp", "ccomp", "csubj"})


def factuality(verb: Token) -> Factuality:
    """The value that the words around a verb give its clause, without regard to who says it.

    Reported speech is told by the attribution, not here; a clause under "said that" is ASSERTED as far as this goes.
    """
    own = _own(verb)
    if own is not Factuality.ASSERTED:
        return own
    return _inherited(verb)


def _own(verb: Token) -> Factuality:
    """What negation, auxiliaries and adverbs at the verb itself say."""
    if is_negated(verb):
        return Factuality.DENIED
    words = {child.lower_ for child in _auxiliaries(verb)}
    if words & PLANNED_AUX or _is_going_to(verb):
        return Factuality.PLANNED
    if words & POSSIBLE_AUX or any(
        c.lower_ in POSSIBLE_ADVERBS for c in verb.children if c.dep_ == "advmod"
    ):
        return Factuality.POSSIBLE
    if any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in verb.children):
        return Factuality.POSSIBLE
    if verb.dep_ == "ROOT" and any(child.text == "?" for child in verb.children):
        return Factuality.POSSIBLE
    return Factuality.ASSERTED


def _auxiliaries(verb: Token) -> list[Token]:
    """The verb's own auxiliaries, or those of the verb that it is coordinated with when it has the bare form."""
    found = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if (
        not found
        and verb.dep_ == "conj"
        and verb.tag_ == "VB"
        and verb.head.pos_ in ("VERB", "AUX")
    ):
        return _auxiliaries(verb.head)
    return found


def is_negated(verb: Token) -> bool:
    """True for "did not sign", "no one signed", "without signing"."""
    for child in verb.children:
        if child.dep_ == "neg" or (
            child.dep_ in ("advmod", "preconj", "cc") and child.lower_ in NEGATORS
        ):
            return True
        if child.dep_ in ("nsubj", "nsubjpass", "dobj") and (
            child.lower_ in NO_ONE
            or any(c.dep_ == "det" and c.lower_ in NO_ONE for c in child.children)
        ):
            return True
    return verb.dep_ == "pcomp" and verb.head.lower_ == "without"


def _is_going_to(verb: Token) -> bool:
    """True under "is going to", "is set to", "is due to", "is about to"."""
    head = verb.head
    if verb.dep_ not in ("xcomp", "acomp") or head == verb:
        return False
    return head.lower_ in ABOUT_TO and any(c.lemma_ == "be" for c in [*head.children, head.head])


def _inherited(verb: Token) -> Factuality:
    """What the verb, noun or adjective that governs the clause makes of it."""
    head = verb.head
    if head == verb:
        return Factuality.ASSERTED
    if verb.dep_ in COMPLEMENTS:
        return _under(head, infinitive=_is_infinitive(verb) or verb.dep_ == "xcomp")
    if verb.dep_ == "pcomp" and head.dep_ == "prep":
        return _under(head.head, infinitive=True)
    if verb.dep_ in ("acl", "relcl") and _is_content_of(verb, head):
        return _content(head, infinitive=_is_infinitive(verb))
    if verb.dep_ == "advcl" and _is_infinitive(verb):
        return Factuality.PLANNED
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        shares = verb.tag_ == head.tag_ == "VB" and not any(
            c.dep_ in ("nsubj", "nsubjpass", "aux") for c in verb.children
        )
        return factuality(head) if shares else _inherited(head)
    return Factuality.ASSERTED


def _is_content_of(verb: Token, noun: Token) -> bool:
    """True for the clause that says what a noun is about: "the plan to sign", "evidence that she signed"."""
    that = any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children)
    return noun.pos_ == "NOUN" and (_is_infinitive(verb) or that)


def _content(noun: Token, *, infinitive: bool) -> Factuality:
    """The value of a clause that a noun holds ("the claim that", "the fact that", "the plan to", "its failure to")."""
    lemma = noun.lemma_.lower()
    if infinitive and lemma in PLANNING_NOUNS:
        return Factuality.PLANNED
    if infinitive and lemma in FAILING_NOUNS:
        return Factuality.DENIED
    return Factuality.POSSIBLE if lemma in UNSURE_NOUNS else Factuality.ASSERTED


def _under(governor: Token, *, infinitive: bool) -> Factuality:
    """The value of a complement of this governor; an implicative one ("managed to", "forced to") hands on its own value."""
    lemma = verb_lemma(governor)
    words = {child.lower_ for child in governor.children if child.dep_ in ("advmod", "acomp")}
    if lemma in FAILING or (
        infinitive and ("too" in words or (lemma == "have" and "yet" in words))
    ):
        return Factuality.ASSERTED if is_negated(governor) else Factuality.DENIED
    if infinitive and lemma in PLANNING:
        return Factuality.PLANNED
    if lemma in BELIEVING or (infinitive and lemma in UNDECIDED):
        return Factuality.POSSIBLE
    if lemma == "be" and words & (UNTRUE | UNSURE):
        return (
            Factuality.DENIED
            if words & UNTRUE or (is_negated(governor) and words & TRUE)
            else Factuality.POSSIBLE
        )
    if lemma == "be" and words & TRUE and is_negated(governor):
        return Factuality.DENIED
    if lemma == "have" and infinitive:
        return _own(governor) if governor.tag_ not in ("VBP", "VBZ") else Factuality.PLANNED
    if infinitive and governor.dep_ == "acomp":
        return _under_adjective(governor, lemma)
    if governor.pos_ in ("VERB", "AUX", "ADJ"):
        return factuality(governor) if infinitive else _inherited(governor)
    return Factuality.ASSERTED


def _under_adjective(adjective: Token, lemma: str) -> Factuality:
    """The value of "able to sign" is that of its "be"; "not happy to sign" leaves open whether."""
    said = factuality(adjective.head)
    return Factuality.POSSIBLE if said is Factuality.DENIED and lemma != "able" else said


def _is_infinitive(verb: Token) -> bool:
    """True for "to sign", "to be signed", and for a bare infinitive under another verb."""
    return verb.tag_ == "VB" or any(child.tag_ == "TO" for child in verb.children)
