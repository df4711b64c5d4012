"""Facts, events and quotations of a graph as English sentences."""

from collections.abc import Iterator, Mapping

from pyoxigraph import NamedNode, Store

from kg.query.nodes import Term, ends, iri, label, named_values, text, value_labels, values
from kg.tables import words_for
from kg.vocabulary import compact, duration_words, phrase

# Properties whose value is an address, to be told as it is.
ADDRESSES = frozenset(("owl:sameAs", "skos:closeMatch"))

WORD_OF_QUALIFIER: Mapping[str, str] = words_for("kg.query", "qualifier")

# The words for the participants and places of an event, in this order. A general property counts
# only for those that have no special one.
WORD_OF_ROLE: Mapping[str, str] = words_for("kg.query", "role")
GENERAL_ROLES = ("sem:hasActor", "sem:hasPlace")

OPENING_OF_FACTUALITY: Mapping[str, str] = words_for("kg.query", "opening")


def fact_sentence(store: Store, statement: NamedNode, labels: Mapping[str, str]) -> str:
    """Return a statement as a sentence, with its role and times; "It is denied that …" if it does
    not stand.
    """
    clause = triple_clause(store, ends(store, statement), labels)
    return sentence(store, statement, clause + "".join(_qualifiers(store, statement)))


def triple_clause(store: Store, triple: tuple[Term, Term, Term], labels: Mapping[str, str]) -> str:
    """Return subject, words of the property, object; without a full stop."""
    subject, predicate, value = triple
    is_address = compact(iri(predicate)) in ADDRESSES
    words = iri(value) if is_address else label(store, value)
    return f"{label(store, subject)} {phrase(iri(predicate), labels)} {words}"


def event_sentence(store: Store, event: NamedNode) -> str:
    """Return the label and date of an event, then in brackets participants, places, duration and
    amounts.
    """
    details = "; ".join((*_roles(store, event), *_measures(store, event)))
    clause = label(store, event) + _when(store, event)
    return sentence(store, event, f"{clause} ({details})" if details else clause)


def quotation_sentence(store: Store, quotation: NamedNode) -> str:
    """Return who said what, to whom and when. Words that are only reported have no quotation
    marks.
    """
    speaker = ", ".join(value_labels(store, quotation, "schema:creator")) or "Somebody"
    addressees = value_labels(store, quotation, "kg:addressee")
    to = "".join(f" to {addressee}" for addressee in addressees)
    verb = "did not say" if factuality(store, quotation) == "Denied" else "said"
    words = text(store, quotation, "schema:text")
    is_indirect = text(store, quotation, "kg:indirect") == "true"
    quoted = words if is_indirect else f"“{words}”"
    return f"{speaker} {verb}{to}{_when(store, quotation)}: {quoted}"


def sentence(store: Store, node: NamedNode, clause: str) -> str:
    """Return a clause as a full sentence, with the opening for the node's factuality."""
    opening = OPENING_OF_FACTUALITY.get(factuality(store, node))
    return finished(f"{opening} {clause}" if opening else clause)


def finished(clause: str) -> str:
    """Return the clause with a capital and a full stop.

    >>> finished("six dockers sail")
    'Six dockers sail.'
    """
    stop = "" if clause.endswith((".", "!", "?")) else "."
    return clause[:1].upper() + clause[1:] + stop


def factuality(store: Store, node: NamedNode) -> str:
    """Return the factuality of a node ("Asserted"); empty if the graph does not say."""
    for value in named_values(store, node, "kg:factuality"):
        return value.value.rpartition("#")[2]
    return ""


def amount(store: Store, node: NamedNode) -> str:
    """Return an amount in words: "about 30 kilometre", "at least 2000000 VXC"."""
    about = "about " if text(store, node, "kg:approximate") == "true" else ""
    number = text(store, node, "schema:value") or _bounds(store, node)
    unit = text(store, node, "schema:currency") or text(store, node, "schema:unitText")
    return f"{about}{number} {unit}".strip()


def _bounds(store: Store, node: NamedNode) -> str:
    least, most = text(store, node, "schema:minValue"), text(store, node, "schema:maxValue")
    if least and most:
        return f"{least} to {most}"
    if least:
        return f"at least {least}"
    return f"at most {most}" if most else ""


def _qualifiers(store: Store, statement: NamedNode) -> Iterator[str]:
    for curie, word in WORD_OF_QUALIFIER.items():
        for value in value_labels(store, statement, curie):
            yield f", {word} {value}"
    if text(store, statement, "kg:past") == "true":
        yield ", but no longer"


def _roles(store: Store, event: NamedNode) -> Iterator[str]:
    named: set[Term] = set()
    for curie, word in WORD_OF_ROLE.items():
        known = named if curie in GENERAL_ROLES else set()
        fillers = [filler for filler in values(store, event, curie) if filler not in known]
        named.update(fillers)
        if fillers:
            yield f"{word} {', '.join(label(store, filler) for filler in fillers)}"


def _measures(store: Store, event: NamedNode) -> Iterator[str]:
    for length in value_labels(store, event, "kg:duration"):
        yield f"lasting {duration_words(length)}"
    for node in named_values(store, event, "kg:quantity"):
        yield amount(store, node)


def _when(store: Store, node: NamedNode) -> str:
    point = text(store, node, "sem:hasTimeStamp")
    if point:
        return f", {point}"
    begin = text(store, node, "sem:hasBeginTimeStamp")
    end = text(store, node, "sem:hasEndTimeStamp")
    return (f", from {begin}" if begin else "") + (f", until {end}" if end else "")
