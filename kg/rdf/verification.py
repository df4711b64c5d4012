"""Verification of the evidence.

Every quoted passage is exactly what the stored text has, and every text is the one that was read.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
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
NOT_WHOLE = "a passage needs nif:referenceContext, nif:beginIndex, nif:endIndex and nif:anchorOf"
OFFSET = re.compile(r"[0-9]{1,9}")  # more figures than any article has characters
SHOWN = 60  # characters of a passage in a message

Texts = Mapping[str, str]
Triples = Sequence[Triple]
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
        file = folder / name
        if file.is_file():
            triples = read_triples(file)
            faults += _passage_faults(name, triples, texts)
    return faults


def _texts(triples: Triples, folder: Path) -> tuple[Texts, list[str]]:
    """Return the text of each document by its IRI, and the faults of the texts."""
    sum_of = _sums(triples)
    texts = {}
    faults = []
    for iri, name in text_files(triples).items():
        try:
            data = (folder / name).read_bytes()
            texts[iri] = data.decode("utf-8")
        except OSError as error:
            fault = f"the text of {iri} cannot be read: {error.strerror}"
        except UnicodeDecodeError as error:
            reason = f"{error.reason} at byte {error.start}"
            fault = f"the text of {iri} is not UTF-8: {reason}"
        else:
            if sha256(data).hexdigest() == sum_of.get(iri):
                continue
            fault = f"not the text that was read: its SHA-256 is not the kg:sha256 of {iri}"
        faults.append(f"{name}: {fault}")
    return texts, faults


def _sums(triples: Triples) -> dict[str, str]:
    """Return the SHA-256 of each document by its IRI, as the graph has it."""
    sum_of = {}
    for triple in triples:
        if triple.predicate == SHA256:
            iri = spelt(triple.subject)
            sum_of[iri] = spelt(triple.object)
    return sum_of


def _passage_faults(name: str, triples: Iterable[Triple], texts: Texts) -> Iterator[str]:
    """Yield the faults of the passages in one file."""
    passages = _passages(triples)
    for iri in sorted(passages):
        fault = _fault(passages[iri], texts)
        if fault:
            yield f"{name}: {iri}: {fault}"


def _passages(triples: Iterable[Triple]) -> dict[str, Parts]:
    """Return the parts of each passage by its IRI."""
    passages: dict[str, Parts] = defaultdict(dict)
    for subject, predicate, value in triples:
        if predicate in PARTS:
            iri = spelt(subject)
            passages[iri][predicate] = spelt(value)
    return passages


def _fault(parts: Parts, texts: Texts) -> str:
    """Return the fault of one passage, in words; empty if there is none."""
    if parts.keys() != PARTS:
        return NOT_WHOLE
    context, begin, end = parts[CONTEXT], parts[BEGIN], parts[END]
    text = texts.get(context)
    if text is None:
        return f"there is no text of its document {context}"
    words = _stretch(text, begin, end)
    if words is None:
        return f"{begin} to {end} is no stretch of a text of {len(text)} characters"
    anchor = parts[ANCHOR]
    if words == anchor:
        return ""
    return f"the text has {words[:SHOWN]!r}, not {anchor[:SHOWN]!r}"


def _stretch(text: str, begin: str, end: str) -> str | None:
    """Return a stretch of a text; None for offsets that are none, or not in it."""
    if not OFFSET.fullmatch(begin) or not OFFSET.fullmatch(end):
        return None
    start, stop = int(begin), int(end)
    if start < stop <= len(text):
        return text[start:stop]
    return None
