"""The precision and recall of a reader on sentences that it has not learnt.

    python training/measure.py HELD_OUT WORK

It prints a line for each relation: precision and recall, pair by pair at the floors of
`floors.tsv`, on the documents of Re-DocRED that `train.py --hold-out` leaves out. HELD_OUT is a
reader that was trained so.
"""

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from calibrate import floors, scored

from examples import Example, is_held_out, read
from kg.text.reader.weights import Reader, load_reader

Counts = dict[str, Counter[str]]  # relation → how many are "right", "told", and "there"


def told(example: Example, reader: Reader, least: list[float]) -> set[tuple[int, int, str]]:
    """Return what the reader tells of the pairs of a sentence."""
    pairs, scores = scored(example, reader)
    return {
        (int(i), int(j), relation.name)
        for row, (i, j) in enumerate(pairs)
        for column, relation in enumerate(reader.relations)
        if reader.probability(float(scores[row, column])) >= least[column]
    }


def counted(examples: Iterable[Example], reader: Reader) -> Counts:
    """Return the counts of each relation; what may be said or not counts for nothing."""
    names = [relation.name for relation in reader.relations]
    least = list(floors(names).values())
    counts: Counts = {name: Counter() for name in names}
    for example in examples:
        said, unknown = set(map(tuple, example.labels)), set(map(tuple, example.unknown))
        sure = {at for at, is_sure in enumerate(example.sure) if is_sure}
        found = {
            each for each in told(example, reader, least) - unknown if {each[0], each[1]} <= sure
        }
        for key, pairs in (("told", found), ("there", said), ("right", found & said)):
            for _, _, name in pairs:
                counts[name][key] += 1
    return counts


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("held_out", type=Path)
    parser.add_argument("work", type=Path)
    args = parser.parse_args()
    reader = load_reader(str(args.held_out))
    assert reader is not None
    for name, count in counted(
        filter(is_held_out, read(args.work / "redocred.jsonl")), reader
    ).items():
        shares = (count["right"] / max(count[key], 1) for key in ("told", "there"))
        print(name, *(f"{share:.2f}" for share in shares), count["told"], count["there"], sep="\t")


if __name__ == "__main__":
    main()
