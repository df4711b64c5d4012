"""Files, folders and standard input to `Article`s, with metadata and site furniture marked; the
text is never changed.

The door: `read` for paths, `article` for a text at hand. What goes wrong with one input is a
`Fault` and stops nothing.
"""

import os
from collections.abc import Iterator
from typing import BinaryIO

from kg.model import Article
from kg.paths import AnyPaths
from kg.text.read.articles import article, as_read
from kg.text.read.dates import Dateline, datelines
from kg.text.read.forms import NotTextError, decoded, refusal
from kg.text.read.layout import Layout, laid_out
from kg.text.read.sources import LIMIT, Data, Fault, PassedOver, inputs

__all__ = [
    "LIMIT",
    "LONGEST",
    "Dateline",
    "Fault",
    "Layout",
    "PassedOver",
    "article",
    "as_read",
    "datelines",
    "laid_out",
    "read",
]

ENGLISH = ("en", "")
# Characters of an article; a long novel. Reading takes time in proportion to them: some minutes for
# so many
LONGEST = 1_000_000


def read(
    paths: AnyPaths, *, stdin: BinaryIO | None = None, keep_paths: bool = False
) -> Iterator[Article | Fault | PassedOver]:
    """Yield the articles at some paths, in order, and what is to be said of every other input.

    A path is a text file, a folder (all `*.txt` files in and below it, sorted), or `-` for `stdin`;
    `paths` is one or several. The same text is one article, however often it comes. A `Fault` is an
    input that cannot be read, such as HTML, or a remark; a `PassedOver` is a file of a folder that
    no reader is for. The source of an article is relative, whatever path was given, unless
    `keep_paths` keeps it. Nothing is raised for a bad input: a caller that needs at least one
    article counts them, and should raise `InputError` if there is none. What is no path at all
    raises `InputError`.
    """
    first_name: dict[str, str] = {}
    for data in inputs(paths, stdin=stdin, keep_paths=keep_paths):
        if not isinstance(data, Data):
            yield data
            continue
        found = _article(data)
        if isinstance(found, Fault):
            yield found
            continue
        if found.sha256 in first_name:
            same = f"has the same text as {first_name[found.sha256]} and is read once"
            yield Fault(data.name, same, lost=False, of_file=True)
            continue
        first_name[found.sha256] = data.name
        yield found
        if found.language not in ENGLISH:
            foreign = (
                f"seems to be in another language than English ({found.language}): "
                "expect little from it"
            )
            yield Fault(data.name, foreign, lost=False)


def _article(data: Data) -> Article | Fault:
    """Return the article in one input, or why there is none."""
    try:
        text = _prose(data)
    except NotTextError as error:
        return Fault(data.name, str(error), of_file=True)
    return article(text, source=data.source)


def _prose(data: Data) -> str:
    """Return the text of one input. Raises `NotTextError` if it is none that an article may be."""
    _, ending = os.path.splitext(data.name)  # noqa: PTH122 - the name may be no path
    text = decoded(data.content, ending)
    if len(text) > LONGEST:
        raise NotTextError(
            f"has {len(text):,} characters, more than the {LONGEST:,} "
            "that an article may have: split it"
        )
    refused = refusal(text, ending if data.named else "")
    if refused:
        raise NotTextError(refused)
    return text
