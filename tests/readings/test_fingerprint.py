"""What readings depend on: all code and data before a reading, and the models, whatever they are called."""

import shutil

import grimp

from kg.choices import DEFAULT_MODEL, DEFAULT_READER
from kg.readings.fingerprint import AFTER_READING, PACKAGE, fingerprint

anew = fingerprint.__wrapped__  # not the one that was found before


def test_no_module_that_makes_readings_is_left_out():
    before = grimp.build_graph("kg", cache_dir=None).find_upstream_modules(
        "kg.text.read_article"
    ) | {"kg.text.read_article"}
    rooms = {module.split(".")[1] for module in before if "." in module}
    assert {"text", "lang", "vocabulary", "gazetteer", "model"} <= rooms
    assert rooms.isdisjoint({name.removesuffix(".py") for name in AFTER_READING})


def test_what_comes_after_a_reading_is_there():
    packaged = {path.name for path in PACKAGE.iterdir()} | {
        "ontologies"
    }  # which lie beside the package in a checkout
    assert packaged >= AFTER_READING


def test_it_is_the_same_each_time():
    assert (
        anew(DEFAULT_MODEL, DEFAULT_READER)
        == anew(DEFAULT_MODEL, DEFAULT_READER)
        == fingerprint(DEFAULT_MODEL, DEFAULT_READER)
    )


def test_each_choice_of_model_and_reader_has_its_own():
    assert (
        len(
            {
                anew(model, reader)
                for model in (DEFAULT_MODEL, "no_model")
                for reader in (DEFAULT_READER, "none")
            }
        )
        == 4
    )


def test_the_content_of_a_model_and_a_reader_counts_not_their_place(tmp_path):
    for name in ("model", "reader"):
        (tmp_path / "one" / name).mkdir(parents=True)
    (tmp_path / "one/model/meta.json").write_text("{}")
    (tmp_path / "one/reader/reader.json").write_text("{}")
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    one, two = tmp_path / "one", tmp_path / "two"
    before = anew(str(one / "model"), str(one / "reader"))
    assert anew(str(two / "model"), str(two / "reader")) == before
    (two / "model/weights").write_text("1")
    assert anew(str(two / "model"), str(one / "reader")) != before
    (two / "reader/reader.json").write_text("[]")
    assert anew(str(one / "model"), str(two / "reader")) != before
