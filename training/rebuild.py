"""The making of a reader from the data alone.

    python training/rebuild.py DATA READER GOLD [GOLD …] [--work DIR]

A network learns relations from folds 1 and 2 and is calibrated on fold 3, which it has not seen. It
goes on with all folds, then with the roles of web text, then with the annotated news of the folders
GOLD, and becomes the reader. Beside the news it learns what larger networks think, its teachers: of
annotated news only the one that has not learnt it, of other sentences both.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
PREDICATES, FACTS = "predicates.jsonl", "news_facts.jsonl"  # in the working folder
NEWS, FURTHER = "annotated.jsonl", "further.jsonl"
PARTS = 2  # of the annotated news; there is a teacher without each


def steps(data: Path, gold: Sequence[Path], work: Path, reader: Path) -> Iterator[list[str]]:
    """Yield the calls, in their order; weights and the held-out reader stay in `work`."""
    first, relations = str(work / "first.pt"), str(work / "relations.pt")
    roles, last, held_out = str(work / "roles.pt"), str(work / "last.pt"), str(work / "held-out")
    folders = [str(folder) for folder in gold]
    yield ["prepare.py", str(data), str(work)]
    yield ["predicates.py", str(data / "ewt"), str(work / PREDICATES)]
    yield ["annotated.py", str(work / NEWS), *folders]
    yield ["news_facts.py", str(work / FACTS), *folders]
    on_two_folds = ["--folds", "1", "2", "--hold-out", "--epochs", "4"]
    yield ["train.py", str(work), first, *on_two_folds]
    yield ["train.py", str(work), relations, "--start", first, "--epochs", "2", "--rate", "0.5"]
    on_predicates = ["--lessons", PREDICATES, "--epochs", "1", "--replay", "0.15"]
    yield ["train_news.py", str(work), roles, "--start", relations, *on_predicates]
    yield ["unannotated.py", str(data), str(work)]
    thought = []
    for part in range(PARTS):
        teacher, out = str(work / f"teacher{part}.pt"), str(part)
        without = [out, str(PARTS)]
        yield ["teach.py", str(work), teacher, "--without", *without]
        news, further = str(work / f"news{part}.pkl"), str(work / f"further{part}.pkl")
        yield ["opinions.py", str(work), news, NEWS, teacher, "--only", *without]
        yield ["opinions.py", str(work), further, FURTHER, teacher]
        thought += [news, further]
    on_news = ["--facts", FACTS, "--replay", "0.4"]
    on_news += ["--further", str(work / FURTHER), "--opinions", *thought]
    yield ["train_news.py", str(work), last, "--start", roles, *on_news]
    yield ["export.py", first, held_out]
    yield ["export.py", last, str(reader)]
    yield ["calibrate.py", held_out, str(work), "3", held_out, str(reader)]


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
