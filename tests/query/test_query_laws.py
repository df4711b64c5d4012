"""Laws of questions: no value of a parameter becomes code, and any text at all is answered or refused."""

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.query import Question, ask

HOSTILE = [
    '"',
    "'",
    '" } #',
    "\\",
    '\\" . ?s ?p ?o',
    "\n",
    "\x00",
    "$name",
    "?name",
    "\u202e",
    '"""',
    "'''",
    "> <urn:x>",
    "{}",
    "\r",
]
VALUES = st.one_of(
    st.text(max_size=30), st.lists(st.sampled_from(HOSTILE), max_size=4).map("".join)
)
ECHO = Question("echo", "", "SELECT ?said WHERE { BIND($name AS ?said) }", ("name",))
PARTS = st.sampled_from(
    [
        "SELECT ",
        "* ",
        "{ ",
        "} ",
        "?s ",
        "?p ",
        "schema:name ",
        "person:x ",
        "WHERE ",
        "ASK ",
        "# ",
        "\n",
        "<urn:x> ",
        '"',
        "'''",
        "; ",
    ]
)


@settings(deadline=None)
@given(VALUES)
def test_a_value_is_asked_for_as_it_is_and_is_never_code(value):
    (row,) = ask(ox.Store(), ECHO.bound([value]))
    assert row["said"] == ox.Literal(value)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(PARTS, max_size=12).map("".join)))
def test_any_text_is_answered_or_refused_and_changes_nothing(text):
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), ox.Literal("c")))
    try:
        answer = ask(store, text)
        rows = [] if isinstance(answer, ox.QueryBoolean) else list(answer)
        assert len(rows) <= 1  # of a single triple
    except QueryError as error:
        assert str(error)
    assert len(store) == 1


@pytest.mark.parametrize(
    "word", ["INSERT DATA", "delete", "Load", "CLEAR ALL", "drop", "CREATE", "move"]
)
def test_no_update_is_run_whatever_stands_before_it(word):
    with pytest.raises(QueryError):
        ask(ox.Store(), f"# ASK {{}}\nPREFIX a: <urn:a>\n{word} {{ <urn:a> <urn:b> <urn:c> }}")
