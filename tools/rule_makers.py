"""The functions that make the name of each rule, found in the source code for docs/rules.md."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
Functions = Mapping[str, ast.FunctionDef]

NAME = re.compile(r"[a-z]+(?:[-:][a-z]+)*")  # of a rule
HALVES = (ROOT / "kg" / "text", ROOT / "kg" / "graph")


@dataclass(frozen=True, slots=True)
class Made:
    """A function that makes a rule's name, and its file as seen from the project."""

    file: str
    function: str


def makers(roots: Iterable[Path] = HALVES) -> dict[str, set[Made]]:
    """Return the places in the code that make the name of each rule.

    A name is made if it is given for a parameter or a field that is called `rule`, in the code or
    in a function that is called for it. What only asks for a name, or says that a rule stopped,
    does not make it.
    """
    trees: dict[Path, ast.Module] = {}
    for root in roots:
        trees |= {path: ast.parse(path.read_text("utf-8")) for path in sorted(root.rglob("*.py"))}
    places = dict(_positions(trees.values()))
    found: dict[str, set[Made]] = defaultdict(set)
    for path, tree in trees.items():
        functions = dict(_functions(tree))
        shared = dict(_constants(tree.body))
        file = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
        for name, function in functions.items():
            made = Made(file, name)
            known = shared | dict(_constants(ast.walk(function)))
            for value in _rule_values(function, places):
                names = filter(NAME.fullmatch, _names(value, functions, known))
                for rule in names:
                    found[rule].add(made)
    return dict(found)


def _positions(trees: Iterable[ast.Module]) -> Iterator[tuple[str, int]]:
    """Yield the functions and classes that take a `rule`, with its position among the arguments."""
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                names = [argument.arg for argument in node.args.args]
            elif isinstance(node, ast.ClassDef):
                fields = [each for each in node.body if isinstance(each, ast.AnnAssign)]
                names = [ast.unparse(each.target) for each in fields]
            else:
                continue
            for word in ("rule", "rules"):
                if word in names:
                    yield node.name, names.index(word)


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            yield node.name, node


def _rule_values(function: ast.FunctionDef, places: Mapping[str, int]) -> Iterator[ast.expr]:
    """Yield the expressions that a function gives for a rule."""
    for node in ast.walk(function):
        if not isinstance(node, ast.Call):
            continue
        yield from (keyword.value for keyword in node.keywords if keyword.arg in ("rule", "rules"))
        place = places.get(node.func.id) if isinstance(node.func, ast.Name) else None
        if place is not None and len(node.args) > place:
            yield node.args[place]


def _constants(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, str]]:
    """Yield the names that stand for a text, with the text."""
    for node in nodes:
        if not (isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)):
            continue
        name, text = node.targets[0], node.value.value
        if isinstance(name, ast.Name) and isinstance(text, str):
            yield name.id, text


def _names(value: ast.expr, functions: Functions, constants: Mapping[str, str]) -> Iterator[str]:
    """Yield the names of rules in an expression, and those that the functions it calls return."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.Name):
        yield from filter(None, [constants.get(value.id)])
    for choice in _choices(value, functions):
        yield from _names(choice, functions, constants)


def _choices(value: ast.expr, functions: Functions) -> list[ast.expr]:
    """Return the expressions that an expression takes its value from, or its parts if a tuple."""
    if isinstance(value, ast.IfExp):
        return [value.body, value.orelse]
    if isinstance(value, ast.Tuple):
        return value.elts
    if isinstance(value, ast.Call) and ast.unparse(value.func) in functions:
        nodes = ast.walk(functions[ast.unparse(value.func)])
        return [node.value for node in nodes if isinstance(node, ast.Return) and node.value]
    return []


def holders(rule: str, root: Path) -> set[Made]:
    """Return the functions under a folder that hold a name as it is written."""
    found = set()
    for path in sorted(root.rglob("*.py")):
        for name, function in _functions(ast.parse(path.read_text("utf-8"))):
            parts = ast.walk(function)
            if any(isinstance(part, ast.Constant) and part.value == rule for part in parts):
                found.add(Made(path.relative_to(ROOT).as_posix(), name))
    return found
