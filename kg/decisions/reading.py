"""Decisions out of Turtle: each is checked, and all faults of a file are reported together."""

import re
from collections.abc import (
    Iterable,
    Iterator,
)
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

import pyoxigraph as ox

from kg.decisions.form import (
    ABOUT,
    BY,
    DECISION,
    EVENT,
    FACTUALITY,
    NODE,
    OBJECT,
    OF_DECISION,
    OF_TARGET,
    ON,
    PAST,
    PREDICATE,
    QUOTATION,
    STATEMENT,
    SUBJECT,
    TYPE,
    VALUE,
    VERDICT,
    WHY,
    FaultError,
    File,
    Node,
    Term,
    Values,
    check_known,
    curies,
    kind_of_node,
    local_of,
    texts,
)
from kg.decisions.wording import id_of
from kg.errors import DecisionError
from kg.model import (
    DecidedFact,
    Decision,
    Factuality,
    Literal,
    Target,
    Verdict,
)
from kg.vocabulary import compact

OF_FACTS = frozenset({Verdict.WRONG, Verdict.RIGHT})
TOLD = frozenset({EVENT, QUOTATION})
WITH_VALUE = frozenset({Verdict.LABEL, Verdict.CLASS})
WHEN = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?")
# The number of things that a decision is about, at least and at most, and in words; else one.
COUNTS = {
    Verdict.SAME: (2, 10_000, "two values or more"),
    Verdict.DIFFERENT: (2, 2, "two values"),
}
VERDICTS = ", ".join(f"kg:{verdict}" for verdict in Verdict)
FACTUALITIES = {f"kg:{degree}": degree for degree in Factuality}

About = tuple[tuple[Target, ...], DecidedFact | None]


def read_decisions(path: Path, *, base: str) -> tuple[Decision, ...]:
    """Return the decisions of a file, in the order in which they were made.

    `base` is the base IRI of the graph. Raises `DecisionError`, with a line for each fault.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or error
        raise DecisionError(f"{path} cannot be read: {reason}") from error
    return decisions_in(data, name=str(path), base=base)


def decisions_in(data: bytes, *, name: str, base: str) -> tuple[Decision, ...]:
    """Return the decisions in the content of a file; raise as `read_decisions` does."""
    file = File(name, base)
    file.parse(data)
    decisions: list[Decision] = []
    if not file.faults:
        decisions += _decisions(file)
    if file.faults:
        lines = "\n".join(file.faults)
        raise DecisionError(lines)
    return in_order(decisions)


def in_order(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return decisions by the time when they were made, each once."""
    once: dict[str, Decision] = {}
    for decision in decisions:
        once.setdefault(decision.id, decision)
    ordered = sorted(once.values(), key=attrgetter("on", "id"))
    return tuple(ordered)


def _decisions(file: File) -> Iterator[Decision]:
    """Yield the decisions of a file; faults are noted."""
    described = set(_described(file))
    for node, values in file.values.items():
        if node in described:
            continue
        line = file.line_of[node]
        try:
            decision = _decision(node, values, file)
        except FaultError as fault:
            file.fault(str(fault), line)
        else:
            yield replace(decision, source=file.name, line=line)


def _described(file: File) -> Iterator[Term]:
    """Yield the nodes that others are about: they say what is meant, and decide nothing."""
    for values in file.values.values():
        for curie in (ABOUT, SUBJECT, OBJECT):
            yield from values.get(curie, ())


def _decision(node: Node, values: Values, file: File) -> Decision:
    """Return one decision. Raises `FaultError`."""
    if DECISION not in curies(values, TYPE):
        raise FaultError(f"{node} is no decision: write 'a {DECISION}'")
    check_known(values, OF_DECISION)
    verdict = _verdict(values)
    things, fact = _about(values, verdict, file)
    own = ""
    if isinstance(node, ox.NamedNode):
        own = local_of(node.value, file.base)
    decision = Decision(
        own,
        verdict,
        things=things,
        fact=fact,
        value=_value(values, verdict),
        by=_who(values),
        on=_moment(values),
        why=_why(values),
    )
    if own:
        return decision
    return replace(decision, id=id_of(decision))


def _verdict(values: Values) -> Verdict:
    """Return what is decided."""
    found = curies(values, VERDICT)
    names = [curie.removeprefix("kg:") for curie in found]
    if len(names) != 1 or names[0] not in list(Verdict):
        raise FaultError(f"needs one {VERDICT}: {VERDICTS}")
    return Verdict(names[0])


def _about(values: Values, verdict: Verdict, file: File) -> About:
    """Return the things that a decision is about, or the fact."""
    nodes = values.get(ABOUT, [])
    _check_count(verdict, len(nodes))
    if verdict in OF_FACTS:
        fact = _fact(nodes[0], file)
        if fact is not None:
            return (), fact
    things = [file.target(node) for node in nodes]
    for thing in things:
        _check_kind(thing, verdict)
    return tuple(sorted(things)), None


def _check_kind(thing: Target, verdict: Verdict) -> None:
    """Raise `FaultError` for a verdict that what is meant cannot have."""
    kind = kind_of_node(thing.id)
    if verdict in OF_FACTS and kind not in TOLD:
        raise FaultError(
            f"{thing.id} is no fact, event or quotation: kg:{verdict} is only of these"
        )
    if verdict is Verdict.DIFFERENT and kind in TOLD:
        raise FaultError("events cannot be parted: call what is wrong in them wrong")
    if verdict not in OF_FACTS and kind == QUOTATION:
        raise FaultError("a quotation can only be wrong or right")


def _check_count(verdict: Verdict, count: int) -> None:
    """Raise `FaultError` for a decision about too few things, or too many."""
    fewest, most, asked = COUNTS.get(verdict, (1, 1, "one value"))
    if not fewest <= count <= most:
        raise FaultError(f"kg:{verdict} needs {asked} of {ABOUT}, and has {count}")


def _fact(node: Term, file: File) -> DecidedFact | None:
    """Return the fact that a node is, None if it is none."""
    values = file.of(node)
    local = _statement_id(node, values, file)
    subjects = values.get(SUBJECT, [])
    predicates = curies(values, PREDICATE)
    objects = values.get(OBJECT, [])
    if not (subjects or predicates or objects):
        return DecidedFact(local) if local else None
    if not len(subjects) == len(predicates) == len(objects) == 1:
        raise FaultError(f"a fact needs one {SUBJECT}, one {PREDICATE} and one {OBJECT}")
    check_known(values, OF_TARGET)
    told = [_factuality(curie) for curie in curies(values, FACTUALITY)]
    return DecidedFact(
        local,
        file.target(subjects[0]),
        predicates[0],
        _object(objects[0], file),
        stands=all(degree.stands for degree in told),
        past="true" in texts(values, PAST),
    )


def _factuality(curie: str) -> Factuality:
    if curie not in FACTUALITIES:
        degrees = ", ".join(FACTUALITIES)
        raise FaultError(f"{curie} is no {FACTUALITY}: use {degrees}")
    return FACTUALITIES[curie]


def _statement_id(node: Term, values: Values, file: File) -> str:
    """Return the id of a statement, of the node itself or the one that it stands for."""
    named = [node, *values.get(NODE, ())]
    for each in named:
        if isinstance(each, ox.NamedNode):
            local = file.local(each)
            return local if kind_of_node(local) == STATEMENT else ""
    return ""


def _object(value: Term, file: File) -> Target | Literal:
    """Return the object of a fact: a thing, or a value."""
    if not isinstance(value, ox.Literal):
        return file.target(value)
    datatype = compact(value.datatype.value)
    if datatype == "xsd:string":
        return Literal(value.value)
    return Literal(value.value, datatype)


def _value(values: Values, verdict: Verdict) -> str:
    """Return the label or class that is decided, empty if none is asked for."""
    labels = texts(values, VALUE)
    classes = curies(values, VALUE)
    if verdict not in WITH_VALUE:
        if labels or classes:
            raise FaultError(f"kg:{verdict} has no {VALUE}: leave it out")
        return ""
    is_label = verdict is Verdict.LABEL
    wanted, others = (labels, classes) if is_label else (classes, labels)
    words = " ".join("".join(wanted[:1]).split())
    if len(wanted) != 1 or others or not words:
        kind = "a text" if is_label else "a class, as schema:Person"
        raise FaultError(f"kg:{verdict} needs one {VALUE}: {kind}")
    return words


def _who(values: Values) -> str:
    """Return who decided."""
    names = [" ".join(name.split()) for name in texts(values, BY)]
    if len(names) != 1 or not names[0]:
        raise FaultError(f"needs one {BY}: who decided it, as a text")
    return names[0]


def _why(values: Values) -> str:
    """Return the reason, empty if none is given."""
    reasons = " ".join(texts(values, WHY))
    return " ".join(reasons.split())


def _moment(values: Values) -> str:
    """Return when something was decided."""
    moments = texts(values, ON)
    if len(moments) != 1 or not WHEN.fullmatch(moments[0]):
        raise FaultError(f'needs one {ON}: the day, as "2024-05-03"^^xsd:date, or the moment')
    return moments[0]
