"""Learn the weights of a vote of signs (`kg/graph/vote.py`) by logistic regression.

The programs that learn one vote each give their cases to `learn`, which is their command line.

A sign that occurs in few articles gets no weight, so that no table learns the names of single
stories by heart. How well weights hold is told by cross-validation over articles.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from cases import Case, without_reader
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from stacked import articles_of_parts

from kg.choices import Demand
from kg.graph.vote import BIAS, FLOOR, FLOORS

FOLDS = 8  # of articles, not of cases
LEAST_ARTICLES = 3  # in which a sign occurs
OFTEN = 30  # articles: a sign that occurs in fewer counts less, so that its weight stays small
DAMPING = 0.25
TRIED = np.arange(0.2, 0.95, 0.01)  # floors among which one is looked for
NEXT_TO_NOTHING = 0.005  # of F1
LEAST_WEIGHT = 0.05  # smaller ones change nothing
VOTES = "votes"  # the folder of a reader's part for tables that have not learnt from it either


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

    @property
    def weights(self) -> dict[str, float]:
        """The weight of each sign, as a table has it."""
        pairs = zip(self.columns.get_feature_names_out(), self.model.coef_[0], strict=True)
        return {sign: weight * self.scale[sign] for sign, weight in pairs}


def fitted(found: Sequence[Case], regularisation: float) -> Fitted:
    """Return the weights that fit the cases best.

    `regularisation` is the inverse of its strength, as scikit-learn counts.
    """
    scale, columns = scale_of_signs(found), DictVectorizer()
    rows = columns.fit_transform([_row(case, scale) for case in found])
    model = LogisticRegression(C=regularisation, max_iter=5000)
    return Fitted(scale, columns, model.fit(rows, [case.is_right for case in found]))


def _row(case: Case, scale: dict[str, float]) -> dict[str, float]:
    return {sign: scale[sign] for sign in case.signs if sign in scale}


def held_out(found: Sequence[Case], regularisation: float) -> np.ndarray:
    """Return for each case the probability by weights learnt without its article."""
    chances = np.zeros(len(found))
    groups = [case.article for case in found]
    for known, unknown in GroupKFold(FOLDS).split(found, groups=groups):
        made = fitted([found[i] for i in known], regularisation)
        chances[unknown] = made.chances([found[i] for i in unknown])
    return chances


def report(chances: np.ndarray, right: np.ndarray) -> None:
    """Print precision and recall at some floors, in cross-validation."""
    print("floor  precision  recall")
    for floor in np.arange(0.1, 0.95, 0.05):
        kept = chances >= floor
        precision, recall = right[kept].mean(), right[kept].sum() / right.sum()
        print(f"{floor:5.2f}  {precision:9.3f}  {recall:6.3f}")


def report_calibration(chances: np.ndarray, right: np.ndarray) -> None:
    """Print how right the surest half is, and how far chances lie from the shares of ten steps."""
    half = np.sort(chances)[len(chances) // 2]
    steps = np.clip((10 * chances).astype(int), 0, 9)
    error = sum(
        abs(chances[steps == step].mean() - right[steps == step].mean()) * (steps == step).mean()
        for step in set(steps.tolist())
    )
    print(f"of the surest half {right[chances >= half].mean():.3f} are right; error {error:.3f}")


def write(table: Path, made: Fitted, floors: dict[str, float]) -> None:
    """Write the table: bias, floors, then each sign with a weight, sorted by name."""
    kept = sorted(pair for pair in made.weights.items() if abs(pair[1]) >= LEAST_WEIGHT)
    rows = [(BIAS, made.model.intercept_[0]), *floors.items(), *kept]
    lines = ["sign\tweight", *(f"{sign}\t{weight:.2f}" for sign, weight in rows)]
    table.write_text("\n".join(lines) + "\n", "utf-8")


ChosenFloor = Callable[[np.ndarray, np.ndarray], float]  # from the chances and which are right


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a program learns: `floor` chooses the floor, `wanted` are the shares of right cases that
    set the floors for further demands.

    `cases` takes the folders of annotated news, and that of readers which have not seen all of it.
    `regularisation` is the inverse of its strength, as scikit-learn counts. `by_rules` is the table
    for what no reader has seen, if there is one. `is_unseen` news has taught no reader, so that the
    shipped one may read it.
    """

    table: Path
    cases: Callable[[Sequence[Path], Path | None], Iterable[Case]]
    regularisation: float
    floor: ChosenFloor
    by_rules: Path | None = None
    is_unseen: bool = False
    wanted: Mapping[Demand, float] = field(default_factory=dict)


def learn(description: str, lesson: Lesson) -> None:
    """Learn, print what cross-validation says, and write the tables if that is wanted."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, nargs="+", help="folders of annotated news")
    parser.add_argument("--readers", type=Path, help="a folder of readers, of `stacked.py`")
    parser.add_argument("--write", action="store_true", help="write the table of weights")
    args = parser.parse_args()
    found = list(lesson.cases(args.gold, args.readers))
    if lesson.by_rules:
        by_rules = [without_reader(case) for case in found if not case.is_of_reader]
        _learnt(lesson.by_rules, by_rules, lesson, is_written=args.write)
    if args.readers or lesson.is_unseen or not lesson.by_rules:
        floors = _learnt(lesson.table, found, lesson, is_written=args.write)
        if args.readers and args.write:
            write_apart(found, lesson, floors, args.readers)


def _learnt(
    table: Path, found: Sequence[Case], lesson: Lesson, *, is_written: bool
) -> dict[str, float]:
    """Learn one table; return its floors."""
    right = np.array([case.is_right for case in found])
    chances = held_out(found, lesson.regularisation)
    print(table.name)
    report(chances, right)
    report_calibration(chances, right)
    floors = {FLOOR: lesson.floor(chances, right)}
    for demand, precision in lesson.wanted.items():
        floors[FLOORS[demand]] = floor_for_precision(chances, right, precision)
    told = ", ".join(f"{name} {floor:.2f}" for name, floor in floors.items())
    print(f"{len(found)} cases, {right.mean():.3f} right; {told}")
    if is_written:
        write(table, fitted(found, lesson.regularisation), floors)
    return floors


def write_apart(
    found: Sequence[Case], lesson: Lesson, floors: dict[str, float], readers: Path
) -> None:
    """Write the table as it is without each part of the articles, beside the reader of that part.

    Confidence is learnt from graphs of articles from which neither the reader nor the votes that
    made them had learnt (`judged.py`); else it would trust those votes too much. The floors are
    those of the table for all.
    """
    for part, articles in articles_of_parts(readers).items():
        own = {case.article for case in found if _is_among(case.article, articles)}
        others = [case for case in found if case.article not in own]
        if len(others) == len(found):
            raise ValueError(f"no case of {lesson.table.name} is of part {part}")
        table = apart(readers / part, lesson.table)
        table.parent.mkdir(parents=True, exist_ok=True)
        write(table, fitted(others, lesson.regularisation), floors)


def _is_among(article: str, names: Container[str]) -> bool:
    """Return whether an article is one of some names; its id may have a digest behind its name."""
    return article in names or article.rpartition("-")[0] in names


def apart(reader: Path, table: Path) -> Path:
    """Return where the table of a reader's part is, by the path of the table for all."""
    return reader / VOTES / table.parent.parent.name / table.name


def floor_for_precision(chances: np.ndarray, right: np.ndarray, precision: float) -> float:
    """Return the lowest floor, two decimals, above which that share of the cases is right."""
    for floor in TRIED:
        if right[chances >= floor].mean() >= precision:
            return round(float(floor), 2)
    raise ValueError("no floor gives the precision that is wanted")


def mildest_floor(chances: np.ndarray, right: np.ndarray) -> float:
    """Return the lowest floor, two decimals, that costs next to nothing of the best F1.

    It is for what other things hang on, as roles, times and places do on events.
    """
    return min(_good_floors(chances, right))


def strictest_floor(chances: np.ndarray, right: np.ndarray) -> float:
    """Return the highest floor, two decimals, that costs next to nothing of the best F1.

    It is for what a newsroom would rather miss than have wrong.
    """
    return max(_good_floors(chances, right))


def _good_floors(chances: np.ndarray, right: np.ndarray) -> list[float]:
    """Return the floors, two decimals, whose F1 is next to the best."""
    quality = {}
    for floor in TRIED:
        kept = chances >= floor
        found = right[kept].sum()
        quality[round(float(floor), 2)] = 2 * found / (kept.sum() + right.sum())
    enough = max(quality.values()) - NEXT_TO_NOTHING
    return [floor for floor, f1 in quality.items() if f1 >= enough]
