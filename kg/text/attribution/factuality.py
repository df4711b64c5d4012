"""Factuality: how far a verb's clause is put forward as true, by the words around it.

These are negation, modals, plans, conditions, belief, and what governs the clause. The grammar
follows the veridicality signatures of Karttunen ("Implicative verbs", 1971) and the certainty and
polarity values of FactBank (Saurí and Pustejovsky 2009), folded into the five values of the
vocabulary. The nearest sign wins: a denied plan is denied, a planned denial is planned.
"""

from collections.abc import Collection

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Factuality
from kg.text.parse import children_with, has_child, verb_lemma
from kg.text.parse.labels import (
    AUXILIARIES,
    NOUN_CLAUSES,
    NOUN_SUBJECTS,
    PRESENTS,
    VERBS,
    VERBS_AND_ADJECTIVES,
)

NEGATORS = word_set("function_words", "negator")
NO = word_set("function_words", "no-of-noun")
NO_ONE = word_set("function_words", "no-one")
POSSIBLE_AUX = word_set("function_words", "possible-auxiliary")
PLANNED_AUX = word_set("function_words", "planned-auxiliary")
CONDITIONS = word_set("function_words", "condition")
POSSIBLE_ADVERBS = word_set("adverbs", "possible")
PLANNING = word_set("verbs", "planning")
BELIEVING = word_set("verbs", "believing")
UNDECIDED = word_set("verbs", "undecided")
UNSURE_BEFORE_INFINITIVE = BELIEVING | UNDECIDED
FAILING = word_set("verbs", "failing")
TRUE = word_set("adjectives", "true")
UNTRUE = word_set("adjectives", "untrue")
UNSURE = word_set("adjectives", "unsure")
ABOUT_TO = word_set("adjectives", "about-to")
UNSURE_NOUNS = word_set("nouns", "unsure-content")
FAILING_NOUNS = word_set("nouns", "failing-content")
PLANNING_NOUNS = word_set("nouns", "planned-content")
COMPLEMENTS = word_set("labels", "clause-under-governor")
NEGATING = word_set("labels", "negator-of-verb")
NEGATED = word_set("labels", "argument-with-no")
FINITE = frozenset({"VBZ", "VBD"})
PREDICATES = frozenset({"acomp", "attr", "oprd"})
PREDICATIVE = frozenset({"xcomp", "acomp"})  # "is going to sign", "is due to be signed"


def factuality(verb: Token) -> Factuality:
    """Return the value that the words around a verb give its clause, whoever says it.

    Reported speech is a matter of attribution; a clause under "said that" is ASSERTED as far as
    this goes.
    """
    own = _own(verb)
    return _inherited(verb) if own is Factuality.ASSERTED else own


def _own(verb: Token) -> Factuality:
    """Return the value by negation, auxiliaries and adverbs at the verb itself."""
    if is_negated(verb) or _is_not_going_to(verb):
        return Factuality.DENIED
    auxiliaries = {child.lower_ for child in _auxiliaries(verb)}
    if auxiliaries & PLANNED_AUX or _is_going_to(verb) or _is_to(verb):
        return Factuality.PLANNED
    if auxiliaries & POSSIBLE_AUX or _is_left_open(verb):
        return Factuality.POSSIBLE
    return Factuality.ASSERTED


def _is_left_open(verb: Token) -> bool:
    """Return whether an adverb, a condition or a question leaves open what a verb says."""
    if has_child(verb, "advmod", words=POSSIBLE_ADVERBS):
        return True
    return has_child(verb, "mark", words=CONDITIONS) or _is_question(verb)


def _is_question(verb: Token) -> bool:
    """Return whether a verb is the main one of a question."""
    return verb.dep_ == "ROOT" and has_child(verb, words={"?"})


def _auxiliaries(verb: Token) -> list[Token]:
    """Return the verb's own auxiliaries.

    If it has none and the bare form, they are those of the verb that it is coordinated with.
    """
    own = list(children_with(verb, *AUXILIARIES))
    if own or not _is_bare_conjunct(verb):
        return own
    head = verb.head
    return _auxiliaries(head) if head.pos_ in VERBS else []


def _is_bare_conjunct(verb: Token) -> bool:
    """Return whether a bare form is coordinated with something before it: "sign and pay"."""
    return verb.dep_ == "conj" and verb.tag_ == "VB"


def is_negated(verb: Token) -> bool:
    """Return whether a verb is like "did not sign", "no one signed", "without signing"."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return True
    return any(_negates(child) for child in verb.children)


def _negates(child: Token) -> bool:
    """Return whether a child denies its verb: "not", or "nobody" as subject or object."""
    if child.dep_ == "neg":
        return True
    if child.dep_ in NEGATING:
        return child.lower_ in NEGATORS
    if child.dep_ not in NEGATED:
        return False
    return child.lower_ in NO_ONE or has_child(child, "det", words=NO_ONE)


def _is_going_to(verb: Token) -> bool:
    """Return whether a verb is under "is going to", "is set to", "is due to" or "is about to"."""
    head = verb.head
    if verb.dep_ not in PREDICATIVE or head == verb:
        return False
    if head.lower_ not in ABOUT_TO:
        return False
    around = (*head.children, head.head)
    return any(token.lemma_ == "be" for token in around)


def _is_not_going_to(verb: Token) -> bool:
    """Return whether a verb is under "is not going to" or "is not set to"."""
    head = verb.head
    if not _is_going_to(verb):
        return False
    return is_negated(head) or (_is_predicate(head) and is_negated(head.head))


def _is_predicate(word: Token) -> bool:
    """Return whether a word is what a form of "be" says of its subject: "is due", "is set"."""
    return word.dep_ in PREDICATES and word.head.lemma_ == "be"


def _is_to(verb: Token) -> bool:
    """Return whether a verb is like "is to sign": what is to be lies ahead."""
    auxiliaries = list(children_with(verb, "aux"))
    tags = {word.tag_ for word in auxiliaries}
    if "TO" not in tags or "MD" in tags:
        return False
    if any(map(_is_present_be, auxiliaries)):
        return True
    if verb.dep_ == "ROOT":
        return has_child(verb, *NOUN_SUBJECTS)  # "Acme to buy Bolt" of a headline
    head = verb.head
    if verb.dep_ != "xcomp" or not _is_present_be(head):
        return False
    return not has_child(head, "acomp", "attr")


def _is_present_be(verb: Token) -> bool:
    """Return whether a verb is "is" or "are"."""
    return verb.lemma_ == "be" and verb.tag_ in PRESENTS


def _inherited(verb: Token) -> Factuality:
    """Return the value that the governor of a clause gives it: a verb, noun or adjective."""
    head = verb.head
    if head == verb:
        return Factuality.ASSERTED
    role = verb.dep_
    if role in COMPLEMENTS:
        is_infinitive = role == "xcomp" or _is_infinitive(verb)
        return _under(head, infinitive=is_infinitive)
    if role in NOUN_CLAUSES:
        return _under_noun(verb)
    if role == "pcomp" and head.dep_ == "prep":
        return _behind_preposition(head.head)
    if role == "advcl" and _is_infinitive(verb):
        return Factuality.PLANNED
    if role == "conj" and head.pos_ in VERBS:
        return _of_conjunct(verb)
    return Factuality.ASSERTED


def _behind_preposition(governor: Token) -> Factuality:
    """Return the value of a participle behind the preposition of a noun or verb.

    "On suspicion of killing" leaves open whether anybody did.
    """
    if governor.pos_ == "NOUN":
        held = _content(governor.lemma_.lower())
        if held is not Factuality.ASSERTED:
            return held
    return _under(governor, infinitive=True)


def _of_conjunct(verb: Token) -> Factuality:
    """Return the value that a verb has from the one that it is coordinated with."""
    if _shares_auxiliary(verb):
        return factuality(verb.head)
    return _inherited(_beside(verb))


def _beside(verb: Token) -> Token:
    """Return the verb before "and"; for a finite one no infinitive ("not able to go and lost")."""
    head = verb.head
    if verb.tag_ not in FINITE or has_child(verb, *AUXILIARIES):
        return head
    while _is_infinitive(head) and head.head != head:
        head = head.head
    return head


def _shares_auxiliary(verb: Token) -> bool:
    """Return whether a bare verb is coordinated with another: "will sign and pay"."""
    if not verb.tag_ == verb.head.tag_ == "VB":
        return False
    return not has_child(verb, *NOUN_SUBJECTS, "aux")


def _under_noun(verb: Token) -> Factuality:
    """Return the value that a noun gives its clause: "the claim that", "saw no need to"."""
    noun = verb.head
    if noun.pos_ != "NOUN":
        return Factuality.ASSERTED
    lemma = noun.lemma_.lower()
    if _is_infinitive(verb):
        if has_child(noun, "det", words=NO):
            return Factuality.DENIED
        return _content_of_infinitive(lemma)
    if has_child(verb, "mark", words={"that"}):
        return _content(lemma)
    return Factuality.ASSERTED


def _content_of_infinitive(noun: str) -> Factuality:
    """Return the value of an infinitive that a noun holds: "the plan to sign"."""
    if noun in PLANNING_NOUNS:
        return Factuality.PLANNED
    if noun in FAILING_NOUNS:
        return Factuality.DENIED
    return _content(noun)


def _content(noun: str) -> Factuality:
    """Return the value of a clause that a noun holds: "the claim that"."""
    return Factuality.POSSIBLE if noun in UNSURE_NOUNS else Factuality.ASSERTED


def _under(governor: Token, *, infinitive: bool) -> Factuality:
    """Return the value of a complement of a governor.

    An implicative governor ("managed to", "forced to") hands on its own value.
    """
    lemma = verb_lemma(governor)
    if _fails(governor, lemma, infinitive=infinitive):
        return Factuality.ASSERTED if is_negated(governor) else Factuality.DENIED
    if infinitive and lemma in PLANNING:
        return Factuality.PLANNED
    if lemma in (UNSURE_BEFORE_INFINITIVE if infinitive else BELIEVING):
        return Factuality.POSSIBLE
    predicated = _under_predicate(governor) if lemma == "be" else None
    if predicated is not None:
        return predicated
    if infinitive:
        return _under_implicative(governor, lemma)
    if governor.pos_ in VERBS_AND_ADJECTIVES:
        return _inherited(governor)
    return Factuality.ASSERTED


def _fails(governor: Token, lemma: str, *, infinitive: bool) -> bool:
    """Return whether what a governor governs does not happen: "failed to", "too weak to"."""
    if lemma in FAILING:
        return True
    return infinitive and _is_too_or_yet(governor, lemma)


def _is_too_or_yet(governor: Token, lemma: str) -> bool:
    """Return whether a governor is like "too weak to" or "have yet to"."""
    if _is_said_with(governor, {"too"}):
        return True
    return lemma == "have" and _is_said_with(governor, {"yet"})


def _under_predicate(be: Token) -> Factuality | None:
    """Return the value under "it is true that", "it is false that"; None for other adjectives."""
    if _is_said_with(be, UNTRUE):
        return Factuality.DENIED
    if _is_said_with(be, TRUE) and is_negated(be):
        return Factuality.DENIED
    return Factuality.POSSIBLE if _is_said_with(be, UNSURE) else None


def _is_said_with(verb: Token, words: Collection[str]) -> bool:
    """Return whether one of some adverbs or adjectives hangs on a verb."""
    return has_child(verb, "advmod", "acomp", words=words)


def _under_implicative(governor: Token, lemma: str) -> Factuality:
    """Return the value of an infinitive under "have to", "able to", "managed to"."""
    if lemma == "have" and governor.tag_ in PRESENTS:
        return Factuality.PLANNED
    if lemma == "have":
        return _own(governor)
    if governor.dep_ == "acomp":
        return _under_adjective(governor, lemma)
    if governor.pos_ in VERBS_AND_ADJECTIVES:
        return factuality(governor)
    return Factuality.ASSERTED


def _under_adjective(adjective: Token, lemma: str) -> Factuality:
    """Return the value of "able to sign", that of its "be".

    "Not happy to sign" leaves open whether.
    """
    value = factuality(adjective.head)
    if value is not Factuality.DENIED or lemma == "able":
        return value
    return Factuality.POSSIBLE


def _is_infinitive(verb: Token) -> bool:
    """Return whether a verb is like "to sign" and "to be signed", or bare under another verb."""
    if verb.tag_ == "VB":
        return True
    return any(child.tag_ == "TO" for child in verb.children)
