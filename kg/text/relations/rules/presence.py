"""Claims of where armed groups and people are by what they have there.

"Acme fighters in Oslo", "Acme's presence in Oslo" · "Ann Bolt died at her home in Bergen".
"""

from collections.abc import Iterable
from itertools import product

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.attribution import presupposed
from kg.text.parse import possessors, prepositions_of
from kg.text.relations.choices import has_lemma, nouns_after, of_type, things_after, unique
from kg.text.relations.rules.claim import Claims, claim_by
from kg.text.relations.rules.sides import ARMED, armed_before
from kg.text.syntax import Document, Mentions
from kg.trace import stopped
from kg.vocabulary import PEOPLE, PLACES, POPULATED_PLACES

WHERE = word_set("function_words", "place-of-group")
HOLDINGS = word_set("nouns", "holding-of-group")
DOWNFALLS = word_set("nouns", "befalls-group")
TELLING_WHERE = HOLDINGS | DOWNFALLS
OWN_HOME = "own-home"
HOMES = word_set("nouns", "own-home")
AT_HOME = word_set("function_words", "place-of-home")


def presence_claims(document: Document) -> Claims:
    """Yield the places of armed groups by nouns for what they have there, or for their downfall."""
    for noun in document.nouns:
        if has_lemma(noun, TELLING_WHERE):
            yield from _present(noun, document)


def _present(noun: Token, document: Document) -> Claims:
    """Yield where an armed group is: X is in Y.

    Examples are "X's fighters in Y", "X's presence in Y" and "the defeat of X in Y".
    """
    fallen: list[Token] = []
    if has_lemma(noun, DOWNFALLS):
        fallen = nouns_after(prepositions_of(noun, "of"))
    sides = _armed_groups(noun, fallen, document)
    places = _places_of([noun, *fallen], document)
    if sides and not places:
        stopped("present-in", noun, "no place follows “{}” with “in” or the like", noun)
    elif places and not sides:
        stopped("present-in", noun, "no armed group is named beside “{}”", noun)
    how = presupposed(noun, document)
    for side, place in product(sides, places):
        yield claim_by(noun, "schema:location", side, place, "present-in", how, document)


def _armed_groups(noun: Token, fallen: Iterable[Token], document: Document) -> Mentions:
    """Return the armed groups before a noun, and those that fall according to it."""
    groups = armed_before(noun, document)
    for token in fallen:
        named = [document.mention(token), *map(document.name_containing, token.lefts)]
        groups += of_type(filter(None, named), {ARMED})
    return unique(groups)


def _places_of(nouns: Iterable[Token], document: Document) -> Mentions:
    """Return the places that some nouns are in by a preposition."""
    preps: list[Token] = []
    for noun in nouns:
        preps += prepositions_of(noun, *WHERE)
    things = things_after(preps, document)
    return of_type(things, POPULATED_PLACES)


def home_claims(document: Document) -> Claims:
    """Yield the place behind each home that has an owner: "Ann Bolt's home near Bergen"."""
    for noun in document.nouns:
        if noun.lemma_.lower() not in HOMES:
            continue
        owners = of_type(document.referents_of(possessors(noun)), PEOPLE | {""})
        if not owners:
            stopped(OWN_HOME, noun, "nobody owns “{}”", noun)
            continue
        behind = [
            child for child in noun.rights if child.dep_ == "prep" and child.lower_ in AT_HOME
        ]
        places = of_type(things_after(behind, document), PLACES)
        how = presupposed(noun, document)
        for owner in owners:
            for place in places:
                yield claim_by(noun, "schema:homeLocation", owner, place, OWN_HOME, how, document)
