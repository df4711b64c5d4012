"""The places of words: an article with its parse, and the passages of tokens."""

from typing import NamedTuple, Self

from spacy.tokens import Doc, Span, Token

from kg.model import Article, Kind, Mention, Passage


class Source(NamedTuple):
    """An article with its parse, and the text of the parse, which spaCy puts together each time."""

    article: Article
    doc: Doc
    text: str

    @classmethod
    def of(cls, doc: Doc, article: Article) -> Self:
        """Return the source of an article and its parse."""
        return cls(article, doc, doc.text)

    def span(self, start: int, end: int) -> Span | None:
        """Return the tokens that share a character with a stretch of the text."""
        return self.doc.char_span(start, end, alignment_mode="expand")

    def token_at(self, offset: int) -> Token | None:
        """Return the token at a character of the text."""
        span = self.span(offset, offset + 1)
        return span[0] if span is not None else None

    def mention(self, start: int, end: int, kind: Kind, head: int) -> Mention:
        """Return a mention of what the article says in a stretch of the text."""
        passage = Passage(self.article.id, start, end)
        words = passage.of(self.article.text)
        return Mention(passage, words, kind, head=head)


def passage_of(span: Span | Token, article: str) -> Passage:
    """Return the passage of a span or token in the article's text."""
    if isinstance(span, Token):
        return Passage(article, span.idx, span.idx + len(span))
    return Passage(article, span.start_char, span.end_char)


def trimmed(span: Span, article: str) -> Passage:
    """Return the passage of a span without the blank tokens at its ends.

    That of its last token if it is all blank.
    """
    filled = [token.i for token in span if not token.is_space]
    if not filled:
        return passage_of(span[-1], article)
    first, last = filled[0], filled[-1]
    return passage_of(span.doc[first : last + 1], article)
