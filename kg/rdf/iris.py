"""The IRI of every node: the only place where IRIs are minted, always from content.

base + person/ada-lund                      an entity, event or quotation: its id
base + document/a1                          an article
base + document/a1#char=12,40               a passage of it (RFC 5147)
base + statement/3f9c…, quantity/…, refusal/…   16 hex digits of the SHA-256 of its content
base + source/…                             a gazetteer without an address of its own

Characters other than letters, digits and `-._~` are percent-encoded as UTF-8, so every IRI is a
plain RFC 3986 URI too, whatever the name was.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from pyoxigraph import NamedNode

from kg.errors import KgError
from kg.model import Fact, Literal, Passage, Quantity, Refusal, digest
from kg.tables import table
from kg.vocabulary import BASE_IRI, expand


class Source(NamedTuple):
    """A gazetteer: its address, its label, the address of its licence, and the words that this asks
    for; each empty if there is none.
    """

    address: str
    label: str
    licence: str = ""
    credit: str = ""


# Gazetteers by name, in small letters.
SOURCES = {name: Source(*columns) for name, *columns in table("kg.rdf", "gazetteers.tsv")}
WEB = ("http", "https")  # schemes
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
    base = iri if iri.endswith(("/", ":")) else f"{iri}/"
    example = "give one such as https://desk.example/graph/ or urn:newskg:desk/"
    try:
        address = NamedNode(base).value
        parts = urlsplit(address)
    except ValueError as error:
        raise KgError(f"{iri!r} is not an absolute IRI: {example}") from error
    is_web = parts.scheme in WEB
    lacks_host = is_web and not parts.netloc
    if lacks_host or not {"#", "?"}.isdisjoint(base):
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
    steps = identifier.split("/")
    return "/".join(map(segment, steps))


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
        article = segment(passage.article)
        fragment = f"char={passage.start},{passage.end}"
        return NamedNode(f"{self.base}document/{article}#{fragment}")

    def statement(self, fact: Fact) -> NamedNode:
        """Return the node of a fact.

        It depends on the content alone, not on the sources, so it stays when another article says
        the same.
        """
        value = fact.object
        parts = [fact.subject, expand(fact.predicate)]
        if isinstance(value, Literal):
            parts += ["literal", value.text, value.datatype]
        else:
            parts += ["thing", value]
        parts += [fact.factuality.value, fact.role, fact.start, fact.end, str(fact.past)]
        return self._hashed("statement", *parts)

    def quantity(self, value: Quantity) -> NamedNode:
        """Return the node of an amount; equal amounts are one node."""
        return self.node(value.id)

    def refusal(self, refusal: Refusal) -> NamedNode:
        """Return the node of a candidate that did not become a fact."""
        passage = refusal.passage
        return self._hashed(
            "refusal",
            passage.article,
            str(passage.start),
            str(passage.end),
            refusal.candidate,
            refusal.rule,
            refusal.reason,
        )

    def source(self, name: str) -> NamedNode:
        """Return the node of a gazetteer: its address if known or given, otherwise one below the
        base.
        """
        source = known_source(name)
        if source.address:
            return NamedNode(source.address)
        return NamedNode(f"{self.base}source/{segment(source.label)}")

    def _hashed(self, kind: str, *parts: str) -> NamedNode:
        """Return a node that is named after its content."""
        return NamedNode(f"{self.base}{kind}/{digest(parts)}")


def known_source(name: str) -> Source:
    """Return a gazetteer by its name; one that is not known may be named by its address."""
    plain = name.removeprefix("gazetteer:")
    source = SOURCES.get(plain.lower())
    if source is not None:
        return source
    address = plain if ADDRESS.fullmatch(plain) else ""
    return Source(address, plain)
