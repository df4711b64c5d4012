"""Facts of one property that cannot both be true, and those that took another's place.

Of a property with one value for ever, two different values contradict each other. Of one that has
one value at a time, two contradict if both are told as true of the present within a few weeks; the
later one takes the other's place if that is over by then: the text dates its end or the beginning
of the later one, tells it as past, or stops telling it. Without a date of publication nothing is
known of "then" and "now", and nothing is said.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from kg.graph.disagreements.collected import Tellings, with_more
from kg.graph.disagreements.days import (
    are_apart,
    cannot_be_one_life,
    days_apart,
    is_over,
)
from kg.graph.disagreements.held import (
    Held,
    Known,
    Texts,
    known_of,
    only_follows,
)
from kg.graph.disagreements.numbers import exclude
from kg.graph.disagreements.single import (
    Kind,
    Single,
    single,
)
from kg.graph.ontology import Ontology
from kg.model import (
    Disagreement,
    Graph,
    Quantity,
)

SPELL = 30  # days within which two tellings are of one present
LONGEST_GAP = 366  # days between a holder and the next, if both are known: others may lie between
CITY = "schema:City"

Disagreements = Iterator[Disagreement]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two values of one property of one thing."""

    first: Held
    second: Held
    rule: Single
    known: Known

    @property
    def values(self) -> Texts:
        """The two values."""
        return self.first.value, self.second.value


def with_disagreeing_facts(
    graph: Graph,
    tellings: Tellings,
    ontology: Ontology,
) -> Graph:
    """Return a graph that says which of its facts contradict or take the place of others."""
    known = known_of(graph, tellings, ontology)
    found: list[Disagreement] = []
    for pair in _pairs(known):
        found += _of_pair(pair)
    return with_more(graph, found)


def _pairs(known: Known) -> Iterator[Pair]:
    """Yield each two different values of a thing and a property that has one."""
    groups: dict[Texts, list[Held]] = defaultdict(list)
    rules: dict[str, Single] = {}
    for fact in known.facts:
        curie = fact.predicate
        rule = single(curie, known.ontology)
        if rule is None or not fact.factuality.stands or only_follows(fact):
            continue
        rules[curie] = rule
        for owner in rule.owners(fact):
            value = rule.value(fact, owner)
            held = known.held(fact, value)
            groups[curie, owner].append(held)
    for (curie, _), group in groups.items():
        for first, second in combinations(group, 2):
            pair = Pair(first, second, rules[curie], known)
            if first.value != second.value and _are_told_apart(pair):
                yield pair


def _are_told_apart(pair: Pair) -> bool:
    """Return whether no sentence tells both: "owned by Lund and Berg"."""
    if pair.known.are_in_succession(pair.values):
        return True
    first = pair.first.fact.evidence
    return set(first).isdisjoint(pair.second.fact.evidence)


# --------------------------------------------------------------------------------------- pairs


def _of_pair(pair: Pair) -> Disagreements:
    """Yield that two values contradict each other, or that one took the place of the other."""
    if not _exclude_each_other(pair):
        return
    first, second = pair.first, pair.second
    if pair.rule.is_lasting or pair.rule.kind is Kind.AGE:
        if _may_contradict(pair):
            yield Disagreement(first.fact, second.fact)
    elif _is_replaced(first, second, pair.known):
        yield Disagreement(second.fact, first.fact, is_change=True)
    elif _is_replaced(second, first, pair.known):
        yield Disagreement(first.fact, second.fact, is_change=True)
    elif _are_of_one_present(pair):
        yield Disagreement(first.fact, second.fact)


def _exclude_each_other(pair: Pair) -> bool:
    """Return whether two values cannot both be true at one time."""
    first, second = pair.values
    match pair.rule.kind:
        case Kind.DATE:
            return are_apart(first, second)
        case Kind.AGE:
            return cannot_be_one_life(pair.first.fact, pair.second.fact)
        case Kind.NUMBER:
            return exclude(Quantity(first), Quantity(second))
        case Kind.CITY:
            return _are_two_cities(pair)
        case Kind.POST:
            return _are_of_one_post(pair)
        case _:
            return _are_two_things(pair)


def _are_two_cities(pair: Pair) -> bool:
    """Return whether two places are cities, and neither lies in the other."""
    for value in pair.values:
        entity = pair.known.entities.get(value)
        if entity is None or CITY not in entity.types:
            return False
    return pair.values not in pair.known.links


def _are_of_one_post(pair: Pair) -> bool:
    """Return whether two people are said to have one post."""
    if pair.known.are_in_succession(pair.values):
        return True
    return not pair.first.posts.isdisjoint(pair.second.posts)


def _are_two_things(pair: Pair) -> bool:
    """Return whether two values are named, and no name has all words of the other.

    "Bro" and "Bro Shipping" may be one owner.
    """
    words: list[set[str]] = []
    for value in pair.values:
        entity = pair.known.entities.get(value)
        if entity is None or entity.described:
            return False
        name = entity.name.lower()
        words.append(set(name.split()))
    first, second = words
    if first <= second or second <= first:
        return False
    return pair.values not in pair.known.links


def _may_contradict(pair: Pair) -> bool:
    """Return whether another article, or somebody else in it, tells the second value."""
    for one in pair.first.tellings:
        for other in pair.second.tellings:
            if one.source.is_other_than(other.source):
                return True
    return False


def _is_replaced(
    before: Held,
    after: Held,
    known: Known,
) -> bool:
    """Return whether one value was over when another began."""
    old, new = before.fact, after.fact
    if new.past and not old.past:
        return False
    if (after.value, before.value) in known.tellings.successions:
        return True
    begin = new.start or min(after.days, default="")
    if not begin:
        return False
    if old.end:
        return _is_next(old.end, new.start) and is_over(old.end, begin)
    if old.past:
        return not new.past
    return _is_told_no_more(before, begin, new.start)


def _is_next(end: str, start: str) -> bool:
    """Return whether nobody can have come between an end and a start, as far as both are known."""
    gap = days_apart(end, start)
    return gap is None or gap <= LONGEST_GAP


def _is_told_no_more(
    before: Held,
    begin: str,
    start: str,
) -> bool:
    """Return whether a value was told only before another began.

    If the text does not give the `start` of that, a long time must lie between.
    """
    if not before.days:
        return False
    last = before.days[-1]
    gap = days_apart(last, begin)
    if gap is None:
        return False
    if start:
        return gap >= 0 and begin > before.fact.start
    return gap > SPELL


def _are_of_one_present(pair: Pair) -> bool:
    """Return whether two articles of the same weeks tell two values, and none tells both."""
    first, second = pair.first, pair.second
    if first.fact.past or second.fact.past:
        return False
    if not first.articles.isdisjoint(second.articles):
        return False
    for one, other in product(first.sources, second.sources):
        gap = days_apart(one.day, other.day)
        if gap is not None and abs(gap) <= SPELL:
            return True
    return False
