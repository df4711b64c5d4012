"""SPARQL 1.1 over a graph: the vocabulary's prefixes need no declaration, and only reading is
allowed.
"""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from importlib.resources import files

from pyoxigraph import Literal, QueryBoolean, QuerySolutions, QueryTriples, Store

from kg.errors import QueryError
from kg.query.limits import checked, undeclared
from kg.vocabulary import BASE_IRI, FORMER_BASE_IRI, PREFIXES

Answer = QuerySolutions | QueryBoolean | QueryTriples
Prefixes = Mapping[str, str]

KIND = re.compile(r"[a-z](?:[a-z0-9-]*[a-z0-9])?")

HOME = files("kg.query")
FIRST_DOCUMENT = (HOME / "first_document.rq").read_text("utf-8").strip()
KINDS_BELOW = (HOME / "kinds_below.rq").read_text("utf-8").strip()

ERROR_AT = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
CHARACTERS = re.compile(r"\[[^\]]*\]")  # classes of characters, in what the parser expected
EXPECTED_WORDS = re.compile(r"[A-Z]{2,}|[A-Z]\w+(?: \w+){2,}")
EXPECTED_SIGNS = re.compile(r'"[^"]"')
SHOWN_WORDS = 6  # of what the parser would have taken; beyond that a list says nothing
SHOWN_LINE = 60  # characters of the faulty line


class UsualKind(StrEnum):
    """A kind of node that always has a prefix."""

    DOCUMENT = "document"
    EVENT = "event"
    GROUP = "group"
    ORGANIZATION = "organization"
    PERSON = "person"
    PLACE = "place"
    QUANTITY = "quantity"
    QUOTATION = "quotation"
    STATEMENT = "statement"


def ask(store: Store, query: str, *, prefixes: Prefixes | None = None) -> Answer:
    """Return the answer to a SELECT, ASK, CONSTRUCT or DESCRIBE query. Rows come lazily, in the
    query's order.

    `prefixes` are added to the vocabulary's own and those of `data_prefixes(store)`; a PREFIX in
    the query wins over all. Raises `QueryError` for anything but SPARQL (with the line), for a
    query that is too large, for updates, and for SERVICE.
    """
    safe = checked(query)
    usual = usual_prefixes(base_iri(store))
    known = {**PREFIXES, **usual}
    if prefixes is not None:
        known.update(prefixes)
    if undeclared(query, known):  # only then every node need be looked at
        known = {**data_prefixes(store), **known}
    unknown = undeclared(query, known)
    refuse_unknown(unknown, known)
    try:
        return store.query(safe, prefixes=known)
    except SyntaxError as error:
        message = _syntax_message(str(error), query)
        raise QueryError(message) from error
    except (RuntimeError, OSError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from error


def refuse_unknown(prefixes: Iterable[str], known: Iterable[str]) -> None:
    """Raise `QueryError` if there are prefixes that nobody knows; say which could be used."""
    unknown = ", ".join(f"{name}:" for name in prefixes)
    if unknown:
        usable = ", ".join(sorted(known))
        hint = f"(declare it with PREFIX, or use one of {usable})"
        raise QueryError(f"unknown prefix {unknown} {hint}")


def data_prefixes(store: Store) -> dict[str, str]:
    """Return `data:` for the base IRI of a graph, and a prefix for each kind of node in it
    (`person:` and so on).

    The base is taken from the graph's documents; without any it is the usual one. Every typed node
    is looked at.

    >>> data_prefixes(Store())["person"]
    'urn:newskg:local/person/'
    """
    base = base_iri(store)
    literal = str(Literal(base))
    query = KINDS_BELOW.replace("$base", literal)
    kinds = _texts(store, query)
    return usual_prefixes(base, kinds)


def usual_prefixes(base: str, kinds: Iterable[str] = ()) -> dict[str, str]:
    """Return `data:` for a base IRI, and a prefix for each kind of node that is usual, or given."""
    every = {*kinds, *UsualKind}
    prefixes = {"data": base}
    for name in sorted(every):
        if KIND.fullmatch(name):
            prefixes[str(name)] = f"{base}{name}/"
    return prefixes


def base_iri(store: Store) -> str:
    """Return the IRI below which the graph's own nodes are, ending in `/`."""
    documents = _texts(store, FIRST_DOCUMENT)
    first = documents[0] if documents else ""
    return base_of(first)


def base_of(document: str) -> str:
    """Return the base of the IRI of a document; the usual one if it has none."""
    base, _, _ = document.rpartition("document/")
    return base or BASE_IRI


def former_names(store: Store, query: str) -> tuple[str, ...]:
    """Return a note on a query whose IRIs begin as those of all graphs once did, if those of the
    graph do not.
    """
    base = base_iri(store)
    if FORMER_BASE_IRI not in query or base == FORMER_BASE_IRI:
        return ()
    return (f"the IRIs of this graph begin with {base}, not with {FORMER_BASE_IRI}",)


def _texts(store: Store, query: str) -> list[str]:
    """Return the first column of the answer to a query of our own, as texts."""
    rows = store.query(query, prefixes=dict(PREFIXES))
    firsts = [row[0] for row in rows]  # type: ignore[union-attr]
    return [first.value for first in firsts if first is not None]


def _syntax_message(message: str, query: str) -> str:
    """Return one line on a fault in the syntax: its place, the line itself, and what is
    expected.
    """
    error = ERROR_AT.match(message)
    if not error:
        return f"not a SPARQL query: {message}"
    line, column, explanation = error.groups()
    lines = query.splitlines() or [""]
    number = min(int(line), len(lines))
    text = lines[number - 1].strip()
    shown = text[:SHOWN_LINE]
    fault = f"not a SPARQL query: line {line}, column {column}, in {shown!r}"
    expected = " or ".join(_expected(explanation))
    return f"{fault} (expected {expected})" if expected else fault


def _expected(explanation: str) -> list[str]:
    """Return some of what the parser would have taken: words, or signs if there are none."""
    plain = CHARACTERS.sub("", explanation)
    words = EXPECTED_WORDS.findall(plain)
    signs = EXPECTED_SIGNS.findall(plain)
    expected = words or signs
    return expected[:SHOWN_WORDS]
