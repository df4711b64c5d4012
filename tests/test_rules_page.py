"""docs/rules.md has every rule, with a sentence that is run; each name is made in one module."""

import re
import runpy
from collections import defaultdict
from pathlib import Path

import pytest
from rule_makers import makers

from kg.graph.ontology.calibration import share_of_rule

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "rules.md"
# Names that two modules make: each is one construction that is found at two places of the grammar.
MADE_TWICE = frozenset({"title", "including", "nationality-word"})
CODE = """
def relation_claim(subject: str, rule: str) -> None: ...
def named(bare: bool) -> str:
    return "bare" if bare else "full"
SHARED = "shared"
def one():
    relation_claim("x", "first")
    own = "own"
    relation_claim("x", own)
    relation_claim("x", SHARED)
    relation_claim("x", "")
    Claim("x", rule=named(True))
def two():
    stopped("never", "x")
    relation_claim("x", rule="first")
"""


@pytest.fixture(scope="module")
def tool():
    return runpy.run_path(str(ROOT / "tools" / "make_rule_reference.py"))


def on_the_page() -> list[str]:
    return re.findall(r"^\| `([^`]+)` \|", PAGE.read_text("utf-8"), re.MULTILINE)


def test_the_page_is_what_the_rules_do_today(tool):
    assert PAGE.read_text("utf-8") == tool["reference"](), "run tools/make_rule_reference.py"


def test_every_rule_of_the_code_is_on_the_page_once():
    names = on_the_page()
    made = set(makers())
    concluded = {*names, *(name.removeprefix("inferred:") for name in names)}
    assert len(names) == len(set(names))
    assert set(share_of_rule()) <= set(names)
    assert made <= concluded


def test_the_name_of_a_rule_is_made_in_one_module():
    files = {name: {made.file for made in places} for name, places in makers().items()}
    assert {name for name, found in files.items() if len(found) > 1} == MADE_TWICE


def test_a_name_is_made_only_by_what_is_given_for_a_rule(tmp_path):
    (tmp_path / "rules.py").write_text(CODE, encoding="utf-8")
    functions = defaultdict(set)
    for name, places in makers([tmp_path]).items():
        functions[name] |= {made.function for made in places}
    assert functions == {
        "first": {"one", "two"},
        "bare": {"one"},
        "full": {"one"},
        "own": {"one"},
        "shared": {"one"},
    }
