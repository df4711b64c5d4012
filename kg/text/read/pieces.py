"""Values of reading: the data of an input, a fault in one, a file that is passed over."""

import os
from dataclasses import dataclass

NO_MEMORY = (
    "needs more memory than is free: close other programs, build with fewer workers, "
    "or cut it into several files"
)
PACKED = ".gz"
PACKED_KIND = ".warc"  # what is read although it is packed


@dataclass(frozen=True, slots=True)
class Fault:
    """Something about one input that its owner should know: where, what is wrong, and what to do.

    `lost` is True if an input was not read, False for a remark that cost nothing ("same text as
    …"). `of_file` is True if it is about a file that is there and gives no article of its own.
    `skipped` is True if it could be read, but was not asked for.
    """

    source: str
    message: str
    lost: bool = True
    of_file: bool = False
    skipped: bool = False

    def __str__(self) -> str:
        return f"{self.source}: {self.message}"


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file in a folder that no reader is for: its name for people, and its ending.

    The ending is in small letters, and empty if it has none."""

    source: str
    ending: str


@dataclass(frozen=True, slots=True)
class Several:
    """A file that holds several articles, or may: its name for people, and how many were read."""

    source: str
    articles: int


@dataclass(frozen=True, slots=True)
class Data:
    """The bytes of one input.

    `source` is its name in the graph, `name` that for people; both have "/" between folders.
    `named` is True if the file itself was named, not a folder with it. `sidecar` is the JSON beside
    it that describes it, `depth` the number of archives that it lies in.
    """

    source: str
    name: str
    content: bytes
    named: bool = True
    sidecar: bytes = b""
    depth: int = 0

    @property
    def ending(self) -> str:
        """The ending of its name in small letters, with the dot; empty if it has none."""
        stem, ending = os.path.splitext(self.name.lower())  # noqa: PTH122 - may be no path
        if ending == PACKED and stem.endswith(PACKED_KIND):
            return f"{PACKED_KIND}{ending}"
        return ending


def printable(name: str) -> str:
    """Return a name with what cannot be printed written as escapes.

    Control characters and broken encoding cannot.

    >>> printable("a" + chr(7) + "b")
    'a\\\\x07b'
    """
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in name
    )
