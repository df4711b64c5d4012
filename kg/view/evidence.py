"""The evidence of facts, events and quotations: passages, speakers, confidence, rules."""

import re

from kg.view.page_model import Evidence, Passage
from kg.view.triples import Triples
from kg.vocabulary import compact

WHOLE = re.compile(r"[0-9]{1,9}")  # more figures than any article has characters
CHARACTERS = re.compile(r"^(?P<document>.+)#char=(?P<start>\d+),(?P<end>\d+)$")


def evidence_of(triples: Triples, node: str) -> Evidence:
    """Return the evidence of a statement, event or quotation."""
    passages: list[Passage] = []
    sources: list[str] = []
    for origin in triples.nodes(node, "prov:wasDerivedFrom"):
        if passage := passage_of(triples, origin):
            passages.append(passage)
        else:
            sources.append(triples.text(origin, "rdfs:label") or origin)
    articles = triples.text(node, "kg:sourceCount")
    documents = {passage.document for passage in passages}
    return Evidence(
        factuality=compact(triples.node(node, "kg:factuality")).removeprefix("kg:"),
        confidence=number(triples.text(node, "kg:confidence")),
        rules=triples.texts(node, "kg:rule"),
        speakers=triples.nodes(node, "prov:wasAttributedTo"),
        articles=int(articles) if WHOLE.fullmatch(articles) else len(documents),
        passages=tuple(sorted(passages, key=lambda each: (each.document, each.start, each.end))),
        sources=tuple(sources),
    )


def passage_of(triples: Triples, node: str) -> Passage | None:
    """Return the passage that a node is; None if it is none.

    Its offsets are those of the graph, otherwise those of its RFC 5147 fragment.
    """
    document = triples.node(node, "nif:referenceContext")
    start = triples.text(node, "nif:beginIndex")
    end = triples.text(node, "nif:endIndex")
    if not (document and start and end):
        fragment = CHARACTERS.match(node)
        if fragment is None:
            return None
        document = document or fragment["document"]
        start, end = start or fragment["start"], end or fragment["end"]
    if not (WHOLE.fullmatch(start) and WHOLE.fullmatch(end)):
        return None
    return Passage(document, int(start), int(end), triples.text(node, "nif:anchorOf"))


def number(text: str) -> float | None:
    """Return a decimal as a number; None if it is none.

    >>> number("0.93"), number("high")
    (0.93, None)
    """
    try:
        return float(text) if text else None
    except ValueError:
        return None
