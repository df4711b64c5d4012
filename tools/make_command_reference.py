"""Writes docs/commands.md from the commands themselves, so that it cannot go stale.

A test compares the two.

python tools/make_command_reference.py
"""

from pathlib import Path
from typing import Any

import typer

from kg.cli import app
from kg.query import questions

REFERENCE = Path(__file__).parent.parent / "docs" / "commands.md"

HEAD = """# The commands

<!-- Made by tools/make_command_reference.py from the code: change the code, then run it. -->

`kg --help` and `kg COMMAND --help` say the same. What goes wrong is told on standard error, a line
for each fault.

| exit code | means |
|---|---|
| 0 | done |
| 1 | failed, or partly failed: what failed is named |
| 2 | wrong usage |
"""

QUESTIONS = """
## The ready questions

`kg query DIR --ask NAME [VALUE]…` asks them; each is a file in `kg/query/questions/` that can be
read, copied and changed.

| question | answers |
|---|---|
"""


def reference() -> str:
    """Return the whole page."""
    commands: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    asked = (
        f"| `{' '.join((q.name, *map(str.upper, q.parameters)))}` | {q.title} |\n"
        for q in questions()
    )
    return (
        HEAD
        + "".join(section(name, command) for name, command in commands.items())
        + QUESTIONS
        + "".join(asked)
    )


def section(name: str, command: Any) -> str:
    """Return one command: its usage, its help, its arguments and options."""
    usage = " ".join(("kg", name, *filter(None, map(used, command.params))))
    rows = "".join(f"| {spelt(param)} | {explained(param)} |\n" for param in command.params)
    return f"\n## kg {name}\n\n```\n{usage}\n```\n\n{command.help}\n\n| | |\n|---|---|\n{rows}"


def used(param: Any) -> str:
    """Return an argument or option as it stands in the usage line."""
    name = param.metavar or ""
    if param.param_type_name == "argument":
        whole = name if param.nargs == 1 or name.endswith("…") else f"{name}…"
        return whole if param.required else f"[{whole}]"
    whole = f"{param.opts[0]} {name}".strip()
    return whole if param.required else f"[{whole}]" + ("…" if param.multiple else "")


def spelt(param: Any) -> str:
    """Return an argument or option as it stands in the table."""
    if param.param_type_name == "argument":
        return f"`{param.metavar}`"
    return f"`{', '.join(param.opts)} {param.metavar or ''}".rstrip().replace("|", "\\|") + "`"


def explained(param: Any) -> str:
    """Return the help, and the default if there is one that is not empty."""
    default = (
        ""
        if param.required or not param.show_default or param.default in (None, "", False)
        else str(param.default)
    )
    return f"{param.help} Default: `{default}`." if default else str(param.help)


if __name__ == "__main__":
    REFERENCE.write_text(reference(), encoding="utf-8")
