"""Every name gives a valid IRI, and one that is its own."""

from dataclasses import replace
from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode
from rdf_samples import DENIED, LEADS

from kg.errors import KgError
from kg.model import Factuality, Literal, Passage, Quantity
from kg.rdf import Iris, checked_base
from kg.rdf.iris import segment

IRIS = Iris()
ANY_NAME = st.text(alphabet=st.characters())  # with lone surrogates, as odd file names have them


@settings(deadline=None)
@given(ANY_NAME)
def test_any_name_gives_a_valid_iri_in_plain_ascii(name):
    iri = IRIS.node(f"person/{name}").value
    assert NamedNode(iri).value == iri and iri.isascii()
    assert urlsplit(iri).geturl() == iri and urlsplit(iri).fragment == ""


@settings(deadline=None)
@given(ANY_NAME)
def test_no_name_climbs_out_of_its_folder(name):
    base = "https://example.org/data/"
    assert urljoin(base, f"person/{segment(name)}").startswith("https://example.org/data/person/")


@settings(deadline=None)
@given(ANY_NAME, ANY_NAME)
def test_two_names_never_share_an_iri(one, other):
    assert (segment(one) == segment(other)) == (one == other)


def test_readable_ids_stay_as_they_are():
    assert IRIS.node("person/ada-quist").value == "urn:newskg:local/person/ada-quist"
    assert IRIS.passage(Passage("a-1", 3, 9)).value == "urn:newskg:local/document/a-1#char=3,9"


def test_the_base_is_the_users():
    assert (
        Iris(checked_base("https://example.org/x")).document("a").value
        == "https://example.org/x/document/a"
    )
    assert Iris(checked_base("urn:news:")).document("a").value == "urn:news:document/a"


@pytest.mark.parametrize(
    "base",
    [
        "",
        "data/",
        "https://",
        "https://e.org/#",
        "https://e.org/?q=1",
        "https://e.org/a b/",
        "https:/x/",
    ],
)
def test_a_base_that_cannot_carry_nodes_is_refused_with_an_example(base):
    with pytest.raises(KgError, match=r"give one such as https"):
        checked_base(base)


def test_a_statement_keeps_its_iri_when_more_articles_say_the_same():
    more = replace(
        LEADS,
        evidence=(Passage("b", 0, 3),),
        articles=9,
        confidence=0.99,
        rules=("verb",),
        speakers=("person/x",),
    )
    assert IRIS.statement(more) == IRIS.statement(LEADS)


@pytest.mark.parametrize(
    "other",
    [
        replace(LEADS, predicate="schema:worksFor"),
        replace(LEADS, object="organization/other"),
        replace(LEADS, object=Literal("organization/brightwater")),
        replace(LEADS, factuality=Factuality.PLANNED),
        replace(LEADS, role="chair"),
        replace(LEADS, past=True),
        replace(LEADS, end="2020"),
        replace(DENIED, factuality=Factuality.ASSERTED),
    ],
)
def test_what_is_said_otherwise_is_another_statement(other):
    assert IRIS.statement(other) not in (IRIS.statement(LEADS), IRIS.statement(DENIED))


def test_equal_amounts_are_one_node():
    assert IRIS.quantity(Quantity(value="3", unit="mile")) == IRIS.quantity(Quantity("3", "mile"))
    assert IRIS.quantity(Quantity(value="3")) != IRIS.quantity(Quantity(minimum="3"))


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        ("GeoNames", "https://www.geonames.org/"),
        ("https://gaz.example/", "https://gaz.example/"),
        ("old atlas", "urn:newskg:local/source/old%20atlas"),
        ("https://no good", "urn:newskg:local/source/https%3A%2F%2Fno%20good"),
    ],
)
def test_a_gazetteer_is_named_by_its_address_where_it_has_one(name, iri):
    assert IRIS.source(name).value == iri
