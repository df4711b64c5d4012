"""The evidence of facts, events and quotations: passages, speakers, confidence, rules."""

import re
from collections.abc import Iterable, Iterator
from operator import attrgetter

from kg.view.page_model import Evidence, Passage
from kg.view.triples import Triples
from kg.vocabulary import compact

WHOLE = re.compile(r"[0-9]{1,9}")  # more figures than any article has characters
CHARACTERS = re.compile(r"^(?P<document>.+)#char=(?P<start>\d+),(?P<end>\d+)$")
by_place = attrgetter("document", "start", "end")


def evidence_of(triples: Triples, node: str) -> Evidence:
    """Return the evidence of a statement, event or quotation."""
    passages: list[Passage] = []
    sources: list[str] = []
    for origin in triples.nodes(node, "prov:wasDerivedFrom"):
        passage = passage_of(triples, origin)
        if passage:
            passages.append(passage)
        else:
            name = triples.text(origin, "rdfs:label")
            sources.append(name or origin)
    passages.sort(key=by_place)
    factuality = compact(triples.node(node, "kg:factuality"))
    confidence = triples.text(node, "kg:confidence")
    return Evidence(
        factuality=factuality.removeprefix("kg:"),
        confidence=number(confidence),
        rules=triples.texts(node, "kg:rule"),
        speakers=triples.nodes(node, "prov:wasAttributedTo"),
        articles=_count_articles(triples, node, passages),
        passages=tuple(passages),
        sources=tuple(sources),
        decided=tuple(_decisions(triples, node)),
    )


def _decisions(triples: Triples, node: str) -> Iterator[str]:
    """Yield what people decided about a node, in words: what, who, when and why."""
    for decision in triples.nodes(node, "kg:decidedBy"):
        what = triples.text(decision, "rdfs:label")
        who = triples.text(decision, "dcterms:creator")
        when = triples.text(decision, "dcterms:created")
        why = triples.text(decision, "rdfs:comment")
        words = f"{what} ({who}, {when})"
        yield f"{words}: {why}" if why else words


def _count_articles(triples: Triples, node: str, passages: Iterable[Passage]) -> int:
    """Return how many articles say so: what the graph says, else as many as have passages."""
    counted = triples.text(node, "kg:sourceCount")
    if WHOLE.fullmatch(counted):
        return int(counted)
    documents = {passage.document for passage in passages}
    return len(documents)


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
        start = start or fragment["start"]
        end = end or fragment["end"]
    if not (WHOLE.fullmatch(start) and WHOLE.fullmatch(end)):
        return None
    text = triples.text(node, "nif:anchorOf")
    return Passage(document, int(start), int(end), text)


def number(text: str) -> float | None:
    """Return a decimal as a number; None if it is none.

    >>> number("0.93"), number("high")
    (0.93, None)
    """
    try:
        return float(text) if text else None
    except ValueError:
        return None
