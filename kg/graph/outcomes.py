"""The outcome of each claim of one article: relations that patterns propose, and its event.

The same functions judge here as in a build. Nothing is put together with other claims or other
articles.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeVar

from kg.graph.events import EventMention, event_mentions, events, reason_of_refusal
from kg.graph.facts import UNWRITTEN, Candidate, candidates, judge
from kg.graph.ontology import Condition, LinkedMentions, Ontology
from kg.model import Article, Claim, Fact, Frame, Mention, Reading

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A relation that a claim may express: its property as a curie, and the matching pattern.

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
    """A pattern for the word of a claim that it does not match, and what it lacks, in words."""

    property: str
    pattern: str
    lacks: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of one claim.

    `event` are the classes of the event that it tells of, empty if it makes none; `refusal` says
    why that is not worth a node, empty if it is.
    """

    proposals: tuple[Proposal, ...]
    unmatched: tuple[Unmatched, ...]
    event: tuple[str, ...] = ()
    refusal: str = ""


def outcomes(reading: Reading, linked: LinkedMentions, ontology: Ontology) -> tuple[Outcome, ...]:
    """Return the outcome of each claim of an article, in their order.

    The mentions have the types of their entities.
    """
    mentions = event_mentions(reading, linked, ontology)
    happened, _ = events(mentions, ontology)
    kept = set(chain.from_iterable(event.triggers for event in happened))
    found = []
    for claim in reading.claims:
        proposals = _proposals(claim, reading.article, linked, ontology)
        unmatched = _unmatched(claim, ontology)
        outcome = Outcome(_different(proposals), _different(unmatched))
        mention = _event(claim, mentions)
        if mention is not None:
            is_kept = mention.trigger in kept
            refusal = "" if is_kept else reason_of_refusal(mention)
            outcome = replace(outcome, event=mention.classes, refusal=refusal)
        found.append(outcome)
    return tuple(found)


def _different(found: Iterable[T]) -> tuple[T, ...]:
    """Return what is found, each once."""
    return tuple(dict.fromkeys(found))


def _proposals(
    claim: Claim, article: Article, linked: LinkedMentions, ontology: Ontology
) -> Iterator[Proposal]:
    """Yield the relations that the patterns of a claim propose, once each.

    A pair of mentions is refused once, and only if it has no fact.
    """
    judged = [
        (candidate, judge(candidate, linked, ontology))
        for candidate in candidates(claim, article, ontology)
    ]
    settled = set()
    for candidate, verdict in judged:
        if isinstance(verdict, Fact):
            settled.add(_pair(candidate))
    for candidate, verdict in judged:
        pair = _pair(candidate)
        reason = verdict if isinstance(verdict, str) else ""
        is_written = reason not in {"", *UNWRITTEN}
        is_refused = is_written and pair not in settled
        if is_refused:
            settled.add(pair)
        yield Proposal(
            candidate.relation.curie,
            candidate.pattern,
            candidate.subject,
            candidate.value,
            _literal_words(candidate),
            reason,
            is_refusal=is_refused,
        )


def _pair(candidate: Candidate) -> tuple[Mention, Mention | None]:
    return candidate.subject, candidate.value


def _literal_words(candidate: Candidate) -> str:
    """Return the words of an object that is no mention, empty if it is one."""
    if candidate.value is not None:
        return ""
    claim = candidate.claim
    return candidate.words or claim.value or claim.phrase


def _unmatched(claim: Claim, ontology: Ontology) -> Iterator[Unmatched]:
    """Yield the patterns for the word of a claim that it does not match."""
    if claim.frame is Frame.RELATION:
        return
    for curie, pattern in ontology.patterns(claim.frame, claim.predicate):
        unmet = pattern.unmet(claim)
        if unmet is not None:
            yield Unmatched(curie, pattern.text, _lacking(unmet))


def _lacking(unmet: str | Condition) -> str:
    """Return in words what a claim lacks.

    That is the filler of a role, or one that is of a class or has a noun.
    """
    if isinstance(unmet, str):
        return f"nothing known fills the role “{unmet}”"
    first, *others = sorted(unmet.classes or unmet.nouns)
    more = f" or {len(others)} others" if others else ""
    return f"nothing in the role “{unmet.role}” is {first}{more}"


def _event(claim: Claim, mentions: Sequence[EventMention]) -> EventMention | None:
    """Return the event that a claim tells of; None if it makes none."""
    for mention in mentions:
        if mention.trigger == claim.trigger and mention.rule == claim.rule:
            return mention
    return None
