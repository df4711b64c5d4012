"""Files, folders and standard input to `Article`s, with metadata and site furniture marked; the text is never changed.

The door: `read` for paths, `article` for a text at hand. What goes wrong with one input is a `Fault` and stops nothing.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from kg.model import Article
from kg.read.articles import article, as_read
from kg.read.decode import NotTextError, decoded
from kg.read.layout import Layout, laid_out
from kg.read.sources import LIMIT, Fault, inputs

__all__ = ["LIMIT", "LONGEST", "Fault", "Layout", "article", "as_read", "laid_out", "read"]

ENGLISH = ("en", "")
LONGEST = 1_000_000  # characters of an article; a long novel. Reading takes time in proportion to them: some minutes for so many


def read(paths: Iterable[str | Path], *, stdin: BinaryIO | None = None) -> Iterator[Article | Fault]:
    """The articles at some paths, in order, and a `Fault` for each input that cannot be read or is worth a remark.

    A path is a text file, a folder (all `*.txt` files in and below it, sorted), or `-` for `stdin`. The same text is one article,
    however often it comes. Nothing is raised for a bad input: a caller that needs at least one article counts them, and should
    raise `InputError` where there is none.
    """
    first_source: dict[str, str] = {}
    for data in inputs(paths, stdin=stdin):
        if isinstance(data, Fault):
            yield data
            continue
        try:
            text = decoded(data.content)
        except NotTextError as error:
            yield Fault(data.source, str(error))
            continue
        if len(text) > LONGEST:
            yield Fault(
                data.source, f"has {len(text):,} characters, more than the {LONGEST:,} that an article may have: split it"
            )
            continue
        found = article(text, source=data.source)
        if found.sha256 in first_source:
            yield Fault(data.source, f"has the same text as {first_source[found.sha256]} and is read once", lost=False)
            continue
        first_source[found.sha256] = data.source
        yield found
        if found.language not in ENGLISH:
            yield Fault(
                data.source, f"seems to be in another language than English ({found.language}): expect little from it", lost=False
            )
