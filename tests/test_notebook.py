"""The notebook of examples/ runs from its first cell to its last, and keeps no results."""

import ast
import json
from pathlib import Path

import pytest

NOTEBOOK = Path(__file__).parent.parent / "examples" / "tour.ipynb"


def cells() -> list[dict]:
    return json.loads(NOTEBOOK.read_text("utf-8"))["cells"]


def shown(source: str, names: dict) -> object:
    """Run a cell as Jupyter does, and return the value of its last line."""
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec"), names)
    return (
        None if last is None else eval(compile(ast.Expression(last.value), "cell", "eval"), names)
    )


def test_the_notebook_runs(tmp_path: Path, monkeypatch, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pandas")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    values = [
        shown("".join(cell["source"]), names) for cell in cells() if cell["cell_type"] == "code"
    ]
    report, _, facts, rows, nodes, graph = values
    assert report.counts["articles"] == 2
    assert "Her daughter, Nora, works for Initech. -- Port" in capsys.readouterr().out
    assert "Nora Lund" in set(facts["subject_label"])
    assert {"who": "Nora Lund", "where": "Initech"} in rows
    assert all(label for _, label in nodes)
    assert graph._repr_html_().startswith("<iframe sandbox=")


def test_the_notebook_keeps_no_results() -> None:
    assert all(cell.get("outputs", []) == [] for cell in cells())
