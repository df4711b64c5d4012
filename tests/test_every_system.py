"""Nothing here is for one system only: no module, no file name, no end of line, no encoding.

Encodings are checked by the linter (PLW1514 in `pyproject.toml`). What only one system has must be asked for first
(`os.name`, `getattr`).
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

import pytest
from hostile_texts import MARKUP

import kg

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "kg").rglob("*.py"))
# Modules and functions of the standard library that Windows lacks
LACKING = frozenset(
    "crypt curses fcntl grp posix pty pwd readline resource syslog termios tty".split()
)
LACKING_IN_OS = frozenset(
    "chown fork forkpty getgid getuid geteuid killpg mkfifo mknod nice setsid sched_getaffinity statvfs uname wait4".split()
)
LACKING_SIGNALS = frozenset(
    "SIGALRM SIGHUP SIGKILL SIGPIPE SIGUSR1 SIGUSR2 alarm setitimer".split()
)
FORBIDDEN = frozenset('<>:"|?*\\')
LONGEST = 140  # characters; with the folder of a user, Windows takes 260
TITLES = [
    "CON",
    "nul.txt",
    'a<b>:"c|d?*',
    "ends in a dot.",
    "ends in blanks  ",
    "a\\b/../c",
    "a" * 400,
    "Å" * 300,
    "\u202e\u0000x",
]


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def asked_for(module: ast.Module) -> set[object]:
    """The names that a module looks for before it uses them, with `hasattr`."""
    calls = [node for node in ast.walk(module) if isinstance(node, ast.Call)]
    asking = [call for call in calls if getattr(call.func, "id", "") == "hasattr"]
    return {each.value for call in asking for each in call.args if isinstance(each, ast.Constant)}


def lacking(module: ast.Module) -> list[str]:
    """What a module uses that Windows lacks, without asking first."""
    asked = asked_for(module)
    return [name for name in used(module) if name not in asked]


def used(module: ast.Module) -> Iterator[str]:
    """What a module uses that Windows lacks."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names if each.name.split(".")[0] in LACKING)
        elif isinstance(node, ast.ImportFrom):
            yield from (node.module or "",) if node.module in LACKING else ()
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            of_module = {"os": LACKING_IN_OS, "signal": LACKING_SIGNALS}.get(
                node.value.id, frozenset()
            )
            yield from (node.attr,) if node.attr in of_module else ()


def texts_written(module: ast.Module) -> Iterator[ast.Call]:
    """The calls that write text."""
    for node in ast.walk(module):
        if not isinstance(node, ast.Call):
            continue
        called = (
            node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        )
        modes = [each.value for each in node.args if isinstance(each, ast.Constant)]
        if called == "write_text" or (called == "open" and {"w", "a", "x"} & set(map(str, modes))):
            yield node


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_uses_nothing_that_windows_lacks(path: Path) -> None:
    assert lacking(tree(path)) == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_text_is_written_with_the_same_ends_of_lines_everywhere(path: Path) -> None:
    loose = [
        call.lineno
        for call in texts_written(tree(path))
        if "newline" not in {keyword.arg for keyword in call.keywords}
    ]
    assert loose == []


def test_the_checks_find_what_they_look_for() -> None:
    source = "import fcntl\nimport os\nos.fork()\npath.write_text('x')\npath.open('w')\n"
    assert lacking(ast.parse(source)) == ["fcntl", "fork"]
    assert [call.lineno for call in texts_written(ast.parse(source))] == [4, 5]
    assert lacking(ast.parse("if hasattr(os, 'fork'):\n    os.fork()\n")) == []


def allowed(name: str) -> bool:
    """Whether Windows takes a path."""
    parts = name.split("/")
    return (
        len(name) <= LONGEST
        and not any(FORBIDDEN & set(part) or part.endswith((".", " ")) for part in parts)
        and not any(ord(letter) < 32 for letter in name)
        and not PureWindowsPath(name).is_reserved()
    )


def tracked() -> list[str]:
    """The files of the repository; all that lie there if it is an unpacked archive."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    found = listed.stdout.decode().split("\0")[:-1]
    return found or [name_of(path) for path in ROOT.rglob("*") if path.is_file()]


def test_windows_takes_the_names_of_all_files_here() -> None:
    names = tracked()
    assert [name for name in names if not allowed(name)] == []
    assert len({name.casefold() for name in names}) == len(names)


def test_git_leaves_the_ends_of_lines_as_they_are() -> None:
    assert "* text=auto eol=lf" in (ROOT / ".gitattributes").read_text("utf-8").splitlines()
    read = [
        name for name in tracked() if name.startswith(("kg/", "ontologies/", "seeds/", "output/"))
    ]
    texts = [
        ROOT / name for name in read if name.endswith((".py", ".tsv", ".ttl", ".txt", ".toml"))
    ]
    assert len(texts) > 300
    assert [path for path in texts if path.is_file() and b"\r\n" in path.read_bytes()] == []


def test_windows_takes_the_names_of_what_a_build_writes(tmp_path: Path) -> None:
    records = [
        {"title": title, "text": f"Ada Lund bought {number} boats in Oslo.", "id": str(number)}
        for number, title in enumerate([*TITLES, *(text[:60] for text in MARKUP)])
    ]
    report = kg.build(records, tmp_path / "out", reader="none")  # a page of HTML is no plain text
    written = [path.relative_to(tmp_path).as_posix() for path in (tmp_path / "out").rglob("*")]
    assert len([name for name in written if name.startswith("out/texts/")]) == len(
        report.graph.articles
    )
    assert len(report.graph.articles) >= len(records) - 1
    assert [name for name in written if not allowed(name)] == []
    assert len({name.casefold() for name in written}) == len(written)


def test_a_console_of_another_encoding_is_written_to_all_the_same(tmp_path: Path) -> None:
    """Windows gives a pipe the encoding of its language, which has no line of a table."""
    (tmp_path / "a.txt").write_text("“No,” said Zoë Łukasz of Kraków.\n", "utf-8")
    code = "from kg.cli import main; main(['read', 'a.txt'])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    )
    assert done.returncode == 0, done.stderr
    assert "Zoë Łukasz" in done.stdout.decode("utf-8")
    assert b"\r" not in done.stdout
