"""One reading as bytes, and back: a line with its version and the SHA-256 of what follows, then the tables as compressed JSON.

JSON has no code in it, unlike a pickle. Texts are encoded with "surrogatepass", so that even half a surrogate pair comes back as
it was.
"""

import json
import zlib
from hashlib import sha256

from kg.model import Reading
from kg.readings.table import columns_of, reading_of

QUICKEST = 1  # of zlib's levels: half the size of none, and the higher ones gain little more


class DamagedRecordError(ValueError):
    """Bytes that are no whole record."""


def record(reading: Reading, version: str) -> bytes:
    """The bytes of a reading that a version of the pipeline made; the same reading always gives the same bytes."""
    text = json.dumps(columns_of(reading), ensure_ascii=False, separators=(",", ":"))
    content = zlib.compress(text.encode("utf-8", "surrogatepass"), QUICKEST)
    return _head(content, version) + content


def recorded(data: bytes, version: str) -> Reading:
    """The reading that was made into these bytes.

    Raises `DamagedRecordError` where a single one of them is another, or another version of the pipeline made the reading.
    """
    head, end, content = data.partition(b"\n")
    if head + end != _head(content, version):
        raise DamagedRecordError("cut short, changed, or of another version")
    try:
        return reading_of(json.loads(zlib.decompress(content).decode("utf-8", "surrogatepass")))
    except (LookupError, TypeError, ValueError, zlib.error) as error:
        raise DamagedRecordError(str(error)) from error


def _head(content: bytes, version: str) -> bytes:
    return f"newskg reading, format 1, version {version}, content {sha256(content).hexdigest()}\n".encode()
