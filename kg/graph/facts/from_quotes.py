"""Quotes of the readings become quotations of the graph."""

from collections.abc import Iterable
from hashlib import sha256

from kg.graph.ontology import LinkedMentions
from kg.model import Mention, Quotation, Quote, Reading


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
    speaker = _id(quote.speaker, linked)
    addressee = _id(quote.addressee, linked)
    if not speaker:
        return None
    passage = quote.passage
    place = f"{passage.article} {passage.start} {passage.end}"
    digest = sha256(place.encode()).hexdigest()[:16]
    return Quotation(
        f"quotation/{digest}",
        " ".join(quote.text.split()),
        quote.evidence,
        speaker=speaker,
        addressee="" if addressee == speaker else addressee,
        date=_date(quote.when),
        indirect=quote.indirect,
        factuality=quote.factuality,
        rule=quote.rule,
    )


def _id(mention: Mention | None, linked: LinkedMentions) -> str:
    """Return the id of the entity of a mention, empty if it is nobody known."""
    entity = linked.of(mention) if mention is not None else None
    return entity.id if entity is not None else ""


def _date(mention: Mention | None) -> str:
    """Return the single date of a mention, empty if it has none."""
    time = mention.time if mention is not None else None
    if time is None or not time.is_point:
        return ""
    return time.start
