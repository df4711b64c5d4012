"""The relations, roles and attributes of a graph, each once even if its inverse is given."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.graph.ontology import Ontology
from kg.tables import words_for
from kg.view.evidence import evidence_of
from kg.view.kinds import Kind
from kg.view.page_model import Evidence, Fact, Thing
from kg.view.triples import Triples
from kg.vocabulary import compact, premise_of

# Properties of an event that name a participant. The general ones count only for participants of
# which no special one is said.
ROLES = (
    "kg:agent",
    "kg:patient",
    "kg:recipient",
    "kg:instrument",
    "kg:origin",
    "kg:destination",
    "kg:via",
)
GENERAL_ROLES = ("sem:hasActor", "sem:hasPlace")
PART_OF = "sem:subEventOf"

# The qualifiers of a statement, and the words for them.
QUALIFIERS = words_for("kg.view", "qualifier")

# Properties between things that are no facts about the world.
ADMINISTRATIVE = frozenset(
    (
        "rdf:type",
        "schema:mentions",
        "prov:wasAttributedTo",
        "prov:wasDerivedFrom",
        "owl:sameAs",
        "skos:closeMatch",
        "kg:nearMiss",
    )
)

Fillers = Mapping[str, Sequence[tuple[str, str]]]  # event (IRI) → pairs of role and filler


def facts(triples: Triples, things: Mapping[str, Thing], ontology: Ontology) -> tuple[Fact, ...]:
    """Return every fact about the things.

    Statements come first, then roles in events, then plain triples that no statement covers.
    """
    stated = list(_statements(triples, things, ontology))
    stated += _event_roles(triples, things)
    linked = {frozenset((fact.subject, fact.object)) for fact in stated}
    plain = _plain(triples, things, linked, ontology)
    ordered = sorted(plain, key=lambda fact: (fact.subject, fact.predicate, fact.object))
    return (*stated, *ordered)


def _statements(triples: Triples, things: Container[str], ontology: Ontology) -> Iterator[Fact]:
    seen: set[tuple[str, ...]] = set()
    every = [_statement(triples, node) for node in triples.of_class("rdf:Statement")]
    for fact in _most_special(every):
        has_end = fact.object in things or fact.value
        if fact.subject in things and has_end and not _mirrored(fact, seen, ontology):
            seen.add(_key(fact))
            yield fact


def _most_special(every: Sequence[Fact]) -> Iterator[Fact]:
    """Yield the facts, except for those that only say in general what another says.

    "works for" is more general than "leads", whose rule names it as its premise.
    """
    implied: dict[tuple[str, frozenset[str]], list[str]] = {
        _with_predicate(fact.predicate, fact): [] for fact in every
    }
    general = set()
    for fact in every:
        rules = fact.evidence.rules if fact.evidence else ()
        premises = {_with_predicate(premise_of(rule), fact) for rule in rules}
        for premise in premises & implied.keys():
            implied[premise].append(fact.statement)
            general.add(fact.statement)
    for fact in every:
        if fact.statement not in general:
            key = _with_predicate(fact.predicate, fact)
            yield replace(fact, implied=tuple(implied[key]))


def _with_predicate(predicate: str, fact: Fact) -> tuple[str, frozenset[str]]:
    """Return the key of a fact with that predicate between the same two ends, either way round."""
    return predicate, frozenset((fact.subject, fact.object or fact.value))


def _statement(triples: Triples, node: str) -> Fact:
    return Fact(
        subject=triples.node(node, "rdf:subject"),
        predicate=compact(triples.node(node, "rdf:predicate")),
        object=triples.node(node, "rdf:object"),
        value=triples.text(node, "rdf:object"),
        role=", ".join(triples.texts(node, "kg:role")),
        qualifiers=tuple(_qualifiers(triples, node)),
        evidence=evidence_of(triples, node),
        statement=node,
    )


def _qualifiers(triples: Triples, node: str) -> Iterator[tuple[str, str]]:
    for curie, qualifier in QUALIFIERS.items():
        for text in triples.texts(node, curie):
            yield qualifier, text
    if triples.text(node, "kg:past") == "true":
        yield "no longer so", ""


def _key(fact: Fact) -> tuple[str, ...]:
    evidence = fact.evidence or Evidence()
    ends = (fact.subject, fact.predicate, fact.object, fact.role)
    return (*ends, evidence.factuality, *evidence.speakers)


def _mirrored(fact: Fact, seen: Container[tuple[str, ...]], ontology: Ontology) -> bool:
    """Return whether the same fact has been seen the other way round."""
    known = ontology.properties.get(fact.predicate)
    if known is None:
        return False
    inverse = fact.predicate if known.symmetric else known.inverse
    if not inverse:
        return False
    turned = Fact(fact.object, inverse, fact.subject, role=fact.role, evidence=fact.evidence)
    return _key(turned) in seen


def _event_roles(triples: Triples, things: Mapping[str, Thing]) -> Iterator[Fact]:
    special = _fillers(triples, ROLES)
    general = _fillers(triples, GENERAL_ROLES)
    wholes = _fillers(triples, (PART_OF,))
    for thing in things.values():
        if thing.kind != Kind.EVENT:
            continue
        roles = list(special.get(thing.iri, ()))
        with_role = {filler for _, filler in roles}
        for role, filler in general.get(thing.iri, ()):
            if filler not in with_role:
                roles.append((role, filler))
        roles += wholes.get(thing.iri, ())
        for role, filler in roles:
            if filler in things:
                yield Fact(thing.iri, role, filler, evidence=thing.evidence, of_event=True)


def _fillers(triples: Triples, roles: Iterable[str]) -> Fillers:
    """Return the participants of each event in these roles."""
    fillers: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for role in roles:
        for event in triples.subjects_with(role):
            fillers[event] += ((role, filler) for filler in triples.nodes(event, role))
    return fillers


def _plain(
    triples: Triples,
    things: Mapping[str, Thing],
    linked: set[frozenset[str]],
    ontology: Ontology,
) -> Iterator[Fact]:
    """Yield the relations without a statement node.

    These are publishers of articles, members of groups, and the relations of graphs of others.
    """
    evidence = Evidence()
    for predicate in triples.links():
        if predicate in ADMINISTRATIVE or _is_left_out(predicate, ontology):
            continue
        for subject in triples.subjects_with(predicate):
            if subject not in things:
                continue
            for filler in triples.nodes(subject, predicate):
                is_new = frozenset((subject, filler)) not in linked
                if filler in things and filler != subject and is_new:
                    yield Fact(subject, predicate, filler, evidence=evidence)


def _is_left_out(predicate: str, ontology: Ontology) -> bool:
    """Return whether the page leaves out a property for its inverse, which is later as a curie."""
    known = ontology.properties.get(predicate)
    return bool(known and known.inverse and known.inverse > predicate)
