"""A big graph made from a real one: copies of its articles, about partly the same things.

Every copy has articles, passages, statements and events of its own. Of its things, those that the
graph speaks of most stay the same ones; of the others some, drawn by a fixed seed, become new
things, whose names are put together from the words of names in the graph.
"""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import Literal, NamedNode, Triple

from kg.vocabulary.prefixes import BASE_IRI, expand

OWN = ("document", "event", "statement", "quotation")  # kinds of node that every copy has anew
KEPT_KINDS = ("source", "quantity")  # equal ones are one node
KEPT = 0.05  # share of the things that are told of most, which every copy speaks of
NEW = 0.5  # share of the others that are new in a copy
NAMES = frozenset(NamedNode(expand(curie)) for curie in ("rdfs:label", "skos:altLabel"))


def enlarged(triples: Iterable[Triple], size: int, *, base: str = BASE_IRI) -> set[Triple]:
    """Yield at least `size` triples: the graph itself, and as many copies as it takes.

    The same graph always gives the same ones.
    """
    ordered = sorted(set(triples), key=str)
    famous = _famous(ordered, base)
    words = sorted(
        {
            word
            for triple in ordered
            if triple.predicate in NAMES
            for word in str(triple.object.value).split()
        }
    )  # type: ignore[union-attr]
    grown, number = set(ordered), 0
    while len(grown) < size:
        number += 1
        grown.update(_copy(ordered, number, famous, words, base))
    return grown


def _famous(triples: Sequence[Triple], base: str) -> set[str]:
    """Return the things that most triples point at."""
    told = Counter(
        triple.object.value
        for triple in triples
        if _kind(triple.object, base) not in ("", *OWN, *KEPT_KINDS)
    )
    return {iri for iri, _ in told.most_common(max(1, round(KEPT * len(told))))}


def _copy(
    triples: Sequence[Triple], number: int, famous: set[str], words: Sequence[str], base: str
) -> Iterator[Triple]:
    renamed: dict[str, NamedNode] = {}
    chance = random.Random(number)
    for subject, predicate, value in triples:
        new_subject, new_value = (
            _renamed(node, number, famous, renamed, chance, base) for node in (subject, value)
        )
        if predicate in NAMES and new_subject is not subject and _kind(subject, base) not in OWN:
            own = str(value.value).split()
            new_value = Literal(" ".join((chance.choice(words), *own[1:])))
        yield Triple(new_subject, predicate, new_value)


def _renamed(
    node: NamedNode | Literal,
    number: int,
    famous: set[str],
    renamed: dict[str, NamedNode],
    chance: random.Random,
    base: str,
) -> NamedNode | Literal:
    """Return the node for a node in a copy: itself, or a node of that copy; decided once a copy."""
    kind = _kind(node, base)
    if not kind or kind in KEPT_KINDS or node.value in famous:
        return node
    if node.value not in renamed:
        is_new = kind in OWN or chance.random() < NEW
        head, sign, fragment = node.value.partition("#")
        renamed[node.value] = NamedNode(f"{head}-{number}{sign}{fragment}") if is_new else node
    return renamed[node.value]


def _kind(node: NamedNode | Literal, base: str) -> str:
    """Return the kind of a node; empty for literals and for nodes that are not the graph's own."""
    if not isinstance(node, NamedNode) or not node.value.startswith(base):
        return ""
    return node.value[len(base) :].partition("/")[0]
