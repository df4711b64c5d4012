"""The data that a page embeds: JSON for its scripts, and the graph itself, to be saved from it.

JSON of more than `MUCH` bytes is packed with gzip and base64. The graph is Turtle as pyoxigraph
writes it, one subject after the other, without the lines of the prefixes; `page/turtle.js` reads
it.
"""

import base64
import gzip
import json
from collections.abc import Iterable
from typing import Any

from pyoxigraph import RdfFormat, Triple, serialize

from kg.vocabulary import PREFIXES

ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
MUCH = 300_000  # bytes of JSON: beyond that the browser unpacks faster than it reads from disk
LEVEL = 5  # 6 takes two fifths longer for a fortieth less


def data_element(name: str, value: Any) -> str:
    """Return the script element that holds a value under a name; `page/data.js` reads it.

    The same value gives the same text.
    """
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    if len(data) < MUCH:
        text = escaped_json(data).decode()
        return f'<script type="application/json" id="{name}">{text}</script>'
    packed = gzip.compress(data, LEVEL, mtime=0)
    letters = base64.b64encode(packed).decode()  # letters and figures only: nothing to escape
    return f'<script type="application/json+gzip" id="{name}">{letters}</script>'


def escaped_json(data: bytes) -> bytes:
    """Return JSON (UTF-8) for a script element: it can neither end that nor begin a comment.

    >>> escaped_json(b'{"a":"</script>"}')
    b'{"a":"\\\\u003c/script\\\\u003e"}'
    """
    for letter, escape in ESCAPES.items():
        data = data.replace(letter.encode(), escape.encode())
    return data


def turtle_of(triples: Iterable[Triple]) -> str:
    """Return the triples as Turtle without prefixes, in their order."""
    data = serialize(triples, format=RdfFormat.TURTLE, prefixes=dict(PREFIXES)) or b""
    text = data.decode()
    return text[_end_of_prefixes(text) :]


def _end_of_prefixes(text: str) -> int:
    """Return the offset of the first triple.

    pyoxigraph writes the prefixes in any order, which would change the page.
    """
    end = 0
    while text.startswith("@prefix", end):
        end = text.index("\n", end) + 1
    return end
