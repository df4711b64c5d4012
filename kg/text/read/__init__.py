"""Files, folders and standard input to `Article`s, with metadata and site furniture marked; the
text is never changed.

The door: `read` for paths and records, `article` for a text at hand. What goes wrong with one
input is a `Fault` and stops nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from kg.model import Article
from kg.paths import AnyPaths
from kg.text.read.articles import article, as_read
from kg.text.read.at_hand import at_hand
from kg.text.read.contents import LONGEST, Found, NameOfText, article_of, articles_in
from kg.text.read.dates import Dateline, datelines
from kg.text.read.documents import Settings
from kg.text.read.fields import Record
from kg.text.read.layout import Layout, laid_out
from kg.text.read.opening import LIMIT
from kg.text.read.pieces import NO_MEMORY, Data, Fault, PassedOver, Several
from kg.text.read.sources import inputs

__all__ = [
    "LIMIT",
    "LONGEST",
    "NO_MEMORY",
    "Article",
    "Dateline",
    "Fault",
    "Layout",
    "PassedOver",
    "Record",
    "Several",
    "article",
    "as_read",
    "datelines",
    "laid_out",
    "read",
]


def read(
    paths: AnyPaths,
    *,
    records: Iterable[Record] = (),
    stdin: BinaryIO | None = None,
    keep_paths: bool = False,
    columns: Mapping[str, str] | None = None,
    any_language: bool = False,
    identifier: str = "",
) -> Iterator[Found]:
    """Yield the articles at some paths, in order, and what is to be said of every other input.

    A path is a file, a folder (all files in and below it that a reader is for, sorted), or `-` for
    `stdin`; `paths` is one or several. `records` are articles at hand, which come last. The same
    text is one article, however often it comes. A `Fault` is an input that cannot be read, or a
    remark; a `PassedOver` is a file of a folder that no reader is for; a `Several` says how many of
    the articles before it were in one file. The source of an article is relative, whatever path was
    given, unless `keep_paths` keeps it. What is in another language than English is skipped, with a
    remark, unless `any_language`. `columns` says in which columns of tables and records the text,
    the title and so on are. Nothing is raised for a bad input: a caller that needs at least one
    article counts them, and should raise `InputError` if there is none. `identifier` is the id of
    what is read, which should be one article. What is no path at all
    raises `InputError`.
    """
    settings = Settings(columns or {}, any_language, identifier)
    name_of: NameOfText = {}
    for data in inputs(paths, stdin=stdin, keep_paths=keep_paths):
        if isinstance(data, Data):
            yield from articles_in(data, settings, name_of)
        else:
            yield data
    for given in at_hand(records, settings):
        if isinstance(given, Fault):
            yield given
        else:
            data, document = given
            yield from article_of(document, data, settings, name_of)
