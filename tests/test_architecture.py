"""docs/architecture.md shows what the code does: its values, its folders, its order of imports."""

import re
import runpy
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "architecture.md"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
NAMED = re.compile(
    r"`((?:kg|docs|tools|tests|ontologies|benchmarks|training|fuzz|examples)/[\w./-]*\w/?)`"
)


def test_the_values_of_the_walk_are_those_of_the_code():
    page = PAGE.read_text("utf-8")
    assert (
        runpy.run_path(str(ROOT / "tools" / "update_architecture.py"))["updated"](page) == page
    ), "run tools/update_architecture.py"


def test_every_room_of_the_halves_is_in_the_table():
    rooms = {
        path.parent
        for half in ("text", "graph")
        for path in (ROOT / "kg" / half).glob("*/__init__.py")
    }
    named = set(NAMED.findall(PAGE.read_text("utf-8")))
    assert {room.relative_to(ROOT).as_posix() for room in rooms} <= named


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_file_that_a_page_names_is_there(page: Path):
    missing = [
        name for name in NAMED.findall(page.read_text("utf-8")) if not (ROOT / name).exists()
    ]
    assert missing == []


def test_the_order_of_the_language_half_is_that_of_the_contract():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    (layers,) = [
        each["layers"] for each in contracts if each["name"].startswith("The language half goes")
    ]
    order = ", ".join(f"`{layer.rpartition('.')[2]}`" for layer in layers[1:])
    assert f"In `kg/text`, from the top: {order}." in PAGE.read_text("utf-8")
