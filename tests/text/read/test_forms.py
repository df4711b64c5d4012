"""Markup and data are refused by name, prose is not, and what is left of markup in an article is not read."""

import io

import pytest
from form_samples import NO_PROSE, PROSE

from kg.model import Article
from kg.text.read import Fault, article, read
from kg.text.read.forms import BINARY, ENDINGS, FORMS, binary_form, refusal
from kg.text.read.lines import lines_of
from kg.text.read.markup import markup_of
from kg.text.read.readers import READER_OF_FORM

STORY = "Ada Lund, the mayor of Lima, resigned on Monday."


@pytest.mark.parametrize(("what", "name", "text"), NO_PROSE, ids=[what for what, *_ in NO_PROSE])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["unix", "windows"])
def test_what_is_no_prose_is_refused_by_name_with_what_to_do(what, name, text, end):
    told = refusal(text.replace("\r\n", "\n").replace("\n", end))
    assert told.endswith(": save the article as plain text (.txt)"), what
    assert told.startswith((f"is {name}", f"has {name}"))


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["unix", "windows"])
def test_prose_is_not_refused(text, end):
    assert refusal(text.replace("\n", end)) == ""


@pytest.mark.parametrize("before", ["\ufeff", "\n\n  ", "\u200b"])
def test_marks_and_blanks_before_it_hide_no_form(before):
    assert refusal(f"{before}<rss><channel><title>{STORY}</title></channel></rss>").startswith(
        "is a feed"
    )


def test_markup_within_a_text_is_told_with_its_line():
    told = refusal(f"Mayor quits\n\n{STORY}\n\n<div>\n<p>{STORY}</p>\n</div>")
    assert told.startswith("has HTML in it, from line 5 on: ")


@pytest.mark.parametrize("ending", [".html", ".CSV", ".eml", ".json", ".py", ".docx"])
def test_a_named_file_is_refused_for_its_ending_too(ending):
    assert refusal(STORY, ending).startswith(f"is called {ending}, as ")


@pytest.mark.parametrize("ending", ["", ".txt", ".md", ".text", ".article"])
def test_other_endings_say_nothing(ending):
    assert refusal(STORY, ending) == ""


def test_an_ending_belongs_to_one_form():
    endings = [ending for form in FORMS for ending in form.endings.split()]
    assert len(endings) == len(set(endings)) == len(ENDINGS)
    assert all(ending.startswith(".") and ending == ending.lower() for ending in endings)


@pytest.mark.parametrize(("start", "name"), BINARY.items(), ids=BINARY.values())
def test_binary_forms_are_told_by_their_first_bytes(start, name, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(start + b" plain letters that no encoding could refuse")
    (fault,) = read(path)
    assert isinstance(fault, Fault) and fault.lost
    assert name in READER_OF_FORM or (
        fault.message
        == f"is binary ({name}), not plain text: save the article as plain text (.txt)"
    )


def test_what_begins_alike_is_told_apart_by_its_ending():
    assert binary_form(b"PK\x03\x04", ".docx") == "a Word document"
    assert binary_form(b"Plain", ".docx") == ""


def unread(text):
    """The stretches of an article from which nothing is read because they are markup."""
    return [text[start:end] for start, end in markup_of(lines_of(text))]


def test_a_script_in_the_midst_of_a_line_is_left_out_and_the_rest_of_it_is_read():
    text = f'{STORY} <script>var a={{"b":"Jens Berg leads Initech."}};</script> She left. <!-- Jens Berg --> Yes.'
    assert refusal(text) == ""
    assert unread(text) == [
        '<script>var a={"b":"Jens Berg leads Initech."};</script>',
        "<!-- Jens Berg -->",
    ]
    assert [text[place.start : place.end] for place in article(text).furniture] == unread(text)


def test_a_comment_over_several_lines_is_left_out():
    assert unread(f"{STORY} <!-- Jens\nBerg leads\nInitech. --> She left.") == [
        "<!-- Jens",
        "Berg leads",
        "Initech. -->",
    ]


@pytest.mark.parametrize("opening", ["<!--", "<script>", "<style>"])
def test_what_opens_and_never_closes_is_prose(opening):
    assert unread(f"{STORY} He wrote {opening} on the wall.\n\nJens Berg leads Initech.") == []


def test_lines_of_code_in_an_article_are_left_out():
    code = ['window.owner = "Jens Berg leads Initech";', "function track(){send('Jens Berg');}"]
    text = f"Mayor quits\n\n{STORY}\n\n{code[0]}\n{code[1]}\n\nShe sang in Oslo, and all of Lima came to hear her do so.\n"
    assert refusal(text) == ""
    assert unread(text) == code


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: Mayor quits\nauthor: Jens Berg leads Initech.\ntags:\n  - news\n---",
        '+++\ntitle = "Mayor quits"\nowner = "Jens Berg leads Initech."\n+++',
    ],
    ids=["YAML", "TOML"],
)
def test_front_matter_is_left_out_and_the_article_below_is_read(front):
    found = article(f"{front}\n\nLima loses its mayor\n\n{STORY}\n")
    assert refusal(found.text) == ""
    assert [found.text[place.start : place.end] for place in found.furniture] == [front]
    assert found.headline == "Lima loses its mayor"


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE)
def test_nothing_of_prose_is_taken_for_markup(text):
    expected = ["<script>alert(1)</script>"] if "<script>" in text else []
    assert unread(text) == expected


def test_a_folder_names_each_of_its_texts_that_is_markup(tmp_path):
    news = tmp_path / "news"
    news.mkdir()
    (news / "a.txt").write_text(STORY)
    (news / "page.txt").write_text(f"Mayor quits\n\n<p>{STORY}</p>\n<p>{STORY}</p>")
    (news / "rows.txt").write_text("version: 1\nname: news\nsteps:\n  - build\n  - test\n")
    found, *faults = read(news)
    assert isinstance(found, Article)
    assert [(fault.source, fault.message[:9], fault.lost, fault.of_file) for fault in faults] == [
        ("news/page.txt", "has HTML ", True, True),
        ("news/rows.txt", "is YAML, ", True, True),
    ]


def test_standard_input_is_no_exception():
    (fault,) = read("-", stdin=io.BytesIO(b"#!/bin/sh\necho hello\n"))
    assert str(fault) == (
        "standard input: is a program (script), not plain text: "
        "save the article as plain text (.txt)"
    )


def test_prose_of_a_folder_is_read_whatever_a_folder_is_called(tmp_path):
    news = tmp_path / "news.html"
    news.mkdir()
    (news / "a.txt").write_text(STORY)
    (found,) = read(news)
    assert isinstance(found, Article)


def test_a_cell_too_long_for_a_table_is_no_fault():
    assert not refusal('name, town\nc, "' + "xx yy zz\n" * 17_000)
