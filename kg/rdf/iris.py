"""The IRI of every node: the only place where IRIs are minted, always from content.

base + person/ada-lund                      an entity, event or quotation: its id
base + document/a1                          an article
base + document/a1#char=12,40               a passage of it (RFC 5147)
base + statement/3f9c…, quantity/…, refusal/…   16 hex digits of the SHA-256 of its content
base + source/…                             a gazetteer without an address of its own

Characters other than letters, digits and `-._~` are percent-encoded as UTF-8, so every IRI is a
plain RFC 3986 URI too, whatever the name was.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlsplit

from pyoxigraph import NamedNode

from kg.errors import KgError
from kg.model import Fact, Literal, Passage, Quantity, Refusal
from kg.tables import table
from kg.vocabulary import BASE_IRI, expand

# Gazetteers by name, in small letters: address and label.
SOURCES = {name: (address, label) for name, address, label in table("kg.rdf", "gazetteers.tsv")}
PLAIN = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*")  # needs no encoding
ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


@lru_cache(maxsize=4096)
def term(curie: str) -> NamedNode:
    """Return the node of a class or property, given as a curie or a full IRI."""
    return NamedNode(expand(curie))


def checked_base(iri: str) -> str:
    """Return the base IRI as nodes need it: absolute, without query and fragment, ending in `/`
    (added) or `:`.

    Raises `KgError` if no node could be named below it.

    >>> checked_base("https://example.org/news")
    'https://example.org/news/'
    """
    base = iri if iri.endswith(("/", ":")) else iri + "/"
    example = f"give one such as {BASE_IRI}"
    try:
        parts = urlsplit(NamedNode(base).value)
    except ValueError as error:
        raise KgError(f"{iri!r} is not an absolute IRI: {example}") from error
    lacks_host = parts.scheme in ("http", "https") and not parts.netloc
    if "#" in base or "?" in base or lacks_host:
        raise KgError(f"{iri!r} cannot be a base IRI, it needs a host and no '#' or '?': {example}")
    return base


@lru_cache(maxsize=10_000)
def segment(name: str) -> str:
    """Encode a name as one step of an IRI's path, one-to-one; only letters, digits and `-._~` stay
    as they are.

    Names of dots alone are encoded as well: as a step of a path they would mean "this folder" and
    "the one above".

    >>> segment("O'Brien & 李"), segment("..")
    ('O%27Brien%20%26%20%E6%9D%8E', '%2E%2E')
    """
    if PLAIN.fullmatch(name):
        return name
    encoded = quote(name, safe="", errors="surrogatepass")
    return encoded.replace(".", "%2E") if encoded.strip(".") == "" else encoded


def path(identifier: str) -> str:
    """Encode an id as the end of an IRI; its steps stay, each is encoded."""
    return "/".join(map(segment, identifier.split("/")))


def digest(parts: Iterable[str]) -> str:
    """Return 16 hex digits that stand for a list of texts in its order.

    >>> digest(["a", "bc"]) == digest(["ab", "c"])
    False
    """
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@lru_cache(maxsize=100_000)
def _below(base: str, identifier: str) -> NamedNode:
    return NamedNode(base + path(identifier))


@dataclass(frozen=True, slots=True)
class Iris:
    """The IRIs of one graph, all below `base`, which must come from `checked_base`."""

    base: str = BASE_IRI

    def node(self, identifier: str) -> NamedNode:
        """Return the node of an entity, event or quotation, by its id."""
        return _below(self.base, identifier)

    def document(self, article: str) -> NamedNode:
        """Return the node of an article, by its id."""
        return NamedNode(f"{self.base}document/{segment(article)}")

    def passage(self, passage: Passage) -> NamedNode:
        """Return the node of a stretch of text, an RFC 5147 fragment of its document."""
        return NamedNode(
            f"{self.base}document/{segment(passage.article)}#char={passage.start},{passage.end}"
        )

    def statement(self, fact: Fact) -> NamedNode:
        """Return the node of a fact.

        It depends on the content alone, not on the sources, so it stays when another article says
        the same.
        """
        value = fact.object
        objects: tuple[str, ...] = ("thing", str(value))
        if isinstance(value, Literal):
            objects = ("literal", value.text, value.datatype)
        validity = (fact.role, fact.start, fact.end, str(fact.past))
        triple = (fact.subject, expand(fact.predicate), *objects)
        return self._hashed("statement", (*triple, fact.factuality.value, *validity))

    def quantity(self, value: Quantity) -> NamedNode:
        """Return the node of an amount; equal amounts are one node."""
        bounds = (value.minimum, value.maximum, str(value.approximate))
        return self._hashed("quantity", (value.value, value.unit, value.currency, *bounds))

    def refusal(self, refusal: Refusal) -> NamedNode:
        """Return the node of a candidate that did not become a fact."""
        passage = refusal.passage
        place = (passage.article, str(passage.start), str(passage.end))
        return self._hashed("refusal", (*place, refusal.candidate, refusal.rule, refusal.reason))

    def source(self, name: str) -> NamedNode:
        """Return the node of a gazetteer: its address if known or given, otherwise one below the
        base.
        """
        name = name.removeprefix("gazetteer:")
        if name.lower() in SOURCES:
            return NamedNode(SOURCES[name.lower()][0])
        return (
            NamedNode(name)
            if ADDRESS.fullmatch(name)
            else NamedNode(f"{self.base}source/{segment(name)}")
        )

    def _hashed(self, kind: str, parts: Iterable[str]) -> NamedNode:
        return NamedNode(f"{self.base}{kind}/{digest(parts)}")


def source_label(name: str) -> str:
    """Return the name of a gazetteer as people know it."""
    plain = name.removeprefix("gazetteer:")
    return SOURCES.get(plain.lower(), (plain, plain))[1]
