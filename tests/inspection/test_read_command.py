"""kg read: what it prints, for people and for scripts."""

import io
import json
import sys

import pytest

from kg.cli import main

TEXT = "Ada Lund, the founder of Globex, met Jens Berg. “Never again,” she assured him.\n"


@pytest.fixture
def article(tmp_path):
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "article.txt"


def run(capsys, *arguments: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as caught:
        main(["read", *map(str, arguments)])
        sys.exit(0)
    out, err = capsys.readouterr()
    return int(caught.value.code or 0), out, err


def test_each_sentence_is_shown_with_what_is_read_in_it(capsys, article):
    code, out, err = run(capsys, article)
    assert (code, err) == (0, "")
    assert (
        "1. Ada Lund, the founder of Globex, met Jens Berg.\n   mentions\n     “Ada Lund” name · schema:Person · chain 1\n"
        in out
    )
    assert "\nchains\n  1. “Ada Lund”, “the founder”" in out
    assert "trace" not in out and "\x1b" not in out


def test_the_trace_tells_why_words_in_marks_are_no_quotation(capsys, article):
    out = run(capsys, article, "--show", "trace")[1]
    assert (
        "     stopped quotation-direct at ““Never again,””: fewer than 3 words stand between the marks"
        in out
    )
    assert "  kg/text/attribution/quotations.py:" in out
    assert "   mentions\n" not in out


def test_several_parts_may_be_asked_for(capsys, article):
    out = run(capsys, article, "--show", "quotations", "--show", "claims")[1]
    assert "   claims\n" in out and "chains" not in out


def test_scripts_get_one_json_document(capsys, article):
    code, out, _ = run(capsys, article, "--json", "--show", "claims", "--show", "trace")
    found = json.loads(out)
    assert code == 0
    assert list(found) == ["articles", "faults"]
    assert {step["rule"] for step in found["articles"][0]["sentences"][0]["trace"]} >= {
        "apposition-post",
        "clause-active",
    }


def test_an_article_may_come_from_standard_input(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode()), encoding="utf-8"))
    assert "1. Ada Lund, the founder of Globex" in run(capsys, "-", "--show", "claims")[1]


def test_an_input_that_cannot_be_read_is_named_and_the_others_are_shown(capsys, article, tmp_path):
    code, out, err = run(capsys, article, tmp_path / "none.txt", "--show", "claims")
    assert code == 1
    assert "Ada Lund" in out
    assert err == f"error: {tmp_path / 'none.txt'}: does not exist: check the path\n"


def test_characters_that_a_terminal_acts_on_are_left_out(capsys, article):
    article.write_text(TEXT.replace("Globex", "Glo\x1b[2Jbex"), encoding="utf-8")
    assert "\x1b" not in run(capsys, article)[1]


def test_a_part_that_there_is_not_is_wrong_usage(capsys, article):
    assert run(capsys, article, "--show", "facts")[0] == 2
