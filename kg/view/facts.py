"""The relations, roles and attributes of a graph, each once even if its inverse is given."""

from collections import defaultdict
from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
    Sequence,
    Set,
)
from dataclasses import replace
from operator import attrgetter

from kg.graph.ontology import Ontology
from kg.tables import words_for
from kg.view.evidence import evidence_of
from kg.view.kinds import Kind
from kg.view.page_model import (
    Evidence,
    Fact,
    NumberByIri,
    Numbers,
    Pair,
    Texts,
    ThingByIri,
)
from kg.view.things import AMOUNT, amount_words
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
AS_MEMBER = "kg:participatesAsMember"  # of one of a group that takes part in an event
MEMBER_OF = "schema:memberOf"

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
        "kg:decidedBy",
    )
)

Ends = frozenset[str]  # of a fact, whichever is the subject
General = tuple[str, Ends]  # what a fact says: its predicate and ends
Fillers = Mapping[str, Sequence[Pair]]  # roles and fillers of each event, by IRI


def facts(triples: Triples, things: ThingByIri, ontology: Ontology) -> tuple[Fact, ...]:
    """Return every fact about the things.

    Statements come first, then roles in events, then plain triples that no statement covers.
    """
    stated = list(_statements(triples, things, ontology))
    stated += _event_roles(triples, things)
    stated = list(_with_groups(stated, things))
    linked = {frozenset((fact.subject, fact.object)) for fact in stated}
    plain = list(_plain(triples, things, linked, ontology))
    plain.sort(key=attrgetter("subject", "predicate", "object"))
    return tuple(_with_disagreements(triples, (*stated, *plain)))


def _with_disagreements(triples: Triples, found: Sequence[Fact]) -> Iterator[Fact]:
    """Yield the facts; each names those that contradict it, and those whose place it took."""
    numbers: dict[str, int] = {}
    for number, fact in enumerate(found):
        if fact.statement:
            numbers.update(dict.fromkeys((fact.statement, *fact.implied), number))
    for fact in found:
        against = _linked(triples, fact, "kg:contradicts", numbers)
        replaced = _linked(triples, fact, "kg:supersedes", numbers)
        if against or replaced:
            fact = replace(fact, against=against, replaced=replaced)
        yield fact


def _linked(triples: Triples, fact: Fact, predicate: str, numbers: NumberByIri) -> Numbers:
    """Return the numbers of the facts to which the statements of one lead."""
    others = set[int]()
    for statement in filter(None, (fact.statement, *fact.implied)):
        nodes = triples.nodes(statement, predicate)
        others.update(numbers[node] for node in nodes if node in numbers)
    return tuple(sorted(others))


def _statements(triples: Triples, things: ThingByIri, ontology: Ontology) -> Iterator[Fact]:
    """Yield the statements about things, each once even if it is also given the other way round."""
    seen: set[Texts] = set()
    every = [_statement(triples, node) for node in triples.of_class("rdf:Statement")]
    for fact in _most_special(every):
        if fact.subject not in things:
            continue
        if fact.object not in things and not fact.value:
            continue
        if _key_of_inverse(fact, ontology) in seen:
            continue
        seen.add(_key(fact))
        yield fact


def _most_special(every: Sequence[Fact]) -> Iterator[Fact]:
    """Yield the facts, except for those that only say in general what another says.

    "works for" is more general than "leads", whose rule names it as its premise.
    """
    implied: dict[General, list[str]] = {}
    for fact in every:
        key = fact.predicate, _ends(fact)
        implied[key] = []
    general = set()
    for fact in every:
        for premise in _premises(fact):
            if premise in implied:
                implied[premise].append(fact.statement)
                general.add(fact.statement)
    for fact in every:
        if fact.statement not in general:
            key = fact.predicate, _ends(fact)
            statements = tuple(implied[key])
            yield replace(fact, implied=statements)


def _premises(fact: Fact) -> set[General]:
    """Return what the rules of a fact name as their premises."""
    if fact.evidence is None:
        return set()
    ends = _ends(fact)
    return {(premise_of(rule), ends) for rule in fact.evidence.rules}


def _ends(fact: Fact) -> Ends:
    """Return the two ends of a fact, of an attribute the thing and the value."""
    end = fact.object or fact.value
    return frozenset((fact.subject, end))


def _statement(triples: Triples, node: str) -> Fact:
    """Return the fact that a statement node describes."""
    predicate = triples.node(node, "rdf:predicate")
    amount = _amount(triples, node) if compact(predicate) == AMOUNT else ""
    roles = triples.texts(node, "kg:role")
    qualifiers = _qualifiers(triples, node)
    return Fact(
        subject=triples.node(node, "rdf:subject"),
        predicate=compact(predicate),
        object="" if amount else triples.node(node, "rdf:object"),
        value=amount or triples.text(node, "rdf:object"),
        role=", ".join(roles),
        qualifiers=tuple(qualifiers),
        evidence=evidence_of(triples, node),
        statement=node,
    )


def _amount(triples: Triples, node: str) -> str:
    """Return the amount that a statement gives, with its unit."""
    amount = triples.node(node, "rdf:object")
    return amount_words(triples, amount)


def _qualifiers(triples: Triples, node: str) -> Iterator[Pair]:
    """Yield the qualifiers of a statement in words, each with its value."""
    for curie, qualifier in QUALIFIERS.items():
        for text in triples.texts(node, curie):
            yield qualifier, text
    if triples.text(node, "kg:past") == "true":
        yield "no longer so", ""


def _key(fact: Fact) -> Texts:
    """Return what makes a fact another than those with the same ends."""
    evidence = fact.evidence or Evidence()
    said = (fact.subject, fact.predicate, fact.object, fact.role)
    return (*said, evidence.factuality, *evidence.speakers)


def _key_of_inverse(fact: Fact, ontology: Ontology) -> Texts:
    """Return the key of the same fact the other way round; empty if it cannot be turned."""
    known = ontology.properties.get(fact.predicate)
    if known is None:
        return ()
    inverse = fact.predicate if known.symmetric else known.inverse
    if not inverse:
        return ()
    turned = replace(fact, subject=fact.object, predicate=inverse, object=fact.subject)
    return _key(turned)


def _event_roles(triples: Triples, things: ThingByIri) -> Iterator[Fact]:
    """Yield the roles of things in events, and the events that others are part of."""
    special = _fillers(triples, ROLES)
    general = _fillers(triples, GENERAL_ROLES)
    wholes = _fillers(triples, (PART_OF,))
    for thing in things.values():
        if thing.kind != Kind.EVENT:
            continue
        event = thing.iri
        roles = list(special.get(event, ()))
        with_role = {filler for _, filler in roles}
        for role, filler in general.get(event, ()):
            if filler not in with_role:
                roles.append((role, filler))
        roles += wholes.get(event, ())
        for role, filler in roles:
            if filler in things:
                yield Fact(event, role, filler, evidence=thing.evidence, of_event=True)


def _with_groups(stated: Sequence[Fact], things: ThingByIri) -> Iterator[Fact]:
    """Yield the facts; those of a member of a group say as one of which it takes part."""
    groups = defaultdict[str, list[str]](list)
    parts = set()
    for fact in stated:
        if fact.predicate == MEMBER_OF:
            groups[fact.subject].append(fact.object)
        elif fact.of_event:
            parts.add((fact.subject, fact.object))
    for fact in stated:
        own = groups[fact.subject] if fact.predicate == AS_MEMBER else ()
        names = [things[group].name for group in own if (fact.object, group) in parts]
        if names:
            role = ", ".join(names)
            yield replace(fact, role=f"as one of {role}")
        else:
            yield fact


def _fillers(triples: Triples, roles: Iterable[str]) -> Fillers:
    """Return the participants of each event in these roles."""
    fillers = defaultdict[str, list[Pair]](list)
    for role in roles:
        for event in triples.subjects_with(role):
            for filler in triples.nodes(event, role):
                fillers[event].append((role, filler))
    return fillers


def _plain(
    triples: Triples, things: ThingByIri, linked: Set[Ends], ontology: Ontology
) -> Iterator[Fact]:
    """Yield the relations without a statement node, between things that none links.

    These are publishers of articles, members of groups, and the relations of graphs of others.
    """
    evidence = Evidence()
    for predicate in triples.links():
        if predicate in ADMINISTRATIVE:
            continue
        if _is_left_out(predicate, ontology):
            continue
        for subject, value in _links(triples, things, predicate, ontology):
            if frozenset((subject, value)) not in linked:
                yield Fact(subject, predicate, value, evidence=evidence)


def _links(
    triples: Triples, things: ThingByIri, predicate: str, ontology: Ontology
) -> Iterator[Pair]:
    """Yield the pairs of things that a property links, one that holds both ways once."""
    known = ontology.properties.get(predicate)
    symmetric = known is not None and known.symmetric
    for subject in triples.subjects_with(predicate):
        if subject not in things:
            continue
        for value in triples.nodes(subject, predicate):
            again = symmetric and value < subject and subject in triples.nodes(value, predicate)
            if value in things and value != subject and not again:
                yield subject, value


def _is_left_out(predicate: str, ontology: Ontology) -> bool:
    """Return whether the page leaves out a property for its inverse, which is later as a curie."""
    known = ontology.properties.get(predicate)
    if known is None:
        return False
    return bool(known.inverse) and known.inverse > predicate
