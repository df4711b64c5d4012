"""How a claim stands in its text: its factuality and its speaker, from the verb that carries it."""

from spacy.tokens import Token

from kg.model import Assertion, Factuality
from kg.text.attribution.factuality import factuality
from kg.text.attribution.sources import attribution
from kg.text.syntax import Document

TOLD = Assertion(Factuality.ASSERTED, None)


def assertion(verb: Token, document: Document) -> Assertion:
    """The assertion of what a clause says: its own signs first, then who reports it."""
    if verb.i not in document.assertion_at:
        document.assertion_at[verb.i] = _assertion(verb, document)
    return document.assertion_at[verb.i]


def _assertion(verb: Token, document: Document) -> Assertion:
    own = factuality(verb)
    source = attribution(verb, document)
    if source is None:
        return Assertion(own, None)
    return Assertion(source.factuality if own is Factuality.ASSERTED else own, source.speaker)


def presupposed(noun: Token, document: Document) -> Assertion:
    """Return how far what a noun phrase takes for granted is asserted ("Acme's founder, Ann Bolt").

    Only a direct quotation makes it reported.
    Such phrases keep their truth under negation and modals ("The founder, Ann Bolt, did not come").
    """
    for quote in document.quotes:
        if not quote.indirect and quote.passage.start <= noun.idx < quote.passage.end:
            return Assertion(Factuality.REPORTED, quote.speaker)
    return TOLD
