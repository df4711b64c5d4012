"""Run the notebooks of examples/, and keep what their cells say.

    python tools/run_notebooks.py

It is done again after a change that shows in them; a test compares what they say with what their
cells give today. Each runs in an empty folder. It takes the extra dev.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
SECONDS = 300  # for a cell


def notebooks() -> list[Path]:
    """Return the notebooks of the examples that keep what their cells say."""
    return [path for path in sorted(EXAMPLES.glob("*.ipynb")) if keeps_results(read(path))]


def keeps_results(notebook: NotebookNode) -> bool:
    """Return whether a cell of a notebook has kept what it said."""
    return any(cell.get("outputs") for cell in notebook.cells)


def read(path: Path) -> NotebookNode:
    """Return a notebook as it is kept."""
    return nbformat.read(path, as_version=4)


def executed(notebook: NotebookNode, folder: Path) -> NotebookNode:
    """Return a notebook with what its cells give today. A cell that fails raises an error."""
    anew = nbformat.from_dict(notebook)
    place = {"metadata": {"path": str(folder)}}
    NotebookClient(anew, timeout=SECONDS, kernel_name="python3", resources=place).execute()
    for cell in anew.cells:
        cell.metadata.pop("execution", None)  # when it ran
    anew.metadata.pop("language_info", None)  # the version of Python
    return anew


def main() -> None:
    """Run all notebooks."""
    for path in notebooks():
        with TemporaryDirectory() as folder:
            nbformat.write(executed(read(path), Path(folder)), path)


if __name__ == "__main__":
    main()
