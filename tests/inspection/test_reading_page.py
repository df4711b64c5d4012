"""The page about kg read is true.

Its samples are the output of the command, its keys those of the document.
"""

import re
import sys
from pathlib import Path

import pytest

from kg.cli import main
from kg.inspection import Part, document, inspect

PAGE = (Path(__file__).parent.parent.parent / "docs" / "reading.md").read_text("utf-8")
SAMPLE = re.compile(r"<!-- (article|kg read .*?) -->\n```text\n(.*?)```", re.DOTALL)
LINE = re.compile(r"\.py:\d+")
SAMPLES = dict(SAMPLE.findall(PAGE))
COMMANDS = [each for each in SAMPLES if each != "article"]


@pytest.fixture(autouse=True)
def _in_folder_of_article(tmp_path, monkeypatch):
    (tmp_path / "article.txt").write_text(SAMPLES["article"], encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def test_the_page_has_samples():
    assert len(COMMANDS) == 2


@pytest.mark.parametrize("command", COMMANDS)
def test_a_sample_is_what_the_command_prints(capsys, command):
    with pytest.raises(SystemExit, match="0"):
        main(command.split()[1:])
        sys.exit(0)
    assert LINE.sub(".py:1", capsys.readouterr().out) == LINE.sub(".py:1", SAMPLES[command])


def test_every_key_of_the_document_is_on_the_page():
    def keys(value):
        if isinstance(value, dict):
            return set(value).union(*(keys(each) for each in value.values()))
        return set().union(*map(keys, value)) if isinstance(value, list) else set()

    found = keys(document(inspect(["article.txt"], trace=True), list(Part)))
    told = set(re.findall(r"`(\w+)`", PAGE.partition("## For scripts")[2]))
    assert len(found) > 30 and found - told == set()
