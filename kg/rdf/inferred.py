"""Facts that follow from others by their property alone: "leads" entails "works for".

Each triple between entities needs its evidence, and many stand in the graph only because a property
has a superproperty, an inverse or a mirror image. A triple that a fact states with the ends swapped
needs no fact of its own; any other gets one here, with the evidence, the factuality and the
confidence of the facts that entail it. Its rule is `inferred:` and the property of these facts. No
article says it in so many words, so it counts none.
"""

from collections.abc import Iterable, Iterator, Sequence

from kg.model import Fact, Factuality, Literal, Passage
from kg.rdf.entailment import Entailment, Vocabulary

INFERRED = "inferred:"  # begins the rule of what follows from other facts

Stated = tuple[str, str, str | Literal]  # subject, predicate, object


def with_inferred(facts: Sequence[Fact], vocabulary: Vocabulary) -> tuple[Fact, ...]:
    """Return the facts, then one for each entailed triple that none of them says, in either
    direction.

    The new ones are sorted by the facts that entail them, whatever the order of the facts. Only
    facts that stand and are not past entail anything.
    """
    entailment = Entailment(vocabulary)
    standing = [fact for fact in facts if fact.factuality.stands and not fact.past]
    standing.sort(key=_order)
    stated = {(fact.subject, fact.predicate, fact.object) for fact in standing}
    premises_of: dict[Stated, list[Fact]] = {}
    for fact in standing:
        for triple in _entailed_by(fact, entailment):
            forms = _forms(triple, entailment)
            if not stated.isdisjoint(forms):
                continue
            known = (form for form in forms if form in premises_of)
            home = next(known, triple)
            premises_of.setdefault(home, []).append(fact)
    conclusions = map(_conclusion, premises_of.keys(), premises_of.values())
    return (*facts, *conclusions)


def _order(fact: Fact) -> tuple[str, str, str, str, str, str]:
    value = fact.object
    end = (value.text, value.datatype) if isinstance(value, Literal) else (value, "")
    return fact.subject, fact.predicate, *end, fact.role, fact.start


def _entailed_by(fact: Fact, entailment: Entailment) -> Iterator[Stated]:
    """Yield the other triples that a fact entails, those with the same direction first.

    A literal is never a subject.
    """
    entailed = entailment.entailed(fact.predicate)
    for curie, is_swapped in sorted(entailed, key=lambda pair: pair[1]):
        if not is_swapped:
            yield fact.subject, curie, fact.object
        elif isinstance(fact.object, str):
            yield fact.object, curie, fact.subject


def _forms(triple: Stated, entailment: Entailment) -> tuple[Stated, ...]:
    """Return the triple itself, then the same with the ends swapped."""
    subject, predicate, value = triple
    if isinstance(value, Literal):
        return (triple,)
    swapped = ((value, curie, subject) for curie in entailment.opposites(predicate))
    return triple, *swapped


def _conclusion(triple: Stated, facts: Iterable[Fact]) -> Fact:
    """Return the fact that follows from some others.

    It is as sure as the surest of them, and asserted if one of them is.
    """
    premises = list(dict.fromkeys(facts))
    rules: set[str] = set()
    evidence: set[Passage] = set()
    speakers: set[str] = set()
    for fact in premises:
        rules.add(INFERRED + fact.predicate)
        evidence.update(fact.evidence)
        speakers.update(fact.speakers)
    return Fact(
        *triple,
        rules=tuple(sorted(rules)),
        evidence=tuple(sorted(evidence)),
        factuality=_surest(fact.factuality for fact in premises),
        confidence=max(fact.confidence for fact in premises),
        speakers=tuple(sorted(speakers)),
        role=_first(fact.role for fact in premises),
        start=_first(fact.start for fact in premises),
        end=_first(fact.end for fact in premises),
        as_of=max(fact.as_of for fact in premises),
        gazetteer=_first(fact.gazetteer for fact in premises),
    )


def _surest(factualities: Iterable[Factuality]) -> Factuality:
    """Return that a fact is asserted if one of some is, otherwise the first of them."""
    given = list(factualities)
    return Factuality.ASSERTED if Factuality.ASSERTED in given else given[0]


def _first(texts: Iterable[str]) -> str:
    """Return the first text that is not empty, or empty."""
    return next(filter(None, texts), "")
