"""The highlights in the texts of articles: the places that mention things.

The builder wrote these down; without its file, names of things are looked for in the texts. Offsets
of highlights count UTF-16 code units, as JavaScript does.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from pyoxigraph import Triple

from kg.view.evidence import CHARACTERS, passage_of
from kg.view.kinds import NAMELESS
from kg.view.page_model import Document, NumberByIri, Thing, ThingByIri
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


Offsets = Callable[[int], int]
HighlightsByDocument = Mapping[str, Sequence[Highlight]]  # by IRI


def utf16_offsets(text: str) -> Offsets:
    """Return a function that counts the UTF-16 code units before a code point of a text.

    >>> utf16_offsets("a😀b")(2)
    3
    """
    astral = [match.start() for match in ASTRAL.finditer(text)]
    if not astral:
        return lambda offset: offset
    return lambda offset: offset + bisect_left(astral, offset)


def highlights_of_names(
    document: Document, things: ThingByIri, index: NumberByIri
) -> list[Highlight]:
    """Return a highlight for each name in a text of a thing that the article mentions.

    The longest name counts, and none overlap.
    """
    owner: dict[str, int] = {}
    for iri in reversed(document.mentions):
        if iri in index:
            names = _names(things[iri])
            owner |= dict.fromkeys(names, index[iri])
    text = document.text
    if not owner or not text:
        return []
    highlights = []
    for match in _any_of(owner).finditer(text):
        thing = owner[match[0]]
        highlight = Highlight(*match.span(), thing)
        highlights.append(highlight)
    return list(_in_utf16(highlights, text))


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for whole names, the longest one first."""
    ordered = sorted(names)
    ordered.sort(key=len, reverse=True)
    alternatives = "|".join(map(re.escape, ordered))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")


def _names(thing: Thing) -> Iterator[str]:
    """Yield the names by which a thing is looked for in texts."""
    if thing.kind in NAMELESS:
        return
    for name in (thing.name, *thing.aliases):
        if len(name) >= SHORTEST_NAME:
            yield name


def highlights_of_mentions(
    mentions: Triples, documents: Iterable[Document], index: NumberByIri
) -> HighlightsByDocument:
    """Return the highlights of each document from a graph of mentions."""
    return highlights_at(_mentioned(mentions), documents, index)


def mentions_in(documents: Set[str], triples: Iterable[Triple]) -> Iterator[Triple]:
    """Yield the triples of a graph of mentions, except for passages in other documents.

    There may be millions of those.
    """
    for triple in triples:
        iri = getattr(triple.subject, "value", "")
        passage = CHARACTERS.match(iri)
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
    places: Iterable[MentionedAt], documents: Iterable[Document], index: NumberByIri
) -> HighlightsByDocument:
    """Return the highlights of each document at these places, by start, longer ones first.

    They may lie in one another.
    """
    found = defaultdict[str, set[Highlight]](set)
    for document, start, end, thing in places:
        if thing in index:
            highlight = Highlight(start, end, index[thing])
            found[document].add(highlight)
    highlights = {}
    for article in documents:
        own = found.get(article.iri)
        if own and article.text:
            ordered = sorted(own, key=_by_place)
            marks = _in_utf16(ordered, article.text)
            highlights[article.iri] = list(marks)
    return highlights


def _by_place(highlight: Highlight) -> Highlight:
    """Return a key that puts the longer ones first among those that start together."""
    start, end, thing = highlight
    return Highlight(start, -end, thing)


def _in_utf16(highlights: Iterable[Highlight], text: str) -> Iterator[Highlight]:
    """Yield highlights with offsets as JavaScript counts them."""
    at = utf16_offsets(text)
    for start, end, thing in highlights:
        yield Highlight(at(start), at(end), thing)
