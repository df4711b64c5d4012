"""Confidence in a fact: the probability that a careful reader would call it right as it stands.

The rules that read a fact, what they read, and whom it ties are signs, and so are the number of
articles that say it and the probability that the learned reader gave. Each has a weight in
`data/facts.tsv`. Of a rule that the table does not know, as of a user's own, the share that
calibration gives it speaks alone (`kg.graph.ontology.calibration`).
"""

from collections.abc import (
    Container,
    Iterable,
    Iterator,
    Mapping,
)
from dataclasses import replace
from functools import cache

from kg.choices import Demand
from kg.graph.confidence.idle import DOUBTFUL, without_idle
from kg.graph.facts import words_of_fact
from kg.graph.ontology import Ontology
from kg.graph.vote import Vote
from kg.model import (
    Entity,
    Fact,
    Graph,
    Literal,
    Refusal,
)
from kg.vocabulary import is_inferred

VOTE = Vote("kg.graph.confidence", "facts.tsv")
OF_GROUPS = frozenset({"schema:memberOf", "kg:size"})  # "two of the five men": rules count well
JOB_TITLE = "schema:jobTitle"
MANY = 3  # a higher count makes no difference
SEVERAL = 2  # articles whose word is believed
HIGHEST = 0.99  # nothing that is read is certain
# Shares of a rule's facts that are right, and probabilities of the learned reader, that are signs
# if they are reached.
STEPS = (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97)

Entities = Mapping[str, Entity]  # by their ids


def sure_facts(facts: Iterable[Fact], entities: Iterable[Entity]) -> tuple[Fact, ...]:
    """Return facts as sure as their signs say; what a gazetteer says stays certain."""
    by_id = {entity.id: entity for entity in entities}
    judged: list[Fact] = []
    for fact in facts:
        if is_judged(fact):
            chance = VOTE.chance(signs_of(fact, by_id))
            fact = replace(fact, confidence=min(chance, HIGHEST))
        judged.append(fact)
    return tuple(judged)


def is_judged(fact: Fact) -> bool:
    """Return whether the table knows a rule of a fact, and no gazetteer says it."""
    return not fact.gazetteer and not _known_rules().isdisjoint(fact.rules)


@cache
def _known_rules() -> frozenset[str]:
    """Return the rules that the table knows, alone or with a relation."""
    known: set[str] = set()
    for sign in VOTE.weights:
        mark, _, rest = sign.partition(":")
        if mark == "rule":
            rule, _, _ = rest.partition(" ")
            known.add(rule)
    return frozenset(known)


def signs_of(fact: Fact, entities: Entities) -> tuple[str, ...]:
    """Return the signs by which a fact is judged, sorted.

    Its confidence must be that of calibration.
    """
    signs = {f"relation:{fact.predicate}", f"told {fact.factuality}"}
    signs.update(_of_rules(fact))
    signs.update(_of_ends(fact, entities))
    signs.update(_of_support(fact))
    return tuple(sorted(signs))


def _of_rules(fact: Fact) -> Iterator[str]:
    """Yield which rules read it, and what they read."""
    for rule in fact.rules:
        yield f"rule:{rule}"
        yield f"rule:{rule} {fact.predicate}"
    yield f"rules:{min(len(fact.rules), MANY)}"
    for step in STEPS:
        if fact.confidence >= step:
            yield f"share {step}"
        if fact.probability >= step:
            yield f"reader {step}"


def _of_ends(fact: Fact, entities: Entities) -> Iterator[str]:
    """Yield the kinds of its ends, whether they have names, and how much is told of the subject."""
    subject = _kind(fact.subject, entities)
    yield f"subject {subject}"
    yield f"{fact.predicate} of {subject}"
    value = "literal"
    if isinstance(fact.object, str):
        value = _kind(fact.object, entities)
    else:
        yield from _of_words(fact.object.text, fact.predicate)
    yield f"object {value}"
    yield f"{fact.predicate} to {value}"
    about = entities.get(fact.subject)
    if about is not None:
        yield f"{fact.predicate} mentions:{min(len(about.mentions), MANY + 1)}"
        yield from _of_name(fact, about)


def _of_words(text: str, predicate: str) -> Iterator[str]:
    """Yield how many words a literal has, and the noun of a title."""
    words = text.lower().split()
    yield f"{predicate} words:{min(len(words), MANY)}"
    if predicate == JOB_TITLE:
        yield f"title {words[-1]}"


def _of_name(fact: Fact, about: Entity) -> Iterator[str]:
    """Yield whether a literal only repeats the name of its thing, and what a described one is like.

    That "a driver" is a driver is worth telling only of somebody who matters.
    """
    if isinstance(fact.object, Literal):
        name, said = about.name.lower(), fact.object.text.lower()
        if name == said:
            yield f"{fact.predicate} is the name"
        if f" {name}".endswith(f" {said}"):
            yield f"{fact.predicate} is in the name"
    if about.described:
        yield from (f"thing {sign}" for sign in about.signs)


def _kind(name: str, entities: Entities) -> str:
    """Return the kind of an entity and whether it has a name: "person named"."""
    kind, *_ = name.split("/")
    entity = entities.get(name)
    known = "described" if entity is not None and entity.described else "named"
    return f"{kind} {known}"


def _of_support(fact: Fact) -> Iterator[str]:
    """Yield by how much it is said, by whom, and of which time."""
    yield f"articles:{min(fact.articles, MANY)}"
    yield f"passages:{min(len(fact.evidence), MANY)}"
    if fact.past:
        yield f"past {fact.predicate}"
    if fact.speakers:
        yield "somebody says so"
    if fact.role:
        yield "has a role"
    if fact.start or fact.end or fact.as_of:
        yield "has a time"


# --------------------------------------------------------------------------------------- doubts


def without_doubtful_facts(
    graph: Graph, ontology: Ontology, demand: Demand = Demand.USUAL
) -> Graph:
    """Return a graph without the facts that are more likely wrong than its readers forgive.

    A job title, or any fact about a thing without a name, whose confidence is below the floor of
    the table of facts for this demand is a refusal, with its confidence. What several articles tell
    stays, and so does what the table does not know. What ties two names has a floor only for those
    who want precise facts, and so has what follows from others: other texts than news, from which
    the table is learnt, tell it in ways that news hardly uses. A thing without a name that only
    such facts needed goes with them.
    """
    floor = VOTE.floor_for(demand)
    nameless = {entity.id for entity in graph.entities if entity.described}
    judged = [fact for fact in graph.facts if _has_floor(fact, nameless, demand)]
    doubtful = {fact for fact in judged if fact.confidence < floor and fact.articles < SEVERAL}
    if not doubtful:
        return graph
    refusals = {*graph.refusals, *_refusals(doubtful, floor, graph, ontology)}
    left = replace(
        graph,
        facts=tuple(fact for fact in graph.facts if fact not in doubtful),
        refusals=tuple(sorted(refusals)),
    )
    return without_idle(left, {fact.subject for fact in doubtful})


def _has_floor(fact: Fact, nameless: Container[str], demand: Demand) -> bool:
    """Return whether a fact has to be sure; `nameless` are the ids of things without a name."""
    if demand is Demand.PRECISE:
        return is_demanding(fact)
    is_of_nameless = fact.subject in nameless or fact.object in nameless
    has_floor = is_of_nameless and fact.predicate not in OF_GROUPS
    return (fact.predicate == JOB_TITLE or has_floor) and is_judged(fact)


def is_demanding(fact: Fact) -> bool:
    """Return whether a fact has to be sure for those who want precise ones: all that is judged or
    follows from others, unless somebody decided that it is right.
    """
    follows = any(map(is_inferred, fact.rules))
    return (follows or is_judged(fact)) and not fact.decisions


def _refusals(
    facts: Iterable[Fact], floor: float, graph: Graph, ontology: Ontology
) -> Iterator[Refusal]:
    """Yield a refusal for each passage that says a doubtful fact."""
    entities = {entity.id: entity for entity in graph.entities}
    for fact in facts:
        words = words_of_fact(fact, entities, ontology)
        reason = f"{DOUBTFUL}: {fact.confidence:.2f}, {floor:.2f} is asked"
        rule = min(fact.rules)
        yield from (Refusal(passage, words, rule, reason) for passage in fact.evidence)
