"""Everything that a graph says of one entity, in sentences, each with the words of the articles
that support it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

import pyoxigraph as ox

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
    values,
)
from kg.query.sentences import (
    event_sentence,
    fact_sentence,
    factuality,
    finished,
    quotation_sentence,
    triple_clause,
)
from kg.query.wording import ADMINISTRATIVE, WORD_OF_ROLE
from kg.vocabulary import compact, plain_words

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
    store: ox.Store, name: str, *, labels: Mapping[str, str] | None = None
) -> tuple[Explanation, ...]:
    """Return an explanation of each entity called `name`, or of the one with that IRI or curie, in
    order of IRI.

    `labels` are the words for properties that the vocabulary does not know, by curie or IRI: a
    user's own ontology. Raises `QueryError` if nothing has that name, with the nearest names.
    """
    return tuple(_explanation(store, thing, labels or {}) for thing in find(store, name))


def _explanation(store: ox.Store, thing: ox.NamedNode, labels: Mapping[str, str]) -> Explanation:
    return Explanation(
        iri=thing.value,
        name=label(store, thing),
        kinds=_kinds(store, thing),
        aliases=tuple(label(store, alias) for alias in values(store, thing, "skos:altLabel")),
        sayings=(*_facts(store, thing, labels), *_events(store, thing), *_quotations(store, thing)),
        merged=tuple(label(store, reason) for reason in values(store, thing, "kg:mergeReason")),
    )


def _kinds(store: ox.Store, thing: ox.NamedNode) -> tuple[str, ...]:
    classes = (kind.value for kind in named_values(store, thing, "rdf:type"))
    return tuple(
        sorted({plain_words(kind) for kind in classes if compact(kind) not in ROLES_IN_EVENTS})
    )


def _facts(store: ox.Store, thing: ox.NamedNode, labels: Mapping[str, str]) -> Iterator[Saying]:
    """Yield the facts that have a statement, then what the graph says without one."""
    statements = dict.fromkeys(
        (*nodes_with(store, "rdf:subject", thing), *nodes_with(store, "rdf:object", thing))
    )
    for statement in statements:
        yield _saying(store, statement, Topic.FACT, fact_sentence(store, statement, labels))
    told = [ends(store, statement) for statement in statements]
    for quad in sorted(store.quads_for_pattern(thing, None, None, None), key=str):
        if not _is_told(quad, told) and not _is_happening(store, thing):
            clause = triple_clause(store, (thing, quad.predicate, quad.object), labels)
            yield Saying(Topic.FACT, finished(clause))


def _is_told(quad: ox.Quad, told: Iterable[tuple[Term, Term, Term]]) -> bool:
    """Return whether a triple needs no sentence of its own.

    It is about the name, or a statement says it or what entails it.
    """
    if compact(quad.predicate.value) in ADMINISTRATIVE:
        return True
    if isinstance(quad.object, ox.Literal):
        return any(
            (quad.predicate, quad.object) == (predicate, value) for _, predicate, value in told
        )
    return any({quad.subject, quad.object} == {subject, value} for subject, _, value in told)


def _is_happening(store: ox.Store, thing: ox.NamedNode) -> bool:
    """Return whether a node is an event or a quotation, whose properties make up its sentence."""
    return is_a(store, thing, "sem:Event") or is_a(store, thing, "schema:Quotation")


def _events(store: ox.Store, thing: ox.NamedNode) -> Iterator[Saying]:
    nodes = {thing}.union(*(nodes_with(store, role, thing) for role in WORD_OF_ROLE))
    events = [node for node in nodes if is_a(store, node, "sem:Event")]
    for event in sorted(events, key=lambda node: (_date(store, node), node.value)):
        yield _saying(store, event, Topic.EVENT, event_sentence(store, event))


def _date(store: ox.Store, event: ox.NamedNode) -> str:
    """Return the date of an event for sorting; an event without one comes last."""
    return (
        text(store, event, "sem:hasTimeStamp") or text(store, event, "sem:hasBeginTimeStamp") or "~"
    )


def _quotations(store: ox.Store, thing: ox.NamedNode) -> Iterator[Saying]:
    """Yield what the entity said, what was said to it, and quotations that name it."""
    own = [
        node
        for curie in ("schema:creator", "kg:addressee")
        for node in nodes_with(store, curie, thing)
    ]
    names = [
        name for curie in ("rdfs:label", "skos:altLabel") for name in values(store, thing, curie)
    ]
    named = re.compile(
        "|".join(rf"\b{re.escape(label(store, name))}\b" for name in names) or "(?!)"
    )
    every = nodes_with(store, "rdf:type", property_node("schema:Quotation"))
    naming = [node for node in every if named.search(text(store, node, "schema:text"))]
    for quotation in dict.fromkeys((*own, *naming, *({thing} & set(every)))):
        if quotation in every:
            yield _saying(store, quotation, Topic.QUOTATION, quotation_sentence(store, quotation))


def _saying(store: ox.Store, node: ox.NamedNode, topic: Topic, sentence: str) -> Saying:
    confidence, count = text(store, node, "kg:confidence"), text(store, node, "kg:sourceCount")
    sources = tuple(sorted(_sources(store, node)))
    return Saying(
        topic=topic,
        sentence=sentence,
        factuality=factuality(store, node),
        confidence=_share(confidence),
        rules=tuple(label(store, rule) for rule in values(store, node, "kg:rule")),
        speakers=tuple(
            label(store, speaker) for speaker in values(store, node, "prov:wasAttributedTo")
        ),
        articles=int(count)
        if WHOLE.fullmatch(count)
        else len({source.document for source in sources if source.sentence}),
        sources=sources,
    )


def _share(said: str) -> float | None:
    """Return a number from 0 to 1; None if the graph, which anybody may have written, has none."""
    try:
        return float(said)
    except ValueError:
        return None


def _sources(store: ox.Store, node: ox.NamedNode) -> Iterator[Source]:
    """Yield the passages that a node comes from, and the gazetteers, which have a name and no
    words.
    """
    for origin in named_values(store, node, "prov:wasDerivedFrom"):
        documents = named_values(store, origin, "nif:referenceContext")
        for document in documents:
            yield Source(
                published=text(store, document, "schema:datePublished"),
                headline=text(store, document, "schema:headline"),
                begin=int(begin)
                if WHOLE.fullmatch(begin := text(store, origin, "nif:beginIndex"))
                else 0,
                sentence=text(store, origin, "nif:anchorOf"),
                outlet=", ".join(
                    label(store, outlet) for outlet in values(store, document, "schema:publisher")
                ),
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
