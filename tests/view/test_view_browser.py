"""The page in a real browser: seeing, finding, choosing and reading."""

import re

import pytest
from browsing import SIZES, Watched, centre_of_picture, counts, find, wait_for_colours
from playwright.sync_api import expect


def test_the_picture_and_the_sentence_about_it_are_shown(opened):
    wait_for_colours(opened, 20)
    expect(opened.locator("#summary")).to_contain_text("2 articles of 4 to 5 March 2031: 5 people")
    expect(opened.locator("#panel")).to_contain_text("What is in this graph")


@pytest.mark.parametrize("typed", ["Mara Dahlgren", "dahlgren mara", "minister dahl", "DAHLGREN"])
def test_search_finds_by_any_name_and_opens_the_panel(opened, typed):
    find(opened, typed)
    expect(opened.locator("#panel h2")).to_have_text("Mara Dahlgren")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("zoe simic", "Zoë Šimić"),
        ("mtv", "Ministry of Trade of Vesterland"),
        ("<img", "</script><script>alert(1)</script>"),
    ],
)
def test_search_passes_over_accents_and_knows_other_names(opened, typed, name):
    find(opened, typed)
    expect(opened.locator("#panel h2")).to_have_text(name)


def test_search_is_used_with_arrow_keys_and_says_how_much_it_found(opened):
    field = opened.locator("#search")
    opened.keyboard.press("/")
    expect(field).to_be_focused()
    field.fill("dahlgren")
    expect(opened.locator("#found")).to_contain_text("4 things, ")
    first = field.get_attribute("aria-activedescendant")
    field.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") != first
    field.press("Escape")
    expect(opened.locator("#results")).to_be_hidden()


def test_a_click_on_a_thing_shows_its_facts_with_their_sentences(opened):
    find(opened, "Mara Dahlgren")
    opened.get_by_role("button", name=re.compile("Close")).first.click()
    expect(opened.locator("#panel")).to_contain_text("What is in this graph")
    opened.mouse.click(*centre_of_picture(opened))
    panel = opened.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Mara Dahlgren")
    expect(panel).to_contain_text("Mara Dahlgren is a parent of Tove Dahlgren")
    expect(panel).to_contain_text("Dahlgren came with her daughter Tove, who is three.")
    expect(panel).to_contain_text(
        "works for Ministry of Trade of Vesterland (trade minister; since 2029)"
    )
    expect(panel).to_contain_text("The docks <em>stay</em> open")
    expect(panel.locator("li.fact", has_text="works for").locator(".rule")).to_have_text(
        "rule: title, learned reader"
    )


def test_a_click_on_a_line_shows_the_sentences_that_say_so(opened):
    find(opened, "Mara Dahlgren")
    opened.locator("li.fact", has_text="is a parent of").get_by_role(
        "button", name="Show this line"
    ).click()
    opened.get_by_role("button", name=re.compile("Close")).first.click()
    opened.mouse.click(*centre_of_picture(opened))
    panel = opened.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Mara Dahlgren is a parent of Tove Dahlgren")
    expect(panel.locator(".quote")).to_have_count(2)
    for words in (
        "Harbour workers return to Ostvik",
        "Sund Courier",
        "4 March 2031",
        "confidence 0.95",
        "2 articles",
        "kinship",
    ):
        expect(panel).to_contain_text(words)


def test_a_passage_opens_its_article_with_the_passage_marked(opened):
    find(opened, "Mara Dahlgren")
    opened.locator(".quote", has_text="came to meet them").first.click()
    article = opened.locator("#article")
    expect(article.locator("mark")).to_have_text(
        "Tove, the daughter of Trade Minister Mara Dahlgren, came to meet them."
    )
    expect(article).to_contain_text("</script><script>alert(6)</script> may work there.")
    article.locator(".mention", has_text="Ostvik").first.click()
    expect(opened.locator("#panel h2")).to_have_text("Ostvik")
    expect(article.locator("mark")).to_be_in_viewport()


def test_a_passage_after_wide_characters_is_marked_in_the_right_place(opened):
    find(opened, "six dockers sail")
    opened.locator("#panel .quote").first.click()
    expect(opened.locator("#article mark")).to_have_text(
        "Six dockers 🚢 sailed from Sund to Ostvik on Monday, 3 Mar"
    )


def test_an_event_tells_when_who_and_where(opened):
    find(opened, "six dockers sail")
    panel = opened.locator("#panel")
    for words in (
        "movement",
        "3 March 2031",
        "6 hours",
        "more than 2,000,000 crown",
        "done by: six dockers",
        "from: Sund",
        "to: Ostvik",
    ):
        expect(panel).to_contain_text(words)


def test_one_gets_from_thing_to_thing_and_back(opened):
    find(opened, "Mara Dahlgren")
    opened.locator("#panel .thing", has_text="Tove Dahlgren").first.click()
    expect(opened.locator("#panel h2")).to_have_text("Tove Dahlgren")
    opened.go_back()
    expect(opened.locator("#panel h2")).to_have_text("Mara Dahlgren")


def test_the_legend_hides_kinds_and_says_what_is_left(opened):
    status = opened.locator("#status")
    expect(status).to_contain_text("14 of 16 things")  # not what no article tells of
    before = status.inner_text()
    places = opened.locator("#legend button", has_text="places")
    places.click()
    expect(places).to_have_attribute("aria-pressed", "false")
    expect(status).to_contain_text("12 of 16 things")
    opened.locator("#reset").click()
    expect(status).to_have_text(before)


def test_what_is_denied_is_told_in_words_and_can_be_left_out(opened):
    status = opened.locator("#status")
    everything = counts(opened)[1]
    opened.locator("#filters summary").click()
    opened.locator("#factualities label", has_text="denied").locator("input").uncheck()
    expect(status).to_contain_text(f"{everything - 1} of ")
    opened.locator("#factualities label", has_text="denied").locator("input").check()
    find(opened, "mtv")
    denied = opened.locator("#panel .sentence", has_text="owns")
    expect(denied).to_have_text(
        "It is denied that Ministry of Trade of Vesterland owns Sund Courier"
    )


@pytest.mark.parametrize(
    ("name", "value", "left"),
    [("confidence", "0.9", "7 of 16 facts"), ("articles", "2", "1 of 16 facts")],
)
def test_filters_by_confidence_and_articles_change_what_is_shown(opened, name, value, left):
    opened.locator("#filters summary").click()
    expect(
        opened.locator(f"#{name}-count")
    ).not_to_be_empty()  # the choices are built when they are first opened
    opened.locator(f"#{name}").fill(value)
    expect(opened.locator("#status")).to_contain_text(left)


def test_only_a_thing_and_its_neighbours_are_shown(opened):
    find(opened, "Ostvik")
    opened.locator(".focus-buttons button", has_text="1").click()
    status = opened.locator("#status")
    expect(status).to_contain_text("2 of 16 things")  # the voyage there
    opened.locator("#filters summary").click()
    opened.get_by_label("world knowledge").check()
    expect(status).to_contain_text("3 of 16 things")  # and where an atlas says that it lies
    opened.get_by_label("world knowledge").uncheck()
    opened.locator("#filters summary").click()
    opened.locator("#focus button").click()
    expect(status).to_contain_text("14 of 16 things")


def test_the_address_leads_back_to_the_same_choices(opened, browser, address):
    find(opened, "Ostvik")
    opened.locator(".focus-buttons button", has_text="2").click()
    opened.locator("#legend button", has_text="groups").click()
    again = Watched(browser, opened.url)
    expect(again.page.locator("#panel h2")).to_have_text("Ostvik")
    expect(again.page.locator("#status")).to_have_text(opened.locator("#status").inner_text())
    again.close()


@pytest.mark.parametrize(
    "fragment",
    [
        "#thing=nobody",
        "#fact=99999",
        "#around=x",
        "#view=%3Cscript%3E&hide=%00",
        "#confidence=NaN&most=-1",
    ],
)
def test_an_address_that_makes_no_sense_shows_the_beginning(browser, address, fragment):
    watched = Watched(browser, address + fragment)
    expect(watched.page.locator("#panel")).to_contain_text("What is in this graph")
    watched.close()


def test_the_list_of_facts_can_be_sorted_and_leads_to_the_sentences(opened):
    opened.locator("#tab-facts").click()
    rows = opened.locator("#view-facts tbody tr")
    expect(rows).to_have_count(15)
    opened.get_by_role("button", name="Confidence").click()
    opened.get_by_role("button", name="Confidence").click()
    expect(opened.locator("th[aria-sort=descending]")).to_have_text("Confidence")
    opened.locator("#view-facts .thing", has_text="is a parent of").click()
    expect(opened.locator("#panel .quote")).to_have_count(2)


def test_facts_are_saved_as_csv(opened):
    opened.locator("#tab-facts").click()
    with opened.expect_download() as download:
        opened.get_by_role("button", name="Save as CSV").click()
    lines = download.value.path().read_text("utf-8-sig").splitlines()
    assert lines[0].startswith(
        '"Thing","Relation","Thing or value","Said","Confidence","Articles","Sentence","Headline"'
    )
    parent = '"Mara Dahlgren","is a parent of","Tove Dahlgren","asserted","0.95","2"'
    [row] = [line for line in lines if line.startswith(parent)]
    assert '"Tove, the daughter of Trade Minister Mara Dahlgren, came to meet them."' in row
    assert '"Harbour workers return to Ostvik","Sund Courier","2031-03-04"' in row


def test_events_stand_in_the_order_of_their_dates(opened):
    opened.locator("#tab-timeline").click()
    sailing = opened.locator("#view-timeline .step", has_text="sail")
    expect(sailing.locator(".date")).to_have_text(" 3 March 2031")
    sailing.click()
    expect(opened.locator("#panel h2")).to_have_text("six dockers sail from Sund to Ostvik")


def test_tabs_change_with_the_arrow_keys(opened):
    opened.locator("#tab-graph").focus()
    opened.keyboard.press("ArrowRight")
    expect(opened.locator("#tab-timeline")).to_be_focused()
    expect(opened.locator("#view-timeline")).to_be_visible()


def test_everything_that_hostile_names_say_stays_text(opened):
    for words in ("alert(1)", "javascript", "gnp.exe", "Long name Long", "line"):
        find(opened, words)
        expect(opened.locator("#panel h2")).to_be_visible()
    find(opened, "alert(1)")
    expect(opened.locator("#panel")).to_contain_text("</script><svg onload=alert(5)>")
    assert opened.locator("#panel img, #panel svg[onload]").count() == 0
    assert opened.evaluate("document.scripts.length") == 6
    find(opened, "javascript")
    assert opened.locator("a[href^=javascript]").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_runs_over_the_edge_of_the_screen(browser, address, size, scheme):
    watched = Watched(browser, address, size, scheme)
    find(watched.page, "Long name")
    assert watched.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    watched.close()


def test_colours_follow_the_system_and_the_switch_overrides_them(browser, address):
    watched = Watched(browser, address, scheme="dark")
    background = "getComputedStyle(document.body).backgroundColor"
    dark = watched.page.evaluate(background)
    watched.page.locator("#theme").click()
    assert dark == "rgb(20, 22, 27)"
    assert watched.page.evaluate(background) == "rgb(255, 255, 255)"
    watched.close()


def test_the_page_works_inside_a_sandboxed_frame(browser, address, tmp_path):
    frame = tmp_path / "frame.html"
    frame.write_text(
        f'<!doctype html><iframe sandbox="allow-scripts" width="1200" height="800" '
        f'src="{address}"></iframe>'
    )
    context = browser.new_context(offline=True)
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(frame.as_uri())
    inside = page.frame_locator("iframe")
    inside.locator("#search").fill("Ostvik")
    inside.locator("#search").press("Enter")
    expect(inside.locator("#panel h2")).to_have_text("Ostvik")
    context.close()
    assert errors == []


def test_the_path_between_two_things_is_shown(opened):
    find(opened, "mtv")
    opened.get_by_role("button", name="Path to …").click()
    expect(opened.locator("#focus")).to_contain_text(
        "Choose where the path from Ministry of Trade of Vesterland leads"
    )
    find(opened, "Zoë")
    expect(opened.locator("#focus")).to_contain_text(
        "The shortest path from Ministry of Trade of Vesterland to Zoë Šimić"
    )
    expect(opened.locator("#status")).to_contain_text("5 of 16 things")
    opened.reload()
    expect(opened.locator("#status")).to_contain_text("5 of 16 things")


def test_a_path_that_is_not_there_is_said(opened):
    find(opened, "mtv")
    opened.get_by_role("button", name="Path to …").click()
    find(opened, "javascript")
    expect(opened.locator("#focus")).to_contain_text("There is no path from")
