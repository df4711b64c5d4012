"""The search for what a decision is about, among sets of records of chains.

A thing is found by the articles that mention it under one of its names, else by its id, else by a
name that nothing else has. What may be meant in two ways is not found: nothing is put together or
apart on a guess.
"""

from collections import (
    Counter,
    defaultdict,
)
from collections.abc import (
    Iterable,
    Mapping,
    Sequence,
)
from dataclasses import (
    dataclass,
    field,
)
from typing import (
    Generic,
    Protocol,
    TypeVar,
)

from kg.decisions.form import kind_of_node
from kg.model import (
    Entity,
    Mention,
    Target,
    stem_of,
)


class Record(Protocol):
    """A chain of mentions in an article, as the rules that merge things see it."""

    @property
    def number(self) -> int:
        """The place among all records."""

    @property
    def article(self) -> str:
        """The id of the article."""

    @property
    def names(self) -> Mapping[str, int]:
        """The proper names in the chain, counted."""

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions of the chain."""


R = TypeVar("R", bound=Record)
Named = tuple[str, int]  # the kind of what has a name, and the number of its first record


def _sets() -> dict[int, set[str]]:
    return defaultdict(set)


def _named() -> dict[str, list[Named]]:
    return defaultdict(list)


def _records() -> dict[str, list[R]]:
    return defaultdict(list)


@dataclass(slots=True)
class Search(Generic[R]):
    """The records by article, the sets they are in, and the ids and names that sets have.

    `home` is the set of each record as it is now, `first` the one before any decision. `known` has
    the first record of what had an id, and `called` those of what had a name; `names` has the names
    of each set, before any decision.
    """

    home: dict[int, int] = field(default_factory=dict)
    first: dict[int, int] = field(default_factory=dict)
    known: dict[str, int] = field(default_factory=dict)
    called: dict[str, list[Named]] = field(default_factory=_named)
    names: dict[int, set[str]] = field(default_factory=_sets)
    in_article: dict[str, list[R]] = field(default_factory=_records)

    def add(self, records: Iterable[R], number: int) -> None:
        """Take in a set of records, under its number."""
        for record in records:
            self.home[record.number] = number
            self.first[record.number] = number
            self.in_article[record.article].append(record)

    def remember(self, record: R, entity: Entity) -> None:
        """Note the id and the names of the thing whose first record is this one.

        What had an id before keeps it.
        """
        number = record.number
        self.known.setdefault(entity.id, number)
        names = self.names[self.first[number]]
        kind = kind_of_node(entity.id)
        for name in (entity.name, *entity.aliases):
            names.add(name)
            self.called[name].append((kind, number))

    def part(self, record: R) -> None:
        """Note that a record is the first of a thing of its own now, with the same names."""
        first = self.first[record.number]
        for name in self.names[first]:
            named = self.called[name]
            kinds = {kind for kind, number in named if self.first[number] == first}
            named += [(kind, record.number) for kind in sorted(kinds)]

    def find(self, thing: Target) -> int | None:
        """Return the number of the set that is meant, None if none is, or several may be."""
        known = self.known.get(thing.id)
        own = None if known is None else self.home[known]
        homes = [self.home[record.number] for record in self.spoken(thing)]
        if homes:
            return own if own in homes else _only_commonest(homes)
        called = self._homes_called(thing)
        has_namesakes = len(called) > 1
        if own is not None and not (thing.articles and has_namesakes):
            return own
        return None if has_namesakes else min(called, default=None)

    def spoken(self, thing: Target) -> list[R]:
        """Return the records in the articles of a thing that have one of its names."""
        if not thing.articles:
            return []
        articles = article_keys(thing.articles, self.in_article)
        records: list[R] = []
        for article in sorted(articles):
            within = self.in_article[article]
            records += [record for record in within if self._is_called(record, thing.names)]
        return records

    def own(self, records: Sequence[R], thing: Target) -> set[int]:
        """Return the numbers of those of some records that are surely of a thing."""
        numbers = {record.number for record in records}
        if thing.articles:
            spoken = {record.number for record in self.spoken(thing)}
            return numbers & spoken
        known = self.known.get(thing.id)
        if known is None:
            return set()
        first = self.first[known]
        of_set = {number for number in numbers if self.first[number] == first}
        return set() if of_set == numbers else of_set

    def _is_called(self, record: R, names: Sequence[str]) -> bool:
        """Return whether a record has one of some names, or its thing had before any decision."""
        if not record.names.keys().isdisjoint(names):
            return True
        first = self.first[record.number]
        return not self.names[first].isdisjoint(names)

    def _homes_called(self, thing: Target) -> set[int]:
        """Return the sets of the kind of a thing that have one of its names."""
        kind = kind_of_node(thing.id)
        homes: set[int] = set()
        for name in thing.names:
            for known, number in self.called.get(name, ()):
                if kind in ("", known):
                    homes.add(self.home[number])
        return homes


def article_keys(articles: Iterable[str], known: Iterable[str]) -> set[str]:
    """Return those of some articles that are known; of one that changed, the one of its headline.

    Ids of articles end in a digest of the text.

    >>> sorted(article_keys(["a-b-1111", "c-2222"], ["a-b-3333", "c-2222", "c-4444"]))
    ['a-b-3333', 'c-2222']
    """
    exact = set(known)
    by_stem: dict[str, set[str]] = defaultdict(set)
    for article in exact:
        by_stem[stem_of(article)].add(article)
    found: set[str] = set()
    for article in articles:
        if article in exact:
            found.add(article)
        else:
            stem = stem_of(article)
            found |= by_stem.get(stem, set())
    return found


def _only_commonest(homes: Iterable[int]) -> int | None:
    """Return the number that occurs most, None if several do."""
    (home, count), *others = Counter(homes).most_common()
    if others and others[0][1] == count:
        return None
    return home
