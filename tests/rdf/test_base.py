"""What is below the base, and what is not said: every file has the base that was given, and a value that is missing has no triple."""

from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from rdf_samples import GRAPH, VOCABULARY

from kg.rdf import triples, write
from kg.rdf.iris import term
from kg.vocabulary.prefixes import BASE_IRI

OWN = "https://news.example/data/"


@pytest.mark.parametrize("name", ["graph.ttl", "refusals.ttl", "mentions.ttl"])
def test_every_file_has_the_base_that_was_given(tmp_path: Path, name: str) -> None:
    write(GRAPH, tmp_path, VOCABULARY, base=OWN, mentions=True)
    found = list(parse(path=str(tmp_path / name), format=RdfFormat.TURTLE))
    assert any(OWN in str(quad.subject) for quad in found)
    assert not any(BASE_IRI in str(quad.triple) for quad in found)


def test_a_quotation_without_speaker_addressee_and_date_has_no_triple_of_them() -> None:
    bare = tuple(replace(each, speaker="", addressee="", date="") for each in GRAPH.quotations)
    found = triples(replace(GRAPH, quotations=bare), VOCABULARY)
    said = [triple for triple in found if "/quotation/" in str(triple.subject)]
    told = {term(curie) for curie in ("kg:addressee", "schema:creator", "prov:wasAttributedTo")}
    assert said
    assert not told & {triple.predicate for triple in said}
