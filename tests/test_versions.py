"""Versions of an article: the newest is read, and what only looks like a version stays."""

import json
from functools import partial
from itertools import permutations

import pytest

from kg import pipeline
from kg.build_folder import manifest_of
from kg.changes import Side, Topic, changes
from kg.errors import InputError
from kg.inputs import read_inputs
from kg.rdf import open_graph
from kg.retraction import retract
from kg.versions import Replaced, Unsure, address_key, versions

build = partial(pipeline.build, reader="none")

STORY = (
    "The ferry between Nordby and Sandvik stopped on Monday after its engine failed near the pier. "
    "The harbour master Edda Holt said that {count} passengers were brought ashore by two tugs. "
    "The company will repair the engine in the old dock and expects to sail again within a week."
)
FIRST = STORY.format(count="40")
MENDED = STORY.format(count="44")
OTHER = (
    "Farmers in the valley began the harvest of apples this week, ten days earlier than usual. "
    "A dry spring and a warm summer made the fruit small but sweet, growers told the council."
)
URL = "https://example.org/ferry-stops"
DAY, NEXT = "2024-03-14", "2024-03-15"


def article(text=FIRST, **more):
    """The record of an article."""
    return {"title": "Ferry stops", "text": text, "date": DAY, **more}


def read(*records):
    """The texts that are read of some records, without their headlines, and the remarks."""
    found = read_inputs(list(records))
    return [each.text.rpartition("\n")[2] for each in found.articles], list(map(str, found.faults))


REPLACED = {
    "one address, changed later": ({"url": URL}, {"url": URL, "modified": NEXT}),
    "changed later on the day": (
        {"url": URL, "date": "2024-03-14T08:00:00Z"},
        {"url": URL, "modified": "2024-03-14T09:00:00Z"},
    ),
    "changed later, in another zone": (
        {"url": URL, "modified": "2024-03-15T01:00:00+02:00"},
        {"url": URL, "modified": "2024-03-14T23:30:00Z"},
    ),
    "published later": ({"url": URL}, {"url": URL, "date": NEXT}),
    "an address with a tracker": (
        {"url": URL},
        {"url": "http://www.example.org/ferry-stops/?utm_source=feed#top", "modified": NEXT},
    ),
    "one id": ({"id": "press-7"}, {"id": "press-7", "modified": NEXT}),
    "one id, another headline": (
        {"id": "press-7"},
        {"id": "press-7", "title": "Ferry out of service", "modified": NEXT},
    ),
    "one id, other addresses": (
        {"id": "press-7", "url": URL},
        {"id": "press-7", "url": f"{URL}-again", "modified": NEXT},
    ),
}


@pytest.mark.parametrize(("old", "new"), REPLACED.values(), ids=REPLACED)
def test_the_newer_version_takes_the_place_of_the_older_in_any_order(old, new):
    records = (article(**old), article(MENDED, **new), article(OTHER, title="Harvest begins"))
    for order in permutations(records):
        texts, remarks = read(*order)
        assert sorted(texts) == sorted([MENDED, OTHER])
        assert len(remarks) == 1
        assert "is replaced by its newer version" in remarks[0]


KEPT = {
    "it is not said which is newer": ({"url": URL}, {"url": URL}, MENDED, "when each was changed"),
    "one day has a time and the other none": (
        {"url": URL, "date": "2024-03-14T08:00:00Z"},
        {"url": URL, "modified": DAY},
        MENDED,
        "when each was changed",
    ),
    "other words at one address": ({"url": URL}, {"url": URL, "date": NEXT}, OTHER, "other words"),
    "one number in two tables": ({"id": "7"}, {"id": "7", "date": NEXT}, OTHER, "other words"),
    "the address of a site": (
        {"url": "https://example.org/"},
        {"url": "https://example.org", "date": NEXT},
        MENDED,
        "",
    ),
    "two addresses": ({"url": URL}, {"url": f"{URL}-2", "date": NEXT}, MENDED, ""),
    "one headline": ({}, {"date": NEXT}, MENDED, ""),
}


@pytest.mark.parametrize(("old", "new", "text", "remark"), KEPT.values(), ids=KEPT)
def test_what_may_be_another_article_stays_with_a_remark(old, new, text, remark):
    for order in permutations((article(**old), article(text, **new))):
        texts, remarks = read(*order)
        assert sorted(texts) == sorted([FIRST, text])
        assert [remark in each for each in remarks] == ([True] if remark else [])


def test_of_three_versions_the_last_is_read():
    middle = STORY.format(count="42")
    days = zip((FIRST, middle, MENDED), ("2024-03-14", "2024-03-15", "2024-03-16"), strict=True)
    records = [article(text, url=URL, modified=day) for text, day in days]
    for order in permutations(records):
        texts, remarks = read(*order)
        assert texts == [MENDED]
        assert len(remarks) == 2


def test_an_address_of_very_many_articles_is_none_of_theirs():
    records = [
        article(f"{FIRST} Note {n}.", url=URL, date=f"20{n:02}-01-01") for n in range(10, 70)
    ]
    texts, remarks = read(*records)
    assert (len(texts), remarks) == (60, [])


def test_what_replaces_names_the_newest():
    found = read_inputs([article(url=URL)]).articles
    newer = read_inputs([article(MENDED, url=URL, modified=NEXT)]).articles
    assert versions([*found, *newer]) == [Replaced(found[0], newer[0])]
    unsure = read_inputs([article(MENDED, url=URL)]).articles
    assert [type(each) for each in versions([*found, *unsure])] == [Unsure]


@pytest.mark.parametrize("url", ["", "https://example.org", "no address", "http://[", "https://"])
def test_what_is_no_address_of_an_article_has_no_key(url):
    assert address_key(url) == ""


def test_a_file_beside_an_article_says_its_id_and_when_it_was_changed(tmp_path):
    for name, text, day in (("a", FIRST, DAY), ("b", MENDED, NEXT)):
        (tmp_path / f"{name}.txt").write_text(f"Ferry stops\n\n{text}\n")
        (tmp_path / f"{name}.json").write_text(json.dumps({"id": "press-7", "modified": day}))
    found = read_inputs(tmp_path)
    assert [each.source.rpartition("/")[2] for each in found.articles] == ["b.txt"]
    assert found.articles[0].identifier == "press-7"
    assert "identifier: sidecar" in found.articles[0].metadata_from
    assert found.files == 2


def test_an_id_of_a_table_is_read_if_its_column_is_named(tmp_path):
    table = (
        f'id,title,text,modified\n7,Ferry stops,"{FIRST}",{DAY}\n7,Ferry stops,"{MENDED}",{NEXT}\n'
    )
    (tmp_path / "a.csv").write_text(table)
    assert len(read_inputs(tmp_path).articles) == 2
    (found,) = read_inputs(tmp_path, columns={"id": "id"}).articles
    assert (found.identifier, found.modified) == ("7", NEXT)


PAGE = """<html><head><title>Ferry stops</title>
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Ferry stops",
"datePublished": "2024-03-14T08:00:00Z", "dateModified": "{changed}", "url": "{url}"}}</script>
</head><body><article><h1>Ferry stops</h1><p>{text}</p></article></body></html>"""


def test_a_page_that_was_saved_again_replaces_the_former(tmp_path):
    times = (("a", "2024-03-14T08:00:00Z", FIRST), ("b", "2024-03-14T11:00:00Z", MENDED))
    for name, changed, text in times:
        page = PAGE.format(changed=changed, url=URL, text=text)
        (tmp_path / f"{name}.html").write_text(page)
    (found,) = read_inputs(tmp_path).articles
    assert "44 passengers" in found.text
    assert found.modified == "2024-03-14T11:00:00+00:00"


def test_an_id_is_of_one_article():
    with pytest.raises(InputError, match="--id is that of one article, and 2 were found"):
        read_inputs([article(), article(OTHER)], identifier="press-7")


def contents(folder):
    """The graph, refusals and texts of a folder, by name."""
    files = [folder / "graph.ttl", folder / "refusals.ttl", *(folder / "texts").iterdir()]
    return {file.name: file.read_bytes() for file in files}


def test_a_graph_with_a_replaced_article_is_that_of_the_newest_alone(tmp_path):
    old = article(url=URL, date=DAY)
    new = article(MENDED, url=URL, date=DAY, modified=NEXT)
    other = article(OTHER, title="Harvest begins")
    report = build([old, new, other], tmp_path / "all")
    build([other, new], tmp_path / "newest")
    assert report.counts["articles"] == 2
    assert contents(tmp_path / "all") == contents(tmp_path / "newest")
    entries = manifest_of(tmp_path / "all").articles
    (ferry,) = [each for each in entries if each.id.startswith("ferry")]
    retract(tmp_path / "all", ferry.id)
    build([other], tmp_path / "other")
    assert contents(tmp_path / "all") == contents(tmp_path / "other")


def test_the_difference_tells_what_a_new_version_changed(tmp_path):
    text = tmp_path / "ferry.txt"
    for name, words, headline in (("old", FIRST, "Ferry stops"), ("new", MENDED, "Ferry idle")):
        text.write_text(f"{headline}\n\n{words}\n")
        build(text, tmp_path / name, identifier="press-7")
    sides = [Side(open_graph(tmp_path / name), {}) for name in ("old", "new")]
    (told,) = [each for each in changes(*sides) if each.topic is Topic.ARTICLE]
    assert (told.outcome, told.details) == (
        "~",
        ("headline: Ferry stops → Ferry idle", "its text was changed"),
    )
