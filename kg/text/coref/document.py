"""One article as the passes see it: a node for each mention, with its head and its sentence."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from kg.model import Article, Kind, Mention, Passage, Quote
from kg.text.coref.pronoun_forms import PRONOUNS, Number, Pronoun, Use
from kg.text.parse import trimmed
from kg.text.read import Dateline, datelines

CHAINED = frozenset({Kind.NAME, Kind.NOMINAL, Kind.PRONOUN})
OUTSIDE = -1  # in place of the number of a quotation


@dataclass(frozen=True, slots=True, eq=False)
class MentionNode:
    """One mention and where it stands; a node is less than another if it stands before it.

    `quote` is the index of the direct quotation around it, -1 outside of all.
    """

    index: int
    mention: Mention
    token: Token
    sentence: int
    quote: int

    def __lt__(self, other: "MentionNode") -> bool:
        return self.index < other.index

    def __hash__(self) -> int:
        return self.index

    @property
    def dep(self) -> str:
        """The dependency of its head."""
        return self.token.dep_

    @property
    def governor(self) -> Token:
        """The word that its head hangs on."""
        return self.token.head

    @property
    def passage(self) -> Passage:
        """The passage of the mention."""
        return self.mention.passage

    @property
    def words(self) -> str:
        """The words of the mention in small letters."""
        return self.mention.text.lower()

    @property
    def lemma(self) -> str:
        """The lemma of its head in small letters."""
        return self.token.lemma_.lower()

    @property
    def is_name(self) -> bool:
        """Status as a proper name."""
        return self.mention.is_name

    @property
    def is_nominal(self) -> bool:
        """Status as a description."""
        return self.mention.kind is Kind.NOMINAL

    @property
    def is_pronoun(self) -> bool:
        """Status as a pronoun."""
        return self.mention.kind is Kind.PRONOUN

    @property
    def is_quoted(self) -> bool:
        """Status as words in a direct quotation."""
        return self.quote != OUTSIDE

    @property
    def pronoun(self) -> Pronoun | None:
        """The demands of the pronoun; None for other mentions."""
        if not self.is_pronoun:
            return None
        return PRONOUNS.get(self.words)

    @property
    def use(self) -> Use | None:
        """The use of the pronoun; None for other mentions."""
        pronoun = self.pronoun
        return pronoun.use if pronoun is not None else None

    @property
    def numbers(self) -> frozenset[Number]:
        """The numbers that the pronoun may be; empty for other mentions."""
        pronoun = self.pronoun
        return pronoun.numbers if pronoun is not None else frozenset()

    @property
    def person(self) -> int:
        """The grammatical person of the pronoun; 0 for other mentions."""
        pronoun = self.pronoun
        return pronoun.person if pronoun is not None else 0


Link = tuple[MentionNode, MentionNode]  # two mentions that a pass takes for one thing
Links = Iterator[Link]
Nodes = Sequence[MentionNode]
NodesOfWord = Mapping[str, Nodes]


@dataclass(frozen=True)
class MentionDocument:
    """An article with a node for each of its mentions, in text order.

    `node_at` goes by head token; `covered` are the tokens in a mention of any kind.
    """

    doc: Doc
    article: Article
    nodes: tuple[MentionNode, ...]
    node_at: Mapping[int, MentionNode]
    quotes: Sequence[Quote]
    covered: frozenset[int]

    @cached_property
    def by_sentence(self) -> Mapping[int, Nodes]:
        """The nodes of each sentence that has any."""
        nodes_of: dict[int, list[MentionNode]] = {}
        for node in self.nodes:
            in_sentence = nodes_of.setdefault(node.sentence, [])
            in_sentence.append(node)
        return nodes_of

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """First token and end of each sentence."""
        return tuple((sent.start, sent.end) for sent in self.doc.sents)

    @cached_property
    def first_sentence(self) -> int:
        """The number of the first sentence that is no headline, dateline or site furniture."""
        for number, (start, end) in enumerate(self.sentences):
            if not self._is_around_text(trimmed(self.doc[start:end], self.article.id)):
                return number
        return 0

    @cached_property
    def _datelines(self) -> tuple[Dateline, ...]:
        """The datelines of the article."""
        return tuple(datelines(self.article.text))

    def _is_around_text(self, passage: Passage) -> bool:
        """Return whether a passage is in the headline, a dateline or site furniture."""
        if any(line.start <= passage.start < line.end for line in self._datelines):
            return True
        around = (*self.article.front, *self.article.furniture)
        return any(_overlap(passage, other) for other in around)

    @cached_property
    def speakers(self) -> frozenset[Mention]:
        """The mentions that are the speaker of a direct quotation."""
        return frozenset(quote.speaker for quote in self.quotes if quote.speaker is not None)

    @cached_property
    def _node_of_mention(self) -> Mapping[Mention, MentionNode]:
        """The node of each mention."""
        return {node.mention: node for node in self.nodes}

    def node_of(self, token: Token | None) -> MentionNode | None:
        """Return the node of the mention whose head is this token, None if there is none."""
        return self.node_at.get(token.i) if token is not None else None

    def node_of_mention(self, mention: Mention | None) -> MentionNode | None:
        """Return the node of a mention, None if it is none that chains are made of."""
        return self._node_of_mention.get(mention) if mention is not None else None

    def nodes_of(self, tokens: Iterable[Token]) -> Iterator[MentionNode]:
        """Yield the nodes of the mentions whose heads are among some tokens, in their order."""
        for token in tokens:
            node = self.node_of(token)
            if node is not None:
                yield node

    def quote_around(self, node: MentionNode) -> Quote | None:
        """Return the direct quotation around a mention, None outside of all."""
        return self.quotes[node.quote] if node.is_quoted else None

    def is_free(self, token: Token) -> bool:
        """Return whether a token lies in no mention of any kind."""
        return token.i not in self.covered

    def earlier_in_sentence(self, node: MentionNode, sentence: int) -> Iterator[MentionNode]:
        """Yield the nodes of a sentence that stand before a node, in text order."""
        for other in self.by_sentence.get(sentence, ()):
            if other < node:
                yield other

    def recent(self, node: MentionNode, sentences: int) -> Iterator[MentionNode]:
        """Yield the nodes before a node, in its own sentence and some before it.

        The nearest sentence comes first; the nodes of each are in text order.
        """
        for back in range(sentences + 1):
            yield from self.earlier_in_sentence(node, node.sentence - back)

    def between(self, first: MentionNode, second: MentionNode) -> str:
        """Return the text from the end of one mention to the start of another."""
        start = first.passage.end
        end = second.passage.start
        return self.article.text[start:end]

    def is_in_front(self, node: MentionNode) -> bool:
        """Return whether a mention stands in the headline or what stands around it."""
        return any(passage.covers(node.passage) for passage in self.article.front)


def _overlap(a: Passage, b: Passage) -> bool:
    """Return whether two passages of one article share a character."""
    return a.start < b.end and b.start < a.end


def mention_document(
    doc: Doc, article: Article, mentions: Sequence[Mention], quotes: Sequence[Quote]
) -> MentionDocument:
    """Return the document of an article's names, nominals and pronouns.

    A mention whose head is no start of a token belongs to the token around it.
    """
    direct = _direct(quotes)
    starts = [token.idx for token in doc]
    sentence_at = _sentence_at(doc)
    nodes = []
    for index, mention in enumerate(_chained(mentions)):
        at = max(0, _last_at(starts, mention.head))
        quote = _number_of_quote(mention, direct)
        node = MentionNode(index, mention, doc[at], sentence_at[at], quote)
        nodes.append(node)
    return MentionDocument(
        doc,
        article,
        nodes=tuple(nodes),
        node_at={node.token.i: node for node in nodes},
        quotes=direct,
        covered=_covered(mentions, starts),
    )


def _sentence_at(doc: Doc) -> Sequence[int]:
    """Return the number of the sentence of each token."""
    numbers: list[int] = []
    for number, sent in enumerate(doc.sents):
        numbers += [number] * len(sent)
    return numbers


def _last_at(starts: Sequence[int], offset: int) -> int:
    """Return the index of the last of some starts that is no later than an offset; else -1."""
    return bisect_right(starts, offset) - 1


def _number_of_quote(mention: Mention, direct: Sequence[Quote]) -> int:
    """Return the index of the quotation around a mention, -1 outside of all."""
    number = bisect_right(direct, mention.passage.start, key=_start_of) - 1
    if number == OUTSIDE:
        return OUTSIDE
    is_inside = direct[number].passage.covers(mention.passage)
    return number if is_inside else OUTSIDE


def _start_of(quote: Quote) -> int:
    """Return the offset at which a quotation starts."""
    return quote.passage.start


def _direct(quotes: Sequence[Quote]) -> list[Quote]:
    """Return the direct ones of some quotations, in text order."""
    direct = [quote for quote in quotes if not quote.indirect]
    return sorted(direct, key=_start_of)


def _chained(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions that chains are made of, in text order, the longer ones first."""
    chained = [mention for mention in mentions if mention.kind in CHAINED]
    return sorted(chained, key=_position)


def _position(mention: Mention) -> tuple[int, int, int]:
    """Return the key by which mentions are in text order, the longer ones first."""
    passage = mention.passage
    return passage.start, -passage.end, mention.head


def _covered(mentions: Sequence[Mention], starts: Sequence[int]) -> frozenset[int]:
    """Return the indices of the tokens in any mention; `starts` are the offsets of all tokens."""
    covered: set[int] = set()
    for mention in mentions:
        passage = mention.passage
        first = _last_at(starts, passage.start)
        last = _last_at(starts, passage.end - 1)
        covered.update(range(first, last + 1))
    return frozenset(covered)
