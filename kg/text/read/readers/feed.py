"""Feeds (RSS, Atom): an article for each item, in full if the feed has it, else its summary.

Sources: https://www.rssboard.org/rss-specification, RFC 4287 (Atom)
"""

import io
from collections.abc import Iterator
from typing import Any

import feedparser

from kg.text.read.documents import Document, Metadata, Origin, Settings
from kg.text.read.fields import short
from kg.text.read.forms import NotTextError
from kg.text.read.headers import authors_in
from kg.text.read.moments import Moment, moment
from kg.text.read.pieces import Data, Fault
from kg.text.read.readers.html import plain_text
from kg.text.read.readers.records import with_headline

PLAIN = "text/plain"
# Items of a feed; a usual one has some dozens, and so many take a minute
MOST_ITEMS = 20_000
ITEMS = (b"<item", b"<entry")


def documents(data: Data, settings: Settings) -> Iterator[Document | Fault]:
    """Yield the articles in a feed, and remarks on items of which there is little or nothing.

    Raises `NotTextError` if there is no item.
    """
    count = sum(map(data.content.count, ITEMS))
    if count > MOST_ITEMS:
        raise NotTextError(f"has {count:,} items, more than the {MOST_ITEMS:,} of a feed: split it")
    file = io.BytesIO(data.content)  # what is no file might be taken for an address
    parsed = feedparser.parse(file, sanitize_html=False, resolve_relative_uris=False)
    if not parsed.entries:
        raise NotTextError("is a feed without items")
    publisher = short(parsed.feed.get("title", ""))
    short_ones = empty = 0
    for number, entry in enumerate(parsed.entries, start=1):
        text = _text(entry)
        if not text:
            empty += 1
            continue
        short_ones += "content" not in entry
        told = _told(entry, publisher)
        yield Document(with_headline(text, told), (told,), f"#item={number}")
    if empty:
        yield Fault(data.name, f"{empty:,} items have no text", lost=False)
    if short_ones:
        told_short = f"{short_ones:,} items have only a summary: save their pages with kg fetch"
        yield Fault(data.name, told_short, lost=False)


def _text(entry: Any) -> str:
    """Return the text of an item; empty if it has none."""
    contents = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    for content in contents:
        value = content.get("value", "")
        if value.strip():
            return value.strip() if content.get("type") == PLAIN else _plain(value)
    return ""


def _plain(value: str) -> str:
    """Return the text of HTML; empty if there is none in it."""
    if "<" not in value:
        return short_lines(value)
    try:
        return plain_text(value)
    except NotTextError:
        return ""


def short_lines(value: str) -> str:
    """Return a text in which no sign is written by its name."""
    import html

    return html.unescape(value).strip()


def _told(entry: Any, publisher: str) -> Metadata:
    """Return what a feed says of an item."""
    published = _published(entry)
    updated = moment(entry["updated"]) if "updated" in entry else Moment()
    authors = [author.get("name", "") for author in entry.get("authors", ())]
    tags = [tag.get("term") or "" for tag in entry.get("tags", ())]
    source = entry.get("source") or {}
    return Metadata(
        Origin.FEED,
        headline=short(entry.get("title", "")),
        published=published.day,
        published_at=published.instant,
        publisher=short(source.get("title") or publisher),
        authors=authors_in(short(", ".join(filter(None, authors)))),
        url=entry.get("link", ""),
        section=short(tags[0]) if tags else "",
        modified=updated.instant or updated.day,
    )


def _published(entry: Any) -> Moment:
    """Return when an item was published; if that is not said, when it was last changed."""
    published = moment(entry.get("published", ""))
    return published if published.day else moment(entry.get("updated", ""))
