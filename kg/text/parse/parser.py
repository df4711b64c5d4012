"""The spaCy pipeline: it is loaded here, and parses articles, some at a time.

It is told where sentences end, and what of a text is not parsed. Bounds keep the time of a parse in
proportion to the text: spaCy's tokenizer takes time with the square of the length of a word that is
all signs, and the rules of grammar look at the whole of a sentence. So a word beyond all bounds is
not read, and a sentence that does not end is ended. Ordinary news stays below both. Scores ("beat
Everton 2-0 at home") are not parsed: they say nothing that the graph holds, and glue to the name
before them or take the place of the object of the verb. Nor are the fields of an office before a
name ("Minister for Women and Equality Dina Haas").

Parser and entity recognizer move all documents of a batch on together, one step at a time, which
saves calls. It changes no annotation: a row of a matrix product is the same sum in the same order
however many rows there are (docs/decisions/0003-articles-in-batches.md).
"""

import gc
import re
from collections.abc import (
    Iterable,
    Iterator,
    Sequence,
)
from enum import StrEnum, auto
from functools import lru_cache
from itertools import chain, pairwise

import spacy
from spacy.language import Language
from spacy.tokens import (
    Doc,
    Span,
    Token,
)
from spacy.util import filter_spans

from kg import gazetteer
from kg.choices import DEFAULT_MODEL
from kg.errors import ModelError
from kg.lang.en import (
    word_list,
    word_set,
    word_values,
)
from kg.model import Article, Passage
from kg.text.parse.clause_repairs import with_right_clauses
from kg.text.parse.dictionary import dictionary_of, with_plain_openers
from kg.text.parse.repairs import repaired
from kg.text.parse.rewriting import (
    fills_name,
    portfolios,
    with_plain_headlines,
    without_nicknames,
)
from kg.text.parse.speedups import quicken
from kg.text.read import Dateline, datelines


class Component(StrEnum):
    """A component of a pipeline that the rules need."""

    TAGGER = auto()
    PARSER = auto()
    NER = auto()
    LEMMATIZER = auto()


# One character for one, so that offsets stay: the model was trained on plain quotes far more than
# on typographic ones.
PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
PLACE = "GPE"  # OntoNotes' label of countries and cities
LONGEST_WORD = 1_000  # characters without a blank; few addresses on the web have as many
# tokens; the longest sentence in a sample of 400 news texts had less than half of that
LONGEST_SENTENCE = 400
LINE_END = re.compile(r"\n\s*")
WORD = re.compile(r"\S+")
TITLES = frozenset(word_values("names", "title-abbreviation"))
CLAUSE_MARKS = frozenset(";,:()-–—")
SCORE = r"\(?(?<!\d)\d{1,3}[-–]\d{1,3}(?!\d)(?:\s?\(\d{1,2}(?:[-–]\d{1,2})?\))?\)?"
AND = "|".join(word_list("function_words", "and"))
SCORES = rf"{SCORE}(?:,?\s(?:(?:{AND})\s)?{SCORE})*"
DONE = "|".join(word_list("verbs", "done-in-a-match"))
OUTCOME = "|".join(word_list("nouns", "outcome-of-a-match"))
AFTER_MATCH = re.compile(
    rf"\b(?:{DONE})\b(?:\s[\w.'’&-]+){{0,8}}?(?P<score>\s{SCORES})(?=[\s.,;:)]|$)"
)
PAST = "|".join(word_list("adjectives", "past-before-a-hyphen"))
HYPHEN_OF_PAST = re.compile(rf"(?<![\w-])(?i:{PAST})(?P<hyphen>-)(?=[^\W\d_])")
SIDE = r"[^\W\d_a-z][\w'’&-]*(?:[ ][^\W\d_a-z][\w'’&-]*)*"
RESULT = re.compile(
    rf"(?:^|(?<=[.;:] ))(?P<one>{SIDE})(?P<score>[ ]\d{{1,3}}), "
    rf"(?P<other>{SIDE})(?P<second>[ ]\d{{1,3}})(?=[.;]|$)",
    re.MULTILINE,
)
NO_SIDE = (
    word_set("times", "month") | word_set("times", "month-short") | word_set("times", "weekday")
)
MOST_POINTS = 200  # of a side
BEFORE_OUTCOME = re.compile(rf"(?P<score>{SCORE})\s(?=(?:\w+\s)?(?:{OUTCOME})\b)")

Place = tuple[int, int]  # the characters from the first up to the second


@lru_cache(maxsize=2)
def load(model: str = DEFAULT_MODEL) -> Language:
    """Return the installed spaCy pipeline of that name or folder.

    It stays in memory, so it and all that is there by then are kept out of garbage collection from
    then on. Raises `ModelError` if it is not installed or lacks a component that the rules need.
    """
    try:
        nlp = spacy.load(model)
    except (OSError, ImportError) as error:
        raise ModelError(
            f"the spaCy pipeline {model!r} is not installed: "
            f"pip install {model.replace('_', '-')}, or name another with --model"
        ) from error
    missing = [part for part in Component if part not in nlp.pipe_names]
    if missing:
        raise ModelError(
            f"the spaCy pipeline {model!r} has no {', '.join(missing)}: "
            f"newskg needs a pipeline with {', '.join(Component)}"
        )
    quicken(nlp)
    gc.collect()
    # Else each full collection passes over all of it, a twentieth of the time of a small build.
    gc.freeze()
    return nlp


def parse(nlp: Language, article: Article) -> Doc:
    """Return the article as a parsed document whose token offsets count in `article.text`.

    Site furniture, words of more than 1,000 characters, and all but the places of datelines are
    blanked out, and typographic quotes
    are made plain, each character by one character, so `doc.text` differs from the article's text
    there; take words from the article. A sentence never crosses a paragraph, nor has more than 400
    tokens: if the parser finds no end, the text is parsed once more, with ends set.
    """
    return _completed(nlp, article, nlp(_prepared(nlp, article)))


def parse_all(nlp: Language, articles: Sequence[Article]) -> list[Doc]:
    """Return what `parse` gives for each article of a batch, in their order, at a lower cost."""
    prepared = [_prepared(nlp, article) for article in articles]
    docs = nlp.pipe(prepared, batch_size=len(articles))
    return [_completed(nlp, *parsed) for parsed in zip(articles, docs, strict=True)]


def _completed(nlp: Language, article: Article, doc: Doc) -> Doc:
    """Return a parsed document with sentences of bounded length and the places of its datelines."""
    read = with_plain_openers(_bounded(nlp, article, doc), dictionary_of(nlp))
    bounded = with_right_clauses(repaired(read))
    lines = list(datelines(article.text))
    return _with_datelines(bounded, lines) if lines else bounded


def _with_datelines(doc: Doc, lines: Sequence[Dateline]) -> Doc:
    """Return the document with the places of its datelines as names, and nothing else in these."""
    names: list[Span] = []
    for place in chain.from_iterable(line.places for line in lines):
        span = doc.char_span(*place, label=PLACE, alignment_mode="expand")
        if span is not None:
            names.append(span)
    names += [ent for ent in doc.ents if not _crosses_any(ent, lines)]
    doc.set_ents(filter_spans(names))
    return doc


def _crosses_any(ent: Span, lines: Iterable[Dateline]) -> bool:
    """Return whether an entity shares a character with a dateline."""
    start, end = ent.start_char, ent.end_char
    return any(start < line.end and line.start < end for line in lines)


def _bounded(nlp: Language, article: Article, doc: Doc) -> Doc:
    """Return the document, parsed once more with more ends if a sentence is too long."""
    cuts = sentence_cuts(doc)
    if not cuts:
        return doc
    again = _prepared(nlp, article)
    starts = [sentence.start for sentence in doc.sents]
    for start in cuts + starts:
        again[start].is_sent_start = True
    return nlp(again)


def _prepared(nlp: Language, article: Article) -> Doc:
    """Return the tokens of an article, with the sentence starts that its layout shows."""
    dictionary = dictionary_of(nlp)
    plain = without_nicknames(readable(article), dictionary)
    text = with_plain_headlines(plain, dictionary)
    text = blanked(text, portfolios(text, dictionary))
    ends_of_datelines = [line.end for line in datelines(article.text)]
    return with_starts(nlp.make_doc(text), ends_of_datelines)


def with_starts(doc: Doc, starts: Iterable[int] = ()) -> Doc:
    """Return the tokens of a text with the sentence starts that its layout shows or rules out.

    Further offsets at which sentences start may be given.
    """
    for start in (*_block_ends(doc.text), *starts):
        span = doc.char_span(start, start + 1, alignment_mode="expand")
        if span is not None and span.start > 0:
            span[0].is_sent_start = True
    for before, token in pairwise(doc):
        if token.is_sent_start is None and _goes_on(token, before):
            token.is_sent_start = False
    return doc


def _goes_on(token: Token, before: Token) -> bool:
    """Return whether a word stands right behind another word or a comma, so that no sentence
    starts.

    Nor does one start with a small letter behind a shortened word ("Acme Inc. which"), nor behind a
    shortened title ("said Sgt. Ann Lee").
    """
    if _ends_title(before):
        return True
    if fills_name(before):
        return True
    if before.is_alpha or before.text == ",":
        return True
    is_shortened = len(before) > 2 and before.text.endswith(".")
    return is_shortened and bool(token.is_lower)


def _ends_title(token: Token) -> bool:
    """Return whether a word, or a full stop and the word before it, is a title written short."""
    is_apart = token.text == "." and token.i > 0 and not token.doc[token.i - 1].whitespace_
    word = token.doc[token.i - 1].text if is_apart else token.text.removesuffix(".")
    is_short = is_apart or token.text.endswith(".")
    return is_short and word[:1].isupper() and word.lower() in TITLES


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


def readable(article: Article) -> str:
    """Return the text with furniture and endless words blanked out and plain quotes.

    So are scores of matches and the hyphen of "ex-husband"; of datelines the places stay. It is as
    long as the text itself.
    """
    text = article.text.translate(PLAIN)
    return blanked(text, _unreadable(text, article.furniture))


def blanked(text: str, places: Iterable[Place]) -> str:
    """Return a text with blanks for all characters at some places."""
    characters = list(text)
    for start, end in places:
        characters[start:end] = " " * (end - start)
    return "".join(characters)


def _unreadable(text: str, furniture: Iterable[Passage]) -> Iterator[Place]:
    """Yield the places of a text that are blanked out."""
    for passage in furniture:
        yield passage.start, passage.end
    for line in datelines(text):
        yield from _beside_places(line)
    yield from endless_words(text)
    yield from scores(text)
    for match in HYPHEN_OF_PAST.finditer(text):
        yield match.span("hyphen")


def _beside_places(line: Dateline) -> Iterator[Place]:
    """Yield the parts of a dateline around its places: the agency, the date and the dash."""
    if not line.places:
        yield line.start, line.end
        return
    start_of_first, _ = line.places[0]
    _, end_of_last = line.places[-1]
    yield line.start, start_of_first
    yield end_of_last, line.end


def endless_words(text: str) -> Iterator[Place]:
    """Yield the places of runs without any blank that are too long for a word."""
    for word in WORD.finditer(text):
        if len(word[0]) > LONGEST_WORD:
            yield word.span()


def scores(text: str) -> Iterator[Place]:
    """Yield the places of scores.

    They stand behind a verb of a match, before a word for its end, or behind both sides.

    >>> text = "Oslo beat Lima 2-0 at home, a 6-4 win. Some 2-3 people came."
    >>> [text[start:end] for start, end in scores(text)]
    [' 2-0', '6-4']
    >>> text = "Oslo City 2, Lima 0. Ann Lund left."
    >>> [text[start:end] for start, end in scores(text)]
    [' 2', ' 0']
    """
    for pattern in (AFTER_MATCH, BEFORE_OUTCOME):
        for match in pattern.finditer(text):
            yield match.span("score")
    for match in RESULT.finditer(text):
        if _is_result(match):
            yield match.span("score")
            yield match.span("second")


def _is_result(match: re.Match[str]) -> bool:
    """Return whether two names with a number each are the sides of a match.

    "May 3, June 5", "Section 3, Article 5" and "Windows 10, Office 365" are none: sides have the
    name of a place in theirs, and few points.
    """
    first, second = match["one"].split(), match["other"].split()
    if first == second or not NO_SIDE.isdisjoint(word.lower() for word in (*first, *second)):
        return False
    if max(int(match["score"]), int(match["second"])) > MOST_POINTS:
        return False
    return any(_begins_with_place(words) for words in (first, second))


def _begins_with_place(words: Sequence[str]) -> bool:
    """Return whether the first words of a name are that of a place: "Lund City"."""
    starts = [" ".join(words[:end]) for end in range(1, len(words) + 1)]
    return any(map(_is_clear_place, starts))


def _is_clear_place(name: str) -> bool:
    """Return whether words are the name of a place and no common word."""
    known = gazetteer.places(name)[:1]
    return any(place.is_named(name) and not place.common_word for place in known)
