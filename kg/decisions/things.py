"""Decisions about things: which chains of mentions are one thing, how it is called, and its class.

Rules have put chains into sets before. Decisions are taken in the order in which they were made,
so that a later one wins.
"""

from collections.abc import (
    Callable,
    Iterable,
    Mapping,
    Sequence,
)
from dataclasses import (
    dataclass,
    field,
)
from operator import attrgetter
from typing import Generic

from kg.decisions.search import (
    R,
    Record,
    Search,
)
from kg.model import (
    Decision,
    Entity,
    Target,
    Verdict,
)

ROUNDS = 3  # decisions may be about things that others have made


@dataclass(slots=True)
class Decided(Generic[R]):
    """The records of one thing, and what was decided about it.

    `label` and `types` are empty if nobody chose them; `reasons` put records together.
    """

    records: list[R]
    label: str = ""
    types: tuple[str, ...] = ()
    reasons: list[Decision] = field(default_factory=list)
    decisions: list[str] = field(default_factory=list)


Make = Callable[[Sequence[Decided[R]]], Sequence[Entity]]
Superclasses = Mapping[str, tuple[str, ...]]  # of each class, itself first


class Things(Generic[R]):
    """The sets of records, as decisions change them.

    `make` gives the entities of some sets, `classes` are those that something can be of.
    """

    def __init__(self, sets: Iterable[Sequence[R]], make: Make[R], classes: Superclasses) -> None:
        self._make = make
        self._classes = classes
        self._search: Search[R] = Search()
        self._sets: dict[int, Decided[R]] = {}
        for number, records in enumerate(sets):
            self._sets[number] = Decided(list(records))
            self._search.add(records, number)
        self._remember()

    def sets(self) -> list[Decided[R]]:
        """Return the sets as they are now, each in the order of its records, by the first."""
        for decided in self._sets.values():
            decided.records.sort(key=attrgetter("number"))
        return sorted(self._sets.values(), key=_first_number)

    def entities(self) -> Sequence[Entity]:
        """Return the entity of each set, in the order of `sets`."""
        return self._make(self.sets())

    def places(self, targets: Iterable[Target], entities: Sequence[Entity]) -> dict[Target, str]:
        """Return the ids of those of some things that are found; `entities` are those of now."""
        self._note(entities)
        id_of: dict[int, str] = {}
        for decided, entity in zip(self.sets(), entities, strict=True):
            home = self._search.home[_first_number(decided)]
            id_of[home] = entity.id
        places: dict[Target, str] = {}
        for target in targets:
            home_of_target = self._search.find(target)
            if home_of_target is not None:
                places[target] = id_of[home_of_target]
        return places

    def _remember(self) -> None:
        self._note(self.entities())

    def _note(self, entities: Sequence[Entity]) -> None:
        """Note the ids and names that things have now."""
        for decided, entity in zip(self.sets(), entities, strict=True):
            self._search.remember(decided.records[0], entity)

    # ------------------------------------------------------------------------------- decisions

    def apply(self, decisions: Iterable[Decision]) -> set[str]:
        """Apply decisions about things in their order, and return the ids of those that apply."""
        left = list(decisions)
        applied: set[str] = set()
        for _ in range(ROUNDS):
            done = {decision.id for decision in left if self._apply(decision)}
            applied |= done
            left = [decision for decision in left if decision.id not in done]
            if not (left and done):
                break
            self._remember()
        return applied

    def _apply(self, decision: Decision) -> bool:
        """Apply one decision; return whether what it is about was found."""
        if decision.verdict is Verdict.DIFFERENT:
            return self._apart(decision)
        homes = [self._search.find(thing) for thing in decision.things]
        found = [home for home in homes if home is not None]
        if decision.verdict is Verdict.SAME:
            return len(found) > 1 and self._together(decision, found)
        if not found:
            return False
        decided = self._sets[found[0]]
        if decision.verdict is Verdict.LABEL:
            decided.label = decision.value
        elif decision.value in self._classes:
            decided.types = self._classes[decision.value]
        else:
            return False
        decided.decisions.append(decision.id)
        return True

    def _together(self, decision: Decision, homes: Sequence[int]) -> bool:
        """Make one thing of several sets."""
        first, *others = sorted(set(homes))
        for other in others:
            self._join(first, other)
        decided = self._sets[first]
        decided.reasons.append(decision)
        decided.decisions.append(decision.id)
        return True

    def _join(self, number: int, other: int) -> None:
        """Move the records of another set into one."""
        joined = self._sets.pop(other)
        decided = self._sets[number]
        for record in joined.records:
            self._search.home[record.number] = number
        decided.records += joined.records
        decided.reasons += joined.reasons
        decided.decisions += joined.decisions
        decided.label = decided.label or joined.label
        decided.types = decided.types or joined.types

    def _apart(self, decision: Decision) -> bool:
        """Keep two things apart, if they are found; return whether they are two now."""
        one, two = decision.things
        home = self._search.find(one)
        other = self._search.find(two)
        if home is None or other is None:
            return False
        if home != other:
            return True
        decided = self._sets[home]
        first, second = self._parts(decided.records, one, two)
        if not (first and second):
            return False
        decided.records = first
        decided.decisions.append(decision.id)
        new = max(self._search.home.values()) + 1
        self._sets[new] = Decided(second, decisions=[decision.id])
        for record in second:
            self._search.home[record.number] = new
        self._search.part(second[0])
        return True

    def _parts(self, records: Sequence[R], one: Target, two: Target) -> tuple[list[R], list[R]]:
        """Return the records of one of two things and those of the other, both empty if nothing
        tells them apart.

        What belongs to neither goes with a name of its own, or to what more is said of.
        """
        own = self._search.own(records, one)
        others = self._search.own(records, two)
        if not own:
            own = {record.number for record in records} - others
        elif not others:
            others = {record.number for record in records} - own
        parted = own ^ others
        first = [record for record in records if record.number in own & parted]
        second = [record for record in records if record.number in others & parted]
        if not (first and second):
            return [], []
        is_first_larger = _weight(first) >= _weight(second)
        larger = first if is_first_larger else second
        for record in records:
            if record.number not in parted:
                home = _by_name(record, first, second)
                chosen = larger if home is None else home
                chosen.append(record)
        return first, second


def _first_number(decided: Decided[R]) -> int:
    return decided.records[0].number


def _weight(records: Iterable[Record]) -> int:
    """Return how many mentions records have."""
    return sum(len(record.mentions) for record in records)


def _by_name(record: R, first: list[R], second: list[R]) -> list[R] | None:
    """Return those of two lists of records that alone have a name of a record, None if both or
    neither do.
    """
    names = record.names.keys()
    is_in_first = any(names & other.names.keys() for other in first)
    is_in_second = any(names & other.names.keys() for other in second)
    if is_in_first == is_in_second:
        return None
    return first if is_in_first else second
