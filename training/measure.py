"""Measures a reader on sentences that it has not learnt: `python training/measure.py HELD_OUT WORK`.

Prints a line for each relation: precision and recall, pair by pair at the floors of `floors.tsv`, on the documents of Re-DocRED
that `train.py --hold-out` leaves out. HELD_OUT is a reader that was trained so.
"""

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from calibrate import floors

from examples import Example, is_held_out, read
from kg.relations.reader.features import Span, distance, features
from kg.relations.reader.sorts import Sort
from kg.relations.reader.weights import Reader, load_reader

Counts = dict[str, Counter[str]]  # relation → how many are "right", "told", and "there"


def told(example: Example, reader: Reader, least: list[float]) -> set[tuple[int, int, str]]:
    """What the reader tells of the pairs of a sentence."""
    spans = [Span(a, b, Sort(sort)) for a, b, sort in example.spans]
    stretch = features(example.text, spans, reader.tokenizer)[0]
    kept = stretch.spans
    pairs = np.array([(i, j) for i in range(len(kept)) for j in range(len(kept)) if i != j], dtype=np.int64).reshape(-1, 2)
    if not len(pairs):
        return set()
    given = {"ids": stretch.ids, "types": stretch.types, "first": stretch.first, "last": stretch.last, "pairs": pairs}
    given["gap"] = distance(stretch.first, stretch.last, pairs)
    scores = reader.session.run(None, {name: value[None, :] for name, value in given.items()})[0][0]
    return {
        (kept[i], kept[j], relation.name)
        for row, (i, j) in enumerate(pairs)
        for column, relation in enumerate(reader.relations)
        if reader.probability(float(scores[row, column])) >= least[column]
    }


def counted(examples: Iterable[Example], reader: Reader) -> Counts:
    """The counts of each relation; what may be said or not counts for nothing."""
    names = [relation.name for relation in reader.relations]
    least = list(floors(names).values())
    counts: Counts = {name: Counter() for name in names}
    for example in examples:
        said, unknown = set(map(tuple, example.labels)), set(map(tuple, example.unknown))
        sure = {at for at, is_sure in enumerate(example.sure) if is_sure}
        found = {each for each in told(example, reader, least) - unknown if {each[0], each[1]} <= sure}
        for key, pairs in (("told", found), ("there", said), ("right", found & said)):
            for _, _, name in pairs:
                counts[name][key] += 1
    return counts


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("held_out", type=Path)
    parser.add_argument("work", type=Path)
    args = parser.parse_args()
    reader = load_reader(str(args.held_out))
    assert reader is not None
    for name, count in counted(filter(is_held_out, read(args.work / "redocred.jsonl")), reader).items():
        shares = (count["right"] / max(count[key], 1) for key in ("told", "there"))
        print(name, *(f"{share:.2f}" for share in shares), count["told"], count["there"], sep="\t")


if __name__ == "__main__":
    main()
