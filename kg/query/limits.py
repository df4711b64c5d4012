"""Limits of a query: it only reads, calls nobody, and is small enough for the parser.

All is checked before it is parsed. The engine is Oxigraph. It would answer SERVICE by calling out
to the network, so a query may not contain that word as a keyword; and its parser ends the process
if it runs out of stack, so depth and length have bounds.
"""

import re
from collections.abc import Iterable
from enum import Enum, auto
from itertools import accumulate

from kg.errors import QueryError
from kg.rdf import SURROGATE

PROLOGUE = re.compile(r"(?:\s|#[^\r\n]*|(?i:base)\s*<[^>]*>|(?i:prefix)\s+[^\s:]*:\s*<[^>]*>)*")
DECLARED = re.compile(r"\bprefix\s+([^\s:]*):", re.IGNORECASE)
QUOTED = re.compile(
    r"""'''(?:[^\\]|\\.)*?'''|\"{3}(?:[^\\]|\\.)*?\"{3}"""  # long strings
    r"""|'(?:[^'\\\r\n]|\\.)*'|"(?:[^"\\\r\n]|\\.)*\""""  # strings
    r"""|<[^<>"{}|^`\\\x00-\x20]*>|#[^\r\n]*"""  # IRIs and comments
    r"""|(?P<code>\\.)""",  # the escaped quote of a name (`e:a\'`) begins no string
    re.DOTALL,
)
PREFIXED = re.compile(r"(?<![\w?$@:.-])([A-Za-z][\w.-]*|):(?=\w)")
NAMED = re.compile(
    r"[:?$@]\w[\w-]*"
)  # what follows the colon of a name; a variable; the tag of a language
TERM = re.compile(r"(?<![\w?$@:.-])([A-Za-z][\w-]*):(\w[\w-]*)")
SERVICE = re.compile("service", re.IGNORECASE)

# The parser calls itself for every bracket and every joint of a chain, on a stack that ends.
MOST_CHARACTERS = 500_000
MOST_NESTED = 60  # brackets inside each other; the first forms break down at 1,000
MOST_JOINTS = 1_500  # steps of a chain; the first forms break down between that and 3,000
BRACKET = re.compile(r"<<|>>|[()\[\]{}]")
OPENING = ("<<", "(", "[", "{")
JOINT = re.compile(
    r"\b(?:as|bind|filter|graph|minus|optional|union)\b|[.;|/&+*^!=-]", re.IGNORECASE
)


class Form(Enum):
    """The forms of a query, which only read."""

    SELECT = auto()
    ASK = auto()
    CONSTRUCT = auto()
    DESCRIBE = auto()


class Update(Enum):
    """The words with which an update begins."""

    INSERT = auto()
    DELETE = auto()
    LOAD = auto()
    CLEAR = auto()
    DROP = auto()
    CREATE = auto()
    ADD = auto()
    MOVE = auto()
    COPY = auto()
    WITH = auto()


def checked(query: str) -> str:
    """Return the query in a form that is safe for the engine.

    Raises `QueryError` for updates, SERVICE, and a query that is too large or too deep.
    """
    if len(query) > MOST_CHARACTERS:
        raise QueryError(
            f"the query has {len(query):,} characters; more than {MOST_CHARACTERS:,} are not taken"
        )
    if SURROGATE.search(query):
        raise QueryError("the query is no UTF-8 text")
    form_of(query)
    code = NAMED.sub(" ", _code(query))
    if SERVICE.search(code):
        raise QueryError(
            "SERVICE is refused: questions are answered from the graph alone, "
            "and nothing is sent anywhere"
        )
    _check_depth(code)
    return _without_quoted_service(query)


def undeclared(query: str, known: Iterable[str]) -> list[str]:
    """Return the prefixes that a query uses and does not declare, sorted, without those that are
    known.
    """
    used = set(PREFIXED.findall(_code(query)))
    used.difference_update(known)
    used.difference_update(DECLARED.findall(query))
    return sorted(used)


def terms_in(query: str) -> list[str]:
    """Return the names with a prefix in a query, sorted, without those whose prefix it declares.

    >>> terms_in("PREFIX x: <http://x.example/> SELECT * { ?x schema:parent x:y # kg:leads")
    ['schema:parent']
    """
    declared = set(DECLARED.findall(query))
    terms: set[str] = set()
    for prefix, name in TERM.findall(_code(query)):
        if prefix not in declared:
            terms.add(f"{prefix}:{name}")
    return sorted(terms)


def _code(query: str) -> str:
    """Return the query without its strings, IRIs and comments."""
    return QUOTED.sub(_only_code, query)


def _only_code(quoted: re.Match[str]) -> str:
    return quoted[0] if quoted["code"] else " "


def _check_depth(code: str) -> None:
    """Raise `QueryError` if the query would exhaust the parser's stack, and end the process.

    `code` is without strings and names.
    """
    steps = [1 if bracket in OPENING else -1 for bracket in BRACKET.findall(code)]
    depths = accumulate(steps)
    if max(depths, default=0) > MOST_NESTED:
        raise QueryError(
            f"the query has more than {MOST_NESTED} brackets inside each other; "
            "that deep is not looked"
        )
    joints = len(JOINT.findall(code))
    if joints > MOST_JOINTS:
        raise QueryError(
            f"the query has {joints:,} steps (patterns, operators); "
            f"more than {MOST_JOINTS:,} are not taken"
        )


def form_of(query: str) -> Form:
    """Return the form of a query. Raises `QueryError` for an update, and for what is no query."""
    prologue = PROLOGUE.match(query)
    rest = query[prologue.end() :] if prologue else query
    first, *_ = re.split(r"[^A-Za-z]", rest, maxsplit=1)
    word = first.upper()
    if word in Update.__members__:
        raise QueryError(f"{word} is refused: a query may not change the graph, only kg build does")
    if word not in Form.__members__:
        words = rest.split(maxsplit=1)
        beginning = repr(words[0]) if words else "nothing"
        raise QueryError(
            f"a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE, not with {beginning}"
        )
    return Form[word]


def _without_quoted_service(query: str) -> str:
    """Return a query with "service" escaped in strings, IRIs and comments, where it says nothing.

    Should the parser see code where this function sees a string, the escape is no keyword there:
    the query fails, and calls nobody.
    """
    return QUOTED.sub(lambda quoted: SERVICE.sub(_escaped, quoted[0]), query)


def _escaped(word: re.Match[str]) -> str:
    """Return a word with its first letter as an escape."""
    letters = word[0]
    code_point = ord(letters[0])
    return f"\\u{code_point:04X}{letters[1:]}"
