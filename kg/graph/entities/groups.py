"""Things without a name over articles: "eight Norwegian sailors" and "the eight sailors".

They are one if the articles are about the same things, and nothing tells them apart.
"""

from collections import (
    Counter,
    defaultdict,
)
from collections.abc import (
    Iterator,
    Mapping,
    Sequence,
    Set,
)
from itertools import combinations
from operator import itemgetter
from typing import TypeVar

from kg.graph.entities.chains import (
    ChainRecord,
    Records,
    number_of_words,
)
from kg.graph.entities.classes import GROUP
from kg.graph.entities.clusters import Clusters
from kg.graph.entities.contexts import Context
from kg.graph.entities.name_keys import plain_key
from kg.graph.entities.news import is_same_news
from kg.lang.en import word_set
from kg.model import Kind

Described = dict[tuple[str, str], list[int]]
Value = TypeVar("Value", ChainRecord, int)
ARTICLES = word_set("function_words", "article")
ANYBODY = word_set("nouns", "anybody")
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


def _blocks(
    clusters: Clusters,
    groups: Records,
) -> Iterator[Records]:
    """Yield the groups that share a size, a noun, and a member or a named thing of the article."""
    alike: dict[tuple[int, str], list[ChainRecord]] = defaultdict(list)
    members: dict[int, Set[int]] = {}
    for group in groups:
        members[group.number] = _members(clusters, group)
        count = size(group)
        for noun in set(_nouns(group)):
            alike[count, noun].append(group)
    for _, of_noun in sorted(alike.items(), key=itemgetter(0)):
        blocks: dict[str, list[ChainRecord]] = defaultdict(list)
        for group in _several(of_noun):
            context = clusters.context(group.number)
            known = {f"member {root}" for root in members[group.number]}
            for key in known.union(context.named, context.words):
                blocks[key].append(group)
        yield from _usable(blocks)


def _several(alike: Sequence[Value]) -> Sequence[Value]:
    """Return what is alike if there are two at least, as most descriptions occur only once."""
    return alike if len(alike) > 1 else ()


def _usable(blocks: Mapping[str, Sequence[Value]]) -> Iterator[Sequence[Value]]:
    """Yield the blocks of two or more that are not too large, in the order of their keys."""
    for key in sorted(blocks):
        block = blocks[key]
        if 1 < len(block) <= LARGEST_BLOCK:
            yield block


def _members(
    clusters: Clusters,
    group: ChainRecord,
) -> Set[int]:
    """Return the roots of the known members of a group."""
    roots = set()
    for index in group.chain.members:
        key = group.article, index
        number = clusters.number_of.get(key)
        if number is not None:
            root = clusters.root(number)
            roots.add(root)
    return roots


def _join(
    clusters: Clusters,
    a: ChainRecord,
    b: ChainRecord,
) -> None:
    """Join groups of two articles if members, or country and context, show them to be one."""
    both = [a.number, b.number]
    if a.country and b.country and a.country != b.country:
        return
    members = _members(clusters, a)
    others = _members(clusters, b)
    if not members.isdisjoint(others):
        clusters.join(both, "groups of one size and kind with a common member")
        return
    contexts = map(clusters.context, both)
    if is_same_news(*contexts):
        reason = "groups of one size and kind in articles about the same things"
        clusters.join(both, reason)
    else:
        clusters.nearly(*both)


# ---------------------------------------------------------------------- things called the same


def join_described(clusters: Clusters) -> None:
    """Join things without a name that are described alike in articles about the same things.

    Both must name one of these things. Only what is alone in its article is joined: of two guards
    neither is the guard of another.
    """
    for (_, words), alike in sorted(_described(clusters).items()):
        blocks: dict[str, list[int]] = defaultdict(list)
        for number in _several(alike):
            context = clusters.context(number)
            for about in (*context.named, *context.words):
                blocks[about].append(number)
        reason = f"described alike in articles about the same things: {words}"
        for block in _usable(blocks):
            for a, b in combinations(block, 2):
                if _name_one_thing(clusters.context(a), clusters.context(b)):
                    clusters.join([a, b], reason)


def _name_one_thing(first: Context, second: Context) -> bool:
    """Return whether two articles are about the same things, and both name one of these."""
    return not first.named.isdisjoint(second.named) and is_same_news(first, second)


def _described(clusters: Clusters) -> Described:
    """Return the things without a name by kind and description, each alone in its article."""
    alone: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for record in clusters.records:
        words = description(record)
        if words and not record.name:
            key = (record.article, record.kind, words)
            alone[key].append(record.number)
    blocks: Described = defaultdict(list)
    for (_, kind, words), numbers in alone.items():
        if len(numbers) == 1:
            blocks[kind, words] += numbers
    return blocks


def description(record: ChainRecord) -> str:
    """Return the words of the fullest description without its article, and the size of a group.

    Empty for pronouns, and for a bare word for anybody ("man").
    """
    nominals = [mention for mention in record.mentions if mention.kind is Kind.NOMINAL]
    texts = [mention.text for mention in nominals]
    fullest = max(texts, key=number_of_words, default="")
    words = plain_key(fullest).split()
    while words and words[0] in ARTICLES:
        words.pop(0)
    told = " ".join(words)
    if told in ANYBODY:
        return ""
    count = size(record)
    return f"{told} ({count})" if told and count else told
