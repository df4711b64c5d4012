"""One name, one thing: works, products and other named things over articles, and names whose class an article mistook."""

from collections import Counter, defaultdict

from kg.graph.entities.classes import GROUP, ORGANIZATION, PERSON, PLACE, PRODUCT, THING, WORK
from kg.graph.entities.clusters import Clusters
from kg.graph.entities.name_keys import plain_key, squeezed

NAMED_ONLY = frozenset({WORK, PRODUCT, THING})  # kinds that are one thing wherever they have one name
CONFUSED = frozenset({ORGANIZATION, GROUP, WORK, PRODUCT, THING})  # kinds that readers of names mistake for each other
CLEAR_SHARE = 2 / 3  # of the mentions; the kind that has it is the true one


def join_across_kinds(clusters: Clusters) -> None:
    """Join things of one name, plural or not, inside a kind; and over kinds, where nearly all articles agree on one of them."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for thing in clusters.things:
        if thing.name and thing.kind != PLACE:
            by_name[squeezed(plain_key(thing.name))].append(thing.number)
    for key, numbers in sorted(by_name.items()):
        plurals = by_name.get(f"{key}s", []) if any(clusters.things[n].kind == PRODUCT for n in numbers) else []
        _join_kinds(clusters, [*numbers, *(n for n in plurals if clusters.things[n].kind == PRODUCT)])


def _join_kinds(clusters: Clusters, numbers: list[int]) -> None:
    reason = f"the same name: {plain_key(clusters.things[numbers[0]].name)}"
    of_kind: dict[str, list[int]] = defaultdict(list)
    votes: Counter[str] = Counter()
    for number in numbers:
        thing = clusters.things[number]
        of_kind[thing.kind].append(number)
        votes[thing.kind] += len(thing.chain.mentions)
    for kind in sorted(NAMED_ONLY & of_kind.keys()):
        clusters.join(of_kind[kind], reason)
    first, most = min(votes.items(), key=lambda item: (-item[1], item[0]))
    is_full = " " in plain_key(clusters.things[numbers[0]].name)
    mistaken = CONFUSED | {PERSON} if is_full else CONFUSED
    if len(of_kind) > 1 and first in mistaken and most >= CLEAR_SHARE * votes.total():
        for kind in sorted(mistaken & of_kind.keys() - {first}):
            clusters.join([of_kind[first][0], *of_kind[kind]], f"{reason}, taken for {kind} elsewhere")
    else:
        _note(clusters, of_kind)


def _note(clusters: Clusters, of_kind: dict[str, list[int]]) -> None:
    kinds = sorted(of_kind)
    for kind in kinds[1:]:
        clusters.nearly(of_kind[kinds[0]][0], of_kind[kind][0])
