"""Headlines in title case and capitals are written as sentences, at the same length."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.text.parse import load, parse
from kg.text.parse.dictionary import dictionary_of
from kg.text.parse.rewriting import with_plain_headlines
from kg.text.read import article

BODY = """
The Fire Department of Varna hired Mrs Bolt, and the Fire Department was thanked by Grant.
A fire at Lund's mill had worsened, and its effects on the harbour were felt by the UNHCR.
"""

HEADLINES = [
    ("Ann Sturm Thanked Bolt After Speech", "Ann Sturm thanked Bolt after speech"),
    ("MAYOR ANN STURM ARRESTED IN VARNA", "Mayor Ann Sturm arrested in Varna"),
    ("Fire Department Buys Truck in May", "Fire Department buys truck in May"),
    ("Grant Will Not Meet Journalists Again", "Grant will not meet journalists again"),
    ("Oslo Votes To Ban Diesel Cars", "Oslo votes to ban diesel cars"),
    ("US Warns Dutch Bank Over Deal With NATO", "US warns Dutch bank over deal with NATO"),
    ("UNHCR LEAVES CAMP IN US AFTER FIRE", "UNHCR leaves camp in US after fire"),
    ("STURM'S LAWYER QUITS AFTER FRAUD PROBE", "Sturm's lawyer quits after fraud probe"),
    ("Worsened Effects", "Worsened effects"),
    ("J. Sturm Dies in a Second Crash", "J. Sturm dies in a second crash"),
    ("Bolt Quits As Prosecutors Widen Probe.", "Bolt quits as prosecutors widen probe."),
]

NO_HEADLINES = """
Ann Sturm thanked the mayor after a speech
The Lower House
Ann Sturm, Tom Kerr
The United Nations Security Council met.
She was an actress, known for Harbour Lights and The Quiet Mill (1957).
NATO
It was 5 PM in Varna, Bulgaria.
""".strip().splitlines()


def plain(text: str) -> str:
    """The text as it is parsed."""
    return with_plain_headlines(text, dictionary_of(load()))


@pytest.mark.parametrize(("headline", "sentence"), HEADLINES)
def test_a_headline_is_written_as_a_sentence(headline: str, sentence: str) -> None:
    assert plain(f"{headline}\n{BODY}") == f"{sentence}\n{BODY}"


@pytest.mark.parametrize("line", NO_HEADLINES)
def test_other_lines_stay(line: str) -> None:
    assert plain(f"{line}\n{BODY}") == f"{line}\n{BODY}"


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="AßİaŉBe .'\n-Ｑǆ", max_size=60))
def test_a_text_keeps_its_length(text: str) -> None:
    assert len(plain(text)) == len(text)


def test_the_parser_sees_the_sentence_of_a_headline() -> None:
    doc = parse(load(), article("Ann Sturm Thanks Tom Kerrigan For Help\n\nIt rained in Varna.\n"))
    assert next(token.text for token in doc if token.dep_ == "ROOT") == "thanks"
    assert next(ent.text for ent in doc.ents if ent.label_ == "PERSON") == "Ann Sturm"
