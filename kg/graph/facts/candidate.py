"""Candidates: the relations that patterns of the ontology propose for a claim, not yet judged."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.graph.ontology import Ontology, Pattern, Property
from kg.model import Article, Claim, Frame, Mention

Pair = tuple[Mention, Mention | None]


@dataclass(frozen=True)
class Candidate:
    """A would-be fact: its property, and the mentions at both ends.

    `value` is None for the claim's own words; `pattern` is as the ontology writes it.
    """

    claim: Claim
    article: Article
    relation: Property
    subject: Mention
    value: Mention | None
    past: bool = False
    pattern: str = ""


def candidates(claim: Claim, article: Article, ontology: Ontology) -> Iterator[Candidate]:
    """Yield every pair of fillers that a pattern of the claim's words ties."""
    if claim.frame is Frame.RELATION:
        relation = ontology.properties[claim.predicate]
        for subject, value in _pairs(claim, "subject", "object"):
            yield Candidate(claim, article, relation, subject, value)
        return
    for curie, pattern in ontology.patterns(claim.frame, claim.predicate):
        if pattern.matches(claim):
            yield from _of_pattern(claim, article, ontology.properties[curie], pattern)


def _of_pattern(
    claim: Claim, article: Article, relation: Property, pattern: Pattern
) -> Iterator[Candidate]:
    """Yield the candidates of one pattern."""
    for subject, value in _pairs(claim, pattern.subject, pattern.object):
        yield Candidate(claim, article, relation, subject, value, pattern.past, pattern.text)


def _pairs(claim: Claim, subject: str, value: str) -> Iterator[Pair]:
    """Yield the fillers of two roles in pairs; None for a value that no mention fills."""
    values: tuple[Mention | None, ...] = claim.fillers(value) or (None,)
    for filler in claim.fillers(subject):
        yield from ((filler, other) for other in values)
