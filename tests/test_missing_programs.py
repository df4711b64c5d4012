"""Without browsers the suite passes and says what it left out; if CI is set, it fails."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TESTS = {
    "chromium": "tests/test_seeds_page.py::test_a_click_on_a_node_tells_its_sentences",
    "firefox-esr": "tests/view/test_view_firefox.py::test_firefox_draws_the_picture_and_begins_with_the_sentence_about_it",
}


@pytest.fixture
def bare(tmp_path: Path) -> dict[str, str]:
    """The environment of a user who has no program but Python."""
    for name in ("bin", "home", "browsers"):
        (tmp_path / name).mkdir()
    environment = {
        "PATH": str(tmp_path / "bin"),
        "HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(ROOT),
    }
    return environment | {
        "NEWSKG_BROWSERS": str(tmp_path / "browsers"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def run(*arguments: str, environment: dict[str, str]) -> tuple[int, str]:
    """The exit code of a Python, and all that it prints."""
    command = [sys.executable, *arguments]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def test_a_test_without_its_browser_is_skipped_and_says_how_to_get_it(bare):
    code, told = run("-m", "pytest", "-p", "no:cacheprovider", *TESTS.values(), environment=bare)
    assert code == 0, told
    assert "Chromium is not installed: apt-get install chromium" in told
    assert "Firefox is not installed: apt-get install firefox-esr" in told
    assert "2 skipped" in told


def test_where_ci_is_set_a_missing_browser_is_a_failure(bare):
    code, told = run(
        "-m", "pytest", "-p", "no:cacheprovider", *TESTS.values(), environment=bare | {"CI": "true"}
    )
    assert code == 1, told
    assert "Chromium is not installed: apt-get install chromium" in told
    assert "Firefox is not installed: apt-get install firefox-esr" in told
    assert "skipped" not in told


@pytest.mark.parametrize(("option", "expected"), [((), 0), (("--required",), 1)])
def test_the_installer_names_what_it_could_not_install(bare, option, expected):
    code, told = run("tools/install_programs.py", *option, environment=bare)
    assert code == expected
    assert [line.partition(":")[0] for line in told.splitlines()] == [
        f"{name} is not installed" for name in ("Chromium", "Firefox", "strace")
    ]
