"""Mails, mailboxes, Markdown, feeds and archives: articles with their metadata, within limits."""

import gzip
import io
import json
import struct
import zipfile

import pytest
from made_forms import (
    AUTHORS,
    ELSEWHERE,
    HEADLINE,
    OTHER,
    PARAGRAPHS,
    PUBLISHED,
    PUBLISHED_AT,
    PUBLISHER,
    SECTION,
    TEXT,
    URL,
    archive,
    atom,
    body,
    csv_table,
    mail,
    markdown,
    mbox,
    page,
    pdf,
    row,
    rss,
    web_archive,
    word_document,
)

from kg.model import Article
from kg.text.read import NO_MEMORY, Fault, laid_out, read
from kg.text.read import readers as forms

OTHER_MAIL = mail(OTHER["text"], subject=OTHER["title"])


def read_file(folder, name, content):
    """What is read of a file: its articles, and its faults."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = list(read(path))
    articles = [each for each in found if isinstance(each, Article)]
    return articles, [each for each in found if isinstance(each, Fault)]


FORMS = {
    "mail": ("a.eml", mail(), "mail"),
    "mail in another encoding": ("a.eml", mail(charset="windows-1252"), "mail"),
    "mail in HTML": ("a.eml", mail(html=f"<html><body><h1>{HEADLINE}</h1>{body()}</body></html>"), "mail"),
    "mail called .txt": ("a.txt", mail(), "mail"),
    "mailbox": ("a.mbox", mbox(mail(), OTHER_MAIL), "mail"),
    "Markdown": ("a.md", markdown(), "front matter"),
    "Markdown with TOML": ("a.markdown", markdown("toml"), "front matter"),
    "RSS": ("a.rss", rss(), "feed"),
    "RSS called .xml": ("a.xml", rss(), "feed"),
    "RSS with several": ("a.txt", rss(items=3), "feed"),
    "Atom": ("feed", atom(), "feed"),
    "ZIP": ("a.zip", archive(deep__a__html=page(), b__png=b"x"), "JSON-LD"),
    "PDF": ("a.pdf", pdf([(HEADLINE, *PARAGRAPHS)]), "document properties"),
    "Word": ("a.docx", word_document(), "document properties"),
    "web archive": ("a.warc", web_archive(zipped=False), "page"),
    "packed web archive": ("a.warc.gz", web_archive(), "page"),
    "ZIP in a ZIP": ("a.zip", archive(b__zip=archive(a__csv=csv_table([row()]))), "column"),
    "ZIP called .txt": ("a.txt", archive(a__html=page()), "JSON-LD"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content", "origin"), FORMS.values(), ids=FORMS)
def test_the_article_of_each_form_has_its_text_and_metadata(tmp_path, name, content, origin):
    found = read_file(tmp_path, name, content)[0][0]
    assert not any(words in found.text for words in ELSEWHERE)
    if origin == "document properties":
        assert found.headline == HEADLINE and found.authors[0] == AUTHORS[0]
        assert found.published == ""
        assert all(words in laid_out(found.text).text for words in PARAGRAPHS)
        return
    assert found.text.rstrip() == TEXT.rstrip()
    if origin == "page":
        assert (found.url, found.published) == (URL, PUBLISHED)
        return
    assert (found.headline, found.published_at) == (HEADLINE, PUBLISHED_AT)
    assert f"published: {origin}" in found.metadata_from
    if origin == "mail":
        assert found.authors == AUTHORS[:1]
    else:
        assert (found.authors, found.publisher) == (AUTHORS, PUBLISHER)
        assert (found.url, found.section) == (URL, SECTION)


def test_markdown_without_front_matter_has_its_heading(tmp_path):
    (found,), _ = read_file(tmp_path, "a.md", markdown(""))
    assert (found.text, found.headline) == (TEXT.rstrip(), HEADLINE)


def test_front_matter_describes_a_plain_text_which_stays_as_it_is(tmp_path):
    text = f"---\ntitle: Kop\ndate: {PUBLISHED}\ntags:\n  - sea\n---\n\n{TEXT}"
    (found,), _ = read_file(tmp_path, "a.txt", text)
    assert (found.text, found.headline, found.published) == (text, "Kop", PUBLISHED)


@pytest.mark.parametrize(
    "settings",
    ["a: &a [x, x]\nb: &b [*a, *a]\ntitle: *b", "title: [", "title: !!python/object:os.system x"],
)
def test_front_matter_that_is_damaged_or_endless_describes_nothing(tmp_path, settings):
    (found,), _ = read_file(tmp_path, "a.md", f"---\n{settings}\n---\n\n{TEXT}")
    assert found.headline in (HEADLINE, "x")


def test_a_mailbox_names_the_mails_without_text(tmp_path):
    found, faults = read_file(tmp_path, "a.mbox", mbox(mail(), mail(" "), OTHER_MAIL))
    assert [each.source for each in found] == ["a.mbox#message=1", "a.mbox#message=3"]
    assert [fault.source.endswith("a.mbox#message=2") for fault in faults] == [True]


def test_a_page_that_a_browser_saved_as_a_mail_is_a_page(tmp_path):
    message = mail(html=page(json_ld=False, open_graph=False)).replace(
        b"Message-ID:", f"Snapshot-Content-Location: {URL}\nMessage-ID:".encode()
    )
    (found,), _ = read_file(tmp_path, "a.mhtml", message)
    assert (found.text, found.url, found.published) == (TEXT.rstrip(), URL, PUBLISHED)


def test_items_of_a_feed_without_a_full_text_are_read_and_remarked_upon(tmp_path):
    found, faults = read_file(tmp_path, "a.rss", rss(items=3))
    assert found[1].text == f"{OTHER['title']}\n\n{OTHER['text']}"
    assert [(fault.lost, fault.message) for fault in faults] == [
        (False, "1 items have no text"),
        (False, "1 items have only a summary: save their pages with kg fetch"),
    ]


def test_a_json_feed_is_read_item_by_item(tmp_path):
    item = {"id": "1", "url": URL, "title": HEADLINE, "content_html": body(), "date_published": PUBLISHED_AT, "authors": [{"name": name} for name in AUTHORS]}  # fmt: skip
    content = {"version": "https://jsonfeed.org/version/1.1", "title": PUBLISHER, "items": [item]}
    (found,), _ = read_file(tmp_path, "feed.json", json.dumps(content))
    assert (found.text, found.url, found.authors) == (TEXT.rstrip(), URL, AUTHORS)
    assert (found.published_at, found.publisher) == (PUBLISHED_AT, PUBLISHER)


def test_the_files_of_an_archive_are_named_with_it_and_described_beside_it(tmp_path):
    content = archive(
        one__txt="Ada Lund quit.\n",
        one__json=json.dumps({"url": URL}),
        two__pdf=b"%PDF-1.4 broken",
        notes__css="p {}",
        __MACOSX="x",
    )
    (found,), faults = read_file(tmp_path, "a.zip", content)
    assert (found.source, found.url) == ("a.zip/one.txt", URL)
    assert [fault.source.rpartition("/")[2] for fault in faults] in ([], ["two.pdf"])


@pytest.mark.parametrize(
    "name", ["../../etc/a.txt", "/etc/a.txt", "C:\\Users\\ada\\a.txt", "..\\a.txt", "x/./a.txt"]
)
def test_a_name_in_an_archive_leads_nowhere(tmp_path, name):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as opened:
        opened.writestr(name, "Ada Lund quit.\n")
    (found,), _ = read_file(tmp_path, "a.zip", written.getvalue())
    parts = found.source.split("/")
    assert parts[0] == "a.zip" and parts[-1] == "a.txt"
    assert not {"..", "", ".", "C:"} & set(parts)
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def bomb():
    """A small archive that is large unpacked."""
    return archive(a__txt=b"0" * 50_000_000)


def lying_bomb():
    """The same, with a directory that says it were small."""
    content = bytearray(bomb())
    entry = content.rindex(b"PK\x01\x02")
    content[entry + 24 : entry + 28] = struct.pack("<I", 10)
    return bytes(content)


def nested(depth):
    """An archive within archives."""
    content = archive(a__txt="Ada Lund quit.\n")
    for _ in range(depth):
        content = archive(a__zip=content)
    return content


@pytest.mark.parametrize(
    ("name", "content", "where"),
    [
        ("a.eml", mail(), "a.eml"),
        ("a.zip", archive(a__eml=mail()), "a.zip/a.eml"),
    ],
)
def test_what_memory_is_too_short_for_is_told_so_and_not_called_damaged(
    tmp_path, monkeypatch, name, content, where
):
    as_usual = forms._read

    def greedy(reader, data, settings):
        if data.ending == ".eml":
            raise MemoryError
        yield from as_usual(reader, data, settings)

    monkeypatch.setattr(forms, "_read", greedy)
    articles, faults = read_file(tmp_path, name, content)
    assert not articles
    assert [fault.message for fault in faults] == [NO_MEMORY]
    assert faults[0].source.endswith(where)


ENTITIES = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
<rss version="2.0"><channel><title>x</title><item><title>Mayor</title><description>Ada Lund quit. &d;&f;</description></item></channel></rss>"""
MANY = (
    "<rss><channel><title>x</title>" + "<item><title>x</title></item>" * 10**5 + "</channel></rss>"
)
PART = "Content-Type: multipart/mixed; boundary=x\n\n--x\n"
NESTED_PARTS = f"From: a@b.example\nSubject: Mayor quits\n{PART * 20_001}"


def word_with_entity():
    """A Word document that asks for a file of the machine."""
    written = zipfile.ZipFile(io.BytesIO(word_document()))
    parts = {name: written.read(name) for name in written.namelist()}
    text = parts["word/document.xml"].replace(
        b"?>", b'?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>', 1
    )
    parts["word/document.xml"] = text.replace(b"</w:t>", b" &x;</w:t>", 1)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as document:
        for name, content in parts.items():
            document.writestr(name, content)
    return packed.getvalue()


# What takes long to make is made by its own test, and not whenever tests are collected.
HOSTILE = {
    "a PDF of a million pages": ("a.pdf", lambda: pdf(kids="4 0 R " * 10**6), "a.pdf"),
    "a PDF of pictures": ("a.pdf", pdf([("",)], title=""), ""),
    "half a PDF": ("a.pdf", pdf()[:400], "cannot be read"),
    "half a Word document": ("a.docx", word_document()[:2000], "damaged"),
    "a Word document that is none": ("a.docx", archive(a__txt="x"), "damaged"),
    "half a web archive": ("a.warc.gz", web_archive()[:900], ""),
    "a packed file that is no archive": ("a.gz", lambda: gzip.compress(b"x" * 10**8), ""),
    "a bomb": ("a.zip", bomb, "times its size"),
    "a bomb that lies": ("a.zip", lying_bomb, "a.zip"),
    "archives within archives": ("a.zip", nested(3), "within 2 archives"),
    "half an archive": ("a.zip", nested(0)[:60], "damaged"),
    "an empty archive": ("a.zip", archive(), ""),
    "too many files": ("a.zip", lambda: archive(**{f"a{number}__png": b"" for number in range(10_001)}), "10,001 files"),
    "entities": ("a.rss", ENTITIES, ""),
    "many items": ("a.rss", MANY, "100,000 items"),
    "no items": ("a.rss", "<rss><channel><title>x</title></channel></rss>", "without items"),
    "a feed cut short": ("a.rss", rss()[:700], ""),
    "a mail without text": ("a.eml", mail(" "), "without a text"),
    "a mail of an unknown charset": ("a.eml", mail().replace(b'charset="utf-8"', b'charset="nix"'), ""),
    "a broken header": ("a.eml", mail().replace(b"From: Kari", b"From: \xff<<@@>>,;:["), ""),
    "a header without end": ("a.eml", mail().replace(b"From: Kari", b"From: " + b"<a@b.example>," * 10**5 + b" Kari"), ""),
    "parts within parts": ("a.eml", NESTED_PARTS, "20,001 parts within parts"),
    "an element of many attributes": ("a.html", page().replace("<article", f"<article {' '.join(f'a{n}' for n in range(10**5))}"), "attributes"),
    "entities in a Word document": ("a.docx", word_with_entity(), ""),
    "templates within templates": ("a.wiki", "{{w|" * 30_000 + "x" + "}}" * 30_000 + "\n'''Ada''' quit.", "templates within templates"),
    "deep Markdown": ("a.md", ">" * 50_000 + " Ada Lund quit.", ""),
    "brackets": ("a.md", "[" * 50_000 + " Ada Lund quit.", "brackets"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content", "message"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_read_or_named_and_the_rest_is_read(tmp_path, name, content, message):
    (tmp_path / "good.txt").write_text(TEXT)
    read_file(tmp_path, name, content() if callable(content) else content)
    found = list(read(tmp_path))
    articles = [each for each in found if isinstance(each, Article)]
    assert TEXT in [each.text for each in articles]
    assert message in "".join(str(each) for each in found if isinstance(each, Fault))
    assert not any("root:" in each.text or len(each.text) > 100_000 for each in articles)


def test_a_sidecar_describes_the_file_beside_it(tmp_path):
    (tmp_path / "a.html").write_text(page())
    about = {"title": "Told beside", "date": "2024-03-15", "author": "Ada Lund"}
    (tmp_path / "a.json").write_text(json.dumps(about))
    for given in (tmp_path, tmp_path / "a.html", [tmp_path / "a.html", tmp_path / "a.json"]):
        (found,) = read(given)
        assert (found.headline, found.published, found.authors) == (
            "Told beside",
            "2024-03-15",
            ("Ada Lund",),
        )
        assert (found.publisher, found.published_at) == (PUBLISHER, "")
        assert {"headline: sidecar", "publisher: JSON-LD"} <= set(found.metadata_from)
    assert PARAGRAPHS[0] in found.text


def test_the_header_and_footer_of_the_pages_of_a_pdf_are_left_out(tmp_path):
    others = [(f"{OTHER['text']} Part {number} of it.",) for number in range(3)]
    (found,), _ = read_file(tmp_path, "a.pdf", pdf([(HEADLINE, *PARAGRAPHS), *others]))
    assert PUBLISHER not in found.text
    assert "Part 2 of it." in laid_out(found.text).text


def test_pages_of_a_web_archive_without_an_article_are_a_remark(tmp_path):
    found, faults = read_file(tmp_path, "a.warc.gz", web_archive())
    assert len(found) == 1
    assert [(fault.lost, fault.message) for fault in faults] == [(False, "1 pages have no article")]


WIKITEXT = """{{date|March 14, 2024}}
[[File:Ferry.jpg|thumb|A ferry.]]
'''Ferry''' runs aground off {{w|Marstal}}. Captain {{w|Ingrid Holm|Holm}} lives in [[Aarhus]].<ref>Anna Berg leads Globex</ref>

== Sources ==
{{source|url=https://x.example|title=Jens Berg owns Initech}}
[[Category:Denmark]]
"""


def test_wikitext_is_read_without_its_marks(tmp_path):
    (found,), _ = read_file(tmp_path, "a.wiki", WIKITEXT)
    assert "Ferry runs aground off Marstal. Captain Holm lives in Aarhus." in found.text
    unread = ("thumb", "{{", "Category", "Sources")
    assert not any(words in found.text for words in (*ELSEWHERE, *unread))
    assert found.published == PUBLISHED


def test_a_parquet_table_is_read_row_by_row(tmp_path):
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(arrow.Table.from_pylist([row(), row()]), tmp_path / "a.parquet")
    found = [each for each in read(tmp_path) if isinstance(each, Article)]
    assert [(each.text, each.published_at) for each in found] == [(TEXT.rstrip(), PUBLISHED_AT)]


def test_a_reader_whose_library_is_missing_says_what_to_install(tmp_path, monkeypatch):
    def missing(name):
        raise ModuleNotFoundError("No module named 'pypdfium2'", name="pypdfium2")

    monkeypatch.setattr(forms, "import_module", missing)
    forms._reader.cache_clear()
    try:
        found, (fault,) = read_file(tmp_path, "a.pdf", pdf())
    finally:
        forms._reader.cache_clear()
    assert found == []
    assert (
        "needs the package pypdfium2, of newskg's extra pdf: pip install '.[pdf]'" in fault.message
    )
