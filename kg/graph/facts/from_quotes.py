"""Quotes of the readings become quotations of the graph."""

from collections.abc import Iterable
from hashlib import sha256

from kg.graph.ontology import LinkedMentions
from kg.model import Entity, Mention, Quotation, Quote, Reading


def quotations(reading: Reading, linked: LinkedMentions) -> list[Quotation]:
    """Return the quotations of one article whose speaker is known, in text order."""
    made = (_quotation(quote, linked) for quote in reading.quotes)
    return [quotation for quotation in made if quotation is not None]


def in_order(made: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """Return quotations sorted by id; of those with one id the last."""
    by_id = {quotation.id: quotation for quotation in made}
    return tuple(by_id[key] for key in sorted(by_id))


def _quotation(quote: Quote, linked: LinkedMentions) -> Quotation | None:
    """Return the quotation of one quote; None if nobody known says it."""
    speaker = _entity(quote.speaker, linked)
    if speaker is None:
        return None
    addressee = _entity(quote.addressee, linked)
    if addressee is speaker:
        addressee = None
    passage = quote.passage
    place = f"{passage.article} {passage.start} {passage.end}"
    digest = sha256(place.encode()).hexdigest()[:16]
    time = quote.when.time if quote.when is not None else None
    return Quotation(
        f"quotation/{digest}",
        " ".join(quote.text.split()),
        quote.evidence,
        speaker=speaker.id,
        addressee=addressee.id if addressee is not None else "",
        date=time.start if time is not None and time.is_point else "",
        indirect=quote.indirect,
        factuality=quote.factuality,
        rule=quote.rule,
    )


def _entity(mention: Mention | None, linked: LinkedMentions) -> Entity | None:
    return linked.of(mention) if mention is not None else None
