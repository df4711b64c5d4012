"""Claims of allies: who helps whom in arms or policy, and who fights one enemy side by side.

"Is assisting the army", "in support of the government", "with the backing of the alliance", "Norway
and Sweden want to defeat the rebels".
"""

from itertools import combinations

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Kind, Mention
from kg.text.parse import (
    clause_of,
    direct_objects,
    is_object,
    is_passive,
    prepositions_of,
    verb_lemma,
    with_label,
)
from kg.text.parse.labels import NOUNS
from kg.text.relations.choices import fillers, has_lemma, of_type, things_after, unique
from kg.text.relations.rules.claim import Claims, claim_by, claims_between
from kg.text.relations.rules.hostilities import HARMING, WARLIKE
from kg.text.relations.rules.parties import (
    ALLIANCE,
    HELPING,
    HOSTILITIES,
    SUPPORT,
    active_subjects,
    agents,
)
from kg.text.relations.rules.sides import (
    ARMED,
    BELLIGERENTS,
    COUNTRY,
    GOVERNMENT,
    GROUP,
    SIDES,
    assertion_of_intent,
    sides_of,
)
from kg.text.syntax import Document, Mentions, implicit_subjects
from kg.trace import stopped

ALLY = "kg:ally"
RECEIVER_PREPOSITIONS = word_set("function_words", "before-supported")
ACTING_PREPOSITIONS = word_set("function_words", "before-support")
LENDING = word_set("verbs", "lending-support")
ENDING = word_set("verbs", "ending-support")
SIDES_AND_GROUPS = SIDES | {GROUP}
FIGHTING = WARLIKE | HARMING


def ally_claims(document: Document) -> Claims:
    """Yield the claims of verbs of help and of war, and of nouns of support."""
    for verb in document.verbs:
        yield from _helped(verb, document)
        yield from _side_by_side(verb, document)
    for noun in document.nouns:
        if noun.pos_ == "NOUN":
            yield from _support(noun, document)


def _helped(verb: Token, document: Document) -> Claims:
    """Yield the allies in "X is assisting Y" and "X wants to arm Y"."""
    if verb_lemma(verb) not in HELPING:
        return
    how = assertion_of_intent(verb, document)
    if how is None:
        stopped("help", verb, "“{}” is denied or only possible", verb)
        return
    helped = document.referents_of(fillers(verb, "object"))
    friends = of_type(helped, BELLIGERENTS)  # others may be helped without a common enemy
    helpers = [agent for agent in agents(verb, document) if _can_ally(agent)]
    if not friends:
        reason = "no country, government or armed group is the object of “{}”"
        stopped("help", verb, reason, verb)
    elif not helpers:
        stopped("help", verb, "no country, force or alliance is the subject of “{}”", verb)
    yield from claims_between(verb, ALLY, helpers, friends, "help", how, document)


def _side_by_side(verb: Token, document: Document) -> Claims:
    """Yield the allies in "X and Y are committed to defeating Z".

    In "X and Y fought a war" they may have fought each other.
    """
    if verb_lemma(verb) not in FIGHTING or is_passive(verb):
        return
    pairs = _pairs_of_subjects(verb, document)
    if not pairs:
        return
    how = assertion_of_intent(verb, document)
    if how is None:
        stopped("side-by-side", verb, "“{}” is denied or only possible", verb)
        return
    if not _has_enemy(verb, document):
        reason = "no side is the object of “{}”: the subjects may fight each other"
        stopped("side-by-side", verb, reason, verb)
        return
    for first, second in pairs:
        yield claim_by(verb, ALLY, first, second, "side-by-side", how, document)


def _pairs_of_subjects(verb: Token, document: Document) -> list[tuple[Mention, Mention]]:
    """Return all pairs of sides that one subject of a verb names together."""
    pairs: list[tuple[Mention, Mention]] = []
    for subject in active_subjects(verb):
        pairs += combinations(_fighting_together(subject, document), 2)
    return pairs


def _fighting_together(subject: Token, document: Document) -> Mentions:
    """Return the sides of one subject that may be allies, each once."""
    sides = sides_of(subject, document)
    return unique(side for side in sides if _can_ally(side) or side.type == GOVERNMENT)


def _has_enemy(verb: Token, document: Document) -> bool:
    """Return whether the object of a verb is a side or a group."""
    nouns = [noun for noun in direct_objects(verb) if noun.pos_ in NOUNS]
    enemies = filter(None, map(document.referent, nouns))
    return any(enemy.type in SIDES_AND_GROUPS for enemy in enemies)


def _support(noun: Token, document: Document) -> Claims:
    """Yield the allies of a noun of support.

    Examples are "in support of Y", "its assistance to Y", "provides support for Y" and "with the
    backing of Y".
    """
    if not has_lemma(noun, SUPPORT):
        return
    how = assertion_of_intent(clause_of(noun), document)
    if how is None:
        stopped("support", noun, "the clause of “{}” is denied or only possible", noun)
        return
    if is_object(noun) and verb_lemma(noun.head) in ENDING:
        stopped("support", noun, "“{}” ends it or refuses it", noun.head)
        return
    preps = prepositions_of(noun, *RECEIVER_PREPOSITIONS)
    things = things_after(preps, document)
    others = of_type(things, BELLIGERENTS)
    owners = document.referents_of(with_label(noun.children, "poss"))
    supporters = unique(owners or _supporters(noun, document))
    ours = [supporter for supporter in supporters if _can_ally(supporter)]
    if not others:
        stopped("support", noun, "no country, government or armed group follows “{}”", noun)
    elif not ours:
        reason = "no country, force or alliance is told to give or have the “{}”"
        stopped("support", noun, reason, noun)
    yield from claims_between(noun, ALLY, ours, others, "support", how, document)


def _supporters(noun: Token, document: Document) -> Mentions:
    """Return who gives support or has it.

    It is the subject of "provide support", "act in support of" or "act with the support of".
    """
    verb = _verb_of_support(noun)
    if verb is None or verb.pos_ != "VERB":
        return []
    return document.referents_of(implicit_subjects(verb))


def _verb_of_support(noun: Token) -> Token | None:
    """Return the verb whose subject gives a support or has it."""
    above = noun.head
    if noun.dep_ == "pobj" and above.lower_ in ACTING_PREPOSITIONS:
        return _acting_verb(above)
    if is_object(noun) and verb_lemma(above) in LENDING:
        return above
    return None


def _acting_verb(prep: Token) -> Token:
    """Return the verb above a preposition, also through the hostility that it carries out."""
    verb = prep
    while verb.pos_ == "ADP" and verb.head != verb:
        verb = verb.head
    if is_object(verb) and has_lemma(verb, HOSTILITIES):
        return verb.head
    return verb


def _can_ally(mention: Mention) -> bool:
    """Return whether a mention is a country, a force or an alliance.

    A pronoun may stand for one.
    """
    if mention.kind is Kind.PRONOUN:
        return True
    if mention.type in (COUNTRY, ARMED):
        return True
    if mention.type not in SIDES:
        return False
    return mention.text.lower().endswith(tuple(ALLIANCE))
