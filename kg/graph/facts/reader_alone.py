"""Facts that only the learned reader saw, and whether they are believed.

A rule knows the construction that says a fact; the reader alone often ties two names that merely
stand in one sentence. `data/reader_alone.tsv` says of which relations it was too often wrong on
annotated news, and from which probability on it is believed there all the same: a floor of 1 means
never. A relation without a row was right often enough, or stood alone too rarely to tell. The table
is learnt by `training/reader_trust.py`, by readers that had not learnt from the articles.

Nor does the reader know whom a verb denies or plans something of: "Ann Bolt will succeed Bo Coil as
head of Acme" plans nothing for him. So what does not stand needs a rule.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from kg.graph.ontology import LEARNED, Ontology
from kg.model import (
    Entity,
    Fact,
    Refusal,
)
from kg.tables import table

REASON = "the learned reader alone: of this relation, it is right in {} %"
NOT_STANDING = "the learned reader alone: what is denied or planned needs a rule"


@dataclass(frozen=True, slots=True)
class Trust:
    """A measure of how far a rule of the reader is believed alone.

    `floor` is the probability from which it is, and `share` how many of a hundred were right.
    """

    floor: float
    share: int


FULL = Trust(floor=0.0, share=100)


def without_doubtful(
    facts: Iterable[Fact], entities: Mapping[str, Entity], ontology: Ontology
) -> tuple[list[Fact], list[Refusal]]:
    """Return the facts that are believed, in their order, and refusals of the others.

    `entities` are those of the facts by id, for the words of the refusals.
    """
    believed: list[Fact] = []
    refused: list[Refusal] = []
    for fact in facts:
        doubt = _doubt(fact)
        if doubt:
            words = words_of_fact(fact, entities, ontology)
            rule = min(fact.rules)
            refused += [Refusal(passage, words, rule, doubt) for passage in fact.evidence]
        else:
            believed.append(fact)
    return believed, refused


def _doubt(fact: Fact) -> str:
    """Return why a fact is not believed, empty if it is."""
    is_alone = all(rule.startswith(LEARNED) for rule in fact.rules)
    if is_alone and not fact.factuality.stands:
        return NOT_STANDING
    trust = _trust_in(fact)
    return "" if fact.probability >= trust.floor else REASON.format(trust.share)


def _trust_in(fact: Fact) -> Trust:
    """Return how far a fact is believed: as far as the rule of it that is believed most."""
    trusts = [_trust_in_rule(rule) for rule in fact.rules]
    return min(trusts, key=_floor, default=FULL)


def _floor(trust: Trust) -> float:
    return trust.floor


def _trust_in_rule(rule: str) -> Trust:
    if not rule.startswith(LEARNED):
        return FULL
    return trust_of_rule().get(rule, FULL)


@cache
def trust_of_rule() -> Mapping[str, Trust]:
    """Return how far each rule of the reader's is believed that is not believed in full."""
    trusts: dict[str, Trust] = {}
    for rule, right, alone, floor in table("kg.graph.facts", "data/reader_alone.tsv"):
        share = round(100 * int(right) / int(alone))
        trusts[rule] = Trust(float(floor), share)
    return trusts


def words_of_fact(fact: Fact, entities: Mapping[str, Entity], ontology: Ontology) -> str:
    """Return the words of a refusal: both ends and what is said to tie them.

    `entities` are those of the fact by id.
    """
    value = fact.object
    relation = ontology.properties[fact.predicate].label
    last = _name(value, entities) if isinstance(value, str) else value.text
    return f"{_name(fact.subject, entities)} – {relation} – {last}"


def _name(identifier: str, entities: Mapping[str, Entity]) -> str:
    entity = entities.get(identifier)
    return entity.name if entity is not None else identifier
