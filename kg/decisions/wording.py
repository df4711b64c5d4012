"""Decisions in words, refusals that name them, and the ids that are made from what they say."""

from collections.abc import (
    Callable,
    Iterator,
)
from hashlib import sha256

from kg.decisions.events import Refused
from kg.model import (
    DecidedFact,
    Decision,
    Event,
    Fact,
    Literal,
    Passage,
    Quotation,
    Refusal,
    Target,
)
from kg.tables import words_for

RULE = "decision"  # by which refusals call what people decided
WORDS = words_for("kg.decisions", "verdict")


def id_of(decision: Decision) -> str:
    """Return an id made from what a decision says: the same decision has the same one."""
    parts = "\x1f".join(_parts(decision))
    content = parts.encode("utf-8", "surrogatepass")
    digest = sha256(content).hexdigest()
    return f"decision/{digest[:16]}"


def _parts(decision: Decision) -> Iterator[str]:
    """Yield what tells a decision from others."""
    yield decision.verdict
    yield decision.value
    yield decision.by
    yield decision.on
    yield decision.why
    for thing in sorted(decision.things):
        yield from _parts_of_end(thing)
    fact = decision.fact
    if fact is None:
        return
    yield fact.id
    yield from _parts_of_end(fact.subject)
    yield fact.predicate
    yield from _parts_of_end(fact.object)
    yield f"{fact.stands} {fact.past}"


def _parts_of_end(thing: Target | Literal | None) -> Iterator[str]:
    """Yield what tells a thing or a value from others."""
    if isinstance(thing, Literal):
        yield thing.text
        yield thing.datatype
    elif thing is not None:
        yield thing.id
        yield from sorted(thing.names)
        yield from sorted(thing.articles)


def words_of(decision: Decision) -> str:
    """Return a decision in words: who decided it when, and why.

    >>> from kg.model import Verdict
    >>> words_of(Decision("decision/1", Verdict.WRONG, by="Ada", on="2024-05-03", why="a typo"))
    'wrong, says Ada (2024-05-03, decision/1): a typo'
    """
    what = WORDS[decision.verdict]
    words = f"{what}, says {decision.by} ({decision.on}, {decision.id})"
    if decision.why:
        words += f": {decision.why}"
    return words


def short_words_of(decision: Decision) -> str:
    """Return what a decision is about, in words: "same thing: person/a, person/b"."""
    about = [_name(thing) for thing in decision.things]
    fact = decision.fact
    if fact is not None:
        about.append(_words_of_fact(fact))
    if decision.value:
        about.append(decision.value)
    what = WORDS[decision.verdict]
    return f"{what}: {', '.join(about)}"


def _words_of_fact(fact: DecidedFact) -> str:
    if fact.subject is None:
        return fact.id
    subject = _name(fact.subject)
    value = _name(fact.object)
    return f"{subject} {fact.predicate} {value}"


def _name(end: Target | Literal | None) -> str:
    """Return a thing by its id or name, a value by its text."""
    if end is None:
        return ""
    if isinstance(end, Literal):
        return f"“{end.text}”"
    return end.id or " / ".join(end.names)


# --------------------------------------------------------------------------------------- refusals


def refusals_of(refused: Refused, words: Callable[[Fact], str]) -> Iterator[Refusal]:
    """Yield a refusal for each passage of what was taken out; `words` puts a fact in words."""
    for told, decision in refused.items():
        reason = words_of(decision)
        candidate = words(told) if isinstance(told, Fact) else _candidate(told)
        for passage in _passages(told):
            yield Refusal(passage, candidate, RULE, reason)


def _candidate(told: Event | Quotation) -> str:
    """Return an event or quotation as the candidate of a refusal."""
    if isinstance(told, Event):
        return f"{told.label} – event"
    return f"“{told.text}” – quotation"


def _passages(told: Fact | Event | Quotation) -> tuple[Passage, ...]:
    if isinstance(told, Quotation):
        return (told.evidence,)
    return told.evidence
