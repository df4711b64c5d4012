"""The Turtle writer: two independent parsers read back what was written, the bytes do not depend on any order."""

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from kg.rdf import turtle
from kg.rdf.iris import Iris, term
from kg.rdf.store import rdflib_term

IRIS = Iris()
HOSTILE = [
    'say "hi"',
    "it's",
    "back\\slash \\n \\u0041",
    "two\nlines\r\nand\ra tab\t.",
    "\x00\x01\x07\x0b\x0c\x1f\x7f\x85",
    "\u200e\u200f\u202e\u2028\u2029\ufeff\ufffe\uffff",
    "😀 e\u0301 한국",
    '"""',
    "<b>&amp;</b> @prefix x: <y> . # no comment",
    "",
    " ",
]
TEXTS = st.one_of(st.text(), st.sampled_from(HOSTILE))
NODES = st.builds(
    lambda kind, name: IRIS.node(f"{kind}/{name}"),
    st.sampled_from(["person", "Event", "schema", "a/b", "-"]),
    st.text(),
)
PASSAGES = st.builds(
    lambda name, start: NamedNode(f"{IRIS.document(name).value}#char={start},{start + 1}"),
    st.text(min_size=1),
    st.integers(0, 9),
)
FOREIGN = st.sampled_from(
    [
        "https://schema.org/",
        "https://schema.org/a/b",
        "urn:x:y",
        "http://e.org/é#-",
        "urn:newskg:local/",
    ]
)
IRI = st.one_of(NODES, PASSAGES, FOREIGN.map(NamedNode))
DATATYPES = [
    "integer",
    "decimal",
    "boolean",
    "date",
    "gYear",
    "duration",
    "anyURI",
    "nonNegativeInteger",
]
LEXICAL = st.sampled_from(
    [
        "1",
        "-2",
        "+3",
        "01",
        "-0",
        "-0.0",
        "0.0000001",
        "12345678901234567890.5",
        "1.50",
        ".5",
        "5.",
        "1e3",
        "true",
        "TRUE",
        "2021-02",
        "x",
        "",
        "a\nb",
        '"',
    ]
)
TYPED = st.builds(
    lambda value, kind: Literal(value, datatype=term(f"xsd:{kind}")),
    LEXICAL,
    st.sampled_from(DATATYPES),
)
LITERALS = st.one_of(
    TEXTS.map(Literal), TYPED, TEXTS.map(lambda value: Literal(value, language="en-gb"))
)
PREDICATES = st.sampled_from(
    ["rdf:type", "rdfs:label", "schema:name", "http://e.org/p%20q", "urn:p", "https://schema.org/1"]
).map(term)
TRIPLES = st.lists(st.builds(Triple, IRI, PREDICATES, st.one_of(IRI, LITERALS)), max_size=12)


def oxigraph(document: str) -> set[Triple]:
    return {quad.triple for quad in parse(document.encode(), format=RdfFormat.TURTLE)}


def as_rdflib(triples) -> set[tuple]:
    return {tuple(rdflib_term(part) for part in triple) for triple in triples}


@pytest.fixture(autouse=True)
def literals_as_written(monkeypatch):
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


@settings(max_examples=300, deadline=None)
@given(TRIPLES)
def test_oxigraph_reads_back_what_was_written(triples):
    assert oxigraph(turtle(triples)) == set(triples)


@pytest.mark.filterwarnings("ignore")  # rdflib's, of literals that are no numbers
@settings(max_examples=100, deadline=None)
@given(TRIPLES)
def test_rdflib_reads_back_what_was_written(triples):
    read = set(rdflib.Graph().parse(data=turtle(triples), format="turtle"))
    assert {tuple(map(exact, triple)) for triple in read} == {
        tuple(map(exact, triple)) for triple in as_rdflib(triples)
    }


def exact(part) -> str:
    return (
        part.n3()
        if not isinstance(part, rdflib.Literal)
        else f"{str(part)!r}{part.datatype}{part.language}"
    )


@pytest.mark.parametrize(
    "base",
    [
        "urn:newskg:local/",
        "https://desk.example/data/",
        "http://localhost:8000/",
        "urn:news:",
        "file:///tmp/x/",
    ],
)
def test_both_parsers_agree_below_any_base(base):
    iris = Iris(base)
    triples = [
        Triple(iris.node("person/a.b"), term("schema:name"), iris.document("x")),
        Triple(iris.document("."), term("rdf:type"), iris.node("p")),
    ]
    assert oxigraph(turtle(triples, base=base)) == set(triples)
    assert set(rdflib.Graph().parse(data=turtle(triples, base=base), format="turtle")) == as_rdflib(
        triples
    )


@settings(deadline=None)
@given(st.data())
def test_neither_order_nor_repetition_changes_a_byte(data):
    triples = data.draw(TRIPLES)
    again = data.draw(st.permutations(triples + triples[:3]))
    assert turtle(again) == turtle(triples)


def test_a_subject_is_one_block_with_its_type_first_and_its_values_sorted():
    ada, bolt = IRIS.node("person/ada"), IRIS.node("organization/bolt")
    triples = [
        Triple(ada, term("schema:worksFor"), bolt),
        Triple(ada, term("rdfs:label"), Literal("Ada")),
        Triple(ada, term("kg:age"), Literal("44", datatype=term("xsd:integer"))),
        Triple(ada, term("rdf:type"), term("schema:Person")),
        Triple(ada, term("skos:altLabel"), Literal("B")),
        Triple(ada, term("skos:altLabel"), Literal("A")),
    ]
    assert turtle(triples).split("# Entities\n\n")[1] == (
        'person:ada a schema:Person ;\n    rdfs:label "Ada" ;\n    skos:altLabel "A", "B" ;\n    kg:age 44 ;\n'
        "    schema:worksFor organization:bolt .\n"
    )


@pytest.mark.parametrize(
    ("base", "written"),
    [("https://desk.example/", ""), ("urn:newskg:local/", "urn:newskg:local/")],
)
def test_passages_stand_in_text_order_relative_to_a_base_that_takes_it(base, written):
    passages = [
        Triple(
            NamedNode(f"{Iris(base).document('a').value}#char={start},99"),
            term("rdf:type"),
            term("nif:RFC5147String"),
        )
        for start in (10, 9, 2)
    ]
    blocks = turtle(passages, base=base).split("# Passages\n")[1].split()
    assert [word for word in blocks if word.startswith("<")] == [
        f"<{written}document/a#char={start},99>" for start in (2, 9, 10)
    ]


def test_sections_follow_each_other_as_the_vocabulary_tells_them():
    kinds = [
        "statement/1",
        "document/a#char=1,2",
        "person/x",
        "event/1",
        "quotation/1",
        "document/a",
    ]
    triples = [
        Triple(NamedNode(f"urn:newskg:local/{kind}"), term("rdfs:label"), Literal("x"))
        for kind in kinds
    ]
    titles = [line[2:] for line in turtle(triples).splitlines() if line.startswith("# ")]
    assert titles == ["Articles", "Entities", "Events", "Quotations", "Statements", "Passages"]


def test_a_long_list_of_values_stands_on_a_line_each():
    names = [
        Triple(
            IRIS.node("person/a"), term("skos:altLabel"), Literal(f"a rather long name, number {n}")
        )
        for n in range(9)
    ]
    assert max(map(len, turtle(names).splitlines())) < 90


def test_a_users_prefix_is_declared_where_it_is_used():
    triple = Triple(IRIS.node("person/a"), NamedNode("https://my.example/v#likes"), Literal("tea"))
    assert "my:likes" in turtle(
        [triple], prefixes={"my": "https://my.example/v#", "your": "https://your.example/"}
    )
    assert "your" not in turtle(
        [triple], prefixes={"my": "https://my.example/v#", "your": "https://your.example/"}
    )


def test_the_vocabularys_prefixes_keep_their_meaning():
    triple = Triple(IRIS.node("person/a"), term("schema:name"), Literal("tea"))
    assert turtle(
        [triple], prefixes={"schema": "http://schema.org/", "s": "https://schema.org/"}
    ) == turtle([triple])


def test_no_triples_are_an_empty_document():
    assert turtle([]) == ""
