"""Files beside an article that describe it: `a.json` or `a.html.json` beside `a.html`."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.text.read.documents import Metadata, Origin
from kg.text.read.fields import keyed, metadata, names_of_fields
from kg.text.read.opening import opened
from kg.text.read.pieces import Data

SUFFIX = ".json"
LARGEST = 1_000_000  # bytes
# Of files that hold one article each
DESCRIBED = (".txt", ".html", ".htm", ".xhtml", ".md", ".markdown", ".eml", ".pdf", ".docx")


def beside(path: Path) -> bytes:
    """Return the file that describes an article; empty if there is none."""
    if path.suffix.lower() not in DESCRIBED:
        return b""
    for other in (path.with_name(path.name + SUFFIX), path.with_suffix(SUFFIX)):
        content = _content(other)
        if _described(content) is not None:
            return content
    return b""


def describes(path: Path) -> bool:
    """Return whether a file only describes the article in the file beside it."""
    if path.suffix.lower() != SUFFIX:
        return False
    stem = path.with_suffix("")
    described = [stem, *(stem.with_name(stem.name + ending) for ending in DESCRIBED)]
    if not any(other.suffix.lower() in DESCRIBED and other.is_file() for other in described):
        return False
    return _described(_content(path)) is not None


def _content(path: Path) -> bytes:
    """Return the bytes of a small file; empty if there is none, or it cannot be read."""
    try:
        is_small = path.is_file() and path.stat().st_size <= LARGEST
    except (OSError, ValueError):
        return b""
    found = opened(path, path.name, path.name) if is_small else None
    return found.content if isinstance(found, Data) else b""


def _described(content: bytes) -> dict[str, Any] | None:
    """Return what a file says of one article; None if it is no such file."""
    if not content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
        return None
    try:
        record = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return keyed(record)


def told_beside(data: Data) -> Iterator[Metadata]:
    """Yield what the file beside an article says of it."""
    record = _described(data.sidecar)
    if record is not None:
        yield metadata(record, names_of_fields("columns"), Origin.SIDECAR)
