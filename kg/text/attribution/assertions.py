"""The standing of a claim in its text: how far it is asserted, and who says it.

By its own signs first, then by whom it comes from.
"""

from spacy.tokens import Token

from kg.model import Assertion, Factuality
from kg.text.attribution.factuality import factuality
from kg.text.attribution.sources import attribution, quote_around
from kg.text.syntax import Document

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
    is_denied = source.factuality is Factuality.DENIED and own is Factuality.POSSIBLE
    is_plain = own is Factuality.ASSERTED
    return Assertion(source.factuality if is_plain or is_denied else own, source.speaker)


def presupposed(noun: Token, document: Document) -> Assertion:
    """Return how far what a noun phrase takes for granted is asserted ("Acme's founder, Ann Bolt").

    Only a direct quotation makes it reported. Such phrases keep their truth under negation and
    modals ("The founder, Ann Bolt, did not come").
    """
    quote = quote_around(noun, document)
    return ASSERTED if quote is None else Assertion(Factuality.REPORTED, quote.speaker)
