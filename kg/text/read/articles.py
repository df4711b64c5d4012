"""An `Article` made of a text.

Its id comes from its content, its metadata from what its file says and the text shows; furniture is
marked.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

from anyascii import anyascii

from kg.model import Article, Passage
from kg.paths import AnyStrings, listed_strings
from kg.text.read.documents import Metadata, Origin, merged
from kg.text.read.front import Front, front_of
from kg.text.read.furniture import furniture_of
from kg.text.read.headers import Header, header_of, headline_of, masthead_of
from kg.text.read.languages import language_of
from kg.text.read.layout import Layout, laid_out
from kg.text.read.lines import Line, Place, Places, covered, lines_of, without
from kg.text.read.lines import merged as merged_places
from kg.text.read.markup import markup_of
from kg.text.read.moments import moment

SLUG = 60  # characters of the readable part of an id

Passages = tuple[Passage, ...]


class Parts(NamedTuple):
    """The front matter, the title and the places of furniture around the body of a text."""

    front: Front
    title: Line | None
    furniture: list[Place]


def article(
    text: str,
    *,
    source: str = "",
    headline: str = "",
    published: str = "",
    publisher: str = "",
    authors: AnyStrings = (),
    url: str = "",
    section: str = "",
    told: Iterable[Metadata] = (),
) -> Article:
    """Return the article of a text, which is kept as it is: every offset counts its code points.

    What is given stands, then what is `told` by the file that the text comes from; the rest is read
    from the text. `published` is a date, with its time of day or without. The id is
    made of the title (or the name at the end of `source`) and the hash of the text, wherever the
    text lies.

    >>> lines = ["Bridge closed in Oslo", "March 1, 2008", "The city closed a bridge."]
    >>> found = article((chr(10) * 2).join(lines))
    >>> found.headline, found.published, found.id
    ('Bridge closed in Oslo', '2008-03-01', 'bridge-closed-in-oslo-2d0c69ea')
    """
    layout = laid_out(text)
    header = _header(text, layout)
    parts = _parts(text, layout, header)
    day, instant = moment(published)
    names = tuple(filter(None, listed_strings(authors)))
    given = Metadata(
        Origin.GIVEN, headline, day or published, instant, publisher, names, url, section
    )
    best, origins = merged([given, *told, _of_prose(parts, header)])
    described = replace(_described(text, source, best), metadata_from=origins)
    return _laid_out(described, layout, parts)


def _described(text: str, source: str, best: Metadata) -> Article:
    """Return an article with its id and the best that is known of it."""
    content = text.encode("utf-8", "surrogatepass")
    digest = sha256(content).hexdigest()
    name = slug(best.headline or _stem(source))
    return Article(
        id=f"{name}-{digest[:8]}",
        text=text,
        source=source,
        sha256=digest,
        headline=best.headline,
        published=best.published,
        publisher=best.publisher,
        authors=best.authors,
        url=best.url,
        section=best.section,
        published_at=best.published_at,
        identifier=best.identifier,
        modified=best.modified,
    )


def _laid_out(article: Article, layout: Layout, parts: Parts) -> Article:
    """Return an article with its language, and the passages around its body."""
    front, title, furniture = parts
    places = set(front.places)
    if title:
        places.add(title.place)
    return replace(
        article,
        language=language_of(layout.text),
        furniture=_given(merged_places(furniture, layout.text), layout, article.id),
        front=_given(places, layout, article.id),
        written_in=_given(front.written_in, layout, article.id),
    )


def _of_prose(parts: Parts, header: Header) -> Metadata:
    """Return what the text itself says of an article."""
    front, title, _ = parts
    return Metadata(
        Origin.PROSE,
        headline=title.text if title else "",
        published=header.published or front.published,
        publisher=header.publisher or front.publisher,
        authors=header.authors or front.authors,
        url=header.url or front.url,
    )


def _parts(text: str, layout: Layout, header: Header) -> Parts:
    """Return what is around the body of a text as it is read."""
    markup = _markup(text, layout)
    lines = _lines_of_article(layout.text, markup, header)
    front = front_of(lines)
    rest = without(lines, front.apart)
    of_site = list(furniture_of(rest))
    body = without(rest, of_site)
    furniture = [*markup, *header.places, *front.apart, *of_site]
    masthead = masthead_of(body)
    if masthead is not None:
        furniture.append(masthead.line.place)
        publisher = masthead.outlet or front.publisher
        front = replace(front, publisher=publisher)
    title = headline_of(rest, furniture) or header.title
    return Parts(front, title, furniture)


def _lines_of_article(text: str, markup: Places, header: Header) -> list[Line]:
    """Return the lines of a text as it is read that are neither markup nor of its header."""
    lines = lines_of(text)
    starts = covered(lines, markup)
    unmarked = without(lines, starts)
    return without(unmarked, header.places)


def _header(text: str, layout: Layout) -> Header:
    """Return the header of a text, with its places in the text as it is read.

    It is found in the text as given, whose lines are its own."""
    header = header_of(lines_of(text))
    places = tuple(_as_read(place, layout) for place in header.places)
    title = header.title
    if title is None:
        return replace(header, places=places)
    start, end = _as_read(title.place, layout)
    moved = Line(start, end, title.text)
    return replace(header, title=moved, places=places)


def _markup(text: str, layout: Layout) -> list[Place]:
    """Return the places of markup in a text as it is read.

    It is found in the text as given, whose lines are its own."""
    lines = lines_of(text)
    places = merged_places(markup_of(lines), text)
    return [_as_read(place, layout) for place in places]


def _as_read(place: Place, layout: Layout) -> Place:
    """Return where a place of a text as given is in the text as it is read."""
    given = Passage("", *place)
    read = layout.read(given)
    return read.start, read.end


def _given(places: Places, layout: Layout, article: str) -> Passages:
    """Return the passages of an article as given that are at some places of it as it is read.

    They are in text order, without empty ones.
    """
    passages = []
    for start, end in sorted(places):
        if start < end:
            passage = Passage(article, start, end)
            passages.append(layout.given(passage))
    return tuple(passages)


def as_read(article: Article, layout: Layout) -> Article:
    """Return an article with its text and passages as they are read, without their layout."""
    return replace(
        article,
        text=layout.text,
        furniture=_read(article.furniture, layout),
        front=_read(article.front, layout),
        written_in=_read(article.written_in, layout),
    )


def _read(passages: Iterable[Passage], layout: Layout) -> Passages:
    """Return some passages as they are read, without those of which nothing is left."""
    kept = []
    for passage in passages:
        place = layout.read(passage)
        if place.start < place.end:
            kept.append(place)
    return tuple(kept)


def slug(name: str) -> str:
    """Return a readable piece of an IRI: small ASCII letters, figures and hyphens; never empty.

    >>> slug("Zürich’s 3rd “Bridge”")
    'zurichs-3rd-bridge'
    """
    beginning = anyascii(name[: 4 * SLUG])
    letters = beginning.lower().replace("'", "")
    words = re.findall(r"[a-z0-9]+", letters)
    whole = "-".join(words)
    if len(whole) <= SLUG:
        return whole or "article"
    kept = whole[:SLUG]
    shorter, _, _ = kept.rpartition("-")
    return shorter or kept


def _stem(source: str) -> str:
    """Return the name at the end of a source without its ending."""
    _, _, name = source.rpartition("/")
    stem, _, _ = name.rpartition(".")
    return stem or name
