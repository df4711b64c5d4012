"""Things that a verb affects through its object: what a bridge spans, what a share is of."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.parse import objects_after, possessors, prepositions_of
from kg.text.syntax.attachment import prepositional

SPANS = word_set("nouns", "crossing-structure")
CROSSING = word_set("function_words", "over-or-under")
SHARES = word_set("nouns", "share-of-whole")
NAMING = word_set("verbs", "naming")
POSTS = word_set("nouns", "representative")
LIMBS = word_set("nouns", "limb")
POWERS = word_set("nouns", "power-over")
BEFORE_WHOLE = word_set("function_words", "before-whole-of-share")


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
