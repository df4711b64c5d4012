"""What the ontology makes of each claim of one article: the relations that its patterns propose,
and the event that it tells of.

The same functions judge here as in a build. Nothing is put together with other claims or other
articles.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.graph.events import EventMention, event_mentions
from kg.graph.facts import UNWRITTEN, candidates, judge
from kg.graph.ontology import Condition, LinkedMentions, Ontology
from kg.model import Article, Claim, Fact, Frame, Mention, Reading


@dataclass(frozen=True, slots=True)
class Proposal:
    """A relation that a claim may express: its property as a curie, and the pattern that the claim
    matches.

    `pattern` is empty for a claim whose construction itself says the relation. `value` has the
    words of an object that is no mention. `reason` says why it is no fact, empty if it is one;
    `is_refusal` whether a build writes that as a refusal.
    """

    property: str
    pattern: str
    subject: Mention
    object: Mention | None
    value: str
    reason: str = ""
    is_refusal: bool = False


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A pattern for the word of a claim that the claim does not match, and the first thing that it
    lacks, in words."""

    property: str
    pattern: str
    lacks: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of one claim. `event` are the classes of the event that it tells of, empty if it
    makes none."""

    proposals: tuple[Proposal, ...]
    unmatched: tuple[Unmatched, ...]
    event: tuple[str, ...] = ()


def outcomes(reading: Reading, world: LinkedMentions, ontology: Ontology) -> tuple[Outcome, ...]:
    """Return the outcome of each claim of an article, in their order; the mentions have the types
    of their entities."""
    told = event_mentions(reading, world, ontology)
    return tuple(
        Outcome(
            tuple(dict.fromkeys(_proposals(claim, reading.article, world, ontology))),
            tuple(dict.fromkeys(_unmatched(claim, ontology))),
            _event(claim, told),
        )
        for claim in reading.claims
    )


def _proposals(claim: Claim, article: Article, world: LinkedMentions, ontology: Ontology) -> Iterator[Proposal]:
    """Yield what the patterns of a claim propose, once each; a pair of things is refused once, and
    only if it has no fact."""
    judged = [(each, judge(each, world, ontology)) for each in candidates(claim, article, ontology)]
    settled = {(each.subject, each.value) for each, outcome in judged if isinstance(outcome, Fact)}
    for each, outcome in judged:
        reason = outcome if isinstance(outcome, str) else ""
        refused = bool(reason) and reason not in UNWRITTEN and (each.subject, each.value) not in settled
        if refused:
            settled.add((each.subject, each.value))
        value = "" if each.value is not None else claim.value or claim.phrase
        yield Proposal(each.relation.curie, each.pattern, each.subject, each.value, value, reason, is_refusal=refused)


def _unmatched(claim: Claim, ontology: Ontology) -> Iterator[Unmatched]:
    if claim.frame is Frame.RELATION:
        return
    for curie, pattern in ontology.patterns(claim.frame, claim.predicate):
        unmet = pattern.unmet(claim)
        if unmet is not None:
            yield Unmatched(curie, pattern.text, _lacking(unmet))


def _lacking(unmet: str | Condition) -> str:
    """Return in words what a claim lacks: the filler of a role, or one that is of a class or has a
    noun."""
    if isinstance(unmet, str):
        return f"nothing known fills the role “{unmet}”"
    wanted = sorted(unmet.classes) or sorted(unmet.nouns)
    more = f" or {len(wanted) - 1} others" if len(wanted) > 1 else ""
    return f"nothing in the role “{unmet.role}” is {wanted[0]}{more}"


def _event(claim: Claim, told: Sequence[EventMention]) -> tuple[str, ...]:
    """Return the classes of the event that a claim tells of."""
    same = (each.classes for each in told if each.trigger == claim.trigger and each.rule == claim.rule)
    return next(same, ())
