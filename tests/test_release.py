"""What is released says of itself the same everywhere, and the archive has all that a build needs."""

import re
import tomllib
from pathlib import Path

import yaml
from try_release import found

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
VERSIONS = ("3.11", "3.12", "3.13")


def test_the_citation_is_of_this_version() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    wanted = {"cff-version", "message", "title", "authors", "version"}
    assert wanted <= citation.keys()
    assert (citation["version"], citation["license"]) == (PROJECT["version"], PROJECT["license"])


def test_the_changelog_and_the_page_of_releases_begin_with_this_version() -> None:
    for page in ("CHANGELOG.md", "docs/releases.md"):
        text = (ROOT / page).read_text("utf-8")
        first = re.search(r"^## (\d+\.\d+\.\d+)", text, re.MULTILINE)
        assert first and first[1] == PROJECT["version"], page


def test_the_versions_of_python_that_are_promised_are_those_that_are_tried() -> None:
    assert tuple(found()) == VERSIONS
    assert PROJECT["requires-python"] == f">={VERSIONS[0]}"
    readme = (ROOT / "README.md").read_text("utf-8")
    assert all(version in readme for version in VERSIONS)
