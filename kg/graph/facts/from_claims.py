"""Claims become facts: their words are looked up in the ontology, their mentions among entities.

Domain and range decide. A candidate that does not fit is refused with its reason; a claim of which
no pattern fits gives one refusal for each pair of mentions that it ties, never a triple.
"""

from collections.abc import Iterable

from kg.graph.facts.candidate import Candidate, Pair, candidates
from kg.graph.facts.judging import UNWRITTEN, judge
from kg.graph.ontology import LinkedMentions, Ontology, plain_name
from kg.model import Fact, Mention, Reading, Refusal

FactsAndRefusals = tuple[list[Fact], list[Refusal]]


def facts(reading: Reading, linked: LinkedMentions, ontology: Ontology) -> FactsAndRefusals:
    """Return the facts and refusals of the claims of one article, each as often as it is said."""
    article = reading.article
    stated: list[Fact] = []
    refused: list[Refusal] = []
    for claim in reading.claims:
        proposed = candidates(claim, article, ontology)
        good, bad = _judged(proposed, linked, ontology)
        stated += good
        refused += bad
    return stated, refused


def _judged(
    proposed: Iterable[Candidate], linked: LinkedMentions, ontology: Ontology
) -> FactsAndRefusals:
    """Return the facts of one claim, and refusals of pairs that no pattern of it could use."""
    good: list[Fact] = []
    bad: dict[Pair, Refusal] = {}
    used: set[Pair] = set()
    for candidate in proposed:
        pair = candidate.pair
        verdict = judge(candidate, linked, ontology)
        if isinstance(verdict, Fact):
            good.append(verdict)
            used.add(pair)
        elif verdict not in UNWRITTEN and pair not in bad:
            bad[pair] = _refusal(candidate, verdict, linked)
    for pair in used & bad.keys():
        del bad[pair]
    return good, list(bad.values())


def _refusal(candidate: Candidate, reason: str, linked: LinkedMentions) -> Refusal:
    """Return the record of a candidate that did not become a fact."""
    claim = candidate.claim
    first = _name(candidate.subject, linked)
    last = candidate.words or claim.phrase
    if candidate.value is not None:
        last = _name(candidate.value, linked)
    relation = candidate.relation.label
    words = f"{first} – {relation} – {last}"
    return Refusal(claim.evidence, words, claim.rule, reason)


def _name(mention: Mention, linked: LinkedMentions) -> str:
    entity = linked.of(mention)
    return plain_name(mention, entity)
