"""The files that a page is made from, and what of them others made.

The scripts and the style are the project's own; vis-network comes with pyvis, the outlines of the
countries from Natural Earth. The licences themselves stand in `page/VENDORED.txt`.
"""

import base64
import hashlib
import json
import re
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

from kg.tables import records

PAGE = Path(__file__).parent / "page"
TEMPLATE = "page.html"
VIS_NETWORK = "templates/lib/vis-9.1.2/vis-network.min.js"  # the one that comes with pyvis

SCRIPT = "built/page.js"  # made of the modules by tools/javascript/build.mjs
STYLES = ("page.css", "story.css")
SOURCE_MAP = re.compile(r"\n?//# sourceMappingURL=.*")


def script() -> str:
    """Return the page's scripts, joined into one."""
    return _text(SCRIPT)


def vis_network() -> str:
    """Return vis-network with its licence notice, without the pointer to its source map.

    The page does not have that map.
    """
    text = (files("pyvis") / VIS_NETWORK).read_text(encoding="utf-8")
    return SOURCE_MAP.sub("", text)


def style() -> str:
    """Return the page's style sheet."""
    return "".join(map(_text, STYLES))


def outlines() -> Any:
    """Return the outlines of the countries as the map reads them."""
    return json.loads(_text("countries.json"))


def options() -> str:
    """Return the options of vis-network, as JSON."""
    return _text("options.json")


def credits_rows() -> list[dict[str, str]]:
    """Return the rows of the box "about": a work, its version if it is in the page, and its use."""
    return records(_text("credits.tsv"))


def security_policy(scripts: Iterable[str], style_sheet: str) -> str:
    """Return a Content-Security-Policy for exactly these scripts and this style, and no host."""
    allowed = " ".join(map(_hash, scripts))
    rules = (
        "default-src 'none'",
        f"script-src {allowed}",
        f"style-src {_hash(style_sheet)}",
        "img-src data: blob:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules)


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _text(name: str) -> str:
    return (PAGE / name).read_text(encoding="utf-8")
