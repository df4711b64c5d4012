"""Answers from another process, which can be stopped and whose crash costs nothing more.

The engine cannot be interrupted, and if it runs out of stack the whole process ends. The question
goes to the other process as JSON; the reply is a line of JSON (notes, or an error) and, after it,
the answer.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.choices import AnswerFormat
from kg.errors import KgError, QueryError

if TYPE_CHECKING:
    from pyoxigraph import Triple

    from kg.query.sparql import Answer

GRACE = 2  # seconds after which the other process ends by itself, should this one be gone


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question, and the form its answer should have: a table of some width, or another format.

    `source` is a folder, a file or an endpoint; `also` are further files of the folder to look
    into; `limit` is the most rows or triples to give (0: all); `graph` names a graph of the
    endpoint (empty: its default), `plain_http` allows an endpoint on another machine that is not
    encrypted. With `as_of`, an ISO date, only what held on that day counts.
    """

    source: str
    text: str
    also: tuple[str, ...] = ()
    fmt: str = AnswerFormat.TABLE
    width: int | None = None
    limit: int = 0
    graph: str = ""
    plain_http: bool = False
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, UTF-8, and notes for its reader."""

    content: bytes
    notes: tuple[str, ...] = ()


def answered(inquiry: Inquiry, *, timeout: float | None = None) -> Reply:
    """Return the answer, at the latest after so many seconds.

    Raises `KgError` for a question that cannot be answered or takes longer.
    """
    asked = asdict(inquiry)
    asked["alarm"] = timeout and timeout + GRACE
    document = json.dumps(asked)
    try:
        done = subprocess.run(
            _command(),
            input=document.encode("ascii"),
            capture_output=True,
            timeout=timeout,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise QueryError(
            f"no answer within {timeout:g} seconds: ask for less, or give more time with --timeout"
        ) from error
    head, _, content = done.stdout.partition(b"\n")
    if done.returncode < 0:
        raise QueryError(
            "the query is too much for the engine, which broke down over it: make it smaller"
        )
    if done.returncode or not head:
        messages = done.stderr.decode("utf-8", "replace")
        lines = list(filter(None, messages.split("\n")))
        reason = lines[-1] if lines else "nothing came back"
        raise QueryError(f"the query cannot be answered: {reason}")
    notes = json.loads(head)
    if "error" in notes:
        raise KgError(notes["error"])
    return Reply(content, tuple(notes["notes"]))


def reply(inquiry: Inquiry) -> Reply:
    """Return the answer, worked out in this process. Raises `KgError`."""
    from kg.query.answers import first
    from kg.query.sources import askable

    source = askable(
        inquiry.source,
        also=inquiry.also,
        graph=inquiry.graph,
        plain_http=inquiry.plain_http,
        as_of=inquiry.as_of,
    )
    notes = list(source.notes)
    try:
        whole = source.ask(inquiry.text)
        notes += source.notes_on(inquiry.text)
        answer, is_cut = first(whole, inquiry.limit)
        content = _formatted(answer, inquiry, source.prefixes())
    except (RuntimeError, OSError) as error:  # of the engine, in the midst of the rows
        raise QueryError(f"the query cannot be answered: {error}") from error
    except SyntaxError as error:  # of a store on the network
        raise QueryError(f"the answer breaks off, or cannot be read: {error.msg}") from error
    if is_cut:
        notes.append(f"only the first {inquiry.limit:,} are given, there are more: see --limit")
    return Reply(content, tuple(notes))


def _formatted(
    answer: "Answer | list[Triple]", inquiry: Inquiry, prefixes: Mapping[str, str]
) -> bytes:
    from kg.query.answers import table, written

    if inquiry.fmt == AnswerFormat.TABLE:
        text = table(answer, prefixes=prefixes, width=inquiry.width)
        return text.encode("utf-8")
    return written(answer, inquiry.fmt, prefixes=prefixes)


def _command() -> list[str]:
    return [sys.executable, "-P", "-c", "from kg.query.process import _serve; _serve()"]


def _environment() -> Mapping[str, str]:
    """Return the environment of the other process.

    It finds the same modules, and none that only lie in the working directory.
    """
    entries: list[str] = []
    for entry in filter(None, sys.path):
        folder = Path(entry).resolve()
        entries.append(str(folder))
    return {**os.environ, "PYTHONPATH": os.pathsep.join(entries)}


def _serve() -> None:
    """Read a question and write the answer: the work of the other process."""
    document = sys.stdin.buffer.read()
    asked: dict[str, Any] = json.loads(document)
    alarm = asked.pop("alarm")
    also = tuple(asked.pop("also"))
    if alarm and hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, alarm)
    try:
        inquiry = Inquiry(also=also, **asked)
        given = reply(inquiry)
    except KgError as error:
        _send({"error": str(error)}, b"")
    else:
        _send({"notes": given.notes}, given.content)


def _send(head: Mapping[str, object], content: bytes) -> None:
    line = json.dumps(head)
    out = sys.stdout.buffer
    out.write(f"{line}\n".encode("ascii"))
    out.write(content)
