"""Writes the answers under the README's queries anew.

Run `python tools/update_readme.py` after `kg build seeds -o output`.
"""

import re
from pathlib import Path

from kg.query import ask, table
from kg.rdf import open_graph

ROOT = Path(__file__).parent.parent
PAIR = re.compile(r"(<!-- query -->\n```sparql\n(.*?)```\n```text\n)(.*?)(```)", re.DOTALL)


def answered(readme: str, output: Path) -> str:
    """Return the README's text with the answers that the graph in `output` gives."""
    store = open_graph(output)
    return PAIR.sub(lambda found: found[1] + table(ask(store, found[2])) + found[4], readme)


if __name__ == "__main__":
    path = ROOT / "README.md"
    path.write_text(answered(path.read_text("utf-8"), ROOT / "output"), encoding="utf-8")
