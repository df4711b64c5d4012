"""Two articles that disagree, of which one brings news, or that only seem to: `pairs.tsv`."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

from kg.choices import DEFAULT_MODEL, DEFAULT_READER
from kg.graph.ontology import load
from kg.inputs import read_inputs
from kg.pipeline import assemble
from kg.reading_articles import read_into
from kg.readings import StoreInMemory
from kg.tables import records

ROWS = records(Path(__file__).with_name("pairs.tsv").read_text("utf-8"))
OUTLETS = ("Vestland Times", "Fjord Herald")
RIGHT = 0.85  # of each kind


@dataclass(frozen=True)
class Outcome:
    """What the graph of one row says."""

    row: dict[str, str]
    said: str

    @property
    def is_right(self) -> bool:
        return self.said == self.row["expected"]


def articles_of(row):
    """Yield the two articles of a row, as records."""
    days, texts = (row["day"], row["later"]), (row["first"], row["second"])
    for outlet, day, text in zip(OUTLETS, days, texts, strict=True):
        # one name for one text, so that what several rows tell is read once
        name = f"{outlet} {sha256((day + text).encode()).hexdigest()[:12]}"
        yield {"id": name, "title": "", "text": text, "date": day, "publisher": outlet}


def said_of(graph):
    """Return what a graph says of the two articles that it is made of."""
    kinds = {each.is_change for each in graph.disagreements}
    if not kinds:
        return "nothing"
    return "contradicts" if False in kinds else "supersedes"


@pytest.fixture(scope="module")
def outcomes():
    """What the graph of each row says: all articles are read at once, each pair is put together."""
    rows = [read_inputs(list(articles_of(row))).articles for row in ROWS]
    store = StoreInMemory(DEFAULT_MODEL, DEFAULT_READER)
    articles = {store.key(each): each for row in rows for each in row}
    assert not list(read_into(store, list(articles.values())))
    ontology = load()
    graphs = [assemble([store.open(store.key(each)) for each in row], ontology) for row in rows]
    return [Outcome(row, said_of(graph)) for row, graph in zip(ROWS, graphs, strict=True)]


@pytest.mark.parametrize("kind", ["contradicts", "supersedes", "nothing"])
def test_most_pairs_of_each_kind_are_told_right(outcomes, kind):
    own = [outcome for outcome in outcomes if outcome.row["expected"] == kind]
    wrong = [outcome for outcome in own if not outcome.is_right]
    assert len(own) >= 30
    assert 1 - len(wrong) / len(own) >= RIGHT, "\n".join(map(str, wrong))
