"""Quotes of the readings to quotations of the graph."""

from collections.abc import Iterable
from hashlib import sha256

from kg.model import Quotation, Quote, Reading
from kg.ontology.world import World


def quotations(readings: Iterable[Reading], world: World) -> tuple[Quotation, ...]:
    """All quotations whose speaker is known, sorted by id."""
    found = {
        quotation.id: quotation for reading in readings for quote in reading.quotes for quotation in _quotation(quote, world)
    }
    return tuple(found[key] for key in sorted(found))


def _quotation(quote: Quote, world: World) -> Iterable[Quotation]:
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
