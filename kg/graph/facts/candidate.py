"""Candidates: the relations that patterns of the ontology propose for a claim, not yet judged."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from kg.graph.ontology import Ontology, Property
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

    @property
    def pair(self) -> Pair:
        """The mentions at both ends."""
        return self.subject, self.value


def candidates(claim: Claim, article: Article, ontology: Ontology) -> Iterator[Candidate]:
    """Yield every pair of fillers that a pattern of the claim's words ties."""
    word = claim.predicate
    if claim.frame is Frame.RELATION:
        relation = ontology.properties[word]
        for subject, value in _pairs(claim, "subject", "object"):
            yield Candidate(claim, article, relation, subject, value)
        return
    for curie, pattern in ontology.patterns(claim.frame, word):
        if not pattern.matches(claim):
            continue
        relation = ontology.properties[curie]
        past, text = pattern.past, pattern.text
        for subject, value in _pairs(claim, pattern.subject, pattern.object):
            yield Candidate(claim, article, relation, subject, value, past, text)


def _pairs(claim: Claim, subject: str, value: str) -> Iterator[Pair]:
    """Yield the fillers of two roles in pairs; None for a value that no mention fills."""
    subjects = claim.fillers(subject)
    values = claim.fillers(value)
    yield from product(subjects, values or (None,))
