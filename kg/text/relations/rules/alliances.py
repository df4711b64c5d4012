"""Claims of allies: who helps whom in arms or policy, and who fights one enemy side by side.

"Is assisting the army", "in support of the government", "with the backing of the alliance", "Norway and Sweden want to defeat
the rebels".
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Assertion, Claim, Kind, Mention
from kg.text.parse import clause_of, is_passive, verb_lemma
from kg.text.relations.rules.hostilities import HARMING, WARLIKE
from kg.text.relations.rules.parties import (
    ALLIANCE,
    ARMED,
    COUNTRY,
    GOVERNMENT,
    GROUP,
    HELPING,
    HOSTILITIES,
    SIDES,
    SUPPORT,
    active_subjects,
    doers,
    meant,
    sides_of,
    tie,
    unique,
)  # fmt: skip
from kg.text.syntax import OBJECTS, Document, implicit_subjects, prepositional, slots
from kg.trace import stopped

RECEIVER_PREPOSITIONS = word_set("function_words", "before-supported")
ACTING_PREPOSITIONS = word_set("function_words", "before-support")
LENDING = word_set("verbs", "lending-support")
ENDING = word_set("verbs", "ending-support")
FIGHTING = WARLIKE | HARMING
HELPED = frozenset({ARMED, COUNTRY, GOVERNMENT})  # others may be helped without a common enemy


def ally_claims(document: Document) -> Iterator[Claim]:
    """All claims of this module."""
    for verb in document.verbs:
        yield from _helped(verb, document)
        yield from _side_by_side(verb, document)
    for noun in document.nouns:
        if noun.pos_ == "NOUN":
            yield from _support(noun, document)


def _helped(verb: Token, document: Document) -> Iterator[Claim]:
    """ "X is assisting Y", "X wants to arm Y"."""
    if verb_lemma(verb) not in HELPING:
        return
    how = meant(verb, document)
    if how is None:
        stopped("help", verb, "“{}” is denied or only possible", verb)
        return
    friends = [
        m
        for name, token in slots(verb)
        if name == "object"
        for m in document.things(token)
        if m.type in HELPED
    ]
    helpers = [m for m in doers(verb, document) if _can_ally(m)]
    if not friends:
        stopped("help", verb, "no country, government or armed group is the object of “{}”", verb)
    elif not helpers:
        stopped("help", verb, "no country, force or alliance is the subject of “{}”", verb)
    yield from _allies(helpers, friends, verb, "help", how, document)


def _side_by_side(verb: Token, document: Document) -> Iterator[Claim]:
    """ "X and Y are committed to defeating Z"; not "X and Y fought a war", where they may have fought each other."""
    if verb_lemma(verb) not in FIGHTING or is_passive(verb):
        return
    allies = [
        unique(m for m in sides_of(s, document) if _can_ally(m) or m.type == GOVERNMENT)
        for s in active_subjects(verb)
    ]
    pairs = [pair for together in allies for pair in combinations(together, 2)]
    if not pairs:
        return
    how = meant(verb, document)
    if how is None:
        stopped("side-by-side", verb, "“{}” is denied or only possible", verb)
        return
    enemies = [
        document.thing(child)
        for child in verb.children
        if child.dep_ in OBJECTS and child.pos_ in ("NOUN", "PROPN")
    ]
    if not any(enemy is not None and enemy.type in (*SIDES, GROUP) for enemy in enemies):
        stopped(
            "side-by-side",
            verb,
            "no side is the object of “{}”: the subjects may fight each other",
            verb,
        )
        return
    for first, second in pairs:
        yield from _allies([first], [second], verb, "side-by-side", how, document)


def _support(noun: Token, document: Document) -> Iterator[Claim]:
    """ "in support of Y", "its assistance to Y", "provides support for Y"; "with the backing of Y"."""
    if noun.lemma_.lower() not in SUPPORT:
        return
    how = meant(clause_of(noun), document)
    if how is None:
        stopped("support", noun, "the clause of “{}” is denied or only possible", noun)
        return
    if noun.dep_ in OBJECTS and verb_lemma(noun.head) in ENDING:
        stopped("support", noun, "“{}” ends it or refuses it", noun.head)
        return
    tails = [
        child
        for child in noun.children
        if child.dep_ == "prep" and child.lower_ in RECEIVER_PREPOSITIONS
    ]
    others = [
        m
        for prep in tails
        for _, token in prepositional(prep)
        for m in document.things(token)
        if m.type in HELPED
    ]
    owners = [m for child in noun.children if child.dep_ == "poss" for m in document.things(child)]
    ours = [m for m in unique(owners or _supporters(noun, document)) if _can_ally(m)]
    if not others:
        stopped("support", noun, "no country, government or armed group follows “{}”", noun)
    elif not ours:
        stopped(
            "support", noun, "no country, force or alliance is told to give or have the “{}”", noun
        )
    yield from _allies(ours, others, noun, "support", how, document)


def _supporters(noun: Token, document: Document) -> Iterator[Mention]:
    """Who gives support or has it: the subject of "provide support", "act in support of", "act with the support of"."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ in ACTING_PREPOSITIONS:
        while verb.pos_ == "ADP" and verb.head != verb:
            verb = verb.head
        verb = verb.head if verb.dep_ in OBJECTS and verb.lemma_.lower() in HOSTILITIES else verb
    elif noun.dep_ not in OBJECTS or verb_lemma(verb) not in LENDING:
        return
    if verb.pos_ == "VERB":
        yield from (m for token in implicit_subjects(verb) for m in document.things(token))


def _can_ally(mention: Mention) -> bool:
    """True for countries, forces and alliances, and for pronouns, which may stand for one."""
    words = mention.text.lower()
    pronoun = mention.kind is Kind.PRONOUN
    return (
        pronoun
        or mention.type in (COUNTRY, ARMED)
        or (mention.type in SIDES and words.endswith(ALLIANCE))
    )


def _allies(
    ours: Iterable[Mention],
    friends: Iterable[Mention],
    trigger: Token,
    rule: str,
    how: Assertion,
    document: Document,
) -> Iterator[Claim]:
    """One claim for each pair of allies."""
    for side in ours:
        for friend in friends:
            if side != friend:
                yield tie("kg:ally", side, friend, trigger, rule, how, document)
