"""Groups without a name over articles: "eight Norwegian sailors" and "the eight sailors"."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product

from kg.graph.entities.chains import ChainRecord, Records
from kg.graph.entities.classes import GROUP
from kg.graph.entities.clusters import Clusters
from kg.graph.entities.contexts import Around, Context, shared_names
from kg.model import Kind

LEAST_SHARED = 3  # named things that both articles speak of, for two groups to be one
LEAST_OVERLAP = 0.4  # share of the named things of the article that has fewer
# Groups of one size and kind around one named thing; more are a figure of speech.
LARGEST_BLOCK = 30


def join_groups(clusters: Clusters, around: Around) -> None:
    """Join groups of one size, kind and country in articles about the same things.

    Groups of one size and kind with a common member are joined, too.
    """
    described = [record for record in clusters.records if _is_counted_group(record)]
    for block in _blocks(clusters, described, around):
        for a, b in combinations(block, 2):
            _join(clusters, a, b, around)


def _is_counted_group(record: ChainRecord) -> bool:
    if record.kind != GROUP or record.name:
        return False
    return size(record) > 1


def size(record: ChainRecord) -> int:
    """Return how many people the mentions count; 0 if they count none."""
    return max((mention.size for mention in record.mentions), default=0)


def member_noun(record: ChainRecord) -> str:
    """Return what the members are called most, singular: "sailor"; empty if only by pronouns."""
    nouns = _nouns(record)
    counted = {mention.noun for mention in record.mentions if mention.size}
    return max(nouns, key=lambda noun: (nouns.count(noun), noun in counted), default="")


def _nouns(record: ChainRecord) -> list[str]:
    """Return the nouns of the descriptions, in text order: "employee", and later "diplomat"."""
    described = [mention for mention in record.mentions if mention.kind is Kind.NOMINAL]
    return [mention.noun for mention in described if mention.noun]


def _blocks(clusters: Clusters, groups: Records, around: Around) -> Iterator[list[ChainRecord]]:
    """Yield the groups that share a size, a noun, and a member or a named thing of the article."""
    blocks = defaultdict(list)
    for group in groups:
        count = size(group)
        members = {f"member {root}" for root in _members(clusters, group)}
        keys = members | around[group.article].named
        nouns = set(_nouns(group))
        for noun, key in product(nouns, keys):
            blocks[count, noun, key].append(group)
    for _, block in sorted(blocks.items()):
        if 1 < len(block) <= LARGEST_BLOCK:
            yield block


def _members(clusters: Clusters, group: ChainRecord) -> frozenset[int]:
    """Return the roots of the known members of a group."""
    roots = set()
    for index in group.chain.members:
        number = clusters.number_of.get((group.article, index))
        if number is not None:
            roots.add(clusters.root(number))
    return frozenset(roots)


def _join(clusters: Clusters, a: ChainRecord, b: ChainRecord, around: Around) -> None:
    """Join groups of two articles if members, or country and context, show them to be one."""
    if a.article == b.article:
        return
    both = [a.number, b.number]
    country, other = a.country, b.country
    is_other_country = country != other and bool(country and other)
    if not is_other_country and _members(clusters, a) & _members(clusters, b):
        clusters.join(both, "groups of one size and kind with a common member")
        return
    if country != other:
        return
    is_same_news = _is_same_news(around[a.article], around[b.article])
    if country and is_same_news:
        clusters.join(
            both, "groups of one size, kind and country in articles about the same things"
        )
    else:
        clusters.nearly(*both)


def _is_same_news(a: Context, b: Context) -> bool:
    """Return whether two articles are about the same named things."""
    both = len(shared_names(a, b))
    fewer = min(len(a.named), len(b.named))
    return both >= max(LEAST_SHARED, LEAST_OVERLAP * fewer)
