"""The spaCy pipeline: it is loaded here, and parses articles, some at a time.

Parser and entity recognizer move all documents of a batch on together, one step at a time, which
saves calls. It changes no annotation: a row of a matrix product is the same sum in the same order
however many rows there are (docs/decisions/0003-articles-in-batches.md).
"""

import gc
from collections.abc import Iterator, Sequence
from enum import StrEnum, auto
from functools import lru_cache
from itertools import chain

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from kg.choices import DEFAULT_MODEL
from kg.errors import ModelError
from kg.model import Article
from kg.text.parse.dictionary import dictionary_of
from kg.text.parse.headlines import with_plain_headlines
from kg.text.parse.sentences import endless_words, scores, sentence_cuts, with_starts
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
    return with_datelines(_bounded(nlp, article, nlp(_prepared(nlp, article))), article)


def parse_all(nlp: Language, articles: Sequence[Article]) -> list[Doc]:
    """Return what `parse` gives for each article of a batch, in their order, at a lower cost."""
    prepared = [_prepared(nlp, article) for article in articles]
    docs = nlp.pipe(prepared, batch_size=len(articles))
    pairs = zip(articles, docs, strict=True)
    return [with_datelines(_bounded(nlp, *pair), pair[0]) for pair in pairs]


def with_datelines(doc: Doc, article: Article) -> Doc:
    """Return the document with the places of its datelines as names, and nothing else in these."""
    lines = list(datelines(article.text))
    if not lines:
        return doc
    places: list[Span] = []
    for line in lines:
        spans = (
            doc.char_span(*place, label=PLACE, alignment_mode="expand") for place in line.places
        )
        places += [span for span in spans if span is not None]
    others = [ent for ent in doc.ents if not any(_crosses(ent, line) for line in lines)]
    doc.set_ents(filter_spans([*places, *others]))
    return doc


def _crosses(ent: Span, line: Dateline) -> bool:
    return ent.start_char < line.end and line.start < ent.end_char


def _bounded(nlp: Language, article: Article, doc: Doc) -> Doc:
    """Return the document, parsed once more with more ends if a sentence is too long."""
    cuts = sentence_cuts(doc)
    if not cuts:
        return doc
    again = _prepared(nlp, article)
    for start in (*cuts, *(sentence.start for sentence in doc.sents)):
        again[start].is_sent_start = True
    return nlp(again)


def _prepared(nlp: Language, article: Article) -> Doc:
    """Return the tokens of an article, with the sentence starts that its layout shows."""
    starts = [line.end for line in datelines(article.text)]
    text = with_plain_headlines(readable(article), dictionary_of(nlp))
    return with_starts(nlp.make_doc(text), starts)


def readable(article: Article) -> str:
    """Return the text with furniture and endless words blanked out and plain quotes.

    So are scores of matches; of datelines the places stay. It is as long as the text itself.
    """
    text = article.text.translate(PLAIN)
    characters = list(text)
    furniture = [(passage.start, passage.end) for passage in article.furniture]
    in_datelines = chain.from_iterable(map(_beside_places, datelines(text)))
    for start, end in (*furniture, *endless_words(text), *in_datelines, *scores(text)):
        characters[start:end] = " " * (end - start)
    return "".join(characters)


def _beside_places(line: Dateline) -> Iterator[tuple[int, int]]:
    """Yield the parts of a dateline around its places: the agency, the date and the dash."""
    if line.places:
        yield line.start, line.places[0][0]
        yield line.places[-1][1], line.end
    else:
        yield line.start, line.end
