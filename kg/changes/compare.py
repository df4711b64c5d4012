"""Changes from one graph to another: articles, entities, facts, events and quotations, and their
evidence.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

import pyoxigraph as ox

from kg.query import (
    ends,
    event_sentence,
    fact_sentence,
    factuality,
    label,
    quotation_sentence,
    text,
    value_labels,
    values,
)
from kg.tables import words_for
from kg.vocabulary import compact, plain_words, premise_of

QUALIFIERS = (
    "kg:role",
    "schema:startDate",
    "schema:endDate",
    "kg:past",
)  # make one statement another than its like
OF_THING = words_for("kg.changes", "thing")  # what is told of a thing that both graphs have


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

    store: ox.Store
    labels: Mapping[str, str]

    def topic(self, node: ox.NamedNode) -> Topic | None:
        """Return the topic of a node; None for nodes that only serve others.

        Those are passages, amounts, sources, and facts that other facts entail.
        """
        classes = {
            compact(str(getattr(kind, "value", "")))
            for kind in values(self.store, node, "rdf:type")
        }
        for topic in Topic:
            if topic in classes:
                return None if topic is Topic.FACT and self._is_implied(node) else topic
        return Topic.THING if classes and text(self.store, node, "rdfs:label") else None

    def _is_implied(self, statement: ox.NamedNode) -> bool:
        """Return whether a fact only says in general what another fact says ("works for", "leads").

        It changes with that one.
        """
        rules = values(self.store, statement, "kg:rule")
        names = (rule.value for rule in rules if isinstance(rule, ox.Literal))
        return any(map(premise_of, names))

    def said(self, node: ox.NamedNode, topic: Topic) -> str:
        """Return a node in words."""
        match topic:
            case Topic.FACT:
                return fact_sentence(self.store, node, self.labels)
            case Topic.EVENT:
                return event_sentence(self.store, node)
            case Topic.QUOTATION:
                return quotation_sentence(self.store, node)
            case Topic.ARTICLE:
                return f"{label(self.store, node)} ({text(self.store, node, 'dcterms:source')})"
            case _:
                return label(self.store, node)

    def likeness(self, statement: ox.NamedNode) -> tuple[object, ...]:
        """Return the content of a statement, without its factuality."""
        qualifiers = (values(self.store, statement, curie) for curie in QUALIFIERS)
        return *ends(self.store, statement), *qualifiers

    def topics(self, nodes: Iterable[ox.NamedNode]) -> dict[ox.NamedNode, Topic]:
        """Map nodes to their topics, without nodes that have none."""
        pairs = ((node, self.topic(node)) for node in nodes)
        return {node: topic for node, topic in pairs if topic is not None}

    def change(
        self, node: ox.NamedNode, topic: Topic, outcome: Outcome, details: tuple[str, ...] = ()
    ) -> Change:
        """Return a change of a node, with its words in this graph."""
        return Change(topic, outcome, self.said(node, topic), node.value, details)


def changes(before: Side, after: Side) -> tuple[Change, ...]:
    """Return all differences, by topic, then added, withdrawn, changed, then in order of words.

    A fact with another factuality ("it is denied that …") is a change of one fact, not a new one.
    """
    differing = _subjects(before.store, after.store) | _subjects(after.store, before.store)
    nodes = sorted(differing, key=str)
    was, now = before.topics(nodes), after.topics(nodes)
    pairs = {node: node for node in was if node in now}
    gone = [node for node in was if node not in now]
    come = [node for node in now if node not in was]
    pairs |= _turned(gone, come, before, after)
    kept = set(pairs.values())
    differences = [
        before.change(node, was[node], Outcome.WITHDRAWN) for node in was if node not in pairs
    ]
    differences += [
        after.change(node, now[node], Outcome.ADDED) for node in now if node not in kept
    ]
    differences += _changed(pairs, now, before, after)
    return tuple(sorted(differences, key=_place))


def _changed(
    pairs: Mapping[ox.NamedNode, ox.NamedNode],
    topics: Mapping[ox.NamedNode, Topic],
    before: Side,
    after: Side,
) -> Iterator[Change]:
    """Yield the nodes that both graphs have, with differences."""
    for old, new in pairs.items():
        details = tuple(_details(old, new, topics[new], before, after))
        if details:
            yield after.change(new, topics[new], Outcome.CHANGED, details)


def _place(change: Change) -> tuple[int, int, str, str]:
    """Return the sorting key of a change."""
    topic = list(Topic).index(change.topic)
    outcome = list(Outcome).index(change.outcome)
    return topic, outcome, change.said, change.iri


def _subjects(store: ox.Store, other: ox.Store) -> set[ox.NamedNode]:
    """Return the nodes of which one graph says something that the other does not."""
    subjects = {quad.subject for quad in store if quad not in other}
    return {node for node in subjects if isinstance(node, ox.NamedNode)}


def _turned(
    gone: Iterable[ox.NamedNode], come: Iterable[ox.NamedNode], before: Side, after: Side
) -> dict[ox.NamedNode, ox.NamedNode]:
    """Map statements of the first graph to those of the second that say the same with another
    factuality.
    """
    alike: dict[tuple[object, ...], list[ox.NamedNode]] = defaultdict(list)
    for node in come:
        if after.topic(node) is Topic.FACT:
            alike[after.likeness(node)].append(node)
    turned = {}
    for node in gone:
        if before.topic(node) is Topic.FACT:
            same = alike[before.likeness(node)]
            if same:
                turned[node] = same.pop(0)
    return turned


def _details(
    old: ox.NamedNode, new: ox.NamedNode, topic: Topic, before: Side, after: Side
) -> Iterator[str]:
    """Yield the differences of a node that both graphs have, in words."""
    if topic is Topic.THING:
        yield from _renamed(old, new, before, after)
        return
    for measure, words in MEASURES.items():
        was, now = measure(before.store, old), measure(after.store, new)
        if was != now:
            yield words.format(was or "none", now or "none")
    if topic in (Topic.EVENT, Topic.QUOTATION):
        words = before.said(old, topic)
        if words != after.said(new, topic):
            yield f"was told as: {words}"


def _renamed(old: ox.NamedNode, new: ox.NamedNode, before: Side, after: Side) -> Iterator[str]:
    """Yield the names, classes and addresses that an entity has lost or gained."""
    for curie, word in OF_THING.items():
        was, now = _words(before.store, old, curie), _words(after.store, new, curie)
        for lost in sorted(was - now):
            yield f"no longer {word} {lost}"
        for gained in sorted(now - was):
            yield f"now {word} {gained}"


def _words(store: ox.Store, node: ox.NamedNode, curie: str) -> set[str]:
    """Return the values of a property in words: classes by their name, others as they are."""
    texts = {str(getattr(value, "value", value)) for value in values(store, node, curie)}
    return set(map(plain_words, texts)) if curie == "rdf:type" else texts


def _passages(store: ox.Store, node: ox.NamedNode) -> str:
    """Return the number of passages that support a node."""
    return str(len(values(store, node, "prov:wasDerivedFrom")))


def _literal(curie: str) -> Callable[[ox.Store, ox.NamedNode], str]:
    return lambda store, node: text(store, node, curie)


def _names(curie: str) -> Callable[[ox.Store, ox.NamedNode], str]:
    return lambda store, node: ", ".join(sorted(value_labels(store, node, curie)))


MEASURES: Mapping[Callable[[ox.Store, ox.NamedNode], str], str] = {
    _passages: "passages: {} → {}",
    _literal("kg:sourceCount"): "articles: {} → {}",
    _literal("kg:confidence"): "confidence: {} → {}",
    factuality: "factuality: {} → {}",
    _names("prov:wasAttributedTo"): "said by: {} → {}",
    _names("kg:rule"): "rules: {} → {}",
    _literal("schema:headline"): "headline: {} → {}",
    _literal("dcterms:source"): "read from: {} → {}",
    _literal("schema:datePublished"): "published: {} → {}",
}
