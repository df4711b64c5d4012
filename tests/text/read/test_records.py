"""Tables and JSON: a row or value for each article, whatever its columns are called."""

import json

import pytest
from made_forms import (
    AUTHORS,
    HEADLINE,
    OTHER,
    PUBLISHED_AT,
    PUBLISHER,
    SECTION,
    TEXT,
    URL,
    body,
    csv_table,
    row,
)

from kg.model import Article
from kg.text.read import Fault, Several, read

OTHER_TEXT = f"{OTHER['title']}\n\n{OTHER['text']}"


def read_file(folder, name, content, **settings):
    """What is read of a file: its articles, and all else."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = list(read(path, **settings))
    articles = [each for each in found if isinstance(each, Article)]
    return articles, [each for each in found if not isinstance(each, Article)]


FORMS = {
    "CSV": ("a.csv", csv_table()),
    "TSV": ("a.tsv", csv_table(delimiter="\t")),
    "semicolons": ("a.csv", csv_table(delimiter=";")),
    "separator line": ("a.csv", "sep=;\n" + csv_table(delimiter=";")),
    "CSV of a spreadsheet": ("a.csv", ("\ufeff" + csv_table()).encode("utf-16-le")),
    "CSV called .txt": ("a.txt", csv_table()),
    "JSON": ("a.json", json.dumps([row(), OTHER])),
    "JSON of a service": ("a.json", json.dumps({"status": "ok", "articles": [row(), OTHER]})),
    "JSON of an index": ("a.json", json.dumps({"hits": {"total": 2, "hits": [{"_source": row()}, {"_source": OTHER}]}})),
    "JSON Lines": ("a.jsonl", json.dumps(row()) + "\n\n" + json.dumps(OTHER) + "\n"),
    "JSON Lines called .json": ("a.json", json.dumps(row()) + "\n" + json.dumps(OTHER)),
    "JSON called .txt": ("a.txt", json.dumps([row(), OTHER], indent=2)),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content"), FORMS.values(), ids=FORMS)
def test_each_row_is_an_article_with_its_metadata(tmp_path, name, content):
    (found, other), (several,) = read_file(tmp_path, name, content)
    assert found.text == TEXT.rstrip()
    assert (found.headline, found.published_at) == (HEADLINE, PUBLISHED_AT)
    assert (found.authors, found.publisher) == (AUTHORS, PUBLISHER)
    assert (found.url, found.section) == (URL, SECTION)
    assert "published: column" in found.metadata_from
    assert (other.text, other.published) == (OTHER_TEXT, OTHER["date"])
    assert several == Several(str(tmp_path / name), 2)
    assert found.source.startswith(f"{name}#") and found.source != other.source


# What columns are called in the wild: exports and services of many kinds.
COLUMNS = [
    {"title": "headline", "text": "body", "date": "published", "author": "byline"},
    {"title": "Title", "text": "Content", "date": "Published Date", "url": "Link"},
    {"text": "maintext", "date": "date_publish", "author": "authors", "publisher": "source_domain"},
    {"title": "webTitle", "text": "bodyText", "date": "webPublicationDate", "url": "webUrl", "section": "sectionName"},
    {"text": "article_text", "date": "publishedAt", "publisher": "outlet", "section": "category"},
    {"text": "articleBody", "date": "datePublished", "section": "articleSection"},
]  # fmt: skip


@pytest.mark.parametrize("names", COLUMNS, ids=lambda names: names["text"])
def test_columns_are_known_by_their_usual_names(tmp_path, names):
    (found,), _ = read_file(tmp_path, "a.csv", csv_table([row(**names)]))
    assert (found.text, found.published_at) == (TEXT.rstrip(), PUBLISHED_AT)
    assert (found.headline, found.authors, found.publisher) == (HEADLINE, AUTHORS, PUBLISHER)


def test_other_columns_can_be_named(tmp_path):
    table = csv_table([row(title="kop", text="inhoud", date="dag")])
    none, (fault,) = read_file(tmp_path, "a.csv", table)
    assert none == [] and fault.of_file
    assert "its columns: kop, inhoud, dag" in fault.message
    assert "--columns text=NAME" in fault.message
    columns = {"headline": "kop", "text": "inhoud", "published": "dag"}
    (found,), _ = read_file(tmp_path, "a.csv", table, columns=columns)
    assert (found.text, found.published_at) == (TEXT.rstrip(), PUBLISHED_AT)
    _, (fault,) = read_file(tmp_path, "a.csv", table, columns={"text": "nix"})
    assert "has no column 'nix'" in fault.message


def test_a_dot_leads_into_a_value_of_json(tmp_path):
    content = json.dumps({"results": [{"fields": {"lead": "x", "all": OTHER["text"]}}]})
    (found,), _ = read_file(tmp_path, "a.json", content, columns={"text": "fields.all"})
    assert found.text == OTHER["text"]


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        ({"source": {"id": None, "name": "Globe"}}, "publisher", "Globe"),
        ({"author": {"name": "Ada Lund"}}, "authors", ("Ada Lund",)),
        ({"authors": ["Ada Lund", "Bo Dahl"]}, "authors", ("Ada Lund", "Bo Dahl")),
        ({"authors": "['Ada Lund', 'Bo Dahl']"}, "authors", ("Ada Lund", "Bo Dahl")),
        ({"date": 1710477000}, "published", "2024-03-15"),
        ({"date": 1710477000000}, "published", "2024-03-15"),
        ({"date": "n.d.", "published": "2024-03-15"}, "published", "2024-03-15"),
        ({"date": "03/04/2024"}, "published", ""),
        ({"source": "https://www.globe.example/"}, "publisher", "globe.example"),
        ({"url": "no address"}, "url", ""),
    ],
    ids=str,
)
def test_values_are_read_in_their_usual_shapes(tmp_path, record, field, value):
    content = json.dumps([{"text": OTHER["text"], **record}])
    (found,), _ = read_file(tmp_path, "a.json", content)
    assert getattr(found, field) == value


def test_one_value_is_one_article(tmp_path):
    (found,), rest = read_file(tmp_path, "a.json", json.dumps({**row(), "tags": [{"name": "sea"}]}))
    assert (found.text, found.source, rest) == (TEXT.rstrip(), "a.json", [])


def test_html_in_a_column_is_read_as_html(tmp_path):
    (found,), _ = read_file(tmp_path, "a.json", json.dumps([{**row(), "text": body()}]))
    assert found.text == TEXT.rstrip()


def test_paragraphs_in_a_list_are_put_together(tmp_path):
    content = json.dumps([{"text": ["Ada Lund quit.", "", "She lives in Oslo."]}])
    (found,), _ = read_file(tmp_path, "a.json", content)
    assert found.text == "Ada Lund quit.\n\nShe lives in Oslo."


def test_rows_without_text_and_lines_that_are_no_json_cost_no_other(tmp_path):
    table = csv_table([row(), {**row(), "text": ""}, {**row(), "text": "Ada Lund quit."}])
    found, rest = read_file(tmp_path, "a.csv", table)
    assert len(found) == 2
    (remark,) = [each for each in rest if isinstance(each, Fault)]
    assert (remark.lost, remark.message) == (False, "1 records have no text: #row=3")
    lines = [json.dumps(row()), "{broken", "5", json.dumps(OTHER)]
    found, rest = read_file(tmp_path, "a.jsonl", "\n".join(lines))
    assert len(found) == 2
    (fault,) = [each for each in rest if isinstance(each, Fault)]
    assert fault.lost and fault.message == "2 lines are no JSON and were not read: 2, 3"


HOSTILE = {
    "a million columns": ("a.csv", ",".join(f"c{number}" for number in range(10**6)) + "\n1\n", "1,000,000 columns"),
    "a cell without an end": ("a.csv", 'title,text,date\na,"' + "x" * 300_000, ""),
    "nulls": ("a.csv", b"title,text\n\0\0\0,\0", "binary"),
    "a head alone": ("a.csv", "title,text,date\n", "no column"),
    "no head": ("a.csv", "1,2,3\n4,5,6\n7,8,9\n", "no column"),
    "deep JSON": ("a.json", "[" * 200_000, "JSON"),
    "deep keys": ("a.json", '{"data":' * 50_000 + "1" + "}" * 50_000, "JSON"),
    "half a JSON": ("a.json", json.dumps([row(), OTHER])[:-20], "cannot be read"),
    "numbers": ("a.json", "[1, 2, 3]", "no column"),
    "settings": ("a.json", '{"name": "kg", "version": 1}', "no column"),
    "half a pair": ("a.json", '[{"text": "Ada Lund \\ud800 quit."}]', ""),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content", "message"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_table_is_named_with_what_is_wrong(tmp_path, name, content, message):
    _, rest = read_file(tmp_path, name, content)
    assert message in "".join(map(str, rest))


def test_a_table_of_many_articles_is_counted_as_one_file(tmp_path):
    from kg.inputs import read_inputs

    (tmp_path / "a.csv").write_text(csv_table())
    (tmp_path / "b.txt").write_text("Bo Dahl lives in Oslo.\n")
    inputs = read_inputs(tmp_path)
    assert (len(inputs.articles), inputs.files, inputs.faults) == (3, 2, ())
