"""What a sentence claims: tables of sentences, each with claims that must be among those found."""

import pytest

from kg.model import Article, Claim, Quote
from kg.text.attribution import quotes
from kg.text.mentions import mentions
from kg.text.parse import load, parse
from kg.text.relations import claims


def read(text: str) -> tuple[tuple[Claim, ...], tuple[Quote, ...]]:
    article = Article("a", text, "a.txt", "")
    doc = parse(load(), article)
    found = mentions(doc, article)
    said = quotes(doc, article, found)
    return claims(doc, article, found, said), said


def shown(claim: Claim) -> str:
    roles = " ".join(f"{role.name}={role.mention.text}" for role in claim.roles)
    return f"{claim.frame} {claim.predicate}: {roles}".strip()


CLAIMS = [
    ("Maria Lopez founded Globex in 1990.", "verb found: subject=Maria Lopez object=Globex when=1990"),
    ("Globex was founded by Maria Lopez.", "verb found: object=Globex subject=Maria Lopez"),
    ("Maria Lopez was born in Oslo.", "verb bear: object=Maria Lopez in=Oslo"),
    ("Maria Lopez and Jens Berg met in Paris.", "verb meet: subject=Maria Lopez subject=Jens Berg in=Paris"),
    ("Police forced Jens Berg to leave Paris.", "verb leave: subject=Jens Berg object=Paris"),
    ("After leaving Paris, Jens Berg flew to Oslo.", "verb leave: subject=Jens Berg object=Paris"),
    ("Jens Berg, who founded Globex, lives in Oslo.", "verb found: subject=who object=Globex"),
    ("Globex founder Maria Lopez resigned.", "noun founder: subject=Maria Lopez of=Globex"),
    ("Maria Lopez, the founder of Globex, resigned.", "noun founder: subject=Maria Lopez of=Globex"),
    ("Maria Lopez is the founder of Globex.", "noun founder: subject=Maria Lopez of=Globex"),
    ("Globex's founder, Maria Lopez, resigned.", "noun founder: subject=Maria Lopez of=Globex"),
    ("Maria Lopez was named chief executive of Globex.", "noun chief executive: subject=Maria Lopez of=Globex"),
    ("Norwegian Prime Minister Jens Berg resigned.", "noun prime minister: subject=Jens Berg of=Norwegian"),
    ("Jens Berg met his daughter, Anna.", "noun daughter: subject=Anna of=his"),
    ("Globex's acquisition of Initech surprised analysts.", "happening acquisition: subject=Globex of=Initech"),
    ("Jens Berg lives in Toulouse, France.", "relation schema:containedInPlace: subject=Toulouse object=France"),
    ("Jens Berg, 44, lives in Paris.", "relation kg:age: subject=Jens Berg"),
    ("Norway shares a border with Sweden.", "relation kg:borders: subject=Norway object=Sweden"),
    ("In Turkey Minister Jens Berg met Maria Lopez.", "noun minister: subject=Jens Berg"),
    ("In Turkey President Jens Berg praised Maria Lopez.", "noun president: subject=Jens Berg"),
    ("Maria Lopez had talks with Turkey President Jens Berg.", "noun president: subject=Jens Berg of=Turkey"),
    ("Globex bought Dutch rival Initech Group.", "noun rival: subject=Initech Group"),
    ("Globex's Dutch rival, Initech Group, closed.", "noun rival: subject=Initech Group of=Globex"),
    ("Maria Lopez met referee Jens Berg of Germany.", "relation schema:nationality: subject=Jens Berg object=Germany"),
    ("Maria Lopez met referee Jens Berg of Paris.", "relation schema:homeLocation: subject=Jens Berg object=Paris"),
    ("The club sold Globex for £12m. Coach Jens Berg praised the sale.", "noun coach: subject=Jens Berg"),
    ("Umbrella, Globex's distributor and owner of Initech, closed.", "noun owner: subject=Umbrella of=Initech"),
    ("The Paris-based company closed.", "relation schema:location: subject=The Paris-based company object=Paris"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), CLAIMS)
def test_a_sentence_makes_its_claim(sentence: str, wanted: str) -> None:
    assert wanted in [shown(claim) for claim in read(sentence)[0]]


PHRASES = [
    ("Maria Lopez, who is married to Jens Berg, left.", "{0} is married to {1}"),
    ("She met those suing Jens Berg.", "those sue {0}"),
]


@pytest.mark.parametrize(("sentence", "wanted"), PHRASES)
def test_the_verb_of_a_label_agrees_with_its_subject(sentence: str, wanted: str) -> None:
    assert wanted in [claim.phrase for claim in read(sentence)[0]]


def test_a_place_before_a_title_where_something_happens_is_nobodys_nationality() -> None:
    found = [shown(claim) for claim in read("In Turkey Minister Jens Berg met Maria Lopez.")[0]]
    assert not any("nationality" in claim for claim in found)


QUOTES = [
    (
        '"We will not accept this," said Maria Lopez.',
        "We will not accept this",
        "Maria Lopez",
        False,
    ),
    (
        'Maria Lopez said: "We will not accept this."',
        "We will not accept this.",
        "Maria Lopez",
        False,
    ),
    (
        '"We will not," Maria Lopez told reporters, "accept this offer."',
        "accept this offer.",
        "Maria Lopez",
        False,
    ),
    (
        "“We will not accept this,” the ministry said.",
        "We will not accept this",
        "the ministry",
        False,
    ),
    ("Maria Lopez said that Globex had closed.", "Globex had closed", "Maria Lopez", True),
    ("Globex had closed, Maria Lopez said.", "Globex had closed", "Maria Lopez", True),
]


@pytest.mark.parametrize(("text", "words", "speaker", "indirect"), QUOTES)
def test_a_quotation_has_its_words_and_its_speaker(
    text: str, words: str, speaker: str, indirect: bool
) -> None:
    found = [
        (quote.text, quote.speaker.text if quote.speaker else "", quote.indirect)
        for quote in read(text)[1]
    ]
    assert (words, speaker, indirect) in found


def test_a_quotation_in_the_next_paragraph_goes_on_with_the_same_speaker() -> None:
    said = read('"We will not accept this," Maria Lopez said.\n\n"It is simply wrong."')[1]
    assert [quote.speaker.text for quote in said if quote.speaker] == ["Maria Lopez", "Maria Lopez"]


def test_a_nickname_in_marks_is_no_quotation() -> None:
    assert read('Jens Berg was the "engine" of the team.')[1] == ()


def test_what_is_said_is_told_as_reported_with_its_speaker() -> None:
    claim = next(
        c
        for c in read("Maria Lopez said that Jens Berg founded Globex.")[0]
        if c.predicate == "found"
    )
    assert claim.factuality.value == "Reported"
    assert claim.speaker is not None and claim.speaker.text == "Maria Lopez"


def test_what_is_denied_by_a_speaker_is_denied() -> None:
    claim = next(
        c
        for c in read("Globex denied that Jens Berg had founded Initech.")[0]
        if c.predicate == "found"
    )
    assert claim.factuality.value == "Denied"


def test_a_former_office_has_ended() -> None:
    claim = next(
        c
        for c in read("Maria Lopez, a former chief executive of Globex, resigned.")[0]
        if c.rule == "apposition-post"
    )
    assert claim.ended


def test_life_dates_in_brackets_are_birth_and_death() -> None:
    found = read("Jens Berg (12 May 1920 – 3 June 1999) was a painter.")[0]
    dates = {
        claim.predicate: claim.fillers("object")[0].text
        for claim in found
        if claim.rule == "life-dates"
    }
    assert dates == {"schema:birthDate": "12 May 1920", "schema:deathDate": "3 June 1999"}


def test_a_part_of_a_journey_points_to_the_whole() -> None:
    text = "Their journey began with a train ride out of Paris, followed by a bus ride to Lyon."
    parts = {claim.predicate: claim.parent.of(text) for claim in read(text)[0] if claim.parent}
    assert parts == {"train ride": "journey", "bus ride": "journey"}


def test_a_command_in_a_quotation_is_not_done_by_who_says_it() -> None:
    told, _ = read('Maria Lopez said, "Wake me when the train comes."')
    assert "wake" not in {claim.predicate for claim in told}
    assert {claim.phrase for claim in told if claim.predicate == "say"} == {"{0} says"}
    told, _ = read("Maria Lopez helped Jens Berg stop the train.")
    assert "stop" in {claim.predicate for claim in told}
