"""One request to the web at a time: what answers an address, within limits, or why nothing does.

A redirection is an answer, too: whoever asks decides whether to follow it. No cookie is kept and
no credential sent. A proxy is used if the environment names one.
"""

import re
import ssl
import time
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException, HTTPResponse
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import (
    quote,
    urldefrag,
    urljoin,
    urlsplit,
    urlunsplit,
)
from urllib.request import HTTPRedirectHandler, Request, build_opener

from kg.errors import FetchError

AGENT = "newskg"  # by which robots.txt calls it
SILENCE = 20.0  # seconds for which a host may say nothing
LONGEST = 120.0  # seconds until a page must be here as a whole
LARGEST = 50_000_000  # bytes of a page
PIECE = 65_536  # bytes that are read at once
WEB = re.compile("https?")  # schemes
REDIRECTIONS = range(300, 400)
FAILURES = range(400, 600)
PACKED = "gzip"  # how a page may come; "x-gzip" is another word for it
AS_IT_IS = "identity"
GZIP = 16 + zlib.MAX_WBITS
PLAIN = "%/:=&?~#+!$,;'@()*[]-._"  # signs that stand in an address as they are
SHOWN = 200  # characters of a host's words


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a page may have and take: bytes, seconds of silence, seconds in all."""

    size: int = LARGEST
    silence: float = SILENCE
    seconds: float = LONGEST


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a request: its code, its header, and its content, which is empty unless the code
    is that of success.
    """

    url: str
    code: int
    header: Message
    content: bytes = b""

    @property
    def goal(self) -> str:
        """The address to which it leads on; empty if it leads nowhere."""
        location = self.header.get("Location", "")
        return urljoin(self.url, location) if self.code in REDIRECTIONS else ""

    @property
    def failed(self) -> bool:
        """A sign that the host gives nothing."""
        return self.code in FAILURES


class _Stay(HTTPRedirectHandler):
    """A handler that follows no redirection by itself."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> None:
        return None


def checked(url: str) -> str:
    """Return an address as a request needs it: with ASCII characters only, and no fragment.

    Raises `FetchError` for anything but an http or https address with a host, and for one with a
    password in it.

    >>> checked("https://example.org/Málaga#top")
    'https://example.org/M%C3%A1laga'
    """
    whole, _ = urldefrag(url.strip())
    try:
        parts = urlsplit(whole)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError) as error:
        raise FetchError(f"is no address of the web ({error})") from error
    if not WEB.fullmatch(parts.scheme) or not host:
        raise FetchError("is no address of the web: give one such as https://example.org/news")
    if "@" in parts.netloc:
        raise FetchError("has a name or password in it: leave it out, pages are fetched as all see")
    place = f"[{host}]{port}" if ":" in host else f"{host}{port}"
    path = quote(parts.path or "/", safe=PLAIN)
    query = quote(parts.query, safe=PLAIN)
    return urlunsplit((parts.scheme, place, path, query, ""))


def origin_of(url: str) -> str:
    """Return the scheme and host of an address, to which one robots.txt applies.

    >>> origin_of("https://example.org/a/b?c")
    'https://example.org'
    """
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def answer(url: str, limits: Limits) -> Answer:
    """Return what a host answers to a request for an address that `checked` returned.

    Raises `FetchError` if the host cannot be reached, takes too long, or sends too much.
    """
    request = Request(url)
    request.add_header("User-Agent", f"{AGENT} (kg fetch)")
    request.add_header("Accept-Encoding", AS_IT_IS)
    with _faults(limits):
        try:
            opened = build_opener(_Stay).open(request, timeout=limits.silence)
        except HTTPError as error:
            with error:
                return Answer(url, error.code, error.headers)
        with closing(opened) as response:
            content = b"".join(_content(response, limits))
            return Answer(url, response.status, response.headers, content)


def _content(response: HTTPResponse, limits: Limits) -> Iterator[bytes]:
    """Yield the content of an answer, unpacked. Raises `FetchError` if it is too much, or late."""
    ends = time.monotonic() + limits.seconds
    packed = response.headers.get("Content-Encoding", AS_IT_IS).lower()
    unpacking = zlib.decompressobj(GZIP) if packed.endswith(PACKED) else None
    if unpacking is None and packed != AS_IT_IS:
        raise FetchError(f"is sent packed ({packed[:SHOWN]}), although it was asked for as it is")
    size = 0
    while piece := response.read1(PIECE):
        if time.monotonic() > ends:
            raise FetchError(f"was not here after {limits.seconds:g} seconds: try again later")
        plain = unpacking.decompress(piece, limits.size + 1) if unpacking else piece
        size += len(plain)
        if size > limits.size:
            raise FetchError(f"has more than the {limits.size / 1e6:g} MB that a page may have")
        yield plain
    missing = response.length
    if missing:
        raise FetchError(f"broke off {missing:,} bytes before its end: try again")


@contextmanager
def _faults(limits: Limits) -> Iterator[None]:
    """Turn faults of the network into a `FetchError` that says what to do."""
    try:
        yield
    except URLError as error:
        raise FetchError(_breach(error.reason, limits)) from error
    except (OSError, HTTPException, ValueError, zlib.error) as error:
        raise FetchError(_breach(error, limits)) from error


def _breach(reason: object, limits: Limits) -> str:
    """Return why no answer came, or none that can be read."""
    match reason:
        case ssl.SSLCertVerificationError():
            return f"cannot prove who it is ({reason.verify_message}): nothing was fetched"
        case TimeoutError():
            return f"says nothing for {limits.silence:g} seconds: try again later"
        case ConnectionRefusedError():
            return "cannot be reached, nobody listens there: check the address"
        case OSError():
            return f"cannot be reached ({reason.strerror or reason}): check the address"
    said = " ".join(str(reason).split())[:SHOWN]
    return f"gave an answer that cannot be read ({said or type(reason).__name__})"
