"""Steps in a dependency tree: tokens by label or by word, objects of verbs and of prepositions."""

from collections.abc import Iterable

from spacy.tokens import Token

OBJECTS = ("dobj",)
CLAUSAL = ("VERB", "AUX")
NOMINAL = ("NOUN", "PROPN")
PLURAL = ("NNS", "NNPS")
PAST_FORMS = ("VBN", "VBD")
PREPOSITIONAL = ("ADP", "SCONJ")


def with_label(tokens: Iterable[Token], *labels: str) -> list[Token]:
    """Return the tokens that have one of these dependency labels, in their order."""
    return [token for token in tokens if token.dep_ in labels]


def with_word(tokens: Iterable[Token], *words: str) -> list[Token]:
    """Return the tokens that are one of these words in small letters, in their order."""
    return [token for token in tokens if token.lower_ in words]


def any_label(tokens: Iterable[Token], *labels: str) -> bool:
    """Return whether one of the tokens has one of these dependency labels."""
    return any(token.dep_ in labels for token in tokens)


def any_word(tokens: Iterable[Token], *words: str) -> bool:
    """Return whether one of the tokens is one of these words in small letters."""
    return any(token.lower_ in words for token in tokens)


def objects_of(verb: Token) -> list[Token]:
    """Return the direct objects of a verb."""
    return with_label(verb.children, *OBJECTS)


def governed_by(prep: Token) -> list[Token]:
    """Return the objects of a preposition, without those coordinated with them."""
    return with_label(prep.children, "pobj")


def prepositions_of(token: Token, *words: str) -> list[Token]:
    """Return the prepositions of a verb or noun; only those among `words`, if there are any."""
    prepositions = with_label(token.children, "prep")
    return with_word(prepositions, *words) if words else prepositions


def objects_after(token: Token, *words: str) -> list[Token]:
    """Return the objects of the prepositions of a verb or noun that are among some words."""
    prepositions = with_word(token.children, *words)
    return [noun for prep in prepositions for noun in governed_by(prep)]


def possessors(noun: Token) -> list[Token]:
    """Return the possessors of a noun: "Acme" in "Acme's founder"."""
    return with_label(noun.lefts, "poss")


def is_object(noun: Token) -> bool:
    """Return whether a noun is the direct object of a verb."""
    return noun.dep_ in OBJECTS


def is_recipient(token: Token) -> bool:
    """Return whether a token is the indirect object of a verb without a preposition."""
    return token.dep_ == "dative" and token.pos_ != "ADP"


def is_preposition(token: Token) -> bool:
    """Return whether a token is a preposition that leads to an argument or adjunct."""
    return token.dep_ in ("prep", "dative") and token.pos_ in PREPOSITIONAL
