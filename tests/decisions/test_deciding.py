"""`kg.decide` and `kg decide`: decisions are written into the folder, and every later build honours them."""

import shutil
from functools import partial
from pathlib import Path

import pytest
from news_samples import ARTICLES, contents, news

import kg
from kg import pipeline
from kg.cli import main
from kg.decisions import DECISIONS_FILE, read_decisions
from kg.errors import DecisionError, InputError, KgError, QueryError
from kg.rdf import verify
from kg.vocabulary import BASE_IRI

build = partial(pipeline.build, reader="none")
decide = partial(kg.decide, by="Ann Ek", on="2024-05-03")
TWO = ("a.txt", "b.txt")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `news` of all articles and `out`, their graph, and beside them those of two."""
    home = tmp_path_factory.mktemp("deciding")
    build([news(home, *ARTICLES)], home / "out", mentions=True)
    build([news(home / "two", *TWO)], home / "two/out", mentions=True)
    return home


@pytest.fixture
def home(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "home"))


def title_of_lund(folder: Path) -> str:
    query = (
        "SELECT ?s WHERE { ?s rdf:predicate schema:jobTitle ; rdf:subject/rdfs:label 'Ada Lund' }"
    )
    (row,) = kg.load(folder).rows(query)
    return str(row["s"])


def correct(folder: Path) -> None:
    """Decide this and that about the graph of two articles or three."""
    decide(folder, "same", "Jens Berg", "Ada Lund", why="A pseudonym.")
    decide(folder, "wrong", title_of_lund(folder), why="She left.")
    decide(folder, "label", "Globex", "Globex Corporation")


def test_a_build_honours_what_was_decided_and_says_so_in_the_graph(home):
    correct(home / "out")
    report = build([home / "news"], home / "out", mentions=True)
    graph = kg.load(home / "out")
    assert (report.unused, report.known) == ((), 3)
    assert not graph.ask("ASK { ?a schema:jobTitle 'chief executive' }")
    assert graph.ask("ASK { ?a rdfs:label 'Globex Corporation' ; skos:altLabel 'Globex' }")
    assert graph.ask(
        "ASK { ?a kg:decidedBy [ kg:verdict kg:Same ; dcterms:creator 'Ann Ek' ; rdfs:comment 'A pseudonym.' ] }"
    )
    assert verify(home / "out") == []
    main_says(0, "validate", home / "out")


def main_says(code: int, *arguments: object) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([str(each) for each in arguments])
    assert stopped.value.code == code


def test_an_article_that_comes_later_makes_no_difference_to_the_bytes(home):
    correct(home / "two/out")
    (home / "two/news/c.txt").write_text(ARTICLES["c.txt"], encoding="utf-8")
    build([home / "two/news"], home / "two/out", mentions=True)
    fresh = home / "fresh"
    fresh.mkdir()
    shutil.copy(home / "two/out" / DECISIONS_FILE, fresh)
    build([home / "two/news"], fresh, mentions=True)
    assert contents(home / "two/out") == contents(fresh)


def test_what_is_left_after_a_retraction_is_what_a_build_without_it_gives(home):
    correct(home / "out")
    report = kg.retract(home / "out", "c.txt")
    shutil.copy(home / "out" / DECISIONS_FILE, home / "two/out")
    build([home / "two/news"], home / "two/out", mentions=True)
    assert report.unused == ()
    assert contents(home / "out") == contents(home / "two/out")


def test_decisions_can_be_given_from_elsewhere_and_a_retraction_still_honours_them(home):
    correct(home / "out")
    given = home / "ours.ttl"
    (home / "out" / DECISIONS_FILE).replace(given)
    build([home / "news"], home / "out", decisions=given)
    given.unlink()
    kg.retract(home / "out", "c.txt")
    assert not kg.load(home / "out").ask("ASK { ?a schema:jobTitle 'chief executive' }")


def test_rebuilding_gives_what_a_build_gives(home):
    correct(home / "out")
    kg.rebuild(home / "out")
    rebuilt = contents(home / "out")
    build([home / "news"], home / "out", mentions=True)
    assert contents(home / "out") == rebuilt


def test_taking_a_decision_back_gives_the_graph_as_it_was(home):
    before = contents(home / "out")
    correct(home / "out")
    kg.rebuild(home / "out")
    assert contents(home / "out") != before
    (home / "out" / DECISIONS_FILE).unlink()
    kg.rebuild(home / "out")
    assert contents(home / "out") == before


def test_what_is_decided_is_described_so_that_it_is_found_again(home):
    (decision,) = decide(home / "out", "right", title_of_lund(home / "out"))
    (found,) = read_decisions(home / "out" / DECISIONS_FILE, base=BASE_IRI)
    assert found == decision
    assert found.fact.subject.names
    assert found.fact.subject.articles
    assert found.fact.predicate == "schema:jobTitle"


def test_one_thing_is_parted_by_the_articles_that_speak_of_another(home):
    (decision,) = decide(home / "out", "different", "Jens Berg", articles=["Berg resigns"])
    assert sorted(len(thing.articles) for thing in decision.things) == [1, 2]
    kg.rebuild(home / "out")
    rows = kg.load(home / "out").rows("SELECT ?x { ?x a schema:Person ; rdfs:label 'Jens Berg' }")
    assert len(list(rows)) == 2


ERRORS = [
    (("equal", "Jens Berg", "Ada Lund"), "'equal' is no decision: use same, different"),
    (("same", "Jens Berg"), "same needs 2 or more values, and has 1"),
    (("same", "Jens Berk", "Ada Lund"), "near it are Jens Berg"),
    (("wrong", "Jens Berg"), "is no fact, event or quotation"),
    (("class", "Jens Berg", "schema:Persom"), "near it are schema:Person"),
    (("different", "Jens Berg", "Ada Lund", "Globex"), "different needs 2 values, and has 3"),
]


@pytest.mark.parametrize(("what", "words"), ERRORS)
def test_what_cannot_be_decided_is_an_error_that_says_what_to_do(built, what, words):
    with pytest.raises(KgError, match=words) as caught:
        decide(built / "out", *what)
    assert isinstance(caught.value, InputError | QueryError)
    assert not (built / "out" / DECISIONS_FILE).exists()


def test_a_file_that_cannot_be_used_stops_the_build_before_anything_is_lost(home):
    before = contents(home / "out")
    (home / "out" / DECISIONS_FILE).write_text("<a> a kg:EditorialDecision .\n", encoding="utf-8")
    with pytest.raises(DecisionError, match=r"decisions.ttl, line 1: is not Turtle"):
        build([home / "news"], home / "out")
    (home / "out" / DECISIONS_FILE).unlink()
    assert contents(home / "out") == before


def test_the_command_writes_it_down_and_applies_it_if_asked(home, capsys):
    out = home / "out"
    main_says(0, "decide", out, "same", "Jens Berg", "Ada Lund", "--by", "Ann Ek", "--why", "One.")
    assert "decided, same thing: person/ada-lund, person/jens-berg" in capsys.readouterr().out
    main_says(0, "decide", out, "label", "Globex", "Globex Corp", "--by", "Ann Ek", "--apply")
    assert "3 articles (0 read anew)" in capsys.readouterr().out
    assert kg.load(out).ask("ASK { ?a rdfs:label 'Globex Corp' }")


def test_a_decision_that_finds_nothing_is_a_note_of_the_command(home, capsys):
    decide(home / "out", "label", "Anna", "Anna Berg")
    main_says(0, "retract", home / "out", "c.txt")
    said = capsys.readouterr().err
    assert (
        "decisions.ttl, line 9: this label: person/anna, Anna Berg: found nothing to apply to"
        in said
    )


def test_what_people_decided_is_told_of_a_thing_and_is_no_thing_itself(home):
    decide(home / "out", "label", "Globex", "Globex Corp", why="So it signs.")
    kg.rebuild(home / "out")
    graph = kg.load(home / "out")
    (told,) = graph.explain("Globex")
    assert [each.split(": ")[0] for each in told.decided] == ["this label"]
    assert told.decided[0].endswith("(Ann Ek, 2024-05-03): So it signs.")
    assert not [each for each in told.sayings if "decided" in each.sentence]
    nodes = graph.to_networkx().nodes
    assert not [node for node in nodes if "/decision/" in node]
