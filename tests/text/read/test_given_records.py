"""Records: articles at hand, with what their owner knows of them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

import kg
from kg.errors import InputError
from kg.inputs import read_inputs
from kg.model import Article
from kg.text.read import Fault, article, read

TEXT = "The city closed a bridge over the Akerselva after a ship hit it."
NAN = float("nan")


def only(record: dict[str, object]) -> Article:
    found = list(read([], records=[record]))
    assert len(found) == 1, found
    [first] = found
    assert isinstance(first, Article)
    return first


@pytest.mark.parametrize("title", ["title", "headline", "Title", "HEADLINE"])
@pytest.mark.parametrize("text", ["text", "body", "content", "maintext", "article"])
def test_the_usual_names_of_fields_are_known_in_any_case(title: str, text: str) -> None:
    found = only({title: "Bridge closed", text: TEXT})
    assert found.headline == "Bridge closed"
    assert found.text == f"Bridge closed\n\n{TEXT}"


@pytest.mark.parametrize(
    ("given", "published"),
    [
        ("2024-05-03", "2024-05-03"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        ("2024-05-03T21:30:00-05:00", "2024-05-03"),
        ("2024-05-03 21:30", "2024-05-03"),
        (date(2024, 5, 3), "2024-05-03"),
        (datetime(2024, 5, 3, 21, 30, tzinfo=UTC), "2024-05-03"),
        ("May 3, 2024", "2024-05-03"),
        ("3 May 2024", "2024-05-03"),
        (None, ""),
        (NAN, ""),
        ("", ""),
    ],
)
def test_a_date_is_taken_as_python_and_people_write_it(given: object, published: str) -> None:
    assert only({"text": TEXT, "date": given}).published == published


@pytest.mark.parametrize("wrong", ["soon", "2024-13-01", "2024-02-30", "03/05/2024", 12])
def test_a_date_that_nobody_understands_is_a_remark(wrong: object) -> None:
    found, remark = read([], records=[{"id": "a1", "text": TEXT, "date": wrong}])
    assert isinstance(found, Article) and found.published == ""
    assert isinstance(remark, Fault) and not remark.lost
    assert str(wrong) in str(remark) and remark.source == "a1"


@pytest.mark.parametrize(
    ("given", "authors"),
    [
        ("Ada Lund", ("Ada Lund",)),
        (["Ada Lund", "Bo Ek"], ("Ada Lund", "Bo Ek")),
        (("Ada Lund", ""), ("Ada Lund",)),
        (NAN, ()),
    ],
)
def test_authors_are_one_or_several(given: object, authors: tuple[str, ...]) -> None:
    assert only({"text": TEXT, "author": given}).authors == authors


def test_what_is_given_stands_before_what_the_text_shows() -> None:
    text = f"Bridge closed in Oslo\n\nMarch 1, 2008\n\n{TEXT}"
    shown, given = only({"text": text}), only({"text": text, "date": "2009-02-03"})
    assert (shown.published, given.published) == ("2008-03-01", "2009-02-03")
    assert shown.headline == given.headline == "Bridge closed in Oslo"


def test_a_title_that_the_text_begins_with_is_not_put_there_again() -> None:
    text = f"BRIDGE  closed\nin Oslo\n\n{TEXT}"
    assert only({"title": "Bridge closed in Oslo", "text": text}).text == text


def test_a_record_is_named_by_its_id_its_address_or_its_title() -> None:
    address = "https://post.example/a"
    whole = {"id": 7, "url": address, "title": "Bridge closed", "text": TEXT}
    assert only(whole).source == "7"
    assert only({**whole, "id": None}).source == only({**whole, "id": NAN}).source == address
    assert only({"title": "Bridge closed", "text": TEXT}).source == "Bridge closed"
    assert only({"text": TEXT}).source == "record"


@pytest.mark.parametrize("text", [None, "", "  \n ", 5, NAN, b"bytes"])
def test_a_record_without_a_text_is_lost_and_named(text: object) -> None:
    [fault] = read([], records=[{"title": "Bridge closed", "text": text}])
    assert isinstance(fault, Fault) and fault.lost
    assert str(fault).startswith("Bridge closed: has no text")


def test_a_text_that_is_no_prose_is_refused_as_in_a_file() -> None:
    [fault] = read([], records=[{"text": "BEGIN:VCARD\nFN:Ada Lund\nEND:VCARD"}])
    assert isinstance(fault, Fault) and "is a contact (vCard)" in str(fault)


def test_a_text_in_html_is_read_as_in_a_column() -> None:
    assert only({"content_html": f"<p>{TEXT}</p><p>Nobody was hurt.</p>"}).text == (
        f"{TEXT}\n\nNobody was hurt."
    )


def test_what_a_record_gives_is_told_as_such_with_its_time_of_day() -> None:
    moment = datetime(2024, 5, 3, 21, 30, tzinfo=timezone(timedelta(hours=-5)))
    found = only({"title": "Bridge closed", "text": TEXT, "date": moment, "section": "Local"})
    assert found.published_at == "2024-05-03T21:30:00-05:00"
    assert found.metadata_from == ("headline: record", "published: record", "section: record")


def test_columns_name_the_fields_of_records_too() -> None:
    record = {"Kop": "Bridge closed", "Inhoud": TEXT}
    [found] = read_inputs(record, columns={"title": "Kop", "text": "Inhoud"}).articles
    assert found.headline == "Bridge closed"
    with pytest.raises(InputError, match="give it as a string, named Inhoud"):
        read_inputs({"text": TEXT}, columns={"text": "Inhoud"})


def test_a_record_in_another_language_is_skipped_as_a_file_is() -> None:
    text = "Der Minister sagte am Montag, dass die Brücke für alle Fahrzeuge gesperrt bleibt."
    [fault] = read([], records=[{"id": "a1", "text": text}])
    assert isinstance(fault, Fault) and fault.skipped and "is in German" in str(fault)
    found, _ = read([], records=[{"id": "a1", "text": text}], any_language=True)
    assert isinstance(found, Article) and found.language == "de"


def test_fields_that_nothing_is_read_from_are_one_remark() -> None:
    records = [{"text": TEXT, "colour": "red"}, {"text": f"{TEXT} Twice.", "colour": "blue"}]
    [remark] = [each for each in read([], records=records) if isinstance(each, Fault)]
    assert str(remark) == "records: nothing is read from the fields colour" and not remark.lost


def test_the_same_text_is_read_once_from_a_file_and_a_record(tmp_path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    found = read_inputs([tmp_path / "a.txt", {"text": TEXT}, {"text": TEXT}])
    assert len(found.articles) == 1
    assert len(found.faults) == 2 and not any(fault.lost for fault in found.faults)


def test_a_record_is_the_article_of_its_text() -> None:
    named = replace(
        article(TEXT, source="a.txt"),
        identifier="a.txt",
        metadata_from=(*article(TEXT).metadata_from, "identifier: record"),
    )
    assert only({"id": "a.txt", "text": TEXT}) == named


def test_without_any_article_the_records_are_counted() -> None:
    with pytest.raises(InputError, match="no article found in 2 records; record 1: has no text"):
        kg.build([{}, {"text": ""}])
    with pytest.raises(InputError, match="no article found in one record"):
        kg.build({})


def test_records_and_paths_give_the_same_graph_in_any_order(tmp_path) -> None:
    (tmp_path / "a.txt").write_text("Ada Lund works for Initech in Lima.", encoding="utf-8")
    record = {"id": "b", "title": "Bolt founded", "text": "Bo Ek founded Bolt in 2019."}
    for name, inputs in (
        ("one", [tmp_path / "a.txt", record]),
        ("two", [record, tmp_path / "a.txt"]),
    ):
        report = kg.build(inputs, tmp_path / name, reader="none")
        assert report.counts["articles"] == 2 and not report.faults
    one, two = ((tmp_path / name / "graph.ttl").read_bytes() for name in ("one", "two"))
    assert one == two and b"Bo Ek" in one


def test_reports_and_graphs_are_short_to_look_at(tmp_path) -> None:
    report = kg.build(
        {"title": "Bolt founded", "text": "Bo Ek founded Bolt."}, tmp_path, reader="none"
    )
    assert len(repr(report).splitlines()) <= 3 and "1 articles" in repr(report)
    graph = kg.load(tmp_path)
    assert repr(graph) == f"KnowledgeGraph({str(tmp_path)!r})"
    assert len(graph) == len(graph.to_rdflib()) > 20
    assert isinstance(kg.__version__, str)
