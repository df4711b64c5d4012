"""Claims become facts: their words are looked up in the ontology, their mentions among entities.

Domain and range decide. A candidate that does not fit is refused with its reason; a claim of which
no pattern fits gives one refusal for each pair of mentions that it ties, never a triple.
"""

from kg.graph.facts.candidate import Candidate, Pair, candidates
from kg.graph.facts.judging import UNWRITTEN, judge
from kg.graph.ontology import LinkedMentions, Ontology, plain_name
from kg.model import Article, Claim, Fact, Reading, Refusal


def facts(
    reading: Reading, linked: LinkedMentions, ontology: Ontology
) -> tuple[list[Fact], list[Refusal]]:
    """Return the facts and refusals of the claims of one article, each as often as it is said."""
    stated: list[Fact] = []
    refused: list[Refusal] = []
    for claim in reading.claims:
        good, bad = _of_claim(claim, reading.article, linked, ontology)
        stated += good
        refused += bad
    return stated, refused


def _of_claim(
    claim: Claim, article: Article, linked: LinkedMentions, ontology: Ontology
) -> tuple[list[Fact], list[Refusal]]:
    """Return the facts of one claim, and refusals of pairs that no pattern of it could use."""
    good: list[Fact] = []
    bad: dict[Pair, Refusal] = {}
    used: set[Pair] = set()
    for candidate in candidates(claim, article, ontology):
        pair = (candidate.subject, candidate.value)
        verdict = judge(candidate, linked, ontology)
        if isinstance(verdict, Fact):
            good.append(verdict)
            used.add(pair)
        elif verdict not in UNWRITTEN:
            bad.setdefault(pair, _refusal(candidate, verdict, linked))
    return good, [bad[pair] for pair in bad if pair not in used]


def _refusal(candidate: Candidate, reason: str, linked: LinkedMentions) -> Refusal:
    """Return the record of a candidate that did not become a fact."""
    claim, subject, value = candidate.claim, candidate.subject, candidate.value
    first = plain_name(subject, linked.of(subject))
    last = claim.phrase
    if value is not None:
        last = plain_name(value, linked.of(value))
    words = f"{first} – {candidate.relation.label} – {last}"
    return Refusal(claim.evidence, words, claim.rule, reason)
