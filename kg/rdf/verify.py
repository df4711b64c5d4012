"""Checks that every quoted passage is exactly what the stored text has, and every text the one that
was read.
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

CONTEXT, BEGIN, END, ANCHOR = (
    term(f"nif:{name}") for name in ("referenceContext", "beginIndex", "endIndex", "anchorOf")
)
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
    files = [(GRAPH_FILE, graph)]
    files += [
        (name, list(read_triples(folder / name)))
        for name in (REFUSALS_FILE, MENTIONS_FILE)
        if (folder / name).is_file()
    ]
    for name, triples in files:
        faults += [f"{name}: {fault}" for fault in _passage_faults(triples, texts)]
    return faults


def _texts(graph: Iterable[Triple], folder: Path) -> tuple[Texts, list[str]]:
    """Return the text of each document by its IRI, and the faults of the texts."""
    triples = list(graph)
    digest_of = {
        spelt(triple.subject): spelt(triple.object)
        for triple in triples
        if triple.predicate == SHA256
    }
    texts, faults = {}, []
    for iri, name in text_files(triples).items():
        try:
            data = (folder / name).read_bytes()
            texts[iri] = data.decode("utf-8")
        except OSError as error:
            faults.append(f"{name}: the text of {iri} cannot be read: {error.strerror}")
            continue
        except UnicodeDecodeError as error:
            faults.append(
                f"{name}: the text of {iri} is not UTF-8: {error.reason} at byte {error.start}"
            )
            continue
        if digest_of.get(iri) != hashlib.sha256(data).hexdigest():
            faults.append(
                f"{name}: not the text that was read: its SHA-256 is not the kg:sha256 of {iri}"
            )
    return texts, faults


def _passage_faults(triples: Iterable[Triple], texts: Texts) -> Iterator[str]:
    passages: dict[str, Parts] = {}
    for subject, predicate, value in triples:
        if predicate in PARTS:
            passages.setdefault(spelt(subject), {})[predicate] = spelt(value)
    for iri in sorted(passages):
        fault = _fault(passages[iri], texts)
        if fault:
            yield f"{iri}: {fault}"


def _fault(parts: Parts, texts: Texts) -> str:
    """Return what is wrong with one passage, in words; empty if nothing is."""
    if parts.keys() != PARTS:
        return "a passage needs nif:referenceContext, nif:beginIndex, nif:endIndex and nif:anchorOf"
    context, begin, end, anchor = (parts[part] for part in (CONTEXT, BEGIN, END, ANCHOR))
    text = texts.get(context)
    if text is None:
        return f"there is no text of its document {context}"
    if not (
        OFFSET.fullmatch(begin) and OFFSET.fullmatch(end) and int(begin) < int(end) <= len(text)
    ):
        return f"{begin} to {end} is no stretch of a text of {len(text)} characters"
    found = text[int(begin) : int(end)]
    return "" if found == anchor else f"the text has {found[:SHOWN]!r}, not {anchor[:SHOWN]!r}"
