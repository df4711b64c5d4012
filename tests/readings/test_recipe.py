"""The recipe of a graph: it comes back as it was, or is refused."""

import pytest
from hypothesis import given, settings
from reading_samples import anything

from kg.errors import GraphError
from kg.readings import Ingredient, Recipe, read_recipe, without, written

TWO = Recipe("urn:x:", "m", "none", articles=(Ingredient("a", "a.txt", "0"), Ingredient("b", "b.txt", "1")))


@settings(deadline=None)
@given(anything(Recipe))
def test_a_recipe_comes_back_as_it_was(tmp_path_factory, recipe):
    path = tmp_path_factory.mktemp("recipe") / "build.json"
    path.write_bytes(written(recipe))
    assert read_recipe(path) == recipe


def test_a_recipe_without_an_article_has_all_others():
    assert without(TWO, TWO.articles[0]).articles == TWO.articles[1:]


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"urn:x:", b"urn:y:"), (b"}", b""), (b'"format": 1', b'"format": 2'), (b'"mentions"', b'"other"'), (b"{", b"[")],
)
def test_a_recipe_that_was_changed_is_refused(tmp_path, old, new):
    path = tmp_path / "build.json"
    path.write_bytes(written(TWO).replace(old, new, 1))
    with pytest.raises(GraphError, match="damaged"):
        read_recipe(path)


def test_a_recipe_that_is_missing_is_told(tmp_path):
    with pytest.raises(GraphError, match="missing"):
        read_recipe(tmp_path / "build.json")
