"""Quotes of the readings become quotations of the graph."""

from collections.abc import Iterable
from hashlib import sha256

from kg.graph.facts.mention_values import day_of, id_of
from kg.graph.ontology import LinkedMentions
from kg.model import Passage, Quotation, Quote, Reading


def quotations(reading: Reading, linked: LinkedMentions) -> list[Quotation]:
    """Return the quotations of one article whose speaker is known, in text order."""
    found: list[Quotation] = []
    for quote in reading.quotes:
        speaker = id_of(quote.speaker, linked)
        if speaker:
            quotation = _quotation(quote, speaker, linked)
            found.append(quotation)
    return found


def in_order(made: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """Return quotations sorted by id; of those with one id the last."""
    by_id: dict[str, Quotation] = {}
    for quotation in made:
        by_id[quotation.id] = quotation
    return tuple(by_id[name] for name in sorted(by_id))


def _quotation(quote: Quote, speaker: str, linked: LinkedMentions) -> Quotation:
    """Return the quotation of one quote by somebody known."""
    words = quote.text.split()
    addressee = id_of(quote.addressee, linked)
    if addressee == speaker:
        addressee = ""
    return Quotation(
        _id(quote.passage),
        " ".join(words),
        quote.evidence,
        speaker=speaker,
        addressee=addressee,
        date=day_of(quote.when),
        indirect=quote.indirect,
        factuality=quote.factuality,
        rule=quote.rule,
    )


def _id(passage: Passage) -> str:
    """Return the id of the quotation of a passage."""
    place = f"{passage.article} {passage.start} {passage.end}"
    digest = sha256(place.encode())
    local = digest.hexdigest()[:16]
    return f"quotation/{local}"
