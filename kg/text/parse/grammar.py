"""Questions about a dependency tree that several rooms ask. Labels are those of spaCy's English models (CLEAR style)."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.model import Passage

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
PASSIVE = frozenset({"auxpass", "nsubjpass", "agent"})  # what hangs on a passive verb
CLAUSES = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "parataxis", "pcomp", "csubj", "csubjpass"})
LEFT_OF_NOUN = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "predet", "quantmod", "npadvmod", "advmod"})


# The model's lemmatizer doubles back one letter too far on these.
LEMMA_OF_FORM = {"hopes": "hope", "hoped": "hope", "hoping": "hope", "planing": "plan", "bussed": "bus"}


def verb_lemma(verb: Token) -> str:
    """The lemma of a verb in small letters, mended where the model's is known to be wrong."""
    return LEMMA_OF_FORM.get(verb.lower_, verb.lemma_.lower())


def subjects(verb: Token) -> list[Token]:
    """The subjects of a verb itself, in text order, without those of the clauses around it."""
    return [child for child in verb.children if child.dep_ in SUBJECTS]


def is_passive(verb: Token) -> bool:
    """True for "was arrested", a bare participle with an agent ("owned by"), and "freed" in "was arrested and freed"."""
    links = {child.dep_ for child in verb.children}
    if links & PASSIVE:
        return True
    bare = verb.tag_ == "VBN" and "aux" not in links and not links & SUBJECTS
    return bare and verb.dep_ == "conj" and verb.head != verb and is_passive(verb.head)


def conjuncts(token: Token) -> Iterator[Token]:
    """The token and all that is coordinated with it after it, in text order ("Smith and his daughter").

    Unlike `Token.conjuncts` it never goes back up, so an object shared by two verbs is not taken for a third verb.
    """
    yield token
    for child in token.children:
        if child.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in child.children):
            yield from conjuncts(child)


def neighbour(token: Token, by: int) -> Token | None:
    """Return the token so many places after another (before it, if negative); None beyond the text.

    `Token.nbor` raises there, and many a text ends without a full stop.
    """
    at = token.i + by
    return token.doc[at] if 0 <= at < len(token.doc) else None


def clause_of(token: Token) -> Token:
    """The verb (or predicate) of the smallest clause around a token."""
    while token.head != token and not (token.pos_ in ("VERB", "AUX") and token.dep_ in CLAUSES):
        token = token.head
    return token


def noun_phrase(head: Token) -> Span:
    """The base noun phrase of a head noun: from its first modifier on the left to the head itself."""
    left = head.i
    for child in head.lefts:
        if child.dep_ in LEFT_OF_NOUN:
            left = min(left, child.left_edge.i)
    return head.doc[left : head.i + 1]


def passage_of(span: Span | Token, article: str) -> Passage:
    """The passage of a span or token in the article's text."""
    if isinstance(span, Token):
        return Passage(article, span.idx, span.idx + len(span))
    return Passage(article, span.start_char, span.end_char)


def trimmed(span: Span, article: str) -> Passage:
    """The passage of a span without the blank tokens at its ends; the span itself where it is all blank."""
    doc: Doc = span.doc
    start, end = span.start, span.end
    while start < end - 1 and doc[start].is_space:
        start += 1
    while end > start + 1 and doc[end - 1].is_space:
        end -= 1
    return passage_of(doc[start:end], article)
