"""Places deeper in the sentence: each sentence with a predicate, and the deep places that its claims hold.

An empty cell means none. A line stands beside one that is like it but for what the rule asks for.
"""

import pytest
from relation_samples import read, rows

from kg.model import Frame

VERBS = """
Maria Lopez was flown to a friend in Oslo. | fly | where to=Oslo
Maria Lopez was flown to a friend of Oslo. | fly |
Maria Lopez was flown to a clinic in Oslo. | fly |
Two men were shot by guards outside the bank. | shoot | where=the bank
Two men were arrested in a raid near Bergen. | arrest | where=Bergen
Two men were arrested at a motel near Bergen. | arrest |
The miners marched through the streets of Oslo. | march | where=Oslo
The miners marched through the song of Oslo. | march |
Jens Berg lives in Bergen, where he was arrested. | arrest | where=Bergen
Jens Berg lives in Bergen, which he hated. | hate |
Jens Berg flew back to Oslo. | fly | to=Oslo
Jens Berg went to Oslo and died there. | die | where=Oslo
The ship sank 40 kilometres north of Oslo. | sink | where=Oslo
A bus crashed near Oslo, killing Maria Lopez. | kill | where=Oslo
A bus crashed near Oslo after killing Maria Lopez. | kill |
"""
NOUNS = """
The death of Maria Lopez in Oslo shocked Jens Berg. | death | where=Oslo
The ceremony was held in Bergen. | ceremony | where=Bergen
The ceremony was planned in Bergen. | ceremony |
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
