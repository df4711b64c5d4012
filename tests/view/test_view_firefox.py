"""The page in Firefox, from disk."""

import pytest
from browsing import of_view
from marionette import Firefox

ENTER = "\ue007"
COLOURS = """const canvas = document.querySelector('#picture canvas');
const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
return new Set(new Uint32Array(data.buffer)).size;"""


@pytest.fixture(scope="module")
def firefox(tmp_path_factory, address):
    opened = Firefox(tmp_path_factory.mktemp("profile"))
    opened.go(of_view(address, "graph"))
    yield opened
    opened.close()


def test_firefox_draws_the_picture_and_begins_with_the_sentence_about_it(firefox):
    assert firefox.run(COLOURS) > 20
    assert "2 articles of 4 to 5 March 2031: 5 people" in firefox.text("#summary")


def test_firefox_finds_shows_the_sentences_and_opens_the_article(firefox):
    firefox.type("#search", f"zoe simic{ENTER}")
    assert firefox.text("#panel h2") == "Zoë Šimić"
    firefox.type("#search", f"Mara Dahlgren{ENTER}")
    assert "is a parent of Tove Dahlgren" in firefox.text("#panel")
    firefox.click("#panel section:has(.copy) .quote")
    assert "Mara Dahlgren" in firefox.text("#article mark")
    firefox.click("#article .close")
    for _ in ("open again", "not yet open", "chosen before"):
        firefox.click("#back")
    assert firefox.text("#panel h2") == "Zoë Šimić"


@pytest.mark.parametrize(
    ("tab", "words"),
    [
        ("timeline", "3 March 2031"),
        ("map", "Places (2)"),
        ("facts", "is a parent of"),
        ("graph", "as fact"),
    ],
)
def test_firefox_shows_every_view(firefox, tab, words):
    firefox.click(f"#tab-{tab}")
    assert words in firefox.text(f"#view-{tab}")


def test_firefox_filters_and_gives_the_query(firefox):
    firefox.click("#reset")
    firefox.click("#filters > summary")
    firefox.click("#documents .all-or-none button:last-child")
    left = int(firefox.text("#status").split(" ")[0])
    assert left < 16
    firefox.click("#reset")
    firefox.click("#take > summary")
    firefox.click("#take-sparql")
    assert "SELECT DISTINCT" in firefox.run("return document.querySelector('#text textarea').value")
    firefox.click("#text .close")


def test_firefox_unpacks_what_is_packed(firefox, big):
    assert 'type="application/json+gzip"' in (big.folder / "graph.html").read_text("utf-8")
    firefox.go(of_view(big.address, "graph"))
    told = firefox.run("return document.querySelector('#status').textContent")
    assert "60 of 5,0" in told
    assert firefox.run(COLOURS) > 20
