"""SPARQL 1.1 over a graph: the vocabulary's prefixes need no declaration, and only reading is allowed.

The engine is Oxigraph. It would answer SERVICE by calling out to the network, so a query may not contain that word as a keyword.
"""

import re
from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from kg.errors import QueryError
from kg.terms import BASE_IRI, PREFIXES, expand

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples

KINDS = (
    "document",
    "event",
    "group",
    "organization",
    "person",
    "place",
    "quantity",
    "quotation",
    "statement",
)  # always have a prefix
KIND = re.compile(r"[a-z](?:[a-z0-9-]*[a-z0-9])?")
FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")

PROLOGUE = re.compile(r"(?:\s|#[^\n]*|(?i:base)\s*<[^>]*>|(?i:prefix)\s+[^\s:]*:\s*<[^>]*>)*")
DECLARED = re.compile(r"\bprefix\s+([^\s:]*):", re.IGNORECASE)
QUOTED = re.compile(
    r"""'''(?:[^\\]|\\.)*?'''|\"{3}(?:[^\\]|\\.)*?\"{3}"""  # long strings
    r"""|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*\""""  # strings
    r"""|<[^<>"{}|^`\\\s]*>|#[^\n]*""",  # IRIs and comments
    re.DOTALL,
)
PREFIXED = re.compile(r"(?<![\w?$@:.-])([A-Za-z][\w.-]*|):(?=\w)")
SERVICE = re.compile(r"(?<![\w:?$@/-])service(?!\w)", re.IGNORECASE)

ERROR_AT = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
CHARACTERS = re.compile(r"\[[^\]]*\]")  # classes of characters, in what the parser expected
EXPECTED_WORDS = re.compile(r"[A-Z]{2,}|[A-Z]\w+(?: \w+){2,}")
EXPECTED_SIGNS = re.compile(r'"[^"]"')
SHOWN_WORDS = 6  # of what the parser would have taken; beyond that a list says nothing
SHOWN_LINE = 60  # characters of the faulty line


def ask(store: ox.Store, query: str, *, prefixes: Mapping[str, str] | None = None) -> Answer:
    """The answer to a SELECT, ASK, CONSTRUCT or DESCRIBE query. Rows come lazily, in the order that the query gives.

    `prefixes` come on top of the vocabulary's own and those of `data_prefixes(store)`; a PREFIX in the query wins over all.
    Raises `QueryError` for what is not SPARQL (with the line), for updates, and for SERVICE.
    """
    known = {**PREFIXES, **data_prefixes(store), **(prefixes or {})}
    try:
        return store.query(_checked(query, known), prefixes=known)
    except SyntaxError as error:
        raise QueryError(_syntax_message(str(error), query)) from error
    except RuntimeError as error:
        raise QueryError(f"the query cannot be answered: {error}") from error


def data_prefixes(store: ox.Store) -> dict[str, str]:
    """`data:` for the base IRI of a graph, and a prefix for each kind of node in it (`person:` and so on).

    The base is taken from the graph's documents; without any it is the usual one.

    >>> data_prefixes(ox.Store())["person"]
    'https://w3id.org/newskg/data/person/'
    """
    base = base_iri(store)
    kinds = {*KINDS, *(iri[len(base) :].partition("/")[0] for iri in _typed_nodes(store) if iri.startswith(base))}
    return {"data": base, **{kind: f"{base}{kind}/" for kind in sorted(kinds) if KIND.fullmatch(kind)}}


def base_iri(store: ox.Store) -> str:
    """The IRI below which the graph's own nodes lie, ending in `/`."""
    documents = sorted(iri for iri in _typed_nodes(store, ox.NamedNode(expand("schema:NewsArticle"))) if "document/" in iri)
    return documents[0].rpartition("document/")[0] if documents else BASE_IRI


def _typed_nodes(store: ox.Store, cls: ox.NamedNode | None = None) -> Iterator[str]:
    for quad in store.quads_for_pattern(None, ox.NamedNode(expand("rdf:type")), cls, None):
        if isinstance(quad.subject, ox.NamedNode):
            yield quad.subject.value


def _checked(query: str, known: Mapping[str, str]) -> str:
    """The query as the engine may have it; raises `QueryError` for what is refused before it is parsed."""
    _check_form(query)
    safe = _without_quoted_service(query)
    if SERVICE.search(safe):
        raise QueryError("SERVICE is refused: questions are answered from the graph alone, and nothing is sent anywhere")
    declared = {*known, *DECLARED.findall(query)}
    unknown = sorted({name for name in PREFIXED.findall(QUOTED.sub(" ", query)) if name not in declared})
    if unknown:
        names = ", ".join(f"{name}:" for name in unknown)
        raise QueryError(f"unknown prefix {names} (declare it with PREFIX, or use one of {', '.join(sorted(known))})")
    return safe


def _check_form(query: str) -> None:
    prologue = PROLOGUE.match(query)
    rest = query[prologue.end() :] if prologue else query
    first = re.split(r"[^A-Za-z]", rest, maxsplit=1)[0]
    if first.upper() in UPDATES:
        raise QueryError(f"{first.upper()} is refused: a query may not change the graph, only kg build does")
    if first.upper() not in FORMS:
        found = repr(rest.split(maxsplit=1)[0]) if rest.strip() else "nothing"
        raise QueryError(f"a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE, not with {found}")


def _without_quoted_service(query: str) -> str:
    """The query with the word "service" spelt with an escape inside strings, IRIs and comments, where it means nothing.

    Should the parser see code where this sees a string, the escape is no keyword there: the query fails, and calls nobody.
    """
    if not SERVICE.search(query):
        return query
    return QUOTED.sub(lambda quoted: SERVICE.sub(lambda word: f"\\u{ord(word[0][0]):04X}{word[0][1:]}", quoted[0]), query)


def _syntax_message(message: str, query: str) -> str:
    """One line on a fault in the syntax: where it is, what stands there, and what could."""
    found = ERROR_AT.match(message)
    if not found:
        return f"not a SPARQL query: {message}"
    line, column = int(found[1]), int(found[2])
    text = (query.splitlines() or [""])[min(line, len(query.splitlines())) - 1].strip()
    wanted = CHARACTERS.sub("", found[3])
    expected = EXPECTED_WORDS.findall(wanted) or EXPECTED_SIGNS.findall(wanted)
    could = f" (expected {' or '.join(expected[:SHOWN_WORDS])})" if expected else ""
    return f"not a SPARQL query: line {line}, column {column}, in {text[:SHOWN_LINE]!r}{could}"
