"""One reading as bytes, and back.

A record is a line with its key and the SHA-256 of the rest, then the tables as compressed JSON.
JSON has no code in it, unlike a pickle. Texts are encoded with "surrogatepass", so that even half a
surrogate pair comes back as it was.
"""

import json
import zlib
from hashlib import sha256

from kg.model import Article, Reading
from kg.readings.table import columns_of, reading_of

QUICKEST = 1  # of zlib's levels: half the size of none, and the higher ones gain little more


class DamagedRecordError(ValueError):
    """Bytes that are no whole record."""


def key_of(article: Article, version: str) -> str:
    """Return the name of the reading of an article by a version of the pipeline: 64 hexadecimal
    digits.

    It is made from the article's text and metadata.
    """
    return sha256(f"{version} {article!r}".encode()).hexdigest()


def record(reading: Reading, version: str) -> bytes:
    """Return the bytes of a reading that a version of the pipeline made; the same reading gives the
    same bytes.
    """
    text = json.dumps(columns_of(reading), ensure_ascii=False, separators=(",", ":"))
    content = zlib.compress(text.encode("utf-8", "surrogatepass"), QUICKEST)
    return _head(content, key_of(reading.article, version)) + content


def is_whole(data: bytes, key: str) -> bool:
    """Return whether the data are the record of that key, every byte of it."""
    head, end, content = data.partition(b"\n")
    return head + end == _head(content, key)


def recorded(data: bytes, key: str) -> Reading:
    """Return the reading that was made into these bytes.

    Raises `DamagedRecordError` if a single one of them differs, or they are of another article or
    version.
    """
    if not is_whole(data, key):
        raise DamagedRecordError("cut short, changed, or of another article or version")
    try:
        return reading_of(
            json.loads(
                zlib.decompress(data[data.index(b"\n") + 1 :]).decode("utf-8", "surrogatepass")
            )
        )
    except (LookupError, TypeError, ValueError, zlib.error) as error:
        raise DamagedRecordError(str(error)) from error


def _head(content: bytes, key: str) -> bytes:
    return f"newskg reading, format 2, key {key}, content {sha256(content).hexdigest()}\n".encode()
