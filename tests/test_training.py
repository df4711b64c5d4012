"""The data that the learned reader learns from hang together: labels, relations, and the sentences of news."""

import random
import re
import sys
from pathlib import Path

import pytest

from kg.model import SEEN
from kg.text.reader.entity_types import EntityType
from kg.text.reader.relations import relations

TRAINING = Path(__file__).resolve().parents[1] / "training"
NAMES = [relation.name for relation in relations()]


@pytest.fixture(autouse=True)
def on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(TRAINING), *sys.path])


MARK = re.compile(r"⟦([evtq]\d+) ")
LINE = re.compile(r"^(?:v |q )?([evtq]\d+)\b", re.MULTILINE)
ARTICLES = sorted((TRAINING / "news").glob("*.gold"))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_annotated_article_has_a_line_for_every_mark_and_a_mark_for_every_event(
    path: Path,
) -> None:
    header, text, lines = path.read_text("utf-8").split("\n===\n")
    assert f"# name: {path.stem}\n" in f"{header}\n"
    assert "# origin: written for this set" in header
    assert text.count("⟦") == text.count("⟧")
    marked, told = set(MARK.findall(text)), set(LINE.findall(lines))
    assert marked <= told
    assert {name for name in told - marked if name[0] in "vq"} == set()


def test_there_are_articles_enough_to_learn_from() -> None:
    assert len(ARTICLES) >= 60


def test_a_vote_without_a_reader_learns_from_no_sign_of_it() -> None:
    from cases import Case, without_reader

    case = Case("a", ("dated", SEEN, f"{SEEN} 0.5"), is_right=True)
    assert without_reader(case) == Case("a", ("dated",), is_right=True)


def test_every_article_is_of_one_part_whatever_the_order() -> None:
    from cases import parts_of

    names = ["c", "a", "b", "a", "d"]
    assert parts_of(names, 3) == parts_of(sorted(names), 3) == {"a": 0, "b": 1, "c": 2, "d": 0}


def test_every_relation_has_its_labels_and_every_floor_its_relation() -> None:
    labels = [
        line.split("\t")[0]
        for line in (TRAINING / "labels.tsv").read_text("utf-8").splitlines()[1:]
    ]
    floors = [
        line.split("\t")[0]
        for line in (TRAINING / "floors.tsv").read_text("utf-8").splitlines()[1:]
    ]
    assert labels == NAMES
    assert set(floors) <= {*NAMES, "*"}


def test_a_sentence_of_news_is_filled_with_given_names_and_says_what_it_should() -> None:
    from news import news_examples

    from examples import Example

    spans = [
        (0, 8, EntityType.PERSON),
        (9, 18, EntityType.PERSON),
        (19, 30, EntityType.PERSON),
        (31, 37, EntityType.ORGANIZATION),
        (38, 45, EntityType.ORGANIZATION),
    ]
    text = "Ada Lund Jens Berg Maria Lopez Globex Initech Umbrella Oslo Lima Norway Peru Norwegian Turkish Red Sky Two Hills"
    for word, sort in (
        ("Umbrella", EntityType.ORGANIZATION),
        ("Oslo", EntityType.PLACE),
        ("Lima", EntityType.PLACE),
        ("Norway", EntityType.COUNTRY),
    ):
        spans.append((text.index(word), text.index(word) + len(word), sort))
    for word, sort in (
        ("Peru", EntityType.COUNTRY),
        ("Norwegian", EntityType.COUNTRY),
        ("Turkish", EntityType.COUNTRY),
        ("Red Sky", EntityType.WORK),
    ):
        spans.append((text.index(word), text.index(word) + len(word), sort))
    made = news_examples(
        [Example("x", text, [(a, b, int(s)) for a, b, s in spans], [])], random.Random(0)
    )
    assert {name for each in made for *_, name in (*each.labels, *each.unknown)} <= set(NAMES)
    for each in made:
        assert "{" not in each.text
        assert all(0 <= a < b <= len(each.text) for a, b, _ in each.spans)
    met = [
        each
        for each in made
        if " met " in each.text and len(each.spans) == 4 and " in " in each.text
    ]
    assert met
    assert any(not each.labels for each in met)


def test_tokens_become_running_text_whose_offsets_are_theirs() -> None:
    from corpora import joined

    sentences = [
        ['"', "Well", ",", '"', "she", "said", "(", "twice", ")", "."],
        ["Ada", "'s", "gone", "."],
    ]
    text, offsets = joined(sentences)
    assert text == '"Well," she said (twice). Ada\'s gone.'
    assert [[text[a:b] for a, b in places] for places in offsets] == sentences


def test_a_fact_said_elsewhere_is_neither_learnt_nor_unlearnt() -> None:
    from corpora import Annotated, Label

    from examples import examples

    text = "Maria Lopez lives in Lima. Maria Lopez went to Lima."
    spans = [(0, 11), (21, 25), (27, 38), (47, 51)]
    found = Annotated(
        "t",
        text,
        spans,
        ["0", "1", "0", "1"],
        [EntityType.PERSON, EntityType.PLACE] * 2,
        complete=[(0, len(text), frozenset(NAMES))],
    )
    found.labels += [Label("residence", 0, 1, True), Label("residence", 2, 3, False)]
    first, second = examples(found)
    assert ([name for *_, name in first.labels], first.unknown) == (["residence"], [])
    assert (second.labels, [name for *_, name in second.unknown]) == ([], ["residence"])
