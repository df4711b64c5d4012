"""Mails, mailboxes of them (mbox), and web pages that a browser saved as a mail (MHTML): the text
of each mail, or its HTML.

The library reads a mailbox from disk, so it is written into a folder of its own for that while.
Sources: RFC 5322 (mails), RFC 4155 (mailboxes), RFC 3676 (what begins a signature), RFC 2557
(MHTML)
"""

import mailbox
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import EmailPolicy
from email.utils import parseaddr
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from kg.text.read.documents import (
    Document,
    Metadata,
    Origin,
    Settings,
)
from kg.text.read.fields import short
from kg.text.read.forms import NotTextError, decoded
from kg.text.read.moments import moment
from kg.text.read.pieces import Data, Fault
from kg.text.read.readers.html import page
from kg.text.read.readers.records import with_headline

SIGNATURE = "\n-- \n"
SAVED_FROM = "Snapshot-Content-Location"
TEXT = "plain"
HTML = "html"
FILE = "mails.mbox"
SEPARATOR = b"From "  # how a mailbox begins, and each mail in it
MOST_MAILS = 100_000
BOUNDARY = b"boundary="  # how the header of a part with parts of its own says where each ends
MOST_BOUNDARIES = 1_000
MOST_OF_FIELD = 5_000  # characters of a field of a header; the library's parser is slow with more


class BoundedPolicy(EmailPolicy):
    """A policy that cuts fields of headers which no mail of a person has."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Return name and value of a field as in the mail, the value no longer than it may be."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[:MOST_OF_FIELD]


POLICY = BoundedPolicy()


def documents(data: Data, settings: Settings) -> Iterator[Document | Fault]:
    """Yield the article that a mail is, or that each mail of a mailbox is, and a fault for each of
    these that has none.

    Raises `NotTextError` if a mail by itself has no text, or there are too many.
    """
    if not data.content.lstrip().startswith(SEPARATOR):
        yield _document(data.content)
        return
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
        try:
            yield _document(content, part)
        except NotTextError as error:
            yield Fault(f"{data.name}{part}", str(error))


def _document(content: bytes, part: str = "") -> Document:
    """Return the article that a mail is. Raises `NotTextError` if it has no text."""
    parts = content.count(BOUNDARY)
    if parts > MOST_BOUNDARIES:
        raise NotTextError(f"is a mail of {parts:,} parts within parts: save its text alone")
    message = cast(EmailMessage, message_from_bytes(content, policy=POLICY))
    address = _header(message, SAVED_FROM)
    body = message.get_body((TEXT, HTML))
    if body is None:
        raise NotTextError("is a mail without a text")
    if address:
        found = page(_text(body), url=address)
        return Document(found.text, found.told, part)
    told = _told(message)
    if body.get_content_subtype() == HTML:
        found = page(_text(body))
        return Document(found.text, (told, *found.told), part)
    text, _, _ = _text(body).partition(SIGNATURE)
    if not text.strip():
        raise NotTextError("is a mail without a text")
    return Document(with_headline(text, told), (told,), part)


def _told(message: EmailMessage) -> Metadata:
    """Return what the header of a mail says of it."""
    sent = moment(_header(message, "Date"))
    name, _ = parseaddr(_header(message, "From"))
    return Metadata(
        Origin.MAIL,
        headline=short(_header(message, "Subject")),
        published=sent.day,
        published_at=sent.instant,
        authors=(short(name),) if name else (),
    )


def _header(message: EmailMessage, name: str) -> str:
    """Return a field of a header; empty if there is none, or it cannot be read."""
    try:
        value = message[name]
    # Some fields that people and programs write break the library's own parser
    except (ValueError, LookupError, AttributeError, TypeError):
        return ""
    return str(value) if value is not None else ""


def _text(body: MIMEPart) -> str:
    """Return the text of a part of a mail, in whatever encoding."""
    content = body.get_payload(decode=True)
    if not isinstance(content, bytes):
        raise NotTextError("is a mail without a text")
    charset = body.get_content_charset()
    try:
        text = content.decode(charset or "utf-8")
    except (LookupError, ValueError):
        text = decoded(content)
    return text.replace("\r\n", "\n")
