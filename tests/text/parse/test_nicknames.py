"""A nickname inside a person's name is not parsed, so that the name is one."""

import pytest

from kg.text.parse import load, parse
from kg.text.parse.dictionary import dictionary_of
from kg.text.parse.rewriting import nicknames
from kg.text.read import article

NICKNAMES = [
    ('Carla "Lulu" Brandt sang.', [' "Lulu"']),
    ("Police held Jerome 'J-Rock' Hanley.", [" 'J-Rock'"]),
    ("Susan (Susie) Brandt won.", [" (Susie)"]),
    ("Olga (Olenka) Vörösházi won.", [" (Olenka)"]),
    ('Henry J. "Hank" Lind left.', [' "Hank"']),
    ('Salvatore "the Barber" di Noto hid.', [' "the Barber"']),
    ("Otto \"Big Bear\" Lind met Ada 'Addie' Berg.", [' "Big Bear"', " 'Addie'"]),
    ('Thulani "Spanner" Zikalala won.', [' "Spanner"']),
    ('She sang "Hello" Adele wrote.', []),
    ('The band played "Thunder" Friday.', []),
    ("The Austin (Texas) Chronicle wrote so.", []),
    ("Kyle Martin (Chelsea) and Ada Lind scored.", []),
    ("Ann Jordan (Florence) Martin scored.", []),
    ('"No," said Ada. "Never," Otto said.', []),
    ('Otto said "Yes" and left.', []),
    ('The Microsoft "Office" Suite was sold.', []),
    ('In Florence "La Nazione" Director Carla Brandt resigned.', []),
    ('The actor told Charlotte "Vogue" Columnist Ada Lind was late.', []),
    ('Otto "Reuters" Lind left.', []),
    ('Ada "Addie" Baker left.', [' "Addie"']),
    ("The Democrat (Ohio) Party lost.", []),
]


@pytest.mark.parametrize(("text", "found"), NICKNAMES)
def test_a_nickname_stands_between_a_given_name_and_a_surname(text: str, found: list[str]) -> None:
    dictionary = dictionary_of(load())
    assert [text[start:end] for start, end in nicknames(text, dictionary)] == found


def test_the_parser_sees_the_name_without_the_nickname() -> None:
    doc = parse(
        load(), article("Trial opens\n\nPolice arrested Jerome ‘J-Rock’ Hanley in Leeds.\n")
    )
    assert [token.text for token in doc if token.dep_ == "dobj"] == ["Hanley"]
