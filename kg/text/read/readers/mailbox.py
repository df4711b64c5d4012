"""Mailboxes (mbox): an article for each mail.

The library reads a mailbox from disk, so it is written into a folder of its own for that while.
Source: RFC 4155
"""

import mailbox
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.text.read.documents import Document, Settings
from kg.text.read.forms import NotTextError
from kg.text.read.pieces import Data, Fault
from kg.text.read.readers import mail

FILE = "mails.mbox"
MOST_MAILS = 100_000


def documents(data: Data, settings: Settings) -> Iterator[Document | Fault]:
    """Yield the article of each mail, and a fault for each that has none.

    Raises `NotTextError` if there are too many mails.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder, FILE)
        path.write_bytes(data.content)
        box = mailbox.mbox(path, create=False)
        try:
            yield from _of_box(box, data)
        finally:
            box.close()


def _of_box(box: mailbox.mbox, data: Data) -> Iterator[Document | Fault]:
    """Yield what each mail of an open mailbox gives."""
    keys = list(box.keys())
    if len(keys) > MOST_MAILS:
        raise NotTextError(f"has {len(keys):,} mails, more than {MOST_MAILS:,}: split it")
    for number, key in enumerate(keys, start=1):
        content = box.get_bytes(key)
        part = f"#message={number}"
        yield _document(content, part, data)


def _document(content: bytes, part: str, data: Data) -> Document | Fault:
    """Return the article of a mail, or why there is none."""
    try:
        return mail.document(content, part)
    except NotTextError as error:
        return Fault(f"{data.name}{part}", str(error))
