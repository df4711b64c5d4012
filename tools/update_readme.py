"""Writes the answers in the README anew: of queries, of `kg explain`, and the figures of accuracy.

Run `python tools/update_readme.py` after `kg build seeds -o output`.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pyoxigraph import Store

from kg.query import ask, explain, report, table
from kg.rdf import open_graph

ROOT = Path(__file__).parent.parent
PAIR = re.compile(r"(<!-- query -->\n```sparql\n(.*?)```\n```text\n)(.*?)(```)", re.DOTALL)
EXPLAINED = re.compile(r"(<!-- explain (.*?) -->\n```text\n)(.*?)(```)", re.DOTALL)
FIGURE = re.compile(r"(<!-- figure (.*?) -->)(.*?)(<!-- /figure -->)")
FIGURES = ROOT / "benchmarks" / "accuracy.json"


def answered(readme: str, output: Path) -> str:
    """Return the README's text with what the graph in `output` and the card of accuracy say."""
    store = open_graph(output)
    figures = json.loads(FIGURES.read_text("utf-8"))["figures"]
    readme = PAIR.sub(lambda found: found[1] + table(ask(store, found[2])) + found[4], readme)
    readme = EXPLAINED.sub(lambda found: found[1] + _foremost(store, found[2]) + found[4], readme)
    return FIGURE.sub(lambda found: found[1] + _share(figures, found[2]) + found[4], readme)


def _foremost(store: Store, name: str) -> str:
    """Return the beginning of what `kg explain` tells of a thing: its foremost fact."""
    begun = [
        replace(explanation, sayings=explanation.sayings[:1], merged=())
        for explanation in explain(store, name)
    ]
    return report(begun).plain


def _share(figures: Mapping[str, Mapping[str, float]], name: str) -> str:
    """Return a figure as the card writes it, with two decimals: .71."""
    return f"{figures[name]['value']:.2f}".removeprefix("0")


if __name__ == "__main__":
    path = ROOT / "README.md"
    path.write_text(answered(path.read_text("utf-8"), ROOT / "output"), encoding="utf-8")
