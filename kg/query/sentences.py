"""Facts, events and quotations of a graph as English sentences."""

from collections.abc import Iterator, Mapping

from pyoxigraph import NamedNode, Store

from kg.model import Factuality
from kg.query.nodes import (
    Ends,
    Term,
    ends,
    iri,
    label,
    named_values,
    text,
    value_labels,
    values,
)
from kg.tables import words_for
from kg.vocabulary import (
    compact,
    duration_words,
    phrase,
)

# Properties whose value is an address, to be told as it is.
ADDRESSES = frozenset(("owl:sameAs", "skos:closeMatch"))

Labels = Mapping[str, str]

WORD_OF_QUALIFIER: Labels = words_for("kg.query", "qualifier")

# The words for the participants and places of an event, in this order. A general property counts
# only for those that have no special one.
WORD_OF_ROLE: Labels = words_for("kg.query", "role")
WITH_VERB = frozenset(words_for("kg.query", "with-its-verb"))
GENERAL_ROLES = ("sem:hasActor", "sem:hasPlace")

OPENING_OF_FACTUALITY: Labels = words_for("kg.query", "opening")
NEGATIONS = frozenset(words_for("kg.query", "negation"))


def fact_sentence(store: Store, statement: NamedNode, labels: Labels) -> str:
    """Return a statement as a sentence, with its role and times; "It is denied that …" if it does
    not stand.
    """
    triple = ends(store, statement)
    clause = triple_clause(store, triple, labels)
    qualifiers = "".join(_qualifiers(store, statement))
    return sentence(store, statement, clause + qualifiers)


def triple_clause(store: Store, triple: Ends, labels: Labels) -> str:
    """Return subject, words of the property, object; without a full stop."""
    subject, predicate, value = triple
    name = label(store, subject)
    relation = iri(predicate)
    verb = phrase(relation, labels)
    is_address = compact(relation) in ADDRESSES
    words = iri(value) if is_address else label(store, value)
    return f"{name} {verb} {words}"


def event_sentence(store: Store, event: NamedNode) -> str:
    """Return the label and date of an event, then in brackets participants, places, duration and
    amounts.

    A label that denies the event itself ("the ministry does not answer") is not denied once more.
    """
    name = label(store, event)
    when = _when(store, event)
    details = "; ".join(_details(store, event))
    clause = f"{name}{when}"
    if details:
        clause = f"{clause} ({details})"
    is_told = not NEGATIONS.isdisjoint(name.lower().split())
    if is_told and factuality(store, event) == Factuality.DENIED:
        return finished(clause)
    return sentence(store, event, clause)


def _details(store: Store, event: NamedNode) -> Iterator[str]:
    yield from _roles(store, event)
    yield from _measures(store, event)


def quotation_sentence(store: Store, quotation: NamedNode) -> str:
    """Return who said what, to whom and when. Words that are only reported have no quotation
    marks.
    """
    speakers = value_labels(store, quotation, "schema:creator")
    speaker = ", ".join(speakers) or "Somebody"
    said = "said"
    if factuality(store, quotation) == "Denied":
        said = "did not say"
    for addressee in value_labels(store, quotation, "kg:addressee"):
        said += f" to {addressee}"
    when = _when(store, quotation)
    words = _words(store, quotation)
    if text(store, quotation, "kg:rule") in WITH_VERB:
        return f"{speaker}{when} {words}"
    return f"{speaker} {said}{when}: {words}"


def _words(store: Store, quotation: NamedNode) -> str:
    """Return what is quoted, in quotation marks if it is not only reported."""
    words = text(store, quotation, "schema:text")
    if _is_true(store, quotation, "kg:indirect"):
        return words
    return f"“{words}”"


def _is_true(store: Store, node: NamedNode, curie: str) -> bool:
    return text(store, node, curie) == "true"


def sentence(store: Store, node: NamedNode, clause: str) -> str:
    """Return a clause as a full sentence, with the opening for the node's factuality."""
    name = factuality(store, node)
    opening = OPENING_OF_FACTUALITY.get(name)
    if opening:
        clause = f"{opening} {clause}"
    return finished(clause)


def finished(clause: str) -> str:
    """Return the clause with a capital and a full stop.

    >>> finished("six dockers sail")
    'Six dockers sail.'
    """
    first = clause[:1].upper()
    capitalized = first + clause[1:]
    if clause.endswith((".", "!", "?")):
        return capitalized
    return f"{capitalized}."


def factuality(store: Store, node: NamedNode) -> str:
    """Return the factuality of a node ("Asserted"); empty if the graph does not say."""
    for value in named_values(store, node, "kg:factuality"):
        _, _, name = value.value.rpartition("#")
        return name
    return ""


def amount(store: Store, node: NamedNode) -> str:
    """Return an amount in words: "about 30 kilometre", "at least 2000000 VXC"."""
    number = text(store, node, "schema:value")
    if not number:
        number = _bounds(store, node)
    if _is_true(store, node, "kg:approximate"):
        number = f"about {number}"
    unit = text(store, node, "schema:currency")
    if not unit:
        unit = text(store, node, "schema:unitText")
    return f"{number} {unit}".strip()


def _bounds(store: Store, node: NamedNode) -> str:
    least = text(store, node, "schema:minValue")
    most = text(store, node, "schema:maxValue")
    if least and most:
        return f"{least} to {most}"
    if least:
        return f"at least {least}"
    return f"at most {most}" if most else ""


def _qualifiers(store: Store, statement: NamedNode) -> Iterator[str]:
    for curie, word in WORD_OF_QUALIFIER.items():
        for value in value_labels(store, statement, curie):
            yield f", {word} {value}"
    if _is_true(store, statement, "kg:past"):
        yield ", but no longer"


def _roles(store: Store, event: NamedNode) -> Iterator[str]:
    told: set[Term] = set()
    for curie, word in WORD_OF_ROLE.items():
        names: list[str] = []
        is_general = curie in GENERAL_ROLES
        for filler in values(store, event, curie):
            if not is_general or filler not in told:
                names.append(label(store, filler))
                told.add(filler)
        if names:
            listed = ", ".join(names)
            yield f"{word} {listed}"


def _measures(store: Store, event: NamedNode) -> Iterator[str]:
    for length in value_labels(store, event, "kg:duration"):
        words = duration_words(length)
        yield f"lasting {words}"
    for node in named_values(store, event, "kg:quantity"):
        yield amount(store, node)


def _when(store: Store, node: NamedNode) -> str:
    point = text(store, node, "sem:hasTimeStamp")
    if point:
        return f", {point}"
    begin = text(store, node, "sem:hasBeginTimeStamp")
    end = text(store, node, "sem:hasEndTimeStamp")
    since = f", from {begin}" if begin else ""
    until = f", until {end}" if end else ""
    return since + until
