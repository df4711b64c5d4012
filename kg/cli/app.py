"""The application itself: it runs a command, and turns every fault into a line on standard error
and an exit code.
"""

import sys
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version
from typing import Annotated

import typer

from kg.errors import KgError
from kg.paths import AnyStrings, listed_strings

app = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


def main(arguments: AnyStrings | None = None) -> None:
    """Run a command, by default that of the process, and exit with its code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        app(args=list(listed_strings(arguments)) if arguments is not None else None, prog_name="kg")
    except KgError as error:
        fail(str(error))
    except OSError as error:
        fail(f"{error.filename or 'input or output'}: {error.strerror or error}")


def fail(message: str) -> None:
    """Print a fault on standard error, a line for each, and exit with 1."""
    for line in message.splitlines():
        print(f"error: {line}", file=sys.stderr)
    sys.exit(1)


def print_version(asked: bool) -> None:
    """Print the version and stop, if it was asked for."""
    if not asked:
        return
    try:
        print(f"newskg {installed_version('newskg')}")
    except PackageNotFoundError:
        print("newskg, from a source folder that is not installed")
    raise typer.Exit


@app.callback()
def kg(
    version: Annotated[
        bool,
        typer.Option("--version", callback=print_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Turns news articles into a knowledge graph in which every fact leads to the sentence that
    says it.
    """
