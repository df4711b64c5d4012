"""What news of one country leaves unsaid: whose army "the army" is, whose president."""

from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest

import kg
from kg import pipeline
from kg.gazetteer import organization

PERU = "LIMA, Peru (Andes Wire) – "
ROWS = [
    (PERU + "The army freed ten miners near Cusco in southern Peru, President Ana Lopez said.", {
        ("army", "kg:ofCountry", "Peru"), ("Ana Lopez", "kg:leads", "Peru")}),
    (PERU + "The navy freed ten sailors off Lima in Peru on Monday.", {
        ("navy", "kg:ofCountry", "Peru")}),
    (PERU + "Queen Ana Lopez opened the port of Lima in Peru on Monday.", {
        ("Ana Lopez", "kg:leads", "Peru")}),
    (PERU + "Interior Minister Ana Lopez said near Cusco, Peru, the interior ministry was shut.", {
        ("Ana Lopez", "kg:leads", "interior ministry"),
        ("interior ministry", "kg:ofCountry", "Peru")}),
    # a minister may be a visitor, or one of a province
    (PERU + "The transport minister, Ana Lopez, went to Cusco in southern Peru.", set()),
    (PERU + "Interior Minister Ana Lopez spoke near Cusco in southern Peru.", set()),
    (PERU + "Deputy Health Minister Ana Lopez spoke near Cusco in southern Peru.", set()),
    (PERU + "Energy Minister Ana Lopez said near Cusco, Peru, the justice ministry was shut.", {
        ("justice ministry", "kg:ofCountry", "Peru")}),
    # of another country, or a club's, or of nobody knows which
    (PERU + "Chile's army freed ten miners near Cusco in southern Peru.", set()),
    (PERU + "Club president Ana Lopez freed ten miners near Cusco in southern Peru.", set()),
    (PERU + "Bolivia, Chile and Brazil met. The army freed ten miners near La Paz, Bolivia.", set()),
    ("The army freed ten miners, President Ana Lopez said.", set()),
    # somebody who is only "he" is no army
    (PERU + "He freed ten miners near Cusco in southern Peru with his sister.", set()),
    (PERU + "Foreign Minister Ana Lopez met Foreign Minister Bo Lund near Cusco in Peru.", set()),
    (PERU + "Chief Minister Ana Lopez spoke near Cusco in southern Peru.", set()),
    (PERU + "Former Health Minister Ana Lopez spoke near Cusco in southern Peru.", set()),
    (PERU + "Bolivian Health Minister Ana Lopez spoke near Cusco in southern Peru.", set()),
    (PERU + "President Ana Lopez met President Bo Lund near Cusco in southern Peru.", set()),
    (PERU + "Former president Ana Lopez was arrested near Cusco in southern Peru.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_bodies_and_heads_are_of_the_country_that_the_news_comes_from(text, expected):
    with (
        TemporaryDirectory() as folder,
        patch.object(pipeline, "without_doubtful_events", lambda graph, _: graph),
    ):
        file = Path(folder) / "a.txt"
        file.write_text(f"News\n\n{text}\n", "utf-8")
        graph = kg.build([file]).graph
    name = {entity.id: entity.name for entity in graph.entities}
    found = {
        (name[fact.subject], fact.predicate, name[fact.object])
        for fact in graph.facts
        if "inferred:home" in fact.rules
    }
    assert found == expected


SEATS = [
    ("Judge Ana Lopez freed Bo Lund, and the Oslo District Court closed.", {
        ("Ana Lopez", "schema:worksFor", "Oslo District Court")}),
    ("Magistrate Ana Lopez freed Bo Lund at Bergen Magistrates Court on Monday.", {
        ("Ana Lopez", "schema:worksFor", "Bergen Magistrates Court")}),
    ("Judge Ana Lopez freed Bo Lund at a court.", set()),
    ("Judge Ana Lopez left the Oslo District Court for the Bergen District Court.", set()),
    ("The Oslo District Court is far from Oslo.", {
        ("Oslo District Court", "schema:location", "Oslo")}),
    ("The University of Oslo is older than Oslo thinks.", {
        ("University of Oslo", "schema:location", "Oslo")}),
    ("The Oslo Courier is read in Oslo.", set()),
    ("The Oslo District Court freed Bo Lund.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SEATS)
def test_judges_and_bodies_have_their_place_by_what_else_is_told(text, expected):
    with TemporaryDirectory() as folder:
        file = Path(folder) / "a.txt"
        file.write_text(f"News\n\n{text}\n", "utf-8")
        graph = kg.build([file]).graph
    name = {entity.id: entity.name for entity in graph.entities}
    found = {
        (name[fact.subject], fact.predicate, name[fact.object])
        for fact in graph.facts
        if not {"inferred:court", "place-in-name"}.isdisjoint(fact.rules)
    }
    assert found == expected


def test_a_thing_without_a_name_is_no_well_known_organisation():
    assert organization("") is None
