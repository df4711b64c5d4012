"""Ontologies of others, as they are: their forms, what is passed over, how properties are read."""

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.graph.ontology import load
from kg.graph.ontology.foreign.phrases import Values, patterns_for, template_for
from kg.graph.ontology.foreign.verbs import Verbs
from kg.graph.ontology.pattern import parse
from kg.model import Frame

OTHERS = Path(__file__).parent / "others"
FILES = sorted(
    path for path in OTHERS.iterdir() if path.suffix != ".tsv" and not path.stem.endswith("-said")
)
TURTLE = """
@prefix e: <http://e.org/> . @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix schema: <https://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


@pytest.fixture
def made(tmp_path):
    """Loads an ontology of these bytes or this Turtle."""

    def load_(text, name="theirs.owl"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else (TURTLE + text).encode())
        return load(path)

    return load_


def one(ontology, name):
    """The property of others whose IRI ends so, and how it is read."""
    (curie,) = (curie for curie in ontology.readables if curie.endswith(name))
    return ontology.properties[curie], ontology.readables[curie]


# ------------------------------------------------------------------------------------------------------------------ whole ontologies


def test_there_are_ten_ontologies_and_more():
    assert len(FILES) >= 11
    assert {path.suffix for path in FILES} == {".ttl", ".owl", ".jsonld", ".nt"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_an_ontology_of_somebody_else_is_read_as_it_is(path):
    ontology = load(path)
    read = [each for each in ontology.readables.values() if not each.why]
    assert len(read) >= 2
    assert len(read) >= 0.6 * len(ontology.readables)


@pytest.mark.parametrize("name", ["company", "film", "sport"])
def test_every_property_of_the_measured_ones_has_five_lines_at_most(name):
    (path,) = (path for path in FILES if path.stem == name)
    ontology = load([path, OTHERS / f"{name}-said.ttl"])
    given = [len(each.given) for each in ontology.readables.values()]
    assert set(given) == {5}


# ------------------------------------------------------------------------------------------------------------------------------ forms

RDF = b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:owl="http://www.w3.org/2002/07/owl#">'
PROPERTY = b'<owl:ObjectProperty rdf:about="#employs"/></rdf:RDF>'
FORMS = {
    "Turtle": b"<http://e.org/employs> a <http://www.w3.org/2002/07/owl#ObjectProperty> .",
    "N-Triples": b"<http://e.org/employs> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/2002/07/owl#ObjectProperty> .",
    "RDF/XML": RDF + PROPERTY,
    "with a declaration": b'<?xml version="1.0"?>\n' + RDF + PROPERTY,
    "with a mark in front": b'\xef\xbb\xbf<?xml version="1.0"?>\n' + RDF + PROPERTY,
    "with entities": b'<!DOCTYPE r [<!ENTITY o "http://www.w3.org/2002/07/owl#">]>'
    + RDF
    + PROPERTY,
    "JSON-LD": b'{"@id": "http://e.org/employs", "@type": "http://www.w3.org/2002/07/owl#ObjectProperty"}',
    "a list in JSON-LD": b'[ {"@id": "http://e.org/employs", "@type": "http://www.w3.org/2002/07/owl#ObjectProperty"}]',
}


@pytest.mark.parametrize("form", FORMS)
def test_the_form_is_told_by_content_not_by_the_name(made, form):
    property_, readable = one(made(FORMS[form], "theirs.ttl"), "employs")
    assert readable.patterns == ("S employ O",)
    assert property_.label == "employs"


BOMB = b'<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
LONG = b'<!DOCTYPE r [<!ENTITY a "' + b"a" * 10_000 + b'">]>'
UNREADABLE = [
    (BOMB + RDF + PROPERTY, "defines the XML entity b"),
    (LONG + RDF + PROPERTY, "defines the XML entity a"),
    (b'<?xml version="1.0"?><Ontology xmlns="http://www.w3.org/2002/07/owl#"/>', "is in OWL/XML"),
    (b"Prefix(:=<http://e.org/>)\nOntology()", "is in OWL's functional syntax"),
    (b"Prefix: e: <http://e.org/>\nOntology: <http://e.org/>", "is in OWL's Manchester syntax"),
    (
        b'{"@context": "https://e.org/c", "@id": "http://e.org/x", "@type": "Y"}',
        "which is not fetched",
    ),
    (b"<http://e.org/x> a <y .", "is not Turtle"),
    (b"{", "is not JSON-LD"),
    (RDF + b"</owl:Class>", "is not RDF/XML"),
]


@pytest.mark.parametrize(("data", "fault"), UNREADABLE)
def test_what_cannot_be_read_is_told_with_a_way_out(made, data, fault):
    with pytest.raises(OntologyError) as error:
        made(data)
    assert fault in str(error.value)
    assert "theirs.owl" in str(error.value)


# ------------------------------------------------------------------------------------------------------------------------------- ends

ENDS = [
    # What stands at an end, and what it asks of the things in news.
    ("e:p rdfs:domain e:Airline .", "domain", "schema:Corporation"),
    (
        "e:p rdfs:domain e:X . e:X rdfs:label 'public limited company' .",
        "domain",
        "schema:Corporation",
    ),
    (
        "e:p rdfs:domain e:X . e:X a owl:Class ; owl:equivalentClass schema:City .",
        "domain",
        "schema:City",
    ),
    (
        "e:p rdfs:domain e:X . e:X a owl:Class ; rdfs:subClassOf e:Y . e:Y a owl:Class ; rdfs:label 'river' .",
        "domain",
        "schema:RiverBodyOfWater",
    ),
    ("e:p rdfs:domain [ owl:unionOf ( e:Person e:Company ) ] .", "domain", "schema:Person"),
    ("e:p rdfs:domain [ owl:unionOf ( e:Person e:Company ) ] .", "domain", "schema:Corporation"),
    ("e:p rdfs:range e:Person , e:Town .", "range", "schema:City"),
    ("e:p schema:rangeIncludes e:Person , e:Town .", "range", "schema:Person"),
    ("e:p rdfs:range xsd:gYear .", "range", "xsd:gYear"),
    (
        "e:p rdfs:range [ a rdfs:Datatype ; owl:onDatatype xsd:integer ; owl:withRestrictions ( [ xsd:minInclusive 0 ] ) ] .",
        "range",
        "xsd:integer",
    ),
    ("e:p rdfs:range e:number .", "range", "xsd:decimal"),
]


@pytest.mark.parametrize(("text", "end", "cls"), ENDS)
def test_the_ends_are_those_of_this_vocabulary(made, text, end, cls):
    property_, _ = one(made(f"e:p a owl:ObjectProperty ; rdfs:label 'x' . {text}"), "p")
    assert cls in getattr(property_, end)


def test_a_thing_that_is_only_known_to_be_above_the_class_may_be_there(made):
    ontology = made("e:p a owl:ObjectProperty ; rdfs:label 'x' ; rdfs:domain e:Company .")
    property_, _ = one(ontology, "p")
    fits = {
        types: ontology.fits(types, property_.domain)
        for types in (
            ("schema:Corporation", "schema:Organization"),
            ("schema:Organization",),
            ("schema:SportsTeam", "schema:Organization"),
            ("schema:Person",),
        )
    }
    assert [*fits.values()] == [True, True, False, False]


THINGS = [
    (
        "e:p a owl:ObjectProperty ; rdfs:range e:Ideology . e:Ideology a owl:Class .",
        "http://e.org/Ideology",
    ),
    (
        "e:p a owl:ObjectProperty ; rdfs:range e:Ideology .",
        "xsd:string",
    ),  # nobody declares it: a value
    (
        "e:p a owl:ObjectProperty ; rdfs:range e:Product . e:Product a owl:Class .",
        "http://e.org/Product",
    ),
    ("e:p a owl:ObjectProperty ; rdfs:range e:Person . e:Person a owl:Class .", ""),
    ("e:p a owl:ObjectProperty .", "owl:Thing"),
    ("e:p a <http://www.w3.org/1999/02/22-rdf-syntax-ns#Property> .", "xsd:string"),
]


@pytest.mark.parametrize(("text", "thing"), THINGS)
def test_what_needs_no_name_is_known_by_the_range(made, text, thing):
    property_, _ = one(made(text), "p")
    assert property_.thing == thing


# ------------------------------------------------------------------------------------------------------------------------- own words

VERBS = Verbs(
    [
        "base",
        "bear",
        "bury",
        "complete",
        "create",
        "direct",
        "employ",
        "found",
        "influence",
        "inhabit",
        "launch",
        "marry",
        "open",
        "own",
        "play",
        "produce",
        "publish",
        "release",
        "sponsor",
        "study",
        "write",
        "set up",
        "film",
    ],
    ["headquarters"],
)
SAID = [
    ("parent company", Values.NODE, "O be parent company of S"),
    ("director", Values.NODE, "O be director of S"),
    ("director", Values.NODE, "O direct S"),
    ("producer", Values.NODE, "O produce S"),
    ("author", Values.NODE, "O write S"),
    ("has director", Values.NODE, "O be director of S"),
    ("headquarters", Values.NODE, "O be headquarters of S"),
    ("products", Values.NODE, "O be product of S"),
    ("directed by", Values.NODE, "O direct S"),
    ("written by", Values.NODE, "O write S"),
    ("set up by", Values.NODE, "O set up S"),
    ("is owned by", Values.NODE, "O own S"),
    ("based in", Values.NODE, "base S in O"),
    ("studied at", Values.NODE, "S study at O"),
    ("plays for", Values.NODE, "S play for O"),
    ("employs", Values.NODE, "S employ O"),
    ("publishes", Values.NODE, "S publish O"),
    ("member of", Values.NODE, "S be member of O"),
    ("is part of", Values.NODE, "S be part of O"),
    ("filming location", Values.NODE, "film S in O"),
    ("place of burial", Values.NODE, "bury S in O"),
    ("release date", Values.DATE, "release S when O"),
    ("date of completion", Values.DATE, "complete S when O"),
    ("year founded", Values.DATE, "found S when O"),
    ("opened in", Values.DATE, "S open when O"),
    ("launch", Values.DATE, "launch of S when O"),
    ("number of employees", Values.NUMBER, "S have O:employee"),
    ("population", Values.NUMBER, "S have population quantity O"),
    ("genre", Values.THING, "genre of S be O"),
    ("leader name", Values.TEXT, "O be leader of S"),
]


@pytest.mark.parametrize(("name", "values", "pattern"), SAID)
def test_a_name_is_said_in_patterns(name, values, pattern):
    assert pattern in patterns_for([name], values, VERBS)


UNSAID = [
    ("type", Values.NODE),
    ("has part", Values.NODE),
    ("name", Values.TEXT),
    ("label", Values.TEXT),
    ("director", Values.UNREADABLE),
]


@pytest.mark.parametrize(("name", "values"), UNSAID)
def test_a_name_that_says_too_little_gives_none(name, values):
    assert patterns_for([name], values, VERBS) == ()


NOT_SAID = [
    ("player", Values.NODE, "O play S"),  # who plays somebody plays against them
    ("headquarters", Values.NODE, "S headquarter O"),
    ("written by", Values.NODE, "S write O"),
    ("members", Values.NUMBER, "O be members of S"),
]


@pytest.mark.parametrize(("name", "values", "pattern"), NOT_SAID)
def test_a_name_is_not_said_the_wrong_way(name, values, pattern):
    assert pattern not in patterns_for([name], values, VERBS)


@pytest.mark.parametrize("values", Values)
def test_a_template_has_five_lines_of_a_known_form(values):
    lines = template_for(values)
    assert len(lines) == 5
    for line in lines:
        assert parse(line).predicate


NAMED = [
    ("e:parentCompany a owl:ObjectProperty .", "parent company"),
    ("e:parent_company a owl:ObjectProperty .", "parent company"),
    (
        "e:P12 a owl:ObjectProperty ; rdfs:label 'parent company'@en , 'Muttergesellschaft'@de .",
        "parent company",
    ),
    (
        "e:P12 a owl:ObjectProperty ; rdfs:label 'Muttergesellschaft'@de ; skos:altLabel 'Parent Company (business)'@en-GB .",
        "parent company",
    ),
    ("e:P12 a owl:ObjectProperty ; rdfs:label 'parentCompany' .", "parent company"),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_names_are_small_english_words(made, text, name):
    (readable,) = made(text).readables.values()
    assert readable.names == (name,)


def test_a_property_without_english_words_is_named_with_the_reason(made):
    (readable,) = made(
        "e:P12 a owl:ObjectProperty ; rdfs:label 'Hauptsitz'@de ."
    ).readables.values()
    assert (readable.names, readable.patterns) == ((), ())
    assert "no English label" in readable.why


# ------------------------------------------------------------------------------------------------------------------ known properties

LIKE = [
    (
        "e:p a owl:ObjectProperty ; rdfs:label 'made from scratch by' ; owl:equivalentProperty schema:founder .",
        ("schema:founder", False),
    ),
    (
        "e:birthPlace a owl:ObjectProperty ; rdfs:domain e:Person ; rdfs:range e:Place .",
        ("schema:birthPlace", False),
    ),
    (
        "e:owner a owl:ObjectProperty ; rdfs:domain e:Company ; rdfs:range e:Person .",
        ("schema:owns", True),
    ),
    (
        "e:capital a owl:ObjectProperty ; rdfs:domain e:Country ; rdfs:range e:City .",
        ("kg:capitalOf", True),
    ),
    ("e:employer a owl:ObjectProperty ; rdfs:domain e:Person .", ("schema:worksFor", False)),
]


@pytest.mark.parametrize(("text", "like"), LIKE)
def test_a_property_that_says_the_same_has_the_words_of_a_known_one(made, text, like):
    ontology = made(text)
    (readable,) = ontology.readables.values()
    assert like in readable.likes
    assert (readable.curie, like[1]) in ontology.likes[like[0]]


UNLIKE = [
    "e:location a owl:ObjectProperty ; rdfs:domain e:Person ; rdfs:range e:Building .",
    "e:birthPlace a owl:ObjectProperty ; rdfs:domain e:Ship ; rdfs:range e:Port .",
    "e:capital a owl:DatatypeProperty ; rdfs:domain e:Company ; rdfs:range xsd:decimal .",
]


@pytest.mark.parametrize("text", UNLIKE)
def test_the_ends_decide_whether_a_property_is_like_a_known_one(made, text):
    (readable,) = made(text).readables.values()
    assert readable.likes == ()


def test_swapped_patterns_have_their_ends_swapped(made):
    ontology = made("e:owner a owl:ObjectProperty ; rdfs:domain e:Company ; rdfs:range e:Person .")
    patterns = [
        pattern
        for curie, pattern in ontology.patterns(Frame.VERB, "own")
        if curie == "http://e.org/owner"
    ]
    assert ("object", "subject") in {(pattern.subject, pattern.object) for pattern in patterns}
    assert "S own O" not in {pattern.text for pattern in patterns}


def test_what_a_file_says_of_a_known_property_changes_nothing(made):
    ontology = made(
        "schema:founder a owl:ObjectProperty ; rdfs:label 'begetter' ; rdfs:domain e:Film ; rdfs:range e:Dog ."
    )
    assert ontology.properties["schema:founder"] == load().properties["schema:founder"]
    assert ontology.readables == {}


def test_a_file_with_patterns_is_not_added_to(made):
    text = '@prefix kg: <https://w3id.org/newskg/ontology#> . e:director a owl:ObjectProperty ; kg:saidAs "O shoot S" .'
    (readable,) = made(text).readables.values()
    assert (readable.given, readable.patterns, readable.likes) == (("O shoot S",), (), ())


def test_patterns_of_another_file_add_to_what_is_made(tmp_path):
    theirs, mine = tmp_path / "theirs.ttl", tmp_path / "mine.ttl"
    theirs.write_text(TURTLE + "e:director a owl:ObjectProperty .", encoding="utf-8")
    mine.write_text(
        '@prefix kg: <https://w3id.org/newskg/ontology#> . <http://e.org/director> kg:saidAs "O shoot S" .',
        encoding="utf-8",
    )
    (readable,) = load([theirs, mine]).readables.values()
    assert readable.given == ("O shoot S",)
    assert {"O direct S", "O be director of S"} <= set(readable.patterns)


# ------------------------------------------------------------------------------------------------------------------------ passed over

PASSED_OVER = [
    (
        "e:A a owl:Class ; rdfs:subClassOf [ a owl:Restriction ; owl:onProperty e:p ; owl:minCardinality 1 ] .",
        "owl:Restriction, of http://e.org/A",
    ),
    (
        "e:A a owl:Class ; owl:disjointWith e:B . e:B a owl:Class .",
        "owl:disjointWith, of http://e.org/A",
    ),
    (
        "<http://e.org/> a owl:Ontology ; owl:imports <http://e.org/other> .",
        "owl:imports http://e.org/other, which is not fetched",
    ),
    (
        "e:p a owl:ObjectProperty ; owl:propertyChainAxiom ( e:q e:r ) .",
        "owl:propertyChainAxiom, of http://e.org/p",
    ),
    ("[] a owl:AllDisjointClasses ; owl:members ( e:A e:B ) .", "owl:AllDisjointClasses"),
    (
        "e:p a owl:ObjectProperty ; rdfs:domain [ owl:complementOf e:A ] .",
        "owl:complementOf, of http://e.org/p",
    ),
]


@pytest.mark.parametrize(("text", "note"), PASSED_OVER)
def test_constructs_of_owl_are_named_and_passed_over(made, text, note):
    ontology = made(text)
    assert [each for each in ontology.notes if note in each]
    assert not any(each.startswith("_:") for each in (*ontology.labels, *ontology.ancestors))


def test_one_line_names_a_construct_of_many_terms(made):
    text = " ".join(f"e:C{number} a owl:Class ; owl:disjointWith e:C0 ." for number in range(1, 90))
    (note,) = [each for each in made(f"e:C0 a owl:Class . {text}").notes if "disjointWith" in each]
    assert "86 more" in note


def test_a_list_that_comes_back_to_itself_ends(made):
    text = "e:p a owl:ObjectProperty ; rdfs:domain [ owl:unionOf _:l ] . _:l <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> e:Person ;"
    text += " <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:l ."
    property_, _ = one(made(text), "p")
    assert property_.domain == ("schema:Person",)
