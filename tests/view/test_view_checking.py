"""What a reader checks is kept, is a filter, and goes out and in as the decisions of a build."""

import re
import time
from functools import partial

import pytest
from browsing import Watched, counts, open_filters
from news_samples import ARTICLES, news
from playwright.sync_api import expect

import kg
from kg import pipeline
from kg.decisions import decisions_in
from kg.vocabulary import BASE_IRI

build = partial(pipeline.build, reader="none")
PROUD = (
    "Globex buys Initech\n\nMarch 04, 2019\n\nGlobex bought Initech. “We are very proud of them,” said "
    "Ada Lund, its chief executive. “Nobody will lose a post,” she said. Jens Berg may resign.\n"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    home = tmp_path_factory.mktemp("checking")
    build([news(home, *ARTICLES)], home / "out")
    return home


@pytest.fixture
def page(browser, built):
    watched = Watched(browser, (built / "out/graph.html").as_uri(), view="facts")
    yield watched.page
    watched.close()


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def dialog(page):
    page.locator("#take > summary").click()
    page.locator("#take-checks").click()
    return page.locator("#text")


def saved(page, name="Ann Ek"):
    box = dialog(page)
    box.locator("#checked-by").fill(name)
    with page.expect_download() as download:
        box.locator("#checks-save").click()
    box.get_by_role("button", name="Close").click()
    assert download.value.suggested_filename == "decisions.ttl"
    return download.value.path().read_text("utf-8")


def marks(page):
    return page.locator("#panel .check [aria-pressed=true]").all_text_contents()


def test_keys_check_one_after_the_other_and_the_browser_keeps_it(page):
    press(page, "j")
    first = page.locator("#panel h2").inner_text()
    press(page, "y")
    assert page.locator("#panel h2").inner_text() != first
    press(page, "n", "k", "k")
    assert page.locator("#panel h2").inner_text() == first
    assert marks(page) == ["✓ right"]
    press(page, "j")
    assert marks(page) == ["✗ wrong"]
    page.reload()
    expect(page.locator("#status")).to_contain_text("things")
    assert marks(page) == ["✗ wrong"]
    press(page, "n", "u", "k")
    assert marks(page) == ["? unsure"]
    page.locator("#reset").click()
    press(page, "j", "j")
    assert marks(page) == ["? unsure"]


def test_twenty_are_checked_in_two_minutes_by_keyboard(browser, seeds):
    watched = Watched(browser, seeds.address, view="story")
    page = watched.page
    started = time.monotonic()
    press(page, "j", *["y", "n"] * 10)
    assert time.monotonic() - started < 120
    box = dialog(page)
    expect(box.locator("#checks-tally")).to_contain_text("20 of")
    expect(box.locator("#checks-tally")).to_contain_text("10 right, 10 wrong, 0 unsure")
    page.keyboard.press("Escape")
    watched.close()


def test_a_note_is_typed_without_checking_what_its_letters_would(page):
    press(page, "j", "m")
    page.keyboard.type("yes, any")
    page.keyboard.press("Enter")
    assert marks(page) == []
    expect(page.locator("#check-note")).to_have_value("yes, any")
    press(page, "y", "k")
    assert '"yes, any"' in saved(page)


def test_what_is_unchecked_is_a_filter_that_holds_in_every_view(page):
    before = counts(page)
    press(page, "j", "y")
    page.keyboard.press("Escape")
    open_filters(page)
    page.get_by_label("only what is unchecked").check()
    page.locator("#filters > summary").click()
    expect(page.locator("#chips")).to_contain_text("only what is unchecked ×")
    assert counts(page)[1] == before[1] - 1
    press(page, "j")
    title = page.locator("#panel h2").inner_text()
    press(page, "y")
    assert page.locator("#panel h2").inner_text() != title
    assert counts(page)[1] == before[1] - 2
    assert "unchecked=yes" in page.url
    page.locator("#chips .chip").first.click()
    assert counts(page) == before


def test_a_build_honours_what_was_checked(page, built, tmp_path):
    press(page, "j", "n", "u")
    text = saved(page)
    (wrong,) = decisions_in(text.encode(), name="decisions.ttl", base=BASE_IRI)
    assert (wrong.verdict, wrong.by) == ("Wrong", "Ann Ek")
    assert re.search(r"^# unsure: <", text, re.MULTILINE)
    file = tmp_path / "decisions.ttl"
    file.write_text(text, "utf-8")
    report = build([built / "news"], tmp_path / "again", decisions=[file])
    assert report.unused == ()
    statement = wrong.fact.id
    stated = f"ASK {{ <{BASE_IRI}{statement}> a rdf:Statement }}"
    assert kg.load(built / "out").ask(stated)
    assert not kg.load(tmp_path / "again").ask(stated)


def test_what_is_right_is_said_to_be_decided_by_whom_on_the_next_page(
    page, browser, built, tmp_path
):
    press(page, "j")
    title = page.locator("#panel h2").inner_text()
    press(page, "y")
    (tmp_path / "decisions.ttl").write_text(saved(page), "utf-8")
    build([built / "news"], tmp_path / "again", decisions=[tmp_path / "decisions.ttl"])
    watched = Watched(browser, (tmp_path / "again/graph.html").as_uri(), view="facts")
    press(watched.page, "j")
    assert watched.page.locator("#panel h2").inner_text() == title
    expect(watched.page.locator("#panel .check")).to_contain_text("Ann Ek")
    before = counts(watched.page)
    watched.page.goto(f"{watched.page.url}&unchecked=yes")
    assert counts(watched.page)[1] < before[1]
    watched.close()


def quoted(folder):
    rows = kg.load(folder).rows("SELECT ?text { ?said a schema:Quotation ; schema:text ?text }")
    return {row["text"] for row in rows}


def test_quotations_are_checked_by_keyboard_and_a_build_honours_it(browser, tmp_path):
    news_ = tmp_path / "news"
    news_.mkdir()
    (news_ / "proud.txt").write_text(PROUD, "utf-8")
    build([news_], tmp_path / "out")
    assert len(quoted(tmp_path / "out")) == 2
    watched = Watched(browser, (tmp_path / "out/graph.html").as_uri(), view="facts")
    page = watched.page
    press(page, "k")  # from the beginning the last: quotations stand behind facts and events
    expect(page.locator("#panel .kind").first).to_have_text(re.compile("^quotation"))
    expect(page.locator("#panel .quote").first).to_be_visible()
    assert "quotation=quotation" in page.url
    last = page.locator("#panel h2").inner_text()
    press(page, "n", "Escape", "k", "k")
    before = page.locator("#panel h2").inner_text()
    assert before != last
    press(page, "y", "k", "k")  # on to the next that is unchecked, the first fact, and back
    assert marks(page) == ["✓ right"]
    page.reload()
    expect(page.locator("#panel h2")).to_have_text(before)
    file = tmp_path / "decisions.ttl"
    file.write_text(saved(page), "utf-8")
    watched.close()
    report = build([news_], tmp_path / "again", decisions=[file])
    assert report.unused == ()
    (left,) = quoted(tmp_path / "again")
    assert left in before
    watched = Watched(browser, (tmp_path / "again/graph.html").as_uri(), view="facts")
    press(watched.page, "k")
    expect(watched.page.locator("#panel h2")).to_have_text(before)
    expect(watched.page.locator("#panel .check")).to_contain_text("Ann Ek")
    watched.close()


def test_a_file_of_decisions_is_taken_in_and_what_is_no_turtle_is_said_to_be_none(page, tmp_path):
    press(page, "j", "y", "n", "u")
    text = saved(page)
    file = tmp_path / "decisions.ttl"
    file.write_text(
        f"{text}\n[] a kg:EditorialDecision ; kg:verdict kg:Label ; kg:about <{BASE_IRI}person/x> ; "
        "rdf:value 'X' ; dcterms:creator 'A' ; dcterms:created '2024-05-03'^^xsd:date .\n",
        "utf-8",
    )
    page.evaluate("localStorage.clear()")
    page.reload()
    box = dialog(page)
    expect(box.locator("#checks-tally")).to_contain_text("0 right, 0 wrong, 0 unsure")
    box.locator("#checks-file").set_input_files(file)
    expect(box.get_by_role("status")).to_contain_text("3 checks taken in. 1 decision is about")
    expect(box.locator("#checks-tally")).to_contain_text("1 right, 1 wrong, 1 unsure")
    file.write_text("no Turtle", "utf-8")
    box.locator("#checks-file").set_input_files(file)
    expect(box.get_by_role("status")).to_contain_text("decisions.ttl cannot be read as Turtle")
