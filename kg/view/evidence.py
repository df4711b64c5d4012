"""Reads the evidence of facts, events and quotations: passages, speakers, confidence, rules."""

import re

from kg.view.content import Evidence, Passage
from kg.view.triples import Triples
from kg.vocabulary import compact

WHOLE = re.compile(r"[0-9]{1,9}")  # more figures than any article has characters
CHARACTERS = re.compile(r"^(?P<document>.+)#char=(?P<start>\d+),(?P<end>\d+)$")


def evidence_of(triples: Triples, node: str) -> Evidence:
    """The evidence that hangs on a statement, event or quotation."""
    origins = triples.nodes(node, "prov:wasDerivedFrom")
    passages = [passage_of(triples, origin) for origin in origins]
    confidence = triples.text(node, "kg:confidence")
    articles = triples.text(node, "kg:sourceCount")
    found = sorted((p for p in passages if p), key=lambda p: (p.document, p.start, p.end))
    return Evidence(
        factuality=compact(triples.node(node, "kg:factuality")).removeprefix("kg:"),
        confidence=number(confidence),
        rules=triples.texts(node, "kg:rule"),
        speakers=triples.nodes(node, "prov:wasAttributedTo"),
        articles=int(articles) if WHOLE.fullmatch(articles) else len({p.document for p in found}),
        passages=tuple(found),
        sources=tuple(
            triples.text(origin, "rdfs:label") or origin for origin, p in zip(origins, passages, strict=True) if p is None
        ),
    )


def passage_of(triples: Triples, node: str) -> Passage | None:
    """The passage that a node is, from its offsets or its RFC 5147 fragment; None where it is none."""
    document = triples.node(node, "nif:referenceContext")
    start, end = triples.text(node, "nif:beginIndex"), triples.text(node, "nif:endIndex")
    named = None if document and start and end else CHARACTERS.match(node)
    if named:
        document, start, end = document or named["document"], start or named["start"], end or named["end"]
    if not (document and WHOLE.fullmatch(start) and WHOLE.fullmatch(end)):
        return None
    return Passage(document, int(start), int(end), triples.text(node, "nif:anchorOf"))


def number(text: str) -> float | None:
    """A decimal as a number; None where it is none.

    >>> number("0.93"), number("high")
    (0.93, None)
    """
    try:
        return float(text) if text else None
    except ValueError:
        return None
