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
from kg.text.read.dates import Dateline, datelines
from kg.text.read.documents import Document, Settings
from kg.text.read.fields import Record
from kg.text.read.forms import NotTextError
from kg.text.read.languages import name_of_language
from kg.text.read.layout import Layout, laid_out
from kg.text.read.opening import LIMIT
from kg.text.read.pieces import Data, Fault, PassedOver, Several
from kg.text.read.readers import documents
from kg.text.read.sidecars import told_beside
from kg.text.read.sources import inputs

__all__ = [
    "LIMIT",
    "LONGEST",
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

ENGLISH = ("en", "")
# Characters of an article; a long novel. Reading takes time in proportion to them: some minutes for
# so many
LONGEST = 1_000_000

Found = Article | Fault | PassedOver | Several
NameOfText = dict[str, str]  # the name of the first article with a text, by the hash of the text


def read(
    paths: AnyPaths,
    *,
    records: Iterable[Record] = (),
    stdin: BinaryIO | None = None,
    keep_paths: bool = False,
    columns: Mapping[str, str] | None = None,
    any_language: bool = False,
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
    article counts them, and should raise `InputError` if there is none. What is no path at all
    raises `InputError`.
    """
    settings = Settings(columns or {}, any_language)
    name_of: dict[str, str] = {}
    for data in inputs(paths, stdin=stdin, keep_paths=keep_paths):
        if isinstance(data, Data):
            yield from _articles_in(data, settings, name_of)
        else:
            yield data
    for given in at_hand(records, settings):
        if isinstance(given, Fault):
            yield given
        else:
            data, document = given
            yield from _of_document(document, data, settings, name_of)


def _articles_in(data: Data, settings: Settings, name_of: NameOfText) -> Iterator[Found]:
    """Yield the articles in data, and faults; at the end of a file of several, how many there were.

    `name_of` has the articles of all inputs before, and those of this one are added.
    """
    is_of_several = False
    articles = 0
    for found in _documents(data, settings):
        if isinstance(found, Fault):
            is_of_several = is_of_several or not found.of_file
            yield found
            continue
        is_of_several = is_of_several or bool(found.part)
        for each in _of_document(found, data, settings, name_of):
            articles += isinstance(each, Article)
            yield each
    if is_of_several:
        yield Several(data.name, articles)


def _documents(data: Data, settings: Settings) -> Iterator[Document | Fault]:
    """Yield what the reader of data finds; what it raises is a fault of the file as a whole, or if
    something was found before, of a part.
    """
    is_whole = True
    try:
        for found in documents(data, settings):
            is_whole = False
            yield found
    except NotTextError as error:
        yield Fault(data.name, str(error), of_file=is_whole)
    # A library may stumble over whatever somebody wrote; no one file may cost a build all others.
    except Exception as error:
        message = f"cannot be read ({type(error).__name__}: {error}): the file seems to be damaged"
        yield Fault(data.name, message, of_file=is_whole)


def _of_document(
    document: Document, data: Data, settings: Settings, name_of: NameOfText
) -> Iterator[Article | Fault]:
    """Yield the article of a document, unless its text is too long or came before, and remarks."""
    name = data.name + document.part
    is_of_file = not document.part
    length = len(document.text)
    if length > LONGEST:
        long = f"has {length:,} characters, more than the {LONGEST:,} that an article may have"
        yield Fault(name, f"{long}: split it", of_file=is_of_file)
        return
    told = (*told_beside(data), *document.told)
    found = article(document.text, source=data.source + document.part, told=told)
    if found.sha256 in name_of:
        same = f"has the same text as {name_of[found.sha256]} and is read once"
        yield Fault(name, same, lost=False, of_file=is_of_file)
        return
    name_of[found.sha256] = name
    if found.language in ENGLISH:
        yield found
        return
    language = name_of_language(found.language)
    if not settings.any_language:
        skipped = f"is in {language} and is skipped: --any-language reads it"
        yield Fault(name, skipped, lost=False, of_file=is_of_file, skipped=True)
        return
    yield found
    yield Fault(name, f"is in {language}: expect little from it", lost=False)
