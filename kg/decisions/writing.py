"""Decisions as Turtle, in the form that `reading` reads; the same decisions give the same bytes."""

from collections.abc import Iterator

from pyoxigraph import Literal as Text
from pyoxigraph import NamedNode

from kg.decisions.form import (
    ABOUT,
    BY,
    DECISION,
    DOCUMENT,
    FACTUALITY,
    IN_ARTICLE,
    LABEL,
    NODE,
    OBJECT,
    ON,
    PAST,
    PREDICATE,
    SUBJECT,
    VALUE,
    VERDICT,
    WHY,
    iri_of,
)
from kg.model import (
    DecidedFact,
    Decision,
    Literal,
    Target,
    Verdict,
)
from kg.vocabulary import (
    PREFIXES,
    expand,
)

EXAMPLES = (DECISION, VALUE, LABEL, BY, "xsd:date", "schema:Person")
USED = [curie.partition(":")[0] for curie in EXAMPLES]  # prefixes
WEB = ("http:", "https:")
INDENT = "    "
DAY = len("2024-05-03")  # longer ones have the time of day, too
REMARK = "# What people decided about this graph; every build honours it (docs/vocabulary.md)."
Pairs = Iterator[tuple[str, str]]  # a property, as a curie, and a value in Turtle


def with_block(document: str, block: str, *, base: str) -> str:
    """Return a document with blocks added at its end, and the prefixes that they need."""
    prologue = _prologue(base)
    if not document:
        return f"{REMARK}\n{prologue}{block}"
    whole = document if document.endswith("\n") else f"{document}\n"
    if prologue in whole:
        return whole + block
    return f"{whole}\n{prologue}{block}"


def _prologue(base: str) -> str:
    """Return the prefixes, and the base IRI if names may be relative to it."""
    lines = [f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n" for prefix in USED]
    if base.startswith(WEB):
        lines.append(f"@base <{base}> .\n")
    return "".join(lines)


def block_of(decision: Decision, *, base: str) -> str:
    """Return one decision as a block that can be added to a document by `with_block`."""
    pairs = [f"{INDENT}{curie} {value} " for curie, value in _pairs(decision, base)]
    node = _node(decision.id, base)
    said = ";\n".join(pairs)
    return f"\n{node} a {DECISION} ;\n{said}.\n"


def _pairs(decision: Decision, base: str) -> Pairs:
    """Yield what a decision says."""
    verdict = decision.verdict
    yield VERDICT, f"kg:{verdict}"
    for thing in decision.things:
        yield ABOUT, _thing(thing, base)
    if decision.fact is not None:
        yield ABOUT, _fact(decision.fact, base)
    if verdict is Verdict.LABEL:
        yield VALUE, _text(decision.value)
    elif verdict is Verdict.CLASS:
        yield VALUE, _term(decision.value)
    yield BY, _text(decision.by)
    is_day = len(decision.on) == DAY
    yield ON, _text(decision.on, "xsd:date" if is_day else "xsd:dateTime")
    if decision.why:
        yield WHY, _text(decision.why)


def _thing(thing: Target, base: str) -> str:
    """Return a thing: its IRI, with its names and articles if they are known."""
    if not (thing.names or thing.articles):
        return _node(thing.id, base)
    return _blank(_pairs_of_thing(thing, base))


def _pairs_of_thing(thing: Target, base: str) -> Pairs:
    if thing.id:
        yield NODE, _node(thing.id, base)
    for name in thing.names:
        yield LABEL, _text(name)
    for article in thing.articles:
        yield IN_ARTICLE, _node(f"{DOCUMENT}/{article}", base)


def _fact(fact: DecidedFact, base: str) -> str:
    """Return a fact: its statement, and what it says if that is known."""
    if fact.subject is None:
        return _node(fact.id, base)
    return _blank(_pairs_of_fact(fact, base))


def _pairs_of_fact(fact: DecidedFact, base: str) -> Pairs:
    if fact.id:
        yield NODE, _node(fact.id, base)
    if fact.subject is not None:
        yield SUBJECT, _thing(fact.subject, base)
    yield PREDICATE, _term(fact.predicate)
    value = fact.object
    if isinstance(value, Literal):
        yield OBJECT, _text(value.text, value.datatype)
    elif value is not None:
        yield OBJECT, _thing(value, base)
    if not fact.stands:
        yield FACTUALITY, "kg:Denied"
    if fact.past:
        yield PAST, "true"


def _blank(pairs: Pairs) -> str:
    """Return a blank node that says this, with the values of a property together."""
    values_of: dict[str, list[str]] = {}
    for curie, value in pairs:
        values = values_of.setdefault(curie, [])
        values.append(value)
    said = [f"{curie} {', '.join(values)}" for curie, values in values_of.items()]
    inner = f" ;\n{INDENT}{INDENT}".join(each.replace("\n", f"\n{INDENT}") for each in said)
    return f"[ {inner} ]"


def _node(identifier: str, base: str) -> str:
    """Return a node of the graph, relative to a base IRI of the web."""
    start = "" if base.startswith(WEB) else base
    iri = iri_of(identifier, start)
    return f"<{iri}>"


def _term(curie: str) -> str:
    """Return a property or class: by its prefix if the document has it."""
    prefix, _, local = curie.partition(":")
    if prefix in USED and local.isalnum():
        return curie
    return str(NamedNode(expand(curie)))


def _text(words: str, datatype: str = "") -> str:
    """Return a text, or a value of a datatype."""
    literal = str(Text(words))
    if not datatype:
        return literal
    return f"{literal}^^{_term(datatype)}"
