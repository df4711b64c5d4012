"""The right facts of a build of KnowledgeNet, and whether `kg:confidence` means what it says.

A fact is judged once in each passage, with the scorer's own matching: right where it is some gold
fact of its property, wrong where the scorer counts it as a false positive and never as a hit, and
left out where the gold cannot tell. Texts that are not annotated for a property say nothing about
it. Source: expected calibration error with bins of equal width, Naeini et al. 2015; Guo et al.
2017.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scorers import module

from kg.vocabulary.wording import premise_of

BINS = 10


@dataclass(frozen=True)
class Judged:
    """A fact of the graph in one passage, and whether the gold agrees."""

    document: str
    predicate: str
    rules: tuple[str, ...]
    articles: int
    confidence: float
    right: bool


@dataclass(frozen=True)
class Bin:
    """The facts in one tenth of confidence: number, mean confidence, and share that is right."""

    low: float
    facts: int
    confidence: float
    right: float


def judged(data: Path, out: Path) -> list[Judged]:
    """Yield every fact of the build of KnowledgeNet that the gold can judge, in text order."""
    scorer = module(data, "score_knowledgenet")
    gold, texts = scorer.load_gold(data / "knowledgenet"), scorer.read_docs(data / "knowledgenet")
    graph = scorer.load_build(out, texts)
    matcher, said = scorer.Matcher(graph, texts), _statements(module(data, "common"), graph)
    return [
        Judged(doc["file"], fact.predicate, *said[fact.subject, fact.predicate, fact.object], right)
        for doc in gold["docs"]
        for passage in doc["passages"]
        for fact, right in _of_passage(matcher, doc["file"], passage)
        if (fact.subject, fact.predicate, fact.object) in said
    ]


def _of_passage(matcher: Any, document: str, passage: dict[str, Any]) -> Iterator[tuple[Any, bool]]:
    """Yield each fact of one passage once.

    It is right if it is under any of the properties that it may stand for.
    """
    verdicts: dict[int, tuple[Any, bool]] = {}
    for name, fact in matcher.in_passage(document, passage, set(passage["annotated"])):
        hit = any(
            matcher.matches(document, passage, name, fact, wanted) for wanted in passage["facts"]
        )
        if hit or matcher.countable(document, passage, name, fact):
            verdicts[id(fact)] = (fact, hit or verdicts.get(id(fact), (fact, False))[1])
    yield from verdicts.values()


def _statements(
    common: Any, graph: Any
) -> dict[tuple[str, str, str], tuple[tuple[str, ...], int, float]]:
    """Return rules, number of articles and confidence of every asserted statement.

    The keys are its triple, either way round.
    """
    found = {}
    for node in graph.statements():
        subject, predicate, value = (
            graph.objects(node, f"rdf:{part}")[0] for part in ("subject", "predicate", "object")
        )
        name = common.compact(predicate)
        rules, articles = (
            tuple(sorted(graph.objects(node, "kg:rule"))),
            graph.objects(node, "kg:sourceCount"),
        )
        if not common.asserted(graph, node) or not articles or any(map(premise_of, rules)):
            continue  # what another fact implies is as sure as that one
        told = (rules, int(articles[0]), float(graph.objects(node, "kg:confidence")[0]))
        found[subject, name, value] = told
        if name in common.INVERSE:
            found[value, common.INVERSE[name], subject] = told
    return found


def bins(facts: Sequence[Judged]) -> list[Bin]:
    """Return the reliability table: the facts by tenths of confidence, without empty tenths."""
    found: dict[int, list[Judged]] = defaultdict(list)
    for fact in facts:
        found[min(int(fact.confidence * BINS + 1e-9), BINS - 1)].append(fact)
    return [
        Bin(
            tenth / BINS,
            len(group),
            sum(f.confidence for f in group) / len(group),
            sum(f.right for f in group) / len(group),
        )
        for tenth, group in sorted(found.items())
    ]


def calibration_error(facts: Sequence[Judged]) -> float:
    """Return the expected calibration error.

    It is the distance of confidence and share of right facts over all bins, weighed by size.
    """
    return sum(group.facts * abs(group.confidence - group.right) for group in bins(facts)) / max(
        len(facts), 1
    )
