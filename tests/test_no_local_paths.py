"""What a build writes is the same wherever its articles lie, and tells nobody where that was."""

import os
import shutil
import zlib
from pathlib import Path

import pytest
from news_samples import ARTICLES, MENTOR, contents, news

import kg
from kg import pipeline
from kg.build_folder import manifest_of
from kg.errors import InputError
from kg.retraction import retract

UNTITLED = "ada lund met jens berg of globex in oslo on friday, and nobody gave this text a title, a date or a name of any kind.\n"
SOURCES = "SELECT ?s { ?d dcterms:source ?s } ORDER BY ?s"


def laid_out(home: Path) -> Path:
    """Articles, remarks, faults and files without a reader, in a folder `news`; and an ontology beside it."""
    folder = news(home, *ARTICLES)
    (folder / "deep").mkdir()
    (folder / "deep" / "untitled.txt").write_text(UNTITLED)
    (folder / "same.txt").write_text(ARTICLES["a.txt"], encoding="utf-8")
    (folder / "empty.txt").touch()
    (folder / "page.html").write_text("<p>Ada Lund</p>")
    (home / "mentor.ttl").write_text(MENTOR, encoding="utf-8")
    return folder


def built(home: Path, paths: list[str | Path], **options: object) -> Path:
    pipeline.build(
        paths, home / "out", mentions=True, ontologies=home / "mentor.ttl", reader="none", **options
    )  # type: ignore[arg-type]
    return home / "out"


def unpacked(data: bytes) -> bytes:
    """The content of a file as it can be searched: that of a record is compressed."""
    head, _, rest = data.partition(b"\n")
    return zlib.decompress(rest) if head.startswith(b"newskg reading") else data


@pytest.mark.parametrize("form", ["folder", "files", "relative"])
def test_the_same_bytes_wherever_the_articles_lie(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    made = []
    for where in ("ada-lund-secret", "quite/another-hidden/place"):
        home = tmp_path / where
        folder = laid_out(home)
        monkeypatch.chdir(home if form != "relative" else folder / "deep")
        files: list[str | Path] = [
            folder / name for name in ("a.txt", "b.txt", "deep/untitled.txt")
        ]
        relative: list[str | Path] = ["..", "../c.txt"]
        made.append(
            contents(built(home, {"folder": [folder], "files": files, "relative": relative}[form]))
        )
    one, other = made
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []
    for name, data in one.items():
        steps_up = (
            () if name.endswith(".html") else (b"../",)
        )  # its scripts have "..." before a remark
        for piece in (b"ada-lund-secret", os.fsencode(tmp_path), *steps_up):
            assert piece not in unpacked(data) and piece.decode() not in name, name


def test_sources_are_names_and_paths_only_for_who_wants_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = laid_out(tmp_path)
    monkeypatch.chdir(folder / "deep")
    for kept, expected in (
        (False, ["a.txt", "b.txt", "untitled.txt"]),
        (True, ["../b.txt", str(folder / "a.txt"), "untitled.txt"]),
    ):
        out = built(tmp_path, [folder / "a.txt", "../b.txt", "untitled.txt"], keep_paths=kept)
        assert [row["s"] for row in kg.load(out).rows(SOURCES)] == expected


def test_two_files_of_one_name_stay_apart_and_retract_asks_which_is_meant(tmp_path: Path) -> None:
    for folder, text in (("one", ARTICLES["a.txt"]), ("two", ARTICLES["b.txt"])):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(text, encoding="utf-8")
    (tmp_path / "mentor.ttl").write_text(MENTOR, encoding="utf-8")
    out = built(tmp_path, [tmp_path / "one" / "x.txt", tmp_path / "two" / "x.txt"])
    first, second = manifest_of(out).articles
    assert first.source == second.source == "x.txt" and first.id != second.id
    with pytest.raises(
        InputError,
        match=rf"2 articles are called 'x.txt'; there are .*{first.id}.*{second.id}.*by its id",
    ):
        retract(out, "x.txt")
    assert retract(out, first.id).counts["articles"] == 1
    assert [article.id for article in manifest_of(out).articles] == [second.id]


def test_a_file_name_that_stands_alone_and_in_a_folder_is_ambiguous(tmp_path: Path) -> None:
    folder = laid_out(tmp_path)
    shutil.move(folder / "c.txt", tmp_path / "a.txt")
    out = built(tmp_path, [folder, tmp_path / "a.txt"])
    with pytest.raises(InputError, match=r"2 articles are called 'a\.txt'"):
        retract(out, "a.txt")
    assert retract(out, "news/a.txt").counts["articles"] == 3
