"""Fuzzes every target and prints the results: one command, one process.

    python fuzz/run.py [--share 1.0] [--corpus FOLDER] [TARGET…]

It takes some minutes of one core; a smaller share takes less. Inputs that reach something new are
kept in the corpus, so that a second run goes on where the first one stopped. An input that crashes,
hangs, or breaks a law is written to that folder and named.
"""

import argparse
import re
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
INPUTS = {"read": 40_000, "expressions": 30_000, "query": 30_000, "write": 15_000, "build": 4_000}
LONGEST = {
    "read": 2_000,
    "expressions": 80,
    "query": 300,
    "write": 300,
    "build": 60,
}  # bytes, each of which may stand for a word
SLOWEST = 20  # seconds for one input; more is a hang
DONE = re.compile(rb"Done (\d+) runs|#(\d+)\s")  # the last one counts
COVERED = re.compile(rb"cov: (\d+)")
SEEDS = {
    "read": [
        b"Bridge closed\n\nMarch 1, 2008\n\nBy Jane Smith\n\nThe city closed it. It was old.\n",
        b"\xff\xfea\0",
        b"\xef\xbb\xbfx",
    ],
    "expressions": [b"\0from May 3 to June 2019", b"\0about $5 million", b"\0last Friday"],
    "query": [
        b"\0SELECT * { ?s a schema:Person }",
        b"\0ASK {}",
        b"\0CONSTRUCT WHERE { ?s ?p 'service' }",
        b"\0INSERT DATA {}",
        bytes([1, 0, 3, 17, 4]),
        bytes([3, *range(30)]),
        bytes([1, 0, 3, 17, 4]),
        bytes([1, *range(30)]),
    ],
    "write": [b'\0Ada "Lund" <b> \\', bytes([1, *range(120)])],
    "build": [
        bytes([1, 0, 17, 2, 33, 3, 60]),
        bytes([1, 67, 5, 18, 70, 62]),
        bytes([1, *range(59)]),
    ],
}


def main() -> int:
    """Fuzz the targets that are named, or all; return 1 if any found a fault."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(INPUTS))
    parser.add_argument("--share", type=float, default=1.0, help="of the inputs")
    parser.add_argument("--corpus", type=Path, default=Path("fuzz-corpus"))
    given = parser.parse_args()
    print(f"{'target':<12} {'inputs':>8} {'seconds':>8} {'branches':>9}  found")
    faults = [
        _fuzz(name, int(INPUTS[name] * given.share), given.corpus / name)
        for name in given.targets or INPUTS
    ]
    return int(any(faults))


def _fuzz(name: str, runs: int, corpus: Path) -> bool:
    """Run one target and print its line; return whether it found a fault."""
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS[name]):
        (corpus / f"seed-{number}").write_bytes(seed)
    options = [
        f"-runs={runs}",
        f"-max_len={LONGEST[name]}",
        f"-timeout={SLOWEST}",
        "-seed=1",
        "-rss_limit_mb=4096",
    ]
    started = time.monotonic()
    result = subprocess.run(
        [
            sys.executable,
            str(HERE / "harness.py"),
            name,
            str(corpus),
            f"-artifact_prefix={corpus.parent}/{name}-",
            *options,
        ],
        capture_output=True,
        check=False,
    )
    done, covered = DONE.findall(result.stderr), COVERED.findall(result.stderr)
    inputs = b"".join(done[-1]).decode() if done else "?"
    found = (
        "nothing" if result.returncode == 0 else result.stderr.decode("utf-8", "replace")[-1500:]
    )
    branches = covered[-1].decode() if covered else "?"
    print(
        f"{name:<12} {inputs:>8} {time.monotonic() - started:>8.0f} {branches:>9}  {found}",
        flush=True,
    )
    return result.returncode != 0


if __name__ == "__main__":
    sys.exit(main())
