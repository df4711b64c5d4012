"""Facts that several passages give as one, with all their evidence.

Facts that another one implies, or contradicts, are taken out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from kg.graph.ontology import LEARNED, Ontology, confidence
from kg.model import Fact, Factuality, Literal

INFERRED = "inferred:"  # what the names of the rules of kg.graph.facts.inference begin with

Triple = tuple[str, str, str]


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
    kept: list[Fact] = []
    lent: list[Fact] = []
    for fact in facts:
        implying = _implying(fact, special)
        lent += [_with_evidence_of(fact, upper) for upper in implying]
        if not implying:
            kept.append(fact)
    return merged([*kept, *lent])


def _special_facts(facts: Iterable[Fact], ontology: Ontology) -> dict[Triple, list[Fact]]:
    """Return the facts that stand, by each triple that they imply."""
    special: dict[Triple, list[Fact]] = {}
    for fact in facts:
        relation = ontology.properties.get(fact.predicate)
        if relation is None or not isinstance(fact.object, str) or not fact.factuality.stands:
            continue
        for parent in relation.parents:
            special.setdefault((fact.subject, parent, fact.object), []).append(fact)
    return special


def _implying(fact: Fact, special: dict[Triple, list[Fact]]) -> list[Fact]:
    """Return the facts that imply this one."""
    if not isinstance(fact.object, str) or not fact.factuality.stands:
        return []
    known = special.get((fact.subject, fact.predicate, fact.object), [])
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
    best: dict[tuple[str, str], Fact] = {}
    for fact in facts:
        relation = ontology.properties.get(fact.predicate)
        if relation is not None and relation.functional and fact.factuality.stands:
            key = (fact.subject, fact.predicate)
            best[key] = max(best.get(key, fact), fact, key=_certainty)
    return tuple(fact for fact in facts if not _is_beaten(fact, best))


def _certainty(fact: Fact) -> tuple[bool, float]:
    return not _is_learned(fact), fact.probability


def _is_beaten(fact: Fact, best: dict[tuple[str, str], Fact]) -> bool:
    """Return whether only the learned reader found a fact, and a better one contradicts it."""
    rival = best.get((fact.subject, fact.predicate), fact)
    return rival is not fact and fact.factuality.stands and _is_learned(fact)


def _is_learned(fact: Fact) -> bool:
    """Return whether no rule found the fact, only the learned reader."""
    return all(rule.startswith(LEARNED) for rule in fact.rules)


def _is_inferred(fact: Fact) -> bool:
    """Return whether the fact only follows from others."""
    return bool(fact.rules) and all(rule.startswith(INFERRED) for rule in fact.rules)


def _key(fact: Fact) -> tuple[str, str, str, str, str]:
    """Return what makes two facts one: the triple, and its factuality if it does not stand."""
    factuality = "" if fact.factuality.stands else fact.factuality
    value = fact.object
    if isinstance(value, Literal):
        return fact.subject, fact.predicate, value.text, value.datatype, factuality
    return fact.subject, fact.predicate, value, "entity", factuality


def merged(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the facts of one triple as one, sorted, with all evidence, rules and speakers.

    It is asserted if any article asserts it, and past only if all say so; the first role, start and
    end in the order of the evidence count. Articles from which it only follows make it surer, but
    do not count as saying it.
    """
    ordered = sorted(
        facts, key=lambda fact: (_key(fact), fact.past, fact.evidence, fact.rules, fact.role)
    )
    return tuple(_one([*group]) for _, group in groupby(ordered, key=_key))


def _one(same: list[Fact]) -> Fact:
    """Return one fact for several of one triple.

    A fact that was put together before, and has no other beside it, stays as it is.
    """
    first = same[0]
    if len(same) == 1 and first.articles:
        return first
    evidence = tuple(sorted({passage for fact in same for passage in fact.evidence}))
    rules = tuple(sorted({rule for fact in same for rule in fact.rules}))
    articles = {passage.article for passage in evidence}
    probability = max(fact.probability for fact in same)
    is_asserted = any(fact.factuality is Factuality.ASSERTED for fact in same)
    sure = 1.0 if first.gazetteer else confidence(rules, len(articles), probability)
    return replace(
        first,
        rules=rules,
        evidence=evidence,
        factuality=Factuality.ASSERTED if is_asserted else first.factuality,
        confidence=sure,
        speakers=tuple(sorted({speaker for fact in same for speaker in fact.speakers})),
        articles=len(set(_saying(same))),
        role=_first(fact.role for fact in same),
        start=_first(fact.start for fact in same),
        end=_first(fact.end for fact in same),
        as_of=max(fact.as_of for fact in same),
        past=all(fact.past for fact in same),
        probability=probability,
    )


def _saying(same: Iterable[Fact]) -> Iterator[str]:
    """Yield the articles that say a fact, not only let it follow."""
    for fact in same:
        if not _is_inferred(fact):
            yield from (passage.article for passage in fact.evidence)


def _first(texts: Iterable[str]) -> str:
    """Return the first text that is not empty."""
    return next(filter(None, texts), "")
