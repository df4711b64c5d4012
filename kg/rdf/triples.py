"""A graph as triples: what it says, and beside it what was refused and where everything is mentioned.

Three streams, for three files: a refused candidate must not be found among the facts, and mentions are many.
"""

from collections.abc import Iterator, Mapping

from pyoxigraph import Triple

from kg.model import Graph, Kind, Passage
from kg.rdf.articles import article_triples
from kg.rdf.entities import entity_triples, name_triples, written_entities
from kg.rdf.events import event_triples, quotation_triples
from kg.rdf.implied import Implications, Vocabulary
from kg.rdf.iris import Iris, checked_base, term
from kg.rdf.literals import about, text
from kg.rdf.passages import passage_triples
from kg.rdf.statements import fact_triples
from kg.terms import BASE_IRI

NODE_OF_KIND = {Kind.NAME: "kg:Name", Kind.NOMINAL: "kg:Nominal", Kind.PRONOUN: "kg:Pronoun"}


def triples(graph: Graph, ontology: Vocabulary, *, base: str = BASE_IRI) -> Iterator[Triple]:
    """Everything that the graph says, with the evidence; some triples more than once.

    Facts must be merged before: those that differ only in evidence, speakers or confidence would share a statement node.
    Raises `GraphError` for evidence outside the articles' texts, `KgError` for a base that is no absolute IRI.
    """
    iris, implications = Iris(checked_base(base)), Implications(ontology)
    entities = written_entities(graph)
    yield from article_triples(graph.articles, entities, iris)
    yield from entity_triples(entities, iris)
    yield from fact_triples(graph.facts, implications, iris)
    yield from event_triples(graph.events, ontology, implications, iris)
    yield from quotation_triples(graph.quotations, iris)
    yield from passage_triples(_evidence(graph), _texts(graph), iris)


def refusal_triples(graph: Graph, *, base: str = BASE_IRI) -> Iterator[Triple]:
    """Every candidate that did not become a fact, with its passage, its rule and the reason."""
    iris = Iris(checked_base(base))
    for refusal in graph.refusals:
        yield from about(
            iris.refusal(refusal),
            ("rdf:type", term("kg:Refusal")),
            ("rdfs:label", text(refusal.candidate)),
            ("kg:rule", text(refusal.rule)),
            ("kg:reason", text(refusal.reason)),
            ("prov:wasDerivedFrom", iris.passage(refusal.passage)),
        )
    yield from passage_triples((refusal.passage for refusal in graph.refusals), _texts(graph), iris)


def mention_triples(graph: Graph, *, base: str = BASE_IRI) -> Iterator[Triple]:
    """Every mention of every entity: its passage, the entity, and how it speaks of it.

    Entities that `triples` leaves out are named here, so that no mention points at an unknown node.
    """
    iris = Iris(checked_base(base))
    written = {entity.id for entity in written_entities(graph)}
    for entity in graph.entities:
        for mention in entity.mentions:
            kind = NODE_OF_KIND.get(mention.kind)
            yield from about(
                iris.passage(mention.passage),
                ("itsrdf:taIdentRef", iris.thing(entity.id)),
                ("kg:mentionType", term(kind) if kind else None),
            )
        if entity.mentions and entity.id not in written:
            yield from name_triples(entity, iris)
    passages = (mention.passage for entity in graph.entities for mention in entity.mentions)
    yield from passage_triples(passages, _texts(graph), iris)


def mention_places(graph: Graph, *, base: str = BASE_IRI) -> Iterator[tuple[str, int, int, str]]:
    """Every mention of what `triples` writes: the IRI of the document, start and end in code points, the IRI of the entity."""
    iris = Iris(checked_base(base))
    for entity in written_entities(graph):
        for mention in entity.mentions:
            place = mention.passage
            yield iris.document(place.article).value, place.start, place.end, iris.thing(entity.id).value


def _evidence(graph: Graph) -> Iterator[Passage]:
    for fact in graph.facts:
        yield from fact.evidence
    for event in graph.events:
        yield from event.evidence
    for quotation in graph.quotations:
        yield quotation.evidence


def _texts(graph: Graph) -> Mapping[str, str]:
    return {article.id: article.text for article in graph.articles}
