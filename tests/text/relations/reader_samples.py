"""Mentions, chains and sightings made by hand, for the tests of the learned reader."""

from kg.model import Chain, Kind, Mention, Passage
from kg.text.reader.candidates import Candidate
from kg.text.reader.entity_types import entity_type_of
from kg.text.reader.relations import Relation, relations
from kg.text.reader.scores import Prediction


def named(words: str, type_: str = "", **more: object) -> Mention:
    """A name at the start of an article."""
    return Mention(Passage("a", 0, len(words)), words, Kind.NAME, 0, type_, **more)


def chain(words: str, type_: str = "", **more: object) -> Chain:
    """A chain of one name."""
    return Chain((named(words, type_),), type_, words, **more)


def relation(name: str) -> Relation:
    """The relation of that name in the reader's table."""
    return next(each for each in relations() if each.name == name)


def sighting(name: str, subject: int, value: int, probability: float = 0.9) -> Prediction:
    """What the network would see between the chains of two numbers; -1 is that of a time."""
    first, second = (
        Candidate(named("Bo"), number, entity_type_of(named("Bo"), ""))
        for number in (subject, value)
    )
    return Prediction(first, second, relation(name), probability)
