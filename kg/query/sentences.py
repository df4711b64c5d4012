"""Facts, events and quotations of a graph as English sentences."""

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from kg.query.nodes import Term, ends, iri, label, named_values, text, values
from kg.query.wording import (
    ADDRESSES,
    GENERAL_ROLES,
    OPENING_OF_FACTUALITY,
    WORD_OF_QUALIFIER,
    WORD_OF_ROLE,
)
from kg.vocabulary import compact, duration_words, phrase


def fact_sentence(store: ox.Store, statement: ox.NamedNode, labels: Mapping[str, str]) -> str:
    """Return a statement as a sentence, with its role and times; "It is denied that …" if it does
    not stand.
    """
    clause = triple_clause(store, ends(store, statement), labels)
    return sentence(store, statement, clause + "".join(_qualifiers(store, statement)))


def triple_clause(
    store: ox.Store, triple: tuple[Term, Term, Term], labels: Mapping[str, str]
) -> str:
    """Return subject, words of the property, object; without a full stop."""
    subject, predicate, value = triple
    told = iri(value) if compact(iri(predicate)) in ADDRESSES else label(store, value)
    return f"{label(store, subject)} {phrase(iri(predicate), labels)} {told}"


def event_sentence(store: ox.Store, event: ox.NamedNode) -> str:
    """Return the label and date of an event, then in brackets participants, places, duration and
    amounts.
    """
    details = "; ".join((*_roles(store, event), *_measures(store, event)))
    return sentence(
        store,
        event,
        f"{label(store, event)}{_when(store, event)}" + (f" ({details})" if details else ""),
    )


def quotation_sentence(store: ox.Store, quotation: ox.NamedNode) -> str:
    """Return who said what, to whom and when. Words that are only reported have no quotation marks."""
    speaker = (
        ", ".join(label(store, who) for who in values(store, quotation, "schema:creator"))
        or "Somebody"
    )
    to = "".join(f" to {label(store, who)}" for who in values(store, quotation, "kg:addressee"))
    said = "did not say" if factuality(store, quotation) == "Denied" else "said"
    words = text(store, quotation, "schema:text")
    quoted = words if text(store, quotation, "kg:indirect") == "true" else f"“{words}”"
    return f"{speaker} {said}{to}{_when(store, quotation)}: {quoted}"


def sentence(store: ox.Store, node: ox.NamedNode, clause: str) -> str:
    """Return a clause as a full sentence, with the opening for the node's factuality."""
    return finished(OPENING_OF_FACTUALITY.get(factuality(store, node), "") + clause)


def finished(clause: str) -> str:
    """Return the clause with a capital and a full stop.

    >>> finished("six dockers sail")
    'Six dockers sail.'
    """
    return clause[:1].upper() + clause[1:] + ("" if clause.endswith((".", "!", "?")) else ".")


def factuality(store: ox.Store, node: ox.NamedNode) -> str:
    """Return the factuality of a node ("Asserted"); empty if the graph does not say."""
    return "".join(
        node.value.rpartition("#")[2] for node in named_values(store, node, "kg:factuality")[:1]
    )


def amount(store: ox.Store, node: ox.NamedNode) -> str:
    """Return an amount in words: "about 30 kilometre", "at least 2000000 VXC"."""
    number, least, most = (
        text(store, node, f"schema:{name}") for name in ("value", "minValue", "maxValue")
    )
    about = "about " if text(store, node, "kg:approximate") == "true" else ""
    bounds = (
        f"{least} to {most}"
        if least and most
        else f"at least {least}"
        if least
        else f"at most {most}"
        if most
        else ""
    )
    unit = text(store, node, "schema:currency") or text(store, node, "schema:unitText")
    return f"{about}{number or bounds} {unit}".strip()


def _qualifiers(store: ox.Store, statement: ox.NamedNode) -> Iterator[str]:
    for curie, word in WORD_OF_QUALIFIER.items():
        yield from (f", {word} {label(store, value)}" for value in values(store, statement, curie))
    if text(store, statement, "kg:past") == "true":
        yield ", but no longer"


def _roles(store: ox.Store, event: ox.NamedNode) -> Iterator[str]:
    told: set[Term] = set()
    for curie, word in WORD_OF_ROLE.items():
        fillers = [
            filler
            for filler in values(store, event, curie)
            if curie not in GENERAL_ROLES or filler not in told
        ]
        told.update(fillers)
        if fillers:
            yield f"{word} {', '.join(label(store, filler) for filler in fillers)}"


def _measures(store: ox.Store, event: ox.NamedNode) -> Iterator[str]:
    yield from (
        f"lasting {duration_words(label(store, length))}"
        for length in values(store, event, "kg:duration")
    )
    yield from (amount(store, node) for node in named_values(store, event, "kg:quantity"))


def _when(store: ox.Store, node: ox.NamedNode) -> str:
    point, begin, end = (
        text(store, node, f"sem:has{name}TimeStamp") for name in ("", "Begin", "End")
    )
    if point:
        return f", {point}"
    return (f", from {begin}" if begin else "") + (f", until {end}" if end else "")
