"""Facts that follow from others by their property alone: "leads" entails "works for".

Each triple between entities needs its evidence, and many stand in the graph only because a property
has a superproperty, an inverse or a mirror image. A triple that a fact states with the ends swapped
needs no fact of its own; any other gets one here, with the evidence, the factuality and the
confidence of the facts that entail it. Its rule is `inferred:` and the property of these facts. No
article says it in so many words, so it counts none.
"""

from collections.abc import Iterator, Sequence

from kg.model import Fact, Factuality, Literal, Passage
from kg.rdf.entailment import Entailment, Vocabulary

INFERRED = "inferred:"  # begins the rule of what follows from other facts

Facts = Sequence[Fact]
Stated = tuple[str, str, str | Literal]  # subject, predicate, object
PremisesOf = dict[Stated, list[Fact]]


def with_inferred(facts: Facts, vocabulary: Vocabulary) -> tuple[Fact, ...]:
    """Return the facts, then one for each entailed triple that none of them says, in either
    direction.

    The new ones are sorted by the facts that entail them, whatever the order of the facts. Only
    facts that stand and are not past entail anything.
    """
    entailment = Entailment(vocabulary)
    standing = [fact for fact in facts if fact.factuality.stands and not fact.past]
    standing.sort(key=_order)
    premises_of = _premises(standing, entailment)
    conclusions = [_conclusion(triple, premises) for triple, premises in premises_of.items()]
    return (*facts, *conclusions)


def _premises(facts: Facts, entailment: Entailment) -> PremisesOf:
    """Return the facts that entail each triple that none of them says, in either direction."""
    stated = {(fact.subject, fact.predicate, fact.object) for fact in facts}
    premises_of: PremisesOf = {}
    for fact in facts:
        for triple in _entailed_by(fact, entailment):
            forms = _forms(triple, entailment)
            if not stated.isdisjoint(forms):
                continue
            known = (form for form in forms if form in premises_of)
            home = next(known, triple)
            premises_of.setdefault(home, []).append(fact)
    return premises_of


def _order(fact: Fact) -> tuple[str, ...]:
    """Return the sorting key of a fact: its content."""
    value = fact.object
    end = Literal(value) if isinstance(value, str) else value
    return fact.subject, fact.predicate, end.text, end.datatype, fact.role, fact.start


def _entailed_by(fact: Fact, entailment: Entailment) -> Iterator[Stated]:
    """Yield the other triples that a fact entails, those with the same direction first.

    A literal is never a subject.
    """
    subject, value = fact.subject, fact.object
    entailed = entailment.entailed(fact.predicate)
    swapped = []
    for curie, is_swapped in entailed:
        if is_swapped:
            swapped.append(curie)
        else:
            yield subject, curie, value
    if isinstance(value, str):
        for curie in swapped:
            yield value, curie, subject


def _forms(triple: Stated, entailment: Entailment) -> list[Stated]:
    """Return the triple itself, then the same with the ends swapped."""
    subject, predicate, value = triple
    forms = [triple]
    if isinstance(value, str):
        opposites = entailment.opposites(predicate)
        forms += [(value, curie, subject) for curie in opposites]
    return forms


def _conclusion(triple: Stated, facts: Facts) -> Fact:
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
    subject, predicate, value = triple
    return Fact(
        subject,
        predicate,
        value,
        rules=tuple(sorted(rules)),
        evidence=tuple(sorted(evidence)),
        factuality=_surest(premises),
        confidence=max(fact.confidence for fact in premises),
        speakers=tuple(sorted(speakers)),
        role=_first(premises, "role"),
        start=_first(premises, "start"),
        end=_first(premises, "end"),
        as_of=max(fact.as_of for fact in premises),
        gazetteer=_first(premises, "gazetteer"),
    )


def _surest(facts: Facts) -> Factuality:
    """Return that a fact is asserted if one of some is, otherwise the factuality of the first."""
    given = [fact.factuality for fact in facts]
    return Factuality.ASSERTED if Factuality.ASSERTED in given else given[0]


def _first(facts: Facts, field: str) -> str:
    """Return the first text of a field that is not empty, or empty."""
    for fact in facts:
        text: str = getattr(fact, field)
        if text:
            return text
    return ""
