"""Fields of an office before a name are not parsed: the name is read without them."""

import pytest

from kg.text.parse import load
from kg.text.parse.dictionary import dictionary_of
from kg.text.parse.rewriting import portfolios

FIELDS = [
    ("Minister for Women and Equality Dina Lund left.", ["for Women and Equality"]),
    ("Minister for Finance Jo Lund left.", ["for Finance"]),
    ("Minister of Foreign Affairs Sergei Lund left.", ["of Foreign Affairs"]),
    ("Secretary of State for Health Tom Lund left.", ["for Health"]),
    ("Secretary of State Tom Lund left.", []),
    ("Undersecretary for Arms Control and Trade Ann Lund left.", ["for Arms Control and Trade"]),
    (
        "Commissioner for Justice and Home Affairs Maria Lund left.",
        ["for Justice and Home Affairs"],
    ),
    (
        "Minister for Food, Farming and Rural Affairs Bo Lund left.",
        ["for Food, Farming and Rural Affairs"],
    ),
    ("Secretary for Labour and Social Policy Jens Lund left.", ["for Labour and Social Policy"]),
    ("Minister for Culture Mzwandile Lund left.", ["for Culture"]),
    ("Minister for Northern Ireland Tom Lund left.", []),
    ("Ada, commissioner for Globex Lund Group, left.", []),
    ("Commissioner for Globex Anna Lund left.", []),
    ("Minister of Defence of Ukraine Oleg Lund left.", []),
    ("The Minister for Health and Sport resigned.", []),
    ("The minister for trade and industry, Jo Lund, left.", []),
    ("Minister for Trade and Industry, Jo Lund, left.", []),
    ("He was Minister of Health. The Lund Post wrote so.", []),
    ("The Minister of Justice and Ann Lund left.", []),
]


@pytest.mark.parametrize(("text", "found"), FIELDS)
def test_a_field_stands_between_an_office_and_a_name(text: str, found: list[str]) -> None:
    dictionary = dictionary_of(load())
    assert [text[start:end] for start, end in portfolios(text, dictionary)] == found
