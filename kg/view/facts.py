"""Reads the relations, roles and attributes of a graph: each once, whichever of its inverse triples stand."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.graph.ontology import Ontology
from kg.view.content import Evidence, Fact, Thing
from kg.view.evidence import evidence_of
from kg.view.triples import Triples
from kg.vocabulary import compact, premise_of

# Properties of an event that name who and what takes part; the general ones count only for those of whom no special one is said.
ROLES = ("kg:agent", "kg:patient", "kg:recipient", "kg:instrument", "kg:origin", "kg:destination", "kg:via")
GENERAL_ROLES = ("sem:hasActor", "sem:hasPlace")
PART_OF = "sem:subEventOf"

# How a statement is qualified, and the words for it.
QUALIFIERS = (("schema:startDate", "since"), ("schema:endDate", "until"), ("kg:asOf", "as of"))

# Properties between things that are no facts about the world.
ADMINISTRATIVE = frozenset(
    ("rdf:type", "schema:mentions", "prov:wasAttributedTo", "prov:wasDerivedFrom", "owl:sameAs", "skos:closeMatch", "kg:nearMiss")
)


def facts(triples: Triples, things: Mapping[str, Thing], ontology: Ontology) -> tuple[Fact, ...]:
    """Every fact about the things: statements, then roles in events, then plain triples that no statement covers."""
    stated = list(_statements(triples, things, ontology))
    told = [*stated, *_event_roles(triples, things)]
    linked = {frozenset((fact.subject, fact.object)) for fact in told}
    plain = sorted(_plain(triples, things, linked, ontology), key=lambda fact: (fact.subject, fact.predicate, fact.object))
    return (*told, *plain)


def _statements(triples: Triples, things: Container[str], ontology: Ontology) -> Iterator[Fact]:
    seen: set[tuple[str, ...]] = set()
    for fact in _most_telling([_statement(triples, node) for node in triples.of_class("rdf:Statement")]):
        if fact.subject in things and (fact.object in things or fact.value) and not _mirrored(fact, seen, ontology):
            seen.add(_key(fact))
            yield fact


def _most_telling(found: Sequence[Fact]) -> Iterator[Fact]:
    """Yield the facts without those that only say in general what another says ("works for", "leads"), which names them."""
    implied: dict[tuple[str, frozenset[str]], list[str]] = {_said(fact.predicate, fact): [] for fact in found}
    general = set()
    for fact in found:
        rules = fact.evidence.rules if fact.evidence else ()
        for premise in {_said(premise_of(rule), fact) for rule in rules} & implied.keys():
            implied[premise].append(fact.statement)
            general.add(fact.statement)
    for fact in found:
        if fact.statement not in general:
            yield replace(fact, implied=tuple(implied[_said(fact.predicate, fact)]))


def _said(predicate: str, fact: Fact) -> tuple[str, frozenset[str]]:
    """Return what a fact would say with that predicate, whichever way round."""
    return predicate, frozenset((fact.subject, fact.object or fact.value))


def _statement(triples: Triples, node: str) -> Fact:
    qualifiers = [(words, text) for curie, words in QUALIFIERS for text in triples.texts(node, curie)]
    if triples.text(node, "kg:past") == "true":
        qualifiers.append(("no longer so", ""))
    return Fact(
        subject=triples.node(node, "rdf:subject"),
        predicate=compact(triples.node(node, "rdf:predicate")),
        object=triples.node(node, "rdf:object"),
        value=triples.text(node, "rdf:object"),
        role=", ".join(triples.texts(node, "kg:role")),
        qualifiers=tuple(qualifiers),
        evidence=evidence_of(triples, node),
        statement=node,
    )


def _key(fact: Fact) -> tuple[str, ...]:
    spoken = fact.evidence.speakers if fact.evidence else ()
    return (fact.subject, fact.predicate, fact.object, fact.role, fact.evidence.factuality if fact.evidence else "", *spoken)


def _mirrored(fact: Fact, seen: Container[tuple[str, ...]], ontology: Ontology) -> bool:
    """True where the same fact has been told the other way round."""
    known = ontology.properties.get(fact.predicate)
    back = known and (fact.predicate if known.symmetric else known.inverse)
    turned = Fact(fact.object, back, fact.subject, role=fact.role, evidence=fact.evidence) if back else None
    return turned is not None and _key(turned) in seen


def _event_roles(triples: Triples, things: Mapping[str, Thing]) -> Iterator[Fact]:
    special, general, wholes = (_fillers(triples, roles) for roles in (ROLES, GENERAL_ROLES, (PART_OF,)))
    for thing in things.values():
        if thing.kind == "event":
            own = special.get(thing.iri, ())
            told = {filler for _, filler in own}
            further = [(role, filler) for role, filler in general.get(thing.iri, ()) if filler not in told]
            for role, filler in (*own, *further, *wholes.get(thing.iri, ())):
                if filler in things:
                    yield Fact(thing.iri, role, filler, evidence=thing.evidence, of_event=True)


def _fillers(triples: Triples, roles: Iterable[str]) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Who and what has these roles in each event (IRI), as pairs of role and filler."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for role in roles:
        for event in triples.having(role):
            found[event] += ((role, filler) for filler in triples.nodes(event, role))
    return found


def _plain(triples: Triples, things: Mapping[str, Thing], linked: set[frozenset[str]], ontology: Ontology) -> Iterator[Fact]:
    """Relations without a statement node: who publishes an article, who is in a group, and graphs that others wrote."""
    evidence = Evidence()
    for predicate in triples.links():
        if predicate in ADMINISTRATIVE or _says_back(predicate, ontology):
            continue
        for subject in triples.having(predicate):
            for filler in triples.nodes(subject, predicate) if subject in things else ():
                if filler in things and filler != subject and frozenset((subject, filler)) not in linked:
                    yield Fact(subject, predicate, filler, evidence=evidence)


def _says_back(predicate: str, ontology: Ontology) -> bool:
    """True for that one of two inverse properties that the page leaves out: the later in order of curie."""
    known = ontology.properties.get(predicate)
    return bool(known and known.inverse and known.inverse > predicate)
