"""Candidates: the relations that patterns of the ontology propose for a claim, not yet judged."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from kg.graph.facts.bare_values import bare_values
from kg.graph.ontology import Ontology, Pattern, Property
from kg.model import Article, Claim, Frame, Mention

SUBJECT = "subject"  # the roles of a claim of a relation
OBJECT = "object"

Pair = tuple[Mention, Mention | None]


@dataclass(frozen=True)
class Candidate:
    """A would-be fact: its property, and the mentions at both ends.

    `value` is None for the claim's own words, or for `words` that no mention stands for; `pattern`
    is as the ontology writes it. `like` is the known property that says the same, for which other
    rules hold, too; by default the property itself.
    """

    claim: Claim
    article: Article
    relation: Property
    subject: Mention
    value: Mention | None
    past: bool = False
    pattern: str = ""
    words: str = ""
    like: str = ""

    @property
    def known_as(self) -> str:
        """The property by which the ends are judged."""
        return self.like or self.relation.curie

    @property
    def pair(self) -> Pair:
        """The mentions at both ends."""
        return self.subject, self.value


def candidates(claim: Claim, article: Article, ontology: Ontology) -> Iterator[Candidate]:
    """Yield every pair of fillers that a pattern of the claim's words ties."""
    if claim.frame is Frame.RELATION:
        yield from _of_relation(claim, article, ontology)
        return
    for curie, pattern in ontology.patterns(claim.frame, claim.predicate):
        relation = ontology.properties[curie]
        past, text, like = pattern.past, pattern.text, pattern.like
        if pattern.matches(claim):
            for subject, value in _pairs(claim, pattern.subject, pattern.object):
                yield Candidate(claim, article, relation, subject, value, past, text, "", like)
        for subject, words in _with_words(claim, article, relation, pattern):
            yield Candidate(claim, article, relation, subject, None, past, text, words, like)


def _of_relation(claim: Claim, article: Article, ontology: Ontology) -> Iterator[Candidate]:
    """Yield the pairs of a claim of a relation, for it and for all properties that are like it."""
    known = claim.predicate
    for curie, is_swapped in ((known, False), *ontology.likes.get(known, ())):
        relation = ontology.properties[curie]
        first, last = (OBJECT, SUBJECT) if is_swapped else (SUBJECT, OBJECT)
        like = "" if is_swapped else known
        for subject, value in _pairs(claim, first, last):
            yield Candidate(claim, article, relation, subject, value, like=like)


def _with_words(
    claim: Claim, article: Article, relation: Property, pattern: Pattern
) -> Iterator[tuple[Mention, str]]:
    """Yield the subjects of a claim with words that may be the object without a mention."""
    if not relation.literal and not relation.thing:
        return
    if pattern.unmet(claim, bare=True) is not None:
        return
    for subject in claim.fillers(pattern.subject):
        for words in bare_values(claim, pattern, subject, article):
            yield subject, words


def _pairs(claim: Claim, subject: str, value: str) -> Iterator[Pair]:
    """Yield the fillers of two roles in pairs; None for a value that no mention fills."""
    subjects = claim.fillers(subject)
    values = claim.fillers(value)
    yield from product(subjects, values or (None,))
