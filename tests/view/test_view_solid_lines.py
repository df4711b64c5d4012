"""What is drawn as told is told: every solid line has a passage that mentions both of its ends."""

import base64
import gzip
import json
import re
from functools import partial

import pytest
from news_samples import ARTICLES, news

from kg import pipeline
from kg.view.network import THIN

build = partial(pipeline.build, reader="none")
GROUP = (
    "Five nurses leave\n\nMarch 09, 2019\n\nFive nurses, including Tove Lund and Bo Berg, left "
    "Bergen for Oslo on Friday. They were met by Ada Lund. Tove Lund is a national of Norway, and "
    "her daughter Anna stayed at home.\n"
)


@pytest.fixture(scope="module")
def html(tmp_path_factory):
    home = tmp_path_factory.mktemp("solid")
    folder = news(home, *ARTICLES)
    (folder / "d.txt").write_text(GROUP, "utf-8")
    build([folder], home / "out")
    return (home / "out/graph.html").read_text("utf-8")


def embedded(html, name):
    kind, text = re.search(
        rf'<script type="application/json(\+gzip)?" id="{name}">(.*?)</script>', html, re.DOTALL
    ).groups()
    return json.loads(gzip.decompress(base64.b64decode(text)) if kind else text)


def is_mentioned(content, end, number):
    passage, thing = content["passages"][number], content["things"][end]
    if thing["kind"] == "event":
        return number in content["evidence"][thing["evidence"]].get("passages", ())
    marks = content["documents"][passage["document"]].get("marks", ())
    return any(passage["start"] <= start < passage["end"] for start, _, at in marks if at == end)


def test_every_solid_line_has_a_passage_that_mentions_both_ends(html):
    content, drawing = embedded(html, "content"), embedded(html, "drawing")
    solid = [edge["id"] for edge in drawing["edges"] if edge.get("width") != THIN]
    assert len(solid) > 10
    for number in solid:
        fact = content["facts"][number]
        passages = content["evidence"][fact["evidence"]].get("passages", ())
        ends = (fact["s"], fact["o"])
        assert any(all(is_mentioned(content, end, at) for end in ends) for at in passages), fact


def test_what_is_only_concluded_is_off_at_first_and_thin(html):
    content, drawing = embedded(html, "content"), embedded(html, "drawing")
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
