"""Changes from one graph to another: articles, entities, facts, events and quotations, and their
evidence.
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pyoxigraph import Literal, NamedNode, Store

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


Measure = Callable[[Store, NamedNode], str]
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
        classes = {
            compact(str(getattr(kind, "value", "")))
            for kind in values(self.store, node, "rdf:type")
        }
        for topic in Topic:
            if topic in classes:
                return None if topic is Topic.FACT and self._is_implied(node) else topic
        return Topic.THING if classes and text(self.store, node, "rdfs:label") else None

    def _is_implied(self, statement: NamedNode) -> bool:
        """Return whether a fact only says in general what another fact says ("works for", "leads").

        It changes with that one.
        """
        rules = values(self.store, statement, "kg:rule")
        names = (rule.value for rule in rules if isinstance(rule, Literal))
        return any(map(premise_of, names))

    def said(self, node: NamedNode, topic: Topic) -> str:
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

    def likeness(self, statement: NamedNode) -> Likeness:
        """Return the content of a statement, without its factuality."""
        qualifiers = (values(self.store, statement, curie) for curie in QUALIFIERS)
        return *ends(self.store, statement), *qualifiers

    def topics(self, nodes: Iterable[NamedNode]) -> Topics:
        """Map nodes to their topics, without nodes that have none."""
        pairs = ((node, self.topic(node)) for node in nodes)
        return {node: topic for node, topic in pairs if topic is not None}

    def changes_of(self, topics: Topics, outcome: Outcome) -> list[Change]:
        """Return a change with one outcome for each node."""
        return [self.change(node, topic, outcome) for node, topic in topics.items()]

    def change(
        self, node: NamedNode, topic: Topic, outcome: Outcome, details: tuple[str, ...] = ()
    ) -> Change:
        """Return a change of a node, with its words in this graph."""
        return Change(topic, outcome, self.said(node, topic), node.value, details)


def changes(before: Side, after: Side) -> tuple[Change, ...]:
    """Return all differences, by topic, then added, withdrawn, changed, then in order of words.

    A fact with another factuality ("it is denied that …") is a change of one fact, not a new one.
    """
    only_before = _subjects(before.store, after.store)
    only_after = _subjects(after.store, before.store)
    nodes = sorted(only_before | only_after, key=str)
    was = before.topics(nodes)
    now = after.topics(nodes)
    gone = _without(was, now)
    come = _without(now, was)
    turned = _turned(gone, come, before, after)
    withdrawn = _without(gone, turned)
    added = _without(come, set(turned.values()))
    differences = before.changes_of(withdrawn, Outcome.WITHDRAWN)
    differences += after.changes_of(added, Outcome.ADDED)
    pairs = {node: node for node in was if node in now} | turned
    differences += _changed(pairs, now, before, after)
    return tuple(sorted(differences, key=_place))


def _without(topics: Topics, others: Container[NamedNode]) -> Topics:
    return {node: topic for node, topic in topics.items() if node not in others}


def _changed(
    pairs: Mapping[NamedNode, NamedNode],
    topics: Topics,
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


def _subjects(store: Store, other: Store) -> set[NamedNode]:
    """Return the nodes of which one graph says something that the other does not."""
    subjects = {quad.subject for quad in store if quad not in other}
    return {node for node in subjects if isinstance(node, NamedNode)}


def _turned(gone: Topics, come: Topics, before: Side, after: Side) -> dict[NamedNode, NamedNode]:
    """Map statements of the first graph to those of the second that say the same with another
    factuality.
    """
    alike: dict[Likeness, list[NamedNode]] = defaultdict(list)
    for node, topic in come.items():
        if topic is Topic.FACT:
            likeness = after.likeness(node)
            alike[likeness].append(node)
    turned = {}
    for node, topic in gone.items():
        if topic is Topic.FACT:
            same = alike[before.likeness(node)]
            if same:
                turned[node] = same.pop(0)
    return turned


def _details(
    old: NamedNode, new: NamedNode, topic: Topic, before: Side, after: Side
) -> Iterator[str]:
    """Yield the differences of a node that both graphs have, in words."""
    if topic is Topic.THING:
        yield from _renamed(old, new, before, after)
        return
    for measure, words in MEASURES.items():
        was = measure(before.store, old)
        now = measure(after.store, new)
        if was != now:
            yield words.format(was or "none", now or "none")
    if topic in (Topic.EVENT, Topic.QUOTATION):
        words = before.said(old, topic)
        if words != after.said(new, topic):
            yield f"was told as: {words}"


def _renamed(old: NamedNode, new: NamedNode, before: Side, after: Side) -> Iterator[str]:
    """Yield the names, classes and addresses that an entity has lost or gained."""
    for curie, word in OF_THING.items():
        was = _words(before.store, old, curie)
        now = _words(after.store, new, curie)
        for lost in sorted(was - now):
            yield f"no longer {word} {lost}"
        for gained in sorted(now - was):
            yield f"now {word} {gained}"


def _words(store: Store, node: NamedNode, curie: str) -> set[str]:
    """Return the values of a property in words: classes by their name, others as they are."""
    texts = {str(getattr(value, "value", value)) for value in values(store, node, curie)}
    return set(map(plain_words, texts)) if curie == "rdf:type" else texts


def _passages(store: Store, node: NamedNode) -> str:
    """Return the number of passages that support a node."""
    return str(len(values(store, node, "prov:wasDerivedFrom")))


def _literal(curie: str) -> Measure:
    return lambda store, node: text(store, node, curie)


def _names(curie: str) -> Measure:
    return lambda store, node: ", ".join(sorted(value_labels(store, node, curie)))


MEASURES: Mapping[Measure, str] = {
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
