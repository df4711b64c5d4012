"""Parties of a fight: who does a deed of war, and who wages a hostility.

What opponents and allies share.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Kind, Mention
from kg.text.parse import (
    any_label,
    direct_objects,
    is_object,
    is_passive,
    neighbour,
    verb_lemma,
    with_word,
)
from kg.text.parse.labels import (
    NOUN_CLAUSES,
    NOUNS_AND_PRONOUNS,
    OWNERS_AND_ADJECTIVES,
    PREMODIFIERS_AND_OWNERS,
)
from kg.text.relations.choices import fillers, has_lemma, unique
from kg.text.relations.rules.sides import COUNTRY, sides_after, sides_among, sides_of
from kg.text.syntax import Document, Mentions, implicit_subjects
from kg.vocabulary import POPULATED_PLACES

MERE_PLACES = POPULATED_PLACES - {COUNTRY}
ALLIANCE = word_set("nouns", "party-alliance")

HOSTILITIES = word_set("nouns", "hostility")
ENDEAVOURS = word_set("nouns", "endeavour")
CARRYING = word_set("verbs", "carrying-out-hostility")
TAKING_PART = word_set("verbs", "taking-part-in-hostility")
INVOLVEMENT = word_set("nouns", "involvement")
HELPING = word_set("verbs", "helping-side")
SUPPORT = word_set("nouns", "support")
AIMS = word_set("labels", "clause-of-aim")
HELPED_PREPOSITIONS = word_set("function_words", "before-helped-side")
PART_PREPOSITIONS = word_set("function_words", "before-fight")
# Nouns from a hostility to the one that names who wages it: "their role in the fight".
MAX_STEPS = 3


# ------------------------------------------------------------------------------------------- deeds


def agents(verb: Token, document: Document) -> Mentions:
    """Return who does what a verb says.

    The verb may give the aim of a noun: "their campaign to defeat Y".
    """
    head = verb.head
    endeavour = _endeavour(verb)
    if endeavour is not None:
        return belligerents(endeavour, document)
    if _shares_subject(verb):
        return agents(head, document)
    if verb.dep_ in NOUN_CLAUSES and has_lemma(head, ALLIANCE):
        return list(sides_of(head, document))
    acting: list[Mention] = []
    for subject in (*_helpers(verb), *active_subjects(verb)):
        acting += _acting(subject, document)
    return unique(acting)


def _shares_subject(verb: Token) -> bool:
    """Return whether a verb has the subject of the verb that it is coordinated with."""
    if verb.dep_ != "conj":
        return False
    if verb.head.pos_ != "VERB":
        return False
    return not any_label(verb.children, "nsubj")


def _endeavour(verb: Token) -> Token | None:
    """Return the noun of which a verb gives the aim."""
    noun = _noun_with_aim(verb)
    if noun is None:
        return None
    if has_lemma(noun, ENDEAVOURS):
        return noun
    return None


def _noun_with_aim(verb: Token) -> Token | None:
    """Return the noun that a verb follows: "campaign to defeat", "campaign of defeating"."""
    head = verb.head
    if verb.dep_ == "pcomp" and head.dep_ == "prep":
        return head.head
    if verb.dep_ in NOUN_CLAUSES and head.pos_ == "NOUN":
        return head
    return None


def _helpers(verb: Token) -> list[Token]:
    """Return X in "X is helping Y to defeat Z", who is against Z, too."""
    helping = verb.head
    if verb.dep_ not in AIMS:
        return []
    if verb_lemma(helping) not in HELPING:
        return []
    return active_subjects(helping)


def active_subjects(verb: Token) -> list[Token]:
    """Return the subjects of an active verb, and the agent of a passive.

    They may stand at an adjective: "is committed to defeating Y".
    """
    if is_passive(verb):
        return fillers(verb, "subject")
    subjects = implicit_subjects(verb)
    adjective = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if not subjects and adjective.dep_ == "acomp":
        return implicit_subjects(adjective.head)
    return subjects


def _acting(token: Token, document: Document) -> Mentions:
    """Return the sides that a subject stands for, or who carries out the strikes that it names."""
    sides = list(sides_of(token, document))
    if not sides and has_lemma(token, HOSTILITIES):
        return belligerents(token, document)
    return sides


# ------------------------------------------------------------------------------------- hostilities


def belligerents(noun: Token, document: Document, steps: int = MAX_STEPS) -> Mentions:
    """Return who wages a hostility or endeavour: named beside it, or lent by what governs it."""
    sides = _named_beside(noun, document)
    if noun.dep_ == "pobj" and not _has_noun(sides):
        sides = _helped_in(noun.head, document) or sides
    if sides or steps == 0:
        return unique(sides)
    return _lent(noun, document, steps)


def _has_noun(sides: Iterable[Mention]) -> bool:
    """Return whether one of some sides is more than a pronoun."""
    return any(side.kind is not Kind.PRONOUN for side in sides)


def _lent(noun: Token, document: Document, steps: int) -> Mentions:
    """Return who wages a hostility according to the word that governs it."""
    head = noun.head
    if noun.dep_ == "pobj":
        return _around(head, document, steps)
    if noun.dep_ == "conj" and head.pos_ == "NOUN":
        return belligerents(head, document, steps - 1)
    if is_object(noun) and verb_lemma(head) in CARRYING:
        carriers = active_subjects(head)
        return unique(sides_among(carriers, document))
    return []


def _named_beside(noun: Token, document: Document) -> Mentions:
    """Return the sides that are named before a hostility, or behind "by"."""
    named = [child for child in noun.children if _names_agent(child, document)]
    preps = with_word(noun.children, "by")
    return sides_among(named, document) + sides_after(preps, document)


def _helped_in(prep: Token, document: Document) -> Mentions:
    """Return Y in "X supports Y in its fight" and in "support for Y in the fight".

    X of the first fights, too.
    """
    above = prep.head
    if prep.lower_ != "in":
        return []
    if above.pos_ == "NOUN":
        return _supported([above], document)
    if above.pos_ != "VERB":
        return []
    objects = direct_objects(above)
    if verb_lemma(above) in HELPING:
        return sides_among([*active_subjects(above), *objects], document)
    return _supported(objects, document)


def _supported(nouns: Iterable[Token], document: Document) -> Mentions:
    """Return the sides that the nouns of support among some nouns are for."""
    sides: list[Mention] = []
    for noun in nouns:
        if has_lemma(noun, SUPPORT):
            preps = with_word(noun.children, *HELPED_PREPOSITIONS)
            sides += sides_after(preps, document)
    return sides


def _names_agent(child: Token, document: Document) -> bool:
    """Return whether a modifier names who wages a hostility.

    It does in "their fight", "the Norwegian campaign" and "coalition operations", not in "the
    Norway campaign".
    """
    mention = document.mention(child)
    if mention is None or child.dep_ not in PREMODIFIERS_AND_OWNERS:
        return False
    if _is_before_comma(child):
        return False
    if mention.type == COUNTRY and child.dep_ not in OWNERS_AND_ADJECTIVES:
        return mention.text.isupper()
    return mention.type not in MERE_PLACES


def _is_before_comma(token: Token) -> bool:
    after = neighbour(token, 1)
    return after is not None and after.text == ","


def _around(prep: Token, document: Document, steps: int) -> Mentions:
    """Return who is said to take part in the hostility behind a preposition.

    Examples are "X in the fight", "help X in the fight" and "their role in the fight".
    """
    above = prep.head
    if prep.lower_ not in PART_PREPOSITIONS:
        return []
    if above.pos_ in NOUNS_AND_PRONOUNS:
        return _around_noun(above, prep, document, steps)
    if above.pos_ == "VERB" and prep.lower_ == "in":
        return _around_verb(above, prep, document, steps)
    return []


def _around_verb(verb: Token, prep: Token, document: Document, steps: int) -> Mentions:
    """Return who takes part according to the verb above the "in" of a hostility."""
    helped: list[Mention] = []
    if verb_lemma(verb) in TAKING_PART:
        helped = sides_among(direct_objects(verb), document)
    elif steps < MAX_STEPS or not _is_fronted(prep):
        return []
    subjects = implicit_subjects(verb)
    return helped or unique(sides_among(subjects, document))


def _is_fronted(prep: Token) -> bool:
    """Return whether a preposition stands before the active verb that it hangs on."""
    verb = prep.head
    return prep.i < verb.i and not is_passive(verb)


def _around_noun(noun: Token, prep: Token, document: Document, steps: int) -> Mentions:
    """Return who takes part according to the noun above the preposition of a hostility."""
    mention = document.referent(noun)
    if mention is not None and prep.lower_ == "in":
        if mention.type in MERE_PLACES:
            return []
        return list(sides_of(noun, document))
    if not has_lemma(noun, INVOLVEMENT):
        return []
    return belligerents(noun, document, steps - 1)
