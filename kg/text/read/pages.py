"""Metadata that a web page has for machines: JSON-LD, OpenGraph and other <meta>.

Sources: https://schema.org/NewsArticle, https://ogp.me
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml.html import HtmlElement

from kg.text.read.documents import Metadata, Origin
from kg.text.read.fields import (
    Record,
    keyed,
    metadata,
    names_of_fields,
    plain,
    short,
    values,
)
from kg.text.read.tables import names, table

JSON_LD = "//script[contains(translate(@type, 'LDJSON', 'ldjson'), 'ld+json')]"
META = "//meta[@content]"
NAMES_OF_META = names("attributes", "of-meta")
CANONICAL = "//link[@rel='canonical']/@href"
HEADING = "//h1"
MOST_SCRIPTS = 50
DEEPEST = 4  # holders within holders
# Between a headline and the name of the site
SEPARATORS = "|–—:»•·-"
SEPARATED = re.compile(rf"\s+[{SEPARATORS}]+\s+")
TITLE = "//head/title/text()"
FOOT = "//footer"
MOST_WORDS_OF_SITE = 6


def told_by_page(tree: HtmlElement, url: str = "") -> Iterator[Metadata]:
    """Yield what a page says about its article, and the address at which it was found."""
    record = next(_articles(tree), None)
    if record is not None:
        yield metadata(record, names_of_fields("json-ld"), Origin.JSON_LD)
    yield _of_meta(tree)
    if url:
        yield Metadata(Origin.ARCHIVE, url=url)


def _articles(tree: HtmlElement) -> Iterator[Record]:
    """Yield the articles that the JSON-LD of a page describes."""
    for script in tree.xpath(JSON_LD)[:MOST_SCRIPTS]:
        try:
            content = json.loads(script.text_content(), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _articles_in(content)


def _articles_in(content: Any, depth: int = 0) -> Iterator[Record]:
    """Yield the articles in a value of JSON-LD, and in what holds several."""
    if depth > DEEPEST:
        return
    if isinstance(content, list):
        for each in content:
            yield from _articles_in(each, depth + 1)
    elif isinstance(content, dict):
        record = keyed(content)
        kinds = set(map(plain, values(record, "type")))
        if kinds & _kinds("article"):
            yield record
        for holder in _kinds("holders"):
            yield from _articles_in(record.get(holder), depth + 1)


def _kinds(name: str) -> set[str]:
    """Return some kinds of things in JSON-LD."""
    words: str = table("fields")["kinds"][name]
    return set(map(plain, words.split()))


def _of_meta(tree: HtmlElement) -> Metadata:
    """Return what the <meta> of a page say, and its canonical address."""
    record: dict[str, Any] = {}
    for element in tree.xpath(META):
        for attribute in NAMES_OF_META:
            name = plain(element.get(attribute, ""))
            if name:
                record.setdefault(name, []).append(element.get("content"))
    canonical: Iterable[str] = tree.xpath(CANONICAL)
    record.setdefault(plain("og:url"), []).extend(canonical)
    return metadata(record, names_of_fields("meta"), Origin.OPEN_GRAPH)


def headline_shown(tree: HtmlElement) -> str:
    """Return the only large heading of a page; empty if it has none, or several."""
    headings = {short(heading.text_content()) for heading in tree.xpath(HEADING)}
    headings.discard("")
    return headings.pop() if len(headings) == 1 else ""


def without_site(title: str, site: str) -> str:
    """Return the title of a page without the name of the site behind it.

    >>> without_site("Bridge closed | The Island Courier", "The Island Courier")
    'Bridge closed'
    """
    if not site or not title.endswith(site):
        return title
    return title.removesuffix(site).rstrip().rstrip(SEPARATORS).rstrip() or title


def site_in_title(tree: HtmlElement, headline: str) -> str:
    """Return the name of the site that the title of a page has behind the headline, if the foot of
    the page has it, too; else empty: it may be a section, or part of the headline.
    """
    title = short(" ".join(tree.xpath(TITLE)))
    rest = title.removeprefix(headline)
    if not headline or rest == title:
        return ""
    *before, site = SEPARATED.split(rest)
    foot = short(" ".join(element.text_content() for element in tree.xpath(FOOT)))
    is_name = bool(before) and 0 < len(site.split()) <= MOST_WORDS_OF_SITE
    return site if is_name and re.search(rf"\b{re.escape(site)}\b", foot) else ""
