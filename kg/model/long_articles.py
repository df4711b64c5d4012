"""Pieces of a long article that are read one by one, and their readings put together again.

Rules of grammar and coreference look around in a text. What they look at must not grow with it
without end, or a book would take hours, and a text made for that purpose days. An article of news
is one piece.

A reading of a piece is moved: all its passages are placed in the whole text. So is the reading of a
tidied copy of a text.
"""

import re
from collections.abc import (
    Callable,
    Iterable,
    Iterator,
)
from dataclasses import replace
from functools import partial

from kg.model.reading import (
    Chain,
    Claim,
    NamedDate,
    Quote,
    Reading,
)
from kg.model.text import (
    Article,
    Mention,
    Passage,
)

LONGEST_PIECE = 50_000  # characters; about 8,000 words, ten times as many as an article of news has
PARAGRAPH_END = re.compile(r"\n\s*")
SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]?\s+(?=[^\sa-z])")
WORD_END = re.compile(r"\s+")
Passages = tuple[Passage, ...]
Place = Callable[[Passage], Passage]  # the place in one text of a passage of another


def pieces(article: Article) -> Iterator[tuple[int, Article]]:
    """Yield the pieces of an article, each with the offset at which it starts.

    They are as few as can be, cut behind a paragraph if possible. Each is an article of the same
    name whose offsets count from its own start.
    """
    start = 0
    for end in _ends(article.text):
        piece = replace(
            article,
            text=article.text[start:end],
            furniture=_inside(article.furniture, start, end),
            front=_inside(article.front, start, end),
            written_in=_inside(article.written_in, start, end),
        )
        yield start, piece
        start = end


def joined(article: Article, readings: Iterable[tuple[int, Reading]]) -> Reading:
    """Return the reading of an article from those of its pieces, each with its piece's offset.

    A thing that two pieces speak of has a chain in each.
    """
    chains: list[Chain] = []
    claims: list[Claim] = []
    quotes: list[Quote] = []
    dates: list[NamedDate] = []
    for start, reading in readings:
        place = partial(_later, by=start)
        piece = moved(reading, article, place, before=len(chains))
        chains += piece.chains
        claims += piece.claims
        quotes += piece.quotes
        dates += piece.dates
    return Reading(article, tuple(chains), tuple(claims), tuple(quotes), tuple(dates))


def _later(passage: Passage, *, by: int) -> Passage:
    return Passage(passage.article, passage.start + by, passage.end + by)


def _ends(text: str) -> Iterator[int]:
    """Yield the offsets at which the pieces of a text end."""
    start = 0
    while len(text) - start > LONGEST_PIECE:
        start = _end(text, start)
        yield start
    yield len(text)


def _end(text: str, start: int) -> int:
    """Return the end of the piece that begins at `start`.

    It is the last end in its second half of a paragraph, else of a sentence, or a word.
    """
    middle = start + LONGEST_PIECE // 2
    limit = start + LONGEST_PIECE
    for pattern in (PARAGRAPH_END, SENTENCE_END, WORD_END):
        last = 0
        for match in pattern.finditer(text, middle, limit):
            last = match.end()
        if last:
            return last
    return limit


def _inside(passages: Iterable[Passage], start: int, end: int) -> Passages:
    """Return the parts of passages that lie in a piece, counted from its start."""
    parts: list[Passage] = []
    for passage in passages:
        if end <= passage.start:
            continue
        if passage.end <= start:
            continue
        first = max(passage.start, start)
        last = min(passage.end, end)
        part = Passage(passage.article, first - start, last - start)
        parts.append(part)
    return tuple(parts)


# --------------------------------------------------------------------------------- moved readings


def moved(reading: Reading, article: Article, place: Place, *, before: int = 0) -> Reading:
    """Return a reading of another text as one of `article`.

    `before` chains of others will stand before its chains.
    """
    chains = [_chain(chain, place, before) for chain in reading.chains]
    claims = [_claim(claim, place) for claim in reading.claims]
    quotes = [_quote(quote, place) for quote in reading.quotes]
    dates = [_date(date, place) for date in reading.dates]
    return Reading(article, tuple(chains), tuple(claims), tuple(quotes), tuple(dates))


def moved_mention(mention: Mention, place: Place) -> Mention:
    """Return a mention in another place."""
    passage = mention.passage
    head = Passage(passage.article, mention.head, mention.head + 1)
    whole = 0
    if mention.whole:
        extent = place(mention.extent)
        whole = extent.end
    return replace(mention, passage=place(passage), head=place(head).start, whole=whole)


def _maybe(mention: Mention | None, place: Place) -> Mention | None:
    if mention is None:
        return None
    return moved_mention(mention, place)


def _chain(chain: Chain, place: Place, before: int) -> Chain:
    mentions = [moved_mention(mention, place) for mention in chain.mentions]
    members = [number + before for number in chain.members]
    apart = [number + before for number in chain.apart]
    return replace(chain, mentions=tuple(mentions), members=tuple(members), apart=tuple(apart))


def _date(date: NamedDate, place: Place) -> NamedDate:
    mention = moved_mention(date.mention, place)
    return NamedDate(mention, place(date.sentence))


def _claim(claim: Claim, place: Place) -> Claim:
    roles = [replace(role, mention=moved_mention(role.mention, place)) for role in claim.roles]
    seen = [replace(role, mention=moved_mention(role.mention, place)) for role in claim.seen]
    parent = claim.parent
    return replace(
        claim,
        roles=tuple(roles),
        seen=tuple(seen),
        trigger=place(claim.trigger),
        evidence=place(claim.evidence),
        speaker=_maybe(claim.speaker, place),
        parent=None if parent is None else place(parent),
    )


def _quote(quote: Quote, place: Place) -> Quote:
    return replace(
        quote,
        passage=place(quote.passage),
        evidence=place(quote.evidence),
        speaker=_maybe(quote.speaker, place),
        addressee=_maybe(quote.addressee, place),
        when=_maybe(quote.when, place),
    )
