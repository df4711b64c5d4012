"""The notebooks of examples/ that keep what their cells say run, and say the same today."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")
pytest.importorskip("pandas")

ROOT = Path(__file__).parent.parent
NOTEBOOKS = [
    path
    for path in sorted((ROOT / "examples").glob("*.ipynb"))
    if '"output_type"' in path.read_text("utf-8")
]
# In a process of its own: what runs a notebook has warnings that are none of ours.
PROGRAM = """
import sys; from pathlib import Path; from run_notebooks import executed, read
kept = read(Path(sys.argv[1])); anew = executed(kept, Path(sys.argv[2]))
for before, now in zip(kept.cells, anew.cells, strict=True):
    assert before == now, f"run tools/run_notebooks.py: {now.source}: {now.get('outputs')}"
"""


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_says_what_its_cells_give(notebook: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'tools'}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-c", PROGRAM, str(notebook), str(tmp_path)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "output" / "graph.html").exists()


def test_there_is_a_notebook() -> None:
    assert NOTEBOOKS
