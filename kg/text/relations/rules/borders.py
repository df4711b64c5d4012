"""Claims of borders between countries, and of rivers that are borders.

Examples are "shares a border with", "the border between" and "neighbouring Sweden".
"""

from collections.abc import Iterable, Iterator
from itertools import product

from spacy.tokens import Token

from kg.lang.en import word_list, word_set
from kg.model import Claim, Mention
from kg.text.attribution import assertion, presupposed
from kg.text.parse import clause_of, subjects
from kg.text.relations.rules.claim import relation_claim
from kg.text.syntax import (
    CLAUSAL,
    Document,
    any_word,
    governed_by,
    implicit_subjects,
    is_object,
    mentions_after,
    with_label,
    with_word,
)
from kg.trace import stopped

BORDERS = word_set("nouns", "border")
SHARING = word_set("verbs", "sharing-border")
FORMING = word_set("verbs", "forming-border")
NEIGHBOURING = word_list("adjectives", "neighbouring")


def border_claims(document: Document) -> Iterator[Claim]:
    """Yield who borders whom by a noun for a border.

    Examples are "Norway shares a border with Sweden", "with which it shares a border" and "the two
    countries share a border".
    """
    for noun in document.nouns:
        if noun.lemma_ not in BORDERS or noun.pos_ != "NOUN":
            continue
        if is_object(noun) and noun.head.lemma_ in SHARING:
            yield from _shared_border(noun, document)
        elif any_word(noun.children, "between"):
            yield from _border_between(noun, document)
        else:
            reason = "it is not the object of “share” or “have”, and no “between” follows"
            stopped("shared-border", noun, reason)


def _shared_border(noun: Token, document: Document) -> Iterator[Claim]:
    """Yield who shares a border with whom."""
    verb = noun.head
    ours = document.things_of(implicit_subjects(verb))
    preps = with_label([*verb.children, *noun.children], "prep")
    theirs = _all_after(with_word(preps, "with"), document)
    if not ours:
        stopped("shared-border", noun, "the subject of “{}” is no mention", verb)
    elif not theirs:
        stopped("shared-border", noun, "no mention follows with “with”")
    for first, second in product(ours, theirs):
        how = assertion(verb, document)
        yield relation_claim("kg:borders", first, second, "shared-border", document, how)


def _all_after(preps: Iterable[Token], document: Document) -> list[Mention]:
    """Return the mentions behind some prepositions."""
    return [mention for prep in preps for mention in mentions_after(prep, document)]


def _border_between(noun: Token, document: Document) -> Iterator[Claim]:
    """Yield who borders whom by "the river … is the border between Norway and Sweden".

    The river borders both, and they border each other.
    """
    ends = _all_after(with_word(noun.children, "between"), document)
    also = [mention for mention in _as_well_as(noun, document) if mention not in ends]
    every = [*ends, *also]
    how = presupposed(noun, document)
    if len(every) < 2:
        stopped("border-between", noun, "fewer than two mentions follow “between”")
    pairs = list(product(ends[:1], every[1:]))
    pairs += product(_bordering(noun, document), every)
    for first, second in pairs:
        yield relation_claim("kg:borders", first, second, "border-between", document, how)


def _as_well_as(noun: Token, document: Document) -> list[Mention]:
    """Return what follows "as well as" at the noun."""
    words = with_word(with_label(noun.children, "cc", "prep"), "as")
    return document.things_of(token for word in words for token in governed_by(word))


def neighbour_claims(document: Document) -> Iterator[Claim]:
    """Yield that the country that acts borders its neighbour.

    An example is "Norway closed its frontier with neighbouring Sweden".
    """
    for word in with_label(document.words(*NEIGHBOURING), "amod"):
        named = [thing for thing in document.things(word.head) if thing.is_name]
        theirs = [thing for thing in named if thing.type == "schema:Country"]
        subjects_of_clause = document.things_of(implicit_subjects(clause_of(word)))
        ours = [thing for thing in subjects_of_clause if thing.type in ("schema:Country", "")]
        if not theirs:
            stopped("neighbouring", word, "“{}” is not the name of a country", word.head)
        elif not ours:
            stopped("neighbouring", word, "the subject of the clause is no country")
        for first, second in product(ours, theirs):
            yield relation_claim("kg:borders", first, second, "neighbouring", document)


def _bordering(noun: Token, document: Document) -> list[Mention]:
    """Return what is said to be the border: the subject of "is", "forms", "serves as", "marks"."""
    is_behind_as = noun.dep_ == "pobj" and noun.head.lower_ == "as"
    verb = noun.head.head if is_behind_as else noun.head
    if verb.pos_ not in CLAUSAL or verb.lemma_ not in FORMING:
        return []
    return document.things_of(subjects(verb))
