"""Parts of a graph for a page of their own, with the evidence for them.

A part is the neighbourhood of a thing, or whatever a query has chosen.
"""

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.errors import QueryError
from kg.view.page_model import Document, Fact, PageModel, Quotation, Thing
from kg.vocabulary import expand

NEAREST = 5  # names offered if the one asked for is not in the graph

# Properties that lead to nodes that belong to what is described.
APPARATUS = set(map(expand, ("prov:wasDerivedFrom", "nif:referenceContext", "kg:quantity")))
# Properties that describe a node itself, beside its texts and numbers.
DESCRIBING = {
    *APPARATUS,
    expand("rdf:type"),
    expand("owl:sameAs"),
    expand("skos:closeMatch"),
    expand("schema:gender"),
    expand("kg:factuality"),
    expand("prov:wasAttributedTo"),
}
TRIPLE_OF_STATEMENT = tuple(map(expand, ("rdf:subject", "rdf:predicate", "rdf:object")))

# The speakers and addressees of what a page shows belong to it even if its picture leaves them out.
SAYING = set(map(expand, ("prov:wasAttributedTo", "schema:creator", "kg:addressee")))

Iris = set[str]
Node = NamedNode | BlankNode
Term = Node | Literal | Triple
Terms = set[Term]
Triples = list[Triple]
TripleStream = Iterable[Triple]
TriplesByNode = dict[Term, Triples]
Supported = Thing | Fact | Quotation  # what has evidence
WithIri = TypeVar("WithIri", Thing, Document)


def neighbourhood(model: PageModel, name: str, depth: int) -> PageModel:
    """Return the things of this name (or IRI), those up to `depth` facts away, and their facts.

    Raises `QueryError` if nothing is called so; it names what is called nearly so.
    """
    called = _called(model, name)
    kept = _around(model, called, depth)
    facts = [fact for fact in model.facts if _is_within(fact, kept)]
    quotations = [each for each in model.quotations if _is_heard(each, kept)]
    around = _among(model.things, kept)
    shown = kept | _articles((*around, *facts, *quotations))
    documents = _among(model.documents, shown)
    things = _among(model.things, shown)
    return PageModel(documents, things, tuple(facts), tuple(quotations))


def _called(model: PageModel, name: str) -> Iris:
    """Return the things of a name; raise `QueryError` if there are none."""
    wanted = name.casefold().strip()
    things = [thing for thing in model.things if wanted in _names(thing)]
    called = {thing.iri for thing in things}
    if called:
        return called
    every = {thing.name for thing in model.things}
    message = f"nothing in this graph is called {name!r}"
    near = difflib.get_close_matches(name, sorted(every), NEAREST)
    if near:
        message += f": did you mean {', '.join(near)}?"
    raise QueryError(message)


def _names(thing: Thing) -> Iterator[str]:
    """Yield the IRI and the names of a thing, in small letters."""
    yield thing.iri.casefold()
    yield thing.name.casefold()
    yield from map(str.casefold, thing.aliases)


def _around(model: PageModel, things: Iris, depth: int) -> Iris:
    """Return the things and what is up to `depth` facts away from them."""
    pairs = [{fact.subject, fact.object} for fact in model.facts if fact.object]
    kept = things
    for _ in range(depth):
        near = filter(kept.intersection, pairs)
        kept = kept.union(*near)
    return kept


def _among(items: Iterable[WithIri], kept: Iris) -> tuple[WithIri, ...]:
    """Return those whose IRI is kept."""
    return tuple(item for item in items if item.iri in kept)


def _is_within(fact: Fact, kept: Iris) -> bool:
    """Return whether both ends of a fact are kept."""
    if fact.object and fact.object not in kept:
        return False
    return fact.subject in kept


def _is_heard(quotation: Quotation, kept: Iris) -> bool:
    """Return whether the speaker or the addressee of a quotation is kept."""
    heard = {quotation.speaker, quotation.addressee}
    return not heard.isdisjoint(kept)


def _articles(supported: Iterable[Supported]) -> Iris:
    """Return the articles with the passages that things, facts and quotations rest on."""
    articles = set()
    for each in supported:
        if each.evidence:
            for passage in each.evidence.passages:
                articles.add(passage.document)
    return articles


def with_descriptions(chosen: TripleStream, whole: TripleStream) -> Triples:
    """Return the triples that a query chose, and what the whole graph says of their nodes.

    That is names, classes, evidence, passages and articles.
    """
    result = list(dict.fromkeys(chosen))
    by_subject = _by_subject(whole)
    nodes: Terms = set()
    for subject, _, value in result:
        nodes.add(subject)
        nodes.add(value)
    statements = _statements_about(result, by_subject)
    for statement in sorted(statements, key=str):
        result += by_subject[statement]
    nodes |= statements
    nodes |= _apparatus(result)
    result += _descriptions(nodes, by_subject)
    return list(dict.fromkeys(result))


def _statements_about(triples: TripleStream, by_subject: TriplesByNode) -> Terms:
    """Return the nodes of the statements about these triples."""
    wanted = set(map(tuple, triples))
    statements = set()
    for node, own in by_subject.items():
        if _stated(own) in wanted:
            statements.add(node)
    return statements


def _descriptions(nodes: Terms, by_subject: TriplesByNode) -> Iterator[Triple]:
    """Yield what describes the nodes, and the passages, articles and amounts that these lead to."""
    ahead = sorted(nodes, key=str)
    seen: Terms = set()
    while ahead:
        node = ahead.pop()
        if node in seen:
            continue
        seen.add(node)
        own = by_subject.get(node, ())
        describing = list(filter(_describes, own))
        yield from describing
        apparatus = _apparatus(describing)
        ahead += sorted(apparatus, key=str)


def _by_subject(triples: TripleStream) -> TriplesByNode:
    """Return the triples of each subject."""
    by_subject: TriplesByNode = defaultdict(list)
    for triple in triples:
        by_subject[triple.subject].append(triple)
    return by_subject


def _stated(own: TripleStream) -> tuple[Term | None, ...]:
    """Return the triple that a statement node is about; three times None for any other node."""
    values = {predicate.value: value for _, predicate, value in own}
    return tuple(map(values.get, TRIPLE_OF_STATEMENT))


def _describes(triple: Triple) -> bool:
    """Return whether a triple says something of the node itself."""
    if isinstance(triple.object, Literal):
        return True
    return triple.predicate.value in DESCRIBING


def _apparatus(triples: TripleStream) -> Terms:
    """Return the passages, articles and amounts that triples lead to."""
    return {value for _, predicate, value in triples if predicate.value in APPARATUS}


def triples_about(triples: TripleStream, shown: PageModel, whole: PageModel) -> Triples:
    """Return the triples about the things, facts, quotations and articles that a page shows.

    The nodes that these rest on come with them; nodes that only the page of the whole shows do not.
    """
    by_subject: dict[str, Triples] = defaultdict(list)
    for triple in triples:
        subject = triple.subject
        if isinstance(subject, Node):
            by_subject[subject.value].append(triple)
    ahead = _nodes_of(shown)
    left_out = set(_nodes_of(whole))
    left_out -= set(ahead)
    result: Triples = []
    while ahead:
        node = ahead.pop()
        about = by_subject.pop(node, ())
        kept = [triple for triple in about if _belongs(triple, left_out)]
        result += kept
        for _, _, value in kept:
            if isinstance(value, Node):
                ahead.append(value.value)
    return result


def _belongs(triple: Triple, left_out: Iris) -> bool:
    """Return whether a triple leads to nothing that is left out, or says who said it to whom."""
    _, predicate, value = triple
    if predicate.value in SAYING:
        return True
    if isinstance(value, Node):
        return value.value not in left_out
    return True


def _nodes_of(model: PageModel) -> list[str]:
    """Return the nodes that a page shows, each once, in the order of the model."""
    nodes = dict.fromkeys(_each_node_of(model))
    return list(filter(None, nodes))


def _each_node_of(model: PageModel) -> Iterator[str]:
    """Yield the nodes that a page shows, or an empty word for what has none."""
    for thing in model.things:
        yield thing.iri
    for fact in model.facts:
        yield fact.statement
        yield from fact.implied
    for quotation in model.quotations:
        yield quotation.iri
    for document in model.documents:
        yield document.iri
