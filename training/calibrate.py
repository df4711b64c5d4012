"""The meaning of a reader's scores, worked out on texts that it has not seen.

    python training/calibrate.py HELD_OUT WORK FOLD READER [READER …]

HELD_OUT is a reader that has not learnt from fold FOLD of KnowledgeNet. Its scores there, against
what is annotated, give the scale and shift of a logistic curve (Platt 1999, "Probabilistic outputs
for support vector machines"). They go into every READER, with the floors of `floors.tsv`.
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np
from export import described

from examples import Example, read
from kg.text.reader.entity_types import EntityType
from kg.text.reader.features import Span, features
from kg.text.reader.scores import answer
from kg.text.reader.weights import Reader, load_reader

FLOORS = Path(__file__).parent / "floors.tsv"
LEAST = -3.0  # scores below are never near a floor
STEPS = 50  # of Newton's method, which needs about ten


def scored(example: Example, reader: Reader) -> tuple[np.ndarray, np.ndarray]:
    """Return every ordered pair of the mentions that fit into one pass, and its scores.

    The pairs [pairs, 2] are places in the example; the scores are [pairs, relations].
    """
    spans = [Span(a, b, EntityType(sort)) for a, b, sort in example.spans]
    stretch = features(example.text, spans, reader.pieces)[0]
    kept = np.array(stretch.spans, dtype=np.int64)
    pairs = np.array(
        [(i, j) for i in range(len(kept)) for j in range(len(kept)) if i != j], dtype=np.int64
    ).reshape(-1, 2)
    scores = answer(stretch, [(int(i), int(j)) for i, j in pairs], reader).relations
    return kept[pairs], scores


def cells(example: Example, reader: Reader) -> tuple[list[float], list[bool]]:
    """Return the scores of a sentence, and for each whether it is right.

    Only those for the relations that are annotated there, and above `LEAST`.
    """
    names = [relation.name for relation in reader.relations]
    pairs, scores = scored(example, reader)
    said = {(i, j, name) for i, j, name in example.labels}
    found = [
        (float(scores[row, column]), (int(i), int(j), names[column]) in said)
        for row, (i, j) in enumerate(pairs)
        for column in range(len(names))
        if names[column] in example.complete and scores[row, column] > LEAST
    ]
    return [score for score, _ in found], [right for _, right in found]


def curve(scores: np.ndarray, right: np.ndarray) -> tuple[float, float]:
    """Return scale and shift of the logistic curve that fits best, by Newton's method."""
    given, fit = np.stack([scores, np.ones_like(scores)], 1), np.array([1.0, 0.0])
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-given @ fit))
        fit = fit + np.linalg.solve(
            (given * (share * (1 - share))[:, None]).T @ given, given.T @ (right - share)
        )
    return float(fit[0]), float(fit[1])


def floors(names: list[str]) -> dict[str, float]:
    """Return the floor of each relation; the line of "*" is for all that have none of their own."""
    table = {
        name: float(floor)
        for name, floor, _ in (
            line.split("\t") for line in FLOORS.read_text("utf-8").splitlines()[1:]
        )
    }
    return {name: table.get(name, table["*"]) for name in names}


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("held_out", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("fold", type=int)
    parser.add_argument("readers", type=Path, nargs="+")
    args = parser.parse_args()
    reader = load_reader(str(args.held_out))
    assert reader is not None
    pairs = [
        cells(example, reader) for example in read(args.work / f"knowledgenet{args.fold}.jsonl")
    ]
    scores, right = (
        np.array([value for pair in pairs for value in pair[part]], dtype=float) for part in (0, 1)
    )
    scale, shift = curve(scores, right)
    print(
        f"{len(scores)} scores, {right.sum():.0f} right: scale {scale:.3f}, shift {shift:.3f}",
        file=sys.stderr,
    )
    for folder in args.readers:
        names = json.loads((folder / "reader.json").read_text("utf-8"))["relations"]
        described(folder, names, round(scale, 4), round(shift, 4), floors(names))


if __name__ == "__main__":
    main()
