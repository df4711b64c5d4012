"""The command line over a small graph; the build itself is tested with the pipeline."""

import io
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from servers import oxigraph

from kg.choices import AnswerFormat
from kg.cli import main
from kg.cli.build import finish_build
from kg.cli.export import LOCAL_NAMES
from kg.query import FORMATS
from kg.rdf import read_triples

HERE = Path(__file__).parent
HEAVY = ("spacy", "rdflib", "pyoxigraph", "networkx", "pyvis", "pyshacl", "rich", "ray")
STORY = "Miners leave Norway\n\nMarch 01, 2019\n\nAda Lund, chief executive of Globex, met Jens Berg in Oslo on Friday.\n"
CHILD = "SELECT ?child WHERE { ?p rdfs:label 'Mara Dahlgren' ; schema:children/rdfs:label ?child }"


@pytest.fixture
def folder(tmp_path) -> Path:
    for name in ("graph", "refusals"):
        shutil.copy(
            HERE / "query" / ("small.ttl" if name == "graph" else "small-refusals.ttl"),
            tmp_path / f"{name}.ttl",
        )
    return tmp_path


def run(capsys, *arguments: object) -> tuple[int, str, str]:
    """Exit code, standard output, standard error of a command."""
    with pytest.raises(SystemExit) as caught:
        main([str(argument) for argument in arguments])
        sys.exit(0)
    out, err = capsys.readouterr()
    return int(caught.value.code or 0), out, err


def test_the_command_line_starts_without_the_heavy_libraries():
    code = f"import sys, kg.cli; print([name for name in {HEAVY} if name in sys.modules])"
    assert (
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout
        == "[]\n"
    )


def test_help_names_every_command(capsys):
    code, out, _ = run(capsys, "--help")
    assert code == 0
    assert all(
        command in out
        for command in (
            "build",
            "read",
            "retract",
            "query",
            "index",
            "push",
            "view",
            "validate",
            "verify",
            "explain",
            "export",
            "diff",
        )
    )


def test_the_version_is_told(capsys):
    code, out, _ = run(capsys, "--version")
    assert code == 0
    assert out.startswith("newskg")


@pytest.mark.parametrize(
    "line",
    [
        "sing",
        "build a.txt",
        "build -o x",
        "read",
        "read a.txt --show facts",
        "query",
        "query x.ttl",
        "query x.ttl one two",
        "query x.ttl ASK{} --format pdf",
        "query x.ttl ASK{} --limit -1",
        "query x.ttl ASK{} --limit 9999999999999999999999",
        "query x.ttl ASK{} --timeout soon",
        "query x.ttl ASK{} --timeout nan",
        "query x.ttl ASK{} --timeout inf",
        "query x.ttl ASK{} --timeout -1",
        "build a.txt -o x --address graphs",
        "view x.ttl --address file:///home/a/graph.html",
        "push x.ttl",
        "export x.ttl",
    ],
)
def test_wrong_usage_exits_with_2(capsys, line):
    code, out, err = run(capsys, *line.split())
    assert (code, out) == (2, "")
    assert "Usage: kg" in err


def test_a_query_answers_with_a_table(capsys, folder):
    code, out, err = run(capsys, "query", folder, CHILD)
    assert (code, err) == (0, "")
    assert "Tove Dahlgren" in out and out.endswith("\n1 row\n")


def test_a_query_may_come_from_a_file_or_from_standard_input(capsys, folder, monkeypatch):
    (folder / "child.rq").write_text(CHILD)
    monkeypatch.setattr("sys.stdin", io.StringIO(CHILD))
    assert "Tove Dahlgren" in run(capsys, "query", folder, f"@{folder / 'child.rq'}")[1]
    assert "Tove Dahlgren" in run(capsys, "query", folder / "graph.ttl", "-")[1]


@pytest.mark.parametrize(
    ("query", "fmt", "out"),
    [
        (CHILD, "csv", "child\r\nTove Dahlgren\r\n"),
        (CHILD, "tsv", '?child\n"Tove Dahlgren"\n'),
        ("ASK {}", "json", '{"head":{},"boolean":true}'),
        ("ASK {}", "table", "yes\n"),
    ],
)
def test_programs_get_the_standard_formats(capfdbinary, folder, query, fmt, out):
    with pytest.raises(SystemExit):
        main(["query", str(folder), query, "--format", fmt])
    sys.stdout.flush()
    assert capfdbinary.readouterr().out == out.encode()


def test_rows_beyond_the_limit_are_left_out_and_that_is_said(capsys, folder):
    query = "SELECT ?name { ?thing rdfs:label ?name }"
    code, out, err = run(capsys, "query", folder, query, "--limit", 2)
    assert (code, out.endswith("\n2 rows\n")) == (0, True)
    assert err == "note: only the first 2 are given, there are more: see --limit\n"
    code, out, err = run(capsys, "query", folder, query, "--limit", 0, "--timeout", 0)
    assert (code, err) == (0, "") and not out.endswith("\n2 rows\n")


def test_a_graph_has_a_store_beside_it_where_one_was_made(capsys, folder):
    assert run(capsys, "index", folder)[:2] == (0, f"{next((folder / 'index').iterdir())}\n")
    assert "Tove Dahlgren" in run(capsys, "query", folder, CHILD)[1]
    assert run(capsys, "index", folder, "--remove")[1] == f"removed the store of {folder}\n"
    assert run(capsys, "index", folder, "--remove")[1] == f"{folder} has no store\n"
    assert "Tove Dahlgren" in run(capsys, "query", folder, CHILD)[1]


def test_a_graph_is_pushed_to_a_store_which_is_asked_as_a_folder_is(capsys, folder, tmp_path):
    with oxigraph(tmp_path / "server") as address:
        code, out, err = run(capsys, "push", folder, f"{address}/store", "--graph", "urn:news")
        assert (code, out, err) == (
            0,
            f"{triples(folder):,} triples are in urn:news of {address}/store\n",
            f"note: {LOCAL_NAMES}\n",
        )
        asked = ("query", f"{address}/query", "--graph", "urn:news")
        assert "Tove Dahlgren" in run(capsys, *asked, CHILD)[1]
        assert run(capsys, *asked, "--ask", "family") == run(
            capsys, "query", folder, "--ask", "family"
        )


def triples(folder: Path) -> int:
    return len(set(read_triples(folder)))


def test_a_ready_question_takes_its_value_after_its_name(capsys, folder):
    code, out, _ = run(capsys, "query", folder, "--ask", "evidence-of", "tove")
    assert code == 0
    assert "Dahlgren, 51, came with her daughter Tove." in out


def test_the_question_of_refusals_reads_their_file(capsys, folder):
    assert "Sund works for Ostvik" in run(capsys, "query", folder, "--ask", "refused")[1]


def test_the_ready_questions_are_listed_without_a_graph(capsys):
    code, out, _ = run(capsys, "query", "--list")
    assert code == 0
    assert any(line.startswith("who-said-what ") for line in out.splitlines())


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["query", "{}", "SELEC ?s"], "error: a query begins with SELECT"),
        (["query", "{}", "--ask", "who"], "error: no ready question is called 'who'"),
        (["query", "{}", "@{}/none.rq"], "error: the query file "),
        (["query", "{}/none", "ASK {{}}"], "error: "),
        (
            ["query", "{}", CHILD.replace("{", "{{").replace("}", "}}"), "--format", "ttl"],
            "error: the answer is rows",
        ),
        (
            ["query", "{}", "ASK {{}}", "--graph", "urn:g"],
            "error: only a store on the network has named graphs",
        ),
        (
            [
                "query",
                "{}",
                "SELECT (COUNT(*) AS ?n) {{?a ?b ?c. ?d ?e ?f. ?g ?h ?i. ?j ?k ?l}}",
                "--timeout",
                "0.9",
            ],
            "error: no answer within",
        ),
        (
            ["query", "http://me:secret@e.org/", "ASK {{}}"],
            "error: credentials do not belong into an address",
        ),
        (["query", "http://e.org/", "ASK {{}}"], "error: http://e.org/ would be sent unencrypted"),
        (["push", "{}", "http://e.org/"], "error: http://e.org/ would be sent unencrypted"),
        (["push", "{}", "output"], "error: 'output' is no address of a store"),
        (["index", "{}/none"], "error: "),
        (
            ["explain", "{}", "Mara Dalgren"],
            "error: the graph has nothing called 'Mara Dalgren'; near it are Mara Dahlgren",
        ),
        (["verify", "{}"], "error: "),
        (["export", "{}/none", "--format", "trig", "-o", "{}/x.trig"], "error: "),
    ],
)
def test_what_fails_is_one_line_on_standard_error_and_exits_with_1(
    capsys, folder, arguments, error
):
    code, _, err = run(capsys, *(argument.format(folder) for argument in arguments))
    assert code == 1
    assert err.startswith(error)
    assert err.count("\n") == 1


def test_explain_tells_sentences_with_their_evidence(capsys, folder):
    code, out, _ = run(capsys, "explain", folder, "mara dahlgren")
    assert code == 0
    assert "  Mara Dahlgren is a parent of Tove Dahlgren.\n    > Tove, the daughter of" in out
    assert "\x1b" not in out


def test_verify_lists_what_is_not_in_the_texts(capsys, folder):
    code, out, err = run(capsys, "verify", folder)
    assert code == 1
    assert "document/harbour" in out
    assert err.startswith("error: ") and err.endswith(" faults\n")


def test_a_graph_is_exported(capsys, folder):
    code, out, _ = run(capsys, "export", folder, "--format", "ntriples", "-o", folder / "graph.nt")
    assert (code, out) == (0, f"{folder / 'graph.nt'}\n")
    assert (
        "Mara Dahlgren"
        in run(
            capsys, "query", folder / "graph.nt", "SELECT ?n { person:mara-dahlgren rdfs:label ?n }"
        )[1]
    )


def test_a_difference_is_told_in_words_as_a_patch_and_as_json(capsys, folder):
    other = folder / "other.ttl"
    other.write_text(
        (folder / "graph.ttl").read_text("utf-8").replace('"Tove Dahlgren"', '"Tove Dahl"'),
        encoding="utf-8",
    )
    assert "now called Tove Dahl" in run(capsys, "diff", folder, other)[1]
    code, patch, _ = run(capsys, "diff", folder, other, "--format", "patch")
    assert (code, patch.splitlines()[0], patch.splitlines()[-1]) == (0, "TX .", "TC .")
    assert '"outcome": "changed"' in run(capsys, "diff", folder, other, "--format", "json")[1]
    assert run(capsys, "diff", folder, folder)[1].startswith("no difference")


def test_taking_back_from_what_is_no_build_is_told(capsys, folder):
    code, _, err = run(capsys, "retract", folder, "a.txt")
    assert (code, err.count("\n")) == (1, 1)
    assert "build it again" in err
    assert not (folder / ".kg").exists()


def test_a_build_that_could_not_read_all_names_it_and_exits_with_1(capsys):
    from kg.model import Article, Graph
    from kg.pipeline import BuildReport
    from kg.text.read import Fault

    article = Article("a1", "Text.", "a1.txt", "0")
    finish_build(BuildReport(Graph(articles=(article,)), (), 1.25), Path("out"))
    told = "1 articles, 0 entities, 0 facts, 0 events, 0 quotations, 0 refusals, 1.2 seconds\nwritten to out\n"
    assert capsys.readouterr().out == told
    finish_build(BuildReport(Graph(articles=(article,)), (), 1.25, known=1), Path("out"))
    assert capsys.readouterr().out == told.replace("1 articles", "1 articles (0 read anew)")
    with pytest.raises(SystemExit, match="1"):
        finish_build(BuildReport(Graph(), (Fault("b.txt", "is empty"),), 0.0), Path("out"))
    assert (
        capsys.readouterr().err
        == "error: b.txt: is empty\npartly failed: 1 of the inputs not read\n"
    )


@pytest.fixture
def news(tmp_path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY)
    return folder


def build(capsys, *arguments: object) -> tuple[int, str, list[str]]:
    folder = Path(str(arguments[0]))
    home = folder.parent if folder.suffix == "" else folder.parent.parent
    code, out, err = run(capsys, "build", *arguments, "-o", home / "out", "--reader", "none")
    return code, out, err.splitlines()


def test_a_build_of_a_folder_ends_with_what_no_reader_is_for(capsys, news):
    for name in ("one.css", "two.CSS", "scan.png", "LICENSE", ".hidden.css"):
        (news / name).write_text("Ada Lund")
    code, out, err = build(capsys, news)
    assert code == 0 and out.startswith("1 articles, ") and "note" not in out
    assert err == [
        "note: news/one.css, news/two.CSS: no reader for files that end in .css; save articles as plain text (.txt)",
        "note: news/LICENSE: no reader for files without an ending; save articles as plain text (.txt)",
        "note: news/scan.png: no reader for files that end in .png; save articles as plain text (.txt)",
        "note: read 1 of 5 files; no reader for: .css 2, no ending 1, .png 1",
    ]


def test_of_many_files_without_a_reader_some_are_named(capsys, news):
    for number in range(25):
        (news / f"{number:02}.css").touch()
    assert "news/09.css and 15 more: no reader" in build(capsys, news)[2][0]


def test_every_file_is_accounted_for(capsys, news):
    (news / "same.txt").write_text(STORY)
    (news / "page.txt").write_text("#!/bin/sh\necho hello\n")
    (news / "empty.txt").touch()
    (news / "b.ics").touch()
    code, _, err = build(capsys, news)
    assert code == 1
    assert err == [
        "note: news/same.txt: has the same text as news/a.txt and is read once",
        "note: news/b.ics: no reader for files that end in .ics; save articles as plain text (.txt)",
        "error: news/empty.txt: is empty",
        "error: news/page.txt: is a program (script), not plain text: save the article as plain text (.txt)",
        "note: read 2 of 5 files; no reader for: .ics 1",
        "partly failed: 2 of the inputs not read",
    ]


def test_a_named_file_that_no_reader_is_for_is_an_error(capsys, news):
    page = news / "page.tex"
    page.write_text("Ada Lund leads Globex.")
    code, _, err = build(capsys, news / "a.txt", page)
    assert code == 1
    assert (
        f"error: {page}: is called .tex, as LaTeX is, and not read as plain text: save the article as plain text (.txt)"
        in err
    )


def test_a_remark_is_a_note_and_fails_only_a_strict_build(capsys, news):
    (news / "same.txt").write_text(STORY)
    code, _, err = build(capsys, news)
    assert (code, err) == (
        0,
        ["note: news/same.txt: has the same text as news/a.txt and is read once"],
    )
    code, _, err = build(capsys, news, "--strict")
    assert (code, err[1:]) == (1, ["failed: there are notes, which --strict does not allow"])
    (news / "same.txt").unlink()
    assert build(capsys, news, "--strict")[::2] == (0, [])


def test_a_file_without_a_reader_fails_a_strict_build_too(capsys, news):
    (news / "page.css").touch()
    assert build(capsys, news, "--strict")[0] == 1


def test_a_retraction_from_a_build_with_remarks_succeeds(capsys, news):
    (news / "same.txt").write_text(STORY)
    (news / "b.txt").write_text("Globex bought Initech, said Ada Lund.\n")
    build(capsys, news)
    assert run(capsys, "retract", news.parent / "out", "b.txt")[::2] == (0, "")


def test_paths_are_kept_on_demand(capsys, news):
    asked = ("query", news.parent / "out", "SELECT ?s { ?d dcterms:source ?s }", "--format", "csv")
    build(capsys, news / "a.txt")
    assert run(capsys, *asked)[1] == "s\r\na.txt\r\n"
    build(capsys, news / "a.txt", "--keep-paths")
    assert run(capsys, *asked)[1] == f"s\r\n{news / 'a.txt'}\r\n"


def test_a_folder_with_nothing_to_read_tells_what_is_there(capsys, news):
    (news / "a.txt").rename(news / "a.css")
    code, _, err = build(capsys, news)
    assert code == 1
    assert "no file with an article in this folder" in err[0] and "no reader for: .css 1" in err[0]


def test_the_formats_of_the_command_line_are_those_of_the_library():
    assert {"table", *FORMATS} == set(AnswerFormat)


def test_the_command_reference_is_that_of_the_code():
    tool = runpy.run_path(str(HERE.parent / "tools" / "make_command_reference.py"))
    assert (HERE.parent / "docs" / "commands.md").read_text("utf-8") == tool["reference"](), (
        "run tools/make_command_reference.py"
    )
