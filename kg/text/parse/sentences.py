"""Bounds on words and sentences, which keep the time of a parse in proportion to the text.

spaCy's tokenizer takes time with the square of the length of a word that is all signs, and the
rules of grammar look at the whole of a sentence. So a word beyond all bounds is not read, and a
sentence that does not end is ended. Ordinary news stays below both.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

LONGEST_WORD = 1_000  # characters without a blank; few addresses on the web have as many
# tokens; the longest sentence in a sample of 400 news texts had less than half of that
LONGEST_SENTENCE = 400
WORD = re.compile(r"\S+")
CLAUSE_MARKS = frozenset(";,:()-–—")


def endless_words(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of runs without any blank that are too long for a word."""
    for word in WORD.finditer(text):
        if word.end() - word.start() > LONGEST_WORD:
            yield word.span()


def sentence_cuts(doc: Doc) -> list[int]:
    """Return the tokens at which sentences that are too long are to be cut; none in ordinary text.

    A cut comes behind a mark between clauses, if there is one, and each piece is as long as it can
    be.
    """
    cuts = []
    for sentence in doc.sents:
        start = sentence.start
        while sentence.end - start > LONGEST_SENTENCE:
            limit = start + LONGEST_SENTENCE
            start = next(
                (at + 1 for at in range(limit - 1, start, -1) if doc[at].text in CLAUSE_MARKS),
                limit,
            )
            cuts.append(start)
    return cuts
