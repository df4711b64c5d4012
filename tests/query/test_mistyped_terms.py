"""A term that is mistyped is told, with the nearest one; a term that is only rare is not."""

from pathlib import Path

import pytest

from kg.query import Inquiry, answered
from kg.query.names import mistyped_terms
from kg.rdf import open_graph

SMALL = Path(__file__).parent / "small.ttl"


def notes(query: str) -> tuple[str, ...]:
    return mistyped_terms(open_graph(SMALL), query)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("schema:birthplace", "schema:birthPlace"),
        ("schema:BirthPlace", "schema:birthPlace"),
        ("schema:worksfor", "schema:worksFor"),
        ("schema:child", "schema:children"),
        ("kg:confidance", "kg:confidence"),
        ("kg:lead", "kg:leads"),
        ("kg:Arest", "kg:Arrest"),
        ("sem:hasActors", "sem:hasActor"),
        ("sem:hasTimestamp", "sem:hasTimeStamp"),
        ("schema:Organisation", "schema:Organization"),
        ("schema:spouce", "schema:spouse"),
        ("prov:wasAttributedto", "prov:wasAttributedTo"),
    ],
)
def test_a_mistyped_term_is_told_with_the_nearest(wrong: str, right: str) -> None:
    [note] = notes(f"SELECT * {{ ?x {wrong} ?y }}")
    assert note.startswith(f"{wrong} is in no ontology here")
    assert note.endswith(f"did you mean {right}?")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?x schema:birthPlace ?y }",
        "SELECT * { ?x rdfs:label ?y . FILTER(xsd:integer(?y) > 1) }",
        "SELECT * { ?x schema:telephone ?y }",
        "SELECT * { ?x rdfs:label 'schema:birthplace' }",
        "SELECT * { ?x rdfs:label ?y } # schema:birthplace",
        "SELECT * { ?x <https://schema.org/birthPlace> ?y }",
        "PREFIX schema: <http://x.example/> SELECT * { ?x schema:birthplace ?y }",
        "PREFIX my: <http://x.example/> SELECT * { ?x my:birthplace ?y }",
        "SELECT * { person:birthplace ?x ?y }",
    ],
)
def test_other_terms_are_no_mistake(query: str) -> None:
    assert notes(query) == ()


def test_a_term_that_the_graph_has_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "g.ttl"
    path.write_text("<x:a> <https://schema.org/birthplace> <x:b> .")
    assert mistyped_terms(open_graph(path), "SELECT * { ?x schema:birthplace ?y }") == ()


def test_the_note_comes_beside_the_answer() -> None:
    reply = answered(Inquiry(str(SMALL), "SELECT * { ?x schema:birthplace ?y }"), timeout=60)
    assert b"0 rows" in reply.content
    assert any("did you mean schema:birthPlace?" in note for note in reply.notes)
