import base64
import hashlib
import json
import re
import shutil
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.view import page, write_page
from kg.view.assets import PAGE, script
from kg.view.highlights import Highlight, highlights_of_names, utf16_offsets
from kg.view.page_model import Document, Thing
from kg.view.payload import payload
from kg.view.prominence import Prominence
from kg.view.render import escaped_json

LOCK = Path(__file__).parents[2] / "tools" / "javascript" / "package-lock.json"


@pytest.fixture(scope="module")
def html(sample):
    return page(sample)


@pytest.fixture(scope="module")
def data(told, ontology):
    return payload(Prominence(told, {}), ontology.labels)


def embedded_json(html, name):
    return json.loads(
        re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', html, re.DOTALL)[
            1
        ]
    )


def test_the_same_graph_gives_the_same_page(sample, html, tmp_path):
    lines = (sample / "graph.ttl").read_text("utf-8").replace("\n\n", "\n")
    (tmp_path / "graph.ttl").write_text(lines, "utf-8")
    shutil.copytree(sample / "texts", tmp_path / "texts")
    assert page(tmp_path) == html


def test_the_page_says_what_it_is(html):
    assert html.startswith('<!doctype html>\n<html lang="en">')
    assert "<title>Knowledge graph of 2 articles</title>" in html
    assert '<meta name="viewport"' in html


def test_the_page_names_no_file_or_host_to_load(html):
    outside = re.sub(r"<script.*?</script>|<style.*?</style>", "", html, flags=re.DOTALL)
    assert (
        re.findall(r"""(?:src|href|action|srcset|data|poster)\s*=\s*["'](?!#)[^"']*""", outside)
        == []
    )
    assert "@import" not in html.split("</style>")[0]


def test_the_policy_allows_these_very_scripts_and_nothing_else(html):
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)[1].replace(
        "&#39;", "'"
    )
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    assert len(scripts) == 2
    for text in scripts:
        assert (
            f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
            in policy
        )
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_hostile_names_do_not_become_markup(html):
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    names = [thing["name"] for thing in embedded_json(html, "content")["things"]]
    assert "</script><script>alert(1)</script>" in names


@pytest.mark.parametrize("text", ["</script>", "<!--", "\u2028", "&amp;", "<ScRiPt"])
def test_embedded_json_holds_nothing_that_html_or_javascript_could_take_for_its_own(text):
    found = escaped_json(json.dumps([text], ensure_ascii=False).encode()).decode()
    assert text not in found
    assert json.loads(found) == [text]


def test_scripts_are_plain_modules_that_build_with_text_only():
    for path in PAGE.glob("*.js"):
        name, source = path.name, path.read_text(encoding="utf-8")
        assert source.startswith("// @ts-check\n/**"), name
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", source
        ), name


def test_the_joined_script_is_made_of_the_modules_of_now():
    digest = hashlib.sha256()
    for path in [*sorted(PAGE.glob("*.js")), LOCK]:
        digest.update(path.read_bytes())
    advice = "run `npm ci && npm run build` in tools/javascript"
    assert script().startswith(f"// of {digest.hexdigest()}\n"), advice


def test_all_scripts_of_the_folder_are_imported():
    sources = [path.read_text(encoding="utf-8") for path in PAGE.glob("*.js")]
    imported = set(re.findall(r'^import .*?"\./(.*?)";', "\n".join(sources), re.MULTILINE))
    assert imported == {path.name for path in PAGE.glob("*.js")} - {"main.js"}


def test_no_import_is_left_in_the_page(html):
    assert not re.search(r'\bimport\s*[("{*]', script())


def test_the_picture_has_a_line_for_each_fact_between_two_things(told, html):
    drawing = embedded_json(html, "drawing")
    assert len(drawing["nodes"]) == len(told.things)
    assert [edge["id"] for edge in drawing["edges"]] == [
        at for at, fact in enumerate(told.facts) if fact.object
    ]


def test_lines_have_words_and_dashes(told, html):
    edges = {edge["label"]: edge.get("dashes") for edge in embedded_json(html, "drawing")["edges"]}
    assert edges["parent of"] is None
    assert edges["works for · trade minister"] == [8, 5]
    assert edges["owns"] == [2, 4]
    assert edges["sponsor of"] is None


def test_the_sentence_at_the_top_counts_what_there_is(data):
    assert data["summary"] == (
        "2 articles of 4 to 5 March 2031: 5 people, 1 group, 3 organisations, 3 places, 2 events, "
        "16 facts."
    )


def test_passages_are_cut_from_the_text_of_their_article(data):
    for passage in data["passages"]:
        text = data["documents"][passage["document"]]["text"]
        assert "words" not in passage
        assert (
            text.encode("utf-16-le")[passage["start"] * 2 : passage["end"] * 2]
            .decode("utf-16-le")
            .strip()
        )


def test_a_passage_that_is_not_in_the_text_brings_its_own_words(told, ontology):
    found = payload(
        Prominence(type(told)(facts=told.facts, things=told.things), {}), ontology.labels
    )
    assert all(passage["words"] for passage in found["passages"])


def test_offsets_count_as_javascript_counts():
    assert [utf16_offsets("a🚢b🚢")(at) for at in range(5)] == [0, 1, 3, 4, 6]


def test_the_longest_name_is_marked_and_only_as_a_whole_word():
    things = {"t": Thing("t", "place", "New Sund", ("Sund",)), "p": Thing("p", "person", "Ola")}
    document = Document("d", "h", text="New Sund, not Sundby: 🚢 Ola of Sund.", mentions=("p", "t"))
    assert highlights_of_names(document, things, {"t": 0, "p": 1}) == [
        Highlight(0, 8, 0),
        Highlight(25, 28, 1),
        Highlight(32, 36, 0),
    ]


def test_a_page_is_written_beside_its_graph_and_leaves_nothing_else(sample, tmp_path):
    graph = tmp_path / "some.ttl"
    graph.write_bytes((sample / "graph.ttl").read_bytes())
    assert write_page(graph) == tmp_path / "some.html"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["some.html", "some.ttl"]
    assert (tmp_path / "some.html").read_bytes().decode("utf-8").startswith("<!doctype html>")


def test_a_page_that_cannot_be_written_is_named(sample, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(KgError, match="file"):
        write_page(sample, tmp_path / "file" / "graph.html")
