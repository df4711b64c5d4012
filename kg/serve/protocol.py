"""The SPARQL 1.1 Protocol over a graph: query by GET and by POST, with content negotiation.

It only reads. A question has the limits of `kg query`: the forms that read, no SERVICE, so many
rows, so many seconds, in a process of its own.
Source: SPARQL 1.1 Protocol (W3C Recommendation, 2013), section 2.1; RFC 9110, section 12.5.1.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import NamedTuple
from urllib.parse import parse_qsl

from kg.errors import KgError
from kg.query import Form, Inquiry, answered, form_of
from kg.tables import table

QUERY = "query"
FORM_DATA = "application/x-www-form-urlencoded"
SPARQL_QUERY = "application/sparql-query"
SPARQL_UPDATE = "application/sparql-update"
PLAIN = "text/plain; charset=utf-8"
TURTLE = "text/turtle; charset=utf-8"
CHARSET = "charset=utf-8"
ANY = "*"
REFUSED = table("kg.serve", "refused.tsv")
MEDIA_TYPES = table("kg.serve", "media_types.tsv")
ANSWER_OF_FORM = {
    Form.SELECT: "rows",
    Form.ASK: "truth",
    Form.CONSTRUCT: "graph",
    Form.DESCRIBE: "graph",
}
DESCRIPTION = """@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .

[] a sd:Service ;
    sd:endpoint <{endpoint}> ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:resultFormat <http://www.w3.org/ns/formats/SPARQL_Results_JSON>,
        <http://www.w3.org/ns/formats/SPARQL_Results_XML>,
        <http://www.w3.org/ns/formats/SPARQL_Results_CSV>,
        <http://www.w3.org/ns/formats/SPARQL_Results_TSV>,
        <http://www.w3.org/ns/formats/Turtle>,
        <http://www.w3.org/ns/formats/RDF_XML>,
        <http://www.w3.org/ns/formats/JSON-LD> .
"""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most rows or triples of an answer (0: all), and the seconds it may take (0: any)."""

    rows: int = 100_000
    seconds: float = 60


@dataclass(frozen=True, slots=True)
class Request:
    """A request to the endpoint: what stands behind the `?`, and the body with its type."""

    parameters: str = ""
    accept: str = ""
    kind: str = ""
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Response:
    """A response: status, media type, body, and further headers."""

    status: HTTPStatus
    kind: str
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


class MediaType(NamedTuple):
    """A media type that an answer can have, and the format of `kg query` for it."""

    name: str
    fmt: str


class RequestError(Exception):
    """A request that cannot be answered: its status, and why."""

    def __init__(self, status: HTTPStatus, message: str):
        super().__init__(message)
        self.status = status


def sparql(source: str, request: Request, limits: Limits, *, endpoint: str) -> Response:
    """Return the answer to a request; without a query, the description of the service."""
    try:
        query = _query(request)
        if query is None:
            description = DESCRIPTION.format(endpoint=endpoint)
            return Response(HTTPStatus.OK, TURTLE, description.encode())
        media = _chosen(request.accept, form_of(query))
        inquiry = Inquiry(
            source,
            query,
            fmt=media.fmt,
            limit=limits.rows,
        )
        reply = answered(inquiry, timeout=limits.seconds or None)
    except RequestError as error:
        return plain(error.status, str(error))
    except KgError as error:
        return plain(HTTPStatus.BAD_REQUEST, str(error))
    notes = "; ".join(reply.notes)
    headers = {"Vary": "Accept"}
    if notes:
        headers["X-Note"] = notes.encode("ascii", "replace").decode()
    return Response(
        HTTPStatus.OK,
        f"{media.name}; {CHARSET}",
        reply.content,
        headers,
    )


def plain(status: HTTPStatus, message: str) -> Response:
    """Return a response of one line."""
    body = f"{message}\n".encode("utf-8", "replace")
    return Response(status, PLAIN, body)


def _query(request: Request) -> str | None:
    """Return the query of a request; None if it has none.

    Raises `RequestError` for what this endpoint does not do.
    """
    kind, _, _ = request.kind.partition(";")
    kind = kind.strip().lower()
    parameters = parse_qsl(request.parameters, keep_blank_values=True)
    queries: list[str] = []
    if kind == SPARQL_UPDATE:
        _refuse("update")
    elif kind == SPARQL_QUERY:
        queries.append(_text(request.body))
    elif kind == FORM_DATA:
        body = _text(request.body)
        parameters += parse_qsl(body, keep_blank_values=True)
    elif request.body:
        wanted = f"{FORM_DATA} or {SPARQL_QUERY}"
        raise RequestError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"post a query as {wanted}")
    for name, value in parameters:
        _refuse(name)
        if name == QUERY:
            queries.append(value)
    if len(queries) > 1:
        raise RequestError(HTTPStatus.BAD_REQUEST, "there is more than one query: ask one")
    return queries[0] if queries else None


def _refuse(parameter: str) -> None:
    """Raise `RequestError` if a parameter asks for what this endpoint does not do."""
    for name, reason in REFUSED:
        if name == parameter:
            raise RequestError(HTTPStatus.BAD_REQUEST, f"{name} is refused: {reason}")


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        message = "the request is no UTF-8 text"
        raise RequestError(HTTPStatus.BAD_REQUEST, message) from error


def _chosen(accept: str, form: Form) -> MediaType:
    """Return the media type that a client likes best, of those for a form of query.

    Raises `RequestError`, with the types that there are, if it accepts none of them.
    """
    possible: list[MediaType] = []
    for answer, fmt, name in MEDIA_TYPES:
        if answer == ANSWER_OF_FORM[form]:
            possible.append(MediaType(name, fmt))
    wishes = list(_wishes(accept)) or [(ANY, 1.0)]
    best = max(possible, key=lambda media: _liking(media.name, wishes))
    if _liking(best.name, wishes) > 0:
        return best
    names = ", ".join(media.name for media in possible)
    message = f"an answer to {form.name} can be {names}"
    raise RequestError(HTTPStatus.NOT_ACCEPTABLE, message)


def _wishes(accept: str) -> Iterator[tuple[str, float]]:
    """Yield the media ranges of an Accept header with their weights.

    >>> list(_wishes("text/csv, */*;q=0.1"))
    [('text/csv', 1.0), ('*/*', 0.1)]
    """
    for part in accept.split(","):
        name, *parameters = map(str.strip, part.split(";"))
        weight = 1.0
        for parameter in parameters:
            key, _, value = parameter.partition("=")
            if key.strip().lower() == "q":
                weight = _weight(value)
        if name:
            yield name.lower(), weight


def _weight(text: str) -> float:
    """Return the weight of a wish; none at all if it cannot be read."""
    try:
        return float(text)
    except ValueError:
        return 0.0


def _liking(name: str, wishes: Sequence[tuple[str, float]]) -> float:
    """Return how much a media type is liked: by the narrowest range that it is in."""
    group, _, _ = name.partition("/")
    for wanted in (name, f"{group}/*", "*/*", ANY):
        for wish, weight in wishes:
            if wish == wanted:
                return weight
    return 0.0
