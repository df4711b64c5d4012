"""Facts about things without a name, which only stand if the graph has the things anyway."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from kg.graph.facts import words_of_fact
from kg.graph.ontology import Ontology
from kg.model import Entity, Fact, Graph, Refusal

REASON = "unidentified: one of the two ends is not worth a node"

Entities = Mapping[str, Entity]  # by their ids


def with_facts_of_things(
    graph: Graph, facts: Iterable[Fact], proposed: Iterable[Entity], ontology: Ontology
) -> Graph:
    """Return a graph with those facts whose ends are nodes in it, and refusals of the others.

    `proposed` are all entities, those that are not worth a node among them.
    """
    nodes = {entity.id for entity in graph.entities}
    known = {entity.id: entity for entity in proposed}
    stand = list(graph.facts)
    refusals = set(graph.refusals)
    for fact in facts:
        if _has_nodes(fact, nodes):
            stand.append(fact)
        else:
            refusals.update(_refusals(fact, known, ontology))
    return replace(graph, facts=tuple(stand), refusals=tuple(sorted(refusals)))


def _has_nodes(fact: Fact, nodes: Container[str]) -> bool:
    """Return whether both ends of a fact are nodes; a text or a number is none."""
    return fact.subject in nodes and (not isinstance(fact.object, str) or fact.object in nodes)


def _refusals(fact: Fact, known: Entities, ontology: Ontology) -> Iterator[Refusal]:
    """Yield a refusal of a fact for each passage that says it."""
    words = words_of_fact(fact, known, ontology)
    for passage in fact.evidence:
        yield Refusal(passage, words, min(fact.rules), REASON)
