"""What is drawn as told is told: every solid line has a passage that mentions both of its ends."""

import base64
import gzip
import importlib
import json
import os
import re
import shutil
from functools import partial
from pathlib import Path

import pytest
from news_samples import ARTICLES, news

from kg import pipeline
from kg.view.network import THIN

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("NEWSKG_BENCHMARKS") or ROOT.parent / "shared" / "benchmarks")
SETS = ("newsgold/train", "meantime", "knowledgenet", "re3d")
EACH = 8  # articles of each set, from all over it
build = partial(pipeline.build, reader="none")
GROUP = (
    "Five nurses leave\n\nMarch 09, 2019\n\nFive nurses, including Tove Lund and Bo Berg, left "
    "Bergen for Oslo on Friday. They were met by Ada Lund. Tove Lund is a national of Norway, and "
    "her daughter Anna stayed at home.\n"
)


@pytest.fixture(scope="module")
def laws():
    """The module of benchmarks/ that asks the same of builds of any size."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "benchmarks")
        yield importlib.import_module("laws")


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    home = tmp_path_factory.mktemp("solid")
    folder = news(home, *ARTICLES)
    (folder / "d.txt").write_text(GROUP, "utf-8")
    build([folder], home / "out")
    return home / "out/graph.html"


def test_every_solid_line_has_a_passage_that_mentions_both_ends(laws, page):
    assert len(laws.solid(page)) > 10
    assert laws.unmentioned(page) == []


def test_a_line_that_no_passage_says_would_be_found(laws, page, tmp_path):
    html = page.read_text("utf-8")
    content = laws.embedded(page, "content")
    for document in content["documents"]:
        document["marks"] = []
    packed = base64.b64encode(gzip.compress(json.dumps(content).encode())).decode()
    broken = re.sub(
        r'<script type="application/json(\+gzip)?" id="content">.*?</script>',
        f'<script type="application/json+gzip" id="content">{packed}</script>',
        html,
        flags=re.DOTALL,
    )
    (tmp_path / "graph.html").write_text(broken, "utf-8")
    found = laws.unmentioned(tmp_path / "graph.html")
    assert found and all(line.endswith("no passage mentions both") for line in found)


@pytest.mark.parametrize("name", SETS)
def test_every_solid_line_of_annotated_news_has_one_too(laws, tmp_path, name):
    documents = sorted((DATA / name / "docs").glob("*.txt"))
    if not documents:
        pytest.skip(f"{DATA / name} is not there")
    folder = tmp_path / "news"
    folder.mkdir()
    for document in documents[:: max(1, len(documents) // EACH)]:
        shutil.copy(document, folder)
    build([folder], tmp_path / "out")
    assert len(laws.solid(tmp_path / "out/graph.html")) > 10
    assert laws.unmentioned(tmp_path / "out/graph.html") == []


def test_what_is_only_concluded_is_off_at_first_and_thin(laws, page):
    content, drawing = laws.embedded(page, "content"), laws.embedded(page, "drawing")
    concluded = [
        number
        for number, fact in enumerate(content["facts"])
        if (rules := content["evidence"][fact["evidence"]].get("rules", ()))
        and all(rule.startswith("inferred:") for rule in rules)
    ]
    assert concluded and "inferred" in content["hidden"]
    width = {edge["id"]: edge.get("width") for edge in drawing["edges"]}
    members = [
        number
        for number in concluded
        if content["facts"][number].get("role", "").startswith("as one of")
    ]
    assert members and all(width[number] == THIN for number in members)


def test_the_page_of_two_articles_stays_below_a_megabyte(seeds):
    assert (
        len((seeds.folder.parent / seeds.address.removeprefix("file://")).read_bytes()) < 1_000_000
    )
