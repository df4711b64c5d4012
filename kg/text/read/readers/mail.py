"""Mails, and web pages that a browser saved as one (MHTML): the text of a mail, or its HTML.

Sources: RFC 5322 (mails), RFC 3676 (what begins a signature), RFC 2557 (MHTML)
"""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr

from kg.text.read.documents import Document, Metadata, Origin, Settings
from kg.text.read.fields import short
from kg.text.read.forms import NotTextError, decoded
from kg.text.read.moments import moment
from kg.text.read.pieces import Data
from kg.text.read.readers.html import page
from kg.text.read.readers.records import with_headline

SIGNATURE = "\n-- \n"
SAVED_FROM = "Snapshot-Content-Location"
TEXT = "plain"
HTML = "html"


def documents(data: Data, settings: Settings) -> Iterator[Document]:
    """Yield the article that a mail is. Raises `NotTextError` if it has no text."""
    yield document(data.content)


def document(content: bytes, part: str = "") -> Document:
    """Return the article that a mail is. Raises `NotTextError` if it has no text."""
    message = message_from_bytes(content, policy=policy.default)
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
