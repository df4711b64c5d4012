"""Parts of a graph for a page of their own, with the evidence for them.

A part is the neighbourhood of a thing, or whatever a query has chosen.
"""

import difflib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

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
APPARATUS = ("prov:wasDerivedFrom", "nif:referenceContext", "kg:quantity")
TRIPLE_OF_STATEMENT = tuple(map(expand, ("rdf:subject", "rdf:predicate", "rdf:object")))

# The speakers and addressees of what a page shows belong to it even if its picture leaves them out.
SAYING = frozenset(map(expand, ("prov:wasAttributedTo", "schema:creator", "kg:addressee")))

Node = NamedNode | BlankNode
Term = NamedNode | BlankNode | Literal | Triple


def neighbourhood(model: PageModel, name: str, depth: int) -> PageModel:
    """Return the things of this name (or IRI), those up to `depth` facts away, and their facts.

    Raises `QueryError` if nothing is called so; it names what is called nearly so.
    """
    kept = set(_called(model, name))
    pairs = [{fact.subject, fact.object} for fact in model.facts if fact.object]
    for _ in range(depth):
        near = [pair for pair in pairs if kept & pair]
        kept = kept.union(*near)
    facts = tuple(fact for fact in model.facts if _is_within(fact, kept))
    quotations = tuple(q for q in model.quotations if {q.speaker, q.addressee} & kept)
    passages = _passages(model, kept, facts, quotations)
    shown = kept | {passage.document for passage in passages}
    return PageModel(
        documents=tuple(document for document in model.documents if document.iri in shown),
        things=tuple(thing for thing in model.things if thing.iri in shown),
        facts=facts,
        quotations=quotations,
    )


def _is_within(fact: Fact, kept: Collection[str]) -> bool:
    return fact.subject in kept and (not fact.object or fact.object in kept)


def _called(model: PageModel, name: str) -> list[str]:
    wanted = name.casefold().strip()
    called = [thing.iri for thing in model.things if wanted in _names(thing)]
    if not called:
        every = sorted({thing.name for thing in model.things})
        near = difflib.get_close_matches(name, every, NEAREST)
        hint = f": did you mean {', '.join(near)}?" if near else ""
        raise QueryError(f"nothing in this graph is called {name!r}{hint}")
    return called


def _names(thing: Thing) -> set[str]:
    return {name.casefold() for name in (thing.iri, thing.name, *thing.aliases)}


def _passages(
    model: PageModel,
    kept: Collection[str],
    facts: Iterable[Fact],
    quotations: Iterable[Quotation],
) -> Iterator[Passage]:
    shown: list[Thing | Fact | Quotation] = [t for t in model.things if t.iri in kept]
    shown += [*facts, *quotations]
    for each in shown:
        if each.evidence:
            yield from each.evidence.passages


def with_descriptions(chosen: Iterable[Triple], whole: Iterable[Triple]) -> list[Triple]:
    """Return the triples that a query chose, and what the whole graph says of their nodes.

    That is names, classes, evidence, passages and articles.
    """
    result = list(dict.fromkeys(chosen))
    by_subject = _by_subject(whole)
    wanted: set[tuple[Term | None, ...]] = set()
    nodes: set[Term] = set()
    for subject, predicate, value in result:
        wanted.add((subject, predicate, value))
        nodes |= {subject, value}
    statements = {node for node, own in by_subject.items() if _stated(own) in wanted}
    for statement in sorted(statements, key=str):
        result += by_subject[statement]
    ahead = sorted(nodes | statements | _apparatus(result), key=str)
    seen: set[Term] = set()
    while ahead:
        node = ahead.pop()
        if node not in seen:
            seen.add(node)
            own = [triple for triple in by_subject.get(node, ()) if _describes(triple)]
            result += own
            ahead += sorted(_apparatus(own), key=str)
    return list(dict.fromkeys(result))


def _by_subject(whole: Iterable[Triple]) -> dict[Term, list[Triple]]:
    by_subject: dict[Term, list[Triple]] = defaultdict(list)
    for triple in whole:
        by_subject[triple.subject].append(triple)
    return by_subject


def _stated(own: Iterable[Triple]) -> tuple[Term | None, ...]:
    """Return the triple that a statement node is about; three times None for any other node."""
    values = {triple.predicate.value: triple.object for triple in own}
    return tuple(values.get(predicate) for predicate in TRIPLE_OF_STATEMENT)


def _describes(triple: Triple) -> bool:
    return isinstance(triple.object, Literal) or compact(triple.predicate.value) in DESCRIBING


def _apparatus(triples: Iterable[Triple]) -> set[Term]:
    """Return the passages, articles and amounts that triples lead to."""
    return {triple.object for triple in triples if compact(triple.predicate.value) in APPARATUS}


def triples_about(triples: Iterable[Triple], shown: PageModel, whole: PageModel) -> list[Triple]:
    """Return the triples about the things, facts, quotations and articles that a page shows.

    The nodes that these rest on come with them; nodes that only the page of the whole shows do not.
    """
    by_subject: dict[str, list[Triple]] = defaultdict(list)
    for triple in triples:
        if isinstance(triple.subject, Node):
            by_subject[triple.subject.value].append(triple)
    nodes = _nodes_of(shown)
    left_out = set(_nodes_of(whole)) - set(nodes)
    ahead = nodes
    result: list[Triple] = []
    while ahead:
        about = by_subject.pop(ahead.pop(), ())
        kept = [triple for triple in about if _belongs(triple, left_out)]
        result += kept
        ahead += [triple.object.value for triple in kept if isinstance(triple.object, Node)]
    return result


def _belongs(triple: Triple, left_out: set[str]) -> bool:
    value = triple.object
    leads_away = isinstance(value, Node) and value.value in left_out
    return not leads_away or triple.predicate.value in SAYING


def _nodes_of(model: PageModel) -> list[str]:
    """Return the nodes that a page shows, each once, in the order of the model."""
    nodes = [thing.iri for thing in model.things]
    nodes += _statements_of(model)
    nodes += [quotation.iri for quotation in model.quotations]
    nodes += [document.iri for document in model.documents]
    return list(dict.fromkeys(nodes))


def _statements_of(model: PageModel) -> Iterator[str]:
    for fact in model.facts:
        if fact.statement:
            yield fact.statement
        yield from filter(None, fact.implied)
