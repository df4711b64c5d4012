"""Layout is not content: how a text is wrapped, spaced and encoded makes no difference to what is read of it."""

import json
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kg
from kg.rdf import verify
from kg.text.read import article, laid_out
from kg.text.read_article import read_article

NEWS = """Shipyard in Narvik to close after forty years of building ferries for northern ports

March 5, 2024

NARVIK, Norway - Ada Lund, the chairwoman of Globex Shipping, said on Monday that the company would close its shipyard in Narvik.

"We have built forty-one ferries here, and every one of them is still afloat," Lund told reporters. "I am sorry for the workers."

Her brother, Tom Lund, founded the well-known yard in 1984. The two-hour meeting was attended by Minister of Trade Ingrid Solberg, who had flown from Oslo with representatives of the unions.
"""


def wrapped(text, width):
    return "\n".join(textwrap.fill(line, width) for line in text.split("\n"))


def broken(word, at):
    """The news, wrapped where `word` is broken after its first letters."""
    return NEWS.replace(word, f"{word[:at]}-\n{word[at:]}")


def mixed(text):
    return (
        wrapped(text, 61).replace("\n", "\r\n").replace(" ", "\u00a0 ").replace("Nar", "Nar\u00ad")
    )


LAYOUTS = {
    **{f"wrapped at {width}": wrapped(NEWS, width) for width in (40, 60, 72, 80, 100)},
    "no blank lines": "\n".join(textwrap.fill(line, 72) for line in NEWS.split("\n") if line),
    "set in": "\n".join(
        textwrap.fill(line, 72, initial_indent="   ") for line in NEWS.split("\n") if line
    ),
    "quoted block": textwrap.indent(wrapped(NEWS, 72), "    "),
    "double blanks": NEWS.replace(" ", "  "),
    "blanks at line ends": wrapped(NEWS, 72).replace("\n", "   \n"),
    "tabs": NEWS.replace(" ", "\t"),
    "Windows": NEWS.replace("\n", "\r\n"),
    "old Macintosh": NEWS.replace("\n", "\r"),
    "line separators": NEWS.replace("\n", "\u2028"),
    "no-break blanks": NEWS.replace(" ", "\u00a0"),
    "thin blanks": NEWS.replace(" ", "\u2009"),
    "soft hyphens": NEWS.replace("ee", "e\u00ade").replace("ar", "a\u00adr"),
    "soft hyphens at line ends": NEWS.replace("ship", "ship\u00ad\n"),
    "zero-width blanks": NEWS.replace("Lund", "\u200bLund\u200b").replace("Narvik", "\ufeffNarvik"),
    "marks of direction": NEWS.replace("Oslo", "\u200eOslo\u200f"),
    "decomposed": NEWS.replace("Ada", "Ada"),
    "word broken": broken("representatives", 6),
    "name broken": broken("Solberg", 3),
    "compound broken": NEWS.replace("two-hour", "two-\nhour"),
    "compound number broken": NEWS.replace("forty-one", "forty-\none"),
    "names of characters": NEWS.replace('"', "&quot;").replace(" of ", "&nbsp;of&#32;"),
    "names of characters named twice": NEWS.replace('"', "&amp;#34;"),
    "tags of type": NEWS.replace("Globex", "<b>Globex</b>").replace(
        "Oslo", "<a href='https://x.example/?a=b&c=d' class=link>Oslo</a>"
    ),
    "tags of line ends": wrapped(NEWS, 72).replace("\n\n", "<br/>\n<br />"),
    "all of it": mixed(NEWS),
}


def words_of(text):
    """What is read in a text: the lines that have words in them."""
    return [line for line in laid_out(text).text.split("\n") if line]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_reads_as_the_same_lines(layout):
    assert words_of(LAYOUTS[layout]) == words_of(NEWS)


@pytest.mark.parametrize("layout", ["wrapped at 72", "double blanks", "soft hyphens", "all of it"])
def test_what_is_read_has_the_same_words_in_every_layout(layout):
    plain, other = (read_article(article(text, source="a.txt")) for text in (NEWS, LAYOUTS[layout]))
    assert [m.text for chain in other.chains for m in chain.mentions] == [
        m.text for chain in plain.chains for m in chain.mentions
    ]
    assert [(claim.predicate, claim.phrase, claim.rule) for claim in other.claims] == [
        (claim.predicate, claim.phrase, claim.rule) for claim in plain.claims
    ]
    assert [quote.text for quote in other.quotes] == [quote.text for quote in plain.quotes]
    assert (other.article.headline, other.article.published) == (
        plain.article.headline,
        plain.article.published,
    )


@pytest.mark.parametrize(
    "layout",
    [
        "wrapped at 60",
        "double blanks",
        "Windows",
        "no-break blanks",
        "soft hyphens",
        "names of characters",
        "tags of type",
        "all of it",
    ],
)
def test_a_graph_says_the_same_and_every_passage_is_in_the_given_text(layout, tmp_path):
    facts = []
    for name, text in (("plain", NEWS), ("other", LAYOUTS[layout])):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_bytes(text.encode())
        kg.build([tmp_path / name / "a.txt"], tmp_path / name / "out")
        assert verify(tmp_path / name / "out") == []
        rows = kg.load(tmp_path / name / "out").rows(
            "SELECT ?s ?p ?o { ?x rdf:subject/rdfs:label ?s ; rdf:predicate ?p ; rdf:object/rdfs:label ?o }"
        )
        facts.append(sorted(tuple(row.values()) for row in rows))
    assert facts[0] == facts[1] != []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Council votes on budget\nBy Ada Lund\nMarch 5, 2024\nThe council voted.", 4),
        ("Results:\nLeeds 3\nHull 1\nYork 2\nDerby 0", 5),
        (
            "What to pack\n- a warm coat and a pair of good boots\n- a torch and batteries for two weeks",
            3,
        ),
        (
            "First he paid the fine in full, and left.\nThen he went home to his wife and family.\nThe end.",
            3,
        ),
        ("Minister of Trade Solberg\nMinister of Labour Lund\nMinister of Justice Berg", 3),
        ("Roses are red\nViolets are blue\nSugar is sweet\nAnd so are you", 4),
        ("SCORES\n1. Ada Lund, Norway\n2. Tom Kerr, Wales\n3. Ines Diaz, Spain", 4),
    ],
)
def test_lines_that_stand_for_themselves_stay(text, lines):
    assert len(words_of(text)) == lines


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("the diplo-\nmats left", "the diplomats left"),
        ("the two-\nhour ride", "the two-hour ride"),
        ("two-\nand three-hour rides", "two- and three-hour rides"),
        ("surface-\nto-air missiles", "surface-to-air missiles"),
        ("a co-owner and a co-\nowner", "a co-owner and a co-owner"),
        ("Marlena Kowalczyk met Kowal-\nczyk", "Marlena Kowalczyk met Kowalczyk"),
        ("an e-\nmail", "an e-mail"),
        ("the 32-\nhour ride", "the 32-hour ride"),
        ("the yard – which\nclosed", "the yard – which closed"),
        ("the diplo\u2010\nmats left", "the diplomats left"),
        ("the diplo\u00ad\nmats left", "the diplomats left"),
        ("the o\ufb03ce", "the office"),
        ("Jose\u0301 Pen\u0303a", "José Peña"),
        ("نمی\u200cخواهم", "نمی\u200cخواهم"),
        (" x", "x"),
        ("Berg &amp; Co&#8217;s head, Karl&nbsp;Moe", "Berg & Co’s head, Karl Moe"),
        ("&ldquo;No,&rdquo; he said.<br>She left.", "“No,” he said.\nShe left."),
        ("<i>Dagens Post</i> and <SPAN class='x'>Ada</SPAN>", "Dagens Post and Ada"),
        ("co&shy;operation", "cooperation"),
        ("AT&T; R&D, a&b; 5 &lt 6", "AT&T; R&D, a&b; 5 &lt 6"),
        ("x <a or b> y < c", "x <a or b> y < c"),
        ("<video> is a tag", "<video> is a tag"),
    ],
)
def test_words_are_mended(text, read):
    assert laid_out(text).text == read


ODD = st.sampled_from(
    [
        "\u00ad",
        "\u200b",
        "  ",
        "\r\n",
        "\r",
        "\n",
        "\n\n",
        "\u00a0",
        "-\n",
        "\ufb01",
        "e\u0301",
        "\t",
        "\ufeff",
        " ",
        "\u2028",
        "&nbsp;",
        "&amp;",
        "&#8217;",
        "<b>",
        "</b>",
        "<br/>",
    ]
)
WORDS = st.sampled_from(
    ["Ada", "Lund", "left", "Oslo.", "the", "ship-yard", "“Yes,”", "1984", "é", "文", "-"]
)


@given(st.lists(ODD | WORDS, max_size=12).map("".join))
def test_every_character_read_stands_in_the_given_text(text):
    layout = laid_out(text)
    if not layout.starts:
        assert layout.text in ("", text)
        return
    assert len(layout.starts) == len(layout.ends) == len(layout.text)
    assert list(layout.starts) == sorted(layout.starts)
    assert list(layout.ends) == sorted(layout.ends)
    for read, start, end in zip(layout.text, layout.starts, layout.ends, strict=True):
        assert start < end <= len(text)
        assert (
            read in text[start:end]
            or read.isspace()
            or len(text[start:end]) != 1
            or text[start] == "\ufb01"
            or text[start] == "&"
        )


@given(st.lists(ODD | WORDS, max_size=12).map("".join))
def test_a_text_without_layout_is_left_alone(text):
    read = laid_out(text).text
    assert laid_out(read).text == read


@given(st.lists(ODD | WORDS, min_size=1, max_size=12).map("".join), st.data())
def test_a_passage_goes_to_the_given_text_and_back(text, data):
    layout = laid_out(text)
    if layout.text:
        start = data.draw(st.integers(0, len(layout.text) - 1))
        end = data.draw(st.integers(start + 1, len(layout.text)))
        passage = kg.model.Passage("a", start, end)
        back = layout.read(layout.given(passage))
        assert back.start <= start < end <= back.end


def test_the_common_words_are_those_of_the_learned_readers_vocabulary():
    package = Path(kg.__file__).parent
    (tokenizer,) = package.rglob("tokenizer.json")
    vocabulary = json.loads(tokenizer.read_text("utf-8"))["model"]["vocab"]
    words = sorted(
        word for word in vocabulary if len(word) > 1 and word.isascii() and word.isalpha()
    )
    (listed,) = package.glob("text/read/data/common_words.txt")
    assert listed.read_text("utf-8").split() == words


PAGES = [
    ("Ann Lund&#8217;s &amp; Tom Lund&apos;s house", "Ann Lund’s & Tom Lund's house"),
    ("Ann&nbsp;Lund said: &ldquo;No.&rdquo;", "Ann Lund said: “No.”"),
    ("<b>Ann Lund</b> left.<br/>She sang.", "Ann Lund left.\nShe sang."),
    ('See <a href="http://lund.example/a">Oslo</a>.', "See Oslo."),
    # what only looks like it
    ("AT&T; R&D; a < b, c > d", "AT&T; R&D; a < b, c > d"),
]


@pytest.mark.parametrize(("given_text", "read"), PAGES)
def test_what_is_left_of_a_page_is_read_as_it_was_meant(given_text: str, read: str) -> None:
    assert laid_out(given_text).text == read
