"""Facts that several passages give as one, with all their evidence.

Facts that another one implies, or contradicts, are taken out.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from kg.graph.ontology import LEARNED, Ontology, confidence
from kg.model import Fact, Factuality, Passage
from kg.vocabulary import is_inferred

Facts = tuple[Fact, ...]
Triple = tuple[str, str, str]
Special = dict[Triple, list[Fact]]  # the facts that imply each triple
End = tuple[str, str]  # a subject and a property, of which there can be one value
Best = dict[End, Fact]


def put_together(facts: Iterable[Fact], ontology: Ontology) -> Facts:
    """Return the facts of all articles, each once with all its evidence; sorted.

    Those that another implies or contradicts are left out.
    """
    whole = merged(facts)
    special = without_implied(whole, ontology)
    return without_rivals(special, ontology)


# ------------------------------------------------------------------------------------- implied


def without_implied(facts: Iterable[Fact], ontology: Ontology) -> Facts:
    """Return the facts without those that another implies by its property.

    "works for" is implied beside "leads", which gets its evidence.
    """
    facts = list(facts)
    special = _special_facts(facts, ontology)
    found: list[Fact] = []
    for fact in facts:
        implying = _implying(fact, special)
        if implying:
            found += [_with_evidence_of(fact, upper) for upper in implying]
        else:
            found.append(fact)
    return merged(found)


def _special_facts(facts: Iterable[Fact], ontology: Ontology) -> Special:
    """Return the facts that stand, by each triple that they imply."""
    special: Special = defaultdict(list)
    for fact in facts:
        relation = ontology.properties.get(fact.predicate)
        if relation is None or not _is_link(fact):
            continue
        subject, _, value = _triple(fact)
        for parent in relation.parents:
            implied = (subject, parent, value)
            special[implied].append(fact)
    return special


def _triple(fact: Fact) -> Triple:
    value = str(fact.object)
    return fact.subject, fact.predicate, value


def _is_link(fact: Fact) -> bool:
    """Return whether a fact stands, and ties two entities."""
    if not isinstance(fact.object, str):
        return False
    return fact.factuality.stands


def _implying(fact: Fact, special: Special) -> list[Fact]:
    """Return the facts that imply this one."""
    if not _is_link(fact):
        return []
    triple = _triple(fact)
    past = fact.past
    known = special.get(triple, [])
    return [upper for upper in known if upper.past == past]


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


# -------------------------------------------------------------------------------------- rivals


def without_rivals(facts: Iterable[Fact], ontology: Ontology) -> Facts:
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
            end = _end(fact)
            rival = best.get(end, fact)
            best[end] = max(rival, fact, key=_certainty)
    left = [fact for fact in facts if not _is_beaten(fact, best)]
    return tuple(left)


def _end(fact: Fact) -> End:
    return fact.subject, fact.predicate


def _certainty(fact: Fact) -> tuple[bool, float]:
    is_read_by_rule = not _is_learned(fact)
    return is_read_by_rule, fact.probability


def _is_beaten(fact: Fact, best: Best) -> bool:
    """Return whether only the learned reader found a fact, and a better one contradicts it."""
    if not fact.factuality.stands:
        return False
    end = _end(fact)
    winner = best.get(end, fact)
    return winner is not fact and _is_learned(fact)


def _is_learned(fact: Fact) -> bool:
    """Return whether no rule found the fact, only the learned reader."""
    return _all_begin(fact.rules, LEARNED)


def _all_begin(rules: Iterable[str], kind: str) -> bool:
    return all(rule.startswith(kind) for rule in rules)


# -------------------------------------------------------------------------------------- merged


def merged(facts: Iterable[Fact]) -> Facts:
    """Return the facts of one triple as one, sorted, with all evidence, rules and speakers.

    It is asserted if any article asserts it, and past only if all say so; the first role, start and
    end in the order of the evidence count. Articles from which it only follows make it surer, but
    do not count as saying it.
    """
    ordered = sorted(facts, key=_order)
    found: list[Fact] = []
    for _, group in groupby(ordered, key=_key):
        same = list(group)
        found.append(_one(same))
    return tuple(found)


def _order(fact: Fact) -> tuple[object, ...]:
    key = _key(fact)
    return key, fact.past, fact.evidence, fact.rules, fact.role


def _key(fact: Fact) -> tuple[str, ...]:
    """Return what makes two facts one: the triple, and its factuality if it does not stand."""
    factuality = "" if fact.factuality.stands else fact.factuality
    value = fact.object
    ends = (fact.subject, fact.predicate)
    if isinstance(value, str):
        return *ends, value, "entity", factuality
    return *ends, value.text, value.datatype, factuality


def _one(same: Sequence[Fact]) -> Fact:
    """Return one fact for several of one triple.

    A fact that was put together before, and has no other beside it, stays as it is.
    """
    first, *others = same
    if first.articles and not others:
        return first
    evidence: set[Passage] = set()
    rules: set[str] = set()
    speakers: set[str] = set()
    for fact in same:
        evidence.update(fact.evidence)
        rules.update(fact.rules)
        speakers.update(fact.speakers)
    saying = [fact for fact in same if not _is_inferred(fact)]
    whole = replace(
        first,
        rules=tuple(sorted(rules)),
        evidence=tuple(sorted(evidence)),
        factuality=_factuality(same),
        speakers=tuple(sorted(speakers)),
        articles=len(_articles(saying)),
        role=_first(fact.role for fact in same),
        start=_first(fact.start for fact in same),
        end=_first(fact.end for fact in same),
        as_of=max(fact.as_of for fact in same),
        past=_is_past(same),
        probability=max(fact.probability for fact in same),
    )
    return replace(whole, confidence=_confidence(whole))


def _is_past(same: Sequence[Fact]) -> bool:
    """Return whether all say that it is over.

    The learned reader knows no tense: beside a rule, it does not count.
    """
    of_rules = [fact for fact in same if not _is_learned(fact)]
    return all(fact.past for fact in of_rules or same)


def _factuality(same: Sequence[Fact]) -> Factuality:
    """Return "asserted" if some fact is, else what the first is."""
    degrees = [fact.factuality for fact in same]
    if Factuality.ASSERTED in degrees:
        return Factuality.ASSERTED
    return degrees[0]


def _is_inferred(fact: Fact) -> bool:
    """Return whether the fact only follows from others."""
    rules = fact.rules
    return bool(rules) and all(map(is_inferred, rules))


def _confidence(fact: Fact) -> float:
    """Return how sure a fact is; what the gazetteer says is certain."""
    if fact.gazetteer:
        return 1.0
    articles = len(_articles([fact]))
    return confidence(fact.rules, articles, fact.probability)


def _articles(facts: Iterable[Fact]) -> set[str]:
    """Return the articles in which the evidence of some facts stands."""
    articles: set[str] = set()
    for fact in facts:
        for passage in fact.evidence:
            articles.add(passage.article)
    return articles


def _first(texts: Iterable[str]) -> str:
    """Return the first text that is not empty."""
    for text in texts:
        if text:
            return text
    return ""
