"""A part of a graph for a page of its own: what lies around a thing, or what a query has chosen, with the evidence for it."""

import difflib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

import pyoxigraph as ox

from kg.errors import QueryError
from kg.view.content import Content, Evidence, Fact, Passage, Quotation
from kg.vocabulary import compact, expand

NEAREST = 5  # names offered where the one asked for is not in the graph

# What tells of a node itself, beside its texts and numbers.
DESCRIBING = frozenset(
    (
        "rdf:type",
        "owl:sameAs",
        "skos:closeMatch",
        "schema:gender",
        "kg:factuality",
        "kg:quantity",
        "prov:wasAttributedTo",
        "prov:wasDerivedFrom",
        "nif:referenceContext",
    )
)
APPARATUS = ("prov:wasDerivedFrom", "nif:referenceContext", "kg:quantity")  # lead to nodes that belong to what is described
TRIPLE_OF_STATEMENT = tuple(map(expand, ("rdf:subject", "rdf:predicate", "rdf:object")))

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def around(content: Content, name: str, depth: int) -> Content:
    """The things called so (or with that IRI), what is up to `depth` facts away from them, and the facts between all of these.

    Raises `QueryError` where nothing is called so, naming what is called nearly so.
    """
    kept = set(_called(content, name))
    for _ in range(depth):
        near = [(fact.subject, fact.object) for fact in content.facts if fact.object]
        kept |= {end for pair in near if kept & set(pair) for end in pair}
    facts = tuple(fact for fact in content.facts if fact.subject in kept and (not fact.object or fact.object in kept))
    quotations = tuple(q for q in content.quotations if q.speaker in kept or q.addressee in kept)
    articles = {passage.document for passage in _passages(content, kept, facts, quotations)}
    things = {thing.iri for thing in content.things}
    return Content(
        documents=tuple(document for document in content.documents if document.iri in articles | kept),
        things=tuple(thing for thing in content.things if thing.iri in kept | (articles & things)),
        facts=facts,
        quotations=quotations,
    )


def _called(content: Content, name: str) -> list[str]:
    wanted = name.casefold().strip()
    names = {thing.iri: {thing.iri.casefold(), *(n.casefold() for n in (thing.name, *thing.aliases))} for thing in content.things}
    found = [iri for iri, own in names.items() if wanted in own]
    if not found:
        near = difflib.get_close_matches(name, sorted({thing.name for thing in content.things}), NEAREST)
        raise QueryError(f"nothing in this graph is called {name!r}{': did you mean ' + ', '.join(near) + '?' if near else ''}")
    return found


def _passages(
    content: Content, kept: Collection[str], facts: Iterable[Fact], quotations: Iterable[Quotation]
) -> Iterator[Passage]:
    told: list[Evidence | None] = [thing.evidence for thing in content.things if thing.iri in kept]
    for evidence in (*told, *(fact.evidence for fact in facts), *(quotation.evidence for quotation in quotations)):
        yield from evidence.passages if evidence else ()


def described(chosen: Iterable[ox.Triple], whole: Iterable[ox.Triple]) -> list[ox.Triple]:
    """The triples that a query chose, and what the whole graph tells of them: names, classes, evidence, passages, articles."""
    result, subjects = list(dict.fromkeys(chosen)), _by_subject(whole)
    wanted = {(triple.subject, triple.predicate, triple.object) for triple in result}
    nodes = {node for triple in result for node in (triple.subject, triple.object)}
    statements = {node for node, own in subjects.items() if _stated(own) in wanted}
    for statement in sorted(statements, key=str):
        result += subjects[statement]
    ahead = sorted(nodes | statements | _led_to(result), key=str)
    seen: set[Term] = set()
    while ahead:
        node = ahead.pop()
        if node not in seen:
            seen.add(node)
            own = [triple for triple in subjects.get(node, ()) if _describes(triple)]
            result += own
            ahead += sorted(_led_to(own), key=str)
    return list(dict.fromkeys(result))


def _by_subject(whole: Iterable[ox.Triple]) -> dict[Term, list[ox.Triple]]:
    subjects: dict[Term, list[ox.Triple]] = defaultdict(list)
    for triple in whole:
        subjects[triple.subject].append(triple)
    return subjects


def _stated(own: Iterable[ox.Triple]) -> tuple[Term | None, ...]:
    """The triple that a statement node speaks of; three times None for any other node."""
    values = {triple.predicate.value: triple.object for triple in own}
    return tuple(values.get(predicate) for predicate in TRIPLE_OF_STATEMENT)


def _describes(triple: ox.Triple) -> bool:
    return isinstance(triple.object, ox.Literal) or compact(triple.predicate.value) in DESCRIBING


def _led_to(triples: Iterable[ox.Triple]) -> set[Term]:
    """The passages, articles and amounts that triples point at."""
    return {triple.object for triple in triples if compact(triple.predicate.value) in APPARATUS}
