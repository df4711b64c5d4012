"""Readers without scripts see the first screen: its picture, and what is told with its sentences."""

import re

import pytest
from browsing import Watched
from graphs import PREFIXES

from kg.view import page, write_page
from kg.view.story.static import static_story

COLLISIONS = """() => {
    const boxes = [...document.querySelectorAll('.static svg text')].map(it => [it.textContent, it.getBoundingClientRect()]);
    const rows = (a, b) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    const meet = (a, b) => a.left < b.right && b.left < a.right && rows(a, b) > 3;
    return boxes.flatMap(([text, box], at) =>
        boxes.slice(at + 1).filter(([, other]) => meet(box, other)).map(([other]) => text + ' on ' + other));
}"""


@pytest.fixture
def without_scripts(browser, seeds):
    context = browser.new_context(
        java_script_enabled=False, offline=True, viewport={"width": 1024, "height": 900}
    )
    page = context.new_page()
    faults = []
    page.on("console", lambda message: faults.append(message.text))
    page.goto(seeds.address)
    yield page
    context.close()
    assert faults == []


def test_the_story_is_told_without_scripts(without_scripts):
    body = without_scripts.locator("body").inner_text()
    for words in (
        "Vladislav Sorokin is a parent of Varya 2 articles",
        "The youngest passenger was his three-year-old daughter, Varya.",
        "“We Don’t Leave Our Own.” – Russian Foreign Ministry",
        "does not report Covid-19 cases into global pandemic denied",
    ):
        assert words in body
    written = without_scripts.locator(".static svg text").all_text_contents()
    assert {"parent of", "(third secretary)", "leads", "Varya"} <= set(written)


def test_nothing_that_needs_scripts_is_shown_without_them(without_scripts):
    for part in (".top", ".tools", "main"):
        assert not without_scripts.locator(part).is_visible()


def test_names_and_words_of_the_picture_do_not_lie_on_each_other(browser, seeds):
    watched = Watched(browser, seeds.address)
    assert watched.page.locator(".static").count() == 0
    watched.page.evaluate(
        "document.body.innerHTML = document.querySelector('noscript').textContent"
    )
    assert watched.page.locator(".static svg text").count() > 20
    assert watched.page.evaluate(COLLISIONS) == []
    watched.close()


def test_what_happened_is_in_the_order_of_the_story(without_scripts):
    told = without_scripts.locator(".static h2", has_text="What happened").locator("+ ul > li")
    words = told.all_text_contents()
    steps = ["32-hour train ride", "are met by colleagues", "are taken to Vladivostok"]
    places = [next(at for at, each in enumerate(words) if step in each) for step in steps]
    assert places == sorted(places)
    assert not any("denied" in each for each in words)


def test_hostile_names_and_sentences_stay_text_without_scripts(tmp_path):
    hostile = "</noscript><script>alert(1)</script><b title='"
    text = f"Ada {hostile} is the parent of Tove."
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.txt").write_text(text, "utf-8")
    (tmp_path / "graph.ttl").write_text(
        PREFIXES
        + f"""d:document\\/one a s:NewsArticle, n:Context ; s:headline "{hostile}" ;
            s:mentions d:a, d:t .
        d:a a s:Person ; r:label "Ada" . d:t a s:Person ; r:label "Tove" .
        d:f a f:Statement ; f:subject d:a ; f:predicate s:children ; f:object d:t ;
            kg:factuality kg:Asserted ; kg:confidence 0.9 ; kg:sourceCount 1 ; p:wasDerivedFrom d:p .
        d:p a n:RFC5147String ; n:referenceContext d:document\\/one ; n:beginIndex 0 ;
            n:endIndex {len(text)} .
        """,
        "utf-8",
    )
    html = page(tmp_path)
    static = re.search(r"<noscript>(.*?)</noscript>", html, re.DOTALL).group(1)
    assert "&lt;/noscript&gt;&lt;script&gt;" in static and "<b" not in static.replace("<blo", "")
    assert "parent of Tove" in static
    assert write_page(tmp_path).exists()


def test_sentences_are_cut_by_the_units_of_the_pages_data():
    content = {
        "things": [{"name": "Ada", "kind": "person"}],
        "facts": [{"s": 0, "r": 0, "value": "44", "role": "aged", "evidence": 0}],
        "relations": [{"clause": "is aged"}],
        "evidence": [{"factuality": "Reported", "articles": 2, "passages": [0]}],
        "passages": [{"document": 0, "start": 3, "end": 14}],
        "documents": [{"headline": "H", "text": "𝄞 Ada is  44. Bo"}],
        "quotations": [],
        "story": {
            **{key: [] for key in ("headlines", "events", "quotations", "denials", "denied")},
            "facts": [0],
            "lanes": [],
            "order": [],
            "pictures": [{}, {"nodes": []}, {}],
        },
    }
    ((title, (told,)),) = static_story(content).parts
    assert (title, told.words, told.said) == (
        "In short",
        "Ada is aged 44 (aged)",
        "reported, 2 articles",
    )
    assert (told.sentence, told.source) == ("Ada is 44.", "H")
