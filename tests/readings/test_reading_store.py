"""The store of readings: it gives back the reading of just that article and version, or nothing."""

import shutil
from dataclasses import fields, replace
from pathlib import Path

import pytest
from reading_samples import ARTICLE, PLAIN

from kg.errors import GraphError, KgError
from kg.model import Article, Passage, Reading
from kg.readings import ManifestEntry, Readings, ReadingStore, StoreInFolder, StoreInMemory, record

OTHER = replace(PLAIN, article=replace(ARTICLE, id="a2", source="news/b.txt"))


@pytest.fixture
def store(tmp_path) -> StoreInFolder:
    """A store with one reading."""
    store = StoreInFolder("no_model", "none", tmp_path / "readings")
    add(store, PLAIN)
    return store


def add(store: ReadingStore, reading: Reading) -> None:
    store.add(store.key(reading.article), record(reading, store.version))


def found(store: ReadingStore, article: Article = ARTICLE) -> Reading | None:
    """The reading of an article, of which the store knows whether it holds it."""
    reading = store.open(store.key(article))
    assert store.holds(store.key(article)) == (reading is not None)
    return reading


def the_file(store: StoreInFolder) -> Path:
    (path,) = store.folder.rglob("*.reading")
    return path


def test_a_reading_is_found_by_its_article(store):
    assert found(store) == PLAIN


@pytest.mark.parametrize("name", [field.name for field in fields(Article)])
def test_a_reading_of_an_article_that_differs_in_anything_is_not_found(store, name):
    other = {
        "authors": ("Ann",),
        "furniture": (Passage("a1", 0, 1),),
        "front": (Passage("a1", 0, 1),),
    }.get(name, "other")
    assert found(store, replace(ARTICLE, **{name: other})) is None


@pytest.mark.parametrize(("model", "reader"), [("other_model", "none"), ("no_model", "built-in")])
def test_a_reading_by_other_models_is_not_found(store, model, reader):
    assert found(StoreInFolder(model, reader, store.folder)) is None


def test_a_store_that_is_not_there_has_nothing(tmp_path):
    store = StoreInFolder("no_model", "none", tmp_path / "none")
    assert found(store) is None
    store.keep_only(())
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_reading_is_not_found_and_may_be_added_again(store):
    the_file(store).write_bytes(the_file(store).read_bytes()[:-1])
    assert found(store) is None
    add(store, PLAIN)
    assert found(store) == PLAIN


def test_the_reading_of_another_article_under_its_name_is_not_taken_for_it(store):
    ours = the_file(store)
    add(store, OTHER)
    (theirs,) = set(store.folder.rglob("*.reading")) - {ours}
    shutil.copy(theirs, ours)
    assert found(store) is None


def test_what_is_not_kept_is_removed_and_so_is_what_a_kill_left(store):
    add(store, OTHER)
    (store.folder / "00").mkdir(exist_ok=True)
    (store.folder / "00" / "x.part").write_bytes(b"half")
    store.keep_only([store.key(ARTICLE)])
    assert found(store) == PLAIN
    assert [path.name for path in store.folder.rglob("*") if path.is_file()] == [
        f"{store.key(ARTICLE)}.reading"
    ]
    store.keep_only(())
    assert not store.folder.exists()


@pytest.mark.parametrize("held", [0, 1, 2])
def test_readings_are_gone_through_again_and_one_that_is_lost_is_named(store, monkeypatch, held):
    monkeypatch.setattr("kg.readings.store.HELD", held)
    add(store, OTHER)
    names = tuple(
        ManifestEntry(each.id, each.source, store.key(each)) for each in (ARTICLE, OTHER.article)
    )
    readings = Readings(store, names)
    assert [list(readings), list(readings)] == [[PLAIN, OTHER]] * 2 and len(readings) == 2
    assert len(readings.held) == held
    readings.forget()
    store.keep_only([names[0].key])
    with pytest.raises(GraphError, match=r"news/b\.txt.*build the graph again"):
        list(readings)


def test_a_store_in_memory_gives_back_what_was_put_there():
    store = StoreInMemory("no_model", "none")
    assert found(store) is None
    add(store, PLAIN)
    assert found(store) == PLAIN
    assert found(store, OTHER.article) is None


def test_a_folder_that_cannot_be_written_is_an_error_that_offers_to_do_without(tmp_path):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(KgError, match=r"cannot keep readings in .*file.*--no-cache"):
        add(StoreInFolder("no_model", "none", tmp_path / "file"), PLAIN)
