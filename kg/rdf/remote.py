"""One triple store on the network, over HTTP: the only module that sends anything anywhere.

Only the given host is asked: no proxy, no redirection, no cookie. Credentials come from the
environment, never appear in a message, and travel only encrypted or inside this machine.
"""

import base64
import os
import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.client import HTTPException, HTTPResponse
from ipaddress import ip_address
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import SplitResult, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

from kg.errors import EndpointError
from kg.rdf.iris import WEB
from kg.tables import table

USER, PASSWORD, TOKEN = "KG_ENDPOINT_USER", "KG_ENDPOINT_PASSWORD", "KG_ENDPOINT_TOKEN"
CREDENTIALS = f"{USER} and {PASSWORD}, or {TOKEN}"
SILENCE = 60.0  # seconds without a byte from the store
SHOWN = 300  # characters of what the store says of an error
PASSING = frozenset((408, 429, 500, 502, 503, 504))  # codes of faults that may be over soon
PAUSES = (0.5, 1.0, 2.0, 4.0)  # seconds before each further try
LONGEST_PAUSE = 30.0  # seconds, whatever the store asks for
MEANING_OF_CODE = {int(code): meaning for code, meaning in table("kg.rdf", "error_codes.tsv")}

Headers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A store's address and the credentials for it; `endpoint` makes one from an address that was
    given.
    """

    url: str
    authorization: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        """The address as messages show it: without its query, in which some stores take keys."""
        return self.url.partition("?")[0]

    def send(
        self, method: str, *, query: str = "", body: bytes | None = None, headers: Headers
    ) -> HTTPResponse:
        """Return the store's answer to one request; the caller must close it.

        `query` is added to the address's own. Raises `EndpointError` for any answer that is not a
        success.
        """
        url = _with_query(self.url, query)
        request = Request(url, data=body, method=method, headers=dict(headers))
        if self.authorization:
            request.add_unredirected_header("Authorization", self.authorization)
        with endpoint_faults(self.name):
            answer: HTTPResponse = _opener().open(request, timeout=SILENCE)
            return answer

    def send_again(self, method: str, **options: Any) -> HTTPResponse:
        """Send as `send` does, but try again for some seconds after a fault that may be over soon.

        Only for requests that may be repeated.
        """
        for pause in PAUSES:
            try:
                return self.send(method, **options)
            except PassingError as error:
                time.sleep(min(error.pause or pause, LONGEST_PAUSE))
        return self.send(method, **options)


class RefusedError(EndpointError):
    """The store answered with an error code."""

    def __init__(self, message: str, code: int):
        super().__init__(message)
        self.code = code


class PassingError(EndpointError):
    """A fault that may be over soon; `pause` is how many seconds the store asks to wait, 0 if it
    does not say.
    """

    def __init__(self, message: str, pause: float = 0.0):
        super().__init__(message)
        self.pause = pause


def endpoint(url: str, *, plain_http: bool = False) -> Endpoint:
    """Return the store at an address, with the credentials of the environment.

    Raises `EndpointError` for anything but an http or https address, for one with a password in it,
    and for http to another machine unless `plain_http` allows it; credentials never go there.
    """
    parts = _parts(url)
    authorization = _authorization()
    if parts.scheme == "http" and not _is_here(parts.hostname or ""):
        if not plain_http:
            raise EndpointError(
                f"{url} would be sent unencrypted to another machine: "
                "use https, or allow it with --plain-http"
            )
        if authorization:
            raise EndpointError(
                f"{url} is not encrypted, and credentials never travel so: "
                f"use https, or unset {TOKEN}, {USER}"
            )
    return Endpoint(url, authorization)


@contextmanager
def endpoint_faults(url: str) -> Iterator[None]:
    """Turn faults in talking to a store into an `EndpointError` that says what to do."""
    try:
        yield
    except HTTPError as error:
        raise _refusal(url, error) from None
    except URLError as error:
        raise _breach(url, error.reason) from error
    except (OSError, HTTPException) as error:
        raise _breach(url, error) from error


def _with_query(url: str, query: str) -> str:
    """Return an address with a further query."""
    parts = urlsplit(url)
    queries = filter(None, (parts.query, query))
    whole = parts._replace(query="&".join(queries))
    return urlunsplit(whole)


def _parts(url: str) -> SplitResult:
    """Return the parts of the address of a store. Raises `EndpointError` for any other."""
    if not _is_web(url):
        example = "https://store.example/repository"
        raise EndpointError(f"{_shown(url)!r} is no address of a store: give one such as {example}")
    parts = urlsplit(url)
    if "@" in parts.netloc:
        raise EndpointError(
            "credentials do not belong into an address, where others can see them: "
            f"set {CREDENTIALS}"
        )
    if parts.fragment:
        raise EndpointError(
            f"{url} has a fragment ('#'), which no store is ever told: leave it out"
        )
    return parts


def _is_web(url: str) -> bool:
    """Return whether a text is an http or https address with a host."""
    is_plain = url.isascii() and url.isprintable() and " " not in url
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    return is_plain and parts.scheme in WEB and bool(parts.hostname) and port != 0


def _shown(url: str) -> str:
    """Return an address that cannot be used, without what may be a password in it."""
    head, at, tail = url.rpartition("@")
    scheme, _, _ = head.partition("://")
    return f"{scheme}://…@{tail}" if at else url


def _is_here(host: str) -> bool:
    """Return whether a name or address is this machine's own loopback."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower().rstrip(".") == "localhost"


def _authorization() -> str:
    """Return the credentials of the environment, as a request has them."""
    user = os.environ.get(USER, "")
    password = os.environ.get(PASSWORD, "")
    token = os.environ.get(TOKEN, "")
    is_printable = (token + user + password).isprintable()
    if not is_printable or ":" in user or not token.isascii():
        raise EndpointError(f"the credentials of {CREDENTIALS} have characters that cannot be sent")
    if token:
        return f"Bearer {token}"
    if not user:
        return ""
    data = f"{user}:{password}".encode()
    encoded = base64.b64encode(data).decode("ascii")
    return f"Basic {encoded}"


class _Stay(HTTPRedirectHandler):
    """A handler that follows no redirection: a request goes to the given address or nowhere."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> None:
        return None


def _opener() -> OpenerDirector:
    """Return what sends requests: past every proxy, and to the given host only."""
    return build_opener(ProxyHandler({}), _Stay)


def _one_line(text: str) -> str:
    """Return the store's words on one line, without control characters and without our own
    credentials.
    """
    _, _, sent = _authorization().partition(" ")
    own = (os.environ.get(TOKEN), os.environ.get(PASSWORD), sent.strip())
    for secret in sorted(filter(None, own)):
        text = text.replace(secret, "…")
    line = " ".join(text.split())
    printable = filter(str.isprintable, line)
    return "".join(printable)[:SHOWN]


def _refusal(url: str, error: HTTPError) -> EndpointError:
    """Return the error for an error code of the store, with its meaning and the store's own
    words.
    """
    with error:
        data = error.read(4 * SHOWN)
    said = _one_line(data.decode("utf-8", "replace"))
    reason = _one_line(str(error.reason))
    code = error.code
    headers = error.headers
    if code in PASSING:
        advice = said or "try again later"
        wait = headers.get("Retry-After", "")
        pause = float(wait) if wait.isdecimal() else 0.0
        return PassingError(f"{url} failed with {code} {reason}: {advice}", pause)
    if 300 <= code < 400:
        goal = _one_line(headers.get("Location", "elsewhere"))
        advice = "give that address if you trust it"
        return RefusedError(f"{url}: the service has moved to {goal}: {advice}", code)
    meaning = MEANING_OF_CODE.get(code, reason)
    quoted = f" ({said})" if said else ""
    return RefusedError(f"{url} answered {code}: {meaning}{quoted}", code)


def _breach(url: str, reason: object) -> EndpointError:
    """Return the error for an answer that did not come, or not in full."""
    match reason:
        case ConnectionRefusedError():
            advice = "start the store, or look up its address"
            return EndpointError(f"nobody listens at {url}: {advice}")
        case ssl.SSLCertVerificationError():
            fault = getattr(reason, "verify_message", reason.strerror)
            return EndpointError(f"{url} cannot prove who it is: {fault}")
        case ssl.SSLError():
            fault = reason.reason or reason
            advice = "does it take https?"
            return EndpointError(f"{url} cannot be spoken to encrypted: {fault}; {advice}")
        case TimeoutError():
            return PassingError(f"{url} says nothing for {SILENCE:g} seconds")
        case OSError() if not isinstance(reason, ConnectionError):
            return EndpointError(f"{url} cannot be reached: {reason.strerror or reason}")
    fault = str(reason) or type(reason).__name__
    return PassingError(f"{url} broke off: {fault}")
