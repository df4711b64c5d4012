"""How far a verb's clause is put forward as true, by the words around it.

These are negation, modals, plans, conditions, belief, and what governs the clause. The grammar
follows the veridicality signatures of Karttunen ("Implicative verbs", 1971) and the certainty and
polarity values of FactBank (Saurí and Pustejovsky 2009), folded into the five values of the
vocabulary. The nearest sign wins: a denied plan is denied, a planned denial is planned.
"""

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Factuality
from kg.text.parse import verb_lemma

NEGATORS = word_set("function_words", "negator")
NO_ONE = word_set("function_words", "no-one")
POSSIBLE_AUX = word_set("function_words", "possible-auxiliary")
PLANNED_AUX = word_set("function_words", "planned-auxiliary")
CONDITIONS = word_set("function_words", "condition")
POSSIBLE_ADVERBS = word_set("adverbs", "possible")
PLANNING = word_set("verbs", "planning")
BELIEVING = word_set("verbs", "believing")
UNDECIDED = word_set("verbs", "undecided")
FAILING = word_set("verbs", "failing")
TRUE = word_set("adjectives", "true")
UNTRUE = word_set("adjectives", "untrue")
UNSURE = word_set("adjectives", "unsure")
ABOUT_TO = word_set("adjectives", "about-to")
UNSURE_NOUNS = word_set("nouns", "unsure-content")
FAILING_NOUNS = word_set("nouns", "failing-content")
PLANNING_NOUNS = word_set("nouns", "planned-content")
COMPLEMENTS = frozenset({"xcomp", "ccomp", "csubj"})
NEGATING_LINKS = frozenset({"advmod", "preconj", "cc"})
NEGATED_LINKS = frozenset({"nsubj", "nsubjpass", "dobj"})
PREDICATES = frozenset({"VERB", "AUX"})
PRESENT = frozenset({"VBP", "VBZ"})


def factuality(verb: Token) -> Factuality:
    """Return the value that the words around a verb give its clause, whoever says it.

    Reported speech is a matter of attribution; a clause under "said that" is ASSERTED as far as
    this goes.
    """
    own = _own(verb)
    return _inherited(verb) if own is Factuality.ASSERTED else own


def _own(verb: Token) -> Factuality:
    """Return the value by negation, auxiliaries and adverbs at the verb itself."""
    if is_negated(verb):
        return Factuality.DENIED
    auxiliaries = {child.lower_ for child in _auxiliaries(verb)}
    if auxiliaries & PLANNED_AUX or _is_going_to(verb):
        return Factuality.PLANNED
    if auxiliaries & POSSIBLE_AUX or _words(verb, "advmod") & POSSIBLE_ADVERBS:
        return Factuality.POSSIBLE
    if _words(verb, "mark") & CONDITIONS or _is_question(verb):
        return Factuality.POSSIBLE
    return Factuality.ASSERTED


def _words(token: Token, *links: str) -> set[str]:
    """Return the words that some links tie to a token, in small letters."""
    return {child.lower_ for child in token.children if child.dep_ in links}


def _is_question(verb: Token) -> bool:
    return verb.dep_ == "ROOT" and any(child.text == "?" for child in verb.children)


def _auxiliaries(verb: Token) -> list[Token]:
    """Return the verb's own auxiliaries.

    If it has none and the bare form, they are those of the verb that it is coordinated with.
    """
    own = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    is_bare = verb.dep_ == "conj" and verb.tag_ == "VB"
    if not own and is_bare and verb.head.pos_ in PREDICATES:
        return _auxiliaries(verb.head)
    return own


def is_negated(verb: Token) -> bool:
    """Return whether a verb is like "did not sign", "no one signed", "without signing"."""
    if any(_negates(child) for child in verb.children):
        return True
    return verb.dep_ == "pcomp" and verb.head.lower_ == "without"


def _negates(child: Token) -> bool:
    """Return whether a child denies its verb: "not", or "nobody" as subject or object."""
    if child.dep_ == "neg":
        return True
    if child.dep_ in NEGATING_LINKS:
        return child.lower_ in NEGATORS
    if child.dep_ in NEGATED_LINKS:
        return child.lower_ in NO_ONE or bool(_words(child, "det") & NO_ONE)
    return False


def _is_going_to(verb: Token) -> bool:
    """Return whether a verb is under "is going to", "is set to", "is due to" or "is about to"."""
    head = verb.head
    if verb.dep_ not in ("xcomp", "acomp") or head == verb or head.lower_ not in ABOUT_TO:
        return False
    return any(token.lemma_ == "be" for token in (*head.children, head.head))


def _inherited(verb: Token) -> Factuality:
    """Return the value that the governor of a clause gives it: a verb, noun or adjective."""
    head = verb.head
    if head == verb:
        return Factuality.ASSERTED
    is_infinitive = _is_infinitive(verb)
    if verb.dep_ in COMPLEMENTS:
        return _under(head, infinitive=is_infinitive or verb.dep_ == "xcomp")
    if verb.dep_ == "pcomp" and head.dep_ == "prep":
        return _under(head.head, infinitive=True)
    if verb.dep_ in ("acl", "relcl") and _is_content_of(verb, head):
        return _content(head, infinitive=is_infinitive)
    if verb.dep_ == "advcl" and is_infinitive:
        return Factuality.PLANNED
    if verb.dep_ == "conj" and head.pos_ in PREDICATES:
        return factuality(head) if _shares_auxiliary(verb) else _inherited(head)
    return Factuality.ASSERTED


def _shares_auxiliary(verb: Token) -> bool:
    """Return whether a bare verb is coordinated with another: "will sign and pay"."""
    are_bare = verb.tag_ == verb.head.tag_ == "VB"
    return are_bare and not _words(verb, "nsubj", "nsubjpass", "aux")


def _is_content_of(verb: Token, noun: Token) -> bool:
    """Return whether a clause says what a noun is about: "the plan to sign", "evidence that …"."""
    if noun.pos_ != "NOUN":
        return False
    return _is_infinitive(verb) or "that" in _words(verb, "mark")


def _content(noun: Token, *, infinitive: bool) -> Factuality:
    """Return the value of a clause that a noun holds: "the claim that", "its failure to"."""
    lemma = noun.lemma_.lower()
    if infinitive and lemma in PLANNING_NOUNS:
        return Factuality.PLANNED
    if infinitive and lemma in FAILING_NOUNS:
        return Factuality.DENIED
    return Factuality.POSSIBLE if lemma in UNSURE_NOUNS else Factuality.ASSERTED


def _under(governor: Token, *, infinitive: bool) -> Factuality:
    """Return the value of a complement of a governor.

    An implicative governor ("managed to", "forced to") hands on its own value.
    """
    lemma = verb_lemma(governor)
    if lemma in FAILING or (infinitive and _is_too_or_yet(governor, lemma)):
        return Factuality.ASSERTED if is_negated(governor) else Factuality.DENIED
    if infinitive and lemma in PLANNING:
        return Factuality.PLANNED
    if lemma in BELIEVING or (infinitive and lemma in UNDECIDED):
        return Factuality.POSSIBLE
    predicated = _under_predicate(governor) if lemma == "be" else None
    if predicated is not None:
        return predicated
    if not infinitive:
        is_predicate = governor.pos_ in PREDICATES | {"ADJ"}
        return _inherited(governor) if is_predicate else Factuality.ASSERTED
    return _under_implicative(governor, lemma)


def _is_too_or_yet(governor: Token, lemma: str) -> bool:
    """Return whether a governor is like "too weak to" or "have yet to"."""
    words = _words(governor, "advmod", "acomp")
    return "too" in words or (lemma == "have" and "yet" in words)


def _under_predicate(be: Token) -> Factuality | None:
    """Return the value under "it is true that", "it is false that"; None for other adjectives."""
    words = _words(be, "advmod", "acomp")
    is_untrue = bool(words & UNTRUE) or (bool(words & TRUE) and is_negated(be))
    if is_untrue:
        return Factuality.DENIED
    return Factuality.POSSIBLE if words & UNSURE else None


def _under_implicative(governor: Token, lemma: str) -> Factuality:
    """Return the value of an infinitive under "have to", "able to", "managed to"."""
    if lemma == "have":
        return Factuality.PLANNED if governor.tag_ in PRESENT else _own(governor)
    if governor.dep_ == "acomp":
        return _under_adjective(governor, lemma)
    is_predicate = governor.pos_ in PREDICATES | {"ADJ"}
    return factuality(governor) if is_predicate else Factuality.ASSERTED


def _under_adjective(adjective: Token, lemma: str) -> Factuality:
    """Return the value of "able to sign", that of its "be".

    "Not happy to sign" leaves open whether.
    """
    value = factuality(adjective.head)
    is_open = value is Factuality.DENIED and lemma != "able"
    return Factuality.POSSIBLE if is_open else value


def _is_infinitive(verb: Token) -> bool:
    """Return whether a verb is like "to sign" and "to be signed", or bare under another verb."""
    return verb.tag_ == "VB" or any(child.tag_ == "TO" for child in verb.children)
