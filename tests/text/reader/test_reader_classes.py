"""Names whose class the learned reader corrects: only a guess is corrected, and only where the reader is sure of one class."""

import pytest
from reader_samples import chain, named, sighting

from kg.model import Chain, Gender
from kg.text.reader import retyped
from kg.text.reader.scores import SPEAKS_OF_CLASS, Prediction

PERSON, FIRM, PLACE, CITY = "schema:Person", "schema:Organization", "schema:Place", "schema:City"


def class_of(first: Chain, *seen: Prediction) -> str:
    """The class of the first of two chains after what was seen of them."""
    return retyped((first, chain("Other")), seen)[0].type


@pytest.mark.parametrize(
    ("name", "end", "expected"),
    [
        ("spouse", (0, 1), PERSON),
        ("spouse", (1, 0), PERSON),
        ("employment", (0, 1), PERSON),
        ("employment", (1, 0), FIRM),
        ("birth-place", (1, 0), PLACE),
        ("birth-date", (0, -1), PERSON),
        ("water", (0, 1), PLACE),
        ("founder", (1, 0), ""),  # a person or an organisation
        ("head", (0, 1), ""),  # an organisation or a place
        ("owner", (0, 1), ""),
        ("nationality", (1, 0), ""),  # a country is known by its name
    ],
)
def test_a_name_without_a_class_gets_that_which_its_relation_asks_for(
    name: str, end: tuple[int, int], expected: str
) -> None:
    assert class_of(chain("Globex"), sighting(name, *end, probability=0.1)) == expected


@pytest.mark.parametrize(
    ("first", "probability", "expected"),
    [
        (chain("Globex", FIRM), 0.7, PERSON),
        (chain("Globex", FIRM), 0.69, FIRM),
        (chain("Globex", PLACE), 0.7, PERSON),
        (chain("Globex", CITY), 0.99, CITY),  # no guess: the gazetteer knows it
        (chain("Globex", FIRM, gender=Gender.FEMALE), 0.99, FIRM),
        (Chain((named("Globex", FIRM, title="Mayor"),), FIRM, "Globex"), 0.99, FIRM),
        (Chain((named("Globex", FIRM, country="NO"),), FIRM, "Globex"), 0.99, FIRM),
        (Chain((named("Globex", FIRM),), FIRM, ""), 0.99, FIRM),
    ],
)
def test_a_guess_gives_way_to_a_sure_relation_only(
    first: Chain, probability: float, expected: str
) -> None:
    assert class_of(first, sighting("spouse", 0, 1, probability)) == expected


@pytest.mark.parametrize(
    ("name", "probability", "expected"),
    [
        ("Globex Widgets", SPEAKS_OF_CLASS, FIRM),
        ("Globex Maria", SPEAKS_OF_CLASS, FIRM),
        ("Globex Widgets", SPEAKS_OF_CLASS - 0.01, PERSON),
        ("Maria Widgets", SPEAKS_OF_CLASS, PERSON),
        ("Maria Widgets", 0.7, FIRM),
    ],
)
def test_a_person_with_a_given_name_is_doubted_less(
    name: str, probability: float, expected: str
) -> None:
    assert class_of(chain(name, PERSON), sighting("subsidiary", 0, 1, probability)) == expected


def test_two_classes_cancel_each_other_and_the_surest_of_one_counts() -> None:
    sure, less = sighting("spouse", 0, 1, 0.8), sighting("sibling", 0, 1, 0.2)
    assert (
        class_of(chain("Globex", FIRM), sure, less)
        == class_of(chain("Globex", FIRM), less, sure)
        == PERSON
    )
    assert class_of(chain("Globex", PLACE), sure, sighting("subsidiary", 0, 1, 0.9)) == PLACE


def test_what_nothing_is_seen_of_stays_as_it_is() -> None:
    both = (chain("Globex", FIRM), chain("Initech", PLACE))
    assert retyped(both, ()) == both
    changed = retyped(both, [sighting("spouse", 1, -1)])
    assert changed[0] == both[0]
    assert (changed[1].type, changed[1].name, changed[1].mentions) == (
        PERSON,
        "Initech",
        both[1].mentions,
    )
