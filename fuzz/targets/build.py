"""An article: its graph, whose evidence stands in the text, written and read back."""

from kg.pipeline import assemble
from kg.rdf import triples
from kg.reading_articles import read_article
from kg.text.read import article
from targets.words import text_of
from targets.written import check_written, ontology


def target(data: bytes) -> None:
    """Check that any text has a graph, whose evidence stands in the text."""
    text = text_of(data)
    found = article(text.encode("utf-8", "replace").decode(), source="a.txt")
    reading = read_article(found)
    for mention in (mention for chain in reading.chains for mention in chain.mentions):
        assert mention.passage.of(found.text) == mention.text
    said = {*triples(assemble([reading], ontology()), ontology())}
    check_written(said)
    for triple in said:
        if triple.predicate.value.endswith("#anchorOf"):
            start, end = triple.subject.value.rpartition("#char=")[2].split(",")
            assert found.text[int(start) : int(end)] == triple.object.value
