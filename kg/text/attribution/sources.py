"""Who says it: the speaker behind a clause, from quotation marks, verbs of saying and "according to"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Assertion, Factuality, Mention
from kg.text.parse import is_passive, subjects
from kg.text.syntax import Document

# Verbs that introduce what somebody says; each reports its content as that speaker's.
SAYING = word_set("verbs", "saying")
# Verbs of saying that may stand with a direct quotation only, or deny what follows.
DENYING = word_set("verbs", "saying-no")
OPINION = word_set("verbs", "saying-opinion")


def attribution(token: Token, document: Document) -> Assertion | None:
    """The attribution of the clause around a token; nothing where the article itself says it.

    The innermost wins: a quotation, then the verb of saying above the clause, then "according to" in the sentence.
    """
    for quote in document.quotes:
        if not quote.indirect and quote.passage.start <= token.idx < quote.passage.end:
            return Assertion(Factuality.REPORTED, quote.speaker)
    return _reporting_verb(token, document) or _according_to(token, document)


def _reporting_verb(token: Token, document: Document) -> Assertion | None:
    """The nearest verb of saying that the token's clause is the content of."""
    for clause in _clauses_above(token):
        verb = clause.head
        if clause.dep_ not in ("ccomp", "parataxis") or verb.lemma_.lower() not in SAYING:
            continue
        if verb.lemma_.lower() in DENYING:
            return Assertion(Factuality.DENIED, speaker_of(verb, document))
        reported = Factuality.POSSIBLE if verb.lemma_.lower() in OPINION else Factuality.REPORTED
        return Assertion(reported, speaker_of(verb, document))
    return None


def _clauses_above(token: Token) -> Iterator[Token]:
    """The token and its governors up to the root, nearest first."""
    while True:
        yield token
        if token.head == token:
            return
        token = token.head


def speaker_of(verb: Token, document: Document) -> Mention | None:
    """The mention that speaks: the subject of a verb of saying, or the agent of its passive."""
    if is_passive(verb):
        agents = (
            pobj
            for by in verb.children
            if by.dep_ == "agent"
            for pobj in by.children
            if pobj.dep_ == "pobj"
        )
        return next((m for m in map(document.thing, agents) if m is not None), None)
    own = subjects(verb)
    if not own and verb.dep_ == "conj":
        return speaker_of(verb.head, document)
    return next((m for m in map(document.thing, own) if m is not None), None)


def _according_to(token: Token, document: Document) -> Assertion | None:
    """ "according to X" (or "in the words of", "citing X") at a clause above the token."""
    for clause in _clauses_above(token):
        for child in clause.children:
            source = _source(child)
            if source is not None and not _inside(token, child):
                return Assertion(Factuality.REPORTED, document.thing(source))
    return None


def _source(word: Token) -> Token | None:
    """X in "according to X"."""
    if word.lower_ != "according":
        return None
    for to in word.children:
        if to.lower_ == "to":
            return next((c for c in to.children if c.dep_ == "pobj"), None)
    return None


def _inside(token: Token, ancestor: Token) -> bool:
    """True where the token lies in the subtree of the ancestor."""
    return ancestor in _clauses_above(token)
