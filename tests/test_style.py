"""What tools/check_style.py counts, on code that has it and on like code that has it not."""

import ast
import sys
from pathlib import Path

import check_style
import pytest
from check_style import Limits, limits, survey, table
from style_measures import (
    Source,
    dense_comprehensions,
    function_docstrings,
    long_conditions,
    nodes_per_line,
    noun_docstrings,
)
from style_words import english_in_patterns, word_lists

ROOT = Path(__file__).parent.parent


def source(text: str) -> Source:
    return Source("kg/text/one.py", text, ast.parse(text))


def words(text: str) -> list[str]:
    return [place.words for place in word_lists(source(text))]


@pytest.mark.parametrize(
    "text",
    [
        'SAYING = frozenset({"say", "tell"})',
        'SAYING = "say tell".split()',
        'SAYING = {"say": 1, "tell": 2}',
        'def f(word: str) -> bool:\n    return word in ("say", "tell")',
        'SAYING = re.compile(r"\\b(?:say|tell)\\b")',
        'SAYING = re.compile(rf"{START}(say|tell)")',
        'SAYING = ["nsubj", "say", "tell"]',
    ],
)
def test_a_list_of_two_english_words_is_counted(text):
    assert words(text) == ["say tell"]


@pytest.mark.parametrize(
    "text",
    [
        'SAYING = word_set("verbs", "saying")',
        'SAID = ("said",)',
        '"""say, tell"""',
        'SUBJECTS = frozenset({"nsubj", "nsubjpass"})',
        'PLACES = frozenset({"schema:City", "schema:Country"})',
        'TAGS = ("VBZ", "NN")',
        'DIGITS = re.compile(r"[0-9]+|[a-z]+")',
        '__all__ = ["claims", "quotes"]',
        'Form = Literal["csv", "json"]',
        'FILES = ("a.ttl", "b.ttl")',
    ],
)
def test_what_is_no_list_of_english_words_is_not_counted(text):
    assert words(text) == []


def test_lists_in_a_list_are_counted_each():
    assert words('PAIRS = (("say", "tell"), ("go", "leave"))') == ["say tell", "go leave"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('EARLY = r"(?:early|late|mid)"', ["early late mid"]),
        ('EARLY = "(?:early |late )?"', ["early late"]),
        ('OF = re.compile(r"\\bof the\\b")', ["of the"]),
        ('OF = rf"(?: {GAP}of|,)? (?P<year>{YEAR})"', ["of"]),
        ('THE = re.compile("^(?:[Tt]he|THE) ")', ["the"]),
        ('if re.search("of", text):\n    pass', ["of"]),
        ('AGO = "ago"\nCOUNTED = rf"{COUNT}\\s{AGO}"', ["ago"]),
        ('AGO = "ago"\nCOUNTED = re.compile(AGO)', ["ago"]),
        ('ONE = r"one" + TWO\nEND = r"\\d+ ends"', ["one", "ends"]),
    ],
)
def test_english_words_in_patterns_are_counted(text, found):
    assert [place.words for place in english_in_patterns(source(text))] == found


@pytest.mark.parametrize(
    "text",
    [
        'DATE = r"(?P<year>\\d{4})(?P=year)(?(year)a|b)(?i:s)"',
        'MARKS = r"\\bs\\b\\x20\\u201ds\\N{BULLET}\\w+"',
        'LETTERS = re.compile(r"[a-z]{2,5}[^word]|[ap]\\.?m")',
        'URL = re.compile(r"https?://(?:www\\.)?\\S+")',
        'CODES = r"<!DOCTYPE|(PT?)(\\d+)|[ECMP]?ST"',
        "YEAR = rf\"(?:{in_order(word_list('units', 'year'))})\"",
        "YEARS = re.compile('|'.join(word_list('units', 'year')))",
        'NAME = "year"\nSAID = said[NAME]',
        'def f() -> None:\n    r"""Find (?:early|late) dates."""',
    ],
)
def test_what_is_no_english_word_in_a_pattern_is_not_counted(text):
    assert list(english_in_patterns(source(text))) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("[x for x in a if x]", 0),
        ("[x for x in a if x if y]", 1),
        ("{x for x in a for y in x}", 1),
        ("f(x for x in a for y in x if y)", 1),
        ("[x for x in [y for y in a]]", 0),
    ],
)
def test_a_comprehension_holds_one_loop_and_one_condition(text, count):
    assert len(list(dense_comprehensions(source(text)))) == count


@pytest.mark.parametrize(
    ("text", "operators"),
    [
        ("a and b and c and d and e", []),
        ("a and b and c and d and e and f", ["5 operators"]),
        ("a and (b or c) and not (d and e and f)", ["5 operators"]),
        ("any(a or b for x in y) and c and d", []),
    ],
)
def test_a_condition_has_four_operators_at_most(text, operators):
    assert [place.words for place in long_conditions(source(text))] == operators


@pytest.mark.parametrize(
    ("docstring", "is_so"),
    [
        ("Return the words.", True),
        ("The words.", False),
        ("True where it is.", False),
        ("Name of it.", False),
    ],
)
def test_the_docstring_of_a_function_begins_with_an_imperative(docstring, is_so):
    text = f'def f():\n    """{docstring}"""\n'
    assert [so for _, so in function_docstrings(source(text))] == [is_so]
    assert [so for _, so in noun_docstrings(source(text))] == []


@pytest.mark.parametrize(
    ("docstring", "is_so"),
    [
        ("A word.", True),
        ("Frozen words.", True),
        ("What it is.", False),
        ("Reads the words.", False),
        ("Read it.", False),
    ],
)
def test_the_docstring_of_a_property_is_a_noun_phrase(docstring, is_so):
    text = f'@property\ndef f():\n    """{docstring}"""\n'
    assert [so for _, so in noun_docstrings(source(text))] == [is_so]
    assert [so for _, so in function_docstrings(source(text))] == []


@pytest.fixture
def package(tmp_path) -> Path:
    folder = tmp_path / "kg"
    for name, text in {
        "__init__.py": '"""A package."""',
        "lang/words.py": 'WORDS = ("say", "tell")',
        "rdf/words.py": 'WORDS = ("say", "tell")\nOF = r"of"',
        "text/__init__.py": "from kg.text.inner import one",
        "text/inner.py": 'WORDS = ("say", "tell")\nOF = r"of"\n' + "x = 1\n" * 60,
        "text/other.py": f"from kg.text.inner import one\nfrom kg.text import shared\n# {'x' * 99}\n",
        "text/shared.py": "import kg.text.other\n",
        "graph/one.py": "from kg.text.shared import x\n",
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_the_figures_of_a_package(package):
    figures = survey(package).figures("")
    counted = {
        name: figures[name]
        for name in (
            "files",
            "word-lists",
            "english-lists",
            "english-in-patterns",
            "long-lines",
            "short-files",
        )
    }
    assert counted == {
        "files": 8,
        "word-lists": 2,
        "english-lists": 1,
        "english-in-patterns": 1,
        "long-lines": 1,
        "short-files": 5,
    }


def test_a_module_that_only_one_of_its_folder_imports_is_named(package):
    found = [
        (each.file, each.place.words)
        for each in survey(package).findings
        if each.measure == "only-imports"
    ]
    assert found == [
        ("kg/text/inner.py", "only kg.text.other imports it"),
        ("kg/text/other.py", "only kg.text.shared imports it"),
    ]


def test_the_table_has_a_row_for_each_folder_and_the_whole_last(package):
    rows = [line.split()[0] for line in table(survey(package)).splitlines()[1:]]
    assert rows == ["kg/graph/", "kg/lang/", "kg/rdf/", "kg/text/", "kg/"]


def test_a_limit_that_is_broken_or_of_no_measure_is_named():
    held = Limits({"long-lines": 3}, {"noun-docstrings": 50})
    assert held.broken({"long-lines": 3, "noun-docstrings": 50}) == []
    assert held.broken({"long-lines": 4, "noun-docstrings": 49.5}) == [
        "long-lines is 4, at most 3 is allowed",
        "noun-docstrings is 49.5, at least 50 is asked",
    ]
    assert Limits({"lines": 3}, {}).broken({"long-lines": 3}) == ["there is no measure 'lines'"]


def test_the_limits_of_the_project_are_those_of_measures_and_the_command_line_may_lower_one():
    held = limits(ROOT / "pyproject.toml", ["english-lists=0"])
    assert held.most["english-lists"] == 0
    assert {*held.most, *held.least} == {*check_style.NAMES, check_style.DENSITY}


def test_a_broken_limit_is_an_error(capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["check_style.py"])
    assert check_style.main(["--most", "long-lines=-1"]) == 1
    assert "error: long-lines is " in capsys.readouterr().err


def test_the_nodes_of_a_line_are_counted():
    # a module, an assignment, its name with the context, and a constant; then those of a sum
    assert nodes_per_line([source("x = 1\n")]) == 5
    assert nodes_per_line([source("x = 1\ny = x + 1\n")]) == 6.5
    assert nodes_per_line([]) == 0
