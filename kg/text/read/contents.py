"""Contents of an input: its articles, each text once and in English, and faults and remarks."""

from collections.abc import Iterator
from dataclasses import replace

from kg.errors import ExtraError
from kg.model import Article
from kg.text.read.articles import article
from kg.text.read.documents import Document, Metadata, Origin, Settings
from kg.text.read.forms import NotTextError, repaired
from kg.text.read.languages import name_of_language
from kg.text.read.pieces import NO_MEMORY, Data, Fault, PassedOver, Several
from kg.text.read.readers import documents
from kg.text.read.sidecars import told_beside

ENGLISH = ("en", "")
REPAIRED = (
    "has letters that were written in one encoding and read in another (as Ã© for é): "
    "they were repaired, and the text is kept so"
)
# Characters of an article; a long novel. Reading takes time in proportion to them: some minutes for
# so many
LONGEST = 1_000_000

Found = Article | Fault | PassedOver | Several
NameOfText = dict[str, str]  # the name of the first article with a text, by the hash of the text


def articles_in(data: Data, settings: Settings, name_of: NameOfText) -> Iterator[Found]:
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
        for each in article_of(found, data, settings, name_of):
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
    except (NotTextError, ExtraError) as error:
        yield Fault(data.name, str(error), of_file=is_whole)
    except MemoryError:
        yield Fault(data.name, NO_MEMORY, of_file=is_whole)
    # A library may stumble over whatever somebody wrote; no one file may cost a build all others.
    except Exception as error:
        message = f"cannot be read ({type(error).__name__}: {error}): the file seems to be damaged"
        yield Fault(data.name, message, of_file=is_whole)


def article_of(
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
    given = Metadata(Origin.GIVEN, identifier=settings.identifier)
    told = (given, *told_beside(data), *map(_repaired, document.told))
    text = repaired(document.text)
    if text != document.text:
        yield Fault(name, REPAIRED, lost=False)
    found = article(text, source=data.source + document.part, told=told)
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


def _repaired(told: Metadata) -> Metadata:
    """Return what a place says, with its letters as they were written."""
    return replace(
        told,
        headline=repaired(told.headline),
        publisher=repaired(told.publisher),
        authors=tuple(map(repaired, told.authors)),
        section=repaired(told.section),
    )
