"""Loading: what the packaged files say, what a user's file adds, and how faults are reported."""

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.graph.ontology.loading import load, ontology_files
from kg.model import Frame

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "examples" / "mentorship.ttl"
MENTOR = "https://example.org/mentorship#mentor"
PREFIXES = """
@prefix my: <https://example.org/my#> . @prefix kg: <https://w3id.org/newskg/ontology#> . @prefix schema: <https://schema.org/> .
@prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""


@pytest.fixture(scope="module")
def ontology():
    return load()


@pytest.fixture
def mine(tmp_path):
    """Writes a user's file and gives its path."""

    def write(text, name="mine.ttl"):
        path = tmp_path / name
        path.write_text(PREFIXES + text, encoding="utf-8")
        return path

    return write


def properties_of(ontology, frame, predicate):
    return {curie for curie, _ in ontology.patterns(frame, predicate)}


# ------------------------------------------------------------------------------------------------------- the packaged files


def test_superclasses_come_nearest_first(ontology):
    assert ontology.superclasses("kg:Crossing") == ("kg:Crossing", "kg:Movement", "sem:Event")
    assert ontology.superclasses("my:Unknown") == ("my:Unknown",)
    assert ontology.is_a("schema:RiverBodyOfWater", "schema:Place")
    assert not ontology.is_a("", "schema:Place")


def test_a_property_knows_its_ends_and_its_inverse(ontology):
    works = ontology.properties["schema:worksFor"]
    assert (works.domain, works.inverse, works.literal) == (
        ("schema:Person",),
        "schema:employee",
        False,
    )
    assert set(works.range) == {"schema:Organization", "schema:Country"}
    assert ontology.properties["schema:employee"].inverse == "schema:worksFor"
    assert ontology.properties["kg:leads"].parents == ("schema:worksFor",)
    assert ontology.properties["schema:spouse"].symmetric
    assert ontology.properties["schema:birthDate"].functional


EXPRESSED = [
    (Frame.VERB, "found", "schema:founder"),
    (Frame.VERB, "bear", "schema:birthPlace"),
    (Frame.VERB, "bear", "schema:birthDate"),
    (Frame.VERB, "marry", "schema:spouse"),
    (Frame.VERB, "acquire", "schema:owns"),
    (Frame.VERB, "base", "schema:location"),
    (Frame.VERB, "take over", "schema:owns"),
    (Frame.VERB, "take", "schema:owns"),
    (Frame.NOUN, "third secretary", "schema:jobTitle"),
    (Frame.NOUN, "prime minister", "kg:leads"),
    (Frame.NOUN, "chief executive", "kg:leads"),
    (Frame.NOUN, "eldest daughter", "schema:children"),
    (Frame.NOUN, "spokeswoman", "kg:spokespersonFor"),
    (Frame.NOUN, "capital", "kg:capitalOf"),
    (Frame.HAPPENING, "hostile takeover", "schema:owns"),
]


@pytest.mark.parametrize(("frame", "predicate", "property_"), EXPRESSED)
def test_words_lead_to_the_relations_that_they_express(ontology, frame, predicate, property_):
    assert property_ in properties_of(ontology, frame, predicate)


@pytest.mark.parametrize(
    "title", ["deputy prime minister", "vice president", "assistant head coach", "vice chairman"]
)
def test_a_deputy_has_the_post_but_does_not_lead(ontology, title):
    assert "schema:jobTitle" in properties_of(ontology, Frame.NOUN, title)
    assert "kg:leads" not in properties_of(ontology, Frame.NOUN, title)


def test_a_particle_is_found_as_a_preposition_too(ontology):
    roles = {
        pattern.object
        for curie, pattern in ontology.patterns(Frame.VERB, "preside")
        if curie == "kg:leads"
    }
    assert roles == {"over"}


def test_words_of_the_past_mark_their_pattern(ontology):
    assert all(pattern.past for _, pattern in ontology.patterns(Frame.VERB, "divorce"))
    assert not any(pattern.past for _, pattern in ontology.patterns(Frame.VERB, "marry"))


KINDS = [
    (Frame.VERB, "cross", ("kg:Crossing",)),
    (Frame.VERB, "set off", ("kg:Movement",)),
    (Frame.VERB, "apologise", ("kg:Apology",)),
    (Frame.VERB, "apologize", ("kg:Apology",)),
    (Frame.HAPPENING, "train ride", ("kg:Transport",)),
    (Frame.HAPPENING, "daring raid", ("kg:Attack",)),
    (Frame.HAPPENING, "clinical trial", ("kg:Investigation",)),
    (Frame.HAPPENING, "murder trial", ("kg:Trial",)),
    (Frame.VERB, "increase", ("kg:Change",)),
    (Frame.HAPPENING, "table", ()),
]


@pytest.mark.parametrize(("frame", "word", "kinds"), KINDS)
def test_words_lead_to_the_kind_of_event_that_they_name(ontology, frame, word, kinds):
    assert ontology.event_classes(frame, word) == kinds


def test_no_state_verb_tells_of_an_event(ontology):
    assert {"be", "have", "know", "belong"} <= ontology.state_verbs
    assert not [verb for verb in ontology.state_verbs if ontology.event_classes(Frame.VERB, verb)]


ROLES = [
    ("kg:Crossing", "cross", "object", ("schema:RiverBodyOfWater",), "kg:via"),
    ("kg:Movement", "visit", "object", ("schema:City",), "kg:destination"),
    ("kg:Movement", "leave", "object", ("schema:City",), "kg:origin"),
    ("kg:Movement", "leave", "object", ("schema:Person",), "kg:patient"),
    ("kg:Transport", "train ride", "out of", ("schema:City",), "kg:origin"),
    ("kg:Death", "die", "subject", ("schema:Person",), "kg:patient"),
    ("kg:Death", "kill", "subject", ("schema:Person",), "kg:agent"),
    ("kg:Apology", "apologise", "to", ("kg:Group",), "kg:recipient"),
    ("kg:Meeting", "meet", "with", ("schema:Person",), "sem:hasActor"),
    ("sem:Event", "open", "in", ("schema:City",), "sem:hasPlace"),
    ("sem:Event", "open", "in", ("schema:Person",), ""),
    ("kg:Unknown", "open", "subject", (), "kg:agent"),
]


@pytest.mark.parametrize(("kind", "word", "role", "types", "property_"), ROLES)
def test_the_role_of_a_filler_depends_on_the_kind_the_word_and_the_filler(
    ontology, kind, word, role, types, property_
):
    assert ontology.role_of(kind, word, role, types) == property_


def test_the_version_is_of_the_content_alone(ontology, mine):
    assert load().version == ontology.version
    first, second = mine("my:A a owl:Class .", "a.ttl"), mine("my:B a owl:Class .", "b.ttl")
    assert load([first, second]).version == load([second, first]).version != ontology.version


# ---------------------------------------------------------------------------------------------------------- a user's own file


def test_a_users_relation_and_kind_of_event_are_found_by_their_words():
    ontology = load([EXAMPLE])
    assert properties_of(ontology, Frame.VERB, "mentor") == {MENTOR}
    assert MENTOR in properties_of(ontology, Frame.NOUN, "star pupil")
    assert ontology.properties[MENTOR].inverse == "https://example.org/mentorship#protege"
    assert ontology.properties["https://example.org/mentorship#protege"].domain == (
        "schema:Person",
    )
    assert ontology.event_classes(Frame.HAPPENING, "public masterclass") == (
        "https://example.org/mentorship#Masterclass",
    )
    assert ontology.prefixes["my"] == "https://example.org/mentorship#"


def test_a_users_kind_of_event_takes_its_other_roles_from_above():
    ontology, kind = load([EXAMPLE]), "https://example.org/mentorship#Masterclass"
    assert ontology.role_of(kind, "masterclass", "for", ("schema:Organization",)) == "kg:recipient"
    assert ontology.role_of(kind, "masterclass", "with", ("schema:Person",)) == "sem:hasActor"


def test_a_user_can_add_words_to_a_known_class_and_relation(mine):
    ontology = load(
        [mine('kg:PostWords kg:words "quartermaster" . schema:founder kg:saidAs "O beget S" .')]
    )
    assert "schema:jobTitle" in properties_of(ontology, Frame.NOUN, "quartermaster")
    assert "schema:founder" in properties_of(ontology, Frame.VERB, "beget")


def test_the_packaged_files_stand_beside_the_package_and_are_read_without_a_users():
    assert [path.name for path in ontology_files()] == [
        "newskg.ttl",
        "newskg-profile.ttl",
        "lexicon-relations.ttl",
        "lexicon-events.ttl",
        "publishers.ttl",
    ]
    assert all(path.exists() for path in ontology_files())


# ------------------------------------------------------------------------------------------------------------------- faults

FAULTS = [
    ('my:likes a owl:ObjectProperty ; kg:saidAs "S like" .', "lacks O"),
    ('my:likes kg:saidAs "S like O" .', "is no property"),
    ('my:Riot kg:eventVerb "riot" .', "is no event"),
    ('my:Riot a owl:Class ; kg:eventVerb "riot" .', "is no event"),
    (
        'my:likes a owl:ObjectProperty ; kg:saidAs "S like O:my:Human" .',
        "my#Human, which no file declares",
    ),
    (
        'my:likes a owl:ObjectProperty ; kg:saidAs "S be <fan> of O" .',
        "word class that no file gives",
    ),
    (
        'my:Riot a owl:Class ; rdfs:subClassOf sem:Event ; kg:roleOf "object my:victim" .',
        "which no file declares a property",
    ),
    ('my:Riot a owl:Class ; rdfs:subClassOf sem:Event ; kg:roleOf "object" .', "role 'object'"),
    (
        'my:Riot a owl:Class ; rdfs:subClassOf sem:Event ; kg:roleOf "object my:Mob kg:patient" .',
        "which no file declares a class",
    ),
]


@pytest.mark.parametrize(("text", "fault"), FAULTS)
def test_a_fault_is_told_with_its_file(mine, text, fault):
    with pytest.raises(OntologyError) as error:
        load([mine(text)])
    assert fault in str(error.value)
    assert "mine.ttl" in str(error.value)


def test_what_is_not_turtle_is_told_with_its_line(mine):
    with pytest.raises(OntologyError, match=r"mine\.ttl: line 6, is not Turtle"):
        load([mine('\nmy:a my:b "c" my:d .')])


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(OntologyError, match=r"none\.ttl: cannot be read"):
        load([tmp_path / "none.ttl"])


# What a file says that is of no use here is named, and all else is used.
NOTES = [
    (
        "my:A a owl:Class ; rdfs:subClassOf my:B . my:B a owl:Class ; rdfs:subClassOf my:A .",
        "its own superclass",
    ),
    ("my:A a owl:Class ; rdfs:subClassOf my:Nothing .", "my#Nothing, which no file declares"),
    (
        "my:likes a owl:ObjectProperty ; owl:inverseOf my:nothing .",
        "my#nothing, which no file declares",
    ),
    ("my:likes a owl:ObjectProperty ; rdfs:domain my:Human .", "my#Human, at an end of"),
]


@pytest.mark.parametrize(("text", "note"), NOTES)
def test_what_is_passed_over_is_noted_with_its_file(mine, text, note):
    notes = load([mine(text)]).notes
    assert any(note in each for each in notes)
    assert {Path(each.split(": ")[0]).name for each in notes} == {"mine.ttl"}


def test_all_faults_of_all_files_are_reported_together(mine):
    first = mine('my:likes a owl:ObjectProperty ; kg:saidAs "S like, like O" .', "first.ttl")
    second = mine('my:A a owl:Class ; kg:eventVerb "riot" .', "second.ttl")
    with pytest.raises(OntologyError) as error:
        load([first, second])
    lines = str(error.value).splitlines()
    assert [Path(line.split(": ")[0]).name for line in lines] == [
        "first.ttl",
        "first.ttl",
        "second.ttl",
    ]
