"""The making of the examples of both sets.

    python training/prepare.py DATA WORK

DATA has `knowledgenet/folds123.jsonl` and `redocred/*.json`; WORK gets one file of examples for
each fold and one for Re-DocRED.
"""

import sys
from pathlib import Path

from corpora import knowledgenet, label_table, redocred

from examples import examples, write

LABELS = Path(__file__).parent / "labels.tsv"


def main(data: Path, work: Path) -> None:
    """Prepare all."""
    work.mkdir(parents=True, exist_ok=True)
    table = label_table(LABELS, "knowledgenet")
    folds: dict[int, list] = {}
    for fold, found in knowledgenet(data / "knowledgenet" / "folds123.jsonl", table):
        folds.setdefault(fold, []).extend(examples(found))
    for fold, made in sorted(folds.items()):
        count = write(made, work / f"knowledgenet{fold}.jsonl")
        print(f"knowledgenet fold {fold}: {count} sentences", file=sys.stderr)
    table = label_table(LABELS, "redocred")
    names = frozenset(name for entries in table.values() for name, _ in entries)
    made = [
        each
        for file in ("dev_revised", "test_revised")
        for found in redocred(data / "redocred" / f"{file}.json", table, names)
        for each in examples(found)
    ]
    print(f"redocred: {write(made, work / 'redocred.jsonl')} sentences", file=sys.stderr)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
