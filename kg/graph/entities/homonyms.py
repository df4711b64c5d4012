"""Chains of one name over articles: works, products, and names whose kind an article mistook."""

from collections import Counter, defaultdict

from kg.graph.entities.chains import ChainRecord, Records, commonest
from kg.graph.entities.classes import GROUP, ORGANIZATION, PERSON, PLACE, PRODUCT, THING, WORK
from kg.graph.entities.clusters import Clusters
from kg.graph.entities.name_keys import plain_key, squeezed

NAMED_ONLY = frozenset({WORK, PRODUCT, THING})  # kinds that are one wherever they have one name
# Kinds that readers of names mistake for each other.
CONFUSED = frozenset({ORGANIZATION, GROUP, WORK, PRODUCT, THING})


CLEAR_SHARE = 2 / 3  # of the mentions; the kind that has it is the true one

OfKind = dict[str, list[int]]  # the numbers of the records of each kind


def join_across_kinds(clusters: Clusters) -> None:
    """Join chains of one name, plural or not, inside a kind, and over kinds that are mistaken.

    Kinds are joined if nearly all articles agree on one of them.
    """
    by_name = defaultdict(list)
    for record in clusters.records:
        if record.name and record.kind != PLACE:
            key = squeezed(plain_key(record.name))
            by_name[key].append(record)
    for key, records in sorted(by_name.items()):
        plurals = []
        if _products(records):
            plurals = _products(by_name.get(f"{key}s", []))
        _join_kinds(clusters, [*records, *plurals])


def _products(records: Records) -> list[ChainRecord]:
    return [record for record in records if record.kind == PRODUCT]


def _join_kinds(clusters: Clusters, records: Records) -> None:
    """Join chains of one name: each kind, and all kinds that most mentions show to be mistaken."""
    name = plain_key(records[0].name)
    reason = f"the same name: {name}"
    of_kind = defaultdict(list)
    for record in records:
        of_kind[record.kind].append(record.number)
    for kind in sorted(NAMED_ONLY & of_kind.keys()):
        clusters.join(of_kind[kind], reason)
    mistaken = CONFUSED | {PERSON} if " " in name else CONFUSED
    true_kind = _true_kind(records)
    if len(of_kind) == 1 or true_kind not in mistaken:
        _note_kinds(clusters, of_kind)
        return
    first = of_kind.pop(true_kind)[0]
    for kind in sorted(mistaken & of_kind.keys()):
        elsewhere = f"{reason}, taken for {kind} elsewhere"
        clusters.join([first, *of_kind[kind]], elsewhere)


def _true_kind(records: Records) -> str:
    """Return the kind that has most of the mentions, empty if none has a clear share."""
    votes: Counter[str] = Counter()
    for record in records:
        votes[record.kind] += len(record.mentions)
    kind = commonest(votes)
    is_clear = votes[kind] >= CLEAR_SHARE * votes.total()
    return kind if is_clear else ""


def _note_kinds(clusters: Clusters, of_kind: OfKind) -> None:
    """Note that chains of one name but of several kinds were almost taken for one."""
    kinds = sorted(of_kind)
    first, *others = (of_kind[kind][0] for kind in kinds)
    for other in others:
        clusters.nearly(first, other)
