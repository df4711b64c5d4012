"""The server: the page, questions, and texts of one graph, for this machine alone.

It listens on 127.0.0.1, and answers only requests that name this machine as their host, so that no
page on the web can read a graph through somebody's browser. Nothing is written.
"""

import os
import threading
from collections.abc import Callable, Mapping
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote, unquote, urlsplit

from kg.errors import KgError
from kg.query import questions
from kg.rdf import GRAPH_FILE, REFUSALS_FILE, TEXTS_FOLDER, graph_file
from kg.serve.protocol import PLAIN, TURTLE, Limits, Request, Response, plain, sparql
from kg.view import page

ADDRESS = "127.0.0.1"
OWN_NAMES = frozenset((ADDRESS, "localhost"))
HTML = "text/html; charset=utf-8"
PAGE_FILE = "graph.html"
ENDPOINT = "/sparql"
QUESTIONS = "/query"
YASGUI = "/yasgui/"
# The files of YASGUI, by their names, which are made elsewhere: see kg/serve/yasgui/VENDORED.txt.
PARTS_OF_YASGUI: Mapping[str, str] = MappingProxyType(
    {
        "index.html": HTML,
        "yasgui.min.js": "text/javascript; charset=utf-8",
        "yasgui.min.css": "text/css; charset=utf-8",
    }
)
MOST_AT_ONCE = 4  # questions; each is a process
PATIENCE = 30  # seconds that a question waits for others
LONGEST_BODY = 4_000_000  # bytes
IDLE = 60  # seconds that a client may be silent
SAFE_HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-cache",
    }
)
# The query pages load nothing from elsewhere, and ask this server only.
POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src data:; font-src data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class Site:
    """The pages, answers and files of one graph, a folder of `kg build` or an RDF file."""

    def __init__(self, source: Path, limits: Limits):
        graph_file(source)
        self._source = source
        self._folder = source if source.is_dir() else None
        self._limits = limits
        self._turns = threading.BoundedSemaphore(MOST_AT_ONCE)

    def response(self, path: str, request: Request, host: str) -> Response:
        """Return the response to a request for a path."""
        show = self._pages().get(path)
        if path == ENDPOINT:
            return self._answer(request, f"http://{host}{ENDPOINT}")
        if show is not None:
            return show()
        if path.startswith(YASGUI):
            return _part_of_yasgui(path.removeprefix(YASGUI) or "index.html")
        folder, _, name = path.removeprefix("/").partition("/")
        if folder == TEXTS_FOLDER and self._folder is not None:
            return self._text(unquote(name)) if name else self._list_of_texts()
        return plain(HTTPStatus.NOT_FOUND, f"there is no {path} here")

    def _pages(self) -> Mapping[str, Callable[[], Response]]:
        return {
            "/": self._page,
            QUESTIONS: self._query_page,
            f"/{GRAPH_FILE}": self._graph,
            f"/{REFUSALS_FILE}": self._refusals,
        }

    def _answer(self, request: Request, endpoint: str) -> Response:
        """Return the answer to a question, when it is its turn."""
        if not self._turns.acquire(timeout=PATIENCE):
            message = "too many questions at once: ask again"
            return plain(HTTPStatus.SERVICE_UNAVAILABLE, message)
        try:
            source = os.fspath(self._source)
            return sparql(source, request, self._limits, endpoint=endpoint)
        finally:
            self._turns.release()

    def _page(self) -> Response:
        """Return the interactive page: that of the folder, or a new one."""
        made = self._folder / PAGE_FILE if self._folder is not None else None
        if made is not None and made.is_file():
            return Response(HTTPStatus.OK, HTML, made.read_bytes())
        html = page(self._source)
        return Response(HTTPStatus.OK, HTML, html.encode("utf-8"))

    def _query_page(self) -> Response:
        """Return the page on which questions are asked."""
        options = []
        for question in questions():
            if not question.parameters and not question.also:
                text = escape(question.text)
                title = escape(question.title)
                options.append(f'<option value="{text}">{title}</option>')
        template = files("kg.serve").joinpath("query.html").read_text("utf-8")
        html = template.replace("<!-- questions -->", "\n".join(options))
        headers = {"Content-Security-Policy": POLICY}
        return Response(HTTPStatus.OK, HTML, html.encode("utf-8"), headers)

    def _graph(self) -> Response:
        file = graph_file(self._source)
        if file.suffix != ".ttl":
            return plain(HTTPStatus.NOT_FOUND, f"{file.name} is no Turtle: ask {ENDPOINT}")
        return Response(HTTPStatus.OK, TURTLE, file.read_bytes())

    def _refusals(self) -> Response:
        file = self._folder and self._folder / REFUSALS_FILE
        if file is None or not file.is_file():
            return plain(HTTPStatus.NOT_FOUND, "this graph has no refusals")
        return Response(HTTPStatus.OK, TURTLE, file.read_bytes())

    def _text(self, name: str) -> Response:
        """Return the text of an article. Only names that are in the folder lead to a file."""
        known = self._texts()
        if name not in known:
            return plain(HTTPStatus.NOT_FOUND, f"there is no text {name}")
        return Response(HTTPStatus.OK, PLAIN, known[name].read_bytes())

    def _list_of_texts(self) -> Response:
        items = map(_item, sorted(self._texts()))
        listed = "\n".join(items)
        html = f'<!doctype html><html lang="en"><title>Texts</title><ul>\n{listed}\n</ul></html>'
        return Response(HTTPStatus.OK, HTML, html.encode("utf-8"))

    def _texts(self) -> dict[str, Path]:
        """Return the texts of the folder by their names; links are none."""
        if self._folder is None:
            return {}
        texts: dict[str, Path] = {}
        for path in (self._folder / TEXTS_FOLDER).glob("*.txt"):
            if path.is_file() and not path.is_symlink():
                texts[path.name] = path
        return texts


def _part_of_yasgui(name: str) -> Response:
    """Return a file of YASGUI."""
    kind = PARTS_OF_YASGUI.get(name)
    if kind is None:
        return plain(HTTPStatus.NOT_FOUND, f"YASGUI has no {name}")
    content = files("kg.serve").joinpath("yasgui", name).read_bytes()
    return Response(HTTPStatus.OK, kind, content, {"Content-Security-Policy": POLICY})


def _item(name: str) -> str:
    """Return the line of a text in the list of texts."""
    address = quote(name)
    return f'<li><a href="{address}">{escape(name)}</a></li>'


class Handler(BaseHTTPRequestHandler):
    """The requests of one connection."""

    server: "Server"
    server_version = "newskg"
    sys_version = ""
    protocol_version = "HTTP/1.1"
    timeout = IDLE

    def do_GET(self) -> None:
        """Answer a GET."""
        self._respond(self._response(b""))

    def do_HEAD(self) -> None:
        """Answer a HEAD: as a GET, without the body."""
        self._respond(self._response(b""), with_body=False)

    def do_POST(self) -> None:
        """Answer a POST, which only the endpoint takes."""
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > LONGEST_BODY:
            self.close_connection = True
            status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
            self._respond(plain(status, "give the length of the body; 4 MB are taken at most"))
            return
        body = self.rfile.read(int(length))
        if urlsplit(self.path).path != ENDPOINT:
            status = HTTPStatus.METHOD_NOT_ALLOWED
            self._respond(plain(status, f"only {ENDPOINT} takes a POST"))
            return
        self._respond(self._response(body))

    def _response(self, body: bytes) -> Response:
        """Return the response to a request with a body."""
        host = self.headers.get("Host", "")
        name, _, _ = host.partition(":")
        if name.lower() not in OWN_NAMES:
            status = HTTPStatus.MISDIRECTED_REQUEST
            return plain(status, f"this server is for {ADDRESS} alone")
        address = urlsplit(self.path)
        request = Request(
            parameters=address.query,
            accept=self.headers.get("Accept", ""),
            kind=self.headers.get("Content-Type", "") if body else "",
            body=body,
        )
        try:
            return self.server.site.response(address.path, request, host)
        except (KgError, OSError) as error:
            return plain(HTTPStatus.INTERNAL_SERVER_ERROR, str(error))

    def _respond(self, response: Response, *, with_body: bool = True) -> None:
        """Send a response."""
        self.send_response(response.status)
        self.send_header("Content-Type", response.kind)
        self.send_header("Content-Length", str(len(response.body)))
        for name, value in {**SAFE_HEADERS, **response.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if with_body:
            self.wfile.write(response.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing: what is asked is nobody's business."""


class Server(ThreadingHTTPServer):
    """A server for one graph on a port of this machine; 0 takes any that is free."""

    daemon_threads = True

    def __init__(self, source: Path, *, port: int = 0, limits: Limits | None = None):
        self.site = Site(source, limits or Limits())
        super().__init__((ADDRESS, port), Handler)

    @property
    def address(self) -> str:
        """The address of the site."""
        return f"http://{ADDRESS}:{self.server_port}"
