"""What grammar says against the network, on pairs that it is made to see."""

from dataclasses import replace

import pytest

from kg.model import Article, Chain, Kind, Mention, Passage
from kg.text.mentions import mentions
from kg.text.parse import load, parse
from kg.text.reader.between import is_of_relative, names_further_kin, reverses_parent
from kg.text.reader.candidates import Candidate
from kg.text.reader.claims import dependency_path
from kg.text.reader.entity_types import entity_type_of
from kg.text.reader.relations import relations
from kg.text.reader.scores import Prediction
from kg.text.reader.vetoes import (
    is_unknown_speaker,
    lies_elsewhere,
    only_deals,
    only_stays,
    seats_another,
)
from kg.text.syntax.document import Document, document_of


def seen(text: str, relation: str, subject: str, value: str) -> tuple[Prediction, Document]:
    """A relation that the network is made to see between two mentions of a sentence."""
    article = Article("a", text, "a.txt", "")
    doc = parse(load(), article)
    found = mentions(doc, article)
    ends = [next(m for m in found if m.text == name) for name in (subject, value)]
    first, second = (
        Candidate(end, number, entity_type_of(end, end.type)) for number, end in enumerate(ends)
    )
    told = next(each for each in relations() if each.name == relation)
    return Prediction(first, second, told, 0.9), document_of(doc, article, found)


def way(found: Prediction, here: Document) -> list:
    return dependency_path(here.head(found.subject.mention), here.head(found.object.mention))


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("Maria Lopez met the board of Globex on Monday.", True),
        ("Maria Lopez criticised Globex.", True),
        ("Maria Lopez works for Globex.", False),
        ("Maria Lopez joined Globex.", False),
    ],
)
def test_who_only_deals_with_an_organisation_does_not_work_for_it(text: str, against: bool) -> None:
    found, here = seen(text, "employment", "Maria Lopez", "Globex")
    assert only_deals(found, way(found, here)) is against


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("In Norway, Maria Lopez said nothing.", True),
        ("Maria Lopez is a citizen of Norway.", False),
    ],
)
def test_where_somebody_is_tells_no_nationality(text: str, against: bool) -> None:
    found, here = seen(text, "nationality", "Maria Lopez", "Norway")
    assert only_stays(found, here) is against


@pytest.mark.parametrize(("owner", "against"), [("Initech", True), ("Globex", False)])
def test_a_seat_belongs_to_the_organisation_that_it_stands_before(
    owner: str, against: bool
) -> None:
    found, here = seen(
        "Initech sued the Oslo-based Globex last year.", "headquarters", owner, "Oslo"
    )
    assert seats_another(found, here) is against


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("Globex Ltd, the parent company of Initech Ltd, won.", True),
        ("Globex Ltd, a subsidiary of Initech Ltd, won.", False),
        ("Globex Ltd, the parent of Initech Ltd, won.", True),
        ("Globex Ltd, Initech Ltd's parent, won.", True),
        ("Globex Ltd, the parent of shipbuilder Initech Ltd, won.", True),
        ("Globex Ltd, the parent company near Initech Ltd, won.", False),
        ("Globex Ltd, whose parent company is Initech Ltd, won.", False),
    ],
)
def test_a_parent_is_no_subsidiary(text: str, turned: bool) -> None:
    found, here = seen(text, "subsidiary", "Globex Ltd", "Initech Ltd")
    assert reverses_parent(found, way(found, here)) is turned


@pytest.mark.parametrize(("country", "against"), [("Peru", True), ("Norway", False)])
def test_a_known_place_lies_in_its_own_country(country: str, against: bool) -> None:
    found, _ = seen(
        "Talks in Trondheim, Norway, and in Peru went on.", "containment", "Trondheim", country
    )
    assert lies_elsewhere(found) is against


def test_an_i_in_quotation_marks_is_nobody_unless_its_chain_has_a_name() -> None:
    text = "The farewell: “I have made the best friends of my life at Globex.”"
    found, here = seen(text, "employment", "I", "Globex")
    mention = found.subject.mention
    assert is_unknown_speaker(found.subject, [Chain((mention,))], here.article.text)
    assert not is_unknown_speaker(
        found.subject, [Chain((mention,), name="Maria Lopez")], here.article.text
    )
    assert not is_unknown_speaker(found.object, [Chain((mention,))] * 2, here.article.text)


@pytest.mark.parametrize(
    ("before", "nobody"),
    [
        ("She sang. ", False),
        ("The farewell: “", True),
        ("The “best” farewell: ", False),
        ("The “best” farewell: “", True),
        ("The farewell: “Away”, „away”, “", True),
        ("“She sang.\n", False),
        ("She sang.\n“", True),
    ],
)
def test_an_i_is_in_quotation_marks_where_one_of_its_paragraph_is_open(
    before: str, nobody: bool
) -> None:
    text = f"{before}I work at Globex.” “And"
    mention = Mention(
        Passage("a", len(before), len(before) + 1), "I", Kind.PRONOUN, len(before), "schema:Person"
    )
    assert (
        is_unknown_speaker(
            Candidate(mention, 0, entity_type_of(mention, "")), [Chain((mention,))], text
        )
        is nobody
    )
    other = replace(mention, text="he")
    assert not is_unknown_speaker(
        Candidate(other, 0, entity_type_of(other, "")), [Chain((other,))], text
    )


@pytest.mark.parametrize(
    ("text", "relation", "against"),
    [
        ("Maria Lopez went to Norway.", "nationality", True),
        ("Maria Lopez went to Norway.", "residence", False),
        ("Maria Lopez, from Norway, won.", "nationality", False),
        ("Maria Lopez met Norway.", "nationality", False),
    ],
)
def test_who_is_or_goes_somewhere_is_not_of_there(text: str, relation: str, against: bool) -> None:
    found, here = seen(text, relation, "Maria Lopez", "Norway")
    assert only_stays(found, here) is against


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Initech sued Globex, based in Oslo, last year.", "headquarters"),
        ("Initech sued the Oslo-based Globex last year.", "organisation-country"),
        ("Initech sued Globex of Oslo last year.", "headquarters"),
    ],
)
def test_a_seat_is_told_of_by_a_word_for_it(text: str, relation: str) -> None:
    assert not seats_another(*seen(text, relation, "Initech", "Oslo"))


@pytest.mark.parametrize(
    ("relation", "place", "value", "against"),
    [
        ("residence", "Trondheim", "Peru", False),
        ("containment", "Globexville", "Peru", False),
        ("containment", "Trondheim", "Globexville", False),
    ],
)
def test_only_a_known_place_and_a_country_can_be_told_apart(
    relation: str, place: str, value: str, against: bool
) -> None:
    first, second = (
        Mention(
            Passage("a", 0, len(w)),
            w,
            Kind.NAME,
            0,
            "schema:Place",
            country="PE" if w == "Peru" else "",
        )
        for w in (place, value)
    )
    told = next(each for each in relations() if each.name == relation)
    found = Prediction(
        Candidate(first, 0, entity_type_of(first, "")),
        Candidate(second, 1, entity_type_of(second, "")),
        told,
        0.9,
    )
    assert lies_elsewhere(found) is against


NOT_OF_THE_CORE = [
    ("Bo Coil is Maria Lopez's brother-in-law.", "sibling", "Bo Coil", True),
    ("Maria Lopez met her stepson, Bo Coil.", "parent", "Bo Coil", True),
    ("Maria Lopez married her fiancé, Bo Coil.", "spouse", "Bo Coil", True),
    ("Maria Lopez and her cousin, Bo Coil, left.", "sibling", "Bo Coil", True),
    ("Maria Lopez and her nephew, Bo Coil, left.", "parent", "Bo Coil", True),
    ("Maria Lopez met her brother, Bo Coil.", "sibling", "Bo Coil", False),
    ("Maria Lopez and her husband, Bo Coil, left.", "spouse", "Bo Coil", False),
]


@pytest.mark.parametrize(("text", "relation", "other", "against"), NOT_OF_THE_CORE)
def test_kin_beyond_the_core_is_none_of_the_core(
    text: str, relation: str, other: str, against: bool
) -> None:
    found, here = seen(text, relation, "Maria Lopez", other)
    assert names_further_kin(found, way(found, here), here) is against


OF_WHOM = [
    ("Maria Lopez's son, Bo Coil, lives in Oslo.", "Maria Lopez", True),
    ("Maria Lopez and Bo Coil, who was born in Oslo, left.", "Maria Lopez", True),
    ("Maria Lopez and Bo Coil, who was born in Oslo, left.", "Bo Coil", False),
    ("Maria Lopez, who lives in Oslo, left.", "Maria Lopez", False),
    ("Maria Lopez, a singer born in Oslo, left.", "Maria Lopez", False),
    ("Maria Lopez lives in Oslo.", "Maria Lopez", False),
]


@pytest.mark.parametrize(("text", "person", "against"), OF_WHOM)
def test_where_a_relative_lives_is_no_home_of_the_other(
    text: str, person: str, against: bool
) -> None:
    found, here = seen(text, "residence", person, "Oslo")
    assert is_of_relative(found, way(found, here), here) is against
