"""Parts of a graph for a page of their own, with the evidence for them.

A part is the neighbourhood of a thing, or whatever a query has chosen.
"""

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.errors import QueryError
from kg.view.page_model import Fact, PageModel, Passage, Quotation, Thing
from kg.vocabulary import compact, expand

NEAREST = 5  # names offered if the one asked for is not in the graph

# Properties that describe a node itself, beside its texts and numbers.
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
# Properties that lead to nodes that belong to what is described.
APPARATUS = frozenset(map(expand, ("prov:wasDerivedFrom", "nif:referenceContext", "kg:quantity")))
TRIPLE_OF_STATEMENT = tuple(map(expand, ("rdf:subject", "rdf:predicate", "rdf:object")))

# The speakers and addressees of what a page shows belong to it even if its picture leaves them out.
SAYING = frozenset(map(expand, ("prov:wasAttributedTo", "schema:creator", "kg:addressee")))

Node = NamedNode | BlankNode
Term = NamedNode | BlankNode | Literal | Triple
Terms = set[Term]
TriplesByNode = dict[Term, list[Triple]]


def neighbourhood(model: PageModel, name: str, depth: int) -> PageModel:
    """Return the things of this name (or IRI), those up to `depth` facts away, and their facts.

    Raises `QueryError` if nothing is called so; it names what is called nearly so.
    """
    kept = _around(model, _called(model, name), depth)
    part = PageModel(
        facts=tuple(fact for fact in model.facts if _is_within(fact, kept)),
        quotations=tuple(each for each in model.quotations if _is_heard(each, kept)),
        things=tuple(thing for thing in model.things if thing.iri in kept),
    )
    articles = {passage.document for passage in _passages(part)}
    shown = kept | articles
    return replace(
        part,
        documents=tuple(document for document in model.documents if document.iri in shown),
        things=tuple(thing for thing in model.things if thing.iri in shown),
    )


def _called(model: PageModel, name: str) -> set[str]:
    """Return the things of a name; raise `QueryError` if there are none."""
    wanted = name.casefold().strip()
    called = {thing.iri for thing in model.things if wanted in _names(thing)}
    if called:
        return called
    every = sorted({thing.name for thing in model.things})
    near = difflib.get_close_matches(name, every, NEAREST)
    hint = f": did you mean {', '.join(near)}?" if near else ""
    raise QueryError(f"nothing in this graph is called {name!r}{hint}")


def _names(thing: Thing) -> set[str]:
    """Return the IRI and the names of a thing, in small letters."""
    names = (thing.iri, thing.name, *thing.aliases)
    return set(map(str.casefold, names))


def _around(model: PageModel, things: set[str], depth: int) -> set[str]:
    """Return the things and what is up to `depth` facts away from them."""
    pairs = [{fact.subject, fact.object} for fact in model.facts if fact.object]
    kept = things
    for _ in range(depth):
        near = [pair for pair in pairs if kept & pair]
        kept = kept.union(*near)
    return kept


def _is_within(fact: Fact, kept: Set[str]) -> bool:
    """Return whether both ends of a fact are kept."""
    if fact.subject not in kept:
        return False
    return not fact.object or fact.object in kept


def _is_heard(quotation: Quotation, kept: Set[str]) -> bool:
    """Return whether the speaker or the addressee of a quotation is kept."""
    return quotation.speaker in kept or quotation.addressee in kept


def _passages(model: PageModel) -> Iterator[Passage]:
    """Yield the passages that all in a model rests on."""
    supported: list[Thing | Fact | Quotation] = [*model.things, *model.facts]
    supported += model.quotations
    for each in supported:
        if each.evidence:
            yield from each.evidence.passages


def with_descriptions(chosen: Iterable[Triple], whole: Iterable[Triple]) -> list[Triple]:
    """Return the triples that a query chose, and what the whole graph says of their nodes.

    That is names, classes, evidence, passages and articles.
    """
    result = list(dict.fromkeys(chosen))
    by_subject = _by_subject(whole)
    nodes = {end for triple in result for end in (triple.subject, triple.object)}
    statements = _statements_about(result, by_subject)
    for statement in sorted(statements, key=str):
        result += by_subject[statement]
    ahead = nodes | statements | _apparatus(result)
    result += _descriptions(ahead, by_subject)
    return list(dict.fromkeys(result))


def _statements_about(triples: Iterable[Triple], by_subject: TriplesByNode) -> Terms:
    """Return the nodes of the statements about these triples."""
    wanted = {tuple(triple) for triple in triples}
    return {node for node, own in by_subject.items() if _stated(own) in wanted}


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
        describing = [triple for triple in own if _describes(triple)]
        yield from describing
        ahead += sorted(_apparatus(describing), key=str)


def _by_subject(triples: Iterable[Triple]) -> TriplesByNode:
    """Return the triples of each subject."""
    by_subject: TriplesByNode = defaultdict(list)
    for triple in triples:
        by_subject[triple.subject].append(triple)
    return by_subject


def _stated(own: Iterable[Triple]) -> tuple[Term | None, ...]:
    """Return the triple that a statement node is about; three times None for any other node."""
    values = {triple.predicate.value: triple.object for triple in own}
    return tuple(map(values.get, TRIPLE_OF_STATEMENT))


def _describes(triple: Triple) -> bool:
    """Return whether a triple says something of the node itself."""
    if isinstance(triple.object, Literal):
        return True
    return compact(triple.predicate.value) in DESCRIBING


def _apparatus(triples: Iterable[Triple]) -> Terms:
    """Return the passages, articles and amounts that triples lead to."""
    return {triple.object for triple in triples if triple.predicate.value in APPARATUS}


def triples_about(triples: Iterable[Triple], shown: PageModel, whole: PageModel) -> list[Triple]:
    """Return the triples about the things, facts, quotations and articles that a page shows.

    The nodes that these rest on come with them; nodes that only the page of the whole shows do not.
    """
    by_subject: dict[str, list[Triple]] = defaultdict(list)
    for triple in triples:
        subject = triple.subject
        if isinstance(subject, Node):
            by_subject[subject.value].append(triple)
    ahead = _nodes_of(shown)
    left_out = set(_nodes_of(whole)).difference(ahead)
    result: list[Triple] = []
    while ahead:
        node = ahead.pop()
        for triple in by_subject.pop(node, ()):
            value = triple.object
            if not isinstance(value, Node):
                result.append(triple)
            elif value.value not in left_out or triple.predicate.value in SAYING:
                result.append(triple)
                ahead.append(value.value)
    return result


def _nodes_of(model: PageModel) -> list[str]:
    """Return the nodes that a page shows, each once, in the order of the model."""
    nodes = [thing.iri for thing in model.things]
    for fact in model.facts:
        nodes += (fact.statement, *fact.implied)
    nodes += [quotation.iri for quotation in model.quotations]
    nodes += [document.iri for document in model.documents]
    return list(filter(None, dict.fromkeys(nodes)))
