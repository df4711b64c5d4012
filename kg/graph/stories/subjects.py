"""The subjects of articles: how much each word and name tells of one, by how rare it is.

A word tells the more the fewer articles have it, of those at hand and of news in general
(`kg.graph.rarity`).
"""

import math
from collections import Counter
from collections.abc import (
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import dataclass
from heapq import nlargest
from operator import attrgetter
from sys import intern

from kg.graph.ontology import LinkedMentions
from kg.graph.rarity import (
    Rarity,
    is_thing,
    rarity_of,
    words_in,
)
from kg.model import (
    Article,
    Reading,
)

TELLING = 48  # words and names of an article that count: those that tell most
OFTEN = 8  # an article that has a word more often is not more about it
NAMED = 0.5  # weight of a thing with a name, whose words count by themselves

Weights = Mapping[str, float]  # of words, and of the ids of things
Stories = Sequence[Sequence[str]]  # the ids of the articles of each, the most typical first


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of one article: the weights of what tells most of it, whose length is one."""

    article: str
    published: str
    weights: Weights


@dataclass(frozen=True, slots=True)
class _Counted:
    """The different words and things of an article, sorted, and how often it has each."""

    article: str
    published: str
    words: tuple[str, ...]
    counts: bytes


class Subjects:
    """The subjects of the articles so far."""

    def __init__(self) -> None:
        self._counted: list[_Counted] = []
        self._articles: Counter[str] = Counter()  # that have a word or thing

    def add(
        self,
        reading: Reading,
        linked: LinkedMentions,
    ) -> None:
        """Take in one article."""
        article = reading.article
        counts = Counter(_words(article))
        counts.update(_things(linked))
        words = tuple(map(intern, sorted(counts)))
        often = bytearray()
        for word in words:
            count = min(counts[word], OFTEN)
            often.append(count)
        self._articles.update(words)
        counted = _Counted(article.id, article.published, words, bytes(often))
        self._counted.append(counted)

    def each(self) -> list[Subject]:
        """Return what each article is about, in the order of their ids."""
        rarity = self.rarity()
        ordered = sorted(self._counted, key=attrgetter("article"))
        return [_subject(counted, rarity) for counted in ordered]

    def rarity(self) -> Rarity:
        """Return how rare each word and thing is, among these articles and in general."""
        whole = len(self._counted)
        rarity: dict[str, float] = {}
        for word, here in self._articles.items():
            weight = rarity_of(word, here, whole)
            rarity[word] = weight * NAMED if is_thing(word) else weight
        return rarity


def _words(article: Article) -> Iterator[str]:
    """Yield the words and figures of an article, without those of the page around it."""
    text = article.text
    end = 0
    for furniture in article.furniture:
        before = text[end : furniture.start]
        yield from words_in(before)
        end = furniture.end
    rest = text[end:]
    yield from words_in(rest)


def _things(linked: LinkedMentions) -> Iterator[str]:
    """Yield the id of each thing with a name for each of its mentions."""
    for id_ in linked.id_of.values():
        entity = linked.entities.get(id_)
        if entity is not None and not entity.described:
            yield id_


def _subject(
    counted: _Counted,
    rarity: Rarity,
) -> Subject:
    weighed: list[tuple[float, str]] = []
    for word, count in zip(counted.words, counted.counts, strict=True):
        weight = rarity[word] * math.sqrt(count)
        weighed.append((weight, word))
    most = nlargest(TELLING, weighed)
    lengths = [weight for weight, _ in most]
    length = math.hypot(*lengths)
    weights: dict[str, float] = {}
    if length:
        for weight, word in most:
            weights[word] = weight / length
    return Subject(counted.article, counted.published, weights)
