"""Things of articles on the same news that are one, by weighed signs of each pair.

Who is "the gunman" here, is "Ivo Holm" there; "the Post" is the newspaper of that name. No single
sign decides that. So the signs vote: how the things are called, what they do and undergo, what
stands beside them, and how alike the articles are. The weights of `data/story_links.tsv` are learnt
from news on the same happenings by `training/thing_links.py`. What contradicts is never put
together, nor what the grammar of an article tells apart. That one article speaks of both without
showing that they are one is a sign, too.

Articles meet under the named things and the words that tell most of them; the things of two
articles on the same news under a noun, a deed, or a word of a name. So the work grows with the
articles. The likeliest are put together first, as long as all of both are one with the probability
that is asked, on average (`kg.graph.linkage`).

Source: the mention-pair model over documents, as for events (Barhom et al. 2019, "Revisiting joint
modeling of cross-document entity and event coreference resolution").
"""

from collections import defaultdict
from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from kg.graph.entities.chains import ChainRecord
from kg.graph.entities.classes import PERSON
from kg.graph.entities.clusters import Clusters
from kg.graph.entities.contexts import Context
from kg.graph.entities.news import (
    is_same_news,
    likeness_of_news,
)
from kg.graph.entities.portrait_signs import (
    are_in_doubt,
    may_be_one,
    signs_of,
)
from kg.graph.entities.portraits import (
    Portrait,
    Portraits,
)
from kg.graph.linkage import (
    NEVER,
    Linkage,
    Pair,
    meeting,
)
from kg.graph.vote import Vote
from kg.model import Article

VOTE = Vote("kg.graph.entities", "story_links.tsv")
MOST_ALIKE = 12  # things of an article under one key
HELD = 250  # articles whose things are kept in mind by their keys, some 10 MB
SEVERAL = 2
BY_NAME = 0.95  # probability of people of whom one has a part of the other's name, in one story
NEARLY = 0.1  # how far below the floor those are that were almost put together

ArticlePair = tuple[str, str]
ThingsUnderKey = Mapping[str, Sequence[ChainRecord]]
Claimed = tuple[int, str, str]  # a root, an article of another thing, and what that is called


@dataclass(frozen=True, slots=True)
class Compared:
    """Two things that are compared, with the signs by which they are judged.

    They are never one if something contradicts.
    """

    first: Portrait
    second: Portrait
    signs: tuple[str, ...]
    contradicts: bool

    @property
    def chance(self) -> float:
        """The probability that they are one."""
        if self.contradicts:
            return NEVER
        both = (self.first, self.second)
        are_people = all(each.kind == PERSON and each.is_named for each in both)
        if are_people and not are_in_doubt(*both):
            return BY_NAME
        return VOTE.chance(self.signs)


def join_in_stories(
    clusters: Clusters,
    articles: Sequence[Article],
) -> None:
    """Join the things of articles on the same news that are probably one."""
    pairs = [_judged(each) for each in compared(clusters, articles)]
    number_of: dict[int, int] = {}
    chances: dict[Pair, float] = {}
    for each, chance in zip(pairs, _without_rivals(pairs), strict=True):
        first = number_of.setdefault(each.first, len(number_of))
        second = number_of.setdefault(each.second, len(number_of))
        chances[first, second] = chance
    known = list(number_of)
    home: dict[int, int] = {}
    for members in Linkage(len(known), chances, VOTE.floor).clusters():
        home.update(dict.fromkeys(members, members[0]))
    for (first, second), chance in chances.items():
        both = [known[first], known[second]]
        if home[first] == home[second]:
            clusters.join(both, f"probably one in articles on the same news: {chance:.2f}")
        elif chance >= VOTE.floor - NEARLY:
            clusters.nearly(*both)


@dataclass(frozen=True, slots=True)
class _Judged:
    """Two things by their roots, how likely they are one, and which thing of an article each would
    then be.
    """

    first: int
    second: int
    chance: float
    claims: tuple[Claimed, ...]
    others: tuple[Claimed, ...]


def _judged(pair: Compared) -> _Judged:
    """Return what decides on a pair, which is held for all pairs: no portraits, no signs."""
    first, second = pair.first, pair.second
    return _Judged(
        first.root,
        second.root,
        pair.chance,
        tuple(_claims(first, second)),
        tuple(_claims(second, first)),
    )


def _claims(one: Portrait, other: Portrait) -> Iterator[Claimed]:
    """Yield what a thing is claimed to be: each of an article's things that is called so."""
    for article in sorted(other.articles):
        yield one.root, article, other.head


def _without_rivals(pairs: Sequence[_Judged]) -> list[float]:
    """Return the chance of each pair, none if another thing of the article is as likely.

    Of two guards of an article neither is the guard of another.
    """
    likely: dict[Claimed, set[int]] = defaultdict(set)
    for each in pairs:
        if each.chance >= VOTE.floor:
            for claimed in each.claims:
                likely[claimed].add(each.second)
            for claimed in each.others:
                likely[claimed].add(each.first)
    contested = {claimed for claimed, things in likely.items() if len(things) >= SEVERAL}
    left: list[float] = []
    for each in pairs:
        are_alone = contested.isdisjoint((*each.claims, *each.others))
        left.append(each.chance if are_alone else NEVER)
    return left


def compared(
    clusters: Clusters,
    articles: Sequence[Article],
) -> Iterator[Compared]:
    """Yield the things that are compared, in the order of their roots."""
    portraits = Portraits(clusters, articles)
    for (first, second), alike in sorted(_candidates(clusters, articles).items()):
        one, other = portraits.of(first), portraits.of(second)
        signs = signs_of(one, other, alike)
        yield Compared(one, other, signs, contradicts=not may_be_one(one, other))


# ---------------------------------------------------------------------------------- candidates


def _candidates(
    clusters: Clusters,
    articles: Iterable[Article],
) -> Mapping[Pair, float]:
    """Return the pairs of sets that may be one, with how alike their most alike articles are."""
    records: dict[str, list[ChainRecord]] = defaultdict(list)
    context_of: dict[str, Context] = {}
    for record in clusters.records:
        context_of[record.article] = clusters.context(record.number)
        records[record.article].append(record)

    @lru_cache(maxsize=HELD)
    def things_of(article: str) -> ThingsUnderKey:
        return _under_keys(records[article])

    found: dict[Pair, float] = {}
    for first, second in _same_news(articles, context_of):
        likeness = likeness_of_news(context_of[first], context_of[second])
        for pair in _sharing(clusters, things_of(first), things_of(second)):
            found[pair] = max(likeness, found.get(pair, 0.0))
    return found


def _under_keys(records: Iterable[ChainRecord]) -> ThingsUnderKey:
    """Return the chains of an article by each key that finds them."""
    things: dict[str, list[ChainRecord]] = defaultdict(list)
    for record in records:
        for key in _keys(record):
            under = things[key]
            if len(under) < MOST_ALIKE:
                under.append(record)
    return things


def _sharing(
    clusters: Clusters,
    some: ThingsUnderKey,
    others: ThingsUnderKey,
) -> Iterator[Pair]:
    """Yield the pairs of sets that a key of two articles ties, none of one set."""
    for key in some.keys() & others.keys():
        for one, other in product(some[key], others[key]):
            first, second = sorted((clusters.root(one.number), clusters.root(other.number)))
            if first != second and not clusters.are_apart(first, second):
                yield first, second


def _keys(record: ChainRecord) -> Iterator[str]:
    """Yield what finds a chain: its nouns, its deeds, and the words of its names."""
    yield from record.deeds
    for post in record.profile.posts:
        yield f"noun {post}"
    for mention in record.mentions:
        if mention.noun:
            *_, noun = mention.noun.lower().split()
            yield f"noun {noun}"
    for name in record.names:
        for word in name.lower().split():
            yield f"name {word}"


def _same_news(
    articles: Iterable[Article],
    context_of: Mapping[str, Context],
) -> Iterator[ArticlePair]:
    """Yield the pairs of articles on the same news, sorted."""
    known = [article for article in articles if article.id in context_of]
    ordered = sorted(known, key=lambda article: (article.published, article.id))
    contexts = [context_of[article.id] for article in ordered]
    for first, second in meeting([(*each.named, *each.words) for each in contexts]):
        if is_same_news(contexts[first], contexts[second]):
            yield ordered[first].id, ordered[second].id
