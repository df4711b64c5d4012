"""One article as the passes see it: each mention with its head token, sentence, quotation, and its rank in the sentence."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from kg.model import Article, Kind, Mention, Passage, Quote
from kg.text.coref.pronoun_forms import PRONOUNS, Pronoun
from kg.text.parse import trimmed

CHAINED = frozenset({Kind.NAME, Kind.NOMINAL, Kind.PRONOUN})


@dataclass(frozen=True, slots=True)
class MentionNode:
    """One mention and where it stands. `quote` is the index of the direct quotation around it, -1 outside of all."""

    index: int
    mention: Mention
    token: Token
    sentence: int
    quote: int

    @property
    def pronoun(self) -> Pronoun | None:
        """What the pronoun demands; nothing for other mentions."""
        return (
            PRONOUNS.get(self.mention.text.lower()) if self.mention.kind is Kind.PRONOUN else None
        )


@dataclass(frozen=True)
class Page:
    """The mentions of an article in text order, and who can be found where. `spot_at` goes by head token."""

    doc: Doc
    article: Article
    spots: tuple[MentionNode, ...]
    spot_at: Mapping[int, MentionNode]
    quotes: Sequence[Quote]
    sentence_at: Sequence[int]
    covered: frozenset[int]

    @cached_property
    def by_sentence(self) -> Mapping[int, tuple[MentionNode, ...]]:
        """The mentions of each sentence that has any."""
        found: dict[int, list[MentionNode]] = {}
        for spot in self.spots:
            found.setdefault(spot.sentence, []).append(spot)
        return {number: tuple(spots) for number, spots in found.items()}

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """First token and end of each sentence."""
        return tuple((sent.start, sent.end) for sent in self.doc.sents)

    @cached_property
    def first_sentence(self) -> int:
        """The number of the first sentence that is neither headline, date line nor furniture of the site."""
        aside = (*self.article.front, *self.article.furniture)
        return next(
            (
                number
                for number, place in enumerate(self._places)
                if not any(_meet(place, each) for each in aside)
            ),
            0,
        )

    @property
    def _places(self) -> Iterator[Passage]:
        """The passages of the sentences, without blanks at their ends."""
        return (trimmed(self.doc[start:end], self.article.id) for start, end in self.sentences)

    @cached_property
    def speakers(self) -> frozenset[Mention]:
        """The mentions that are the speaker of a direct quotation."""
        return frozenset(quote.speaker for quote in self.quotes if quote.speaker is not None)

    @cached_property
    def index_of(self) -> Mapping[Mention, int]:
        """The place of a mention among the spots."""
        return {spot.mention: spot.index for spot in self.spots}

    def spot(self, token: Token) -> MentionNode | None:
        """The mention whose head is this token."""
        return self.spot_at.get(token.i)

    def is_free(self, token: Token) -> bool:
        """True for a token that lies in no mention of any kind."""
        return token.i not in self.covered

    def recent(self, spot: MentionNode, sentences: int) -> Iterator[MentionNode]:
        """The mentions before this one, its own sentence and some before it, nearest sentence first, each in text order."""
        for number in range(spot.sentence, spot.sentence - sentences - 1, -1):
            yield from (
                each for each in self.by_sentence.get(number, ()) if each.index < spot.index
            )


def _meet(a: Passage, b: Passage) -> bool:
    """True where two passages of one article share a character."""
    return a.start < b.end and b.start < a.end


def page_of(
    doc: Doc, article: Article, mentions: Sequence[Mention], quotes: Sequence[Quote]
) -> Page:
    """The page of an article. A mention whose head is no start of a token belongs to the token around it."""
    sentence_at = [number for number, sent in enumerate(doc.sents) for _ in sent]
    starts = [token.idx for token in doc]
    direct = sorted(
        (quote for quote in quotes if not quote.indirect), key=lambda quote: quote.passage.start
    )
    opening = [quote.passage.start for quote in direct]
    chained = sorted(
        (mention for mention in mentions if mention.kind in CHAINED),
        key=lambda m: (m.passage.start, -m.passage.end, m.head),
    )
    spots = []
    for index, mention in enumerate(chained):
        token = doc[max(0, bisect_right(starts, mention.head) - 1)]
        at = bisect_right(opening, mention.passage.start) - 1
        inside = at >= 0 and direct[at].passage.covers(mention.passage)
        spots.append(MentionNode(index, mention, token, sentence_at[token.i], at if inside else -1))
    covered = frozenset(
        at
        for mention in mentions
        for at in range(
            bisect_right(starts, mention.passage.start) - 1,
            bisect_right(starts, mention.passage.end - 1),
        )
    )
    return Page(
        doc,
        article,
        tuple(spots),
        {spot.token.i: spot for spot in spots},
        direct,
        sentence_at,
        covered,
    )
