"""Claims of opponents: who fights whom, wherever the words for it stand.

"The army retook the town from the rebels", "their fight against the militia", "efforts to defeat
it", "conducted strikes on its positions". An armed group that is fought in a place is there. Plain
clauses ("X fought Y") are the ontology's.
"""

from collections.abc import Iterable
from itertools import product

from spacy.tokens import Token

from kg.lang.en import word_list, word_set
from kg.model import Assertion
from kg.text.parse import (
    any_word,
    clause_of,
    is_object,
    prepositions_of,
    verb_lemma,
    with_label,
    with_word,
)
from kg.text.relations.choices import fillers, has_lemma, of_type, things_after
from kg.text.relations.rules.claim import Claims, claim_by, claims_between
from kg.text.relations.rules.parties import CARRYING, HELPING, HOSTILITIES, agents, belligerents
from kg.text.relations.rules.sides import (
    ARMED,
    BELLIGERENTS,
    assertion_of_intent,
    sides_after,
    sides_among,
)
from kg.text.syntax import Document, Mentions
from kg.trace import stopped
from kg.vocabulary import POPULATED_PLACES

OPPONENT = "kg:opponent"
WARLIKE = word_set("verbs", "warlike")
HARMING = word_set("verbs", "harming")
DRIVING = word_set("verbs", "driving-out")
CAPTURING = word_set("verbs", "capturing")
UNITING = word_set("verbs", "uniting-against")
HOSTILE = WARLIKE | HARMING | DRIVING | CAPTURING | UNITING
TAKING_ON = word_set("nouns", "hostility-on")
WHERE = word_list("function_words", "place-of-fight")
TAKEN_FROM = word_list("function_words", "taken-from")
OUT_OF = word_list("function_words", "driven-out-of")


def opponent_claims(document: Document) -> Claims:
    """Yield the claims of verbs and nouns of war, and of help against somebody."""
    for verb in document.verbs:
        yield from _fought(verb, document)
        yield from _helped_against(verb, document)
    for noun in document.nouns:
        yield from _hostility(noun, document)


def _fought(verb: Token, document: Document) -> Claims:
    """Yield the opponents of a verb of war, and where the fight takes place.

    Examples are "X wants to defeat Y", "efforts to destroy Y" and "X liberated the town from Y".
    """
    lemma = verb_lemma(verb)
    if lemma not in HOSTILE:
        return
    how = assertion_of_intent(verb, document)
    if how is None:
        stopped("hostile-act", verb, "“{}” is denied or only possible", verb)
        return
    hit = fillers(verb, *_hostile_roles(lemma))
    foes = sides_among(hit, document)
    if lemma not in WARLIKE:
        foes = of_type(foes, {ARMED})
    ours = agents(verb, document)
    if hit and not foes:
        kind = "country, force or the like" if lemma in WARLIKE else "armed group"
        reason = "“{}”, which “{}” is done to or against, is no {}"
        stopped("hostile-act", verb, reason, hit[0], verb, kind)
    elif foes and not ours:
        stopped("hostile-act", verb, "no side is told to do what “{}” says", verb)
    yield from claims_between(verb, OPPONENT, ours, foes, "hostile-act", how, document)
    if lemma not in CAPTURING - DRIVING:
        where = OUT_OF if lemma in DRIVING else WHERE
        places = document.referents_of(fillers(verb, *where))
        yield from _fought_there(foes, places, verb, how, document)


def _hostile_roles(lemma: str) -> tuple[str, ...]:
    """Return the roles of a verb that the other side fills."""
    if lemma in UNITING:
        return ("against",)
    if lemma in DRIVING:
        return (*TAKEN_FROM, "object")
    if lemma in CAPTURING:
        return TAKEN_FROM
    return ("object",)


def _helped_against(verb: Token, document: Document) -> Claims:
    """Yield the opponents in "X supports Y against Z": Y and Z."""
    if verb_lemma(verb) not in HELPING:
        return
    against = fillers(verb, "against")
    if not against:
        return
    how = assertion_of_intent(verb, document)
    if how is None:
        stopped("hostility", verb, "“{}” is denied or only possible", verb)
        return
    helped = sides_among(fillers(verb, "object"), document)
    foes = sides_among(against, document)
    if not helped or not foes:
        stopped("hostility", verb, "no side is helped with “{}”, or none follows “against”", verb)
    yield from claims_between(verb, OPPONENT, helped, foes, "hostility", how, document)


def _hostility(noun: Token, document: Document) -> Claims:
    """Yield the opponents of a noun of war, and where the fight takes place.

    Examples are "X's fight against Y", "X conducted strikes on Y" and "helped X in the battle
    against Y".
    """
    if not has_lemma(noun, HOSTILITIES):
        return
    prepositions = _prepositions(noun)
    against = [prep for prep in prepositions if _is_against(prep, noun)]
    if not against:
        return
    how = assertion_of_intent(clause_of(noun), document)
    if how is None:
        stopped("hostility", noun, "the clause of “{}” is denied or only possible", noun)
        return
    foes = sides_after(against, document)
    if any_word(against, "on"):
        foes = of_type(foes, BELLIGERENTS)
    ours = belligerents(noun, document)
    if not foes:
        stopped("hostility", noun, "no side follows “{} {}”", noun, against[0])
    elif not ours:
        stopped("hostility", noun, "no side is told to wage the “{}”", noun)
    yield from claims_between(noun, OPPONENT, ours, foes, "hostility", how, document)
    places = things_after(with_word(prepositions, *WHERE), document)
    yield from _fought_there(foes, places, noun, how, document)


def _is_against(prep: Token, noun: Token) -> bool:
    """Return whether a preposition leads to whom a hostility is against."""
    if prep.lower_ == "on":
        return has_lemma(noun, TAKING_ON)
    return prep.lower_ == "against"


def _prepositions(noun: Token) -> list[Token]:
    """Return the prepositions of a noun, and those that the parser hung on its light verb."""
    own = prepositions_of(noun)
    verb = noun.head
    if not is_object(noun):
        return own
    if verb_lemma(verb) not in CARRYING:
        return own
    own += _behind(noun, prepositions_of(verb))
    if not any_word(own, "against"):
        against = with_word(with_label(verb.subtree, "prep"), "against")
        own += _behind(noun, against)[:1]
    return own


def _behind(noun: Token, tokens: Iterable[Token]) -> list[Token]:
    """Return those of some tokens that stand behind a noun."""
    return [token for token in tokens if token.i > noun.i]


def _fought_there(
    foes: Mentions, places: Mentions, trigger: Token, how: Assertion, document: Document
) -> Claims:
    """Yield where armed groups are: in the places where they are fought."""
    armed = of_type(foes, {ARMED})
    there = of_type(places, POPULATED_PLACES)
    for foe, place in product(armed, there):
        rule = "fought-in-place"
        yield claim_by(trigger, "schema:location", foe, place, rule, how, document)
