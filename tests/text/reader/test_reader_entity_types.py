"""The sorts in which the learned reader sees mentions: a table of kinds, words and classes."""

import pytest
from reader_samples import relation

from kg.model import Kind, Mention, Passage
from kg.text.reader.entity_types import EntityType, entity_type_of, type_of_class

CASES = [
    (Kind.NAME, "Bo", "schema:Person", EntityType.PERSON),
    (Kind.NAME, "Bo", "kg:Group", EntityType.GROUP),
    (Kind.NAME, "Bo", "schema:Corporation", EntityType.ORGANIZATION),
    (Kind.NAME, "Bo", "schema:City", EntityType.PLACE),
    (Kind.NAME, "Bo", "schema:Country", EntityType.COUNTRY),
    (Kind.NAME, "Bo", "schema:Book", EntityType.WORK),
    (Kind.NAME, "Bo", "schema:Product", EntityType.THING),
    (Kind.NAME, "Bo", "", EntityType.UNKNOWN),
    (Kind.NOMINAL, "the miner", "schema:Person", EntityType.PERSON_DESCRIBED),
    (Kind.NOMINAL, "the firm", "schema:Corporation", EntityType.ORGANIZATION_DESCRIBED),
    (Kind.NOMINAL, "the city", "schema:City", EntityType.PLACE_DESCRIBED),
    (Kind.NOMINAL, "the country", "schema:Country", EntityType.PLACE_DESCRIBED),
    (Kind.NOMINAL, "the miners", "kg:Group", EntityType.GROUP),
    (Kind.NOMINAL, "the book", "schema:Book", EntityType.THING_DESCRIBED),
    (Kind.NOMINAL, "the thing", "", EntityType.THING_DESCRIBED),
    (Kind.PRONOUN, "She", "schema:Corporation", EntityType.PERSON_PRONOUN),
    (Kind.PRONOUN, "it", "schema:Person", EntityType.THING_PRONOUN),
    (Kind.TIME, "May", "schema:Person", EntityType.TIME),
]


@pytest.mark.parametrize(("kind", "words", "type_", "expected"), CASES)
def test_a_mention_has_the_sort_of_its_kind_and_class(
    kind: Kind, words: str, type_: str, expected: EntityType
) -> None:
    assert entity_type_of(Mention(Passage("a", 0, len(words)), words, kind, 0), type_) is expected


def test_a_pronoun_of_many_stands_for_no_single_thing() -> None:
    assert (
        entity_type_of(Mention(Passage("a", 0, 4), "they", Kind.PRONOUN, 0, plural=True), "")
        is EntityType.PLURAL_PRONOUN
    )


def test_the_class_of_the_chain_goes_before_that_of_the_mention() -> None:
    mention = Mention(Passage("a", 0, 2), "Bo", Kind.NAME, 0, "schema:Place")
    assert (entity_type_of(mention, "schema:Person"), entity_type_of(mention, "")) == (
        EntityType.PERSON,
        type_of_class("schema:Place"),
    )


@pytest.mark.parametrize(
    ("name", "subject", "value", "admitted"),
    [
        ("employment", EntityType.PERSON, EntityType.ORGANIZATION, True),
        ("employment", EntityType.PERSON, EntityType.PLACE, False),
        ("employment", EntityType.PLACE, EntityType.ORGANIZATION, False),
        ("employment", EntityType.THING_PRONOUN, EntityType.UNKNOWN, True),
        ("birth-date", EntityType.PERSON, EntityType.TIME, True),
        ("birth-date", EntityType.PERSON, EntityType.UNKNOWN, False),
    ],
)
def test_a_relation_admits_the_sorts_of_both_its_ends(
    name: str, subject: EntityType, value: EntityType, admitted: bool
) -> None:
    assert relation(name).admits(subject, value) is admitted
