"""Articles as hostile input, from the file to the written graph: nothing gets into the graph, out of the folder, or into code."""

import os
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hostile_texts import GROWING, MARKUP

from kg.model import LONGEST_PIECE
from kg.pipeline import BuildReport, build
from kg.rdf import verify
from kg.rdf.iris import SOURCES
from kg.reading_articles import read_article
from kg.text.read import article
from kg.vocabulary.prefixes import BASE_IRI, PREFIXES

LENGTH = 240  # characters of each hostile text; how time grows with it is measured in benchmarks/hostile.py
NAMES = ("plain", "odd\udcff\n", "a; rm -rf ..", "<script>", "“quoted” & co", "a" * 200)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Hostile articles under hostile names, one of them ten times as wide as a page, and a build of them."""
    home = tmp_path_factory.mktemp("hostile")
    (home / "news").mkdir()
    texts = [*MARKUP, *(make(LENGTH) for make in GROWING.values())]
    for number, text in enumerate(texts):
        name = f"{NAMES[number % len(NAMES)]}-{number}.txt"
        with open(os.fsencode(home / "news") + b"/" + os.fsencode(name), "wb") as opened:  # noqa: PTH123 - names that are no text
            opened.write(f"{text}\n".encode())
    return home


@pytest.fixture(scope="module")
def report(folder: Path) -> BuildReport:
    return build([folder / "news"], folder / "out", mentions=True)


def quads(folder: Path, name: str) -> set[ox.Quad]:
    return set(ox.parse(path=str(folder / "out" / name), format=ox.RdfFormat.TURTLE))


def test_every_hostile_article_is_read_or_refused_with_a_reason(report: BuildReport) -> None:
    sources = {found.source for found in report.graph.articles} | {
        fault.source for fault in report.faults
    }
    assert len(sources) == len(MARKUP) + len(GROWING)
    assert all(source.isprintable() for source in sources)
    assert not [fault for fault in report.faults if "cannot be analysed" in fault.message]


def test_evidence_is_what_the_texts_say(folder: Path, report: BuildReport) -> None:
    assert verify(folder / "out") == []


@pytest.mark.parametrize("name", ["graph.ttl", "refusals.ttl", "mentions.ttl"])
def test_no_triple_is_injected_and_two_parsers_agree(
    folder: Path, report: BuildReport, name: str
) -> None:
    found = quads(folder, name)
    gazetteers = tuple(source.address for source in SOURCES.values())
    assert all(quad.subject.value.startswith((BASE_IRI, *gazetteers)) for quad in found)
    assert all(quad.predicate.value.startswith(tuple(PREFIXES.values())) for quad in found)
    assert not [
        quad
        for quad in found
        if isinstance(quad.object, ox.NamedNode)
        and not quad.object.value.startswith(BASE_IRI)
        and "evil" in quad.object.value
    ]
    assert len(found) == len(rdflib.Graph().parse(folder / "out" / name, format="turtle"))


def test_no_markup_of_an_article_is_markup_of_the_page(folder: Path, report: BuildReport) -> None:
    page = (folder / "out" / "graph.html").read_text("utf-8")
    for piece in ("<script>alert", "<img src=x", "onmouseover=alert(1)>", "<!-- Ann"):
        assert piece not in page


def test_nothing_is_written_outside_the_folder(folder: Path, report: BuildReport) -> None:
    assert sorted(path.name for path in folder.iterdir()) == ["news", "out"]
    texts = sorted(
        path.relative_to(folder / "out").parts for path in (folder / "out").rglob("*.txt")
    )
    assert len(texts) == len(report.graph.articles)
    assert all(parts[0] == "texts" and len(parts) == 2 for parts in texts)


def test_a_book_is_read_in_pieces_and_its_evidence_stands_in_the_whole() -> None:
    text = (
        "Globex bought Initech in 2019.\n\n"
        + "\n" * LONGEST_PIECE
        + "\n\nAnn Bolt, the founder of Umbrella, lives in Oslo.\n"
    )
    found = article(text)
    reading = read_article(found)
    said = [mention for chain in reading.chains for mention in chain.mentions]
    assert {"Globex", "Initech", "Ann Bolt", "Umbrella", "Oslo"} <= {
        mention.text for mention in said
    }
    assert all(mention.passage.of(text) == mention.text for mention in said)
    assert any(claim.evidence.start > LONGEST_PIECE for claim in reading.claims)
