"""Pronouns: which stand for something, with what number, person and gender."""

import pytest

from kg.model import Gender
from kg.text.mentions.pronouns import pronouns

RAIN = """
It PRP PRON nsubj 1
rains/rain VBZ VERB ROOT 1
. . PUNCT punct 1
"""
REPORTED = """
It PRP PRON nsubjpass 2
was/be VBD AUX auxpass 2
reported/report VBN VERB ROOT 2
that IN SCONJ mark 5
they PRP PRON nsubj 5
left/leave VBD VERB ccomp 2
. . PUNCT punct 2
"""
HARD = """
It PRP PRON nsubj 1
is/be VBZ AUX ROOT 1
hard JJ ADJ acomp 1
to TO PART aux 4
leave VB VERB xcomp 2
. . PUNCT punct 1
"""
HEAVY = """
It PRP PRON nsubj 1
is/be VBZ AUX ROOT 1
heavy JJ ADJ acomp 1
. . PUNCT punct 1
"""
RELATIVE = """
The DT DET det 1
woman NN NOUN ROOT 1
who WP PRON nsubj 3
left VBD VERB relcl 1
. . PUNCT punct 1
"""
QUESTION = """
Who WP PRON nsubj 1
left VBD VERB ROOT 1
? . PUNCT punct 1
"""
POSSESSIVE = """
We PRP PRON nsubj 1
blame VBP VERB ROOT 1
her PRP$ PRON poss 3
husband NN NOUN dobj 1
. . PUNCT punct 1
"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (RAIN, []),
        (REPORTED, ["they"]),
        (HARD, []),
        (HEAVY, ["It"]),
        (RELATIVE, ["who"]),
        (QUESTION, []),
        (POSSESSIVE, ["We", "her"]),
    ],
    ids=[
        "weather",
        "it is reported that",
        "it is hard to",
        "a thing",
        "relative",
        "question",
        "possessive",
    ],
)
def test_only_pronouns_that_stand_for_something_are_mentions(tree, article, table, expected):
    doc = tree(table)
    assert [mention.text for mention in pronouns(doc, article(doc.text))] == expected


def test_form_tells_person_number_and_gender(tree, article):
    doc = tree(POSSESSIVE)
    we, her = pronouns(doc, article(doc.text))
    assert (we.person, we.plural) == (1, True)
    assert (her.person, her.plural, her.gender) == (3, False, Gender.FEMALE)
