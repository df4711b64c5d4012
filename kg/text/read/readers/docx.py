"""Word documents: their paragraphs, and what their properties say."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

import docx
from docx.opc.exceptions import OpcError

from kg.text.read.documents import Document, Metadata, Origin, Settings
from kg.text.read.fields import short
from kg.text.read.forms import NotTextError
from kg.text.read.headers import authors_in
from kg.text.read.pieces import Data
from kg.text.read.readers.records import with_headline

MOST_BYTES = 500_000_000  # unpacked
# Who is no author, but the program that made the file
PROGRAM = "python-docx"


def documents(data: Data, settings: Settings) -> Iterator[Document]:
    """Yield the article of a document. Raises `NotTextError` if it is damaged, or has no text."""
    _check_size(data.content)
    try:
        document = docx.Document(BytesIO(data.content))
    except (OpcError, KeyError, ValueError, SyntaxError) as error:
        raise NotTextError(f"is a Word document that is damaged ({error})") from error
    paragraphs = [paragraph.text.strip() for paragraph in document.paragraphs]
    text = "\n\n".join(filter(None, paragraphs))
    if not text:
        raise NotTextError("is a Word document without a text")
    about = document.core_properties
    author = short(about.author or "")
    told = Metadata(
        Origin.PROPERTIES,
        headline=short(about.title or ""),
        authors=authors_in(author) if author != PROGRAM else (),
    )
    yield Document(with_headline(text, told), (told,))


def _check_size(content: bytes) -> None:
    """Raise `NotTextError` if a document is no archive, or unpacks to too much."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            size = sum(member.file_size for member in archive.infolist())
    except (zipfile.BadZipFile, ValueError) as error:
        raise NotTextError(f"is a Word document that is damaged ({error})") from error
    if size > MOST_BYTES or size > 200 * len(content) + 10_000_000:
        raise NotTextError(f"is a Word document of {size / 1e6:,.0f} MB unpacked")
