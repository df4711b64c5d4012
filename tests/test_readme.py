"""The README tells the truth: its answers are those of the committed graph, its links lead somewhere."""

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def test_the_answers_in_the_readme_are_true() -> None:
    answered = runpy.run_path(str(ROOT / "tools" / "update_readme.py"))["answered"]
    assert answered(README, ROOT / "output") == README


def test_the_readme_has_five_queries_with_answers() -> None:
    assert len(re.findall(r"```text\n.*?rows?\n```", README, re.DOTALL)) == 5


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_first_screen_shows_a_fact_with_its_sentence_and_how_often_it_errs() -> None:
    first = README[: README.index("\n## ")]
    assert re.search(r"<!-- explain .*? -->\n```text\n.*?\n    > .*?\n", first, re.DOTALL)
    assert re.search(r"<!-- figure News, signed, precision -->\.\d\d<!--", first)
