"""Factuality of the event that a noun tells: "a planned strike", "called for an inquiry".

What a noun phrase says of an event it mostly takes for granted: "the strike did not help". So an
event is open or denied only by words that say so: an adjective, a noun or verb that holds it, or a
clause that says whether it happens.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Assertion, Factuality
from kg.text.attribution.assertions import assertion, attribution, presupposed
from kg.text.attribution.content_nouns import comes_to_nothing
from kg.text.attribution.factuality import factuality
from kg.text.attribution.wanted import wanted_thing
from kg.text.parse import (
    any_word,
    children_with,
    clause_of,
    has_child,
    is_object,
    verb_lemma,
    with_particle,
)
from kg.text.parse.labels import NOUN_SUBJECTS, VERBS
from kg.text.syntax import Document

COMING = word_set("adjectives", "coming")
POSSIBLE = word_set("adjectives", "possible-event")
CALLED_OFF = word_set("adjectives", "called-off")
AHEAD = word_set("adjectives", "about-to")
BEFORE_PLANNED = word_set("phrases", "before-planned-event")
BEFORE_POSSIBLE = word_set("phrases", "before-possible-event")
PLANNED = word_set("verbs", "of-planned-event")
NEW_ONLY = word_set("verbs", "of-new-event-only")
MAYBE = word_set("verbs", "of-possible-event")
UNDONE = word_set("verbs", "of-undone-event")
COMES = word_set("verbs", "of-coming-event")
OCCURRING = word_set("verbs", "of-occurrence") | word_set("verbs", "light-verb")
EXISTING = word_set("verbs", "of-existing-event")
THERE_WHEN_FACED = word_set("nouns", "there-when-faced")
SOUGHT_AFTER = word_set("nouns", "sought-after")
NO_ONE = word_set("function_words", "no-one")
DEFINITE = word_set("function_words", "says-which-event")
WITHOUT = word_set("function_words", "without")
ELSE = word_set("labels", "what-else-is-said")
ANY = word_set("function_words", "any")
PLACE = frozenset({"place"})  # "take place"
SUBJECT_OR_OBJECT = NOUN_SUBJECTS | {"dobj", "attr"}
UNDERGOERS = frozenset({"dobj", "nsubjpass"})
DESCRIBING = frozenset({"amod", "acl", "relcl"})


def event_assertion(noun: Token, light: Token | None, document: Document) -> Assertion:
    """Return how the event of a noun is put forward; `light` is the light verb that carries it."""
    if light is not None:
        return assertion(light, document)
    value = _by_its_phrase(noun) or _by_its_governor(noun)
    wanted = wanted_thing(noun, document)
    if wanted is not None and value is not Factuality.DENIED:
        return wanted
    if value is not None:
        source = attribution(noun, document)
        return Assertion(value, None if source is None else source.speaker)
    if noun.dep_ not in SUBJECT_OR_OBJECT:
        return presupposed(noun, document)
    shared = assertion(clause_of(noun), document)
    if shared.factuality.stands or _shares_value(noun, shared.factuality):
        return shared
    source = attribution(noun, document)
    if source is None or not source.factuality.stands:
        return presupposed(noun, document)
    return source


# ------------------------------------------------------------------------ in the phrase of the noun


def _by_its_phrase(noun: Token) -> Factuality | None:
    """Return the value that the words below a noun give its event; None without a sign."""
    if has_child(noun, "amod", "compound", words=CALLED_OFF):
        return Factuality.DENIED
    if has_child(noun, "amod", "compound", words=COMING):
        return Factuality.PLANNED
    if has_child(noun, "amod", words=POSSIBLE):
        return Factuality.POSSIBLE
    for verb in children_with(noun, *DESCRIBING):
        if verb.tag_ == "VBN" and not has_child(verb, "nsubj"):
            value = _of_undergoer(noun, verb)
            if value is not None:
                return value
    return None


# ------------------------------------------------------------------------------ above the noun


def _by_its_governor(noun: Token) -> Factuality | None:
    """Return the value that what holds a noun gives its event; None without a sign."""
    head = noun.head
    if noun.dep_ == "conj" and head.pos_ == "NOUN":
        return _by_its_governor(head)
    if noun.dep_ == "pobj":
        return _behind_preposition(noun, head)
    if head.pos_ not in VERBS:
        return None
    if noun.dep_ in UNDERGOERS:
        return _opened(head, _of_undergoer(noun, head))
    if noun.dep_ == "nsubj":
        return _of_subject(head)
    return None


def _behind_preposition(noun: Token, preposition: Token) -> Factuality | None:
    """Return the value of an event behind a preposition: "call for", "without", "no reports of"."""
    holder = preposition.head
    if preposition.lower_ in WITHOUT:
        return None if has_child(noun, "det", "poss", words=DEFINITE) else Factuality.DENIED
    phrase = f"{verb_lemma(holder)} {preposition.lower_}"
    if holder.pos_ == "NOUN" and comes_to_nothing(holder):
        return Factuality.DENIED
    if phrase in BEFORE_PLANNED:
        return _opened(holder, Factuality.PLANNED)
    if phrase in BEFORE_POSSIBLE:
        return Factuality.POSSIBLE
    if any_word(noun.lefts, *ANY) and factuality(clause_of(holder)) is Factuality.DENIED:
        return Factuality.DENIED
    if holder.dep_ == "acl" and holder.head.lemma_ in SOUGHT_AFTER:
        return Factuality.POSSIBLE
    return None


def _of_undergoer(noun: Token, verb: Token) -> Factuality | None:
    """Return the value of an event that a verb is done to: "called off the strike"."""
    names = {verb_lemma(verb), with_particle(verb)}
    if names & UNDONE:
        return Factuality.DENIED
    if names & MAYBE:
        return Factuality.POSSIBLE
    if not names & PLANNED:
        return None
    if names & NEW_ONLY and (_is_definite(noun) or not is_object(noun)):
        return None
    if verb_lemma(verb) == "face" and noun.lemma_ in THERE_WHEN_FACED:
        return None
    return Factuality.PLANNED


def _opened(governor: Token, value: Factuality | None) -> Factuality | None:
    """Return the value that a governor gives an event, if the governor itself is not so."""
    if value is None or governor.pos_ not in VERBS:
        return value
    own = factuality(governor)
    if value is Factuality.DENIED:
        return value if own.stands else Factuality.POSSIBLE
    return own if own is Factuality.DENIED else value


def _of_subject(verb: Token) -> Factuality | None:
    """Return the value of an event that is the subject of a verb: "the vote looms"."""
    if verb_lemma(verb) in COMES:
        return Factuality.PLANNED
    for below in _infinitives(verb):
        if verb_lemma(below) in OCCURRING:
            value = factuality(below)
            return None if value.stands else value
    return None


def _infinitives(verb: Token) -> Iterator[Token]:
    """Yield the infinitives that say what becomes of a subject: "is to be held", "is due to"."""
    yield from children_with(verb, "xcomp")
    for adjective in children_with(verb, "acomp"):
        yield from children_with(adjective, "xcomp")


# ------------------------------------------------------------------------ in the clause of the noun


def _shares_value(noun: Token, value: Factuality) -> bool:
    """Return whether a clause that does not stand says so of the event of its noun, too."""
    verb = noun.head
    if has_child(noun, "det", words=NO_ONE):
        return True
    if noun.dep_ not in NOUN_SUBJECTS:
        return verb_lemma(verb) not in EXISTING
    if verb_lemma(verb) in OCCURRING and not _says_what_else(verb):
        return True
    return value is not Factuality.DENIED and not _is_definite(noun)


def _says_what_else(verb: Token) -> bool:
    """Return whether a verb with an object says what else an event did: "the strike gave hope"."""
    others = [child for child in verb.rights if child.dep_ in ELSE]
    return any(child.lower_ not in PLACE for child in others)


def _is_definite(noun: Token) -> bool:
    """Return whether a noun says which event it means: "the strike", "his arrest"."""
    return has_child(noun, "poss") or any_word(noun.lefts, *DEFINITE)
