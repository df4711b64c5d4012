"""Sides of a fight: which mentions may be one, and what is intended for them.

A deed counts as well as an aim: whoever is committed to defeating somebody is on the other side, so
even a plan ties two sides; what is denied or merely possible does not.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Assertion, Factuality, Mention
from kg.text.attribution import assertion, attribution
from kg.text.parse import antecedent, conjuncts, with_label
from kg.text.parse.labels import PREMODIFIERS_AND_OWNERS
from kg.text.relations.choices import has_lemma, nouns_after, of_type
from kg.text.syntax import Document, Mentions

ARMED = "kg:ArmedGroup"
COUNTRY = "schema:Country"
GOVERNMENT = "schema:GovernmentOrganization"
GROUP = "kg:Group"
ORGANIZATION = "schema:Organization"
PARTY = "kg:PoliticalParty"
SIDES = frozenset({ARMED, COUNTRY, GOVERNMENT, ORGANIZATION, PARTY, "schema:Person", ""})
BELLIGERENTS = frozenset({ARMED, COUNTRY, GOVERNMENT})  # they fight in their own name
FIGHTERS = word_set("nouns", "standing-for-side")


def assertion_of_intent(verb: Token, document: Document) -> Assertion | None:
    """Return the assertion of a deed or aim; None for what is denied or only possible.

    A plan is asserted as an aim.
    """
    how = assertion(verb, document)
    if how.factuality is Factuality.PLANNED:
        source = attribution(verb, document)
        factuality = source.factuality if source is not None else Factuality.ASSERTED
        return Assertion(factuality, how.speaker)
    if how.factuality.stands:
        return how
    return None


def sides_of(token: Token, document: Document) -> Iterator[Mention]:
    """Yield the sides that a noun phrase stands for.

    The fighters and positions of a side stand for it.
    """
    for noun in conjuncts(antecedent(token)):
        mention = document.referent(noun)
        is_fighter = has_lemma(noun, FIGHTERS)
        if mention is not None and _is_side(mention, is_fighter):
            yield mention
        elif is_fighter:
            yield from armed_before(noun, document)


def armed_before(noun: Token, document: Document) -> Mentions:
    """Return the armed groups that are named before a noun: "Acme" in "Acme fighters"."""
    modifiers = with_label(noun.lefts, *PREMODIFIERS_AND_OWNERS)
    named = filter(None, map(document.name_containing, modifiers))
    return of_type(named, {ARMED})


def _is_side(mention: Mention, is_fighter: bool) -> bool:
    """Return whether a mention may be a side itself: fighters of no known type are not."""
    if is_fighter and mention.type == "":
        return False
    return mention.type in SIDES


def sides_among(tokens: Iterable[Token], document: Document) -> Mentions:
    """Return the sides that several noun phrases stand for, repetitions included."""
    sides: list[Mention] = []
    for token in tokens:
        sides += sides_of(token, document)
    return sides


def sides_after(preps: Iterable[Token], document: Document) -> Mentions:
    """Return the sides behind some prepositions, repetitions included."""
    return sides_among(nouns_after(preps), document)
