"""Places deeper in the sentence: each sentence with a predicate, and the deep places that its claims hold.

An empty cell means none. A line stands beside one that is like it but for what the rule asks for.
"""

import pytest
from relation_samples import read, rows

from kg.model import Frame

VERBS = """
Maria Lopez was flown to a friend in Oslo. | fly | where to=Oslo
Maria Lopez was flown to a friend of Oslo. | fly |
Maria Lopez was flown to a clinic in Oslo. | fly | where to=Oslo
Two men were shot by guards outside the bank. | shoot | where=the bank
Two men were arrested in a raid near Bergen. | arrest | where=Bergen
Two men were arrested at a motel near Bergen. | arrest | where=Bergen
The miners marched through the streets of Oslo. | march | where=Oslo
The miners marched through the song of Oslo. | march |
Jens Berg lives in Bergen, where he was arrested. | arrest | where=Bergen
Jens Berg lives in Bergen, which he hated. | hate |
Jens Berg flew back to Oslo. | fly | to=Oslo
Jens Berg went to Oslo and died there. | die | where=Oslo
The ship sank 40 kilometres north of Oslo. | sink | where=Oslo
A bus crashed near Oslo, killing Maria Lopez. | kill | where=Oslo
A bus crashed near Oslo after killing Maria Lopez. | kill |
A bus crashed into the sea off Malta, killing Ada Reis and injuring Jens Berg. | injure | where=the sea, where=Malta
Jens Berg flew to Lima, where he is set to sing. | sing | where=Lima
Jens Berg flew to Lima, where, officials said, he sang. | sing | where=Lima
Jens Berg flew to Lima, which he is set to praise. | praise |
Jens Berg is held in a prison at Accra, where he met Maria Lopez. | meet | where=a prison
Ten people died when a train derailed in Quito. | die | where=Quito
Ten people died before a train derailed in Quito. | die |
Ten people died after bombs struck Quito. | die | where=Quito
Ten people died after bombs worried Quito. | die |
An earthquake shook Quito, killing Maria Lopez. | kill | where=Quito
An earthquake worried Quito, killing Maria Lopez. | kill |
Ten people had died while Maria Lopez was living in Quito. | die |
In Kigali, miners burned tyres and chanted slogans. | chant | where=Kigali
In Kigali, miners burned tyres and Maria Lopez chanted slogans. | chant |
Miners from Kigali burned tyres and chanted slogans. | chant |
Maria Lopez was found locked up in Hanoi. | find | where=Hanoi
Maria Lopez wants to be found in Hanoi. | want |
A blast in Lahore killed Maria Lopez. | kill | where=Lahore
A blast heard by friends of Lahore killed Maria Lopez. | kill |
Firefighters in Athens rescued Maria Lopez. | rescue | where=Athens
An envoy in Athens rescued Maria Lopez. | rescue |
A parliament in Athens punished Maria Lopez. | punish |
Maria Lopez was captured during a raid in Tunis. | capture | where=Tunis
Maria Lopez was captured before a raid in Tunis. | capture |
The jet landed at an airport, 40 kilometres north of Lima. | land |
"""
NOUNS = """
The death of Maria Lopez in Oslo shocked Jens Berg. | death | where=Oslo
The ceremony was held in Bergen. | ceremony | where=Bergen
The ceremony was planned in Bergen. | ceremony |
An earthquake shook Nepal. | earthquake | where=Nepal
Chile was hit by an earthquake. | earthquake | where=Chile
The earthquake that struck Peru killed ten people. | earthquake | where=Peru
An earthquake worried Peru. | earthquake |
Jens Berg will lead the talks that are to open in Cairo. | talk | where=Cairo
The talks, which took place in Cairo, failed. | talk | where=Cairo
The talks, which annoyed ministers in Cairo, failed. | talk |
"""
DEEP = ("where", "where to", "where from", "to")


def deep(text, frame, predicate):
    found = [c for c in read(text)[0] if (c.frame, c.predicate) == (frame, predicate)]
    roles = [f"{r.name}={r.mention.text}" for c in found for r in c.roles if r.name in DEEP]
    return ", ".join(role for role in roles if not role.startswith("to=a "))


@pytest.mark.parametrize(("text", "verb", "places"), rows(VERBS))
def test_a_clause_has_the_places_of_its_sentence(text, verb, places):
    assert deep(text, Frame.VERB, verb) == places


@pytest.mark.parametrize(("text", "noun", "places"), rows(NOUNS))
def test_an_event_noun_has_the_places_of_its_sentence(text, noun, places):
    assert deep(text, Frame.HAPPENING, noun) == places
