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

PAGE = Path(__file__).parent / "page"
TEMPLATE, STYLE, OUTLINES = "page.html", "page.css", "countries.json"
VIS_NETWORK = "templates/lib/vis-9.1.2/vis-network.min.js"  # the one that comes with pyvis

# In the order in which they build on each other: they become one script without imports.
SCRIPTS = (
    "data.js",
    "dom.js",
    "state.js",
    "sources.js",
    "filters.js",
    "choose.js",
    "theme.js",
    "address.js",
    "labels.js",
    "places.js",
    "drawn.js",
    "picture.js",
    "article.js",
    "sentences.js",
    "panel.js",
    "search.js",
    "legend.js",
    "spans.js",
    "choices.js",
    "lists.js",
    "globe.js",
    "map.js",
    "image.js",
    "turtle.js",
    "sparql.js",
    "take.js",
    "about.js",
    "main.js",
)
IMPORT = re.compile(r"^import [^;]*;\n", re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class)\b)", re.MULTILINE)
SOURCE_MAP = re.compile(r"\n?//# sourceMappingURL=.*")

# The work, its version if it is in the page, licence, author, and its use here.
CREDITS = (
    ("newskg", "", "MIT", "the newskg contributors", "read the articles and made this page"),
    (
        "vis-network",
        "9.1.2",
        "Apache 2.0 or MIT",
        "Almende B.V. and the vis.js contributors",
        "draws the picture; in this file",
    ),
    (
        "Natural Earth",
        "1:50m",
        "public domain",
        "Natural Earth",
        "outlines of the map; in this file",
    ),
    ("world-atlas", "2.0.2", "ISC", "Michael Bostock", "the form in which the outlines came"),
    (
        "pyvis",
        "",
        "BSD 3-Clause",
        "West Health Institute",
        "wrote the picture's data; not in this file",
    ),
    (
        "networkx",
        "",
        "BSD 3-Clause",
        "the NetworkX developers",
        "laid the picture out; not in this file",
    ),
)
COLUMNS = ("name", "version", "licence", "by", "does")


def script() -> str:
    """Return the page's scripts as one: the modules without their imports and exports."""
    modules = "\n".join(map(_module, SCRIPTS))
    return f'"use strict";\n(async () => {{\n{modules}\n}})();\n'


def _module(name: str) -> str:
    without_imports = IMPORT.sub("", _text(name))
    return EXPORT.sub("", without_imports)


def vis_network() -> str:
    """Return vis-network with its licence notice, without the pointer to its source map.

    The page does not have that map.
    """
    text = (files("pyvis") / VIS_NETWORK).read_text(encoding="utf-8")
    return SOURCE_MAP.sub("", text)


def style() -> str:
    """Return the page's style sheet."""
    return _text(STYLE)


def outlines() -> Any:
    """Return the outlines of the countries as the map reads them."""
    return json.loads(_text(OUTLINES))


def credits_rows() -> list[dict[str, str]]:
    """Return the rows of the box "about", each by the names of its columns."""
    return [dict(zip(COLUMNS, row, strict=True)) for row in CREDITS]


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
