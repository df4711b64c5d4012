"""The measures of tools/check_style.py that find English words in code: lists, and in patterns."""

import ast
import re
from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from style_measures import Place, Source

FEWEST = 2  # English words that make a list
DISPLAYS = (ast.List, ast.Set, ast.Tuple, ast.Dict)
REGEX_CALLS = frozenset("compile match search fullmatch sub split findall finditer".split())
# Names of the parser and of Python that are written as words, but are no English.
LABELS = frozenset(
    """acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj
    csubjpass dative dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod
    obj obl oprd parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl xcomp
    utf-8 utf-16 ascii surrogateescape""".split()
)
CURIE = re.compile(r"(?:kg|schema|sem|prov|dcterms|geo|owl|skos|rdfs?|nif|xsd|dcat):\w+")
ENGLISH = re.compile(r"[A-Z]?[a-z]+(?:[-'’][a-z]+)*\.?|(?:[a-z]\.)+|I|n['’]t")
# What stands in a pattern for other things than itself: escapes, the openings of groups, sets of
# characters, counts.
NO_TEXT = re.compile(
    r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|N\{[^{}]*\}|.)"
    r"|\(\?P?<\w+>|\(\?P=\w+\)|\(\?\(\w+\)|\(\?[aiLmsux-]+[:)]"
    r"|\[\^?\]?(?:\\.|[^\]\\])*\]"
    r"|\{[\d,]*\}",
    re.DOTALL,
)
EITHER_CASE = re.compile(r"\[([A-Z])([a-z])\]")  # "[Tt]he" is a word, too
RUN_OF_LETTERS = re.compile(r"[A-Za-z]{2,}")
SLOT = "\0"  # stands where a pattern takes in another
FORMATS = frozenset({"http", "https", "www"})  # what addresses and the like are made of
RAW = re.compile(r"[fF]?[rR][fF]?[\"']")
ALTERNATIVES = re.compile(r"[^|()\[\]\\^$*+?{}<>:]+(?:\|[^|()\[\]\\^$*+?{}<>:]+)+")


def word_lists(source: Source) -> Iterator[Place]:
    """Yield the lists of two English words or more: displays, split texts, parts of patterns.

    Docstrings, annotations, `__all__`, curies and labels of the parser are none.
    """
    yield from _lists_in(source.tree)


def _lists_in(node: ast.AST) -> Iterator[Place]:
    if _is_annotation(node):
        return
    words = _listed(node)
    if len(words) >= FEWEST:
        more = " …" if len(words) > 6 else ""
        yield Place(getattr(node, "lineno", 0), " ".join(words[:6]) + more)
        return
    for child in ast.iter_child_nodes(node):
        yield from _lists_in(child)


def _is_annotation(node: ast.AST) -> bool:
    if isinstance(node, ast.Assign):
        return any(isinstance(each, ast.Name) and each.id.startswith("__") for each in node.targets)
    return isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("Literal")


def _listed(node: ast.AST) -> list[str]:
    """Return the English words of a list, empty for what is none."""
    if isinstance(node, ast.Dict):
        return _english([*node.keys, *node.values])
    if isinstance(node, DISPLAYS):
        return _english(node.elts)
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return []
    owner = node.func.value
    if node.func.attr == "split" and isinstance(owner, ast.Constant):
        return [word for word in str(owner.value).split() if is_english(word)]
    pattern = _given_pattern(node)
    return list(_alternatives(pattern)) if pattern else []


def _given_pattern(node: ast.AST) -> ast.expr | None:
    """Return the pattern that a function of `re` gets; None for what is no call of one."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
        return None
    is_regex = node.func.attr in REGEX_CALLS and ast.unparse(node.func.value) == "re"
    return node.args[0] if is_regex else None


def _english(values: Sequence[ast.expr | None]) -> list[str]:
    texts = [value.value for value in values if isinstance(value, ast.Constant)]
    found: list[str] = []
    for text in texts:
        parts = text.split() if isinstance(text, str) else []
        if parts and all(map(is_english, parts)):
            found.append(" ".join(parts))
    return found


def _alternatives(pattern: ast.expr) -> Iterator[str]:
    """Yield the words that stand beside each other as alternatives of a pattern."""
    for node in ast.walk(pattern):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            for found in ALTERNATIVES.findall(node.value):
                yield from (word for word in map(str.strip, found.split("|")) if is_english(word))


def english_in_patterns(source: Source) -> Iterator[Place]:
    """Yield the English words that stand in patterns, one place for each pattern.

    A pattern is what the functions of `re` get, a raw text, a text with an opening "(?", and the
    value of a name that a pattern takes in. Names of groups, escapes, sets of characters and runs
    of capitals (which are codes) are no words.
    """
    for node in sorted(_patterns(source), key=_line):
        words = list(_words_of_pattern(_text(node)))
        if words:
            yield Place(_line(node), " ".join(words))


def _line(node: ast.AST) -> int:
    return getattr(node, "lineno", 0)


def _patterns(source: Source) -> set[ast.expr]:
    """Return the texts of a file that are patterns."""
    lines = source.text.splitlines()
    texts = list(_texts(source.tree))
    calls = filter(None, map(_given_pattern, ast.walk(source.tree)))
    given = set(chain.from_iterable(map(_parts, calls)))
    found = {node for node in texts if node in given or _looks_like_pattern(node, lines)}
    taken_in = {name for node in found for name in _names_in(node)}
    taken_in |= {node.id for node in given if isinstance(node, ast.Name)}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Assign) and _is_one_of(node.targets, taken_in):
            found |= {each for each in _parts(node.value) if each in texts}
    return found


def _texts(node: ast.AST) -> Iterator[ast.expr]:
    """Yield the literal texts below a node, each f-string as one; no docstrings."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.JoinedStr) or _is_text(node):
        assert isinstance(node, ast.expr)
        yield node
    for child in ast.iter_child_nodes(node):
        if not (isinstance(node, ast.JoinedStr) and _is_text(child)):
            yield from _texts(child)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _parts(pattern: ast.expr) -> Iterator[ast.expr]:
    """Yield a pattern and what it is put together of; what other calls get is none of it."""
    yield pattern
    if isinstance(pattern, ast.BinOp):
        yield from _parts(pattern.left)
        yield from _parts(pattern.right)
    elif isinstance(pattern, ast.IfExp):
        yield from _parts(pattern.body)
        yield from _parts(pattern.orelse)


def _looks_like_pattern(node: ast.expr, lines: Sequence[str]) -> bool:
    """Return whether a text is raw, or has an opening of patterns in it."""
    start = lines[node.lineno - 1].encode()[node.col_offset :].decode()
    return bool(RAW.match(start)) or "(?" in _text(node)


def _names_in(node: ast.expr) -> Iterator[str]:
    """Yield the names whose values a pattern takes in."""
    for each in ast.walk(node):
        if isinstance(each, ast.FormattedValue) and isinstance(each.value, ast.Name):
            yield each.value.id


def _is_one_of(targets: Sequence[ast.expr], names: Collection[str]) -> bool:
    return any(isinstance(each, ast.Name) and each.id in names for each in targets)


def _text(node: ast.expr) -> str:
    """Return what a text says; an f-string has a `SLOT` for each value."""
    if isinstance(node, ast.JoinedStr):
        return "".join(map(_text, node.values))
    return str(node.value) if isinstance(node, ast.Constant) else SLOT


def _words_of_pattern(pattern: str) -> Iterator[str]:
    plain = NO_TEXT.sub(SLOT, EITHER_CASE.sub(_one_letter, pattern))
    for run in RUN_OF_LETTERS.findall(plain):
        if is_english(run) and run.lower() not in FORMATS:
            yield run


def _one_letter(match: re.Match[str]) -> str:
    """Return the letter of a set that holds both its forms; any other set as it is."""
    big, small = match.groups()
    return small if big.lower() == small else match.group()


def is_english(word: str) -> bool:
    """Return whether a word may be English: no label of the parser, no name of the vocabulary.

    >>> is_english("said"), is_english("n't"), is_english("p.m.")
    (True, True, True)
    >>> is_english("nsubj"), is_english("schema:Person"), is_english("VBZ"), is_english("a.ttl")
    (False, False, False, False)
    """
    return bool(ENGLISH.fullmatch(word)) and word not in LABELS and not CURIE.fullmatch(word)
