"""Steps through a dependency tree that several passes of coreference take."""

from collections.abc import Set

from spacy.tokens import Token


def first_child(token: Token, *links: str) -> Token | None:
    """Return the first child that one of the links ties to a token, None if there is none."""
    return next((child for child in token.children if child.dep_ in links), None)


def has_child(token: Token, *links: str) -> bool:
    """Return whether one of the links ties a child to a token."""
    return first_child(token, *links) is not None


def has_word(token: Token, words: Set[str]) -> bool:
    """Return whether one of the words, in small letters, hangs on a token."""
    return any(child.lower_ in words for child in token.children)


def possessor(noun: Token) -> Token | None:
    """Return the word that says whose a noun is: "her" in "her brother"; None without one."""
    return next((child for child in noun.lefts if child.dep_ == "poss"), None)


def is_subject_of_clause(token: Token) -> bool:
    """Return whether a token is the subject of a clause, and no clause itself."""
    return token.dep_ in ("nsubj", "nsubjpass")


def is_inside_phrase(token: Token) -> bool:
    """Return whether a token stands before the noun that it describes, as in "Danish ships"."""
    return token.dep_ in ("amod", "compound", "nmod")
