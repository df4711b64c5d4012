import re
from pathlib import Path

import pytest
from pyoxigraph import QueryBoolean

from kg.query import ask, questions, table

COOKBOOK = Path(__file__).parents[2] / "docs" / "query-cookbook.md"
RECIPE = re.compile(r"^## (\d+\. .*?)$.*?^```sparql\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(
    ("title", "query"), RECIPE.findall(COOKBOOK.read_text("utf-8")), ids=lambda text: text[:30]
)
def test_every_recipe_of_the_cookbook_finds_something_in_the_small_graph(small, title, query):
    answer = ask(small, query)
    assert bool(answer) if isinstance(answer, QueryBoolean) else list(answer), title


def test_every_recipe_has_a_query():
    text = COOKBOOK.read_text("utf-8")
    assert len(RECIPE.findall(text)) == text.count("\n## ") >= 15


def test_the_number_of_ready_questions_is_told_rightly():
    assert "Twenty-four ready questions" in COOKBOOK.read_text("utf-8")
    assert len(questions()) == 24


def test_a_recipe_reads_as_a_table(small):
    title, query = RECIPE.findall(COOKBOOK.read_text("utf-8"))[0]
    assert "schema:Person" in table(ask(small, query)), title
