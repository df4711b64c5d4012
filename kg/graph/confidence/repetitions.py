"""Facts that only repeat what a thing without a name is called.

That "a spokeswoman" is a spokeswoman and "five players" are 5 is worth telling only if the graph
has more of them: an event that they take part in, or another fact. That somebody speaks is shown by
the quotation itself.
"""

from collections.abc import (
    Container,
    Iterable,
    Iterator,
    Mapping,
)
from dataclasses import replace

from kg.choices import Demand
from kg.graph.confidence.idle import without_idle
from kg.graph.facts import words_of_fact
from kg.graph.ontology import Ontology
from kg.model import (
    Entity,
    Fact,
    Graph,
    Literal,
    Refusal,
)

JOB_TITLE, SIZE = "schema:jobTitle", "kg:size"
ONLY_REPEATED = "said already: it only repeats the words of a thing of which nothing else is told"

Entities = Mapping[str, Entity]  # by id


def without_repetitions(graph: Graph, ontology: Ontology, demand: Demand = Demand.USUAL) -> Graph:
    """Return a graph without the facts that only repeat a description, and with their refusals.

    A thing that nothing else needs goes with them. Those who want many facts get these, too.
    """
    if demand is Demand.MANY:
        return graph
    entities = {entity.id: entity for entity in graph.entities}
    repeated = {fact for fact in graph.facts if _only_repeats(fact, entities)}
    needed = set(_needed(graph, repeated))
    idle = {fact for fact in repeated if fact.subject not in needed}
    if not idle:
        return graph
    left = replace(
        graph,
        facts=tuple(fact for fact in graph.facts if fact not in idle),
        refusals=tuple(sorted({*graph.refusals, *_refusals(idle, entities, ontology)})),
    )
    return without_idle(left, {fact.subject for fact in idle})


def _only_repeats(fact: Fact, entities: Entities) -> bool:
    """Return whether a fact tells no more of a thing than the words for it; a size never does.

    What somebody decided is told.
    """
    about = entities.get(fact.subject)
    if about is None or not about.described or fact.decisions:
        return False
    if fact.predicate == SIZE:
        return True
    if fact.predicate != JOB_TITLE or not isinstance(fact.object, Literal):
        return False
    words = about.name.lower().split()
    return all(word in words for word in fact.object.text.lower().split())


def _needed(graph: Graph, repeated: Container[Fact]) -> Iterator[str]:
    """Yield the things of which an event or another fact tells."""
    for fact in graph.facts:
        if fact in repeated:
            continue
        yield fact.subject
        if isinstance(fact.object, str):
            yield fact.object
    for event in graph.events:
        for _, filler in event.roles:
            yield filler


def _refusals(facts: Iterable[Fact], entities: Entities, ontology: Ontology) -> Iterator[Refusal]:
    """Yield a refusal for each passage that says a fact."""
    for fact in facts:
        words = words_of_fact(fact, entities, ontology)
        rule = min(fact.rules)
        yield from (Refusal(passage, words, rule, ONLY_REPEATED) for passage in fact.evidence)
