"""The order of the nodes in a Turtle document: by section, then by IRI or content.

Parts of a graph follow each other in this order, and so do the blocks within each part.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from kg.model import Article, Event, Fact, Passage, Quotation, Refusal, Story
from kg.rdf.iris import Iris, term
from kg.rdf.literals import object_of, spelt
from kg.rdf.ntriples import TermText, iri_of, plain_text
from kg.vocabulary import expand


class Section(Enum):
    """A section of a document."""

    DATASET = 0
    ARTICLES = 1
    ENTITIES = 2  # and whatever has no section of its own
    EVENTS = 3
    STORIES = 4
    QUANTITIES = 5
    QUOTATIONS = 6
    STATEMENTS = 7
    DECISIONS = 8
    REFUSALS = 9
    SOURCES = 10
    PASSAGES = 11
    NONE = 12  # literals and blank nodes, which are only told of


# As plain numbers, which are sorted more quickly.
ENTITIES = Section.ENTITIES.value
SOURCES = Section.SOURCES.value
PASSAGES = Section.PASSAGES.value
NO_SECTION = Section.NONE.value
# By what the IRIs of its nodes begin with; those of passages begin like those of articles.
SECTION_OF_KIND = {
    "dataset": Section.DATASET.value,
    "software": Section.DATASET.value,
    "document": Section.ARTICLES.value,
    "event": Section.EVENTS.value,
    "story": Section.STORIES.value,
    "quantity": Section.QUANTITIES.value,
    "quotation": Section.QUOTATIONS.value,
    "statement": Section.STATEMENTS.value,
    "decision": Section.DECISIONS.value,
    "refusal": Section.REFUSALS.value,
    "source": Section.SOURCES.value,
}

FRAGMENT = re.compile(r"#char=(\d{1,9}),(\d{1,9})$")
ENDS = tuple(f"<{expand(curie)}>" for curie in ("rdf:subject", "rdf:predicate", "rdf:object"))

Place = tuple[int, str, int, int]  # section, IRI, offsets
TermOrder = tuple[Place, str]
Properties = Mapping[TermText, Sequence[TermText]]


def place_of_node(iri: str, base: str) -> Place:
    """Return the section, then the IRI; passages by their document, in text order."""
    if not iri.startswith(base):
        return SOURCES, iri, 0, 0
    path = iri.removeprefix(base)
    kind, _, _ = path.partition("/")
    offsets = FRAGMENT.search(iri) if kind == "document" else None
    if offsets is None:
        section = SECTION_OF_KIND.get(kind, ENTITIES)
        return section, iri, 0, 0
    begin, end = map(int, offsets.groups())
    document = iri[: offsets.start()]
    return PASSAGES, document, begin, end


def place_of_block(subject: TermText, values_of: Properties, base: str) -> Place:
    """Return the place of a node and its properties.

    A statement has its place by its content, so that those about one entity are together.
    """
    iri = iri_of(subject)
    section, name, begin, end = place_of_node(iri, base)
    content = " ".join(_content(values_of))
    return section, content or name, begin, end


def _content(values_of: Properties) -> Iterator[str]:
    """Yield subject, predicate and object of a statement; nothing for other nodes."""
    for predicate in ENDS:
        values = values_of.get(predicate)
        if values:
            yield from map(plain_text, sorted(set(values)))


def order_of_term(value: TermText, base: str) -> TermOrder:
    """Return the sorting key of a value: nodes as in the document, then literals by their text."""
    if value[0] != "<" or value[1] == "<":
        return (NO_SECTION, "", 0, 0), value
    iri = value[1:-1]
    return place_of_node(iri, base), iri


@dataclass(frozen=True, slots=True)
class Order:
    """The sorting keys of what a graph consists of: those of its nodes in a document."""

    iris: Iris

    def article(self, article: Article) -> str:
        """Return the IRI of an article."""
        return self.iris.document(article.id).value

    def thing(self, thing: Event | Quotation | Story) -> str:
        """Return the IRI of what has an id."""
        return self.iris.node(thing.id).value

    def statement(self, fact: Fact) -> tuple[str, str]:
        """Return the content of a statement, then its IRI."""
        subject = self.iris.node(fact.subject)
        predicate = term(fact.predicate)
        value = object_of(fact, self.iris)
        content = f"{subject.value} {predicate.value} {spelt(value)}"
        return content, self.reifier(fact)

    def reifier(self, fact: Fact) -> str:
        """Return the IRI of a statement: reifiers of RDF 1.2 have no content of their own."""
        return self.iris.statement(fact).value

    def refusal(self, refusal: Refusal) -> str:
        """Return the IRI of a refusal."""
        return self.iris.refusal(refusal).value

    def passage(self, passage: Passage) -> tuple[str, int, int]:
        """Return the document of a passage, then its place in the text."""
        document = self.iris.document(passage.article)
        return document.value, passage.start, passage.end
