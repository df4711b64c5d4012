"""The highlights in the texts of articles: the places that mention things.

The builder wrote these down; without its file, names of things are looked for in the texts. Offsets
of highlights count UTF-16 code units, as JavaScript does.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import NamedTuple

from pyoxigraph import Triple

from kg.view.evidence import CHARACTERS, passage_of
from kg.view.kinds import NAMELESS
from kg.view.page_model import Document, Thing
from kg.view.triples import Triples
from kg.vocabulary import expand

# The IRI of a document, start and end in code points, the IRI of the thing that is mentioned there.
MentionedAt = tuple[str, int, int, str]

TRIGGER = expand("kg:Trigger")  # the words of an event, no thing
ASTRAL = re.compile("[\U00010000-\U0010ffff]")  # characters of two UTF-16 code units
SHORTEST_NAME = 2  # letters; single letters stand in too many words


class Highlight(NamedTuple):
    """A stretch of a text that mentions a thing (its index)."""

    start: int
    end: int
    thing: int


def utf16_offsets(text: str) -> Callable[[int], int]:
    """Return a function that counts the UTF-16 code units before a code point of a text.

    >>> utf16_offsets("a😀b")(2)
    3
    """
    astral = [match.start() for match in ASTRAL.finditer(text)]
    if not astral:
        return lambda offset: offset
    return lambda offset: offset + bisect_left(astral, offset)


def highlights_of_names(
    document: Document, things: Mapping[str, Thing], index: Mapping[str, int]
) -> list[Highlight]:
    """Return a highlight for each name in a text of a thing that the article mentions.

    The longest name counts, and none overlap.
    """
    owner: dict[str, int] = {}
    for iri in reversed(document.mentions):
        if iri in index:
            owner |= dict.fromkeys(_names(things[iri]), index[iri])
    if not owner or not document.text:
        return []
    longest_first = sorted(owner, key=lambda name: (-len(name), name))
    names = "|".join(map(re.escape, longest_first))
    at = utf16_offsets(document.text)
    highlights: list[Highlight] = []
    for match in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", document.text):
        start, end = map(at, match.span())
        highlights.append(Highlight(start, end, owner[match[0]]))
    return highlights


def _names(thing: Thing) -> Iterator[str]:
    if thing.kind not in NAMELESS:
        yield from (name for name in (thing.name, *thing.aliases) if len(name) >= SHORTEST_NAME)


def highlights_of_mentions(
    mentions: Triples, documents: Iterable[Document], index: Mapping[str, int]
) -> Mapping[str, list[Highlight]]:
    """Return the highlights of each document (IRI) from a graph of mentions."""
    return highlights_at(_mentioned(mentions), documents, index)


def mentions_in(documents: Set[str], triples: Iterable[Triple]) -> Iterator[Triple]:
    """Yield the triples of a graph of mentions, except for passages in other documents.

    There may be millions of those.
    """
    for triple in triples:
        passage = CHARACTERS.match(getattr(triple.subject, "value", ""))
        if passage is None or passage["document"] in documents:
            yield triple


def _mentioned(mentions: Triples) -> Iterator[MentionedAt]:
    """Yield the places that mention things, not those that only tell an event."""
    for node in mentions.of_class("nif:RFC5147String"):
        if TRIGGER in mentions.nodes(node, "kg:mentionType"):
            continue
        passage = passage_of(mentions, node)
        if passage:
            thing = mentions.node(node, "itsrdf:taIdentRef")
            yield passage.document, passage.start, passage.end, thing


def highlights_at(
    places: Iterable[MentionedAt], documents: Iterable[Document], index: Mapping[str, int]
) -> Mapping[str, list[Highlight]]:
    """Return the highlights of each document (IRI) at these places, by start, longer ones first.

    They may lie in one another.
    """
    texts = {document.iri: document.text for document in documents}
    highlights: dict[str, set[Highlight]] = {}
    for document, start, end, thing in places:
        if thing in index and texts.get(document):
            highlights.setdefault(document, set()).add(Highlight(start, end, index[thing]))
    return {
        document: list(_in_utf16(_ordered(found), texts[document]))
        for document, found in sorted(highlights.items())
    }


def _ordered(highlights: Iterable[Highlight]) -> list[Highlight]:
    return sorted(highlights, key=lambda mark: (mark.start, -mark.end, mark.thing))


def _in_utf16(highlights: Iterable[Highlight], text: str) -> Iterator[Highlight]:
    at = utf16_offsets(text)
    for start, end, thing in highlights:
        yield Highlight(at(start), at(end), thing)
