"""Words whose kind of event depends on what goes with them: the packaged lexicon, the lines, and their faults."""

import pytest

from kg.errors import OntologyError
from kg.graph.ontology.kinds import event_kinds, parse_kind
from kg.graph.ontology.loading import load
from kg.model import Claim, Frame, Kind, Mention, Passage, Role

AT = Passage("a", 0, 1)


@pytest.fixture(scope="module")
def ontology():
    return load()


def claim(frame, predicate, phrase, roles):
    """A claim whose fillers are written "Ann Bolt:schema:Person"; a class may be missing."""
    filled = []
    for role, words in roles.items():
        text, _, cls = words.partition(":")
        filled.append(Role(role, Mention(AT, text, Kind.NAME, 0, cls)))
    return Claim(frame, predicate, tuple(filled), AT, AT, "test", phrase=phrase)


ANN, GLOBEX, OSLO = "Ann Bolt:schema:Person", "Globex:schema:Corporation", "Oslo:schema:City"
BO, FERRY, MEDAL = "Bo Lee:schema:Person", "the ferry:schema:Vehicle", "the Order:kg:Award"
VERBS = [
    ("win", "{0} wins the silver medal", {"subject": ANN}, "kg:Awarding"),
    ("win", "{0} wins {1}", {"subject": ANN, "object": "the Bergen Prize:kg:Award"}, "kg:Awarding"),
    ("win", "{0} wins by-election", {"subject": ANN}, "kg:Election"),
    ("win", "{0} wins second leg", {"subject": ANN}, "kg:Competition"),
    ("win", "{0} wins", {"subject": ANN}, "kg:Competition"),
    ("win", "{0} wins affection", {"subject": ANN}, "sem:Event"),
    ("lose", "{0} loses her job", {"subject": ANN}, "kg:Resignation"),
    ("lose", "{0} loses two fingers", {"subject": ANN}, "kg:Injury"),
    ("lose", "{0} loses his wife in fire", {"subject": ANN}, "kg:Death"),
    ("fire", "{0} fires {1}", {"subject": GLOBEX, "object": ANN}, "kg:Resignation"),
    ("fire", "shots are fired at {0}", {"at": GLOBEX}, "kg:Attack"),
    ("break", "{0} breaks her wrist and two ribs", {"subject": ANN}, "kg:Injury"),
    ("break", "{0} breaks shop windows", {"subject": ANN}, "kg:Damage"),
    ("break", "dyke breaks near {0}", {"near": OSLO}, "kg:Disaster"),
    ("hit", "tsunami hits {0}", {"object": OSLO}, "kg:Disaster"),
    ("release", "{0} releases {1}", {"subject": GLOBEX, "object": ANN}, "kg:Release"),
    ("release", "{0} releases debut album", {"subject": ANN}, "kg:Launch"),
    ("release", "{0} releases statement", {"subject": GLOBEX}, "kg:PublicStatement"),
    ("leave", "{0} leaves {1}", {"subject": ANN, "object": OSLO}, "kg:Movement"),
    ("leave", "{0} leaves {1}", {"subject": ANN, "object": GLOBEX}, "kg:Resignation"),
    ("raise", "{0} raises interest rates", {"subject": GLOBEX}, "kg:Change"),
    ("raise", "{0} raises funds", {"subject": GLOBEX}, "kg:Transfer"),
    ("call", "{0} calls for calm", {"subject": ANN}, "kg:PublicStatement"),
    ("rise", "prices rise", {}, "kg:Change"),
    # a particle that the parser takes for an adverb
    ("step", "{0} steps down", {"subject": ANN}, "kg:Resignation"),
    ("step", "{0} steps aside", {"subject": ANN}, "kg:Resignation"),
    ("run", "{0} runs away", {"subject": ANN}, "kg:Movement"),
    ("lead", "{0} is led away", {"object": ANN}, "kg:Arrest"),
    # who leaves, comes, is sent
    ("remove", "{0} is removed", {"object": ANN}, "kg:Resignation"),
    ("succeed", "{0} succeeds {1}", {"subject": ANN, "object": BO}, "kg:Appointment"),
    ("pull", "{0} pulls out of {1}", {"subject": OSLO, "out of": GLOBEX}, "kg:Resignation"),
    ("send", "{0} sends {1}", {"subject": GLOBEX, "object": ANN}, "kg:Movement"),
    ("send", "{0} is sent to prison", {"object": ANN}, "kg:Conviction"),
    ("send", "{0} sends {1} flowers", {"subject": ANN, "recipient": BO}, "kg:Transfer"),
    # what befalls people and ships
    ("find", "{0} is found alive", {"object": ANN}, "kg:Rescue"),
    ("find", "{0} is found dead", {"object": ANN}, "kg:Death"),
    ("fall", "{0} falls from mast", {"subject": ANN, "from": "mast"}, "kg:Accident"),
    ("break down", "{0} breaks down", {"subject": FERRY}, "kg:Accident"),
    ("treat", "{0} is treated for burns", {"object": ANN}, "kg:Injury"),
    # what authorities, firms and speakers do
    ("fine", "{0} fines {1}", {"subject": OSLO, "object": GLOBEX}, "kg:Decision"),
    ("fine", "{0} is fined", {"object": ANN}, "kg:Conviction"),
    ("withdraw", "{0} withdraws permit", {"subject": OSLO}, "kg:Decision"),
    ("return", "{0} returns statue", {"subject": ANN}, "kg:Transfer"),
    ("return", "{0} returns to {1}", {"subject": ANN, "to": OSLO}, "kg:Movement"),
    ("report", "{0} reports loss", {"subject": GLOBEX}, "kg:PublicStatement"),
    ("report", "{0} is reported to {1}", {"object": ANN, "to": GLOBEX}, "kg:Communication"),
    ("refuse", "{0} refuses {1}", {"subject": ANN, "object": MEDAL}, "kg:Awarding"),
    ("score", "{0} scores goal", {"subject": ANN}, "kg:Competition"),
    ("consult", "{0} consults {1}", {"subject": ANN, "object": BO}, "kg:Communication"),
    ("rise", "{0} rises", {"subject": ANN}, "sem:Event"),
]  # fmt: skip


@pytest.mark.parametrize(("verb", "phrase", "roles", "kind"), VERBS)
def test_what_goes_with_a_verb_decides_its_kind(ontology, verb, phrase, roles, kind):
    assert event_kinds(claim(Frame.VERB, verb, phrase, roles), ontology) == (kind,)


NOUNS = [
    ("release", {"of": ANN}, "kg:Release"),
    ("loss", {"of": "life"}, "kg:Death"),
    ("air strike", {"on": OSLO}, "kg:Attack"),
    ("strike", {"on": OSLO}, "kg:Attack"),
    ("rail strike", {}, "kg:Demonstration"),
    ("victory", {"in": "the election"}, "kg:Election"),
    ("victory", {}, "kg:Competition"),
]


@pytest.mark.parametrize(("noun", "roles", "kind"), NOUNS)
def test_what_goes_with_a_noun_decides_its_kind(ontology, noun, roles, kind):
    assert event_kinds(claim(Frame.HAPPENING, noun, noun, roles), ontology) == (kind,)


def test_a_state_has_no_kind(ontology):
    assert (
        event_kinds(claim(Frame.VERB, "call", "{0} is called hero", {"object": ANN}), ontology)
        == ()
    )
    assert event_kinds(claim(Frame.VERB, "own", "{0} owns", {"subject": ANN}), ontology) == ()


def test_several_demands_have_to_hold_at_once(ontology):
    (rule,) = parse_kind("lose: no object and to schema:Person", "kg:Election", {})
    first, second = rule.demands
    assert (first.role, first.absent) == ("object", True)
    assert (second.role, second.classes) == ("to", frozenset({"schema:Person"}))


FAULTS = ["win object <prize>", "win:", "win: object <unknown>", "win: OBJECT"]


@pytest.mark.parametrize("line", FAULTS)
def test_a_line_of_no_known_form_is_a_fault(line):
    with pytest.raises(OntologyError):
        list(parse_kind(line, "kg:Awarding", {"prize": frozenset({"medal"})}))
