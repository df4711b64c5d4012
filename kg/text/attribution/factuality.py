"""Factuality: how far a verb's clause is put forward as true, by the words around it.

The signs at the verb itself come first, then what governs the clause: plans, beliefs, implicative
verbs. The grammar follows the veridicality signatures of Karttunen ("Implicative verbs", 1971) and
the certainty and polarity values of FactBank (Saurí and Pustejovsky 2009), folded into the five
values of the vocabulary. The nearest sign wins: a denied plan is denied, a planned denial is
planned.
"""

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Factuality
from kg.text.attribution.content_nouns import (
    comes_to_nothing,
    holder_of,
    noun_before,
    value_of_clause,
)
from kg.text.attribution.governors import (
    FAILING,
    accusing_verb,
    denies,
    is_held_for,
    is_infinitive,
    is_subjunctive,
    takes_time,
    value_under_failure,
    value_under_predicate,
)
from kg.text.attribution.verb_signs import is_negated, own_value
from kg.text.parse import (
    clause_of,
    has_child,
    is_behind_semicolon,
    verb_lemma,
)
from kg.text.parse.labels import (
    AUXILIARIES,
    NOUN_CLAUSES,
    NOUN_SUBJECTS,
    PRESENTS,
    TIME_ENTITIES,
    VERBS,
    VERBS_AND_ADJECTIVES,
)

PLANNING = word_set("verbs", "planning")
DEMANDING = word_set("verbs", "demanding")
DIRECTING = word_set("verbs", "directing")
BELIEVING = word_set("verbs", "believing")
UNDECIDED = word_set("verbs", "undecided")
UNSURE_BEFORE_INFINITIVE = BELIEVING | UNDECIDED
GIVING_TIME = word_set("verbs", "giving-time")
CLEARING = word_set("verbs", "clearing")
CONFIRMING = word_set("verbs", "confirming")
FULFILLED = word_set("verbs", "fulfilled-purpose")
ONLY = word_set("function_words", "behind-not-for-more")
COMPLEMENTS = word_set("labels", "clause-under-governor")
FINITE = frozenset({"VBZ", "VBD"})
THAT = frozenset({"that"})
FOR = frozenset({"for"})
SINCE = word_set("function_words", "since-a-deed")
OPEN = frozenset({Factuality.POSSIBLE, Factuality.PLANNED})


def factuality(verb: Token) -> Factuality:
    """Return the value that the words around a verb give its clause, whoever says it.

    Reported speech is a matter of attribution; a clause under "said that" is ASSERTED as far as
    this goes.
    """
    own = own_value(verb)
    if own is Factuality.ASSERTED:
        return _inherited(verb)
    if own is Factuality.DENIED and _is_told_not_to(verb):
        return Factuality.POSSIBLE
    if own in OPEN and _is_content_denied(verb):
        return Factuality.DENIED
    return own


def _is_content_denied(verb: Token) -> bool:
    """Return whether somebody denies what would be: "denied that it would sign"."""
    governor = verb.head
    if verb.dep_ in NOUN_CLAUSES:
        return has_child(verb, "mark", words=THAT) and comes_to_nothing(holder_of(governor))
    if verb.dep_ != "ccomp" or verb.i < governor.i:
        return False
    return denies(governor)


def _is_told_not_to(verb: Token) -> bool:
    """Return whether somebody is told not to do what a verb says: "urged them not to strike"."""
    if verb.dep_ not in COMPLEMENTS or not is_infinitive(verb):
        return False
    return verb_lemma(verb.head) in DIRECTING


def _inherited(verb: Token) -> Factuality:
    """Return the value that the governor of a clause gives it: a verb, noun or adjective."""
    head = verb.head
    role = verb.dep_
    if head == verb or is_behind_semicolon(verb):
        return Factuality.ASSERTED
    if role in COMPLEMENTS:
        return _under_noun_before(verb) or _complement(verb)
    if role in NOUN_CLAUSES:
        return _under_noun(verb, head)
    if role == "pcomp" and head.dep_ == "prep":
        return _behind_preposition(verb)
    if role == "advcl" and is_infinitive(verb):
        return _under_noun_before(verb) or _purpose(verb)
    if role == "conj" and head.pos_ in VERBS:
        return _of_conjunct(verb)
    return Factuality.ASSERTED


def _complement(verb: Token) -> Factuality:
    """Return the value of a clause that a verb or adjective governs."""
    governor = verb.head
    infinitive = verb.dep_ == "xcomp" or is_infinitive(verb)
    if verb.dep_ == "ccomp" and not infinitive:
        is_parenthesis = verb.i < governor.i
        if is_parenthesis and denies(governor):
            return Factuality.ASSERTED  # "she resigned, something that he denies"
        if is_parenthesis:
            return _under(governor, infinitive=False)
        return _content(verb, governor)
    return _under(governor, infinitive=infinitive)


def _content(verb: Token, governor: Token) -> Factuality:
    """Return the value of a finite clause behind a verb: what nobody would confirm is open."""
    lemma = verb_lemma(governor)
    if lemma in DEMANDING and is_subjunctive(verb):
        return Factuality.PLANNED  # "demanded that he resign"
    if lemma not in CONFIRMING:
        return _under(governor, infinitive=False)
    # Asked for once: else the time doubles with each clause of "said that she said that …".
    around = _inherited(governor) if own_value(governor) is Factuality.ASSERTED else None
    if (around or factuality(governor)) is Factuality.DENIED:
        return Factuality.POSSIBLE
    return _under(governor, infinitive=False, around=around)


def is_left_undone(verb: Token) -> bool:
    """Return whether a verb says what somebody is yet to stop or refuse: "vowed to stop drilling".

    It neither happened nor is it denied.
    """
    governor = verb.head
    if verb.dep_ not in COMPLEMENTS or verb.i < governor.i or not denies(governor):
        return False
    return factuality(governor) in OPEN


def _purpose(verb: Token) -> Factuality:
    """Return the value of an infinitive of purpose: "went to Oslo to sign"."""
    deed = verb.head
    is_only = any(word.lower_ in ONLY for word in verb.lefts)  # "fled only to be caught"
    if is_only or takes_time(deed) or verb_lemma(verb) in FULFILLED:
        return factuality(deed)
    return Factuality.PLANNED


def _behind_preposition(verb: Token) -> Factuality:
    """Return the value of a participle behind the preposition of a noun or verb.

    "On suspicion of killing" leaves open whether anybody did, and so does "arrested for killing";
    who was "banned for doping" did it, and who was "not seen since leaving" left.
    """
    preposition = verb.head
    governor = preposition.head
    if accusing_verb(verb) is not None:
        return Factuality.ASSERTED
    if preposition.lower_ in SINCE and is_negated(governor):
        return Factuality.ASSERTED
    if preposition.lower_ in FOR and is_held_for(governor):
        return Factuality.POSSIBLE
    if governor.pos_ == "NOUN":
        held = value_of_clause(governor, is_infinitive=False)
        is_unsure = held is Factuality.ASSERTED and governor.lemma_ in UNDECIDED
        return Factuality.POSSIBLE if is_unsure else held
    lemma = verb_lemma(governor)
    if lemma in CLEARING:
        return Factuality.DENIED
    if preposition.lower_ in FOR and lemma in FAILING:
        return Factuality.ASSERTED
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
    while is_infinitive(head) and head.head != head:
        head = head.head
    return head


def _shares_auxiliary(verb: Token) -> bool:
    """Return whether a bare verb is coordinated with another: "will sign and pay"."""
    if not verb.tag_ == verb.head.tag_ == "VB":
        return False
    return not has_child(verb, *NOUN_SUBJECTS, "aux")


def _under_noun(verb: Token, noun: Token) -> Factuality:
    """Return the value that a noun gives its clause: "the claim that", "saw no need to"."""
    if is_infinitive(verb):
        if noun.head.lemma_ in GIVING_TIME and (noun.ent_type_ in TIME_ENTITIES):
            return Factuality.PLANNED  # "gave them a week to decide"
        value = value_of_clause(noun, is_infinitive=True)
        is_denied = value in OPEN and factuality(clause_of(noun)) is Factuality.DENIED
        return Factuality.DENIED if is_denied else value
    holder = holder_of(noun)
    if has_child(verb, "mark", words=THAT):
        return value_of_clause(holder, is_infinitive=False)
    is_nothing = holder != noun and verb.dep_ == "acl" and comes_to_nothing(holder)
    return Factuality.DENIED if is_nothing else Factuality.ASSERTED


def _under_noun_before(verb: Token) -> Factuality | None:
    """Return the value of an infinitive that the parser hangs above its noun: "signed a bill to".

    None if there is no such noun before it.
    """
    noun = noun_before(verb) if is_infinitive(verb) else None
    return None if noun is None else value_of_clause(noun, is_infinitive=True)


def _under(governor: Token, *, infinitive: bool, around: Factuality | None = None) -> Factuality:
    """Return the value of a complement of a governor.

    An implicative governor ("managed to", "forced to") hands on its own value. `around` is what the
    governor inherits, if that is known.
    """
    failed = value_under_failure(governor, infinitive=infinitive)
    if failed is not None:
        return failed
    lemma = verb_lemma(governor)
    if infinitive and lemma in PLANNING:
        is_denied = factuality(governor) is Factuality.DENIED
        return Factuality.DENIED if is_denied else Factuality.PLANNED
    if lemma in (UNSURE_BEFORE_INFINITIVE if infinitive else BELIEVING):
        return Factuality.POSSIBLE
    predicated = value_under_predicate(governor) if lemma == "be" else None
    if predicated is not None:
        return predicated
    if infinitive:
        return _under_implicative(governor, lemma)
    if governor.pos_ in VERBS_AND_ADJECTIVES:
        return around or _inherited(governor)
    return Factuality.ASSERTED


def _under_implicative(governor: Token, lemma: str) -> Factuality:
    """Return the value of an infinitive under "have to", "able to", "managed to"."""
    if lemma == "have" and governor.tag_ in PRESENTS:
        return Factuality.PLANNED
    if lemma == "have":
        return own_value(governor)
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
