"""The class model in the code is the ontology's, and the groups of classes are cut out of it."""

import pytest

from kg.graph.ontology.loading import load
from kg.vocabulary import (
    CREATIVE_WORKS,
    ORGANIZATIONS,
    PEOPLE,
    PLACES,
    PLACES_IN_A_COUNTRY,
    POPULATED_PLACES,
    is_a,
    with_superclasses,
)
from kg.vocabulary.classes import SUPERCLASSES

EVENT = "sem:Event"


@pytest.fixture(scope="module")
def ontology():
    return load()


def below(ontology, ancestor):
    return {cls for cls in ontology.ancestors if ontology.is_a(cls, ancestor)}


def test_the_hierarchy_is_that_of_the_ontology_but_for_events(ontology):
    stated = {
        cls: set(above[1:])
        for cls, above in ontology.ancestors.items()
        if len(above) > 1 and EVENT not in above
    }
    assert {cls: set(with_superclasses(cls)[1:]) for cls in SUPERCLASSES} == stated


def test_every_class_is_below_the_same_classes_as_in_the_ontology(ontology):
    known = [cls for cls in ontology.ancestors if not ontology.is_a(cls, EVENT)]
    wrong = [
        (cls, ancestor)
        for cls in known
        for ancestor in known
        if is_a(cls, ancestor) != ontology.is_a(cls, ancestor)
    ]
    assert known
    assert not wrong


# Each group: the classes of the ontology that it is cut out of, and what it leaves out on purpose.
GROUPS = [
    (ORGANIZATIONS, ["schema:Organization"], set()),
    (PLACES, ["schema:Place"], {"schema:BodyOfWater"}),
    (PEOPLE, ["schema:Person", "kg:Group"], set()),
    (CREATIVE_WORKS, ["schema:CreativeWork"], {"schema:NewsArticle"}),
]


@pytest.mark.parametrize(("group", "roots", "left_out"), GROUPS)
def test_a_group_has_all_classes_below_its_roots_but_those_left_out(
    ontology, group, roots, left_out
):
    assert group == set().union(*(below(ontology, root) for root in roots)) - left_out


@pytest.mark.parametrize("group", [POPULATED_PLACES, PLACES_IN_A_COUNTRY])
def test_the_narrower_groups_are_places_without_waters_in_general(group):
    assert group < PLACES


def test_a_class_that_nobody_states_is_only_itself():
    assert with_superclasses("kg:Unheard") == ("kg:Unheard",)
    assert not is_a("kg:Unheard", "schema:Place")
