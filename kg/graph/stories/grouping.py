"""Articles on one story: those alike in what they are about, within a spell of days.

Articles meet under the words and things that tell most of them, so none is compared with all. Of a
word that many have, each article meets those nearest in time. The most alike are put together
first; two groups become one if their articles are alike on average, and no further apart in time
than a spell. An article without a date may be of any time. The order of the articles is of no
matter.

Source: agglomerative clustering by average linkage, as in topic detection and tracking (Allan 2002)
and Newsbrief (Pouliquen et al. 2008).
"""

import math
from collections.abc import (
    Iterable,
    Iterator,
    Sequence,
)
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from kg.graph.linkage import Pair, meeting
from kg.graph.stories.subjects import (
    Stories,
    Subject,
    Weights,
)

LEAST_ALIKE = 0.12  # cosine that the articles of two groups have on average
SPELL = 21  # days between two groups of articles on one story
DAY = len("2021-02-25")


@dataclass(slots=True)
class _Group:
    """Some articles, the sum of what they are about, and their first and last day, 0 if unknown."""

    members: list[int]
    weights: dict[str, float]
    first: int
    last: int

    def take_in(self, other: "_Group") -> None:
        """Add the articles of another group."""
        self.members += other.members
        for word, weight in other.weights.items():
            self.weights[word] = self.weights.get(word, 0.0) + weight
        self.first = min(filter(None, (self.first, other.first)), default=0)
        self.last = max(self.last, other.last)


def grouped(subjects: Iterable[Subject]) -> Stories:
    """Return the articles of each story, the most typical first; each has two at least."""
    ordered = sorted(subjects, key=attrgetter("published", "article"))
    groups = _Groups(ordered)
    for first, second in _alike(ordered):
        groups.join(first, second)
    several = [group for group in groups.each() if len(group.members) > 1]
    stories = [_typical_first(group, ordered) for group in several]
    return sorted(stories)


def _typical_first(
    group: _Group,
    ordered: Sequence[Subject],
) -> list[str]:
    """Return the articles of a group, those most alike to all of it first."""
    found: list[tuple[float, str]] = []
    for member in group.members:
        subject = ordered[member]
        likeness = _product(subject.weights, group.weights)
        found.append((-round(likeness, 6), subject.article))
    return [article for _, article in sorted(found)]


class _Groups:
    """The groups of articles so far, each by the number of its first member."""

    def __init__(self, ordered: Sequence[Subject]) -> None:
        self._group_of = [_alone(number, subject) for number, subject in enumerate(ordered)]

    def join(
        self,
        first: int,
        second: int,
    ) -> None:
        """Make one group of those of two articles if they are alike as a whole."""
        one, other = self._group_of[first], self._group_of[second]
        if one is other or not _is_one_story(one, other):
            return
        if len(one.members) < len(other.members):
            one, other = other, one
        for member in other.members:
            self._group_of[member] = one
        one.take_in(other)

    def each(self) -> Iterator[_Group]:
        """Yield each group once."""
        for number, group in enumerate(self._group_of):
            if group.members[0] == number:
                yield group


def _alone(
    number: int,
    subject: Subject,
) -> _Group:
    day = 0
    published = subject.published[:DAY]
    if len(published) == DAY:
        of_calendar = date.fromisoformat(published)
        day = of_calendar.toordinal()
    return _Group(
        members=[number],
        weights=dict(subject.weights),
        first=day,
        last=day,
    )


def _is_one_story(
    one: _Group,
    other: _Group,
) -> bool:
    """Return whether two groups are alike on average, and near in time."""
    if one.first and other.first:
        later = max(one.first, other.first)
        earlier = min(one.last, other.last)
        if later - earlier > SPELL:
            return False
    pairs = len(one.members) * len(other.members)
    likeness = _product(one.weights, other.weights)
    return likeness >= LEAST_ALIKE * pairs


def _product(
    one: Weights,
    other: Weights,
) -> float:
    """Return the scalar product of what two articles or groups are about."""
    if len(one) > len(other):
        one, other = other, one
    products: list[float] = []
    for word, weight in one.items():
        if word in other:
            products.append(weight * other[word])
    return math.fsum(products)


def _alike(ordered: Sequence[Subject]) -> list[Pair]:
    """Return the pairs of articles that are alike, the most alike first."""
    alike: list[tuple[float, Pair]] = []
    for first, second in meeting([subject.weights for subject in ordered]):
        likeness = _product(ordered[first].weights, ordered[second].weights)
        if likeness >= LEAST_ALIKE:
            alike.append((-likeness, (first, second)))
    return [pair for _, pair in sorted(alike)]
