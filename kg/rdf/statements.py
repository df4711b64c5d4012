"""Facts as statement nodes with their evidence, and as plain triples if they stand.

Source: RDF 1.1 Semantics, D.1 (reification); PROV-O (wasDerivedFrom, wasAttributedTo).
"""

from collections.abc import Iterable, Iterator

from kg.model import Fact, Literal
from kg.rdf.descriptions import Description, MaybePair, about, pairs_of
from kg.rdf.entailment import Entailment
from kg.rdf.iris import Iris, term
from kg.rdf.literals import Term, dated, given, share, spelt, text, typed

GAZETTEER = "gazetteer:"  # begins the rule of a fact that a gazetteer says


def plain_descriptions(
    facts: Iterable[Fact], entailment: Entailment, iris: Iris
) -> Iterator[Description]:
    """Yield the plain triple of each fact that stands and is not past, and the triples that it
    entails.
    """
    for fact in facts:
        if fact.factuality.stands and not fact.past:
            yield from entailment.descriptions(
                iris.node(fact.subject), fact.predicate, object_of(fact, iris)
            )


def statement_descriptions(facts: Iterable[Fact], iris: Iris) -> Iterator[Description]:
    """Yield the statement node of each fact: its content, confidence, speakers, times and
    evidence.
    """
    for fact in facts:
        yield about(
            iris.statement(fact),
            ("rdf:type", term("rdf:Statement")),
            ("rdf:subject", iris.node(fact.subject)),
            ("rdf:predicate", term(fact.predicate)),
            ("rdf:object", object_of(fact, iris)),
            ("kg:confidence", share(fact.confidence)),
            ("kg:factuality", term(f"kg:{fact.factuality.value}")),
            *_qualifiers(fact),
            *pairs_of("prov:wasAttributedTo", map(iris.node, sorted(set(fact.speakers)))),
            *_provenance(fact, iris),
        )


def order_of_statement(fact: Fact, iris: Iris) -> tuple[str, str]:
    """Return the sorting key of a statement in a Turtle document: its content, then its IRI."""
    triple = (iris.node(fact.subject), term(fact.predicate), object_of(fact, iris))
    return " ".join(map(spelt, triple)), iris.statement(fact).value


def object_of(fact: Fact, iris: Iris) -> Term:
    """Return the object of a fact as a node or a literal."""
    if isinstance(fact.object, Literal):
        return typed(fact.object.text, fact.object.datatype)
    return iris.node(fact.object)


def _qualifiers(fact: Fact) -> Iterator[MaybePair]:
    yield "kg:role", given(fact.role)
    yield "schema:startDate", dated(fact.start)
    yield "schema:endDate", dated(fact.end)
    yield "kg:asOf", dated(fact.as_of)
    yield "kg:past", typed("true", "xsd:boolean") if fact.past else None


def _provenance(fact: Fact, iris: Iris) -> Iterator[MaybePair]:
    """Yield rules, number of articles and passages; world knowledge names its gazetteer, which does
    not count as an article.
    """
    rules = set(fact.rules)
    has_gazetteer_rule = any(rule.startswith(GAZETTEER) for rule in rules)
    if fact.gazetteer and not has_gazetteer_rule:
        rules.add(GAZETTEER + fact.gazetteer)
    yield from pairs_of("kg:rule", map(text, sorted(rules)))
    if fact.articles or not fact.gazetteer:
        yield "kg:sourceCount", typed(str(fact.articles), "xsd:integer")
    yield from pairs_of("prov:wasDerivedFrom", map(iris.passage, sorted(set(fact.evidence))))
    yield "prov:wasDerivedFrom", iris.source(fact.gazetteer) if fact.gazetteer else None
