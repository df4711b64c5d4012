"""Commands run as by a new user, watched for what they write outside their folder and whom they call.

Whom a command calls is seen with strace; if that is missing or forbidden, it runs in a network
namespace of its own, in which every packet counts. If neither is possible, only files are checked.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
HIDING = re.compile(
    r"CI$|(ORT|RAY|KG)_"
)  # what hides that libraries report their use, or is a user's own
TRACED = "trace=network,open,openat,creat,mkdir"
STRACE = ("strace", "-f", "--seccomp-bpf", "-qq", "-s", "300", "-e", TRACED, "-o")
# Every address is one of this machine, so that whatever is sent anywhere passes its only interface.
ALONE = """ip link set lo up && ip route add local default dev lo && "$@"
code=$?; cat /proc/net/dev >"$PACKETS"; exit $code"""
CALL = re.compile(
    r"(?:connect|sendto|sendmsg|sendmmsg)\(.*?sa_family=AF_INET6?, sin6?_port=htons\((\d+)\)"
    r".*?\"([^\"]+)\""
)
OPENING = re.compile(
    r"(?:open\(|openat\(AT_FDCWD, |creat\()\"(/[^\"]*)\", [^)\n]*O_(?:CREAT|TRUNC)"
)
MAKING = re.compile(r"mkdir\(\"(/[^\"]*)\", \d+\) += 0$", re.MULTILINE)
NO_FILES = ("/dev/", "/proc/")


class Way(StrEnum):
    """How it is seen whom a command calls."""

    STRACE = "strace"
    NAMESPACE = "namespace"
    NONE = "none"


@cache
def way() -> Way:
    """The best way that works here."""
    tries = {Way.STRACE: [*STRACE, os.devnull, "true"], Way.NAMESPACE: _alone(["true"])}
    for found, command in tries.items():
        if shutil.which(command[0]) and _works(command):
            return found
    return Way.NONE


def _works(command: Sequence[str]) -> bool:
    environment = {**os.environ, "PACKETS": os.devnull}
    return (
        subprocess.run(command, capture_output=True, env=environment, check=False).returncode == 0
    )


def _alone(command: Sequence[str]) -> list[str]:
    user = () if os.geteuid() == 0 else ("--map-root-user",)
    return ["unshare", "--net", *user, "sh", "-c", ALONE, "sh", *command]


@dataclass(frozen=True)
class Watched:
    """A command that runs in a home of its own, at first empty, below an empty folder `place`."""

    place: Path
    process: "subprocess.Popen[str]"

    def finish(self) -> str:
        """Wait for the end, which must be a good one; what the command has printed."""
        told, _ = self.process.communicate(timeout=300)
        assert self.process.returncode == 0, told
        return told

    def strays(self) -> list[str]:
        """Files that were left in the home, the caches, the temporary files, and where it started."""
        return sorted(str(path) for path in (self.place / "user").rglob("*") if not path.is_dir())

    def written_outside(self) -> set[str]:
        """Files and folders made or emptied anywhere outside `place`; only strace sees them."""
        made = OPENING.findall(self._log()) + MAKING.findall(self._log())
        return {path for path in made if not path.startswith((*NO_FILES, str(self.place)))}

    def calls(self) -> set[tuple[str, int]]:
        """The addresses and ports that were called; in a namespace ("packets", how many went out)."""
        if way() is Way.STRACE:
            return {(address, int(port)) for port, address in CALL.findall(self._log())}
        packets = (self.place / "packets").read_text().rpartition("lo:")[2].split()[9]
        return {("packets", int(packets))} - {("packets", 0)}

    def lookups(self) -> list[str]:
        """What was asked of name servers, each as strace writes it."""
        return [
            line
            for line in self._log().splitlines()
            if r"\1\0\0\1\0\0\0\0\0\0" in line and "send" in line
        ]

    def _log(self) -> str:
        return (
            (self.place / "log").read_text("utf-8", errors="replace") if way() is Way.STRACE else ""
        )


def watched(place: Path, *arguments: str, extra: Mapping[str, str] | None = None) -> Watched:
    """Start a Python with these arguments as a new user would, in an empty home."""
    user = place / "user"
    folders = {"HOME": user / "home", "XDG_CACHE_HOME": user / "cache", "TMPDIR": user / "tmp"}
    for folder in (*folders.values(), user / "here"):
        folder.mkdir(parents=True)
    kept = {name: value for name, value in os.environ.items() if not HIDING.match(name)}
    own = {
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PACKETS": str(place / "packets"),
    }
    environment = (
        kept | {name: str(folder) for name, folder in folders.items()} | own | dict(extra or {})
    )
    command = _watching(place, [sys.executable, *arguments])
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    return Watched(
        place, subprocess.Popen(command, cwd=user / "here", env=environment, text=True, **pipes)
    )


def _watching(place: Path, command: list[str]) -> list[str]:
    if way() is Way.STRACE:
        return [*STRACE, str(place / "log"), *command]
    return _alone(command) if way() is Way.NAMESPACE else command
