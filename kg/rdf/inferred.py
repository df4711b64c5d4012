"""Facts that follow from others by their property alone: "leads" entails "works for".

Each triple between entities needs its evidence, and many stand in the graph only because a property
has a superproperty, an inverse or a mirror image. A triple that a fact states with the ends swapped
needs no fact of its own; any other gets one here, with the evidence, the factuality and the
confidence of the facts that entail it. Its rule is `inferred:` and the property of these facts. No
article says it in so many words, so it counts none.
"""

from collections.abc import Iterator, Sequence

from kg.model import Fact, Factuality, Literal
from kg.rdf.entailment import Entailment, Vocabulary

INFERRED = "inferred:"  # begins the rule of what follows from other facts

Said = tuple[str, str, str | Literal]  # subject, predicate, object


def with_inferred(facts: Sequence[Fact], vocabulary: Vocabulary) -> tuple[Fact, ...]:
    """Return the facts, then one for each entailed triple that none of them says, in either
    direction.

    The new ones are sorted by the facts that entail them, whatever the order of the facts. Only
    facts that stand and are not past entail anything.
    """
    entailment = Entailment(vocabulary)
    standing = sorted(
        (fact for fact in facts if fact.factuality.stands and not fact.past), key=_order
    )
    said = {(fact.subject, fact.predicate, fact.object) for fact in standing}
    premises: dict[Said, list[Fact]] = {}
    for fact in standing:
        for triple in _implied_by(fact, entailment):
            forms = _forms(triple, entailment)
            if said.isdisjoint(forms):
                home = next((form for form in forms if form in premises), triple)
                premises.setdefault(home, []).append(fact)
    return (*facts, *(_conclusion(triple, found) for triple, found in premises.items()))


def _order(fact: Fact) -> tuple[str, str, str, str, str, str]:
    value = (
        (fact.object.text, fact.object.datatype)
        if isinstance(fact.object, Literal)
        else (fact.object, "")
    )
    return fact.subject, fact.predicate, *value, fact.role, fact.start


def _implied_by(fact: Fact, entailment: Entailment) -> Iterator[Said]:
    """Yield what a fact entails beside itself, triples with the same direction first.

    A literal is never a subject.
    """
    for curie, turned in sorted(
        entailment.readings(fact.predicate), key=lambda reading: reading[1]
    ):
        if not turned:
            yield fact.subject, curie, fact.object
        elif isinstance(fact.object, str):
            yield fact.object, curie, fact.subject


def _forms(triple: Said, entailment: Entailment) -> tuple[Said, ...]:
    """Return the triple itself, then the same with the ends swapped."""
    subject, predicate, value = triple
    if isinstance(value, Literal):
        return (triple,)
    return triple, *((value, curie, subject) for curie in entailment.opposites(predicate))


def _conclusion(triple: Said, found: list[Fact]) -> Fact:
    """Return the fact that follows from some others.

    It is as sure as the surest of them, and asserted if one of them is.
    """
    premises = list(dict.fromkeys(found))
    is_asserted = any(fact.factuality is Factuality.ASSERTED for fact in premises)
    return Fact(
        *triple,
        rules=tuple(sorted({INFERRED + fact.predicate for fact in premises})),
        evidence=tuple(sorted({passage for fact in premises for passage in fact.evidence})),
        factuality=Factuality.ASSERTED if is_asserted else premises[0].factuality,
        confidence=max(fact.confidence for fact in premises),
        speakers=tuple(sorted({speaker for fact in premises for speaker in fact.speakers})),
        role=next((fact.role for fact in premises if fact.role), ""),
        start=next((fact.start for fact in premises if fact.start), ""),
        end=next((fact.end for fact in premises if fact.end), ""),
        as_of=max(fact.as_of for fact in premises),
        gazetteer=next((fact.gazetteer for fact in premises if fact.gazetteer), ""),
    )
