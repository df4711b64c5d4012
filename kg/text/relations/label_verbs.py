"""Verbs as they stand in labels of events: in the present tense, in agreement with their subject.

What is denied, planned or only possible stays so: "is to leave", "may leave", "does not leave".
"""

from dataclasses import dataclass

from spacy.tokens import Token

from kg.lang.en import (
    word_list,
    word_set,
    word_values,
)
from kg.model import Factuality
from kg.text.parse import (
    children_with,
    has_child,
    verb_lemma,
    with_label,
)
from kg.text.parse.labels import (
    AUXILIARIES,
    PASTS,
    PRESENTS,
)
from kg.text.relations.label_words import is_negated, spaced
from kg.text.syntax import (
    implicit_subjects,
    is_infinitive,
    is_verb_of_relative,
    is_verb_of_sentence,
    undergoes,
)

IRREGULAR = word_values("verbs", "irregular-third-person")
SIBILANT = word_list("verbs", "ending-before-es")
FORM_OF_MODAL = word_values("verbs", "modal-in-label")
ACCUSING = word_set("verbs", "accusing-in-label")
CONDITIONS = word_set("function_words", "condition")
DIRECTIONS = word_set("adverbs", "direction-in-label")
ADVERBS = word_set("adverbs", "doubt-in-label")
REPORTED_ADVERBS = word_set("adverbs", "reported")
SPELT_OUT = word_values("verbs", "auxiliary-spelt-out")
NUMBER_OF_BE = word_values("verbs", "number-of-be")
NUMBER_OF_TAG = {"VBP": True, "VBZ": False}
MAY = "may"
TO_BE = "to"


@dataclass(frozen=True, slots=True)
class Manner:
    """The way a label puts a verb forward, and whether the subject undergoes it."""

    factuality: Factuality
    plural: bool
    passive: bool
    negated: bool

    @property
    def be(self) -> str:
        """The form of "be" that agrees with the subject."""
        return "are" if self.plural else "is"

    @property
    def do(self) -> str:
        """The form of "do" that agrees with the subject."""
        return "do" if self.plural else "does"

    def finite(self, lemma: str) -> str:
        """Return the form of a verb that agrees with the subject."""
        if self.plural:
            return lemma
        return third_person(lemma)


def verb_form(verb: Token, manner: Manner) -> str:
    """Return a verb with its particle as it stands in a label."""
    words = _words(verb, manner)
    return spaced(*words, *particles(verb), _direction(verb))


def _direction(verb: Token) -> str:
    """Return the adverb right behind a verb that belongs to it: "away" of "turned away"."""
    for child in verb.rights:
        if child.i != verb.i + 1 or child.pos_ != "ADV":
            continue
        if child.lower_ in DIRECTIONS:
            return child.lower_
    return ""


def _words(verb: Token, manner: Manner) -> list[str]:
    """Return auxiliaries, negation and verb, in the present tense."""
    lemma = verb_lemma(verb)
    negation = ["not"] if manner.negated else []
    bare = ["be", verb.lower_] if manner.passive else [lemma]
    modal = _modal(verb, manner)
    if modal in ADVERBS:
        return _doubted(verb, modal, manner)
    if modal == TO_BE:
        planning = _planning(verb, manner) or [manner.be]
        return [*planning, *negation, "to", *bare]
    if modal:
        return [modal, *negation, *bare]
    if manner.passive:
        return [manner.be, *negation, verb.lower_]
    if manner.negated:
        return [manner.do, *negation, lemma]
    return [manner.finite(lemma)]


def _doubted(verb: Token, adverb: str, manner: Manner) -> list[str]:
    """Return a verb with an adverb of doubt: "is reportedly held", "allegedly steals"."""
    if manner.passive:
        return [manner.be, adverb, verb.lower_]
    lemma = verb_lemma(verb)
    return [adverb, manner.finite(lemma)]


def _modal(verb: Token, manner: Manner) -> str:
    """Return the auxiliary or adverb that shows how a verb is put forward, empty for none."""
    for auxiliary in children_with(verb, "aux"):
        if auxiliary.tag_ == "MD":
            modal = auxiliary.lower_
            return FORM_OF_MODAL.get(modal, modal)
    factuality = manner.factuality
    if factuality is Factuality.PLANNED:
        return TO_BE
    if factuality is Factuality.POSSIBLE and not manner.negated:
        return _doubt(verb)
    if factuality is Factuality.REPORTED and verb.dep_ == "pcomp" and _is_accusation(verb):
        return "allegedly"
    if factuality is Factuality.REPORTED and has_child(verb, "advmod", words=REPORTED_ADVERBS):
        return "reportedly"
    is_open_denial = factuality is Factuality.POSSIBLE and manner.negated
    is_denied = factuality is Factuality.DENIED and is_negated(verb)
    if (is_denied or is_open_denial) and is_infinitive(verb):
        return TO_BE
    return MAY if is_open_denial else ""


def _doubt(verb: Token) -> str:
    """Return how a label doubts a verb that says what is only possible."""
    if _is_accusation(verb):
        return "allegedly"
    if has_child(verb, "mark", words=CONDITIONS):
        return MAY
    if verb.tag_ in PASTS and not _is_present(verb):
        return "reportedly"
    return MAY


def _planning(verb: Token, manner: Manner) -> list[str]:
    """Return the verb by which the subject plans another: "plans" of "plans to leave"."""
    above = verb.head
    if verb.dep_ != "xcomp" or above.pos_ != "VERB":
        return []
    if has_child(above, "aux", "neg") or not is_infinitive(verb):
        return []
    if implicit_subjects(above) != implicit_subjects(verb):
        return []
    if reads_passive(above):
        return [manner.be, above.lower_]
    lemma = verb_lemma(above)
    return [manner.finite(lemma)]


def _is_present(verb: Token) -> bool:
    """Return whether a present auxiliary stands at a verb, so that it is not over."""
    auxiliaries = children_with(verb, *AUXILIARIES)
    return any(auxiliary.tag_ in PRESENTS for auxiliary in auxiliaries)


def _is_accusation(verb: Token) -> bool:
    """Return whether somebody is said to have done it already: "accused of stealing"."""
    return any(word.lemma_ in ACCUSING for word in verb.ancestors)


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
    stem = lemma[:-1]
    if lemma.endswith("y") and stem[-1:] not in "aeiou":
        return stem + "ies"
    if lemma.endswith(SIBILANT):
        return lemma + "es"
    return lemma + "s"


def without_subject(verb: Token, form: str, manner: Manner) -> str:
    """Return the form of a verb of which no subject is known, instead of another form.

    "Arrested in Oslo" instead of "is arrested in Oslo".
    """
    if verb.tag_ == "VBG":
        return verb.lower_
    is_plain = form.startswith(f"{manner.be} {verb.lower_}")
    return form.removeprefix(f"{manner.be} ") if is_plain else form


def number_in_text(verb: Token) -> bool | None:
    """Return whether a verb or its auxiliary stands in the plural; None if no form says it.

    "All aircraft have been barred" is plural, "the team was barred" is not, "it left" says neither.
    A verb below another one may be a subjunctive ("demanded that he come").
    """
    words = list(children_with(verb, *AUXILIARIES))
    if verb.head == verb:
        words.append(verb)
    for word in words:
        if word.tag_ in NUMBER_OF_TAG:
            return NUMBER_OF_TAG[word.tag_]
        if word.lower_ in NUMBER_OF_BE:
            return NUMBER_OF_BE[word.lower_] == "plural"
    return None


def reads_passive(verb: Token) -> bool:
    """Return whether a label says that the subject undergoes it.

    It does for a participle after its noun ("the man given a prize") and for "is married to", too.
    """
    if verb.dep_ == "acomp" or undergoes(verb):
        return True
    if verb.dep_ != "acl" or verb.tag_ != "VBN":
        return False
    return not (is_verb_of_sentence(verb) or is_verb_of_relative(verb))


def participle(verb: Token) -> str:
    """Return the past participle of a verb if it stands in the text, else empty."""
    form = verb.lower_
    is_regular = verb.tag_ == "VBD" and form.endswith("ed")
    if is_regular or verb.tag_ == "VBN":
        return form
    return ""


def dependent_form(verb: Token) -> str:
    """Return an infinitive or participle below another verb: "to leave", "not to leave"."""
    form = with_auxiliaries(verb)
    if is_infinitive(verb):
        form = f"to be {verb.lower_}" if reads_passive(verb) else f"to {verb_lemma(verb)}"
    if is_negated(verb):
        return f"not {form}"
    return form


def with_auxiliaries(verb: Token) -> str:
    """Return a verb with its auxiliaries and its negation, in the words of the article."""
    before = with_label(verb.lefts, *AUXILIARIES, "neg")
    words = [SPELT_OUT.get(token.lower_, token.lower_) for token in before]
    words.append(verb.lower_)
    return " ".join(words)
