"""The measure of tools/check_style.py that finds lists of English words in code."""

import ast
import re
from collections.abc import Iterator, Sequence

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
    owner, method = node.func.value, node.func.attr
    if method == "split" and isinstance(owner, ast.Constant):
        return [word for word in str(owner.value).split() if is_english(word)]
    if method in REGEX_CALLS and ast.unparse(owner) == "re" and node.args:
        return list(_alternatives(node.args[0]))
    return []


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


def is_english(word: str) -> bool:
    """Return whether a word may be English: no label of the parser, no name of the vocabulary.

    >>> is_english("said"), is_english("n't"), is_english("p.m.")
    (True, True, True)
    >>> is_english("nsubj"), is_english("schema:Person"), is_english("VBZ"), is_english("a.ttl")
    (False, False, False, False)
    """
    return bool(ENGLISH.fullmatch(word)) and word not in LABELS and not CURIE.fullmatch(word)
