"""Passages as nodes: strings of a document with their offsets and their words, in NIF.

Source: NLP Interchange Format 2.0 (nif:RFC5147String); RFC 5147 (offsets of characters in
text/plain).
"""

from collections.abc import Iterable, Iterator, Mapping

from kg.errors import GraphError
from kg.model import Passage
from kg.rdf.descriptions import Description, about
from kg.rdf.iris import Iris, term
from kg.rdf.literals import text, typed


def passage_descriptions(
    passages: Iterable[Passage], text_of_article: Mapping[str, str], iris: Iris
) -> Iterator[Description]:
    """Yield a description of each passage: its document, its offsets, its words.

    Raises `GraphError` for a passage of an article that is not there, or one that is not a stretch
    of its article's text.
    """
    for passage in dict.fromkeys(passages):
        yield about(
            iris.passage(passage),
            ("rdf:type", term("nif:RFC5147String")),
            ("nif:referenceContext", iris.document(passage.article)),
            ("nif:beginIndex", typed(str(passage.start), "xsd:nonNegativeInteger")),
            ("nif:endIndex", typed(str(passage.end), "xsd:nonNegativeInteger")),
            ("nif:anchorOf", text(_words(passage, text_of_article))),
        )


def order_of_passage(passage: Passage, iris: Iris) -> tuple[str, int, int]:
    """Return the sorting key of a passage in a Turtle document: its document, then its place in the
    text.
    """
    return iris.document(passage.article).value, passage.start, passage.end


def _words(passage: Passage, text_of_article: Mapping[str, str]) -> str:
    article = passage.article
    if article not in text_of_article:
        raise GraphError(
            f"evidence lies in the article {article!r}, which is not in the graph: build it again"
        )
    text = text_of_article[article]
    if not 0 <= passage.start < passage.end <= len(text):
        place = f"characters {passage.start} to {passage.end} of {article!r}"
        raise GraphError(
            f"evidence at {place} is not in its text, which has {len(text)}: build the graph again"
        )
    return passage.of(text)
