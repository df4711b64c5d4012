"""How often each rule fires and is right on the annotated texts, for the table of confidence.

KnowledgeNet tells of most rules. Allies, opponents and seats of organisations are judged on re3d,
whose gold is a lower bound: the crowd that annotated it left holes. Of happenings it is judged on
MEANTIME whether they are one of the gold's events. What no set tells of stays at its prior, a
judgement.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from calibration import Judged
from scorers import module

from kg.graph.ontology.calibration import DEFAULT, LEARNED, combined
from kg.vocabulary.wording import premise_of

TABLE = Path(__file__).parent.parent / "kg" / "graph" / "ontology" / "data" / "confidence.tsv"
HEADING = ("rule", "confidence", "alone", "right", "prior")
PRIOR_FACTS = 10  # what the prior is worth
MANY = 50  # facts from which on a share has two decimals; below, it is rounded to .05
LOWEST, HIGHEST = 0.3, 0.99
OF_RE3D = frozenset(
    {"schema:location", "kg:ally", "kg:opponent"}
)  # annotated wherever two names of a sentence allow
FOLDS = 5

Tally = dict[str, tuple[int, int]]  # rule → (fired, right)


@dataclass(frozen=True)
class Prior:
    """The confidence in a rule before any counting, and what was counted of it alone."""

    rule: str
    prior: float
    fired: int = 0
    right: int = 0

    @property
    def share(self) -> float:
        """Return the posterior mean of the share of right facts, rounded."""
        mean = (self.prior * PRIOR_FACTS + self.right) / (PRIOR_FACTS + self.fired)
        step = 0.01 if self.fired >= MANY else 0.05
        return round(
            min(max(round(mean / step) * step, LOWEST), HIGHEST if self.fired >= MANY else 0.95), 2
        )


def tally(facts: Iterable[Judged], *, alone: bool = False) -> Tally:
    """Return how often each rule fires and is right, the most frequent first.

    With `alone`, only facts that no other rule gave count.
    """
    counts: dict[str, list[int]] = {}
    for fact in facts:
        for rule in fact.rules if not alone or len(fact.rules) == 1 else ():
            count = counts.setdefault(rule, [0, 0])
            count[0] += 1
            count[1] += fact.right
    return {
        rule: (fired, right)
        for rule, (fired, right) in sorted(counts.items(), key=lambda item: (-item[1][0], item[0]))
    }


def re3d_tally(data: Path, out: Path) -> Tally:
    """Return the facts of each rule of `OF_RE3D` in a build of re3d, and how many the gold has."""
    scorer = module(data, "score_re3d")
    gold, texts, graph = (
        scorer.load_gold(data / "re3d"),
        scorer.read_docs(data / "re3d"),
        scorer.load_build(out),
    )
    predicates = {module(data, "common").iri(curie) for curie in OF_RE3D}

    def row(kept: Any) -> Any:
        rows = scorer.Report("")
        scorer.score_relations(gold, kept, texts, rows, with_events=False)
        return rows.rows[0]

    def asked(node: str) -> bool:
        return not predicates.isdisjoint(graph.objects(node, "rdf:predicate"))

    return _of_each_rule(
        _without_relations(data, graph), [node for node in graph.statements() if asked(node)], row
    )


def meantime_tally(data: Path, out: Path) -> Tally:
    """Return the event nouns of each rule in a build of MEANTIME, and how many the gold has."""
    scorer = module(data, "score_meantime")
    gold, texts, graph = (
        scorer.load_gold(data / "meantime"),
        scorer.read_docs(data / "meantime"),
        scorer.load_build(out),
    )
    maps = scorer.entity_mentions(gold, graph, texts, scorer.Report(""))

    def row(kept: Any) -> Any:
        rows = scorer.Report("")
        scorer.score_events(gold, kept, texts, maps, rows)
        return rows.row("events")

    return _of_each_rule(_without_relations(data, graph), graph.subjects_of_type("sem:Event"), row)


def _without_relations(data: Path, graph: Any) -> Any:
    """Return the graph without its plain triples of relations, so only statements are left."""
    common = module(data, "common")
    relations = {*map(common.iri, common.RELATIONS)}
    kept = {
        node: {p: o for p, o in found.items() if p not in relations}
        for node, found in graph.triples.items()
    }
    return replace(graph, triples=kept, by_type={})


def _of_each_rule(graph: Any, nodes: Iterable[str], row: Callable[[Any], Any]) -> Tally:
    """Return the precision of a scorer's row for each rule.

    It is that of the graph without all other statements and event nouns.
    """
    rules_of = {node: graph.objects(node, "kg:rule") for node in nodes}
    told = {*graph.statements(), *graph.subjects_of_type("sem:Event")}
    rest = {node: found for node, found in graph.triples.items() if node not in told}
    counts = {}
    for rule in sorted(
        {rule for rules in rules_of.values() for rule in rules if not rule.startswith("gazetteer:")}
    ):
        if premise_of(rule):
            continue  # what another fact implies is as sure as that one
        mine = {node: graph.triples[node] for node, rules in rules_of.items() if rules == [rule]}
        found = row(replace(graph, triples=rest | mine, by_type={}))
        counts[rule] = (int(found.n_p), int(found.hits_p))
    return counts


def table_rows(path: Path = TABLE) -> list[Prior]:
    """Return the rows of the table as it stands."""
    lines = (line.split("\t") for line in path.read_text("utf-8").splitlines()[1:])
    return [
        Prior(rule, float(prior), int(fired), int(right)) for rule, _, fired, right, prior in lines
    ]


def updated(rows: Iterable[Prior], tallies: Iterable[Tally]) -> list[Prior]:
    """Return the rows of a new table, sorted by rule, with the counts as they are now.

    It has each rule that has a prior or was seen.
    """
    counted, judgements = list(tallies), {row.rule: row.prior for row in rows}
    names = sorted({*judgements, *(rule for each in counted for rule in each)})
    sums = {
        rule: [sum(each.get(rule, (0, 0))[k] for each in counted) for k in (0, 1)] for rule in names
    }
    return [Prior(rule, judgements.get(rule, DEFAULT), *sums[rule]) for rule in names]


def write_table(rows: Iterable[Prior], path: Path = TABLE) -> None:
    """Write the table that `kg.graph.ontology.calibration` reads."""
    lines = [
        HEADING,
        *(
            (row.rule, f"{row.share:.2f}", str(row.fired), str(row.right), f"{row.prior:.2f}")
            for row in rows
        ),
    ]
    path.write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")


def with_confidence(facts: Iterable[Judged], rows: Iterable[Prior]) -> list[Judged]:
    """Return the facts with the confidence that a table would give them.

    Facts that the learned reader found keep their own.
    """
    shares = {row.rule: row.share for row in rows}
    return [
        fact
        if any(rule.startswith(LEARNED) for rule in fact.rules)
        else replace(fact, confidence=combined(shares, fact.rules, fact.articles))
        for fact in facts
    ]


def held_out(facts: Iterable[Judged]) -> list[Judged]:
    """Return the facts, each with the confidence from a table without its own fold of documents."""
    everything, before = list(facts), table_rows()
    documents = sorted({fact.document for fact in everything})
    fold_of = {document: index % FOLDS for index, document in enumerate(documents)}
    found = []
    for fold in range(FOLDS):
        others = (fact for fact in everything if fold_of[fact.document] != fold)
        rows = updated(before, [tally(others, alone=True)])
        found += with_confidence(
            [fact for fact in everything if fold_of[fact.document] == fold], rows
        )
    return found
