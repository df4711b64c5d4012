"""The manifest of a graph: it comes back as it was, or is refused."""

import pytest
from hypothesis import given, settings
from reading_samples import anything

from kg.errors import GraphError
from kg.readings import Manifest, ManifestEntry, read_manifest, without, written

TWO = Manifest(
    "urn:x:",
    "m",
    "none",
    articles=(ManifestEntry("a", "a.txt", "0"), ManifestEntry("b", "b.txt", "1")),
    title="Ports of the north",
    licence="https://x.example/licence",
)


@settings(deadline=None)
@given(anything(Manifest))
def test_a_recipe_comes_back_as_it_was(tmp_path_factory, manifest):
    path = tmp_path_factory.mktemp("manifest") / "build.json"
    path.write_bytes(written(manifest))
    assert read_manifest(path) == manifest


def test_a_recipe_without_an_article_has_all_others():
    assert without(TWO, TWO.articles[0]).articles == TWO.articles[1:]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"urn:x:", b"urn:y:"),
        (b"}", b""),
        (b'"format": 1', b'"format": 2'),
        (b'"mentions"', b'"other"'),
        (b"{", b"["),
    ],
)
def test_a_recipe_that_was_changed_is_refused(tmp_path, old, new):
    path = tmp_path / "build.json"
    path.write_bytes(written(TWO).replace(old, new, 1))
    with pytest.raises(GraphError, match="damaged"):
        read_manifest(path)


def test_a_recipe_that_is_missing_is_told(tmp_path):
    with pytest.raises(GraphError, match="missing"):
        read_manifest(tmp_path / "build.json")
