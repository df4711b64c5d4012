"""Web archives (WARC): an article for each page that was fetched well.

Source: ISO 28500
"""

from collections.abc import Iterator
from io import BytesIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from kg.text.read.documents import Document, Settings
from kg.text.read.forms import NotTextError
from kg.text.read.pieces import Data, Fault
from kg.text.read.readers.html import MOST_BYTES, page

RESPONSE = "response"
OK = "200"
PAGES = ("text/html", "application/xhtml+xml")
MOST_RECORDS = 200_000
LONGEST_LINE = 65_536  # bytes of a line of a header
LONGEST_REASON = 100  # characters; the library repeats the line that it cannot read


def documents(data: Data, settings: Settings) -> Iterator[Document | Fault]:
    """Yield the articles of pages, and one remark on those without. Raises `NotTextError` if the
    archive has no page.
    """
    pages = without = 0
    try:
        for number, record in enumerate(_records(data.content), start=1):
            if number > MOST_RECORDS:
                raise NotTextError(f"has more than {MOST_RECORDS:,} records: split it")
            if not _is_page(record):
                continue
            pages += 1
            content = record.content_stream().read(MOST_BYTES + 1)
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            try:
                found = page(content, url=address)
            except NotTextError:
                without += 1
                continue
            yield Document(found.text, found.told, f"#record={number}")
    except (ArchiveLoadFailed, EOFError, OSError) as error:
        reason = str(error)[:LONGEST_REASON]
        raise NotTextError(f"is a web archive that is damaged ({reason})") from error
    if not pages:
        raise NotTextError("is a web archive without a page")
    if without:
        yield Fault(data.name, f"{without:,} pages have no article", lost=False)


def _records(content: bytes) -> ArchiveIterator:
    """Return the records of an archive, whose headers have no lines without end: the library's time
    grows with the square of their length.
    """
    archive = ArchiveIterator(BytesIO(content))
    whole_line = archive.reader.readline

    def line(length: int | None = None) -> bytes:
        most = LONGEST_LINE if length is None else min(length, LONGEST_LINE)
        found: bytes = whole_line(most)
        return found

    archive.reader.readline = line
    return archive


def _is_page(record: object) -> bool:
    """Return whether a record is a page that was fetched well."""
    if getattr(record, "rec_type", "") != RESPONSE:
        return False
    headers = getattr(record, "http_headers", None)
    if headers is None or headers.get_statuscode() != OK:
        return False
    kind: str = headers.get_header("Content-Type") or ""
    return kind.lower().startswith(PAGES)
