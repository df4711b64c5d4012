"""Every quotation of the graph is what the stored text says, and what is not is listed."""

import re
from pathlib import Path

import pytest
from rdf_samples import written

from kg.errors import GraphError
from kg.rdf import verify


@pytest.fixture
def folder(tmp_path) -> Path:
    return written(tmp_path / "out")


def spoil(path, old, new):
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new).encode())


def test_a_fresh_folder_is_in_order(folder):
    assert verify(folder) == []


def test_so_is_one_without_refusals_and_mentions(folder):
    (folder / "mentions.ttl").unlink()
    (folder / "refusals.ttl").unlink()
    assert verify(folder) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        (
            "graph.ttl",
            'nif:anchorOf "44"',
            'nif:anchorOf "45"',
            "graph.ttl: .*char=11,13: the text has '44', not '45'",
        ),
        (
            "refusals.ttl",
            '"wrote her husband"',
            '"wrote his husband"',
            "refusals.ttl: .*'wrote her husband'",
        ),
        (
            "mentions.ttl",
            'nif:anchorOf "she"',
            'nif:anchorOf "he"',
            "mentions.ttl: .*'she', not 'he'",
        ),
        (
            "graph.ttl",
            'nif:endIndex "13"',
            'nif:endIndex "11"',
            r"11 to 11 is no stretch of a text of \d+ characters",
        ),
        ("graph.ttl", 'nif:endIndex "13"', 'nif:endIndex "1300"', "11 to 1300 is no stretch"),
        ("graph.ttl", 'nif:endIndex "13"', f'nif:endIndex "{"9" * 5000}"', "99 is no stretch"),
        ("graph.ttl", 'nif:anchorOf "44" ;', "", "a passage needs"),
        (
            "refusals.ttl",
            "nif:referenceContext document:quist-1a2b",
            "nif:referenceContext document:other",
            "no text of its document",
        ),
        (
            "texts/resign-3c4d.txt",
            "resign",
            "retire",
            "resign-3c4d.txt: not the text that was read",
        ),
        ("texts/quist-1a2b.txt", "\r\n", "\n", "quist-1a2b.txt: not the text that was read"),
    ],
)
def test_whatever_was_changed_is_found(folder, file, old, new, fault):
    spoil(folder / file, old, new)
    assert any(re.search(fault, line) for line in verify(folder))


def test_a_text_that_is_gone_or_no_utf8_is_found(folder):
    (folder / "texts/quist-1a2b.txt").unlink()
    (folder / "texts/resign-3c4d.txt").write_bytes(b"\xff\xfe")
    faults = verify(folder)
    assert re.search("quist-1a2b.txt: the text of .* cannot be read", faults[0])
    assert re.search("resign-3c4d.txt: the text of .* is not UTF-8", faults[1])


def test_a_folder_without_a_graph_is_an_error(tmp_path):
    with pytest.raises(GraphError, match=r"graph\.ttl is missing"):
        verify(tmp_path)
