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
)
from kg.graph.vote import Vote
from kg.model import Article

VOTE = Vote("kg.graph.entities", "story_links.tsv")
NEAREST = 12  # articles after one that it meets under a word
MOST_ALIKE = 12  # things of an article under one key
SEVERAL = 2
BY_NAME = 0.95  # probability of people of whom one has a part of the other's name, in one story
NEARLY = 0.1  # how far below the floor those are that were almost put together

Pair = tuple[int, int]  # of roots
ArticlePair = tuple[str, str]
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
    pairs = list(compared(clusters, articles))
    number_of: dict[int, int] = {}
    chances: dict[Pair, float] = {}
    for each, chance in zip(pairs, _without_rivals(pairs), strict=True):
        first = number_of.setdefault(each.first.root, len(number_of))
        second = number_of.setdefault(each.second.root, len(number_of))
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


def _without_rivals(pairs: Sequence[Compared]) -> list[float]:
    """Return the chance of each pair, none if another thing of the article is as likely.

    Of two guards of an article neither is the guard of another.
    """
    likely: dict[Claimed, set[int]] = defaultdict(set)
    chances = [each.chance for each in pairs]
    for each, chance in zip(pairs, chances, strict=True):
        if chance >= VOTE.floor:
            for claimed, claimant in _claims(each):
                likely[claimed].add(claimant)
    left: list[float] = []
    for each, chance in zip(pairs, chances, strict=True):
        are_alone = all(len(likely[claimed]) < SEVERAL for claimed, _ in _claims(each))
        left.append(chance if are_alone else NEVER)
    return left


def _claims(pair: Compared) -> Iterator[tuple[Claimed, int]]:
    """Yield for both things of a pair which one the other would be, by article and noun."""
    for one, other in ((pair.first, pair.second), (pair.second, pair.first)):
        for article in sorted(other.articles):
            yield (one.root, article, other.head), other.root


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
    records: dict[str, dict[str, list[ChainRecord]]] = defaultdict(lambda: defaultdict(list))
    context_of: dict[str, Context] = {}
    for record in clusters.records:
        context_of[record.article] = clusters.context(record.number)
        for key in _keys(record):
            under = records[record.article][key]
            if len(under) < MOST_ALIKE:
                under.append(record)
    found: dict[Pair, float] = {}
    for first, second in _same_news(articles, context_of):
        likeness = likeness_of_news(context_of[first], context_of[second])
        for pair in _sharing(clusters, records[first], records[second]):
            found[pair] = max(likeness, found.get(pair, 0.0))
    return found


def _sharing(
    clusters: Clusters,
    some: Mapping[str, Iterable[ChainRecord]],
    others: Mapping[str, Iterable[ChainRecord]],
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
    under: dict[str, list[int]] = defaultdict(list)
    for number, article in enumerate(ordered):
        context = context_of[article.id]
        for key in (*context.named, *context.words):
            under[key].append(number)
    pairs: set[Pair] = set()
    for numbers in under.values():
        for at, number in enumerate(numbers, start=1):
            near = numbers[at : at + NEAREST]
            pairs.update((number, other) for other in near)
    for first, second in sorted(pairs):
        one, other = ordered[first].id, ordered[second].id
        if is_same_news(context_of[one], context_of[other]):
            yield one, other
