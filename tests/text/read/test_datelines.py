"""Datelines: found in any usual form, and nothing else is taken for one."""

import pytest

from kg.text.parse import load, parse
from kg.text.read import article, datelines

DATELINES = [
    ("OSLO – Ada Lund resigned.", "OSLO – ", ["OSLO"]),
    ("OSLO: Ada Lund resigned.", "OSLO: ", ["OSLO"]),
    ("Oslo (Newswire) - Ada Lund resigned.", "Oslo (Newswire) - ", ["Oslo"]),
    ("Oslo, 3 March - Ada Lund resigned.", "Oslo, 3 March - ", ["Oslo"]),
    ("OSLO, March 3, 2021 – Ada resigned.", "OSLO, March 3, 2021 – ", ["OSLO"]),
    ("BERGEN, Norway — Ada Lund resigned.", "BERGEN, Norway — ", ["BERGEN", "Norway"]),
    ("BERGEN, Norway (AP) -- “We lost.”", "BERGEN, Norway (AP) -- ", ["BERGEN", "Norway"]),
    ("RIO DE JANEIRO, Brazil – Ada won.", "RIO DE JANEIRO, Brazil – ", ["RIO DE JANEIRO", "Brazil"]),
    ("February 21, 2015 (KHARTOUM) - Ada won.", "February 21, 2015 (KHARTOUM) - ", ["KHARTOUM"]),
    ("Geneva, 5 May 2020 (WHO) – It rained.", "Geneva, 5 May 2020 (WHO) – ", ["Geneva"]),
    ("PARIS/ROME, July 19 – It rained.", "PARIS/ROME, July 19 – ", ["PARIS", "ROME"]),
    ("OSLO, Norway, Feb. 3, 2023 /Newswire/ -- It", "OSLO, Norway, Feb. 3, 2023 /Newswire/ -- ", ["OSLO", "Norway"]),
    ("(Newswire) – Ada Lund resigned.", "(Newswire) – ", []),
    ("OSLO, March 3. /Newswire/. Ada won.", "OSLO, March 3. /Newswire/. ", ["OSLO"]),
    ("OSLO (Newswire) Ada Lund resigned.", "OSLO (Newswire) ", ["OSLO"]),
    ("OSLO (Newswire)Ada Lund resigned.", "OSLO (Newswire)", ["OSLO"]),
    ("OSLO, Norway (Newswire), 3 May — Ada", "OSLO, Norway (Newswire), 3 May — ", ["OSLO", "Norway"]),
    ("OSLO, 3 May 2021 (Newswire) _ Ada won.", "OSLO, 3 May 2021 (Newswire) _ ", ["OSLO"]),
    ("May 3, 2021 – Oslo, Norway – Ada won.", "May 3, 2021 – Oslo, Norway – ", ["Oslo", "Norway"]),
    ("May 3, 2021 (OSLO, Norway) – Ada won.", "May 3, 2021 (OSLO, Norway) – ", ["OSLO", "Norway"]),
    ("Oslo - 3 May 2021 - Ada Lund resigned.", "Oslo - 3 May 2021 - ", ["Oslo"]),
    ("OSLO, 2021-05-03 (Newswire) – Ada won.", "OSLO, 2021-05-03 (Newswire) – ", ["OSLO"]),
    ("TOKYO/SEOUL (Newswire) - Ada won.", "TOKYO/SEOUL (Newswire) - ", ["TOKYO", "SEOUL"]),
    ("BREAKING – The mayor resigned.", "BREAKING – ", []),
]  # fmt: skip

NO_DATELINES = """
Ada Lund – the mayor of Oslo – resigned.
Sir – The mayor should resign.
Group E — The final table
Bill on homes: ministers survive revolt by nine votes – Labour
Lund: “We lost.”
Paris: The city of lights
The mayor of Oslo, Norway – Ada Lund – resigned.
Oslo (Norway) The city sleeps.
The mayor (left) Ada Lund came.
Oslo – Bergen – The line was closed.
In 2019 Oslo – Bergen was the line that Ada Lund took.
""".strip().splitlines()


DATES = [
    ("OSLO, Norway (Newswire), March 3, 2021 — Ada won.", "2021-03-03", ["OSLO"]),
    ("PARIS/ROME, 4 March 2021 /Newswire/. Ada won.", "2021-03-04", ["PARIS", "ROME"]),
    ("May 3, 2021 (KITWE) - Ada won.", "2021-05-03", ["KITWE"]),
    ("OSLO, March 3 – Ada won.", "", ["OSLO"]),
    ("Ada won on March 3, 2021.", "", []),
]


@pytest.mark.parametrize(("line", "day", "places"), DATES)
def test_a_dateline_gives_day_and_place_of_the_article(
    line: str, day: str, places: list[str]
) -> None:
    found = article(f"Mayor resigns\n\n{line}\n\nIt rained.\n")
    assert found.published == day
    assert [passage.of(found.text) for passage in found.written_in] == places


def test_a_date_line_goes_before_the_date_of_the_dateline() -> None:
    found = article("Mayor resigns\n\nMay 5, 2021\n\nOSLO, May 4, 2021 – Ada won.\n")
    assert found.published == "2021-05-05"


@pytest.mark.parametrize(("text", "line", "places"), DATELINES)
def test_a_dateline_ends_where_the_sentence_begins(text: str, line: str, places: list[str]) -> None:
    (found,) = datelines(text)
    assert text[found.start : found.end] == line
    assert [text[start:end] for start, end in found.places] == places


@pytest.mark.parametrize("text", NO_DATELINES)
def test_other_dashes_and_colons_make_no_dateline(text: str) -> None:
    assert list(datelines(text)) == []


def test_a_dateline_may_open_any_paragraph() -> None:
    text = "Mayor resigns\n\nOSLO – Ada Lund resigned.\n\nLIMA, Peru – It rained.\n"
    assert [text[line.start : line.end] for line in datelines(text)] == ["OSLO – ", "LIMA, Peru – "]


def test_the_sentence_starts_behind_the_dateline_whose_places_are_names() -> None:
    text = "KITWE, Zambia (Newswire) — A fire killed six people."
    doc = parse(load(), article(text))
    assert [sentence.text for sentence in doc.sents][-1] == "A fire killed six people."
    assert "Newswire" not in doc.text
    assert [(ent.text, ent.label_) for ent in doc.ents][:2] == [("KITWE", "GPE"), ("Zambia", "GPE")]
