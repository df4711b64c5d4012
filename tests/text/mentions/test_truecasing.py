"""What a capital letter is worth: in sentences, at their beginnings, in headings."""

from kg.text.mentions.truecasing import casing_of

HEADING = """
Striking PROPN PROPN compound 1
Miners PROPN PROPN nsubj 2
Block VBP VERB ROOT 2
Mountain PROPN PROPN compound 4
Road PROPN PROPN dobj 2
Again RB ADV advmod 2
"""
SENTENCE = """
Miners NNS NOUN nsubj 1
met VBD VERB ROOT 1
Bell NNP PROPN dobj 1
near IN ADP prep 1
mines NNS NOUN pobj 3
. . PUNCT punct 1
"""


def test_in_a_heading_a_capital_shows_no_name(tree):
    doc = tree(HEADING)
    case = casing_of(doc)
    assert not any(case.tells_name(token) for token in doc)


def test_inside_a_sentence_a_capital_shows_a_name(tree):
    doc = tree(SENTENCE)
    assert [token.text for token in doc if casing_of(doc).tells_name(token)] == ["Bell"]


def test_the_first_word_of_a_sentence_that_is_also_written_small_is_a_plain_word(tree):
    doc = tree(SENTENCE.replace("near IN ADP prep 1\nmines", "near IN ADP prep 1\nminers"))
    case = casing_of(doc)
    assert case.is_plain_word(doc[0])
    assert not case.is_plain_word(doc[2])
