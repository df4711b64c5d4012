"""One of two graphs that are compared: what its nodes are, and what it says of them in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pyoxigraph import Literal, NamedNode, Store

from kg.model import stem_of
from kg.query import (
    ends,
    event_sentence,
    fact_sentence,
    label,
    quotation_sentence,
    text,
    values,
)
from kg.versions import address_key
from kg.vocabulary import compact, plain_words, premise_of

# They make one statement another than its like.
QUALIFIERS = ("kg:role", "schema:startDate", "schema:endDate", "kg:past")


class Outcome(StrEnum):
    """The fate of something from the first graph to the second, with its mark in a report."""

    ADDED = "+"
    WITHDRAWN = "-"
    CHANGED = "~"


class Topic(StrEnum):
    """The type of a node, by its class; the headings of a report, in their order."""

    ARTICLE = "schema:NewsArticle"
    THING = ""
    FACT = "rdf:Statement"
    EVENT = "sem:Event"
    QUOTATION = "schema:Quotation"


Topics = dict[NamedNode, Topic]
Likeness = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Something that is added, withdrawn, or changed; `details` name the differences in words."""

    topic: Topic
    outcome: Outcome
    said: str
    iri: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two graphs, and the words for its properties."""

    store: Store
    labels: Mapping[str, str]

    def topic(self, node: NamedNode) -> Topic | None:
        """Return the topic of a node; None for nodes that only serve others.

        Those are passages, amounts, sources, and facts that other facts entail.
        """
        classes = set(map(compact, self.texts(node, "rdf:type")))
        for topic in Topic:
            if topic in classes:
                is_implied = topic is Topic.FACT and self._is_implied(node)
                return None if is_implied else topic
        return Topic.THING if classes and text(self.store, node, "rdfs:label") else None

    def texts(self, node: NamedNode, curie: str) -> set[str]:
        """Return the values of a property as plain texts."""
        terms = values(self.store, node, curie)
        return {str(getattr(term, "value", term)) for term in terms}

    def words(self, node: NamedNode, curie: str) -> set[str]:
        """Return the values of a property in words: classes by their name, others as they are."""
        texts = self.texts(node, curie)
        if curie == "rdf:type":
            return set(map(plain_words, texts))
        return texts

    def _is_implied(self, statement: NamedNode) -> bool:
        """Return whether a fact only says in general what another fact says ("works for", "leads").

        It changes with that one.
        """
        rules = values(self.store, statement, "kg:rule")
        names = (rule.value for rule in rules if isinstance(rule, Literal))
        return any(map(premise_of, names))

    def said(self, node: NamedNode, topic: Topic) -> str:
        """Return a node in words."""
        store = self.store
        match topic:
            case Topic.FACT:
                return fact_sentence(store, node, self.labels)
            case Topic.EVENT:
                return event_sentence(store, node)
            case Topic.QUOTATION:
                return quotation_sentence(store, node)
            case Topic.ARTICLE:
                source = text(store, node, "dcterms:source")
                return f"{label(store, node)} ({source})"
            case _:
                return label(store, node)

    def likeness(self, statement: NamedNode) -> Likeness:
        """Return the content of a statement, without its factuality; of an article, what all its
        versions have: its id, address or headline.
        """
        store = self.store
        if self.topic(statement) is Topic.ARTICLE:
            return (self._of_versions(statement),)
        qualifiers = (values(store, statement, curie) for curie in QUALIFIERS)
        return *ends(store, statement), *qualifiers

    def _of_versions(self, article: NamedNode) -> str:
        """Return what all versions of an article have, in the form of which it has one."""
        store = self.store
        told = text(store, article, "dcterms:identifier")
        day = text(store, article, "schema:datePublished")
        address = address_key(text(store, article, "schema:url"))
        return told or address or f"{stem_of(article.value)} {day}"

    def topics(self, nodes: Iterable[NamedNode]) -> Topics:
        """Map nodes to their topics, without nodes that have none."""
        topics = {}
        for node in nodes:
            topic = self.topic(node)
            if topic is not None:
                topics[node] = topic
        return topics

    def changes_of(self, topics: Topics, outcome: Outcome) -> list[Change]:
        """Return a change with one outcome for each node."""
        return [self.change(node, topic, outcome) for node, topic in topics.items()]

    def change(
        self, node: NamedNode, topic: Topic, outcome: Outcome, details: tuple[str, ...] = ()
    ) -> Change:
        """Return a change of a node, with its words in this graph."""
        said = self.said(node, topic)
        return Change(topic, outcome, said, node.value, details)
