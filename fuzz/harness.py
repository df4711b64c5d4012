"""One fuzz target under libFuzzer, guided by the branches of the package that an input reaches.

python fuzz/harness.py TARGET [CORPUS] [options of libFuzzer, such as -runs=10000]
"""

import sys
from importlib import import_module
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parent))

with atheris.instrument_imports(include=["kg"]):
    target = import_module(f"targets.{sys.argv[1]}").target

if __name__ == "__main__":
    target(
        b"\x01\x00\x12\x05\x3e"
    )  # what is loaded once is loaded before the clock of an input runs
    atheris.Setup([sys.argv[0], *sys.argv[2:]], target)
    atheris.Fuzz()
