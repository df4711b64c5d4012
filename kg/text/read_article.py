"""The language half on one screen: all that one article says, whatever the others say.

    parse ─▶ mentions ─▶ attribution.quotes ─▶ coref ─▶ relations.claims ─▶ │Reading│

It loads spaCy, which takes longer than a small build: `pipeline` imports it only if an article has
to be read.
"""

from collections.abc import Sequence

from spacy.tokens import Doc

from kg.choices import (
    DEFAULT_MODEL,
    DEFAULT_READER,
)
from kg.model import (
    LONGEST_PIECE,
    Article,
    Chain,
    Reading,
    joined,
    moved,
    pieces,
)
from kg.text.attribution import quotes
from kg.text.coref import chains
from kg.text.mentions import (
    mentions,
    publisher_mention,
)
from kg.text.parse import (
    load,
    parse,
    parse_all,
)
from kg.text.read import (
    as_read,
    laid_out,
)
from kg.text.reader import (
    load_reader,
    retyped,
    seen,
    with_opinions,
)
from kg.text.relations import (
    claims,
    named_dates,
)


def parsed(articles: Sequence[Article], *, model: str = DEFAULT_MODEL) -> list[Doc | None]:
    """Return the articles as documents, parsed together.

    None for each if one of them is so long that it is read in pieces. The text of a document is
    that of the article without its layout.
    """
    longest = max((len(article.text) for article in articles), default=0)
    if longest > LONGEST_PIECE:
        return [None] * len(articles)
    plain = [_plain(article) for article in articles]
    return list(parse_all(load(model), plain))


def _plain(article: Article) -> Article:
    """Return an article without its layout."""
    layout = laid_out(article.text)
    return as_read(article, layout)


def read_article(
    article: Article,
    *,
    model: str = DEFAULT_MODEL,
    reader: str = DEFAULT_READER,
    doc: Doc | None = None,
) -> Reading:
    """Return all that one article says; a very long one is read in pieces.

    What is read is its text without its layout; the passages of the reading are those of its own
    text. `doc` is what `parsed` gives for it.
    """
    layout = laid_out(article.text)
    plain = as_read(article, layout)
    reading = _read(plain, model=model, reader=reader, doc=doc)
    return moved(reading, article, layout.given) if layout.starts else reading


def _read(article: Article, *, model: str, reader: str, doc: Doc | None = None) -> Reading:
    """Return the reading of a text that has no layout."""
    if len(article.text) > LONGEST_PIECE:
        return _read_in_pieces(article, model=model, reader=reader)
    if doc is None:
        doc = parse(load(model), article)
    all_mentions = mentions(doc, article)
    quotations = quotes(doc, article, all_mentions)
    by_rules = chains(doc, article, all_mentions, quotations)
    network = seen(doc, all_mentions, by_rules, load_reader(reader))
    corrected = retyped(by_rules, network.predictions)
    judged = tuple(with_opinions(corrected, network))
    linked = _with_publisher(judged, article)
    claimed = claims(doc, article, all_mentions, quotations, linked, network)
    dates = named_dates(doc, article, all_mentions)
    return Reading(article, linked, claimed, quotations, dates)


def _read_in_pieces(article: Article, *, model: str, reader: str) -> Reading:
    """Return the reading of a very long text, joined from those of its pieces."""
    readings: list[tuple[int, Reading]] = []
    for start, part in pieces(article):
        reading = _read(part, model=model, reader=reader)
        readings.append((start, reading))
    return joined(article, readings)


def _with_publisher(linked: tuple[Chain, ...], article: Article) -> tuple[Chain, ...]:
    """Return the chains of an article, then that of its publisher, if the text does not name it."""
    publisher = publisher_mention(article)
    if publisher is None:
        return linked
    return (*linked, Chain((publisher,), publisher.type, publisher.text))
