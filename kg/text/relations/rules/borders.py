"""Claims of borders between countries, and of rivers that are borders.

Examples are "shares a border with", "the border between" and "neighbouring Sweden".
"""

from itertools import chain, product

from spacy.tokens import Token

from kg.lang.en import word_list, word_set
from kg.text.attribution import assertion, presupposed
from kg.text.parse import (
    any_word,
    clause_of,
    governed_by,
    governor_of,
    is_object,
    prepositions_of,
    subjects,
    with_label,
    with_word,
)
from kg.text.parse.labels import VERBS
from kg.text.relations.choices import names_among, of_type, things_after
from kg.text.relations.rules.claim import Claims, relation_claim
from kg.text.syntax import Document, Mentions, implicit_subjects
from kg.trace import stopped

BORDERS = word_set("nouns", "border")
SHARING = word_set("verbs", "sharing-border")
FORMING = word_set("verbs", "forming-border")
COUNTRY = "schema:Country"
COUNTRY_OR_UNKNOWN = frozenset({COUNTRY, ""})
NEIGHBOURING = word_list("adjectives", "neighbouring")


def border_claims(document: Document) -> Claims:
    """Yield who borders whom by a noun for a border.

    Examples are "Norway shares a border with Sweden", "with which it shares a border" and "the two
    countries share a border".
    """
    for noun in document.nouns:
        if noun.lemma_ not in BORDERS:
            continue
        if noun.pos_ != "NOUN":
            continue
        if is_object(noun) and noun.head.lemma_ in SHARING:
            yield from _shared_border(noun, document)
        elif any_word(noun.children, "between"):
            yield from _border_between(noun, document)
        else:
            reason = "it is not the object of “share” or “have”, and no “between” follows"
            stopped("shared-border", noun, reason)


def _shared_border(noun: Token, document: Document) -> Claims:
    """Yield who shares a border with whom."""
    verb = noun.head
    ours = document.referents_of(implicit_subjects(verb))
    preps = prepositions_of(verb, "with") + prepositions_of(noun, "with")
    theirs = things_after(preps, document)
    if not ours:
        stopped("shared-border", noun, "the subject of “{}” is no mention", verb)
    elif not theirs:
        stopped("shared-border", noun, "no mention follows with “with”")
    how = assertion(verb, document)
    for first, second in product(ours, theirs):
        yield relation_claim("kg:borders", first, second, "shared-border", document, how)


def _border_between(noun: Token, document: Document) -> Claims:
    """Yield who borders whom by "the river … is the border between Norway and Sweden".

    The river borders both, and they border each other.
    """
    between = with_word(noun.children, "between")
    ends = things_after(between, document)
    also = _as_well_as(noun, document)
    every = list(ends)
    every += [mention for mention in also if mention not in ends]
    if len(every) < 2:
        stopped("border-between", noun, "fewer than two mentions follow “between”")
    first_pairs = product(ends[:1], every[1:])
    river_pairs = product(_bordering(noun, document), every)
    how = presupposed(noun, document)
    for first, second in chain(first_pairs, river_pairs):
        yield relation_claim("kg:borders", first, second, "border-between", document, how)


def _as_well_as(noun: Token, document: Document) -> Mentions:
    """Return what follows "as well as" at the noun."""
    linking = with_label(noun.children, "cc", "prep")
    nouns = map(governed_by, with_word(linking, "as"))
    return document.referents_of(chain.from_iterable(nouns))


def neighbour_claims(document: Document) -> Claims:
    """Yield that the country that acts borders its neighbour.

    An example is "Norway closed its frontier with neighbouring Sweden".
    """
    for word in with_label(document.words(*NEIGHBOURING), "amod"):
        named = names_among(document.referents(word.head))
        theirs = of_type(named, {COUNTRY})
        acting = implicit_subjects(clause_of(word))
        ours = of_type(document.referents_of(acting), COUNTRY_OR_UNKNOWN)
        if not theirs:
            stopped("neighbouring", word, "“{}” is not the name of a country", word.head)
        elif not ours:
            stopped("neighbouring", word, "the subject of the clause is no country")
        for first, second in product(ours, theirs):
            yield relation_claim("kg:borders", first, second, "neighbouring", document)


def _bordering(noun: Token, document: Document) -> Mentions:
    """Return what is said to be the border: the subject of "is", "forms", "serves as", "marks"."""
    verb = governor_of(noun, "as")
    if verb is None:
        verb = noun.head
    if verb.pos_ not in VERBS:
        return []
    if verb.lemma_ not in FORMING:
        return []
    return document.referents_of(subjects(verb))
