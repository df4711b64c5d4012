"""Groups without a name over articles: "eight Norwegian sailors" and "the eight sailors"."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Set
from itertools import combinations, product

from kg.graph.entities.chains import ChainRecord, Records
from kg.graph.entities.classes import GROUP
from kg.graph.entities.clusters import Clusters
from kg.graph.entities.contexts import Context, shared_names
from kg.model import Kind

LEAST_SHARED = 3  # named things that both articles speak of, for two groups to be one
LEAST_OVERLAP = 0.4  # share of the named things of the article that has fewer
# Groups of one size and kind around one named thing; more are a figure of speech.
LARGEST_BLOCK = 30


def join_groups(clusters: Clusters) -> None:
    """Join groups of one size, kind and country in articles about the same things.

    Groups of one size and kind with a common member are joined, too.
    """
    groups = [record for record in clusters.records if _is_counted_group(record)]
    for block in _blocks(clusters, groups):
        for a, b in combinations(block, 2):
            if a.article != b.article:
                _join(clusters, a, b)


def _is_counted_group(record: ChainRecord) -> bool:
    if record.kind != GROUP or record.name:
        return False
    return size(record) > 1


def size(record: ChainRecord) -> int:
    """Return how many people the mentions count; 0 if they count none."""
    sizes = [mention.size for mention in record.mentions]
    return max(sizes, default=0)


def member_noun(record: ChainRecord) -> str:
    """Return what the members are called most, singular: "sailor"; empty if only by pronouns."""
    uses = Counter(_nouns(record))
    counted = {mention.noun for mention in record.mentions if mention.size}

    def rank(noun: str) -> tuple[int, bool]:
        is_counted = noun in counted
        return uses[noun], is_counted

    return max(uses, key=rank, default="")


def _nouns(record: ChainRecord) -> Iterator[str]:
    """Yield the nouns of the descriptions, in text order: "employee", and later "diplomat"."""
    for mention in record.mentions:
        if mention.noun and mention.kind is Kind.NOMINAL:
            yield mention.noun


def _blocks(clusters: Clusters, groups: Records) -> Iterator[Records]:
    """Yield the groups that share a size, a noun, and a member or a named thing of the article."""
    blocks = defaultdict(list)
    for group in groups:
        count = size(group)
        nouns = set(_nouns(group))
        context = clusters.context(group.number)
        members = _members(clusters, group)
        keys = {f"member {root}" for root in members}
        keys |= context.named
        for noun, key in product(nouns, keys):
            blocks[count, noun, key].append(group)
    for _, block in sorted(blocks.items()):
        if 1 < len(block) <= LARGEST_BLOCK:
            yield block


def _members(clusters: Clusters, group: ChainRecord) -> Set[int]:
    """Return the roots of the known members of a group."""
    roots = set()
    for index in group.chain.members:
        key = group.article, index
        number = clusters.number_of.get(key)
        if number is not None:
            root = clusters.root(number)
            roots.add(root)
    return roots


def _join(clusters: Clusters, a: ChainRecord, b: ChainRecord) -> None:
    """Join groups of two articles if members, or country and context, show them to be one."""
    both = [a.number, b.number]
    is_same_country = a.country == b.country
    if a.country and b.country and not is_same_country:
        return
    members = _members(clusters, a)
    others = _members(clusters, b)
    if not members.isdisjoint(others):
        clusters.join(both, "groups of one size and kind with a common member")
        return
    if not is_same_country:
        return
    contexts = map(clusters.context, both)
    if a.country and _is_same_news(*contexts):
        reason = "groups of one size, kind and country in articles about the same things"
        clusters.join(both, reason)
    else:
        clusters.nearly(*both)


def _is_same_news(a: Context, b: Context) -> bool:
    """Return whether two articles are about the same named things."""
    shared = len(shared_names(a, b))
    if shared < LEAST_SHARED:
        return False
    fewer = min(len(a.named), len(b.named))
    return shared >= LEAST_OVERLAP * fewer
