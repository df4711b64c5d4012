"""The cost of reading an article in each form, beside that of its build.

    python benchmarks/forms.py

An article of the length of those in `seeds/` is read several times in each form, and built from
plain text into a folder, page and all, by a process that has done both before. Seconds of the
processor are counted, of all threads, so that other programs make little difference. The exit code
is 1 if reading takes more than 5 % of a build.
"""

import json
import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from kg.model import Article
from kg.pipeline import build
from kg.text.read import read

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
made = import_module("made_forms")

READINGS, BUILDS = 20, 4  # times
MOST = 0.05  # share of a build


def forms() -> dict[str, str | bytes]:
    """Return the files of an article as long as a seed, in each form."""
    seed = sorted((ROOT / "seeds").glob("*.txt"))[0].read_text("utf-8")
    _, *paragraphs = filter(None, map(str.strip, seed.splitlines()))
    made.PARAGRAPHS = tuple(paragraphs)
    return {
        "a.txt": made.plain(),
        "a.html": made.page(),
        "a.csv": made.csv_table([made.row()]),
        "row.json": json.dumps(made.row()),
        "a.eml": made.mail(),
        "a.md": made.markdown(),
        "a.rss": made.rss(),
        "a.pdf": made.pdf(),
        "a.docx": made.word_document(),
        "a.warc.gz": made.web_archive(),
        "a.zip": made.archive(a__html=made.page()),
    }


def seconds(work: Callable[[], object], times: int) -> float:
    """Return the seconds of the processor that something takes, after a first time."""
    work()
    begun = process_time()
    for _ in range(times):
        work()
    return (process_time() - begun) / times


def costs(home: Path) -> tuple[float, dict[str, float]]:
    """Return the seconds of a build of the plain text, and those of reading each form."""
    of_form = {}
    for name, content in forms().items():
        data = content if isinstance(content, bytes) else content.encode()
        (home / name).write_bytes(data)
        of_form[name] = seconds(partial(_read, home / name), READINGS)
    whole = partial(build, home / "a.txt", home / "out", cache=False)
    return seconds(whole, BUILDS), of_form


def _read(path: Path) -> None:
    """Read a file of one article."""
    if not any(isinstance(found, Article) for found in list(read(path))):
        raise ValueError(f"{path} gives no article")


def main() -> int:
    """Print the share of each form, and return 1 if one is above what is asked."""
    with TemporaryDirectory() as home:
        whole, of_form = costs(Path(home))
    print(f"a build of one article: {1000 * whole:.0f} ms")
    for name, taken in of_form.items():
        print(f"{name:10} {1000 * taken:6.1f} ms  {taken / whole:6.1%}")
    return int(max(of_form.values()) > MOST * whole)


if __name__ == "__main__":
    sys.exit(main())
