"""Where the texts of articles speak of which things: as the builder wrote it down, or wherever a name stands.

Offsets here count UTF-16 code units, as JavaScript does.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import NamedTuple

import pyoxigraph as ox

from kg.view.content import Document, Thing
from kg.view.evidence import CHARACTERS, passage_of
from kg.view.triples import Triples

Place = tuple[str, int, int, str]  # the IRI of a document, start and end in code points, the IRI of a thing
ASTRAL = re.compile("[\U00010000-\U0010ffff]")  # characters of two UTF-16 code units
SHORTEST_NAME = 2  # letters; single letters stand in too many words


class Mark(NamedTuple):
    """A stretch of a text that speaks of a thing (its index)."""

    start: int
    end: int
    thing: int


def units(text: str) -> Callable[[int], int]:
    """How many UTF-16 code units stand before each code point of a text.

    >>> units("a😀b")(2)
    3
    """
    astral = [found.start() for found in ASTRAL.finditer(text)]
    if not astral:
        return lambda offset: offset
    return lambda offset: offset + bisect_left(astral, offset)


def name_marks(document: Document, things: Mapping[str, Thing], index: Mapping[str, int]) -> list[Mark]:
    """Every place of a text where a name of a thing stands that the article mentions; the longest name counts, none overlap."""
    owner = {name: index[iri] for iri in reversed(document.mentions) if iri in index for name in _names(things[iri])}
    if not owner or not document.text:
        return []
    names = "|".join(re.escape(name) for name in sorted(owner, key=lambda name: (-len(name), name)))
    found = re.finditer(rf"(?<!\w)(?:{names})(?!\w)", document.text)
    at = units(document.text)
    return [Mark(at(match.start()), at(match.end()), owner[match[0]]) for match in found]


def written_marks(mentions: Triples, documents: Iterable[Document], index: Mapping[str, int]) -> Mapping[str, list[Mark]]:
    """The marks of each document (IRI) that a graph of mentions tells of."""
    return given_marks(_written(mentions), documents, index)


def passages_in(documents: Set[str], triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """The triples of a graph of mentions without those of passages in other documents, of which there may be millions."""
    for triple in triples:
        passage = CHARACTERS.match(getattr(triple.subject, "value", ""))
        if passage is None or passage["document"] in documents:
            yield triple


def _written(mentions: Triples) -> Iterator[Place]:
    for node in mentions.of_class("nif:RFC5147String"):
        passage = passage_of(mentions, node)
        if passage:
            yield passage.document, passage.start, passage.end, mentions.node(node, "itsrdf:taIdentRef")


def given_marks(places: Iterable[Place], documents: Iterable[Document], index: Mapping[str, int]) -> Mapping[str, list[Mark]]:
    """The marks of each document (IRI) at these places, in order of start, longer ones first; they may lie in one another."""
    texts = {document.iri: document.text for document in documents}
    found: dict[str, set[Mark]] = {}
    for document, start, end, thing in places:
        if thing in index and texts.get(document):
            found.setdefault(document, set()).add(Mark(start, end, index[thing]))
    return {document: list(_in_units(_ordered(marks), texts[document])) for document, marks in sorted(found.items())}


def _names(thing: Thing) -> Iterator[str]:
    if thing.kind not in ("event", "article"):
        yield from (name for name in (thing.name, *thing.aliases) if len(name) >= SHORTEST_NAME)


def _ordered(marks: Iterable[Mark]) -> list[Mark]:
    return sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.thing))


def _in_units(marks: Iterable[Mark], text: str) -> Iterator[Mark]:
    at = units(text)
    return (Mark(at(mark.start), at(mark.end), mark.thing) for mark in marks)
