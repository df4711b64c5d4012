"""The signs at a verb itself that tell how far it is put forward as true.

They are negation, auxiliaries, adverbs, the conjunction of a condition, and a question mark. What
governs the verb counts in `kg.text.attribution.factuality`.
"""

from collections.abc import Collection

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Factuality
from kg.text.parse import (
    children_with,
    has_child,
    is_only,
    verb_lemma,
    word_before,
)
from kg.text.parse.labels import (
    AUXILIARIES,
    NOUN_SUBJECTS,
    PASTS,
    PRESENTS,
    VERBS,
)

NEGATORS = word_set("function_words", "negator")
NO_ONE = word_set("function_words", "no-one")
POSSIBLE_AUX = word_set("function_words", "possible-auxiliary")
OPEN_IF_NOT = word_set("function_words", "auxiliary-open-if-denied")
PLANNED_AUX = word_set("function_words", "planned-auxiliary")
UNREAL_AUX = word_set("function_words", "auxiliary-of-the-unreal")
ADVISING_AUX = word_set("function_words", "auxiliary-of-advice")
PAST_PERFECT = word_set("function_words", "auxiliary-of-past-perfect")
INVERTED = word_set("function_words", "auxiliary-that-opens-a-condition")
UNTIL = word_set("function_words", "ends-a-denial")
INSTEAD = word_set("phrases", "instead")
NOR = word_set("function_words", "nor")
CONDITIONS = word_set("function_words", "condition")
POSSIBLE_ADVERBS = word_set("adverbs", "possible")
REPORTED_ADVERBS = word_set("adverbs", "reported")
NEARLY = word_set("adverbs", "nearly")
REACHING = word_set("verbs", "of-degree")
TOLD_OF_LATER = word_set("verbs", "told-of-what-came-later")
ABOUT_TO = word_set("adjectives", "about-to")
NEGATING = word_set("labels", "negator-of-verb")
NEGATED = word_set("labels", "argument-with-no")
BEFORE_NOUN = word_set("labels", "denies-before-noun")
PREDICATES = frozenset({"acomp", "attr", "oprd"})
PREDICATIVE = frozenset({"xcomp", "acomp"})  # "is going to sign", "is due to be signed"
PERFECT = frozenset({"have", "'ve", "’ve"})  # of an infinitive: "would have signed"


def own_value(verb: Token) -> Factuality:
    """Return the value by negation, auxiliaries and adverbs at the verb itself.

    ASSERTED if there is no such sign.
    """
    unreal = _unreal(verb)
    if unreal is not None:
        return unreal
    auxiliaries = {child.lower_ for child in _auxiliaries(verb)}
    if _is_denied(verb, auxiliaries):
        return Factuality.DENIED
    if auxiliaries & PLANNED_AUX or _is_going_to(verb) or _is_to(verb):
        return Factuality.PLANNED
    if auxiliaries & POSSIBLE_AUX or _is_left_open(verb):
        return Factuality.POSSIBLE
    if has_child(verb, "advmod", words=REPORTED_ADVERBS):
        return Factuality.REPORTED
    return Factuality.ASSERTED


def _is_denied(verb: Token, auxiliaries: set[str]) -> bool:
    """Return whether a verb is denied, and not only in a condition or beside "may"."""
    if _is_not_going_to(verb) or _is_nearly(verb):
        return True
    if not is_negated(verb) or _is_condition(verb) or auxiliaries & OPEN_IF_NOT:
        return False
    return not has_child(verb, "prep", "mark", words=UNTIL)  # "did not answer until Monday"


def _is_nearly(verb: Token) -> bool:
    """Return whether something nearly happened: "almost drowned", not "almost doubled"."""
    if verb_lemma(verb) in REACHING or word_before(verb) not in NEARLY:
        return False
    return has_child(verb, "advmod", words=NEARLY)


def _unreal(verb: Token) -> Factuality | None:
    """Return the value of what would or should have been; None for any other verb.

    "Should not have signed" says that they did; so does "had they not signed".
    """
    own = {child.lower_ for child in _auxiliaries(verb)}
    if _is_condition(verb):
        is_unreal = own & PAST_PERFECT and _is_unreal_perfect(verb.head)
        tells = is_unreal
    else:
        is_unreal = _is_unreal_perfect(verb) or (own & PERFECT and _was_to(verb))
        tells = own & ADVISING_AUX
    if not is_unreal:
        return None
    return Factuality.ASSERTED if tells and is_negated(verb) else Factuality.DENIED


def _is_unreal_perfect(verb: Token) -> bool:
    """Return whether a verb is like "would have signed"."""
    auxiliaries = {child.lower_ for child in _auxiliaries(verb)}
    return bool(auxiliaries & PERFECT and auxiliaries & UNREAL_AUX)


def _is_condition(verb: Token) -> bool:
    """Return whether a verb heads a condition: "if they sign", "had they signed"."""
    if has_child(verb, "mark", words=CONDITIONS):
        return True
    if verb.dep_ != "advcl" or not has_child(verb, *NOUN_SUBJECTS):
        return False
    edge = verb.left_edge
    return edge.dep_ in AUXILIARIES and edge.lower_ in INVERTED


def _is_left_open(verb: Token) -> bool:
    """Return whether an adverb, a condition or a question leaves open what a verb says."""
    if has_child(verb, "advmod", words=POSSIBLE_ADVERBS):
        return True
    return _is_condition(verb) or _is_question(verb)


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
    if is_instead(verb) or _is_behind_nor(verb):
        return True
    return any(_negates(child) for child in verb.children)


def is_instead(verb: Token) -> bool:
    """Return whether a verb says what was not done: "without signing", "rather than sign".

    Two words open such a clause, inside its tree or before it.
    """
    if verb.dep_ == "pcomp" and verb.head.lower_ in NEGATORS:
        return True
    doc, edge = verb.doc, verb.left_edge.i
    start = edge - 2
    before = doc[max(start, 0) : edge]
    if before.text.lower() in INSTEAD and start >= verb.sent.start:
        return True
    link = doc[edge + 1] if edge < verb.i else verb
    if link.head != verb or link.dep_ == "prep":
        return False
    opening = doc[edge : edge + 2]
    return opening.text.lower() in INSTEAD


def _is_behind_nor(verb: Token) -> bool:
    """Return whether "nor" joins a verb to the one before: "neither signed nor paid"."""
    if verb.dep_ != "conj":
        return False
    links = [child for child in children_with(verb.head, "cc") if child.i < verb.i]
    return bool(links) and links[-1].lower_ in NOR


def _negates(child: Token) -> bool:
    """Return whether a child denies its verb: "not", or "nobody" as subject or object."""
    if child.dep_ == "neg":
        return not is_only(child)
    if child.dep_ in NEGATING:
        return child.lower_ in NEGATORS and not is_only(child)
    if child.dep_ not in NEGATED:
        return False
    return child.lower_ in NO_ONE or has_child(child, *BEFORE_NOUN, words=NO_ONE)


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
    return _is_under_be(verb, PRESENTS) or (_was_to(verb) and _lies_ahead_of_past(verb))


def _was_to(verb: Token) -> bool:
    """Return whether a verb is like "was to sign"."""
    return has_child(verb, "aux", words={"to"}) and _is_under_be(verb, PASTS)


def _lies_ahead_of_past(verb: Token) -> bool:
    """Return whether "was to" speaks of a plan, and not of what came later: "was to become"."""
    return verb_lemma(verb) not in TOLD_OF_LATER


def _is_under_be(verb: Token, tags: Collection[str]) -> bool:
    """Return whether an infinitive is all that a form of "be" with one of some tags says."""
    be = verb.head
    if verb.dep_ != "xcomp" or be.lemma_ != "be" or be.tag_ not in tags:
        return False
    return not has_child(be, "acomp", "attr")


def _is_present_be(verb: Token) -> bool:
    """Return whether a verb is "is" or "are"."""
    return verb.lemma_ == "be" and verb.tag_ in PRESENTS
