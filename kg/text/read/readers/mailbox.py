"""Mailboxes (mbox): an article for each mail.

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


def documents(data: Data, settings: Settings) -> Iterator[Document | Fault]:
    """Yield the article of each mail, and a fault for each that has none."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "box")
        path.write_bytes(data.content)
        box = mailbox.mbox(path, create=False)
        try:
            for number, key in enumerate(box.keys(), start=1):
                yield _document(box.get_bytes(key), f"#message={number}", data)
        finally:
            box.close()


def _document(content: bytes, part: str, data: Data) -> Document | Fault:
    """Return the article of a mail, or why there is none."""
    try:
        return mail.document(content, part)
    except NotTextError as error:
        return Fault(f"{data.name}{part}", str(error))
