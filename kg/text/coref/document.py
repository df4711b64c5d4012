"""One article as the passes see it: a node for each mention, with its head and its sentence."""

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
    """One mention and where it stands.

    `quote` is the index of the direct quotation around it, -1 outside of all.
    """

    index: int
    mention: Mention
    token: Token
    sentence: int
    quote: int

    @property
    def pronoun(self) -> Pronoun | None:
        """Return what the pronoun demands; None for other mentions."""
        if self.mention.kind is not Kind.PRONOUN:
            return None
        return PRONOUNS.get(self.mention.text.lower())

    @property
    def lemma(self) -> str:
        """Return the lemma of its head in small letters."""
        return self.token.lemma_.lower()


@dataclass(frozen=True)
class MentionDocument:
    """An article with a node for each of its mentions, in text order.

    `node_at` goes by head token, `sentence_at` by token; `covered` are the tokens in a mention of
    any kind.
    """

    doc: Doc
    article: Article
    nodes: tuple[MentionNode, ...]
    node_at: Mapping[int, MentionNode]
    quotes: Sequence[Quote]
    sentence_at: Sequence[int]
    covered: frozenset[int]

    @cached_property
    def by_sentence(self) -> Mapping[int, tuple[MentionNode, ...]]:
        """The nodes of each sentence that has any."""
        nodes_of: dict[int, list[MentionNode]] = {}
        for node in self.nodes:
            nodes_of.setdefault(node.sentence, []).append(node)
        return {number: tuple(nodes) for number, nodes in nodes_of.items()}

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """First token and end of each sentence."""
        return tuple((sent.start, sent.end) for sent in self.doc.sents)

    @cached_property
    def first_sentence(self) -> int:
        """The number of the first sentence that is no headline, date line or site furniture."""
        skipped = (*self.article.front, *self.article.furniture)
        for number, (start, end) in enumerate(self.sentences):
            passage = trimmed(self.doc[start:end], self.article.id)
            if not any(_overlap(passage, other) for other in skipped):
                return number
        return 0

    @cached_property
    def speakers(self) -> frozenset[Mention]:
        """The mentions that are the speaker of a direct quotation."""
        return frozenset(quote.speaker for quote in self.quotes if quote.speaker is not None)

    @cached_property
    def index_of(self) -> Mapping[Mention, int]:
        """The place of a mention among the nodes."""
        return {node.mention: node.index for node in self.nodes}

    def node_of(self, token: Token) -> MentionNode | None:
        """Return the node of the mention whose head is this token, None if there is none."""
        return self.node_at.get(token.i)

    def is_free(self, token: Token) -> bool:
        """Return whether a token lies in no mention of any kind."""
        return token.i not in self.covered

    def earlier_in_sentence(self, node: MentionNode, sentence: int) -> Iterator[MentionNode]:
        """Yield the nodes of a sentence that stand before a node, in text order."""
        for other in self.by_sentence.get(sentence, ()):
            if other.index < node.index:
                yield other

    def recent(self, node: MentionNode, sentences: int) -> Iterator[MentionNode]:
        """Yield the nodes before a node, in its own sentence and some before it.

        The nearest sentence comes first; the nodes of each are in text order.
        """
        for number in range(node.sentence, node.sentence - sentences - 1, -1):
            yield from self.earlier_in_sentence(node, number)

    def between(self, first: MentionNode, second: MentionNode) -> str:
        """Return the text from the end of one mention to the start of another."""
        start, end = first.mention.passage.end, second.mention.passage.start
        return self.article.text[start:end]

    def is_in_front(self, node: MentionNode) -> bool:
        """Return whether a mention stands in the headline or what stands around it."""
        return any(passage.covers(node.mention.passage) for passage in self.article.front)


def _overlap(a: Passage, b: Passage) -> bool:
    """Return whether two passages of one article share a character."""
    return a.start < b.end and b.start < a.end


def mention_document(
    doc: Doc, article: Article, mentions: Sequence[Mention], quotes: Sequence[Quote]
) -> MentionDocument:
    """Return the document of an article's names, nominals and pronouns.

    A mention whose head is no start of a token belongs to the token around it.
    """
    sentence_at = [number for number, sent in enumerate(doc.sents) for _ in sent]
    starts = [token.idx for token in doc]
    direct = [quote for quote in quotes if not quote.indirect]
    direct.sort(key=lambda quote: quote.passage.start)
    opening = [quote.passage.start for quote in direct]
    nodes = []
    for index, mention in enumerate(_chained(mentions)):
        token = doc[max(0, bisect_right(starts, mention.head) - 1)]
        quote = bisect_right(opening, mention.passage.start) - 1
        if quote >= 0 and not direct[quote].passage.covers(mention.passage):
            quote = -1
        nodes.append(MentionNode(index, mention, token, sentence_at[token.i], quote))
    node_at = {node.token.i: node for node in nodes}
    covered = _covered(mentions, starts)
    return MentionDocument(doc, article, tuple(nodes), node_at, direct, sentence_at, covered)


def _chained(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions that chains are made of, in text order, the longer ones first."""
    chained = [mention for mention in mentions if mention.kind in CHAINED]
    return sorted(chained, key=lambda m: (m.passage.start, -m.passage.end, m.head))


def _covered(mentions: Sequence[Mention], starts: Sequence[int]) -> frozenset[int]:
    """Return the indices of the tokens in any mention; `starts` are the offsets of all tokens."""
    covered: set[int] = set()
    for mention in mentions:
        first = bisect_right(starts, mention.passage.start) - 1
        covered.update(range(first, bisect_right(starts, mention.passage.end - 1)))
    return frozenset(covered)
