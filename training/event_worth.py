"""Learn which events are worth a node: the weights of `kg/graph/events/data/worth.tsv`.

python training/event_worth.py GOLD          # prints what cross-validation says
python training/event_worth.py GOLD --write  # and writes the table

GOLD is a folder of annotated news in the form of newsgold: `docs/NAME.txt` and `gold.json`. Every
event that the rules propose is a case; it is right if its trigger overlaps the trigger of an
annotated event. A word of the vocabulary is a sign only if it occurs in several articles, so that
the table does not learn names of single stories by heart. Takes about a minute of one core.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from kg.choices import DEFAULT_MODEL
from kg.graph.entities import resolve
from kg.graph.events import event_mentions
from kg.graph.events.worth import BIAS, FLOOR
from kg.graph.ontology import linked_mentions, load
from kg.model import Article, Reading
from kg.text.read import read
from kg.text.read_article import read_article

TABLE = Path(__file__).parent.parent / "kg" / "graph" / "events" / "data" / "worth.tsv"
REGULARISATION = 1.0  # the inverse of its strength, as scikit-learn counts
FOLDS = 8  # of articles, not of events
LEAST_ARTICLES = 3  # in which a sign occurs
OFTEN = 30  # articles: a sign that occurs in fewer counts less, so that its weight stays small
DAMPING = 0.25
LEAST_WEIGHT = 0.05  # smaller ones change nothing
LONGEST_TRIGGER = 4  # words; a longer one matches only what it mostly covers
WANTED_RECALL = 0.93  # of the proposed events that are right: what the floor keeps


@dataclass(frozen=True, slots=True)
class Case:
    """An event that the rules propose, with the article it stands in."""

    article: str
    signs: tuple[str, ...]
    is_right: bool


def cases(gold: Path) -> Iterator[Case]:
    """Yield a case for each event that the rules propose in the annotated articles."""
    documents = {doc["name"]: doc for doc in json.loads((gold / "gold.json").read_text())["docs"]}
    articles = [article for article in read([gold / "docs"]) if isinstance(article, Article)]
    readings = [read_article(article, model=DEFAULT_MODEL) for article in articles]
    resolution = resolve(readings)
    by_id = {entity.id: entity for entity in resolution.entities}
    ontology = load([])
    for article, reading in zip(articles, readings, strict=True):
        name = Path(article.source).stem
        triggers = _triggers(documents[name])
        linked = linked_mentions(reading, by_id, resolution.entity_of)
        yield from _cases_of(name, reading, event_mentions(reading, linked, ontology), triggers)


def _triggers(document: dict) -> list[tuple[int, int]]:
    marks = document["mentions"]
    return [(mark["start"], mark["end"]) for mark in marks if mark["id"].startswith("v")]


def _cases_of(
    name: str, reading: Reading, mentions: Sequence, triggers: Sequence[tuple[int, int]]
) -> Iterator[Case]:
    for mention in mentions:
        at = mention.trigger
        is_short = len(at.of(reading.article.text).split()) <= LONGEST_TRIGGER
        is_right = any(at.start < end and start < at.end for start, end in triggers)
        yield Case(name, mention.signs, is_right and is_short)


def scale_of_signs(found: Sequence[Case]) -> dict[str, float]:
    """Return how much each sign counts, 0 to 1; those of too few articles are left out."""
    pairs = {(sign, case.article) for case in found for sign in case.signs}
    counts = Counter(sign for sign, _ in pairs)
    often = {sign: count for sign, count in counts.items() if count >= LEAST_ARTICLES}
    return {sign: min(1.0, count / OFTEN) ** DAMPING for sign, count in often.items()}


@dataclass(frozen=True, slots=True)
class Fitted:
    """The weights that fit some cases best, with how much each sign counts."""

    scale: dict[str, float]
    columns: DictVectorizer
    model: LogisticRegression

    def chances(self, found: Sequence[Case]) -> np.ndarray:
        """Return the probability of each case to be right."""
        rows = self.columns.transform([_row(case, self.scale) for case in found])
        return self.model.predict_proba(rows)[:, 1]


def fitted(found: Sequence[Case]) -> Fitted:
    """Return the weights that fit the cases best."""
    scale, columns = scale_of_signs(found), DictVectorizer()
    rows = columns.fit_transform([_row(case, scale) for case in found])
    model = LogisticRegression(C=REGULARISATION, max_iter=5000)
    return Fitted(scale, columns, model.fit(rows, [case.is_right for case in found]))


def _row(case: Case, scale: dict[str, float]) -> dict[str, float]:
    return {sign: scale[sign] for sign in case.signs if sign in scale}


def held_out(found: Sequence[Case]) -> np.ndarray:
    """Return for each case the probability by weights learnt without its article."""
    chances = np.zeros(len(found))
    groups = [case.article for case in found]
    for known, unknown in GroupKFold(FOLDS).split(found, groups=groups):
        chances[unknown] = fitted([found[i] for i in known]).chances([found[i] for i in unknown])
    return chances


def floor_for(chances: np.ndarray, right: np.ndarray, recall: float) -> float:
    """Return the highest floor, two decimals, above which that share of the right ones lies."""
    ordered = np.sort(chances[right])
    return float(np.floor(100 * ordered[int((1 - recall) * len(ordered))]) / 100)


def report(chances: np.ndarray, right: np.ndarray) -> None:
    """Print precision and recall at some floors, in cross-validation."""
    print("floor  precision  recall")
    for floor in np.arange(0.1, 0.95, 0.05):
        kept = chances >= floor
        precision, recall = right[kept].mean(), right[kept].sum() / right.sum()
        print(f"{floor:5.2f}  {precision:9.3f}  {recall:6.3f}")


def write(made: Fitted, floor: float) -> None:
    """Write the table: bias, floor, then each sign with a weight, sorted by name."""
    names = made.columns.get_feature_names_out()
    weights = {
        sign: weight * made.scale[sign]
        for sign, weight in zip(names, made.model.coef_[0], strict=True)
    }
    kept = sorted((sign, weight) for sign, weight in weights.items() if abs(weight) >= LEAST_WEIGHT)
    rows = [(BIAS, made.model.intercept_[0]), (FLOOR, floor), *kept]
    lines = ["sign\tweight", *(f"{sign}\t{weight:.2f}" for sign, weight in rows)]
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Learn, print what cross-validation says, and write the table if that is wanted."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, help="a folder of annotated news")
    parser.add_argument("--write", action="store_true", help="write the table of weights")
    args = parser.parse_args()
    found = list(cases(args.gold))
    right = np.array([case.is_right for case in found])
    chances = held_out(found)
    report(chances, right)
    floor = floor_for(chances, right, WANTED_RECALL)
    print(f"{len(found)} events, {right.mean():.3f} right; floor {floor:.2f}")
    if args.write:
        write(fitted(found), floor)


if __name__ == "__main__":
    main()
