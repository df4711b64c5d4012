"""Weights that are missing, damaged or of another version are told by file and with a way out; "none" is no reader."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from kg.errors import ReaderError
from kg.text.reader import NO_READER, load_reader
from kg.text.reader.weights import OWN


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("reader.json", "reader.onnx", "tokenizer.json"):
        shutil.copy(OWN / name, tmp_path / name)
    return tmp_path


def test_no_reader_is_nothing() -> None:
    assert load_reader(NO_READER) is None


def test_a_folder_of_weights_reads_like_the_built_in_ones(folder: Path) -> None:
    own, other = load_reader(), load_reader(str(folder))
    assert own is not None
    assert other is not None
    assert (own.relations, own.thresholds) == (other.relations, other.thresholds)


@pytest.mark.parametrize("name", ["reader.json", "reader.onnx", "tokenizer.json"])
def test_a_missing_file_is_named_with_what_to_do(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ReaderError, match=rf"needs .*{name}.*--reader none"):
        load_reader(str(folder))


@pytest.mark.parametrize("name", ["reader.onnx", "tokenizer.json"])
def test_one_changed_byte_is_noticed(folder: Path, name: str) -> None:
    content = bytearray((folder / name).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / name).write_bytes(bytes(content))
    with pytest.raises(ReaderError, match=rf"{name} is damaged.*rebuild the weights"):
        load_reader(str(folder))


@pytest.mark.parametrize("text", ["", "{", "[]", '{"relations": []}', '{"unknown": 1}'])
def test_a_damaged_description_is_named(folder: Path, text: str) -> None:
    (folder / "reader.json").write_text(text, "utf-8")
    with pytest.raises(ReaderError, match=r"reader\.json is damaged"):
        load_reader(str(folder))


def test_relations_of_another_version_are_named(folder: Path) -> None:
    told = json.loads((folder / "reader.json").read_text("utf-8"))
    told["relations"][0], told["floor"]["telepathy"] = "telepathy", 0.5
    (folder / "reader.json").write_text(json.dumps(told), "utf-8")
    with pytest.raises(ReaderError, match="does not know: telepathy"):
        load_reader(str(folder))


@pytest.mark.parametrize(
    ("part", "name"), [("floor", "spouse"), ("sha256", "reader.onnx"), ("sha256", "tokenizer.json")]
)
def test_a_description_that_leaves_something_out_says_what(
    folder: Path, part: str, name: str
) -> None:
    told = json.loads((folder / "reader.json").read_text("utf-8"))
    del told[part][name]
    (folder / "reader.json").write_text(json.dumps(told), "utf-8")
    with pytest.raises(
        ReaderError,
        match=rf"reader\.json says nothing of {name} \(install newskg again.*--reader none",
    ):
        load_reader(str(folder))


def test_several_things_left_out_are_all_told(folder: Path) -> None:
    told = json.loads((folder / "reader.json").read_text("utf-8"))
    told["sha256"] = {}
    (folder / "reader.json").write_text(json.dumps(told), "utf-8")
    with pytest.raises(ReaderError, match=r"says nothing of reader\.onnx, tokenizer\.json \("):
        load_reader(str(folder))


def test_the_network_runs_on_one_thread_of_the_processor() -> None:
    reader = load_reader()
    assert reader is not None
    options = reader.session.get_session_options()
    assert (
        options.intra_op_num_threads,
        options.inter_op_num_threads,
        options.enable_mem_pattern,
    ) == (1, 1, False)
    assert options.log_severity_level == 3
    assert reader.session.get_providers() == ["CPUExecutionProvider"]


def test_a_probability_is_told_in_two_decimals() -> None:
    reader = load_reader()
    assert reader is not None
    assert reader.probability(-reader.shift / reader.scale) == 0.5
    assert all(
        reader.probability(score / 7) == round(reader.probability(score / 7), 2)
        for score in range(-50, 50)
    )
    assert (reader.probability(1000), reader.probability(-50)) == (1, 0)


def test_a_network_of_another_version_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.text.reader.weights.OUTPUTS", 1)
    with pytest.raises(ReaderError, match=r"another version of newskg \(install newskg again"):
        load_reader(str(folder))


def test_a_list_of_pieces_that_is_none_is_named(folder: Path) -> None:
    content = b'{"model": {}}'
    (folder / "tokenizer.json").write_bytes(content)
    told = json.loads((folder / "reader.json").read_text("utf-8"))
    told["sha256"]["tokenizer.json"] = hashlib.sha256(content).hexdigest()
    (folder / "reader.json").write_text(json.dumps(told), "utf-8")
    with pytest.raises(ReaderError, match=r"tokenizer\.json has no list of word pieces \("):
        load_reader(str(folder))
