"""What inputs are called: printable, and in the graph without the folders of the machine that they
lie on.
"""

import re
from pathlib import Path

BETWEEN = re.compile(r"[/\\]+")  # names made under Windows can hold backslashes anywhere
OF_ONE_MACHINE = re.compile(
    r"[A-Za-z]:|\.{0,2}"
)  # a drive, the folder itself, the one above it, nothing


def outer_name(path: Path) -> str:
    """Return the own name of a file or folder as it was given; of "." and "..", that of the folder.
    Empty for the root.

    >>> outer_name(Path("/home/ada/news/a.txt")), outer_name(Path("../news")), outer_name(Path("/"))
    ('a.txt', 'news', '')
    """
    own = _parts(path.name)
    return own[-1] if own else "/".join(_parts(path.resolve().name)[-1:])


def inner_name(base: str, inner: str) -> str:
    """Return the name of a file in a folder: from the name of the folder on, without a drive or a
    step upwards.

    >>> inner_name("news", "deep/c.txt"), inner_name("", "c.txt"), inner_name("news", ".")
    ('news/deep/c.txt', 'c.txt', 'news')
    """
    return "/".join([*_parts(base), *_parts(inner)])


def _parts(name: str) -> list[str]:
    return [part for part in BETWEEN.split(name) if not OF_ONE_MACHINE.fullmatch(part)]


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
