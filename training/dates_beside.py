"""Put the date of each annotated article beside its text, as a file that `kg build` reads.

    python training/dates_beside.py GOLD [GOLD …]

GOLD is a folder of annotated news in the form of newsgold: `docs/NAME.txt` and `gold.json`, which
can be written to. Many texts do not tell their date, and without it "on Tuesday" is no day: votes
that are learnt from such articles would know fewer dates than those that people bring.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path


def put_dates_beside(folder: Path) -> int:
    """Write `docs/NAME.json` for each annotated article; return how many there are."""
    documents = json.loads((folder / "gold.json").read_text("utf-8"))["docs"]
    for document in documents:
        beside = folder / "docs" / f"{document['name']}.json"
        beside.write_text(json.dumps({"date": document["date"]}) + "\n", "utf-8")
    return len(documents)


def main(folders: Sequence[str]) -> None:
    """Put the dates beside the articles of some folders."""
    for folder in folders:
        print(f"{put_dates_beside(Path(folder))} articles in {folder}", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
