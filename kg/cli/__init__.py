"""The command line: each command reads its options, calls the library, and prints the result.

Importing a module adds its commands; the order here is that of `kg --help`. Libraries that take
time to load are imported inside the commands that need them. Exit codes: 0 done, 1 failed or partly
failed, 2 wrong usage.
"""

from kg.cli import build, read, query, export, check  # isort: skip
from kg.cli.app import app, main

__all__ = ["app", "build", "check", "export", "main", "query", "read"]
