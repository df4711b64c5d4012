"""Groups without a name over articles: "eight Norwegian sailors" and "the eight sailors" where the articles tell of one thing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from kg.graph.entities.chains import Thing
from kg.graph.entities.classes import GROUP
from kg.graph.entities.clusters import Clusters
from kg.graph.entities.contexts import Context, shared
from kg.model import Kind

LEAST_SHARED = 3  # named things that both articles speak of, for two groups to be one
LEAST_OVERLAP = 0.4  # share of the named things of the article that has fewer
LARGEST_BLOCK = 30  # groups of one size and kind around one named thing; more are a figure of speech


def join_groups(clusters: Clusters, around: Mapping[str, Context]) -> None:
    """Make one the groups of one size, kind and country in articles about the same things, and those with a common member."""
    described = [thing for thing in clusters.things if thing.kind == GROUP and not thing.name and size(thing) > 1]
    for block in _blocks(clusters, described, around):
        for a, b in combinations(block, 2):
            _join(clusters, a, b, around)


def size(thing: Thing) -> int:
    """The number of people that its mentions count; 0 where they count none."""
    return max((mention.size for mention in thing.chain.mentions), default=0)


def member_noun(thing: Thing) -> str:
    """What its members are called most, singular: "sailor"; empty where only pronouns speak of them."""
    nouns = [m.noun for m in thing.chain.mentions if m.kind is Kind.NOMINAL and m.noun]
    counted = {m.noun for m in thing.chain.mentions if m.size}
    return max(nouns, key=lambda noun: (nouns.count(noun), noun in counted, -nouns.index(noun)), default="")


def _member_nouns(thing: Thing) -> list[str]:
    """All that its members are called: "employee", and later "diplomat"."""
    return sorted({m.noun for m in thing.chain.mentions if m.kind is Kind.NOMINAL and m.noun})


def _blocks(clusters: Clusters, groups: Sequence[Thing], around: Mapping[str, Context]) -> Iterator[list[Thing]]:
    blocks: dict[tuple[int, str, str], list[Thing]] = defaultdict(list)
    for thing in groups:
        named = {f"member {root}" for root in _members(clusters, thing)} | around[thing.article].named
        for noun in _member_nouns(thing):
            for key in named:
                blocks[size(thing), noun, key].append(thing)
    for _, block in sorted(blocks.items()):
        if 1 < len(block) <= LARGEST_BLOCK:
            yield block


def _members(clusters: Clusters, thing: Thing) -> frozenset[int]:
    """The sets of the known members of a group."""
    found = (clusters.number_of.get((thing.article, index)) for index in thing.chain.members)
    return frozenset(clusters.root(number) for number in found if number is not None)


def _join(clusters: Clusters, a: Thing, b: Thing, around: Mapping[str, Context]) -> None:
    if a.article == b.article:
        return
    common = _members(clusters, a) & _members(clusters, b)
    first, second = around[a.article], around[b.article]
    both = shared(first, second)
    fewer = min(len(first.named), len(second.named))
    one_country = a.country == b.country or not (a.country and b.country)
    if common and one_country:
        clusters.join([a.number, b.number], "groups of one size and kind with a common member")
    elif a.country and a.country == b.country and len(both) >= LEAST_SHARED and len(both) >= LEAST_OVERLAP * fewer:
        clusters.join([a.number, b.number], "groups of one size, kind and country in articles about the same things")
    elif a.country == b.country:
        clusters.nearly(a.number, b.number)
