"""Changes from one graph to another: articles, entities, facts, events and quotations, and their
evidence.
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from pyoxigraph import Literal, NamedNode, Store

from kg.model import stem_of
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
from kg.versions import address_key
from kg.vocabulary import compact, plain_words, premise_of

# They make one statement another than its like.
QUALIFIERS = ("kg:role", "schema:startDate", "schema:endDate", "kg:past")
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


TOPICS = list(Topic)  # in the order of a report
OUTCOMES = list(Outcome)
TOLD_IN_WORDS = (Topic.EVENT, Topic.QUOTATION)


Measure = Callable[[Store, NamedNode], str]
Successors = dict[NamedNode, NamedNode]  # nodes of the first graph → those of the second
Details = Iterator[str]
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


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two graphs, the second of which is the later one."""

    before: Side
    after: Side

    def turned(self, gone: Topics, come: Topics) -> Successors:
        """Map statements of the first graph to those of the second that say the same with another
        factuality, and articles to their next versions.
        """
        alike: dict[Likeness, list[NamedNode]] = defaultdict(list)
        for node in _of_one_content(come):
            likeness = self.after.likeness(node)
            alike[likeness].append(node)
        turned = {}
        for node in _of_one_content(gone):
            likeness = self.before.likeness(node)
            same = alike[likeness]
            if same:
                turned[node] = same.pop(0)
        return turned

    def changed(self, successors: Successors, topics: Topics) -> Iterator[Change]:
        """Yield the nodes that both graphs have, with differences."""
        for old, new in successors.items():
            topic = topics[new]
            details = tuple(self._details(old, new, topic))
            if details:
                yield self.after.change(new, topic, Outcome.CHANGED, details)

    def _details(self, old: NamedNode, new: NamedNode, topic: Topic) -> Details:
        """Yield the differences of a node that both graphs have, in words."""
        if topic is Topic.THING:
            yield from self._renamed(old, new)
            return
        for measure, words in MEASURES.items():
            was = measure(self.before.store, old)
            now = measure(self.after.store, new)
            if was != now:
                yield words.format(was or "none", now or "none")
        if topic in TOLD_IN_WORDS:
            was = self.before.said(old, topic)
            now = self.after.said(new, topic)
            if was != now:
                yield f"was told as: {was}"

    def _renamed(self, old: NamedNode, new: NamedNode) -> Details:
        """Yield the names, classes and addresses that an entity has lost or gained."""
        for curie, word in OF_THING.items():
            was = self.before.words(old, curie)
            now = self.after.words(new, curie)
            for lost in sorted(was - now):
                yield f"no longer {word} {lost}"
            for gained in sorted(now - was):
                yield f"now {word} {gained}"


def changes(before: Side, after: Side) -> tuple[Change, ...]:
    """Return all differences, by topic, then added, withdrawn, changed, then in order of words.

    A fact with another factuality ("it is denied that …") is a change of one fact, not a new one.
    """
    comparison = Comparison(before, after)
    nodes = _differing(before.store, after.store)
    was = before.topics(nodes)
    now = after.topics(nodes)
    gone = _without(was, now)
    come = _without(now, was)
    kept = _without(was, gone)
    turned = comparison.turned(gone, come)
    withdrawn = _without(gone, turned)
    added = _without(come, set(turned.values()))
    successors = {node: node for node in kept} | turned
    differences = before.changes_of(withdrawn, Outcome.WITHDRAWN)
    differences += after.changes_of(added, Outcome.ADDED)
    differences += comparison.changed(successors, now)
    differences.sort(key=_place)
    return tuple(differences)


def _differing(store: Store, other: Store) -> list[NamedNode]:
    """Return the nodes of which one graph says something that the other does not, sorted."""
    only_here = {quad.subject for quad in store if quad not in other}
    only_there = {quad.subject for quad in other if quad not in store}
    subjects = only_here | only_there
    nodes = [subject for subject in subjects if isinstance(subject, NamedNode)]
    return sorted(nodes, key=str)


def _without(topics: Topics, others: Container[NamedNode]) -> Topics:
    """Return the topics of nodes, without those of some others."""
    return {node: topic for node, topic in topics.items() if node not in others}


def _of_one_content(topics: Topics) -> list[NamedNode]:
    """Return the statements of facts, and the articles: they may stay, under another name."""
    return [node for node, topic in topics.items() if topic in (Topic.FACT, Topic.ARTICLE)]


def _place(change: Change) -> tuple[int, int, str, str]:
    """Return the sorting key of a change."""
    topic = TOPICS.index(change.topic)
    outcome = OUTCOMES.index(change.outcome)
    return topic, outcome, change.said, change.iri


def _passages(store: Store, node: NamedNode) -> str:
    """Return the number of passages that support a node."""
    passages = values(store, node, "prov:wasDerivedFrom")
    return str(len(passages))


def _literal(curie: str) -> Measure:
    """Return the measure of a property with one literal value."""
    return partial(text, curie=curie)


def _names(curie: str) -> Measure:
    """Return the measure of a property whose values have names."""

    def joined(store: Store, node: NamedNode) -> str:
        labels = sorted(value_labels(store, node, curie))
        return ", ".join(labels)

    return joined


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
    _literal("schema:dateModified"): "last changed: {} → {}",
    _literal("kg:sha256"): "its text was changed",
}
