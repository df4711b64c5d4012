"""Nominals: which noun phrases speak of people, groups, organisations and places, and what they tell."""

import pytest

from kg.model import Gender, Kind
from kg.text.mentions.nominals import nominals

DIPLOMATS = """
The DT DET det 3
twelve CD NUM nummod 3
Danish JJ ADJ amod 3
diplomats/diplomat NNS NOUN nsubj 6
and CC CCONJ cc 3
families/family NNS NOUN conj 3
left VBD VERB ROOT 6
. . PUNCT punct 6
"""
JUSTICE = """
They PRP PRON nsubj 1
brought VBD VERB ROOT 1
him PRP PRON dobj 1
to IN ADP prep 1
court NN NOUN pobj 3
. . PUNCT punct 1
"""
EMBASSY = """
The DT DET det 3
old JJ ADJ amod 3
Danish JJ ADJ amod 3
embassy NN NOUN nsubj 4
closed VBD VERB ROOT 4
. . PUNCT punct 4
"""
IN_LAW = """
Her PRP$ PRON poss 1
son NN NOUN nsubj 6
- HYPH PUNCT punct 1
in IN ADP prep 1
- HYPH PUNCT punct 3
law NN NOUN pobj 3
left VBD VERB ROOT 6
. . PUNCT punct 6
"""


def found(tree, article, table):
    doc = tree(table)
    return list(nominals(doc, article(doc.text), frozenset()))


def test_a_counted_plural_is_a_group_with_size_and_country(tree, article):
    group, families = found(tree, article, DIPLOMATS)
    assert (group.type, group.noun, group.size, group.country, group.definite) == (
        "kg:Group",
        "diplomat",
        12,
        "DK",
        True,
    )
    assert (families.type, families.text, families.country) == ("kg:Group", "families", "")


def test_a_bare_singular_refers_to_nothing(tree, article):
    assert found(tree, article, JUSTICE) == []


def test_a_body_of_a_state_with_its_country_is_a_name(tree, article):
    (embassy,) = found(tree, article, EMBASSY)
    assert (embassy.kind, embassy.text, embassy.type) == (
        Kind.NAME,
        "Danish embassy",
        "schema:GovernmentOrganization",
    )


def test_relatives_by_marriage_keep_their_noun_whole(tree, article):
    doc = tree(IN_LAW)
    (son,) = nominals(doc, article(doc.text), frozenset())
    assert (son.noun, son.gender) == ("son-in-law", Gender.MALE)


@pytest.mark.parametrize("end", ["including 13", "including 13 men", "among 13"])
def test_a_text_may_end_in_a_count(find, end):
    assert "miners" in {m.noun + "s" for m in find(f"The army freed many miners, {end}")}


def test_more_people_than_there_are_is_no_size(find):
    (group,) = [m for m in find(f"The king freed {'million ' * 60}miners.") if m.noun == "miner"]
    assert group.size == 0


def test_nouns_in_names_are_left_out(tree, article):
    doc = tree(EMBASSY)
    assert list(nominals(doc, article(doc.text), frozenset({2, 3}))) == []


@pytest.mark.parametrize(
    ("sentence", "text", "noun", "type_", "size"),
    [
        ("Two dozen nurses marched through the town.", "Two dozen nurses", "nurse", "kg:Group", 24),
        ("More than 300 nurses marched.", "More than 300 nurses", "nurse", "kg:Group", 0),
        ("At least 61 miners died.", "At least 61 miners", "miner", "kg:Group", 61),
        ("Police held about 40 protesters.", "about 40 protesters", "protester", "kg:Group", 40),
        (
            "The coalition promised 2.5 million workers a bonus.",
            "2.5 million workers",
            "worker",
            "kg:Group",
            2_500_000,
        ),
        (
            "Her chief executive, a lawyer from Turin, resigned.",
            "a lawyer",
            "lawyer",
            "schema:Person",
            0,
        ),
        ("They crossed the river at dawn.", "the river", "river", "schema:RiverBodyOfWater", 0),
        ("The company closed its oldest plant.", "The company", "company", "schema:Corporation", 0),
    ],
)
def test_the_real_model_finds_them(find, sentence, text, noun, type_, size):
    assert (text, noun, type_, size) in {
        (m.text, m.noun, m.type, m.size) for m in find(sentence) if m.kind is Kind.NOMINAL
    }


OBJECTS = [
    ("They sold a used lorry.", "a used lorry", "schema:Vehicle"),
    ("She read the report aloud.", "the report", "schema:CreativeWork"),
    ("They hid two pistols there.", "two pistols", "schema:Product"),
    ("He signed a decree.", "a decree", "kg:Law"),
    ("He got the bronze medal.", "the bronze medal", "kg:Award"),
    ("The fever spread.", "The fever", "schema:MedicalCondition"),
    ("They repaid a large loan.", "a large loan", "kg:Asset"),
    ("They closed the runway.", "the runway", "schema:LandmarksOrHistoricalBuildings"),
]


@pytest.mark.parametrize(("text", "words", "type_"), OBJECTS)
def test_a_thing_has_the_class_of_its_kind(find, text, words, type_):
    (thing,) = [each for each in find(text) if each.kind is Kind.NOMINAL]
    assert (thing.text, thing.type) == (words, type_)


COUNTED = [
    ("Thousands marched through the town.", "Thousands", 0),
    ("Twelve were killed in the raid.", "Twelve", 12),
    ("They freed the two yesterday.", "the two", 2),
]


@pytest.mark.parametrize(("text", "words", "size"), COUNTED)
def test_a_number_that_acts_or_is_acted_upon_is_a_group(find, text, words, size):
    (group,) = [each for each in find(text) if each.kind is Kind.NOMINAL and not each.noun]
    assert (group.text, group.type, group.size) == (words, "kg:Group", size)


@pytest.mark.parametrize(
    "text", ["It cost 40 in the end.", "She was born in 1950.", "They won 3-1.", "He paid $ 12."]
)
def test_a_number_of_something_else_is_no_group(find, text):
    assert not [each for each in find(text) if each.kind is Kind.NOMINAL and not each.noun]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The mayor of the old town of Bath left.", "The mayor of the old town of Bath"),
        ("The airports of Lima and Quito closed.", "The airports of Lima and Quito"),
        ("The mayor who left the town slept.", "The mayor"),
        ("The mayor slept in Bath.", "The mayor"),
    ],
)
def test_a_description_ends_with_what_completes_it(find, text, whole):
    first = next(each for each in find(text) if each.kind is Kind.NOMINAL)
    assert first.extent.of(text) == whole


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("The miners' union called a strike.", "The miners"),
        ("The victims' association went to court.", "the victims"),
        ("The players' federation wrote to them.", "The players"),
    ],
)
def test_for_whom_a_body_is_no_group_takes_part(find, text, owners):
    assert owners.lower() not in {mention.text.lower() for mention in find(text)}


def test_the_plural_owners_of_something_else_are_a_group(find):
    assert "The miners" in {mention.text for mention in find("The miners' wives wept.")}


EXTENTS = {
    "A spokesman for the harbour board said no.": "A spokesman for the harbour board",
    "Two people familiar with the talks said no.": "Two people familiar with the talks",
    "Police in the town of Bergen said two men died.": "Police in the town of Bergen",
    "A source close to the court told them so.": "A source close to the court",
    "A man in a red shirt who left on Monday came back.": "A man in a red shirt",
    "Two people in Lima – both clerks – left.": "Two people in Lima",
    "The head of the board left.": "The head of the board",
    "The miners, in boots, left.": "The miners",
    "The miners who live in Lima left.": "The miners",
    "The miners left in the morning.": "The miners",
    "Yesterday a teacher at the school in Lima fell ill.": "a teacher at the school in Lima",
}


@pytest.mark.parametrize(("text", "expected"), EXTENTS.items())
def test_a_subject_ends_with_what_stands_before_its_verb(find, text: str, expected: str) -> None:
    first = next(mention for mention in find(text) if mention.kind is Kind.NOMINAL)
    assert first.extent.of(text) == expected
