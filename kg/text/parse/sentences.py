"""Ends of sentences that the layout shows, bounds on words and sentences, and scores of matches.

The bounds keep the time of a parse in proportion to the text.
spaCy's tokenizer takes time with the square of the length of a word that is all signs, and the
rules of grammar look at the whole of a sentence. So a word beyond all bounds is not read, and a
sentence that does not end is ended. Ordinary news stays below both.

Scores ("beat Everton 2-0 at home") are not parsed: they say nothing that the graph holds, and glue
to the name before them or take the place of the object of the verb.
"""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from kg.lang.en import word_list

LONGEST_WORD = 1_000  # characters without a blank; few addresses on the web have as many
# tokens; the longest sentence in a sample of 400 news texts had less than half of that
LONGEST_SENTENCE = 400
LINE_END = re.compile(r"\n\s*")
WORD = re.compile(r"\S+")
CLAUSE_MARKS = frozenset(";,:()-–—")
SCORE = r"\(?(?<!\d)\d{1,3}[-–]\d{1,3}(?!\d)(?:\s?\(\d{1,2}(?:[-–]\d{1,2})?\))?\)?"
SCORES = rf"{SCORE}(?:,?\s(?:and\s)?{SCORE})*"
DONE = "|".join(word_list("verbs", "done-in-a-match"))
OUTCOME = "|".join(word_list("nouns", "outcome-of-a-match"))
AFTER_MATCH = re.compile(
    rf"\b(?:{DONE})\b(?:\s[\w.'’&-]+){{0,8}}?(?P<score>\s{SCORES})(?=[\s.,;:)]|$)"
)
BEFORE_OUTCOME = re.compile(rf"(?P<score>{SCORE})\s(?=(?:\w+\s)?(?:{OUTCOME})\b)")

Place = tuple[int, int]  # the characters from the first up to the second


def with_starts(doc: Doc, starts: Iterable[int] = ()) -> Doc:
    """Return the tokens of a text with the sentence starts that its layout shows or rules out.

    Further offsets at which sentences start may be given.
    """
    for start in (*_block_ends(doc.text), *starts):
        span = doc.char_span(start, start + 1, alignment_mode="expand")
        if span is not None and span.start > 0:
            span[0].is_sent_start = True
    for token in doc[1:]:
        if token.is_sent_start is None and _goes_on(token):
            token.is_sent_start = False
    return doc


def _goes_on(token: Token) -> bool:
    """Return whether a word stands right behind another word or a comma, so that no sentence
    starts.

    Nor does one start with a small letter behind a shortened word ("Acme Inc. which").
    """
    before = token.nbor(-1)
    if before.is_alpha or before.text == ",":
        return True
    is_shortened = len(before) > 2 and before.text.endswith(".")
    return is_shortened and bool(token.is_lower)


def _block_ends(text: str) -> list[int]:
    """Return the offsets at which a new paragraph, heading or list item starts.

    A single line end is such a place, too, unless the text goes on with a small letter.
    """
    starts = []
    for blanks in LINE_END.finditer(text):
        start = blanks.end()
        has_blank_line = blanks.group().count("\n") > 1
        if start == len(text):
            break
        if has_blank_line or not text[start].islower():
            starts.append(start)
    return starts


def endless_words(text: str) -> Iterator[Place]:
    """Yield the places of runs without any blank that are too long for a word."""
    for word in WORD.finditer(text):
        if len(word[0]) > LONGEST_WORD:
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
            start = _cut(doc, start)
            cuts.append(start)
    return cuts


def _cut(doc: Doc, start: int) -> int:
    """Return where the piece of a sentence that begins at a token is to end."""
    limit = start + LONGEST_SENTENCE
    for at in range(limit - 1, start, -1):
        if doc[at].text in CLAUSE_MARKS:
            return at + 1
    return limit


def scores(text: str) -> Iterator[Place]:
    """Yield the places of scores: those behind a verb of a match, or before a word for its end.

    >>> text = "Oslo beat Lima 2-0 at home, a 6-4 win. Some 2-3 people came."
    >>> [text[start:end] for start, end in scores(text)]
    [' 2-0', '6-4']
    """
    for pattern in (AFTER_MATCH, BEFORE_OUTCOME):
        for match in pattern.finditer(text):
            yield match.span("score")
