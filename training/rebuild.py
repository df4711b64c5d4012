"""The making of a reader from the data alone.

    python training/rebuild.py DATA READER GOLD [GOLD …] [--work DIR]

A network learns relations from folds 1 and 2 and is calibrated on fold 3, which it has not seen. It
goes on with all folds, then with the annotated news of the folders GOLD, and becomes the reader.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent


def steps(data: Path, gold: Sequence[Path], work: Path, reader: Path) -> Iterator[list[str]]:
    """Yield the calls, in their order; weights and the held-out reader stay in `work`."""
    first, relations, last = work / "first.pt", work / "relations.pt", work / "last.pt"
    held_out = work / "held-out"
    yield ["prepare.py", str(data), str(work)]
    yield ["annotated.py", str(work / "annotated.jsonl"), *map(str, gold)]
    yield ["train.py", str(work), str(first), "--folds", "1", "2", "--hold-out", "--epochs", "4"]
    yield [
        "train.py",
        str(work),
        str(relations),
        "--start",
        str(first),
        "--epochs",
        "2",
        "--rate",
        "0.5",
    ]
    yield ["train_news.py", str(work), str(last), "--start", str(relations)]
    yield ["export.py", str(first), str(held_out)]
    yield ["export.py", str(last), str(reader)]
    yield ["calibrate.py", str(held_out), str(work), "3", str(held_out), str(reader)]


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("reader", type=Path)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--work", type=Path, help="keep what is made on the way here")
    args = parser.parse_args()
    with TemporaryDirectory() as folder:
        for script, *arguments in steps(
            args.data, args.gold, args.work or Path(folder), args.reader
        ):
            print(f"{script} {' '.join(arguments)}", file=sys.stderr)
            subprocess.run([sys.executable, str(HERE / script), *arguments], check=True)


if __name__ == "__main__":
    main()
