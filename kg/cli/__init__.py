"""The command line: each command reads its options, calls one function of the library, and prints what it gives.

A command is a module; importing it adds it, and the order here is that of `kg --help`. Libraries that take time to load are
imported inside the commands that need them. Exit codes: 0 done, 1 failed or partly failed, 2 wrong usage.
"""

from kg.cli import build, read, retract, query, index, push, view, check, explain, export, diff  # isort: skip
from kg.cli.app import app, main

__all__ = ["app", "build", "check", "diff", "explain", "export", "index", "main", "push", "query", "read", "retract", "view"]
