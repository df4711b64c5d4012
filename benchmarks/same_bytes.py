"""Whether a change of the code left every byte of the graphs alone.

python benchmarks/same_bytes.py --keep FILE FOLDER…     # before: build each folder, keep the hashes
python benchmarks/same_bytes.py --compare FILE FOLDER…  # after: build again, name what differs

Each folder of articles is built with its mentions, without a cache, and the SHA-256 of graph.ttl,
refusals.ttl and mentions.ttl are kept as JSON. Exit code 1 if any differs.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import kg

FILES = ("graph.ttl", "refusals.ttl", "mentions.ttl")


def hashes(folders: Sequence[Path]) -> dict[str, str]:
    """Return the hash of each file of the graph of each folder."""
    found = {}
    for folder in folders:
        with TemporaryDirectory() as out:
            kg.build([folder], out, mentions=True, cache=False)
            for name in FILES:
                content = Path(out, name).read_bytes()
                found[f"{folder.as_posix()}/{name}"] = sha256(content).hexdigest()
    return found


def main() -> int:
    """Keep or compare hashes; return 1 if any differs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path, help="folders with articles")
    action = parser.add_mutually_exclusive_group(required=True)
    action.add_argument("--keep", type=Path, help="the file to write")
    action.add_argument("--compare", type=Path, help="the file to compare with")
    args = parser.parse_args()
    now = hashes(args.folders)
    if args.keep:
        args.keep.write_text(json.dumps(now, indent=1) + "\n", "utf-8")
        return 0
    before = json.loads(args.compare.read_text("utf-8"))
    different = sorted(name for name in now if before.get(name) != now[name])
    for name in different:
        print(f"differs: {name}")
    print(f"{len(now) - len(different)} of {len(now)} files are the same")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
