"""The decisions of people on their way through a build: what `kg.decisions` needs of the graph half
and of RDF to honour them.
"""

from collections.abc import (
    Iterable,
    Sequence,
)
from dataclasses import replace
from functools import partial

from kg.decisions import Rulings
from kg.graph.confidence import sure_facts
from kg.graph.facts import words_of_fact
from kg.graph.ontology import Ontology
from kg.model import (
    Decision,
    Entity,
    Fact,
    Graph,
)
from kg.rdf import (
    Entailment,
    Iris,
    with_inferred,
)

Facts = tuple[Fact, ...]


def rulings_of(decisions: Sequence[Decision], ontology: Ontology) -> Rulings:
    """Return the decisions of people in the form that a build honours."""
    return Rulings(
        decisions,
        ontology.ancestors,
        Entailment(ontology),
        _statement_of,
    )


def _statement_of(fact: Fact) -> str:
    """Return the id of the statement of a fact, which no base IRI changes."""
    iris = Iris()
    iri = iris.statement(fact).value
    return iri.removeprefix(iris.base)


def concluded(
    facts: Sequence[Fact], entities: Iterable[Entity], ontology: Ontology, rulings: Rulings
) -> Facts:
    """Return facts as sure as their signs or people say, and those that follow by the ontology."""
    sure = rulings.judged(sure_facts(facts, entities))
    whole = rulings.judged(with_inferred(sure, ontology))
    if rulings.decisions:  # on a statement that only follows: what it follows from goes, too
        left = rulings.judged(sure)
        whole = rulings.judged(with_inferred(left, ontology))
    return tuple(whole)


def as_decided(
    graph: Graph, entities: Iterable[Entity], ontology: Ontology, rulings: Rulings
) -> Graph:
    """Return a graph with the decisions that applied, and refusals of what people call wrong.

    `entities` are those of the facts, for the words of the refusals.
    """
    if not rulings.decisions:
        return graph
    by_id = {entity.id: entity for entity in entities}
    words = partial(words_of_fact, entities=by_id, ontology=ontology)
    refusals = {*graph.refusals, *rulings.refusals(words)}
    return replace(
        graph,
        refusals=tuple(sorted(refusals)),
        decisions=rulings.used(),
    )
