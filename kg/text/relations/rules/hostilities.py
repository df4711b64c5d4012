"""Claims of opponents: who fights whom, wherever the words for it stand, and where an armed group is fought.

"The army retook the town from the rebels", "their fight against the militia", "efforts to defeat it", "conducted strikes on its
positions". Plain clauses ("X fought Y") are the ontology's.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Assertion, Claim, Mention
from kg.text.parse import clause_of, verb_lemma
from kg.text.relations.rules.parties import (
    ARMED,
    CARRYING,
    COUNTRY,
    GOVERNMENT,
    HELPING,
    HOSTILITIES,
    PLACES,
    doers,
    meant,
    sides_of,
    tie,
    waging,
)  # fmt: skip
from kg.text.syntax import OBJECTS, Document, prepositional, slots
from kg.trace import stopped

WARLIKE = word_set("verbs", "warlike")
HARMING = word_set("verbs", "harming")
DRIVING = word_set("verbs", "driving-out")
CAPTURING = word_set("verbs", "capturing")
TAKING = DRIVING | CAPTURING
UNITING = word_set("verbs", "uniting-against")
HOSTILE = WARLIKE | HARMING | TAKING | UNITING
ON = word_set("nouns", "hostility-on")
WHERE = word_set("function_words", "place-of-fight")
OUT_OF = word_set("function_words", "taken-from")


def opponent_claims(document: Document) -> Iterator[Claim]:
    """All claims of this module."""
    for verb in document.verbs:
        yield from _fought(verb, document)
        yield from _helped_against(verb, document)
    for noun in document.nouns:
        yield from _hostility(noun, document)


def _fought(verb: Token, document: Document) -> Iterator[Claim]:
    """ "X wants to defeat Y", "efforts to destroy Y", "X liberated the town from Y"; and where the fight takes place."""
    lemma = verb_lemma(verb)
    if lemma not in HOSTILE:
        return
    how = meant(verb, document)
    if how is None:
        stopped("hostile-act", verb, "“{}” is denied or only possible", verb)
        return
    fillers: dict[str, list[Token]] = {}
    for name, token in slots(verb):
        fillers.setdefault(name, []).append(token)
    hit = [token for name in _hostile_roles(lemma) for token in fillers.get(name, ())]
    foes = [m for token in hit for m in sides_of(token, document)]
    foes = foes if lemma in WARLIKE else [m for m in foes if m.type == ARMED]
    ours = doers(verb, document)
    if hit and not foes:
        kind = "country, force or the like" if lemma in WARLIKE else "armed group"
        stopped(
            "hostile-act",
            verb,
            "“{}”, which “{}” is done to or against, is no {}",
            hit[0],
            verb,
            kind,
        )
    elif foes and not ours:
        stopped("hostile-act", verb, "no side is told to do what “{}” says", verb)
    yield from _opponents(ours, foes, verb, "hostile-act", how, document)
    where = OUT_OF if lemma in DRIVING else WHERE
    if lemma not in TAKING or lemma in DRIVING:
        places = [
            m for name in where for token in fillers.get(name, ()) for m in document.things(token)
        ]
        yield from _fought_there(foes, places, verb, how, document)


def _hostile_roles(lemma: str) -> tuple[str, ...]:
    """The roles of a verb that the other side fills."""
    if lemma in UNITING:
        return ("against",)
    if lemma in TAKING:
        return ("from", "of", "object") if lemma in DRIVING else ("from", "of")
    return ("object",)


def _helped_against(verb: Token, document: Document) -> Iterator[Claim]:
    """ "X supports Y against Z": Y and Z are opponents."""
    if verb_lemma(verb) not in HELPING:
        return
    roles = list(slots(verb))
    if not any(name == "against" for name, _ in roles):
        return
    how = meant(verb, document)
    if how is None:
        stopped("hostility", verb, "“{}” is denied or only possible", verb)
        return
    helped = [m for name, token in roles if name == "object" for m in sides_of(token, document)]
    foes = [m for name, token in roles if name == "against" for m in sides_of(token, document)]
    if not helped or not foes:
        stopped("hostility", verb, "no side is helped with “{}”, or none follows “against”", verb)
    yield from _opponents(helped, foes, verb, "hostility", how, document)


def _hostility(noun: Token, document: Document) -> Iterator[Claim]:
    """ "X's fight against Y", "X conducted strikes on Y", "helped X in the battle against Y"."""
    if noun.lemma_.lower() not in HOSTILITIES:
        return
    against = [
        child for child in _prepositions(noun) if child.lower_ == "against" or _is_on(child, noun)
    ]
    if not against:
        return
    how = meant(clause_of(noun), document)
    if how is None:
        stopped("hostility", noun, "the clause of “{}” is denied or only possible", noun)
        return
    foes = [
        m for prep in against for _, token in prepositional(prep) for m in sides_of(token, document)
    ]
    if any(child.lower_ == "on" for child in against):
        foes = [m for m in foes if m.type in (ARMED, COUNTRY, GOVERNMENT)]
    ours = waging(noun, document)
    if not foes:
        stopped("hostility", noun, "no side follows “{} {}”", noun, against[0])
    elif not ours:
        stopped("hostility", noun, "no side is told to wage the “{}”", noun)
    yield from _opponents(ours, foes, noun, "hostility", how, document)
    tails = [prep for prep in _prepositions(noun) if prep.lower_ in WHERE]
    places = [
        m for prep in tails for _, token in prepositional(prep) for m in document.things(token)
    ]
    yield from _fought_there(foes, places, noun, how, document)


def _is_on(prep: Token, noun: Token) -> bool:
    return prep.lower_ == "on" and noun.lemma_.lower() in ON


def _prepositions(noun: Token) -> list[Token]:
    """The prepositions of a noun, and those that the parser hung on the light verb that carries it."""
    own = [child for child in noun.children if child.dep_ == "prep"]
    if noun.dep_ not in OBJECTS or verb_lemma(noun.head) not in CARRYING:
        return own
    own += [child for child in noun.head.children if child.dep_ == "prep" and child.i > noun.i]
    if not any(prep.lower_ == "against" for prep in own):
        own += [
            word
            for word in noun.head.subtree
            if word.lower_ == "against" and word.i > noun.i and word.dep_ == "prep"
        ][:1]
    return own


def _opponents(
    ours: Iterable[Mention],
    foes: Iterable[Mention],
    trigger: Token,
    rule: str,
    how: Assertion,
    document: Document,
) -> Iterator[Claim]:
    """One claim for each pair of opponents."""
    for side in ours:
        for foe in foes:
            if side != foe:
                yield tie("kg:opponent", side, foe, trigger, rule, how, document)


def _fought_there(
    foes: list[Mention], places: list[Mention], trigger: Token, how: Assertion, document: Document
) -> Iterator[Claim]:
    """An armed group that is fought in a place is there."""
    for foe in foes:
        if foe.type == ARMED:
            yield from (
                tie("schema:location", foe, place, trigger, "fought-in-place", how, document)
                for place in places
                if place.type in PLACES
            )
