"""Tables: every column has its type, and every row its sentence, article and date."""

import csv
import sys
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from rdf_samples import GRAPH, written

import kg
from kg.choices import ExportFormat, TableName
from kg.errors import KgError, QueryError
from kg.exports import exported_files, graph_table
from kg.rdf import read_triples

BASE = "urn:newskg:local/"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "out")


def rows(folder: Path, name: TableName) -> list[dict[str, object]]:
    found = graph_table(read_triples(folder), name)
    names = [column.name for column in found.columns]
    assert len(set(names)) == len(names)
    return [dict(zip(names, row, strict=True)) for row in found.rows]


def row(folder: Path, name: TableName, column: str, value: object) -> dict[str, object]:
    [found] = [each for each in rows(folder, name) if each[column] == value]
    return found


def test_a_fact_has_numbers_and_its_first_sentence(folder):
    leads = row(folder, TableName.FACTS, "predicate", "kg:leads")
    assert (leads["subject_label"], leads["object_label"], leads["role"]) == (
        "Ada Quist",
        "Brightwater",
        "chief",
    )
    assert (leads["confidence"], leads["sources"], leads["past"]) == (0.9, 2, None)
    assert (leads["sentence"], leads["article"], leads["date"]) == (
        "Ada Quist, 44, leads Brightwater.",
        'Quist "crosses"',
        date(2024, 5, 3),
    )
    assert leads["document"] == f"{BASE}document/quist-1a2b"
    assert len(rows(folder, TableName.FACTS)) == len(GRAPH.facts)


def test_what_a_gazetteer_says_has_no_sentence(folder):
    lies = row(folder, TableName.FACTS, "subject_label", "Lune")
    assert lies["sentence"] is lies["article"] is lies["date"] is None


def test_an_entity_has_its_place_and_where_it_is_first_told_of(folder):
    lune = row(folder, TableName.ENTITIES, "label", "Lune")
    assert (lune["latitude"], lune["longitude"]) == (54.0, -2.75)
    assert lune["same_as"] == "https://sws.geonames.org/1/"
    assert lune["sentence"] == '"We crossed the Lune," she said.'
    ada = row(folder, TableName.ENTITIES, "label", "Ada Quist")
    assert (ada["age"], ada["gender"], ada["articles"]) == (44, "schema:Female", 2)
    labels = {each["label"] for each in rows(folder, TableName.ENTITIES)}
    assert {"Ada Quist", "Brightwater", "two walkers"} <= labels
    assert not labels & {"GeoNames", "a journey", 'Quist "crosses"'}


def test_an_event_has_its_first_and_last_day(folder):
    crossing = row(folder, TableName.EVENTS, "label", "Ada Quist crosses the Lune")
    assert (crossing["time"], crossing["earliest"], crossing["latest"]) == (
        "2024-05-02",
        date(2024, 5, 2),
        date(2024, 5, 2),
    )
    assert (crossing["agent"], crossing["duration"], crossing["confidence"]) == (
        "two walkers",
        "PT2H",
        0.88,
    )
    journey = row(folder, TableName.EVENTS, "label", "a journey")
    assert (journey["earliest"], journey["latest"]) == (date(2024, 5, 1), date(2024, 5, 2))


def test_a_quotation_has_its_words_speaker_and_sentence(folder):
    [quotation] = rows(folder, TableName.QUOTATIONS)
    assert (quotation["text"], quotation["speaker_label"], quotation["indirect"]) == (
        "We crossed the Lune",
        "Ada Quist",
        False,
    )
    assert quotation["date"] == date(2024, 5, 3)


def test_an_article_keeps_a_date_of_less_than_a_day_as_text(folder):
    resign = row(folder, TableName.ARTICLES, "id", f"{BASE}document/resign-3c4d")
    assert (resign["published"], resign["date"]) == ("2024-05", None)
    quist = row(folder, TableName.ARTICLES, "id", f"{BASE}document/quist-1a2b")
    assert (quist["date"], quist["url"]) == (date(2024, 5, 3), "https://post.example/quist?a=1&b=2")
    assert quist["authors"] == "Ada Quist | Ann Lee"


def test_the_evidence_has_every_passage_that_the_texts_have(folder):
    texts = {article.id: article.text for article in GRAPH.articles}
    found = rows(folder, TableName.EVIDENCE)
    for each in found:
        identifier = str(each["document"]).rpartition("/")[2]
        assert texts[identifier][each["begin"] : each["end"]] == each["sentence"]
    assert {each["kind"] for each in found} == {"fact", "event", "quotation"}
    told = {each["id"] for each in found}
    with_sentence = {
        each["id"]
        for name in (TableName.FACTS, TableName.EVENTS, TableName.QUOTATIONS)
        for each in rows(folder, name)
        if each["sentence"]
    }
    assert with_sentence == told


def test_numbers_that_are_none_are_missing(tmp_path):
    (tmp_path / "g.ttl").write_text(
        "@prefix kg: <https://w3id.org/newskg/ontology#> . <http://x.example/a> a kg:Group ; kg:size 'many' ."
    )
    [found] = rows(tmp_path / "g.ttl", TableName.ENTITIES)
    assert found["size"] is None


def test_csv_has_the_same_rows(folder):
    files = exported_files(folder, ExportFormat.TABLES)
    assert files.keys() == {f"{name}.csv" for name in TableName}
    facts = list(csv.DictReader(StringIO(files["facts.csv"].decode(), newline="")))
    leads = next(each for each in facts if each["predicate"] == "kg:leads")
    assert (leads["confidence"], leads["past"], leads["date"]) == ("0.9", "", "2024-05-03")
    past = next(each for each in facts if each["predicate"] == "schema:worksFor" and each["past"])
    assert past["past"] == "true"


def test_parquet_has_typed_columns(folder):
    parquet = pytest.importorskip("pyarrow.parquet")
    files = exported_files(folder, ExportFormat.PARQUET)
    assert files.keys() == {f"{name}.parquet" for name in TableName}
    facts = parquet.read_table(BytesIO(files["facts.parquet"]))
    types = {field.name: str(field.type) for field in facts.schema}
    assert (types["confidence"], types["sources"], types["past"], types["date"]) == (
        "double",
        "int64",
        "bool",
        "date32[day]",
    )
    assert facts.num_rows == len(GRAPH.facts)


def test_data_frames_have_types_even_without_rows(folder, tmp_path):
    pandas = pytest.importorskip("pandas")
    (tmp_path / "empty.ttl").write_text("")
    for path in (folder, tmp_path / "empty.ttl"):
        for name in TableName:
            frame = kg.load(path).to_pandas(name)
            assert isinstance(frame, pandas.DataFrame)
    facts = kg.load(folder).to_pandas()
    assert facts["confidence"].dtype == "float64" and facts["sources"].dtype == "Int64"
    assert facts["past"].dtype == "boolean" and facts["date"].dtype.kind == "M"
    empty = kg.load(tmp_path / "empty.ttl").to_pandas("events")
    assert empty["earliest"].dtype.kind == "M" and len(empty) == 0


def test_another_name_is_told_with_those_that_there_are(folder):
    with pytest.raises(QueryError, match="no table 'people': use facts, entities"):
        kg.load(folder).to_pandas("people")


@pytest.mark.parametrize(("library", "extra"), [("pandas", "pandas"), ("pyarrow", "parquet")])
def test_a_missing_library_is_told_with_the_command_that_installs_it(
    folder, monkeypatch, library, extra
):
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(KgError, match=rf"package {library}.*pip install '\.\[{extra}\]'"):
        if library == "pandas":
            kg.load(folder).to_pandas("facts")
        else:
            exported_files(folder, ExportFormat.PARQUET)
