"""Saved pages: the article alone is read, with what the page says about it for machines."""

import json

import pytest
from made_forms import (
    AUTHORS,
    ELSEWHERE,
    HEADLINE,
    PARAGRAPHS,
    PUBLISHED,
    PUBLISHED_AT,
    PUBLISHER,
    SECTION,
    TEXT,
    URL,
    page,
)

from kg.model import Article
from kg.text.read import Fault, read
from kg.text.read.readers.html import plain_text

STORY = (
    "Ada Lund, the mayor of Lima, met workers of the port on Monday and promised them a new pier."
)


def read_page(folder, content, name="a.html"):
    """What is read of a page."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read(path))


def test_the_article_is_read_and_nothing_that_stands_around_it(tmp_path):
    (found,) = read_page(tmp_path, page())
    assert found.text == TEXT.rstrip()
    assert not any(words in found.text for words in ELSEWHERE)


@pytest.mark.parametrize(
    ("json_ld", "open_graph", "origin"),
    [(True, True, "JSON-LD"), (True, False, "JSON-LD"), (False, True, "OpenGraph")],
)
def test_what_a_page_says_for_machines_is_kept_with_its_origin(
    tmp_path, json_ld, open_graph, origin
):
    (found,) = read_page(tmp_path, page(json_ld=json_ld, open_graph=open_graph))
    assert (found.headline, found.published, found.published_at) == (
        HEADLINE,
        PUBLISHED,
        PUBLISHED_AT,
    )
    assert (found.authors, found.publisher) == (AUTHORS, PUBLISHER)
    assert (found.url, found.section) == (URL, SECTION)
    assert f"published: {origin}" in found.metadata_from


def test_a_page_that_says_nothing_for_machines_has_what_it_shows(tmp_path):
    (found,) = read_page(tmp_path, page(json_ld=False, open_graph=False))
    assert (found.headline, found.authors) == (HEADLINE, AUTHORS)
    assert found.text == TEXT.rstrip()


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.txt", "a", "a.php?id=5"])
@pytest.mark.parametrize("in_folder", [True, False])
def test_a_page_is_known_by_its_content_whatever_it_is_called(tmp_path, name, in_folder):
    path = tmp_path / name
    path.write_text(page())
    (found,) = read(tmp_path if in_folder else path)
    assert found.text == TEXT.rstrip()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_the_encoding_of_a_page_is_told(tmp_path, encoding):
    declared = page().replace('charset="utf-8"', f'charset="{encoding}"')
    (found,) = read_page(tmp_path, declared.encode(encoding))
    assert found.text == TEXT.rstrip()


# Pages of the kinds that are on the web: the body, and the paragraphs that are read.
PAGES = {
    "wrapped lines": (
        f"<article><h1>Mayor\nquits</h1><p>{STORY.replace(' ', chr(10))}</p></article>",
        ["Mayor quits", STORY],
    ),
    "line breaks": (
        f"<article><h1>Mayor quits</h1>{STORY}<br><br>{STORY} Two.<br/>{STORY} Three.</article>",
        ["Mayor quits", STORY, f"{STORY} Two.", f"{STORY} Three."],
    ),
    "a layout of tables": (
        (
            "<table><tr><td><a href='/'>Home</a><br><a href='/s'>Sport</a></td>"
            f"<td><h1>Mayor quits</h1><p>{STORY}</p><p>{STORY} Two.</p></td></tr></table>"
        ),
        ["Mayor quits", STORY, f"{STORY} Two."],
    ),
    "a table of figures": (
        (
            f"<article><h1>Mayor quits</h1><p>{STORY}</p><table><tr><th>Port</th><th>Jobs</th></tr>"
            f"<tr><td>Lima</td><td>12</td></tr></table><p>{STORY} Two.</p></article>"
        ),
        ["Mayor quits", STORY, f"{STORY} Two."],
    ),
    "a list and a quotation": (
        (
            f"<article><h1>Mayor quits</h1><p>{STORY}</p><ul><li>The pier is long.</li>"
            f"<li>It is old.</li></ul><blockquote><p>{STORY} Two.</p></blockquote></article>"
        ),
        ["Mayor quits", STORY, "The pier is long.", "It is old.", f"{STORY} Two."],
    ),
    "links within a short sentence": (
        "<article><h1>Mayor quits</h1><p>Ada Lund <a href='x'>quit</a> on <i>Monday</i>.</p></article>",
        ["Mayor quits", "Ada Lund quit on Monday."],
    ),
    "signs with names": (
        f"<article><h1>Mayor &amp; pier</h1><p>{STORY} &ldquo;Yes,&rdquo; she said&nbsp;then.</p></article>",
        ["Mayor & pier", f"{STORY} “Yes,” she said then."],
    ),
    "a part of a page": (f"<p>{STORY}</p><p>{STORY} Two.</p>", [STORY, f"{STORY} Two."]),
}


@pytest.mark.parametrize(("content", "lines"), PAGES.values(), ids=PAGES)
def test_the_paragraphs_of_a_page_stay_whole(tmp_path, content, lines):
    whole = content if content.startswith("<p>") else f"<html><body>{content}</body></html>"
    (found,) = read_page(tmp_path, whole)
    assert found.text.split("\n\n") == lines


def with_json_ld(value):
    """A page with a value of JSON-LD."""
    return page(json_ld=False, open_graph=False).replace(
        "</head>", f"<script type='application/ld+json'>{value}</script></head>"
    )


@pytest.mark.parametrize(
    ("about", "field", "value"),
    [
        ({"@type": ["NewsArticle"], "headline": "A &amp; B"}, "headline", "A & B"),
        ([{"@type": "BlogPosting", "author": "By Ada Lund and Bo Dahl"}], "authors", ("Ada Lund", "Bo Dahl")),
        ({"@type": "NewsArticle", "author": {"name": ["Ada Lund", "Bo Dahl"]}}, "authors", ("Ada Lund", "Bo Dahl")),
        ({"@type": "WebPage", "mainEntity": {"@type": "Article", "articleSection": ["World", "Asia"]}}, "section", "World"),
        ({"@type": "NewsArticle", "datePublished": "2021-02-26T10:00:00Z"}, "published_at", "2021-02-26T10:00:00+00:00"),
        ({"@type": "NewsArticle", "datePublished": "Fri, 26 Feb 2021 10:00:00 +0100"}, "published_at", "2021-02-26T10:00:00+01:00"),
        ({"@type": "NewsArticle", "datePublished": "2021-02-26"}, "published", "2021-02-26"),
        ({"@type": "NewsArticle", "publisher": "Daily Globe"}, "publisher", "Daily Globe"),
        ({"@type": "NewsArticle", "url": "https://globe.example/a"}, "url", "https://globe.example/a"),
    ],
    ids=str,
)  # fmt: skip
def test_json_ld_is_read_in_all_its_shapes(tmp_path, about, field, value):
    (found,) = read_page(tmp_path, with_json_ld(json.dumps(about)))
    assert getattr(found, field) == value


@pytest.mark.parametrize(
    "about",
    [
        "{broken",
        "[" * 100_000,
        '"text"',
        "null",
        '{"@type": 5, "headline": {"a": [[[[]]]]}}',
        '{"@type": "NewsArticle", "datePublished": "0001-01-01T00:00:00", "author": "https://x.example/ada"}',
    ],
    ids=range(6),
)
def test_json_ld_that_is_none_costs_nothing(tmp_path, about):
    (found,) = read_page(tmp_path, with_json_ld(about))
    assert found.text == TEXT.rstrip()
    assert found.published in ("", PUBLISHED)
    assert found.authors == AUTHORS


# What may be in a file that is called a page, and what is said of it.
HOSTILE = {
    "empty": (b"<html></html>", "no article"),
    "only navigation": (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no article"),
    "deep": (b"<div>" * 100_000 + STORY.encode(), ""),
    "many elements": (b"<html><body>" + b"<b>x</b>" * 300_000, "elements"),
    "entities": (
        b'<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">'
        b'<!ENTITY f SYSTEM "file:///etc/passwd">]><html><body><article><h1>Mayor quits</h1><p>'
        + STORY.encode()
        + b" &b; &f;</p></article></body></html>",
        "",
    ),
    "nulls": (b"<html><body><p>\0\0\0</p>" + STORY.encode(), ""),
}


@pytest.mark.parametrize(("content", "message"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_is_read_or_named_and_the_rest_is_read(tmp_path, content, message):
    (tmp_path / "bad.html").write_bytes(content)
    (tmp_path / "good.html").write_text(page())
    found = list(read(tmp_path))
    assert TEXT.rstrip() in [each.text for each in found if isinstance(each, Article)]
    faults = [str(each) for each in found if isinstance(each, Fault)]
    assert all("bad.html" in fault for fault in faults)
    assert message in "".join(faults)
    assert not any("root:" in each.text for each in found if isinstance(each, Article))


def test_the_text_of_a_part_of_a_page_is_all_of_it():
    fragment = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    assert plain_text(fragment).split("\n\n") == list(PARAGRAPHS)


def brief(title, *, foot="© 2024 The Island Courier. All rights reserved.", aside=""):
    """A page with an article so short that no paragraph stands out."""
    return (
        f"<html><head><title>{title}</title></head><body><nav><a href='/'>Home</a></nav>{aside}"
        "<article><h1>Pier opens in Lima</h1><p class='byline'>By Karl Moe</p>"
        f"<p>{STORY}</p></article><footer>{foot}</footer></body></html>"
    )


@pytest.mark.parametrize("aside", ["", "<p>Pier opens in Lima</p>", "<div>More news</div>"])
def test_the_blocks_of_a_short_article_are_not_run_together(tmp_path, aside):
    (found,) = read_page(tmp_path, brief("Pier opens in Lima", aside=aside))
    assert found.text == f"Pier opens in Lima\n\nBy Karl Moe\n\n{STORY}"
    assert (found.headline, found.authors) == ("Pier opens in Lima", ("Karl Moe",))


@pytest.mark.parametrize(
    ("title", "foot", "publisher"),
    [
        (
            "Pier opens in Lima - The Island Courier",
            "© 2024 The Island Courier.",
            "The Island Courier",
        ),
        (
            "Pier opens in Lima | Ports | The Island Courier",
            "The Island Courier",
            "The Island Courier",
        ),
        ("Pier opens in Lima — Port Times", "Copyright Port Times, 2024", "Port Times"),
        ("Pier opens in Lima - Business", "© 2024 The Island Courier.", ""),
        ("Pier opens in Lima - The Island Courier", "Contact, Imprint", ""),
        ("Pier opens in Lima-Callao", "Lima-Callao", ""),
        ("Pier opens in Lima", "© 2024 The Island Courier.", ""),
        ("The Island Courier", "© 2024 The Island Courier.", ""),
        ("Pier opens in Lima - Port", "© 2024 Portland Times", ""),
    ],
)
def test_the_site_is_the_name_in_the_title_that_its_foot_has_too(tmp_path, title, foot, publisher):
    (found,) = read_page(tmp_path, brief(title, foot=foot))
    assert found.publisher == publisher
