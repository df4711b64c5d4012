"""Readers for the votes that are learnt on what a reader sees, each for news it has not learnt.

    python training/stacked.py WORK OUT

WORK is that of `rebuild.py`.

A vote that learnt from what the shipped reader thinks of its own lessons would trust it too much
(Wolpert 1992, "Stacked generalization"). So PARTS networks learn from WORK, each without one part
of the articles, and become the readers OUT/0, OUT/1, …; OUT/parts.json says of which part each
article is. All start from the weights `roles.pt`, and
learn beside what that teacher thinks that has not learnt from the part either.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from annotated import read_lessons
from cases import parts_of
from rebuild import FACTS, FURTHER, PARTS

from kg.choices import DEFAULT_MODEL, DEFAULT_READER
from kg.model import Article, Reading
from kg.text.read_article import read_article

PARTS_FILE = "parts.json"  # which part each article is of
HERE = Path(__file__).parent


def reader_of(articles: Iterable[str], readers: Path | None) -> dict[str, str]:
    """Return the reader for each article by name: one of `readers` that has not learnt from it.

    What none has learnt from is read by the reader that newskg has, and so is everything without
    such readers.
    """
    parts = json.loads((readers / PARTS_FILE).read_text("utf-8")) if readers else {}
    return {
        article: str(readers / str(parts[article])) if article in parts else DEFAULT_READER
        for article in articles
    }


def articles_of_parts(readers: Path) -> dict[str, frozenset[str]]:
    """Return the names of the articles of each part, by the folder of its reader."""
    parts = json.loads((readers / PARTS_FILE).read_text("utf-8"))
    return {
        str(part): frozenset(article for article, own in parts.items() if own == part)
        for part in sorted(set(parts.values()))
    }


def readings_of(articles: Sequence[Article], readers: Path | None) -> list[Reading]:
    """Return the readings of articles, each by a reader that has not learnt from it."""
    names = [Path(article.source).stem for article in articles]
    reader = reader_of(names, readers)
    found: dict[int, Reading] = {}
    for at in sorted(range(len(articles)), key=lambda at: reader[names[at]]):
        found[at] = read_article(articles[at], model=DEFAULT_MODEL, reader=reader[names[at]])
    return [found[at] for at in range(len(articles))]


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("work", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    learnt = [lesson.article for lesson in read_lessons(args.work / "annotated.jsonl")]
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / PARTS_FILE).write_text(json.dumps(parts_of(learnt, PARTS), indent=1), "utf-8")
    for part in range(PARTS):
        weights, reader = args.work / f"part{part}.pt", args.out / str(part)
        without = ["--without", str(part), str(PARTS), "--replay", "0.1"]
        start = ["--start", str(args.work / "roles.pt"), "--facts", FACTS]
        start += ["--further", str(args.work / FURTHER)]
        start += ["--opinions", str(args.work / f"further{part}.pkl")]
        _run("train_news.py", str(args.work), str(weights), *start, *without)
        _run("export.py", str(weights), str(reader))


def _run(script: str, *arguments: str) -> None:
    subprocess.run([sys.executable, str(HERE / script), *arguments], check=True)


if __name__ == "__main__":
    main()
