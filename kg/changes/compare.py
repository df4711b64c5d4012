"""Changes from one graph to another: articles, entities, facts, events and quotations, and their
evidence.
"""

from collections import defaultdict
from collections.abc import (
    Callable,
    Container,
    Iterator,
    Mapping,
)
from dataclasses import dataclass
from functools import partial

from pyoxigraph import NamedNode, Store

from kg.changes.side import (
    Change,
    Likeness,
    Outcome,
    Side,
    Topic,
    Topics,
)
from kg.query import (
    factuality,
    text,
    value_labels,
    values,
)
from kg.tables import words_for

OF_THING = words_for("kg.changes", "thing")  # what is told of a thing that both graphs have
TOPICS = list(Topic)  # in the order of a report
OUTCOMES = list(Outcome)
TOLD_IN_WORDS = (Topic.EVENT, Topic.QUOTATION)

Measure = Callable[[Store, NamedNode], str]
Successors = dict[NamedNode, NamedNode]  # nodes of the first graph → those of the second
Details = Iterator[str]


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
