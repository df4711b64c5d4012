"""The stretches of a text between quotation marks, and what the signs in and around them show.

A headline often quotes words without who says them: "‘He brought me soup’: mother wants an
inquiry". Where the text quotes the same words again with a speaker, the headline has it from there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.model import (
    Article,
    Factuality,
    Passage,
    Quote,
)
from kg.trace import fired

CLOSING_MARK = {"“": "”", '"': '"', "„": "“", "«": "»", "‘": "’"}  # by the mark that opens
OPENING_MARK = re.compile(f"[{''.join(CLOSING_MARK)}]")
APOSTROPHE = "’"
LETTER = re.compile(r"\w")
SIGN = re.compile(r"\S")
MAX_QUOTE = 5000  # characters; a mark without a partner must not swallow the article

CLOSING = re.compile(r"[.,!?…]?[”\"]")
WORD = re.compile(r"\w+")
LONG_WORD = re.compile(r"\w{4,}")
MARKS_AND_BLANKS = '“”"‘’«»„ ,\n\r'
ENDS_OF_SENTENCE = ".!?,…"
SIGNS_AT_END = MARKS_AND_BLANKS + ENDS_OF_SENTENCE
PARAGRAPH = re.compile(r"\r?\n\s*")
SENTENCE_START = re.compile(r"[.!?][”\"]?\s+(?=[A-Z“\"])")
SENTENCE_STOP = re.compile(r"[.!?](?=\s|$)|[“\"]")
REPEATED = "quotation-repeated"  # the rule, as quotations and traces name it
FEWEST_OWN = 5  # words; fewer are a scare quote
FEWEST_REPEATED = 5  # words; fewer may be a phrase that two people use
# Characters in which the verb of saying is looked for.
REACH_BEFORE = 400
REACH_AFTER = 250


def marked(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches between quotation marks, marks included, in text order.

    A quotation that runs on over a paragraph whose own text opens with a mark again is one stretch
    for each paragraph. Linear in the length of the text.
    """
    end = 0
    for mark in OPENING_MARK.finditer(text):
        start = mark.start()
        if start >= end and _opens(text, start):
            end = _closing(text, start)
            yield start, end


def _opens(text: str, offset: int) -> bool:
    """Return whether a mark begins a quotation: nothing or a blank before it, a word after it."""
    before = text[offset - 1 : offset]
    if LETTER.match(before):
        return False
    return SIGN.match(text, offset + 1) is not None


def _closing(text: str, start: int) -> int:
    """Return the offset behind the mark that closes the quotation, or the end of its paragraph."""
    opening = text[start]
    closing = CLOSING_MARK[opening]
    limit = min(len(text), start + MAX_QUOTE)
    ends = {"\n"}
    if opening != closing and closing != APOSTROPHE:
        ends.add(opening)
    for position in range(start + 1, limit):
        character = text[position]
        if character in ends:
            return position
        if character == closing and not _is_apostrophe(text, position):
            return position + 1
    return limit


def _is_apostrophe(text: str, position: int) -> bool:
    """Return whether a mark stands before a letter, as in "don’t"."""
    if text[position] != APOSTROPHE:
        return False
    return LETTER.match(text, position + 1) is not None


def bare(words: str) -> str:
    """Return what stands between marks, without them."""
    return words.strip(MARKS_AND_BLANKS)


def count_words(text: str) -> int:
    """Return how many words are in a text."""
    words = WORD.findall(text)
    return len(words)


def with_closing_mark(passage: Passage, text: str) -> Passage:
    """Return a passage with the mark right behind it that closes one which opens in it."""
    words = passage.of(text)
    is_open = words.count("“") > words.count("”") or words.count('"') % 2 == 1
    closing = CLOSING.match(text, passage.end) if is_open else None
    return passage if closing is None else replace(passage, end=closing.end())


def is_sentence(words: str) -> bool:
    """Return whether words end as a sentence does; a nickname, title or scare quote does not."""
    unmarked = words.rstrip('”"’»').rstrip()
    return unmarked[-1:] in ENDS_OF_SENTENCE


def is_title(words: str) -> bool:
    """Return whether all longer words have capitals, as in the title of a work."""
    long = LONG_WORD.findall(words)
    if len(long) < 2:
        return False
    return all(word[0].isupper() for word in long)


def is_behind_colon(passage: Passage, text: str) -> bool:
    """Return whether a colon stands before a passage."""
    before = text[: passage.start]
    return before.rstrip().endswith(":")


def last_sign(quotation: Passage, text: str) -> str:
    """Return the sign before the mark that closes a quotation."""
    mark = quotation.end - 1
    return text[mark - 1 : mark]


def has_comma_behind(quotation: Passage, text: str) -> bool:
    """Return whether a comma leads on from a sentence, outside of its marks: "It sank", he said."""
    words = bare(quotation.of(text))
    return words[:1].isupper() and text.startswith(",", quotation.end)


def start_before(quotation: Passage, text: str) -> int:
    """Return the start of the sentence that leads to a quotation, in its paragraph."""
    start = max(0, quotation.start - REACH_BEFORE)
    for boundary in (PARAGRAPH, SENTENCE_START):
        for found in boundary.finditer(text, start, quotation.start):
            start = found.end()
    return start


def stop_behind(quotation: Passage, text: str) -> int:
    """Return the end of the sentence that goes on after a quotation, in its paragraph.

    The quotation itself may have ended it.
    """
    end = quotation.end
    if last_sign(quotation, text) == ".":
        return end
    limit = min(len(text), end + REACH_AFTER)
    for boundary in (PARAGRAPH, SENTENCE_STOP):
        found = boundary.search(text, end, limit)
        if found:
            limit = found.start()
    return limit


# ----------------------------------------------------------- words in marks in reported speech


def own_words(
    article: Article, direct: Sequence[Quote], reported: Sequence[Quote], rule: str
) -> Iterator[Quote]:
    """Yield the words in marks that stand in reported speech, or right behind it and a comma.

    "Lund said he had “no wish to go on like this”", "Lund hopes it will end, “for all our sakes”".
    They are those of whoever says the rest, if nothing else shows who speaks them.
    """
    text = article.text
    for start, end in marked(text):
        passage = Passage(article.id, start, end)
        words = passage.of(text)
        is_told = any(quote.passage.start < end and start < quote.passage.end for quote in direct)
        if is_told or count_words(words) < FEWEST_OWN or is_title(words):
            continue
        around = next((quote for quote in reported if _is_of(quote, passage, text)), None)
        if around is None:
            continue
        whole = replace(around.evidence, end=max(around.evidence.end, end))
        fired(rule, passage, "“{}”, whose speech is reported there, speaks it", around.speaker)
        yield replace(
            around, passage=passage, text=bare(words), evidence=whole, indirect=False, rule=rule
        )


def _is_of(reported: Quote, passage: Passage, text: str) -> bool:
    """Return whether words in marks belong to what is reported and asserted."""
    if reported.factuality is not Factuality.ASSERTED or reported.speaker is None:
        return False
    if reported.passage.start <= passage.start < reported.passage.end:
        return True
    between = text[reported.passage.end : passage.start]
    return between.rstrip(" ") == ","


# -------------------------------------------------------------- words that are quoted twice


def with_repeated(article: Article, direct: Sequence[Quote]) -> list[Quote]:
    """Return direct quotations, those that a later one holds with its speaker."""
    again = list(_repeated(article, direct))
    starts = {quote.passage.start for quote in again}
    return [*(quote for quote in direct if quote.passage.start not in starts), *again]


def _repeated(article: Article, direct: Sequence[Quote]) -> Iterator[Quote]:
    """Yield the words in marks that a later quotation has, with its speaker."""
    for start, end in marked(article.text):
        passage = Passage(article.id, start, end)
        words = passage.of(article.text)
        if len(_words(words)) < FEWEST_REPEATED or is_title(words):
            continue
        source = next((quote for quote in direct if _holds(quote, passage, words)), None)
        if source is not None:
            fired(REPEATED, passage, "the text quotes “{}” with these words", source.speaker)
            yield replace(
                source, passage=passage, text=bare(words), evidence=passage, rule=REPEATED
            )


def _holds(quote: Quote, passage: Passage, words: str) -> bool:
    """Return whether a quotation behind a passage has a speaker, and the words of the passage."""
    if quote.speaker is None or quote.passage.start < passage.end:
        return False
    return f" {' '.join(_words(words))} " in f" {' '.join(_words(quote.text))} "


def _words(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return WORD.findall(text.lower())
