"""Learn the weights of a vote of signs (`kg/graph/vote.py`) by logistic regression.

A sign that occurs in few articles gets no weight, so that no table learns the names of single
stories by heart. How well weights hold is told by cross-validation over articles.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from kg.graph.vote import BIAS, FLOOR

FOLDS = 8  # of articles, not of cases
LEAST_ARTICLES = 3  # in which a sign occurs
LEAST_WEIGHT = 0.05  # smaller ones change nothing


@dataclass(frozen=True, slots=True)
class Case:
    """Something that was proposed, with its signs and the article it stands in."""

    article: str
    signs: tuple[str, ...]
    is_right: bool


def in_several_articles(found: Sequence[Case]) -> set[str]:
    """Return the signs that occur in enough articles."""
    pairs = {(sign, case.article) for case in found for sign in case.signs}
    counts = Counter(sign for sign, _ in pairs)
    return {sign for sign, count in counts.items() if count >= LEAST_ARTICLES}


def fitted(
    found: Sequence[Case], regularisation: float
) -> tuple[DictVectorizer, LogisticRegression]:
    """Return the signs as columns, and the weights that fit the cases best.

    `regularisation` is the inverse of its strength, as scikit-learn counts.
    """
    known = in_several_articles(found)
    columns = DictVectorizer()
    rows = columns.fit_transform([dict.fromkeys(known.intersection(c.signs), 1) for c in found])
    model = LogisticRegression(C=regularisation, max_iter=5000)
    return columns, model.fit(rows, [case.is_right for case in found])


def held_out(found: Sequence[Case], regularisation: float) -> np.ndarray:
    """Return for each case the probability by weights learnt without its article."""
    chances = np.zeros(len(found))
    groups = [case.article for case in found]
    for known, unknown in GroupKFold(FOLDS).split(found, groups=groups):
        columns, model = fitted([found[i] for i in known], regularisation)
        rows = columns.transform([dict.fromkeys(found[i].signs, 1) for i in unknown])
        chances[unknown] = model.predict_proba(rows)[:, 1]
    return chances


def report(chances: np.ndarray, right: np.ndarray) -> None:
    """Print precision and recall at some floors, in cross-validation."""
    print("floor  precision  recall")
    for floor in np.arange(0.1, 0.95, 0.05):
        kept = chances >= floor
        precision, recall = right[kept].mean(), right[kept].sum() / right.sum()
        print(f"{floor:5.2f}  {precision:9.3f}  {recall:6.3f}")


def write(table: Path, columns: DictVectorizer, model: LogisticRegression, floor: float) -> None:
    """Write the table: bias, floor, then each sign with a weight, sorted by name."""
    pairs = zip(columns.get_feature_names_out(), model.coef_[0], strict=True)
    kept = sorted((sign, weight) for sign, weight in pairs if abs(weight) >= LEAST_WEIGHT)
    rows = [(BIAS, model.intercept_[0]), (FLOOR, floor), *kept]
    lines = ["sign\tweight", *(f"{sign}\t{weight:.2f}" for sign, weight in rows)]
    table.write_text("\n".join(lines) + "\n", "utf-8")
