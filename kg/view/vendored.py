"""What is inside every page that others made, with version and licence; the page says so in its box "about".

The licences themselves stand in `page/VENDORED.txt`.
"""

VIS_NETWORK = "templates/lib/vis-9.1.2/vis-network.min.js"  # the one that comes with pyvis

# What it is, its version if it is in the page, licence, who made it, what it does here.
ROWS = (
    ("newskg", "", "MIT", "the newskg contributors", "read the articles and made this page"),
    ("vis-network", "9.1.2", "Apache 2.0 or MIT", "Almende B.V. and the vis.js contributors", "draws the picture; in this file"),
    ("Natural Earth", "1:50m", "public domain", "Natural Earth", "outlines of the map; in this file"),
    ("world-atlas", "2.0.2", "ISC", "Michael Bostock", "the form in which the outlines came"),
    ("pyvis", "", "BSD 3-Clause", "West Health Institute", "wrote the picture's data; not in this file"),
    ("networkx", "", "BSD 3-Clause", "the NetworkX developers", "laid the picture out; not in this file"),
)
COLUMNS = ("name", "version", "licence", "by", "does")


def vendored() -> list[dict[str, str]]:
    """The rows of the box, each by the names of its columns."""
    return [dict(zip(COLUMNS, row, strict=True)) for row in ROWS]
