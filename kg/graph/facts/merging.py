"""Facts that are told several times as one, with all their evidence; facts that another one implies, or contradicts."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from kg.graph.ontology import LEARNED, Ontology, confidence
from kg.model import Fact, Factuality, Literal

INFERRED = "inferred:"  # what the names of the rules of kg.graph.facts.inference begin with


def put_together(found: Iterable[Fact], ontology: Ontology) -> tuple[Fact, ...]:
    """The facts of all articles, each once with all its evidence, without what another implies or contradicts; sorted."""
    return without_rivals(without_implied(merged(found), ontology), ontology)


def without_implied(found: Iterable[Fact], ontology: Ontology) -> tuple[Fact, ...]:
    """The facts without those that another implies by its property ("works for" beside "leads"), which gets their evidence."""
    facts = list(found)
    special: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in facts:
        relation = ontology.properties.get(fact.predicate)
        for parent in relation.parents if relation and isinstance(fact.object, str) and fact.factuality.stands else ():
            special.setdefault((fact.subject, parent, str(fact.object)), []).append(fact)
    kept = [fact for fact in facts if not isinstance(fact.object, str) or not _implied(fact, special)]
    lent = [
        replace(
            upper,
            evidence=fact.evidence,
            rules=fact.rules,
            role=upper.role or fact.role,
            probability=fact.probability,
            articles=0,
        )
        for fact in facts
        if isinstance(fact.object, str)
        for upper in _implied(fact, special)
    ]
    return merged([*kept, *lent])


def _implied(fact: Fact, special: dict[tuple[str, str, str], list[Fact]]) -> list[Fact]:
    """The facts that imply this one."""
    found = special.get((fact.subject, fact.predicate, str(fact.object)), [])
    return [upper for upper in found if fact.factuality.stands and upper.past == fact.past]


def without_rivals(found: Iterable[Fact], ontology: Ontology) -> tuple[Fact, ...]:
    """The facts without those that only the learned reader saw and that another contradicts: a second date of birth.

    What a rule read wins over what the reader saw; of several that only the reader saw, the surest. The order is kept.
    """
    facts = tuple(found)
    best: dict[tuple[str, str], Fact] = {}
    for fact in facts:
        relation = ontology.properties.get(fact.predicate)
        if relation is not None and relation.functional and fact.factuality.stands:
            key = (fact.subject, fact.predicate)
            best[key] = max(best.get(key, fact), fact, key=lambda each: (not _is_learned(each), each.probability))
    return tuple(
        fact
        for fact in facts
        if not (_is_learned(fact) and fact.factuality.stands) or best.get((fact.subject, fact.predicate), fact) is fact
    )


def _is_learned(fact: Fact) -> bool:
    """True where no rule found the fact, only the learned reader."""
    return all(rule.startswith(LEARNED) for rule in fact.rules)


def _is_inferred(fact: Fact) -> bool:
    """Return whether the fact only follows from others."""
    return bool(fact.rules) and all(rule.startswith(INFERRED) for rule in fact.rules)


def _key(fact: Fact) -> tuple[str, str, str, str, str]:
    """What makes two facts one: the triple, and whether it stands, is denied, possible or planned."""
    value = fact.object
    text, datatype = (value.text, value.datatype) if isinstance(value, Literal) else (value, "entity")
    return fact.subject, fact.predicate, text, datatype, "" if fact.factuality.stands else fact.factuality


def merged(found: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts of one triple as one, sorted: all evidence, rules and speakers; told as asserted where any article asserts it.

    It is past only where all say so; the first role, start and end in the order of the evidence count. Articles from which it
    only follows make it surer, but do not count as saying it.
    """
    ordered = sorted(found, key=lambda fact: (_key(fact), fact.past, fact.evidence, fact.rules, fact.role))
    return tuple(_one([*group]) for _, group in groupby(ordered, key=_key))


def _one(same: list[Fact]) -> Fact:
    """One fact of several that say the same; a fact that was put together before, and has no other beside it, as it is."""
    if len(same) == 1 and same[0].articles:
        return same[0]
    evidence = tuple(sorted({passage for fact in same for passage in fact.evidence}))
    rules = tuple(sorted({rule for fact in same for rule in fact.rules}))
    articles = len({passage.article for passage in evidence})
    saying = {passage.article for fact in same if not _is_inferred(fact) for passage in fact.evidence}
    probability = max(fact.probability for fact in same)
    asserted = [fact for fact in same if fact.factuality is Factuality.ASSERTED]
    return replace(
        same[0],
        rules=rules,
        evidence=evidence,
        factuality=Factuality.ASSERTED if asserted else same[0].factuality,
        confidence=confidence(rules, articles, probability) if not same[0].gazetteer else 1.0,
        speakers=tuple(sorted({speaker for fact in same for speaker in fact.speakers})),
        articles=len(saying),
        role=next((fact.role for fact in same if fact.role), ""),
        start=next((fact.start for fact in same if fact.start), ""),
        end=next((fact.end for fact in same if fact.end), ""),
        as_of=max(fact.as_of for fact in same),
        past=all(fact.past for fact in same),
        probability=probability,
    )
