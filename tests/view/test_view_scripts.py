"""The page's scripts that need no browser, tested by Node's own runner."""

import shutil
import subprocess
from pathlib import Path

from programs import missing

TOOLS = Path(__file__).parents[2] / "tools" / "javascript"
ADVICE = "Node's packages are not installed: run npm ci in tools/javascript"


def test_the_scripts_keep_their_promises_without_a_browser():
    node = shutil.which("node")
    if node is None or not (TOOLS / "node_modules" / "esbuild").exists():
        missing(ADVICE)
    run = subprocess.run([node, "test.mjs"], cwd=TOOLS, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "# fail 0" in run.stdout or "fail 0" in run.stdout
