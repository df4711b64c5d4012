"""Passives, and what is like one: verbs whose subject undergoes what they say."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.parse import (
    direct_objects,
    has_child,
    is_passive,
    objects_after,
    possessors,
    prepositions_of,
    subjects,
)
from kg.text.parse.labels import AUXILIARIES, PASTS
from kg.text.syntax.attachment import MAX_SHARED_GAP, prepositional, shared_objects
from kg.text.syntax.subjects import BASED, is_verb_of_relative, is_verb_of_sentence

SPANS = word_set("nouns", "crossing-structure")
CROSSING = word_set("function_words", "over-or-under")
SHARES = word_set("nouns", "share-of-whole")
NAMING = word_set("verbs", "naming")
POSTS = word_set("nouns", "representative")
LIMBS = word_set("nouns", "limb")
POWERS = word_set("nouns", "power-over")
BEFORE_WHOLE = word_set("function_words", "before-whole-of-share")

UNDERGONE = word_set("nouns", "come-under")
VICTIMS = word_set("nouns", "fallen")
COMING = word_set("verbs", "coming-under")
BEFORE_ATTACKER = word_set("function_words", "before-attacker")
CAUSING = word_set("verbs", "causing-a-passive")
PASSIVE_ALONE = word_set("verbs", "passive-without-object")
UNDERGOING_ADJECTIVES = frozenset({"VBN", "JJ"})  # "is married to", "is born"
OPEN_CLAUSES = word_set("labels", "open-clause")
REDUCED_CLAUSES = frozenset({"acl", "advcl"})  # "miners arrested in Oslo", "Founded in 1990, Acme"


def undergoes(verb: Token) -> bool:
    """Return whether the subject of a verb undergoes what the verb says.

    So it does in a passive, in what is coordinated with one ("was born and raised"), and with a
    participle that leads its clause or follows its noun ("Founded in 1990, Acme …", "is married
    to", "miners arrested in Oslo").
    """
    if is_verb_of_relative(verb):
        return False
    if is_passive(verb) or _is_adjectival(verb) or _is_without_auxiliary(verb):
        return True
    if is_verb_of_sentence(verb):
        return False
    if subjects(verb) or not _is_bare_participle(verb):
        return False
    if _is_coordinated_with_passive(verb):
        is_near = verb.i - verb.head.i <= MAX_SHARED_GAP
        return is_near or verb.lemma_ in BASED
    return verb.dep_ in REDUCED_CLAUSES


def comes_under(verb: Token) -> bool:
    """Return whether a verb and a noun are like a passive: "came under attack", "fell prey"."""
    if any(noun.lemma_ in UNDERGONE for noun in objects_after(verb, "under")):
        return verb.lemma_ in COMING
    return verb.lemma_ == "fall" and has_child(verb, words=VICTIMS)


def attackers(verb: Token) -> list[Token]:
    """Return from whom somebody comes under attack, if they hang on the noun of it."""
    found: list[Token] = []
    for noun in objects_after(verb, "under") if comes_under(verb) else ():
        found += objects_after(noun, *BEFORE_ATTACKER)
    return found


def _is_without_auxiliary(verb: Token) -> bool:
    """Return whether a verb is passive although no auxiliary says so.

    So it is in "had the house searched", "taken off the ship by gunmen" and "three men freed".
    """
    if verb.tag_ not in PASTS or has_child(verb, *AUXILIARIES):
        return False
    if _has_agent(verb):
        return verb.tag_ == "VBN" or verb.dep_ == "acl"
    if direct_objects(verb) or not subjects(verb):
        return False
    if verb.dep_ == "ccomp" and verb.head.lemma_ in CAUSING:
        return verb.tag_ == "VBN" or verb.head.lemma_ == "have"
    return _is_headline_passive(verb)


def _has_agent(verb: Token) -> bool:
    """Return whether somebody follows a verb with "by"."""
    return has_child(verb, "agent") or bool(objects_after(verb, "by"))


def _is_headline_passive(verb: Token) -> bool:
    """Return whether a past form without an object only can be passive: "three men freed"."""
    if verb.lemma_ not in PASSIVE_ALONE or verb.dep_ == "relcl":
        return False
    behind = [child.dep_ for child in verb.rights]
    return not (any(shared_objects(verb)) or OPEN_CLAUSES.intersection(behind))


def _is_adjectival(verb: Token) -> bool:
    """Return whether a participle is a predicate: "is married to"."""
    return verb.dep_ == "acomp" and verb.tag_ in UNDERGOING_ADJECTIVES


def _is_coordinated_with_passive(verb: Token) -> bool:
    """Return whether a verb is coordinated with a participle whose subject undergoes it."""
    if verb.dep_ != "conj" or verb.head.tag_ != "VBN":
        return False
    return undergoes(verb.head)


def _is_bare_participle(verb: Token) -> bool:
    """Return whether a verb is a past participle without an auxiliary and an object."""
    if verb.tag_ != "VBN" and not is_participle_after_noun(verb, "VBD"):
        return False
    return not has_child(verb, *AUXILIARIES, "dobj")


def is_participle_after_noun(verb: Token, *tags: str) -> bool:
    """Return whether a verb has one of some tags and follows a noun: "miners arrested in Oslo"."""
    return verb.dep_ == "acl" and verb.tag_ in tags


def beyond_object(noun: Token) -> Iterator[tuple[str, Token]]:
    """Yield what a verb affects through its object: what a bridge spans, what a share is of.

    Who crosses the bridge crosses the river; who buys half of Acme buys Acme; who seizes control
    of the port seizes the port; and who breaks Ann's leg hurts Ann.
    """
    if noun.lemma_ in SPANS:
        for prep in prepositions_of(noun, *CROSSING):
            yield from prepositional(prep)
    for affected in (*_held(noun), *_named_to(noun)):
        yield "object", affected


def _held(noun: Token) -> list[Token]:
    """Return what a share or power is of, and whose a limb is."""
    held: list[Token] = []
    if noun.lemma_ in SHARES:
        held += objects_after(noun, *BEFORE_WHOLE)
    if noun.lemma_ in POWERS:
        held += objects_after(noun, "of")
    if noun.lemma_ in LIMBS:
        held += (*possessors(noun), *objects_after(noun, "of"))
    return held


def _named_to(post: Token) -> list[Token]:
    """Return who is named to a post, if parsed as a part of it: "elected Ann Lund president"."""
    if post.head.lemma_ not in NAMING or post.lemma_ not in POSTS:
        return []
    return [word for word in post.lefts if word.ent_type_ == "PERSON"]
