"""The tables of English words: every word once in a class, every class there for a reason."""

from importlib.resources import files
from itertools import zip_longest

import pytest

from kg.lang.en import (
    COLUMNS,
    WordListError,
    parsed,
    word_list,
    word_numbers,
    word_set,
    word_values,
)

HEAD = "\t".join(COLUMNS) + "\n"
TABLES = sorted(path.name for path in files("kg.lang.en").iterdir() if path.name.endswith(".tsv"))


@pytest.mark.parametrize("name", TABLES)
def test_every_table_can_be_read(name):
    assert parsed(files("kg.lang.en").joinpath(name).read_text("utf-8"), name)


@pytest.mark.parametrize("name", TABLES)
def test_every_class_says_what_it_is_for_and_stands_in_one_piece(name):
    lines = files("kg.lang.en").joinpath(name).read_text("utf-8").splitlines()
    told, seen = [], []
    for line, following in zip_longest(lines[1:], lines[2:], fillvalue=""):
        if line.startswith("# ") and following.startswith("# "):
            continue  # the head of the table
        if line.startswith("# "):
            told.append(line.removeprefix("# ").partition(":")[0])
        elif line and (not seen or seen[-1] != line.split("\t")[0]):
            seen.append(line.split("\t")[0])
    assert seen == told


def test_a_word_stands_once_in_a_class():
    with pytest.raises(
        WordListError, match=r"verbs.tsv, line 3: 'say' is in the class 'saying' twice"
    ):
        parsed(f"{HEAD}saying\tsay\t\t\nsaying\tsay\t\t\n", "verbs.tsv")


@pytest.mark.parametrize("row", ["saying\tsay", "saying\t\t\t", "\tsay\t\t", "saying\tsay\t\t\t"])
def test_a_row_has_a_class_a_word_a_value_and_a_why(row):
    with pytest.raises(WordListError, match=r"verbs\.tsv, line 2"):
        parsed(f"{HEAD}{row}\n", "verbs.tsv")


def test_the_columns_are_named():
    with pytest.raises(WordListError, match="line 1"):
        parsed("word\tclass\n", "verbs.tsv")


@pytest.mark.parametrize("get", [word_list, word_numbers, word_set, word_values])
def test_a_class_that_is_not_there_is_named(get):
    with pytest.raises(WordListError, match=r"adjectives.tsv has no class 'missing'"):
        get("adjectives", "missing")
