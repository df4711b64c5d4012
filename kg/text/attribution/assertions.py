"""The standing of a claim in its text: how far it is asserted, and who says it.

The speaker behind a clause is found by quotation marks, verbs of saying and "according to".
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Assertion, Factuality, Quote
from kg.text.attribution.factuality import factuality
from kg.text.attribution.speech_verbs import SAYING, source_of, speaker_of
from kg.text.parse import children_with
from kg.text.syntax import Document

DENYING = word_set("verbs", "saying-no")
OPINION = word_set("verbs", "saying-opinion")
REPORTED = frozenset({"ccomp", "parataxis"})  # dependencies of a clause under a verb of saying
ASSERTED = Assertion(Factuality.ASSERTED, None)


def assertion(verb: Token, document: Document) -> Assertion:
    """Return how a clause stands: by its own signs first, then by who reports it."""
    if verb.i not in document.assertion_at:
        document.assertion_at[verb.i] = _assertion(verb, document)
    return document.assertion_at[verb.i]


def _assertion(verb: Token, document: Document) -> Assertion:
    """Return how a clause stands, worked out anew."""
    own = factuality(verb)
    source = attribution(verb, document)
    if source is None:
        return Assertion(own, None)
    is_plain = own is Factuality.ASSERTED
    return Assertion(source.factuality if is_plain else own, source.speaker)


def presupposed(noun: Token, document: Document) -> Assertion:
    """Return how far what a noun phrase takes for granted is asserted ("Acme's founder, Ann Bolt").

    Only a direct quotation makes it reported. Such phrases keep their truth under negation and
    modals ("The founder, Ann Bolt, did not come").
    """
    quote = _quote_around(noun, document)
    return ASSERTED if quote is None else Assertion(Factuality.REPORTED, quote.speaker)


def attribution(token: Token, document: Document) -> Assertion | None:
    """Return the attribution of the clause around a token, None if the article itself says it.

    The innermost wins: a quotation, then the verb of saying above the clause, then "according to"
    in the sentence.
    """
    quote = _quote_around(token, document)
    if quote is not None:
        return Assertion(Factuality.REPORTED, quote.speaker)
    return _reporting_verb(token, document) or _according_to(token, document)


def _quote_around(token: Token, document: Document) -> Quote | None:
    """Return the first direct quotation around a token, None outside of all."""
    for quote in document.quotes:
        if quote.indirect:
            continue
        if quote.passage.start <= token.idx < quote.passage.end:
            return quote
    return None


def _reporting_verb(token: Token, document: Document) -> Assertion | None:
    """Return what the nearest verb of saying makes of the token's clause, None without one."""
    for clause in _clauses_above(token):
        if clause.dep_ not in REPORTED:
            continue
        lemma = clause.head.lemma_.lower()
        if lemma in SAYING:
            return Assertion(_factuality_under(lemma), speaker_of(clause.head, document))
    return None


def _factuality_under(lemma: str) -> Factuality:
    """Return how far a clause under a verb of saying is asserted."""
    if lemma in DENYING:
        return Factuality.DENIED
    return Factuality.POSSIBLE if lemma in OPINION else Factuality.REPORTED


def _clauses_above(token: Token) -> Iterator[Token]:
    """Yield the token and its governors up to the root, nearest first."""
    yield token
    yield from token.ancestors


def _according_to(token: Token, document: Document) -> Assertion | None:
    """Return the attribution to X by "according to X" at a clause above the token, None without."""
    for clause in _clauses_above(token):
        for child in children_with(clause, words={"according"}):
            source = source_of(child)
            if source is None or token in child.subtree:
                continue
            return Assertion(Factuality.REPORTED, document.referent(source))
    return None
