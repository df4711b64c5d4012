"""The store of readings: it gives back the reading of just that article and version, or nothing."""

import shutil
from dataclasses import fields, replace
from pathlib import Path

import pytest
from reading_samples import ARTICLE, PLAIN

from kg.model import Article, Passage
from kg.readings import ReadingStore

OTHER = replace(PLAIN, article=replace(ARTICLE, id="a2", source="news/b.txt"))


@pytest.fixture
def store(tmp_path) -> ReadingStore:
    """A store with one reading."""
    store = ReadingStore(tmp_path / "readings", "no_model", "none")
    store.add(PLAIN)
    return store


def the_file(store: ReadingStore) -> Path:
    (path,) = store.folder.rglob("*.reading")
    return path


def test_a_reading_is_found_by_its_article_and_by_its_key(store):
    assert store.find(ARTICLE) == PLAIN
    assert store.open(store.key(ARTICLE)) == PLAIN


@pytest.mark.parametrize("name", [field.name for field in fields(Article)])
def test_a_reading_of_an_article_that_differs_in_anything_is_not_found(store, name):
    other = {"authors": ("Ann",), "furniture": (Passage("a1", 0, 1),), "front": (Passage("a1", 0, 1),)}.get(name, "other")
    assert store.find(replace(ARTICLE, **{name: other})) is None


@pytest.mark.parametrize(("model", "reader"), [("other_model", "none"), ("no_model", "built-in")])
def test_a_reading_by_other_models_is_not_found(store, model, reader):
    assert ReadingStore(store.folder, model, reader).find(ARTICLE) is None


def test_a_store_that_is_not_there_has_nothing(tmp_path):
    store = ReadingStore(tmp_path / "none", "no_model", "none")
    assert store.find(ARTICLE) is None
    store.keep_only(())
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_reading_is_not_found_and_may_be_added_again(store):
    the_file(store).write_bytes(the_file(store).read_bytes()[:-1])
    assert store.find(ARTICLE) is None
    store.add(PLAIN)
    assert store.find(ARTICLE) == PLAIN


def test_the_reading_of_another_article_under_its_name_is_not_taken_for_it(store):
    ours = the_file(store)
    store.add(OTHER)
    (theirs,) = set(store.folder.rglob("*.reading")) - {ours}
    shutil.copy(theirs, ours)
    assert store.find(ARTICLE) is None
    assert store.open(store.key(ARTICLE)) is None


def test_what_is_not_kept_is_removed_and_so_is_what_a_kill_left(store):
    store.add(OTHER)
    (store.folder / "00").mkdir(exist_ok=True)
    (store.folder / "00" / "x.part").write_bytes(b"half")
    store.keep_only([store.key(ARTICLE)])
    assert store.find(ARTICLE) == PLAIN
    assert [path.name for path in store.folder.rglob("*") if path.is_file()] == [f"{store.key(ARTICLE)}.reading"]
    store.keep_only(())
    assert not store.folder.exists()
