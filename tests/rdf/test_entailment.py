"""What a plain triple implies."""

import pytest
from pyoxigraph import Literal
from rdf_samples import SampleProperty, SampleVocabulary

from kg.rdf.entailment import Entailment
from kg.rdf.iris import Iris

ONE, OTHER = Iris().node("person/one"), Iris().node("person/other")


@pytest.mark.parametrize(
    ("properties", "implied"),
    [
        ({}, {("kg:a", False)}),
        ({"kg:a": SampleProperty(inverse="kg:b")}, {("kg:a", False), ("kg:b", True)}),
        ({"kg:a": SampleProperty(symmetric=True)}, {("kg:a", False), ("kg:a", True)}),
        (
            {"kg:a": SampleProperty(parents=("kg:b",)), "kg:b": SampleProperty(inverse="kg:c")},
            {("kg:a", False), ("kg:b", False), ("kg:c", True)},
        ),
        (
            {
                "kg:a": SampleProperty(inverse="kg:b"),
                "kg:b": SampleProperty(inverse="kg:a", parents=("kg:c",)),
            },
            {("kg:a", False), ("kg:b", True), ("kg:c", True)},
        ),
        (
            {
                "kg:a": SampleProperty(parents=("kg:b",)),
                "kg:b": SampleProperty(parents=("kg:a",), symmetric=True),
            },
            {(name, turned) for name in ("kg:a", "kg:b") for turned in (False, True)},
        ),
    ],
)
def test_superproperties_inverses_and_mirror_images_are_followed_to_the_end(properties, implied):
    assert set(Entailment(SampleVocabulary(properties)).entailed("kg:a")) == implied


def test_a_literal_is_never_a_subject():
    entailment = Entailment(SampleVocabulary({"kg:a": SampleProperty(inverse="kg:b")}))
    assert len(list(entailment.descriptions(ONE, "kg:a", Literal("x")))) == 1
    assert len(list(entailment.descriptions(ONE, "kg:a", OTHER))) == 2
