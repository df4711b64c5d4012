"""A definite noun that is the last word of the one name before it: "the trust"."""

import pytest

from kg.model import Kind

IN_SHORT = [
    ("Fernhill & Dale NHS Trust closed two wards. Staff said the trust told nobody.", "the trust"),
    ("The Busan Film Festival opened on Thursday. Critics called the festival dull.", "festival"),
    (
        "The Volta River Authority raised its prices. Traders called the authority greedy.",
        "authori",
    ),
    ("The Bank of Nowhereton closed on Monday. Clients said the bank was empty.", "the bank"),
    ("The Andes Volcano Network reported ash. Scientists at the network were calm.", "network"),
    ("The Patna Express jumped the rails on Monday. The express was late.", "The express"),
]
OTHERS = [
    # two festivals
    (
        "The Turkana Wind Festival starts. The Kisumu Festival ends. The festival is free.",
        "The fest",
    ),
    # "of …" says which one
    ("The Volta River Authority spoke. Nobody asked the authority of the port.", "the authority"),
    # nothing that can be meant in short
    ("A Tour Around the World will be shown. It was watched around the world.", "the world"),
    # a modifier may make it another one
    ("The Patna Express was late. The night express was early.", "The night"),
    # before the name, or not definite
    ("A network broke. The Andes Volcano Network reported ash.", "A network"),
]


@pytest.mark.parametrize(("text", "short"), IN_SHORT)
def test_a_definite_noun_is_a_name_in_short(find, text, short):
    name, *_ = (each for each in find(text) if each.is_name)
    found = [each for each in find(text) if short in each.text and each.kind is Kind.NOMINAL]
    assert [each.type for each in found] == [name.type]


@pytest.mark.parametrize(("text", "noun"), OTHERS)
def test_another_noun_is_no_name_in_short(find, text, noun):
    assert not [each for each in find(text) if each.text.startswith(noun)]
