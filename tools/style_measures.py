"""Measures of tools/check_style.py: docstrings, dense lines, files."""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

MOST_OPERATORS = 4  # of and/or in one condition
SHORT = 50  # lines of a file
WIDTH = 100  # columns of a line


COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


# Verbs that begin an order to a function. Some are nouns, too: "Name of …" is no order.
IMPERATIVES = frozenset(
    """accept account add adjust admit align allow answer append apply ask assemble assert assign
    attach begin bind break bring build calculate call carry change check choose clean clear
    close collect combine compare complete compose compute concatenate connect consider
    construct convert copy correct count create cut date decide declare decode define delete
    derive describe determine discard divide do drop emit encode enter estimate evaluate exclude
    execute expand explain export extend extract fail fetch fill filter find fit flag flush fold
    follow forbid forget format freeze gather generate get give go group guess hand handle hash
    hold ignore import include index infer initialise initialize insert inspect interpret invert
    iterate join judge keep label lay learn leave let lift limit link list load lock look lower
    make map mark match measure merge move name normalise normalize note number offer open order
    paint parse pass pick place point predict prefer prepare preserve print process produce
    propose protect prove put quote raise rank read rebuild receive record reduce refuse
    register reject release remember remove rename render repeat replace report represent reset
    resolve restore retry return reverse rewrite run save say scan score search see select send
    separate serve set share shift shorten show shut skip sort spell split start stop store
    strip sum support switch take tell test tie tokenise total trace train translate trim
    truncate try turn type undo unite update use validate verify visit vote wait walk warn watch
    weigh wind work wrap write yield""".split()
)
# What begins neither a noun phrase nor an order: questions, conditions, prepositions, judgements.
NO_NOUNS = frozenset(
    """what who whom whose where when why which how whether that true false is are was in on at by
    for from with within without under over after before about as if while so not""".split()
)
# What follows a verb in the third person ("Reads all articles"), and not a noun in the plural.
OBJECTS = frozenset(
    """a an the its their each every this that these those which what whether all articles it them
    no one""".split()
)
THIRD_PERSON = {"ies": "y", "ches": "ch", "shes": "sh", "sses": "ss", "xes": "x", "s": ""}


@dataclass(frozen=True, slots=True)
class Source:
    """A Python file: `name` is its path from the folder that holds the package."""

    name: str
    text: str
    tree: ast.Module

    @classmethod
    def of(cls, path: Path, root: Path) -> "Source":
        """Return the file at a path."""
        text = path.read_text("utf-8")
        return cls(path.relative_to(root).as_posix(), text, ast.parse(text))

    @property
    def module(self) -> str:
        """The dotted name of the module; of a package without its `__init__`."""
        return self.name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def folder(self) -> str:
        """The dotted name of the package that the file lies in."""
        return self.name.rpartition("/")[0].replace("/", ".")


@dataclass(frozen=True, slots=True)
class Place:
    """A line that a measure found, and what is there."""

    line: int
    words: str


# --------------------------------------------------------------------------------------- docstrings


def function_docstrings(source: Source) -> Iterator[tuple[Place, bool]]:
    """Yield the docstrings of functions, and whether each begins with an imperative."""
    for node in ast.walk(source.tree):
        if isinstance(node, FUNCTIONS) and not _is_property(node):
            doc = ast.get_docstring(node)
            if doc:
                yield Place(node.lineno, doc.splitlines()[0]), begins_with_imperative(doc)


def noun_docstrings(source: Source) -> Iterator[tuple[Place, bool]]:
    """Yield the docstrings of modules, classes, properties; does each begin with a noun?"""
    for node in ast.walk(source.tree):
        if not isinstance(node, (ast.Module, ast.ClassDef, *FUNCTIONS)):
            continue
        doc = ast.get_docstring(node)
        if doc and (_is_property(node) or not isinstance(node, FUNCTIONS)):
            yield Place(getattr(node, "lineno", 1), doc.splitlines()[0]), begins_with_noun(doc)


def begins_with_imperative(docstring: str) -> bool:
    """Return whether a docstring begins with an order: a verb in its plain form.

    >>> begins_with_imperative("Return the words."), begins_with_imperative("Returns the words.")
    (True, False)
    >>> begins_with_imperative("Name of a city."), begins_with_imperative("The words.")
    (False, False)
    """
    first, second = _first_words(docstring)
    return first.lower() in IMPERATIVES and first[:1].isupper() and second != "of"


def begins_with_noun(docstring: str) -> bool:
    """Return whether a docstring can begin with a noun phrase: with no question, condition or verb.

    >>> begins_with_noun("A stretch of text."), begins_with_noun("Frozen values of RDF.")
    (True, True)
    >>> begins_with_noun("What a thing is."), begins_with_noun("Reads an article.")
    (False, False)
    """
    first, second = _first_words(docstring)
    word = first.lower()
    if word in NO_NOUNS or begins_with_imperative(docstring):
        return False
    return not (_plain_form(word) in IMPERATIVES and second in OBJECTS)


def _first_words(docstring: str) -> tuple[str, str]:
    words = [*docstring.split()[:2], "", ""]
    return words[0].rstrip(",:;.…"), words[1].lower()


def _plain_form(word: str) -> str:
    """Return a verb without the ending of the third person ("reads" → "read"), or an empty text."""
    for ending, instead in THIRD_PERSON.items():
        if word.endswith(ending):
            return word.removesuffix(ending) + instead
    return ""


def _is_property(node: ast.AST) -> bool:
    if not isinstance(node, FUNCTIONS):
        return False
    return any(ast.unparse(each).endswith("property") for each in node.decorator_list)


# -------------------------------------------------------------------------------------- dense lines


def dense_comprehensions(source: Source) -> Iterator[Place]:
    """Yield the comprehensions that have more than one loop or more than one condition."""
    for node in ast.walk(source.tree):
        if isinstance(node, COMPREHENSIONS):
            loops = len(node.generators)
            conditions = sum(len(each.ifs) for each in node.generators)
            if loops > 1 or conditions > 1:
                yield Place(node.lineno, f"loops: {loops}, conditions: {conditions}")


def long_conditions(source: Source) -> Iterator[Place]:
    """Yield the chains of and/or with more than `MOST_OPERATORS` operators, nested or not."""
    inner: set[ast.AST] = set()
    for node in ast.walk(source.tree):  # breadth first: a chain comes before those inside it
        if not isinstance(node, ast.BoolOp) or node in inner:
            continue
        chain = list(_chain(node))
        inner.update(chain)
        operators = sum(len(each.values) - 1 for each in chain)
        if operators > MOST_OPERATORS:
            yield Place(node.lineno, f"{operators} operators")


def _chain(node: ast.expr) -> Iterator[ast.BoolOp]:
    """Yield a chain and the chains that are directly in it, also under a "not"."""
    if isinstance(node, ast.UnaryOp):
        yield from _chain(node.operand)
    elif isinstance(node, ast.BoolOp):
        yield node
        for each in node.values:
            yield from _chain(each)


def nodes_per_line(sources: Iterable[Source]) -> float:
    """Return the nodes of the syntax trees by lines on which a node begins, two decimals."""
    nodes = lines = 0
    for source in sources:
        found = list(ast.walk(source.tree))
        nodes += len(found)
        lines += len({node.lineno for node in found if hasattr(node, "lineno")})
    return round(nodes / lines, 2) if lines else 0.0


def long_lines(source: Source) -> Iterator[Place]:
    """Yield the lines of more than `WIDTH` columns."""
    for number, line in enumerate(source.text.splitlines(), 1):
        if len(line) > WIDTH:
            yield Place(number, f"{len(line)} columns")


# ------------------------------------------------------------------------------------------ folders


def short_files(source: Source) -> Iterator[Place]:
    """Yield a file of `SHORT` lines or less; an `__init__.py` may be short."""
    lines = len(source.text.splitlines())
    if lines <= SHORT and not source.name.endswith("/__init__.py"):
        yield Place(1, f"{lines} lines")


def only_imports(sources: Sequence[Source]) -> Mapping[str, Place]:
    """Return the files that only one module of their folder imports; doors do not count."""
    modules = {source.module for source in sources}
    importers: dict[str, set[str]] = defaultdict(set)
    folder_of = {source.module: source.folder for source in sources}
    for source in sources:
        for name in imported(source):
            module = name if name in modules else name.rpartition(".")[0]
            importers[module].add(source.module)
    found: dict[str, Place] = {}
    for source in sources:
        others = importers[source.module] - {source.folder}
        if len(others) == 1 and not source.name.endswith("/__init__.py"):
            (other,) = others
            if folder_of[other] == source.folder and other != source.folder:
                found[source.name] = Place(1, f"only {other} imports it")
    return found


def imported(source: Source) -> Iterator[str]:
    """Yield the dotted names that a file imports: modules, and names behind their module."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{each.name}" for each in node.names)
