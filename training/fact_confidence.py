"""Learn how sure a fact is: `facts.tsv` of `kg/graph/confidence`.

python training/fact_confidence.py GOLD … --scorer FOLDER --readers READERS [--write]

GOLD are folders of annotated news in the form of newsgold, READERS those of `stacked.py`, and
FOLDER has newsgold's scorer. Every fact of the graphs that the scorer judges is a case
(`judged.py`). Takes about three minutes of one core.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from cases import Case
from judged import Triple, judged, scorer_of_command_line
from votes import Lesson, learn, strictest_floor

from kg.choices import Demand
from kg.graph.confidence.facts import signs_of
from kg.graph.ontology import confidence
from kg.model import Fact

TABLE = Path(__file__).parent.parent / "kg" / "graph" / "confidence" / "data" / "facts.tsv"
REGULARISATION = 0.1  # many signs, of which most say the same
WANTED = {Demand.PRECISE: 0.92, Demand.MANY: 0.75}  # shares of right facts


def cases(folders: Sequence[Path], readers: Path | None) -> Iterator[Case]:
    """Yield a case for each fact of the graphs of the annotated articles."""
    for each in judged(folders, readers):
        entities = {entity.id: entity for entity in each.graph.entities}
        for fact in each.graph.facts:
            right = each.facts.get(triple_of(fact))
            if right is not None and fact.evidence and not fact.gazetteer:
                signs = signs_of(_as_calibrated(fact), entities)
                yield Case(fact.evidence[0].article, signs, right)


def triple_of(fact: Fact) -> Triple:
    """Return a fact as the scorer names it."""
    value = fact.object if isinstance(fact.object, str) else fact.object.text
    return fact.subject, fact.predicate, value


def _as_calibrated(fact: Fact) -> Fact:
    """Return a fact as sure as the shares of its rules say, from which the vote starts."""
    articles = len({passage.article for passage in fact.evidence})
    return replace(fact, confidence=confidence(fact.rules, articles, fact.probability))


if __name__ == "__main__":
    scorer_of_command_line()
    learn(__doc__ or "", Lesson(TABLE, cases, REGULARISATION, strictest_floor, wanted=WANTED))
