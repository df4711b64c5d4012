import pytest
from pyoxigraph import Store

from kg.errors import QueryError
from kg.query import ask, listing, question, questions
from kg.query.answers import cell

KIN = "Tove, the daughter of Trade Minister Mara Dahlgren, is his wife."
CAME = "Dahlgren, 51, came with her daughter Tove."
SAILED = "Six dockers sailed from Sund to Ostvik on 3 March, with Iven Rask."
WILL_GIVE = "The ministry will give more than 2 million crowns to the dockers."
DENIED = "The ministry denied that it owns the Vesterland Post."
REPORTER = "Rask was a reporter of the Sund Courier until 2029, Dahlgren said."
TOLD = "“The docks stay open,” Dahlgren told Rask on Tuesday."
HARBOUR, VISIT = "Harbour workers return to Ostvik", "Minister Dahlgren visits the coast"
STRIKE = "The dockers of Sund go back to work"
MINISTRY, MARA, TOVE, IVEN = (
    "Ministry of Trade of Vesterland",
    "Mara Dahlgren",
    "Tove Dahlgren",
    "Iven Rask",
)
VOYAGE, PAYMENT = "six dockers sail from Sund to Ostvik", "the ministry gives money to the dockers"
SMALL = "The Courier, founded in 1990, has 300 employees."
GROWN = "The Courier, founded in 1992, has 340 employees."
EARLIER, LATER = "Vesterland Post 2031-03-04", "Sund Courier 2031-03-05"

ROWS_OF_QUESTION = {
    ("about",): [],  # the small graph says nothing of itself: tests/rdf/test_dataset.py
    ("changes",): [
        ("Sund Courier", "numberOfEmployees", "340", LATER, "300", EARLIER, GROWN, SMALL)
    ],
    ("contradictions",): [
        ("Sund Courier", "foundingDate", "1990", EARLIER, "1992", LATER, SMALL, GROWN)
    ],
    ("corroborated",): [
        (f"{MARA} – children – {TOVE}", "2", "0.95", "Sund Courier, Vesterland Post")
    ],
    ("events-by-date",): [
        ("2031-03-03", VOYAGE, "Iven Rask, six dockers", "Ostvik, Sund", "Asserted"),
        ("2031-04", PAYMENT, f"{MINISTRY}, six dockers", "", "Planned"),
    ],
    ("evidence-of", "iven RASK"): [
        (VOYAGE, "kg:agent", IVEN, SAILED, HARBOUR, "2031-03-04"),
        (IVEN, "schema:spouse", TOVE, KIN, HARBOUR, "2031-03-04"),
        ("The docks stay open", "kg:addressee", IVEN, TOLD, VISIT, "2031-03-05"),
        (IVEN, "schema:worksFor", "Sund Courier", REPORTER, VISIT, "2031-03-05"),
    ],
    ("facts-with-two-sources",): [(MARA, "schema:children", TOVE, "2", "0.95")],
    ("family",): [
        (IVEN, "married to", TOVE, "", "", "1", KIN),
        (MARA, "parent of", TOVE, "", "", "2", CAME),
    ],
    ("groups",): [("six dockers", "6", "docker", IVEN)],
    ("journeys",): [
        (VOYAGE, "Iven Rask, six dockers", "Sund", "", "Ostvik", "2031-03-03", "PT6H", "Asserted")
    ],
    ("leaders-on", "2031-04-01"): [(MINISTRY, MARA, "trade minister", "", "", "", KIN)],
    ("leaders-on", "2031-02-01"): [],
    ("neighbours",): [("Osterland", "Vesterland", "")],
    ("organisations-and-countries",): [
        (MINISTRY, "GovernmentOrganization", "Vesterland", "Sund"),
        ("Sund Courier", "NewsMediaOrganization", "", ""),
        ("Vesterland Post", "NewsMediaOrganization", "", ""),
    ],
    ("places",): [
        ("Osterland", "Country", "", "", ""),
        ("Ostvik", "City", "", "", ""),
        ("Sund", "City", "Vesterland", "61.5", "5.25"),
        ("Vesterland", "Country", "", "", ""),
    ],
    ("quantities",): [(PAYMENT, "", "2000000", "", "crown", "VXC", WILL_GIVE)],
    ("quotations-about", "rask"): [(MINISTRY, "it owns the Vesterland Post of Rask", "", HARBOUR)],
    ("refused",): [("Sund works for Ostvik", "domain", "verb:work", "Sund works for Ostvik.")],
    ("reported-denied-planned",): [
        ("Denied", MINISTRY, "schema:owns", "Vesterland Post", MINISTRY, DENIED),
        ("Planned", PAYMENT, "", "", MINISTRY, WILL_GIVE),
        ("Reported", IVEN, "schema:worksFor", "Sund Courier", MARA, REPORTER),
    ],
    ("stories",): [("2031-03-04", "2031-03-05", STRIKE, "2", "2")],
    ("story", "dockers"): [
        ("2031-03-03", VOYAGE, "Asserted", HARBOUR, "Vesterland Post", "2031-03-04", SAILED),
        ("2031-04", PAYMENT, "Planned", VISIT, "Sund Courier", "2031-03-05", WILL_GIVE),
    ],
    ("timeline-of", "ministry"): [("2031-04", PAYMENT, "kg:agent", WILL_GIVE)],
    ("timeline-of", "Mara Dahlgren"): [
        ("2031-03-04", "The docks stay open", "schema:creator", TOLD)
    ],
    ("who-leads-what",): [(MARA, MINISTRY, "trade minister", "", "", "", "0.85", KIN)],
    ("who-said-what",): [(MARA, "The docks stay open", IVEN, "2031-03-04", VISIT)],
    ("who-works-where",): [
        (IVEN, "Sund Courier", "reporter", "", "2029", "true", "0.75", REPORTER),
        (MARA, MINISTRY, "trade minister", "", "", "", "0.9", KIN),
    ],
}


def answered(store: Store, name: str, *values: str) -> list[tuple[str, ...]]:
    """The rows of a ready question, lists inside a cell in order of the alphabet."""
    answer = ask(store, question(name).bound(values))
    columns = [variable.value for variable in answer.variables]
    return [tuple(in_order(cell(row[column])) for column in columns) for row in answer]


def in_order(text: str) -> str:
    return (
        ", ".join(sorted(text.split(", ")))
        if ", " in text and not text.endswith((".", "”"))
        else text
    )


@pytest.mark.parametrize(
    ("asked", "rows"), ROWS_OF_QUESTION.items(), ids=lambda value: " ".join(map(str, value))[:40]
)
def test_a_ready_question_answers_from_the_small_graph(small, asked, rows):
    assert answered(small, *asked) == rows


def test_every_ready_question_has_its_expected_rows_here():
    assert {known.name for known in questions()} == {asked[0] for asked in ROWS_OF_QUESTION}


def test_every_ready_question_has_a_title_and_uses_its_parameters():
    for known in questions():
        assert known.title, known.name
        assert all(f"${parameter}" in known.text for parameter in known.parameters), known.name
        assert ("$name" in known.text) == ("name" in known.parameters), known.name


def test_every_ready_question_answers_with_no_rows_where_nothing_is_known():
    for known in questions():
        assert list(ask(Store(), known.bound(["x"] * len(known.parameters)))) == [], known.name


@pytest.mark.parametrize(
    "value", ['" || true || "', "x\\", "'''", "a\nb", "} UNION { ?s ?p ?o", "$name", "\\1"]
)
def test_a_value_stays_a_value_whatever_stands_in_it(small, value):
    assert answered(small, "evidence-of", value) == []


@pytest.mark.parametrize(
    ("name", "values"), [("family", ["Rask"]), ("evidence-of", []), ("evidence-of", ["a", "b"])]
)
def test_the_wrong_number_of_values_is_an_error(name, values):
    with pytest.raises(QueryError, match=rf"{name}.*takes .*, not {len(values)} value"):
        question(name).bound(values)


def test_an_unknown_question_names_those_there_are():
    with pytest.raises(QueryError, match=r"no ready question is called 'who'; there are .*family"):
        question("who")


def test_the_listing_has_a_line_for_each_question_with_its_values():
    lines = listing().splitlines()
    assert len(lines) == len(questions())
    assert any(
        line.startswith("evidence-of NAME ") and line.endswith("says of a thing") for line in lines
    )
