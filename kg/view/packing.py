"""Puts data into the page: as JSON that one can read, or, where there is much of it, packed with gzip and base64."""

import base64
import gzip
import json
from typing import Any

ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
MUCH = 300_000  # bytes of JSON: beyond that the browser unpacks faster than it reads from disk
LEVEL = 5  # 6 takes two fifths longer for a fortieth less


def packed(name: str, value: Any) -> str:
    """The script element that holds a value under a name; `page/data.js` reads it. The same value gives the same text."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    if len(data) < MUCH:
        return f'<script type="application/json" id="{name}">{embedded(data).decode()}</script>'
    small = base64.b64encode(gzip.compress(data, LEVEL, mtime=0)).decode()  # letters and figures only: nothing to escape
    return f'<script type="application/json+gzip" id="{name}">{small}</script>'


def embedded(data: bytes) -> bytes:
    """JSON in UTF-8 that can stand inside a script element: nothing in it can end the element or begin a comment.

    >>> embedded(b'{"a":"</script>"}')
    b'{"a":"\\\\u003c/script\\\\u003e"}'
    """
    for letter, escape in ESCAPES.items():
        data = data.replace(letter.encode(), escape.encode())
    return data
