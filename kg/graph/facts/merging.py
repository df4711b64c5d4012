"""Facts that several passages give as one, with all their evidence.

Facts that another one implies, or contradicts, are taken out.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain, groupby

from kg.graph.ontology import LEARNED, Ontology, confidence
from kg.model import Fact, Factuality

INFERRED = "inferred:"  # what the names of the rules of kg.graph.facts.inference begin with

Triple = tuple[str, str, str]
Special = dict[Triple, list[Fact]]  # the facts that imply each triple
Best = dict[tuple[str, str], Fact]  # by subject and property


def put_together(facts: Iterable[Fact], ontology: Ontology) -> tuple[Fact, ...]:
    """Return the facts of all articles, each once with all its evidence; sorted.

    Those that another implies or contradicts are left out.
    """
    return without_rivals(without_implied(merged(facts), ontology), ontology)


def without_implied(facts: Iterable[Fact], ontology: Ontology) -> tuple[Fact, ...]:
    """Return the facts without those that another implies by its property.

    "works for" is implied beside "leads", which gets its evidence.
    """
    facts = list(facts)
    special = _special_facts(facts, ontology)
    found: list[Fact] = []
    for fact in facts:
        implying = _implying(fact, special)
        found += [_with_evidence_of(fact, upper) for upper in implying] or [fact]
    return merged(found)


def _special_facts(facts: Iterable[Fact], ontology: Ontology) -> Special:
    """Return the facts that stand, by each triple that they imply."""
    special: Special = defaultdict(list)
    for fact in facts:
        relation = ontology.properties.get(fact.predicate)
        if relation is None or not _is_link(fact):
            continue
        for parent in relation.parents:
            triple = (fact.subject, parent, str(fact.object))
            special[triple].append(fact)
    return special


def _is_link(fact: Fact) -> bool:
    """Return whether a fact stands, and ties two entities."""
    return isinstance(fact.object, str) and fact.factuality.stands


def _implying(fact: Fact, special: Special) -> list[Fact]:
    """Return the facts that imply this one."""
    if not _is_link(fact):
        return []
    triple = (fact.subject, fact.predicate, str(fact.object))
    known = special.get(triple, [])
    return [upper for upper in known if upper.past == fact.past]


def _with_evidence_of(fact: Fact, upper: Fact) -> Fact:
    """Return a fact as another one gives it that it implies."""
    return replace(
        upper,
        evidence=fact.evidence,
        rules=fact.rules,
        role=upper.role or fact.role,
        probability=fact.probability,
        articles=0,
    )


def without_rivals(facts: Iterable[Fact], ontology: Ontology) -> tuple[Fact, ...]:
    """Return the facts without those that contradict another: a second date of birth.

    Only what the learned reader alone saw is left out. What a rule read wins over it; of several
    that only the reader saw, the surest. The order is kept.
    """
    facts = tuple(facts)
    best: Best = {}
    for fact in facts:
        relation = ontology.properties.get(fact.predicate)
        if relation is None or not relation.functional:
            continue
        if fact.factuality.stands:
            key = (fact.subject, fact.predicate)
            rival = best.get(key, fact)
            best[key] = max(rival, fact, key=_certainty)
    return tuple(fact for fact in facts if not _is_beaten(fact, best))


def _certainty(fact: Fact) -> tuple[bool, float]:
    return not _is_learned(fact), fact.probability


def _is_beaten(fact: Fact, best: Best) -> bool:
    """Return whether only the learned reader found a fact, and a better one contradicts it."""
    if not fact.factuality.stands or not _is_learned(fact):
        return False
    return best.get((fact.subject, fact.predicate), fact) is not fact


def _is_learned(fact: Fact) -> bool:
    """Return whether no rule found the fact, only the learned reader."""
    return all(rule.startswith(LEARNED) for rule in fact.rules)


def _is_inferred(fact: Fact) -> bool:
    """Return whether the fact only follows from others."""
    if not fact.rules:
        return False
    return all(rule.startswith(INFERRED) for rule in fact.rules)


def _key(fact: Fact) -> tuple[str, ...]:
    """Return what makes two facts one: the triple, and its factuality if it does not stand."""
    factuality = "" if fact.factuality.stands else fact.factuality
    value = fact.object
    if isinstance(value, str):
        return fact.subject, fact.predicate, value, "entity", factuality
    return fact.subject, fact.predicate, value.text, value.datatype, factuality


def merged(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the facts of one triple as one, sorted, with all evidence, rules and speakers.

    It is asserted if any article asserts it, and past only if all say so; the first role, start and
    end in the order of the evidence count. Articles from which it only follows make it surer, but
    do not count as saying it.
    """
    ordered = sorted(facts, key=_order)
    groups = groupby(ordered, key=_key)
    return tuple(_one([*same]) for _, same in groups)


def _order(fact: Fact) -> tuple[object, ...]:
    return _key(fact), fact.past, fact.evidence, fact.rules, fact.role


def _one(same: list[Fact]) -> Fact:
    """Return one fact for several of one triple.

    A fact that was put together before, and has no other beside it, stays as it is.
    """
    first = same[0]
    if len(same) == 1 and first.articles:
        return first
    evidence = set(chain.from_iterable(fact.evidence for fact in same))
    rules = set(chain.from_iterable(fact.rules for fact in same))
    speakers = set(chain.from_iterable(fact.speakers for fact in same))
    is_asserted = any(fact.factuality is Factuality.ASSERTED for fact in same)
    saying = [fact for fact in same if not _is_inferred(fact)]
    whole = replace(
        first,
        rules=tuple(sorted(rules)),
        evidence=tuple(sorted(evidence)),
        factuality=Factuality.ASSERTED if is_asserted else first.factuality,
        speakers=tuple(sorted(speakers)),
        articles=len(_articles(saying)),
        role=_first(fact.role for fact in same),
        start=_first(fact.start for fact in same),
        end=_first(fact.end for fact in same),
        as_of=max(fact.as_of for fact in same),
        past=all(fact.past for fact in same),
        probability=max(fact.probability for fact in same),
    )
    return replace(whole, confidence=_confidence(whole))


def _confidence(fact: Fact) -> float:
    """Return how sure a fact is; what the gazetteer says is certain."""
    if fact.gazetteer:
        return 1.0
    articles = _articles([fact])
    return confidence(fact.rules, len(articles), fact.probability)


def _articles(facts: Iterable[Fact]) -> set[str]:
    """Return the articles in which the evidence of some facts stands."""
    passages = chain.from_iterable(fact.evidence for fact in facts)
    return {passage.article for passage in passages}


def _first(texts: Iterable[str]) -> str:
    """Return the first text that is not empty."""
    return next(filter(None, texts), "")
