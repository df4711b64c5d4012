"""Build what is released, and try it as a stranger would: outside the checkout, on each Python.

    python tools/try_release.py [--dist FOLDER] [--python PROGRAM]…

Wheel and source archive are built, and the wheel once more from the archive, so that the archive is
whole. Then each version of Python that is tested gets an environment of its own with nothing but
the wheel, in which the README's first command and those that ask and check run in an empty folder,
on the seeds. The graphs must have the same bytes under all. A version that is not on this machine
is named as not tried, and the exit code is then 2; 1 if anything fails.

The versions are those of pyproject.toml's classifiers; programs are looked for on the path, among
pyenv's, and with `uv python find`, if uv is here.
"""

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
VERSION = re.compile(r"Programming Language :: Python :: (3\.\d+)$")
PYENV = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
# What a stranger runs, each with words that its answer must have; {seeds} are the articles.
COMMANDS: Sequence[tuple[str, str]] = (
    ("--version", "newskg {version}"),
    ("build {seeds} -o output", "written to output"),
    ("verify output", "every passage is what its text says"),
    ("explain output Varya", "Vladislav Sorokin is a parent of Varya"),
    ("query output --ask family", "Varya"),
    ("export output --format csv -o facts.csv", ""),
)
COMPARED = ("graph.ttl", "refusals.ttl")
# What a wheel must bring besides the code.
BROUGHT = ("kg/ontologies/newskg.ttl", "kg/text/reader/data/reader.onnx", "kg/py.typed")
FAILED, NOT_ALL_TRIED = 1, 2

Hashes = Mapping[str, str]


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--dist", type=Path, help="where the archives go (default: nowhere)")
    parser.add_argument(
        "--python", action="append", metavar="PROGRAM", help="try these (default: all versions)"
    )
    args = parser.parse_args()
    with TemporaryDirectory() as place:
        dist = args.dist or Path(place) / "dist"
        wheel = built(Path(place), dist)
        programs = {each: each for each in args.python} if args.python else found()
        hashes: dict[str, Hashes] = {}
        for version, program in programs.items():
            if program is None:
                print(f"{version}: NOT TRIED, it is not on this machine", flush=True)
                continue
            hashes[version] = tried(program, wheel, Path(place) / f"python-{len(hashes)}")
            print(f"{version}: {len(COMMANDS)} commands work", flush=True)
    if len({tuple(each.items()) for each in hashes.values()}) > 1:
        print(f"the graphs differ: {hashes}")
        return FAILED
    print(f"the same bytes on {', '.join(hashes)}")
    return 0 if len(hashes) == len(programs) else NOT_ALL_TRIED


def built(place: Path, dist: Path) -> Path:
    """Build archive and wheel, and the wheel from the archive; return the wheel."""
    tools = environment(sys.executable, place / "tools")
    run(tools, "-m", "pip", "install", "--quiet", "hatchling")
    run(tools, "-m", "hatchling", "build", "-d", str(dist), at=ROOT)
    archive, wheel = newest(dist, "*.tar.gz"), newest(dist, "*.whl")
    shutil.unpack_archive(archive, place / "unpacked", filter="data")
    (source,) = (place / "unpacked").iterdir()
    run(tools, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place / "again"), at=source)
    names = contents(wheel)
    if contents(newest(place / "again", "*.whl")) != names:
        raise SystemExit(f"{archive.name} does not give the same wheel")
    lacking = [name for name in BROUGHT if name not in names]
    if lacking:
        raise SystemExit(f"{wheel.name} lacks {', '.join(lacking)}")
    for path in (wheel, archive):
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB", flush=True)
    return wheel


def newest(folder: Path, pattern: str) -> Path:
    """Return the file of a folder that was made last."""
    return max(folder.glob(pattern), key=lambda path: path.stat().st_mtime)


def contents(wheel: Path) -> Hashes:
    """Return the files of a wheel, each with the checksum of its content."""
    with zipfile.ZipFile(wheel) as archive:
        return {each.filename: f"{each.CRC:08x}" for each in archive.infolist()}


def found() -> dict[str, str | None]:
    """Return a program for each version of Python that the classifiers name; None if none is."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    matches = filter(None, map(VERSION.match, project["classifiers"]))
    return {match[1]: next(programs(match[1]), None) for match in matches}


def programs(version: str) -> Iterator[str]:
    """Yield the programs of a version of Python that start."""
    kept = sorted(PYENV.glob(f"{version}.*/bin/python"))
    candidates = [f"python{version}", *map(str, kept), located_by_uv(version)]
    for candidate in candidates:
        if is_of(candidate, version):
            yield candidate


def located_by_uv(version: str) -> str:
    """Return the program that uv knows for a version; empty if there is none, or no uv."""
    if shutil.which("uv") is None:
        return ""
    command = ["uv", "python", "find", "--offline", version]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def is_of(program: str, version: str) -> bool:
    """Return whether a program is a Python of that version."""
    if not program or shutil.which(program) is None:
        return False
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    return told.stdout.startswith(f"Python {version}.")


def tried(program: str, wheel: Path, place: Path) -> Hashes:
    """Install a wheel for a Python, run all commands in an empty folder, and return the hashes."""
    python = environment(program, place / "venv")
    run(python, "-m", "pip", "install", "--quiet", str(wheel))
    seeds, empty = place / "seeds", place / "empty"
    shutil.copytree(ROOT / "seeds", seeds)
    empty.mkdir()
    version = wheel.name.split("-")[1]
    for line, expected in COMMANDS:
        arguments = line.format(seeds=seeds).split()
        answer = run(python, "-m", "kg", *arguments, at=empty)
        words = expected.format(version=version)
        if words not in answer:
            raise SystemExit(f"kg {line}: no “{words}” in what it says:\n{answer}")
    return {name: digest(empty / "output" / name) for name in COMPARED}


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def environment(program: str, place: Path) -> str:
    """Make a virtual environment, and return its Python."""
    subprocess.run([program, "-m", "venv", str(place)], check=True)
    folder = "Scripts" if os.name == "nt" else "bin"
    return str(place / folder / "python")


def run(*command: str, at: Path | None = None) -> str:
    """Run a command as for a stranger, without our paths, and return what it says."""
    ours = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
    clean = {name: value for name, value in os.environ.items() if name not in ours}
    done = subprocess.run(
        command,
        cwd=at,
        env={**clean, "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
