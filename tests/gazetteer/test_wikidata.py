"""Items of Wikidata: each is that of the published data, and nothing is linked that may be another."""

import os
import runpy
from pathlib import Path

import pytest

from kg.gazetteer import country, known_by_full_name, places
from kg.tables import table

ROOT = Path(__file__).parent.parent.parent
# A folder with what `npm pack @rapideditor/country-coder name-suggestion-index` gives
SOURCES = os.environ.get("KG_WIKIDATA_SOURCES", "")


@pytest.mark.skipif(not SOURCES, reason="KG_WIKIDATA_SOURCES names no folder with the npm packages")
def test_every_item_is_that_of_the_published_data() -> None:
    tool = runpy.run_path(str(ROOT / "tools" / "make_wikidata_ids.py"))
    content = (ROOT / "kg" / "gazetteer" / "data" / "wikidata.tsv").read_text("utf-8")
    assert tool["table_of"](tool["rows"](Path(SOURCES))) == content


def test_no_item_stands_for_two_things() -> None:
    items = [row[2] for row in table("kg.gazetteer", "data/wikidata.tsv")]
    assert len(set(items)) == len(items)
    assert all(item[:1] == "Q" and item[1:].isdecimal() for item in items)


@pytest.mark.parametrize(
    ("name", "item"),
    [
        ("Denmark", "Q35"),
        ("Holland", "Q55"),
        ("U.S.", "Q30"),
        ("Ivory Coast", "Q1008"),
        ("USSR", ""),
    ],
)
def test_a_country_has_the_item_of_the_country_that_news_mean(name: str, item: str) -> None:
    found = country(name)
    assert found is not None
    assert found.wikidata == item


def test_only_the_capital_of_a_name_has_its_item() -> None:
    assert {place.wikidata for place in places("Berlin") if not place.capital_of} <= {""}
    assert {place.wikidata for place in places("Berlin") if place.capital_of} == {"Q64"}


@pytest.mark.parametrize(
    ("names", "item"),
    [
        (["Siemens"], "Q81230"),
        (["Siemens", "Siemens works"], "Q81230"),
        (["Apple Inc.", "Apple"], "Q312"),
        (["Apple"], None),  # another one may be called so, too
        (["Siemens", "Boeing"], None),
        (["Ostvik Shipping"], None),
        (["National Assembly"], ""),  # of which there are many
        ([], None),
    ],
)
def test_an_organisation_has_an_item_if_its_full_name_is_used(
    names: list[str], item: str | None
) -> None:
    found = known_by_full_name(names)
    assert (found and found.wikidata) == item
