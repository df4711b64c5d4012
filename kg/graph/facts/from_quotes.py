"""Quotes of the readings to quotations of the graph."""

from collections.abc import Iterable
from hashlib import sha256

from kg.graph.ontology import LinkedMentions
from kg.model import Quotation, Quote, Reading


def quotations(reading: Reading, world: LinkedMentions) -> list[Quotation]:
    """The quotations of one article whose speaker is known, in text order."""
    return [quotation for quote in reading.quotes for quotation in _quotation(quote, world)]


def in_order(found: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """Quotations sorted by id; of those with one id the last."""
    by_id = {quotation.id: quotation for quotation in found}
    return tuple(by_id[key] for key in sorted(by_id))


def _quotation(quote: Quote, world: LinkedMentions) -> Iterable[Quotation]:
    """The quotation of one quote: nothing where nobody known says it."""
    speaker = world.of(quote.speaker) if quote.speaker is not None else None
    if speaker is None:
        return
    addressee = world.of(quote.addressee) if quote.addressee is not None else None
    place = quote.passage
    mark = sha256(f"{place.article} {place.start} {place.end}".encode()).hexdigest()[:16]
    time = quote.when.time if quote.when is not None else None
    yield Quotation(
        f"quotation/{mark}",
        " ".join(quote.text.split()),
        quote.evidence,
        speaker=speaker.id,
        addressee=addressee.id if addressee is not None and addressee is not speaker else "",
        date=time.start if time is not None and time.is_point else "",
        indirect=quote.indirect,
        factuality=quote.factuality,
        rule=quote.rule,
    )
