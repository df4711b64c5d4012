"""Which countries and rivers border each other: "shares a border with", "the border between", "neighbouring Sweden"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_list, word_set
from kg.model import Claim, Mention
from kg.text.attribution import assertion, presupposed
from kg.text.parse import clause_of, subjects
from kg.text.relations.rules.claim import relation_claim
from kg.text.syntax import OBJECTS, Document, implicit_subjects, prepositional
from kg.trace import stopped

BORDERS = word_set("nouns", "border")
SHARING = word_set("verbs", "sharing-border")
FORMING = word_set("verbs", "forming-border")
NEIGHBOURING = word_list("adjectives", "neighbouring")


def border_claims(document: Document) -> Iterator[Claim]:
    """ "Norway shares a border with Sweden", "with which it shares a border", "the two countries share a border"."""
    for noun in document.nouns:
        if noun.lemma_ not in BORDERS or noun.pos_ != "NOUN":
            continue
        verb = noun.head
        if noun.dep_ in OBJECTS and verb.lemma_ in SHARING:
            ours = [m for token in implicit_subjects(verb) for m in document.things(token)]
            preps = [
                c
                for c in (*verb.children, *noun.children)
                if c.dep_ == "prep" and c.lower_ == "with"
            ]
            theirs = [
                m
                for prep in preps
                for _, token in prepositional(prep)
                for m in document.things(token)
            ]
            if not ours:
                stopped("shared-border", noun, "the subject of “{}” is no mention", verb)
            elif not theirs:
                stopped("shared-border", noun, "no mention follows with “with”")
            yield from (
                relation_claim(
                    "kg:borders", a, b, "shared-border", document, assertion(verb, document)
                )
                for a in ours
                for b in theirs
            )
        elif any(child.lower_ == "between" for child in noun.children):
            yield from _border_between(noun, document)
        else:
            stopped(
                "shared-border",
                noun,
                "it is not the object of “share” or “have”, and no “between” follows",
            )


def _border_between(noun: Token, document: Document) -> Iterator[Claim]:
    """ "the river … is the border between Norway and Sweden": the river borders both, and they border each other."""
    ends = [
        m
        for prep in noun.children
        if prep.lower_ == "between"
        for _, t in prepositional(prep)
        for m in document.things(t)
    ]
    also = [m for m in _as_well_as(noun, document) if m not in ends]
    how = presupposed(noun, document)
    if len(ends) + len(also) < 2:
        stopped("border-between", noun, "fewer than two mentions follow “between”")
    for first in ends[:1]:
        for other in (*ends[1:], *also):
            yield relation_claim("kg:borders", first, other, "border-between", document, how)
    for subject in _bordering(noun, document):
        yield from (
            relation_claim("kg:borders", subject, end, "border-between", document, how)
            for end in (*ends, *also)
        )


def _as_well_as(noun: Token, document: Document) -> Iterator[Mention]:
    """What follows "as well as" at the noun."""
    for word in noun.children:
        if word.lower_ == "as" and word.dep_ in ("cc", "prep"):
            yield from (
                m for child in word.children if child.dep_ == "pobj" for m in document.things(child)
            )


def neighbour_claims(document: Document) -> Iterator[Claim]:
    """ "Norway closed its frontier with neighbouring Sweden": the country that acts borders its neighbour."""
    for word in document.words(*NEIGHBOURING):
        if word.dep_ != "amod":
            continue
        theirs = [m for m in document.things(word.head) if m.type == "schema:Country" and m.is_name]
        ours = [m for token in implicit_subjects(clause_of(word)) for m in document.things(token)]
        if not theirs:
            stopped("neighbouring", word, "“{}” is not the name of a country", word.head)
        elif not any(subject.type in ("schema:Country", "") for subject in ours):
            stopped("neighbouring", word, "the subject of the clause is no country")
        for subject in ours:
            if subject.type in ("schema:Country", ""):
                yield from (
                    relation_claim("kg:borders", subject, other, "neighbouring", document)
                    for other in theirs
                )


def _bordering(noun: Token, document: Document) -> Iterator[Mention]:
    """What is told to be the border: the subject of "is", "forms", "serves as", "marks"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" else noun.head
    if verb.pos_ in ("VERB", "AUX") and verb.lemma_ in FORMING:
        for token in subjects(verb):
            yield from document.things(token)
