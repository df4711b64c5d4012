"""Everything that a graph says of one entity, in sentences, each with the words of the articles
that support it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pyoxigraph import Literal, NamedNode, Store

from kg.query.names import meant
from kg.query.nodes import (
    Ends,
    Nodes,
    Texts,
    ends,
    iri,
    is_a,
    label,
    named_values,
    nodes_with,
    property_node,
    text,
    value_labels,
)
from kg.query.sayings import (
    Explanation,
    Other,
    Saying,
    Tie,
    Topic,
    sources_of,
    weight,
    whole,
)
from kg.query.sentences import (
    WORD_OF_ROLE,
    Labels,
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
    (
        "kg:decidedBy",
        "kg:mergeReason",
        "kg:sha256",
        "rdf:type",
        "rdfs:label",
        "schema:mentions",
        "skos:altLabel",
    )
)
# Classes that say only that something takes part in events.
ROLES_IN_EVENTS = ("sem:Actor", "sem:Place")

Explanations = tuple[Explanation, ...]


def explain(store: Store, name: str, *, labels: Labels | None = None) -> Explanations:
    """Return an explanation of each entity called `name`, or of the one with that IRI or curie, in
    order of IRI; if none is called so, of the one whose name has it as a part, as a surname.

    `labels` are the words for properties that the vocabulary does not know, by curie or IRI: a
    user's own ontology. Raises `QueryError` if nothing has that name, with the nearest names, or if
    it may be a part of several.
    """
    words = labels or {}
    nodes = meant(store, name)
    return tuple(_explanation(store, node, words) for node in nodes)


def _explanation(store: Store, node: NamedNode, labels: Labels) -> Explanation:
    facts = _facts(store, node, labels)
    events = _events(store, node)
    quotations = _quotations(store, node)
    return Explanation(
        iri=node.value,
        name=label(store, node),
        kinds=_kinds(store, node),
        aliases=value_labels(store, node, "skos:altLabel"),
        sayings=(*facts, *events, *quotations),
        merged=value_labels(store, node, "kg:mergeReason"),
        decided=tuple(_decisions(store, node)),
    )


def _decisions(store: Store, node: NamedNode) -> Iterator[str]:
    """Yield what people decided about a node, in words: what, who, when and why."""
    for decision in named_values(store, node, "kg:decidedBy"):
        who = text(store, decision, "dcterms:creator")
        when = text(store, decision, "dcterms:created")
        why = text(store, decision, "rdfs:comment")
        words = f"{label(store, decision)} ({who}, {when})"
        yield f"{words}: {why}" if why else words


def _kinds(store: Store, node: NamedNode) -> Texts:
    """Return the classes of a node in words, sorted."""
    words: set[str] = set()
    for kind in named_values(store, node, "rdf:type"):
        if compact(kind.value) not in ROLES_IN_EVENTS:
            words.add(plain_words(kind.value))
    return tuple(sorted(words))


def _facts(store: Store, node: NamedNode, labels: Labels) -> Iterator[Saying]:
    """Yield the facts that have a statement, then what the graph says without one.

    Those of most weight come first, and last what no article says: it follows, or the world knows
    it.
    """
    as_subject = nodes_with(store, "rdf:subject", node)
    as_object = nodes_with(store, "rdf:object", node)
    both = (*as_subject, *as_object)
    stated: list[Ends] = []
    weighed: list[tuple[float, Saying]] = []
    for statement in dict.fromkeys(both):
        sentence = fact_sentence(store, statement, labels)
        others = _others(store, statement, labels)
        saying = _saying(store, statement, Topic.FACT, sentence)
        saying = replace(saying, others=tuple(others))
        found = ends(store, statement)
        stated.append(found)
        weighed.append((weight(saying, found), saying))
    weighed.sort(key=lambda each: -each[0])
    yield from (saying for _, saying in weighed)
    if _is_happening(store, node):
        return
    quads = store.quads_for_pattern(node, None, None, None)
    for quad in sorted(quads, key=str):
        triple = (node, quad.predicate, quad.object)
        if not _is_stated(triple, stated):
            clause = triple_clause(store, triple, labels)
            yield Saying(Topic.FACT, finished(clause))


def _is_stated(triple: Ends, statements: Iterable[Ends]) -> bool:
    """Return whether a triple needs no sentence of its own.

    It is about the name, or a statement says it or what entails it.
    """
    subject, predicate, value = triple
    if compact(iri(predicate)) in ADMINISTRATIVE:
        return True
    if isinstance(value, Literal):
        values = [last for _, relation, last in statements if relation == predicate]
        return value in values
    linked = [{first, last} for first, _, last in statements]
    return {subject, value} in linked


def _is_happening(store: Store, node: NamedNode) -> bool:
    """Return whether a node is an event or a quotation, whose properties make up its sentence."""
    kinds = ("sem:Event", "schema:Quotation")
    return any(is_a(store, node, kind) for kind in kinds)


def _events(store: Store, node: NamedNode) -> Iterator[Saying]:
    """Yield the events in which the entity takes part, by date, or the event that it is."""
    nodes = {node}
    for role in WORD_OF_ROLE:
        nodes.update(nodes_with(store, role, node))
    events = [other for other in nodes if is_a(store, other, "sem:Event")]
    events.sort(key=lambda event: (_date(store, event), event.value))
    for event in events:
        saying = _saying(store, event, Topic.EVENT, event_sentence(store, event))
        merged = value_labels(store, event, "kg:mergeReason")
        others = _others(store, event, {})
        yield replace(saying, merged=merged, others=tuple(others))


def _others(store: Store, node: NamedNode, labels: Labels) -> Iterator[Other]:
    """Yield what is told otherwise than a fact or event, what was so before, what came later, and
    what is perhaps the same.
    """
    ties = {
        Tie.AGAINST: named_values(store, node, "kg:contradicts"),
        Tie.BEFORE: named_values(store, node, "kg:supersedes"),
        Tie.AFTER: nodes_with(store, "kg:supersedes", node),
        Tie.PERHAPS: named_values(store, node, "kg:nearMiss"),
    }
    for tie, others in ties.items():
        for other in others:
            if is_a(store, other, "sem:Event"):
                sentence = event_sentence(store, other)
            else:
                sentence = fact_sentence(store, other, labels)
            speakers = value_labels(store, other, "prov:wasAttributedTo")
            yield Other(tie, sentence, speakers, tuple(sorted(sources_of(store, other))))


def _date(store: Store, event: NamedNode) -> str:
    """Return the date of an event for sorting; an event without one comes last."""
    for curie in ("sem:hasTimeStamp", "sem:hasBeginTimeStamp"):
        date = text(store, event, curie)
        if date:
            return date
    return "~"


def _quotations(store: Store, node: NamedNode) -> Iterator[Saying]:
    """Yield what the entity said, what was said to it, and quotations that name it."""
    said_by = nodes_with(store, "schema:creator", node)
    said_to = nodes_with(store, "kg:addressee", node)
    every = nodes_with(store, "rdf:type", property_node("schema:Quotation"))
    naming = _naming(store, node, every)
    about = (*said_by, *said_to, *naming, node)
    for quotation in dict.fromkeys(about):
        if quotation in every:
            sentence = quotation_sentence(store, quotation)
            yield _saying(store, quotation, Topic.QUOTATION, sentence)


def _naming(store: Store, node: NamedNode, quotations: Nodes) -> Iterator[NamedNode]:
    """Yield the quotations in which a name of an entity stands."""
    labels = value_labels(store, node, "rdfs:label")
    aliases = value_labels(store, node, "skos:altLabel")
    names = [re.escape(name) for name in (*labels, *aliases)]
    if not names:
        return
    any_of_them = "|".join(names)
    any_name = re.compile(rf"\b(?:{any_of_them})\b")
    for quotation in quotations:
        words = text(store, quotation, "schema:text")
        if any_name.search(words):
            yield quotation


def _saying(store: Store, node: NamedNode, topic: Topic, sentence: str) -> Saying:
    sources = sorted(sources_of(store, node))
    passages = [source for source in sources if source.sentence]
    documents = {passage.document for passage in passages}
    count = text(store, node, "kg:sourceCount")
    return Saying(
        topic=topic,
        sentence=sentence,
        factuality=factuality(store, node),
        confidence=_share(text(store, node, "kg:confidence")),
        rules=value_labels(store, node, "kg:rule"),
        speakers=value_labels(store, node, "prov:wasAttributedTo"),
        articles=whole(count, len(documents)),
        sources=tuple(sources),
    )


def _share(number: str) -> float | None:
    """Return a number from 0 to 1; None if the graph, which anybody may have written, has none."""
    try:
        return float(number)
    except ValueError:
        return None
