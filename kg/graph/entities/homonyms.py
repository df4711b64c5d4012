"""Chains of one name over articles: works, products, and names whose kind an article mistook."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from kg.graph.entities.classes import GROUP, ORGANIZATION, PERSON, PLACE, PRODUCT, THING, WORK
from kg.graph.entities.clusters import Clusters
from kg.graph.entities.name_keys import plain_key, squeezed

NAMED_ONLY = frozenset({WORK, PRODUCT, THING})  # kinds that are one wherever they have one name
# Kinds that readers of names mistake for each other.
CONFUSED = frozenset({ORGANIZATION, GROUP, WORK, PRODUCT, THING})
CLEAR_SHARE = 2 / 3  # of the mentions; the kind that has it is the true one


def join_across_kinds(clusters: Clusters) -> None:
    """Join chains of one name, plural or not, inside a kind, and over kinds that are mistaken.

    Kinds are joined if nearly all articles agree on one of them.
    """
    by_name: dict[str, list[int]] = defaultdict(list)
    for record in clusters.records:
        if record.name and record.kind != PLACE:
            by_name[squeezed(plain_key(record.name))].append(record.number)
    for name, numbers in sorted(by_name.items()):
        plurals: list[int] = []
        if _products(clusters, numbers):
            plurals = _products(clusters, by_name.get(f"{name}s", []))
        _join_kinds(clusters, [*numbers, *plurals])


def _products(clusters: Clusters, numbers: Sequence[int]) -> list[int]:
    return [number for number in numbers if clusters.records[number].kind == PRODUCT]


def _join_kinds(clusters: Clusters, numbers: Sequence[int]) -> None:
    """Join chains of one name: each kind, and all kinds that most mentions show to be mistaken."""
    name = plain_key(clusters.records[numbers[0]].name)
    reason = f"the same name: {name}"
    of_kind: dict[str, list[int]] = defaultdict(list)
    votes: Counter[str] = Counter()
    for number in numbers:
        record = clusters.records[number]
        of_kind[record.kind].append(number)
        votes[record.kind] += len(record.mentions)
    for kind in sorted(NAMED_ONLY & of_kind.keys()):
        clusters.join(of_kind[kind], reason)
    true_kind, most = min(
        votes.items(), key=lambda kind_and_votes: (-kind_and_votes[1], kind_and_votes[0])
    )
    mistaken = CONFUSED | {PERSON} if " " in name else CONFUSED
    is_clear = most >= CLEAR_SHARE * votes.total()
    if len(of_kind) > 1 and true_kind in mistaken and is_clear:
        for kind in sorted(mistaken & of_kind.keys() - {true_kind}):
            records = [of_kind[true_kind][0], *of_kind[kind]]
            clusters.join(records, f"{reason}, taken for {kind} elsewhere")
    else:
        _note_kinds(clusters, of_kind)


def _note_kinds(clusters: Clusters, of_kind: Mapping[str, list[int]]) -> None:
    """Note that chains of one name but of several kinds were almost taken for one."""
    first, *others = sorted(of_kind)
    for kind in others:
        clusters.nearly(of_kind[first][0], of_kind[kind][0])
