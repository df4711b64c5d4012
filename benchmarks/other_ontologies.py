"""Measure how well newskg fills ontologies that know nothing of it.

    python benchmarks/other_ontologies.py [--show]

Each ontology of `tests/graph/ontology/others` that has a table of sentences beside it is read as it
is, and once more with a file of at most five patterns a property. A fact counts if its subject,
property and object are those of the gold (labels and literals, in any case, and
without the "the" that labels leave out in front); strict F1 is that of
all facts of a set. The gold was written before anything was read. `--show` lists what is missing
and what is too much.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import kg
from kg.model import Graph

HOME = Path(__file__).resolve().parents[1] / "tests" / "graph" / "ontology" / "others"
SETS = ("company.ttl", "film.owl", "sport.jsonld")

Found = set[tuple[int, str, str, str]]  # number of the sentence, subject, property, object


@dataclass(frozen=True, slots=True)
class Score:
    """The facts of a set that are right, missing, and too much."""

    right: Found
    missing: Found
    wrong: Found

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        errors = len(self.missing) + len(self.wrong)
        both = 2 * len(self.right)
        return both / (both + errors) if both else 0.0


def gold_of(ontology: str) -> tuple[list[str], Found]:
    """Return the sentences of an ontology, and the facts that they say."""
    table = (HOME / ontology).with_suffix(".tsv").read_text("utf-8")
    sentences: list[str] = []
    facts: Found = set()
    for number, row in enumerate(table.splitlines()[1:]):
        sentence, _, said = row.partition("\t")
        sentences.append(sentence)
        for fact in filter(None, said.split(";")):
            subject, predicate, value = map(_plain, fact.split("|"))
            facts.add((number, subject, predicate, value))
    return sentences, facts


def files_of(ontology: str, *, with_patterns: bool) -> list[Path]:
    """Return the files of an ontology, with those of its patterns if they are asked for."""
    path = HOME / ontology
    said = path.with_name(f"{path.stem}-said.ttl")
    return [path, said] if with_patterns else [path]


def score(ontology: str, *, with_patterns: bool) -> Score:
    """Return how well the sentences of an ontology are read, each as an article of its own."""
    sentences, gold = gold_of(ontology)
    articles = [{"id": str(number), "text": each} for number, each in enumerate(sentences)]
    files = files_of(ontology, with_patterns=with_patterns)
    found = set(_facts(kg.build(articles, ontologies=files).graph))
    return Score(gold & found, gold - found, found - gold)


def _facts(graph: Graph) -> Iterator[tuple[int, str, str, str]]:
    """Yield the facts of a graph that are in terms of another ontology."""
    names = {entity.id: entity.name for entity in graph.entities}
    numbers = {article.id: int(article.identifier) for article in graph.articles}
    for fact in graph.facts:
        if not fact.predicate.startswith("http://example.org") or not fact.factuality.stands:
            continue
        value = fact.object
        last = names[value] if isinstance(value, str) else value.text
        predicate = fact.predicate.replace("#", "/").rpartition("/")[-1]
        for passage in fact.evidence:
            number = numbers[passage.article]
            yield number, _plain(names[fact.subject]), _plain(predicate), _plain(last)


def _plain(text: str) -> str:
    return text.lower().removeprefix("the ")


def main() -> None:
    """Print a table of all sets."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--show", action="store_true", help="list what is missing and too much")
    show = parser.parse_args().show
    print(
        "| ontology | facts | strict F1 as it is | with five lines a property |\n|---|---|---|---|"
    )
    for ontology in SETS:
        scores = [score(ontology, with_patterns=given) for given in (False, True)]
        facts = len(gold_of(ontology)[1])
        plain, given = (f"{each.f1:.2f}" for each in scores)
        print(f"| {ontology} | {facts} | {plain} | {given} |")
        if show:
            for name, each in zip(("as it is", "five lines"), scores, strict=True):
                for kind in ("missing", "wrong"):
                    for fact in sorted(getattr(each, kind)):
                        print(f"    {name}: {kind}", *fact)


if __name__ == "__main__":
    main()
