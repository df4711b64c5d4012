"""The sorts in which the learned reader sees mentions: a table of kinds, words and classes."""

import pytest
from reader_samples import relation

from kg.model import Kind, Mention, Passage
from kg.relations.reader.sorts import Sort, of_type, sort_of

CASES = [
    (Kind.NAME, "Bo", "schema:Person", Sort.PERSON),
    (Kind.NAME, "Bo", "kg:Group", Sort.GROUP),
    (Kind.NAME, "Bo", "schema:Corporation", Sort.ORGANIZATION),
    (Kind.NAME, "Bo", "schema:City", Sort.PLACE),
    (Kind.NAME, "Bo", "schema:Country", Sort.COUNTRY),
    (Kind.NAME, "Bo", "schema:Book", Sort.WORK),
    (Kind.NAME, "Bo", "schema:Product", Sort.THING),
    (Kind.NAME, "Bo", "", Sort.UNKNOWN),
    (Kind.NOMINAL, "the miner", "schema:Person", Sort.PERSON_DESCRIBED),
    (Kind.NOMINAL, "the firm", "schema:Corporation", Sort.ORGANIZATION_DESCRIBED),
    (Kind.NOMINAL, "the city", "schema:City", Sort.PLACE_DESCRIBED),
    (Kind.NOMINAL, "the country", "schema:Country", Sort.PLACE_DESCRIBED),
    (Kind.NOMINAL, "the miners", "kg:Group", Sort.GROUP),
    (Kind.NOMINAL, "the book", "schema:Book", Sort.THING_DESCRIBED),
    (Kind.NOMINAL, "the thing", "", Sort.THING_DESCRIBED),
    (Kind.PRONOUN, "She", "schema:Corporation", Sort.PERSON_PRONOUN),
    (Kind.PRONOUN, "it", "schema:Person", Sort.THING_PRONOUN),
    (Kind.TIME, "May", "schema:Person", Sort.TIME),
]


@pytest.mark.parametrize(("kind", "words", "type_", "expected"), CASES)
def test_a_mention_has_the_sort_of_its_kind_and_class(kind: Kind, words: str, type_: str, expected: Sort) -> None:
    assert sort_of(Mention(Passage("a", 0, len(words)), words, kind, 0), type_) is expected


def test_a_pronoun_of_many_stands_for_no_single_thing() -> None:
    assert sort_of(Mention(Passage("a", 0, 4), "they", Kind.PRONOUN, 0, plural=True), "") is Sort.PLURAL_PRONOUN


def test_the_class_of_the_chain_goes_before_that_of_the_mention() -> None:
    mention = Mention(Passage("a", 0, 2), "Bo", Kind.NAME, 0, "schema:Place")
    assert (sort_of(mention, "schema:Person"), sort_of(mention, "")) == (Sort.PERSON, of_type("schema:Place"))


@pytest.mark.parametrize(
    ("name", "subject", "value", "admitted"),
    [
        ("employment", Sort.PERSON, Sort.ORGANIZATION, True),
        ("employment", Sort.PERSON, Sort.PLACE, False),
        ("employment", Sort.PLACE, Sort.ORGANIZATION, False),
        ("employment", Sort.THING_PRONOUN, Sort.UNKNOWN, True),
        ("birth-date", Sort.PERSON, Sort.TIME, True),
        ("birth-date", Sort.PERSON, Sort.UNKNOWN, False),
    ],
)
def test_a_relation_admits_the_sorts_of_both_its_ends(name: str, subject: Sort, value: Sort, admitted: bool) -> None:
    assert relation(name).admits(subject, value) is admitted
