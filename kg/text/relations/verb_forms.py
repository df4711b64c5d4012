"""Verbs as they stand in labels of events: in the present tense, agreeing with their subject."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.lang.en import word_list, word_set, word_values
from kg.text.parse import antecedent, any_label, verb_lemma, with_label
from kg.text.parse.labels import PLURALS
from kg.text.syntax import undergoes

IRREGULAR = word_values("verbs", "irregular-third-person")
SIBILANT = word_list("verbs", "ending-before-es")
LIKE_PLURALS = word_set("pronouns", "plural-subject")
RELATIVE = word_set("labels", "relative-in-a-label")


def verb_form(verb: Token, lead: Sequence[Token]) -> str:
    """Return a verb as it stands in a label: a participle that nothing leads stays one."""
    if verb.tag_ == "VBG" and not lead:
        return verb.lower_
    return _present(verb, _is_plural(lead))


def _present(verb: Token, plural: bool) -> str:
    """Return the verb with its particle and negation, in the present tense."""
    lemma = verb_lemma(verb)
    is_negated = any_label(verb.children, "neg")
    negation = ["not"] if is_negated else []
    if _reads_passive(verb):
        words = ["are" if plural else "is", *negation, verb.lower_]
    elif is_negated:
        words = ["do" if plural else "does", *negation, lemma]
    else:
        words = [lemma if plural else third_person(lemma)]
    return " ".join([*words, *particles(verb)])


def particles(verb: Token) -> list[str]:
    """Return the particles of a verb: "out" of "carry out"."""
    found = with_label(verb.children, "prt")
    return [particle.lower_ for particle in found]


def third_person(lemma: str) -> str:
    """Return the third person singular of a verb.

    >>> [third_person(verb) for verb in ("cross", "carry", "be", "push", "play")]
    ['crosses', 'carries', 'is', 'pushes', 'plays']
    """
    if lemma in IRREGULAR:
        return IRREGULAR[lemma]
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(SIBILANT) else "s")


def _reads_passive(verb: Token) -> bool:
    """Return whether a label says that the subject undergoes it.

    It does for a participle after its noun ("the man given a prize") and for "is married to", too.
    """
    if verb.dep_ == "acomp" or undergoes(verb):
        return True
    return verb.dep_ == "acl" and verb.tag_ == "VBN"


def _is_plural(lead: Sequence[Token]) -> bool:
    """Return whether the subject is more than one thing."""
    if len(lead) > 1:
        return True
    return any(map(_means_several, lead))


def _means_several(noun: Token) -> bool:
    """Return whether a subject is a coordination, a plural or a pronoun like one."""
    if any_label(noun.children, "conj"):
        return True
    head = antecedent_of(noun)
    return head.tag_ in PLURALS or head.lower_ in LIKE_PLURALS


def antecedent_of(token: Token) -> Token:
    """Return the noun that "who", "which" or "where" stands for; any other word itself."""
    return antecedent(token, "conj", tags=RELATIVE)
