"""Everything that a graph says of one entity, in sentences, each with the words of the articles
that support it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.query.nodes import (
    Term,
    ends,
    find,
    is_a,
    label,
    named_values,
    nodes_with,
    property_node,
    text,
    value_labels,
)
from kg.query.sentences import (
    WORD_OF_ROLE,
    event_sentence,
    fact_sentence,
    factuality,
    finished,
    quotation_sentence,
    triple_clause,
)
from kg.vocabulary import compact, plain_words

# Properties that do not speak of the thing itself, but of its name or of how the graph was made.
ADMINISTRATIVE = frozenset(
    ("kg:mergeReason", "kg:sha256", "rdf:type", "rdfs:label", "schema:mentions", "skos:altLabel")
)
WHOLE = re.compile(r"[0-9]{1,9}")  # more figures than any article has characters
ROLES_IN_EVENTS = (
    "sem:Actor",
    "sem:Place",
)  # classes that say only that something takes part in events


class Topic(StrEnum):
    """The headings of an explanation, in their order."""

    FACT = "Facts"
    EVENT = "Events"
    QUOTATION = "Quotations"


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A sentence of an article.

    `published` is an ISO date; headline, outlet and date are empty if the article shows none. A
    gazetteer is a source without a sentence; its name is the outlet.
    """

    published: str
    headline: str
    begin: int
    sentence: str
    outlet: str
    document: str


@dataclass(frozen=True, slots=True)
class Saying:
    """One fact, event or quotation.

    `confidence` is 0 to 1, or None if the graph gives none; `factuality` is as in the vocabulary
    ("Asserted"). `speakers` are those who say so, if it is not the articles themselves; `articles`
    counts the independent articles, 0 for world knowledge, whose source is then in `rules`.
    """

    topic: Topic
    sentence: str
    factuality: str = ""
    confidence: float | None = None
    rules: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    articles: int = 0
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """An entity and all that is said of it. `merged` gives the reasons for which its mentions were
    taken for one.
    """

    iri: str
    name: str
    kinds: tuple[str, ...]
    aliases: tuple[str, ...]
    sayings: tuple[Saying, ...]
    merged: tuple[str, ...] = ()


def explain(
    store: Store, name: str, *, labels: Mapping[str, str] | None = None
) -> tuple[Explanation, ...]:
    """Return an explanation of each entity called `name`, or of the one with that IRI or curie, in
    order of IRI.

    `labels` are the words for properties that the vocabulary does not know, by curie or IRI: a
    user's own ontology. Raises `QueryError` if nothing has that name, with the nearest names.
    """
    return tuple(_explanation(store, node, labels or {}) for node in find(store, name))


def _explanation(store: Store, node: NamedNode, labels: Mapping[str, str]) -> Explanation:
    return Explanation(
        iri=node.value,
        name=label(store, node),
        kinds=_kinds(store, node),
        aliases=value_labels(store, node, "skos:altLabel"),
        sayings=(*_facts(store, node, labels), *_events(store, node), *_quotations(store, node)),
        merged=value_labels(store, node, "kg:mergeReason"),
    )


def _kinds(store: Store, node: NamedNode) -> tuple[str, ...]:
    classes = (kind.value for kind in named_values(store, node, "rdf:type"))
    words = {plain_words(kind) for kind in classes if compact(kind) not in ROLES_IN_EVENTS}
    return tuple(sorted(words))


def _facts(store: Store, node: NamedNode, labels: Mapping[str, str]) -> Iterator[Saying]:
    """Yield the facts that have a statement, then what the graph says without one."""
    as_subject = nodes_with(store, "rdf:subject", node)
    as_object = nodes_with(store, "rdf:object", node)
    statements = dict.fromkeys((*as_subject, *as_object))
    for statement in statements:
        sentence = fact_sentence(store, statement, labels)
        yield _saying(store, statement, Topic.FACT, sentence)
    if _is_happening(store, node):
        return
    stated = [ends(store, statement) for statement in statements]
    for quad in sorted(store.quads_for_pattern(node, None, None, None), key=str):
        if not _is_stated(quad, stated):
            clause = triple_clause(store, (node, quad.predicate, quad.object), labels)
            yield Saying(Topic.FACT, finished(clause))


def _is_stated(quad: Quad, statements: Iterable[tuple[Term, Term, Term]]) -> bool:
    """Return whether a triple needs no sentence of its own.

    It is about the name, or a statement says it or what entails it.
    """
    if compact(quad.predicate.value) in ADMINISTRATIVE:
        return True
    if isinstance(quad.object, Literal):
        pairs = [(predicate, value) for _, predicate, value in statements]
        return (quad.predicate, quad.object) in pairs
    linked = [{subject, value} for subject, _, value in statements]
    return {quad.subject, quad.object} in linked


def _is_happening(store: Store, node: NamedNode) -> bool:
    """Return whether a node is an event or a quotation, whose properties make up its sentence."""
    return is_a(store, node, "sem:Event") or is_a(store, node, "schema:Quotation")


def _events(store: Store, node: NamedNode) -> Iterator[Saying]:
    nodes = {node}
    for role in WORD_OF_ROLE:
        nodes.update(nodes_with(store, role, node))
    events = [other for other in nodes if is_a(store, other, "sem:Event")]
    events.sort(key=lambda event: (_date(store, event), event.value))
    for event in events:
        sentence = event_sentence(store, event)
        yield _saying(store, event, Topic.EVENT, sentence)


def _date(store: Store, event: NamedNode) -> str:
    """Return the date of an event for sorting; an event without one comes last."""
    begin = text(store, event, "sem:hasBeginTimeStamp")
    return text(store, event, "sem:hasTimeStamp") or begin or "~"


def _quotations(store: Store, node: NamedNode) -> Iterator[Saying]:
    """Yield what the entity said, what was said to it, and quotations that name it."""
    said_by = nodes_with(store, "schema:creator", node)
    said_to = nodes_with(store, "kg:addressee", node)
    every = nodes_with(store, "rdf:type", property_node("schema:Quotation"))
    name = _pattern_of_names(store, node)
    naming = [other for other in every if name.search(text(store, other, "schema:text"))]
    own = [node] if node in every else []
    for quotation in dict.fromkeys((*said_by, *said_to, *naming, *own)):
        if quotation in every:
            sentence = quotation_sentence(store, quotation)
            yield _saying(store, quotation, Topic.QUOTATION, sentence)


def _pattern_of_names(store: Store, node: NamedNode) -> re.Pattern[str]:
    """Return a pattern that finds the names of an entity; without a name it finds nothing."""
    labels = value_labels(store, node, "rdfs:label")
    names = (*labels, *value_labels(store, node, "skos:altLabel"))
    return re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names) or "(?!)")


def _saying(store: Store, node: NamedNode, topic: Topic, sentence: str) -> Saying:
    sources = tuple(sorted(_sources(store, node)))
    documents = {source.document for source in sources if source.sentence}
    return Saying(
        topic=topic,
        sentence=sentence,
        factuality=factuality(store, node),
        confidence=_share(text(store, node, "kg:confidence")),
        rules=value_labels(store, node, "kg:rule"),
        speakers=value_labels(store, node, "prov:wasAttributedTo"),
        articles=_whole(text(store, node, "kg:sourceCount"), len(documents)),
        sources=sources,
    )


def _whole(number: str, default: int) -> int:
    return int(number) if WHOLE.fullmatch(number) else default


def _share(number: str) -> float | None:
    """Return a number from 0 to 1; None if the graph, which anybody may have written, has none."""
    try:
        return float(number)
    except ValueError:
        return None


def _sources(store: Store, node: NamedNode) -> Iterator[Source]:
    """Yield the passages that a node comes from, and the gazetteers, which have a name and no
    words.
    """
    for origin in named_values(store, node, "prov:wasDerivedFrom"):
        documents = named_values(store, origin, "nif:referenceContext")
        for document in documents:
            yield Source(
                published=text(store, document, "schema:datePublished"),
                headline=text(store, document, "schema:headline"),
                begin=_whole(text(store, origin, "nif:beginIndex"), 0),
                sentence=text(store, origin, "nif:anchorOf"),
                outlet=", ".join(value_labels(store, document, "schema:publisher")),
                document=document.value,
            )
        if not documents:
            yield Source(
                published="",
                headline="",
                begin=0,
                sentence="",
                outlet=label(store, origin),
                document=origin.value,
            )
