"""Questions about a dependency tree that several rooms ask.

Labels are those of spaCy's English models (CLEAR style); `kg.text.parse.labels` names them. A
condition on children is the set of their dependencies, or of their words in small letters; without
one, any will do.
"""

from collections.abc import Collection, Iterator

from spacy.tokens import Span, Token

from kg.lang.en import word_values
from kg.model import Passage
from kg.text.parse.labels import (
    CLAUSES,
    LEFT_OF_NOUN,
    PASSIVE_DEPENDENTS,
    SUBJECTS,
    VERBS,
)

PARTS_OF_A_FINITE_VERB = SUBJECTS | {"aux"}
LEMMA_OF_FORM = word_values("verbs", "lemma-of-misread-form")


def verb_lemma(verb: Token) -> str:
    """Return the lemma of a verb in small letters, mended if the model's is known to be wrong."""
    return LEMMA_OF_FORM.get(verb.lower_, verb.lemma_.lower())


def children_with(
    token: Token, *deps: str, words: Collection[str] | None = None
) -> Iterator[Token]:
    """Yield the children of a token that have one of some dependencies, in text order.

    With no dependency, those with any. `words` narrows them to these words, in small letters.
    """
    for child in token.children:
        if deps and child.dep_ not in deps:
            continue
        if words is None or child.lower_ in words:
            yield child


def has_child(token: Token, *deps: str, words: Collection[str] | None = None) -> bool:
    """Return whether a token has a child with one of some dependencies and one of some words."""
    return any(True for _ in children_with(token, *deps, words=words))


def first_child(token: Token, *deps: str, words: Collection[str] | None = None) -> Token | None:
    """Return the first child with one of some dependencies and one of some words, or None."""
    return next(children_with(token, *deps, words=words), None)


def objects_of(governor: Token, *deps: str) -> list[Token]:
    """Return the objects of a verb or preposition, in text order; `deps` asks for other kinds.

    Direct objects of a verb, and what hangs on a preposition as its noun.
    """
    return list(children_with(governor, *(deps or ("dobj", "pobj"))))


def objects_after(governor: Token, *prepositions: str) -> list[Token]:
    """Return the nouns after some prepositions of a word: "coast", after "off", in "off the coast".

    The prepositions are asked for in small letters; with none, those after any preposition.
    """
    links = children_with(governor, "prep", "agent", words=prepositions or None)
    return [noun for link in links for noun in children_with(link, "pobj")]


def possessors(noun: Token) -> list[Token]:
    """Return the owners before a noun, in text order: "Lund" of "Lund's bridge", "his"."""
    return list(children_with(noun, "poss"))


def governor_of(noun: Token, *prepositions: str) -> Token | None:
    """Return what the preposition before a noun hangs on: "mayor" for "Lima" of "mayor of Lima".

    None if the noun is not the object of one of these prepositions; with none given, any will do.
    """
    link = noun.head
    if noun.dep_ != "pobj" or (prepositions and link.lower_ not in prepositions):
        return None
    return link.head


def conjunction_root(token: Token) -> Token:
    """Return the first of the words that a word is coordinated with: "Lund" for "Berg" in "Lund and
    Berg"; the word itself if there is none.
    """
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def subjects(verb: Token) -> list[Token]:
    """Return the subjects of a verb itself, in text order, without those of clauses around it."""
    return list(children_with(verb, *SUBJECTS))


def is_passive(verb: Token) -> bool:
    """Return whether a verb is passive.

    So are "was arrested", a bare participle with an agent ("owned by"), and "freed" in "was
    arrested and freed".
    """
    links = {child.dep_ for child in verb.children}
    if links & PASSIVE_DEPENDENTS:
        return True
    if verb.tag_ != "VBN" or links & PARTS_OF_A_FINITE_VERB:
        return False
    is_coordinated = verb.dep_ == "conj" and verb.head != verb
    return is_coordinated and is_passive(verb.head)


def conjuncts(token: Token) -> Iterator[Token]:
    """Yield the token and all that is coordinated with it after it ("Smith and his daughter").

    They come in text order. Unlike `Token.conjuncts` it never goes back up, so an object shared by
    two verbs is not taken for a third verb.
    """
    yield token
    for child in children_with(token, "conj"):
        if not subjects(child):
            yield from conjuncts(child)


def neighbour(token: Token, by: int) -> Token | None:
    """Return the token so many places after another (before it, if negative); None beyond the text.

    `Token.nbor` raises there, and many a text ends without a full stop.
    """
    at = token.i + by
    return token.doc[at] if 0 <= at < len(token.doc) else None


def clause_of(token: Token) -> Token:
    """Return the verb (or predicate) of the smallest clause around a token."""
    while token.head != token:
        if token.pos_ in VERBS and token.dep_ in CLAUSES:
            return token
        token = token.head
    return token


def noun_phrase(head: Token) -> Span:
    """Return the base noun phrase of a noun: from its first modifier on the left to itself."""
    modifiers = [child for child in head.lefts if child.dep_ in LEFT_OF_NOUN]
    left = min((modifier.left_edge.i for modifier in modifiers), default=head.i)
    return head.doc[left : head.i + 1]


def passage_of(span: Span | Token, article: str) -> Passage:
    """Return the passage of a span or token in the article's text."""
    if isinstance(span, Token):
        return Passage(article, span.idx, span.idx + len(span))
    return Passage(article, span.start_char, span.end_char)


def trimmed(span: Span, article: str) -> Passage:
    """Return the passage of a span without the blank tokens at its ends.

    That of its last token if it is all blank.
    """
    filled = [token.i for token in span if not token.is_space]
    if not filled:
        return passage_of(span[-1:], article)
    start, last = filled[0], filled[-1]
    return passage_of(span.doc[start : last + 1], article)
