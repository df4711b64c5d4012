"""Makes an `Article` of a text.

Its id comes from its content, its metadata from what the text shows; furniture is marked."""

import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from anyascii import anyascii

from kg.model import Article, Passage
from kg.paths import AnyStrings, listed_strings
from kg.text.read.front import front_of, headline_of
from kg.text.read.furniture import furniture_of
from kg.text.read.language import language_of
from kg.text.read.layout import Layout, laid_out
from kg.text.read.lines import covered, lines_of, merged, without
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

    >>> found = article("Bridge closed in Oslo" + chr(10) * 2 + "March 1, 2008" + chr(10) * 2 + "The city closed a bridge.")
    >>> found.headline, found.published, found.id
    ('Bridge closed in Oslo', '2008-03-01', 'bridge-closed-in-oslo-2d0c69ea')
    """
    layout = laid_out(text)
    marked = list(_markup(text, layout))
    shown = lines_of(layout.text)
    lines = without(shown, covered(shown, marked))
    front = front_of(lines)
    rest = without(lines, front.apart)
    furniture = [*furniture_of(rest), *front.apart, *marked]
    title = headline_of(rest, furniture)
    places = [*front.places, *([(title.start, title.end)] if title else [])]
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    name = headline or (title.text if title else "") or _stem(source)
    key = f"{slug(name)}-{digest[:8]}"
    return Article(
        id=key,
        text=text,
        source=source,
        sha256=digest,
        headline=headline or (title.text if title else ""),
        published=published or front.published,
        publisher=publisher or front.publisher,
        authors=tuple(filter(None, listed_strings(authors))) or front.authors,
        language=language_of(layout.text),
        url=url or front.url,
        furniture=tuple(map(layout.given, merged(furniture, layout.text, key))),
        front=tuple(map(layout.given, _front(places, key))),
    )


def as_read(article: Article, layout: Layout) -> Article:
    """Return an article with its text and passages as they are read, without their layout."""
    furniture, front = (
        tuple(part for passage in passages if (part := layout.read(passage)).start < part.end)
        for passages in (article.furniture, article.front)
    )
    return replace(article, text=layout.text, furniture=furniture, front=front)


def slug(name: str) -> str:
    """Return a readable piece of an IRI: small ASCII letters, figures and hyphens; never empty.

    >>> slug("Zürich’s 3rd “Bridge”")
    'zurichs-3rd-bridge'
    """
    words = re.findall(r"[a-z0-9]+", anyascii(name[: 4 * SLUG]).lower().replace("'", ""))
    kept = "-".join(words)[:SLUG]
    return (kept if len("-".join(words)) <= SLUG else kept.rpartition("-")[0] or kept) or "article"


def _markup(text: str, layout: Layout) -> Iterator[tuple[int, int]]:
    """Yield the places of markup in a text as it is read.

    It is found in the text as given, whose lines are its own."""
    for passage in merged(markup_of(lines_of(text)), text, ""):
        place = layout.read(passage)
        yield place.start, place.end


def _stem(source: str) -> str:
    return source.rpartition("/")[2].rpartition(".")[0] or source.rpartition("/")[2]


def _front(places: list[tuple[int, int]], key: str) -> tuple[Passage, ...]:
    """Return the passages of the front matter, one a line."""
    return tuple(Passage(key, start, end) for start, end in sorted(set(places)) if start < end)
