"""An `Article` made of a text.

Its id comes from its content, its metadata from what the text shows; furniture is marked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from anyascii import anyascii

from kg.model import Article, Passage
from kg.paths import AnyStrings, listed_strings
from kg.text.read.front import Front, front_of, headline_of
from kg.text.read.furniture import furniture_of
from kg.text.read.headers import Header, header_of, masthead_of
from kg.text.read.language import language_of
from kg.text.read.layout import Layout, laid_out
from kg.text.read.lines import Line, Place, covered, lines_of, merged, without
from kg.text.read.markup import markup_of

SLUG = 60  # characters of the readable part of an id


def article(
    text: str,
    *,
    source: str = "",
    headline: str = "",
    published: str = "",
    publisher: str = "",
    authors: AnyStrings = (),
    url: str = "",
) -> Article:
    """Return the article of a text, which is kept as it is: every offset counts its code points.

    What is given stands; what is not is read from the text. `published` is an ISO date. The id is
    made of the title (or the name at the end of `source`) and the hash of the text, wherever the
    text lies.

    >>> lines = ["Bridge closed in Oslo", "March 1, 2008", "The city closed a bridge."]
    >>> found = article((chr(10) * 2).join(lines))
    >>> found.headline, found.published, found.id
    ('Bridge closed in Oslo', '2008-03-01', 'bridge-closed-in-oslo-2d0c69ea')
    """
    layout = laid_out(text)
    marked = list(_markup(text, layout))
    header = _header(text, layout)
    front, title, furniture = _parts(layout, marked, header)
    places = set(front.places)
    if title:
        places.add(title.place)
        headline = headline or title.text
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    key = f"{slug(headline or _stem(source))}-{digest[:8]}"
    return Article(
        id=key,
        text=text,
        source=source,
        sha256=digest,
        headline=headline,
        published=published or header.published or front.published,
        publisher=publisher or header.publisher or front.publisher,
        authors=tuple(filter(None, listed_strings(authors))) or header.authors or front.authors,
        language=language_of(layout.text),
        url=url or header.url or front.url,
        furniture=tuple(map(layout.given, merged(furniture, layout.text, key))),
        front=tuple(map(layout.given, _passages(places, key))),
        written_in=tuple(map(layout.given, _passages(front.written_in, key))),
    )


def _parts(
    layout: Layout, marked: Sequence[Place], header: Header
) -> tuple[Front, Line | None, list[Place]]:
    """Return the front matter, title and furniture of a text as it is read, with its markup."""
    shown = lines_of(layout.text)
    lines = without(without(shown, covered(shown, marked)), header.places)
    front = front_of(lines)
    rest = without(lines, front.apart)
    furniture = [*furniture_of(rest), *front.apart, *marked, *header.places]
    masthead = masthead_of(without(rest, furniture_of(rest)))
    if masthead is not None:
        outlet, line = masthead
        furniture.append(line.place)
        front = replace(front, publisher=outlet or front.publisher)
    return front, headline_of(rest, furniture) or header.title, furniture


def _header(text: str, layout: Layout) -> Header:
    """Return the header of a text, with its places in the text as it is read.

    It is found in the text as given, whose lines are its own."""
    header = header_of(lines_of(text))
    places = [layout.read(Passage("", *place)) for place in header.places]
    title = header.title
    if title is not None:
        place = layout.read(Passage("", *title.place))
        title = Line(place.start, place.end, title.text)
    return replace(header, title=title, places=tuple((place.start, place.end) for place in places))


def as_read(article: Article, layout: Layout) -> Article:
    """Return an article with its text and passages as they are read, without their layout."""
    return replace(
        article,
        text=layout.text,
        furniture=_read(article.furniture, layout),
        front=_read(article.front, layout),
        written_in=_read(article.written_in, layout),
    )


def _read(passages: Iterable[Passage], layout: Layout) -> tuple[Passage, ...]:
    """Return some passages as they are read, without those of which nothing is left."""
    places = map(layout.read, passages)
    return tuple(place for place in places if place.start < place.end)


def slug(name: str) -> str:
    """Return a readable piece of an IRI: small ASCII letters, figures and hyphens; never empty.

    >>> slug("Zürich’s 3rd “Bridge”")
    'zurichs-3rd-bridge'
    """
    words = re.findall(r"[a-z0-9]+", anyascii(name[: 4 * SLUG]).lower().replace("'", ""))
    whole = "-".join(words)
    if len(whole) <= SLUG:
        return whole or "article"
    kept = whole[:SLUG]
    return kept.rpartition("-")[0] or kept


def _markup(text: str, layout: Layout) -> Iterator[Place]:
    """Yield the places of markup in a text as it is read.

    It is found in the text as given, whose lines are its own."""
    for passage in merged(markup_of(lines_of(text)), text, ""):
        place = layout.read(passage)
        yield place.start, place.end


def _stem(source: str) -> str:
    """Return the name at the end of a source without its ending."""
    name = source.rpartition("/")[2]
    return name.rpartition(".")[0] or name


def _passages(places: Iterable[Place], key: str) -> Iterator[Passage]:
    """Yield the passages at some places, in text order, without empty ones."""
    for start, end in sorted(places):
        if start < end:
            yield Passage(key, start, end)
