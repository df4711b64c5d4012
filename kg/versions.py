"""Versions of one article: the newest stands for all, so that what was corrected is told no more.

Versions have one id that somebody gave, or one address, and share their words. What only looks like
a version stays: an address may be that of a whole site, the number of a row that of another table.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from urllib.parse import urldefrag, urlsplit

from courlan import normalize_url

from kg.graph.sources import runs_of, shared_part
from kg.model import Article, stem_of

# Of the runs of three words of the shorter text. Reports of one event share a tenth.
LEAST_SHARED = 0.5
LEAST_SHARED_UNDER_ONE_HEADLINE = 0.2  # rewritten; two texts of a daily column share little
MOST = 50  # articles of one address or id; what more have is the address of a site
SITE = "www."
DAY = len("2024-03-14")

Key = tuple[str, str]  # what it is that versions have in common, and its value


@dataclass(frozen=True, slots=True)
class Replaced:
    """An article, and the newer version that stands for it."""

    article: Article
    newer: Article


@dataclass(frozen=True, slots=True)
class Unsure:
    """An article that may be a version of another one, which is not sure; both stay.

    `is_alike` says that they share their words, and only their order is not known.
    """

    article: Article
    other: Article
    is_alike: bool


def versions(articles: Iterable[Article]) -> list[Replaced | Unsure]:
    """Return which articles a newer version replaces, and which may have one that is not sure.

    The order of the articles makes no difference.
    """
    replaced: dict[str, Replaced] = {}
    unsure: dict[str, Unsure] = {}
    for group in _groups(articles):
        for found in _compared(group):
            article = found.article.id
            if isinstance(found, Unsure):
                unsure.setdefault(article, found)
            elif article not in replaced or _is_before(replaced[article].newer, found.newer):
                replaced[article] = found
    open_ones = [each for each in unsure.values() if not _ids(each) & replaced.keys()]
    return sorted([*replaced.values(), *open_ones], key=lambda found: found.article.id)


def _ids(found: Unsure) -> set[str]:
    return {found.article.id, found.other.id}


def _groups(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Yield the articles that have an id or an address in common, by their own ids."""
    alike: dict[Key, list[Article]] = defaultdict(list)
    for article in articles:
        for key in _keys(article):
            alike[key].append(article)
    for key in sorted(alike):
        if 1 < len(alike[key]) <= MOST:
            yield sorted(alike[key], key=lambda article: article.id)


def _keys(article: Article) -> Iterator[Key]:
    """Yield what all versions of an article have."""
    if article.identifier:
        yield "id", article.identifier
    address = address_key(article.url)
    if address:
        yield "address", address


def address_key(url: str) -> str:
    """Return what the ways to write one address have in common; empty for that of a whole site.

    >>> address_key("http://www.example.org/a/?utm_source=feed#top")
    'example.org/a'
    >>> address_key("https://example.org/")
    ''
    """
    try:
        plain = normalize_url(urldefrag(url).url, trailing_slash=False)
        parts = urlsplit(plain)
    except ValueError:
        return ""
    path = parts.path.rstrip("/")
    is_of_site = not path and not parts.query
    if is_of_site or not parts.netloc:
        return ""
    host = parts.netloc.removeprefix(SITE)
    return f"{host}{path}?{parts.query}".removesuffix("?")


def _compared(group: Sequence[Article]) -> Iterator[Replaced | Unsure]:
    """Yield what is to be said of each two articles of a group."""
    runs = {article.id: runs_of(article) for article in group}
    for one, other in combinations(group, 2):
        is_of_headline = stem_of(one.id) == stem_of(other.id)
        asked = LEAST_SHARED_UNDER_ONE_HEADLINE if is_of_headline else LEAST_SHARED
        is_alike = shared_part(runs[one.id], runs[other.id]) >= asked
        if is_alike and _is_before(one, other):
            yield Replaced(one, other)
        elif is_alike and _is_before(other, one):
            yield Replaced(other, one)
        else:
            yield Unsure(other, one, is_alike)


def _is_before(one: Article, other: Article) -> bool:
    """Return whether one version is surely older than another one."""
    was, now = _moment(one), _moment(other)
    if not was or not now:
        return False
    if "T" in was and "T" in now:
        first, second = datetime.fromisoformat(was), datetime.fromisoformat(now)
        if (first.tzinfo is None) == (second.tzinfo is None):
            return first < second
    was, now = was[:DAY], now[:DAY]
    return was < now and not now.startswith(was)


def _moment(article: Article) -> str:
    """Return when a version was made, as precisely as it is said; empty if it is not."""
    return article.modified or article.published_at or article.published
