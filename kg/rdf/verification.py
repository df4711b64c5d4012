"""Verification of the evidence.

Every quoted passage is exactly what the stored text has, and every text is the one that was read.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pyoxigraph import NamedNode, Triple

from kg.rdf.graph_files import GRAPH_FILE, MENTIONS_FILE, REFUSALS_FILE, graph_file, text_files
from kg.rdf.iris import term
from kg.rdf.literals import spelt
from kg.rdf.store import read_triples

CONTEXT = term("nif:referenceContext")
BEGIN = term("nif:beginIndex")
END = term("nif:endIndex")
ANCHOR = term("nif:anchorOf")
PARTS = frozenset({CONTEXT, BEGIN, END, ANCHOR})
SHA256 = term("kg:sha256")
OFFSET = re.compile(r"[0-9]{1,9}")  # more figures than any article has characters
SHOWN = 60  # characters of a passage in a message

Texts = Mapping[str, str]
Parts = dict[NamedNode, str]


def verify(folder: str | Path) -> list[str]:
    """Return every fault in the evidence of a folder, in order of file and passage; empty if there
    is none.

    Checks graph.ttl, and refusals.ttl and mentions.ttl if they are there. Raises `GraphError` for a
    file that is no Turtle.
    """
    folder = Path(folder)
    graph_file(folder)
    graph = list(read_triples(folder / GRAPH_FILE))
    texts, faults = _texts(graph, folder)
    faults += _passage_faults(GRAPH_FILE, graph, texts)
    for name in (REFUSALS_FILE, MENTIONS_FILE):
        if (folder / name).is_file():
            faults += _passage_faults(name, read_triples(folder / name), texts)
    return faults


def _texts(triples: Iterable[Triple], folder: Path) -> tuple[Texts, list[str]]:
    """Return the text of each document by its IRI, and the faults of the texts."""
    triples = list(triples)
    sums = [triple for triple in triples if triple.predicate == SHA256]
    sum_of = {spelt(triple.subject): spelt(triple.object) for triple in sums}
    texts, faults = {}, []
    for iri, name in text_files(triples).items():
        try:
            data = (folder / name).read_bytes()
            texts[iri] = data.decode("utf-8")
        except OSError as error:
            faults.append(f"{name}: the text of {iri} cannot be read: {error.strerror}")
            continue
        except UnicodeDecodeError as error:
            reason = f"{error.reason} at byte {error.start}"
            faults.append(f"{name}: the text of {iri} is not UTF-8: {reason}")
            continue
        if sum_of.get(iri) != hashlib.sha256(data).hexdigest():
            other = f"its SHA-256 is not the kg:sha256 of {iri}"
            faults.append(f"{name}: not the text that was read: {other}")
    return texts, faults


def _passage_faults(name: str, triples: Iterable[Triple], texts: Texts) -> Iterator[str]:
    passages: dict[str, Parts] = {}
    for subject, predicate, value in triples:
        if predicate in PARTS:
            passages.setdefault(spelt(subject), {})[predicate] = spelt(value)
    for iri in sorted(passages):
        fault = _fault(passages[iri], texts)
        if fault:
            yield f"{name}: {iri}: {fault}"


def _fault(parts: Parts, texts: Texts) -> str:
    """Return the fault of one passage, in words; empty if there is none."""
    if parts.keys() != PARTS:
        return "a passage needs nif:referenceContext, nif:beginIndex, nif:endIndex and nif:anchorOf"
    context = parts[CONTEXT]
    text = texts.get(context)
    if text is None:
        return f"there is no text of its document {context}"
    words = _stretch(text, parts[BEGIN], parts[END])
    if words is None:
        stretch = f"{parts[BEGIN]} to {parts[END]}"
        return f"{stretch} is no stretch of a text of {len(text)} characters"
    anchor = parts[ANCHOR]
    if words == anchor:
        return ""
    return f"the text has {words[:SHOWN]!r}, not {anchor[:SHOWN]!r}"


def _stretch(text: str, begin: str, end: str) -> str | None:
    """Return a stretch of a text; None for offsets that are none, or not in it."""
    if not OFFSET.fullmatch(begin) or not OFFSET.fullmatch(end):
        return None
    start, stop = int(begin), int(end)
    return text[start:stop] if start < stop <= len(text) else None
